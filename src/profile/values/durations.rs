//! Reads lengths of time as people write them: `4`, `4 years`, `6 months`, `1 year 6 months`, `2-4 years`.

use super::decimal::{decimal, ends, number_word, range, shown};
use super::reading::Reading;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::profile) enum Unit {
    /// A year.
    Year,
    /// A twelfth of a year.
    Month,
}

/// The words for a unit, with how many of them are in a year.
const UNITS: [(&[&str], f64); 4] = [
    (&["years", "year", "yrs", "yr", "yr.", "yrs.", "y"], 1.0),
    (&["months", "month", "mos", "mo", "mths", "mth", "m"], 12.0),
    (&["weeks", "week", "wks", "wk", "w"], 52.0),
    (&["days", "day", "d"], 365.0),
];

impl Unit {
    const fn in_a_year(self) -> f64 {
        match self {
            Self::Year => 1.0,
            Self::Month => 12.0,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Year => "years",
            Self::Month => "months",
        }
    }
}

/// A length of time in a unit, which a bare number is in too; nothing where the text is none.
pub(in crate::profile) fn duration(text: &str, unit: Unit) -> Option<Reading<f64>> {
    let text = text
        .trim()
        .to_lowercase()
        .replace(['\u{2013}', '\u{2014}'], "-")
        .replace("\u{bd}", " 1/2")
        .replace("and a half", "1/2");
    let text = ends(text.trim_end_matches('.'));
    let text = text.as_str();
    let text = without(text, &["about ", "around ", "approximately ", "approx ", "roughly ", "~"]);
    let text = ["of experience", "experience", "in the field", "exp"]
        .into_iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
        .trim();
    let counted = |number: f64, how: &str| Reading {
        value: number,
        says: Some(format!("is counted as {} {}, {how}", shown(number), unit.name())),
    };
    if let Some((low, high)) = range(text) {
        let (high, of_high) = sum(high, unit)?;
        let (low, _) = sum_in(low, unit, of_high.unwrap_or(unit.in_a_year()))?;
        return (low <= high).then(|| counted(f64::midpoint(low, high), "the middle"));
    }
    for under in ["less than ", "under ", "up to ", "<"] {
        if let Some(rest) = text.strip_prefix(under) {
            return Some(counted(
                sum(rest.trim(), unit)?.0 / 2.0,
                "the middle of what that can be",
            ));
        }
    }
    let bare = without(text, &["more than ", "at least ", "over ", ">"]);
    let bare = bare.strip_suffix("or more").unwrap_or(bare).trim().replace('+', " ");
    let (value, _) = sum(bare.trim(), unit)?;
    if bare.trim() == text {
        Some(Reading::plain(value))
    } else {
        Some(counted(value, "the least that can be"))
    }
}

fn without<'t>(text: &'t str, beginnings: &[&str]) -> &'t str {
    beginnings.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim()
}

/// The sum of numbers with their units, and how many of the last unit are in a year.
fn sum(text: &str, unit: Unit) -> Option<(f64, Option<f64>)> {
    sum_in(text, unit, unit.in_a_year())
}

/// As [`sum`], where a number without a unit is of one of which so many are in a year.
fn sum_in(text: &str, unit: Unit, bare: f64) -> Option<(f64, Option<f64>)> {
    let words = words(text);
    let mut words = words.iter().map(String::as_str).filter(|word| *word != "and").peekable();
    let mut total = 0.0;
    let mut last = None;
    words.peek()?;
    while let Some(word) = words.next() {
        let mut number = number(word)?;
        // `1 1/2 years`.
        if let Some(part) = words.peek().and_then(|next| fraction(next)) {
            number += part;
            words.next();
        }
        if word == "half" && matches!(words.peek(), Some(&("a" | "an"))) {
            words.next();
        }
        let of_unit = |word: &&str| {
            UNITS.iter().find(|(names, _)| names.contains(word)).map(|&(_, many)| many)
        };
        let stated = words.peek().and_then(of_unit);
        if stated.is_some() {
            words.next();
        } else if words.peek().is_some() {
            return None;
        }
        let many = stated.unwrap_or(bare);
        last = stated.or(last);
        total += if (many - unit.in_a_year()).abs() < f64::EPSILON {
            number
        } else {
            number / many * unit.in_a_year()
        };
    }
    Some((total, last))
}

/// The numbers and words of a text, also where nothing separates them.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/');
        if c.is_whitespace() || c == ',' && before.is_alphabetic() {
            before = ' ';
            continue;
        }
        match words.last_mut().filter(|_| before != ' ' && is_digit(before) == is_digit(c)) {
            Some(word) => word.push(c),
            None => words.push(c.to_string()),
        }
        before = c;
    }
    words
}

fn number(word: &str) -> Option<f64> {
    number_word(word).or_else(|| fraction(word)).or_else(|| decimal(word).ok())
}

fn fraction(word: &str) -> Option<f64> {
    let (over, under) = word.split_once('/')?;
    let (over, under): (u8, u8) = (over.parse().ok()?, under.parse().ok()?);
    (under > 0).then(|| f64::from(over) / f64::from(under))
}
