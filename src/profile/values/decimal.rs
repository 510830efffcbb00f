//! Reads decimal numbers as people write them: with commas between thousands, or as a word.

/// Why a text is no decimal number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoDecimal {
    /// Something else is in it.
    NotANumber,
    /// A comma or a point that is not where a number in dollars has one; with the right way to write it,
    /// where that is known.
    Misplaced(Option<String>),
}

/// A number of digits, with a comma before each three of them or without, and a decimal point.
///
/// What other countries write, `31.000,00` or `35,5`, is not taken for another number.
pub(super) fn decimal(text: &str) -> Result<f64, NoDecimal> {
    let text = text.replace('_', "");
    let is_of_a_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    if !text.contains(|c: char| c.is_ascii_digit()) || !text.chars().all(is_of_a_number) {
        return Err(NoDecimal::NotANumber);
    }
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(w, p)| (w, Some(p)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = whole.contains(',');
    let groups_are_whole = groups.all(|group| group.len() == 3);
    let part_is_plain = part.is_none_or(|part| !part.contains([',', '.']));
    // `31.000` is 31,000 in other countries; nobody writes 31 dollars so.
    let part_may_be_thousands = !is_grouped
        && part.is_some_and(|part| part.len() == 3)
        && (1..=3).contains(&whole.len())
        && whole != "0";
    if (is_grouped && !((1..=3).contains(&first.len()) && groups_are_whole))
        || !part_is_plain
        || part_may_be_thousands
    {
        return Err(NoDecimal::Misplaced(meant(&text)));
    }
    text.replace(',', "").parse().map_err(|_| NoDecimal::NotANumber)
}

/// How the number would be written here.
fn meant(text: &str) -> Option<String> {
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let last = text.rsplit(['.', ',']).next().unwrap_or_default().len();
    match marks.as_slice() {
        // One mark before three digits is of thousands, before one or two it is decimal.
        ['.'] if last == 3 => Some(text.replace('.', ",")),
        [','] if (1..=2).contains(&last) => Some(text.replace(',', ".")),
        [thousands @ .., ','] if !thousands.is_empty() && thousands.iter().all(|&c| c == '.') => {
            let swapped = text.chars().map(|c| match c {
                '.' => ',',
                ',' => '.',
                digit => digit,
            });
            let swapped: String = swapped.collect();
            decimal(&swapped).is_ok().then_some(swapped)
        }
        _ => None,
    }
}

/// The words for small numbers.
const WORDS: [(&str, f64); 15] = [
    ("a", 1.0),
    ("an", 1.0),
    ("half", 0.5),
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
];

/// The number that a word says.
pub(super) fn number_word(word: &str) -> Option<f64> {
    WORDS.iter().find(|(known, _)| *known == word).map(|&(_, number)| number)
}

/// A number for a sentence, with at most two decimals.
pub(super) fn shown(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    rounded.to_string()
}

/// The two ends of a range.
pub(super) fn range(text: &str) -> Option<(&str, &str)> {
    let begins_a_number = |side: &str| side.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let ends = ["-", " to "].into_iter().find_map(|mark| text.split_once(mark))?;
    let (low, high) = (ends.0.trim(), ends.1.trim());
    (begins_a_number(low) && begins_a_number(high)).then_some((low, high))
}

/// A text with the two ends of a range that `between` begins as `range` reads them.
pub(super) fn ends(text: &str) -> String {
    match text.strip_prefix("between ") {
        Some(both) => both.replace(" and ", " to "),
        None => text.to_owned(),
    }
}
