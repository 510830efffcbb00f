//! How the names of places are compared: word by word, so that no name is found inside a word of
//! another. `Saint` is `St.`, and spaces and punctuation between words do not count.

use super::spelling::folds;

/// A name of a place as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PlaceWords(String);

/// The words of a name that another one spells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WordRun {
    /// All of them.
    Whole,
    /// The first ones.
    Beginning,
    /// Others that follow one another.
    Inside,
}

/// Words that names of places write in two ways.
const SHORT: [(&str, &str); 5] =
    [("saint", "st"), ("sainte", "ste"), ("mount", "mt"), ("fort", "ft"), ("and", "")];

impl PlaceWords {
    /// The words of a text.
    pub(crate) fn new(text: &str) -> Self {
        Self(words(text).flat_map(folds).collect())
    }

    /// Whether there are none.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a name has these words and no others.
    pub(crate) fn spell(&self, name: &str) -> bool {
        self.begin(words(name)) == Some(WordRun::Whole)
    }

    /// The words of a name that these are, the first of them that fit.
    pub(crate) fn run(&self, name: &str) -> Option<WordRun> {
        let mut rest = words(name);
        let at_start = self.begin(rest.clone());
        if at_start.is_some() {
            return at_start;
        }
        while rest.next().is_some() {
            if self.begin(rest.clone()).is_some() {
                return Some(WordRun::Inside);
            }
        }
        None
    }

    fn begin<'n>(&self, mut words: impl Iterator<Item = &'n str>) -> Option<WordRun> {
        if self.is_empty() {
            return None;
        }
        let mut wanted = self.0.as_str();
        for word in &mut words {
            for c in folds(word) {
                wanted = wanted.strip_prefix(c)?;
            }
            if wanted.is_empty() {
                let is_whole = words.all(|word| folds(word).next().is_none());
                return Some(if is_whole { WordRun::Whole } else { WordRun::Beginning });
            }
        }
        None
    }
}

/// The words of a name, each in its short form.
fn words(name: &str) -> impl Iterator<Item = &str> + Clone {
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '\u{2019}' | '`');
    name.split(move |c: char| !is_inside(c)).map(|word| {
        let is_long = |(long, _): &&(&str, &str)| word.eq_ignore_ascii_case(long);
        SHORT.iter().find(is_long).map_or(word, |&(_, short)| short)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_spelled_by_its_words_and_by_no_part_of_a_word() {
        for (typed, name, run) in [
            ("st louis", "Saint Louis", Some(WordRun::Whole)),
            ("Saint-Louis", "St. Louis", Some(WordRun::Whole)),
            ("mayaguez", "Mayagüez", Some(WordRun::Whole)),
            ("Hawai\u{2bb}i", "Hawaii", Some(WordRun::Whole)),
            ("ofallon", "O'Fallon", Some(WordRun::Whole)),
            ("winston salem", "Winston-Salem", Some(WordRun::Whole)),
            ("San", "San José", Some(WordRun::Beginning)),
            ("York", "New York", Some(WordRun::Inside)),
            ("Allen", "McAllen", None),
            ("Denton", "Bradenton", None),
            ("O", "Odessa", None),
            ("Stow", "Youngstown", None),
            ("", "Akron", None),
            ("Akron, OH", "Akron", None),
        ] {
            assert_eq!(PlaceWords::new(typed).run(name), run, "{typed} in {name}");
            let is_whole = run == Some(WordRun::Whole);
            assert_eq!(PlaceWords::new(typed).spell(name), is_whole, "{typed}, {name}");
        }
    }
}
