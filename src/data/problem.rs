use std::fmt;
use std::ops::Range;

/// Something wrong in a text: where, what, and what may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The bytes of the text that are wrong.
    pub span: Range<usize>,
    /// One lower-case sentence with the wrong value.
    pub message: String,
    /// What may help, such as the nearest valid name.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem without a hint.
    #[must_use]
    pub fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), hint: None }
    }

    /// The problem with a hint, if there is one.
    #[must_use]
    pub fn with_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint;
        self
    }
}

/// A name that a table does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Unknown {
    /// One lower-case sentence with the name.
    pub message: String,
    /// What may help, such as the nearest known name.
    pub hint: Option<String>,
}

/// The line and column, both from 1 and the column in characters, of a byte in a text.
#[must_use]
pub fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..byte.min(text.len())];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
    let continuation = |b: &&u8| **b & 0xC0 != 0x80;
    (line, before[line_start..].iter().filter(continuation).count() + 1)
}

/// A value that someone typed, as it can be shown in a message: in backticks, on one line, without
/// control characters, cut after 60 characters.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 60;
        f.write_str("`")?;
        for c in self.0.chars().take(SHOWN) {
            if c.is_control() || is_invisible(c) {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        f.write_str("`")?;
        match self.0.chars().count() {
            count if count > SHOWN => write!(f, "… ({count} characters)"),
            _ => Ok(()),
        }
    }
}

/// Marks that reorder or hide the text around them on a terminal.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A name as it is compared: lower-case letters and digits only.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The name most like what was typed, when one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 60;
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() || typed.len() > LONGEST {
        return None;
    }
    names
        .into_iter()
        .map(|name| (strsim::normalized_damerau_levenshtein(&typed, &name.to_lowercase()), name))
        .filter(|&(likeness, _)| likeness >= 0.5)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let text = "a = 1\né = 2\n";
        assert_eq!(position(text, 0), (1, 1));
        assert_eq!(position(text, 6), (2, 1));
        assert_eq!(position(text, 9), (2, 3));
        assert_eq!(position(text, 999), (3, 1));
    }

    #[test]
    fn quoting_hides_control_characters_and_cuts_long_values() {
        assert_eq!(Quoted("a\u{1b}[2J").to_string(), "`a\\u{1b}[2J`");
        let shown = Quoted(&"x".repeat(10_000)).to_string();
        assert!(shown.len() < 100 && shown.ends_with("(10000 characters)"), "{shown}");
    }

    #[test]
    fn the_nearest_name_is_near_or_absent() {
        let names = ["Massachusetts", "Maine"];
        assert_eq!(nearest("masachusets", names), Some("Massachusetts"));
        assert_eq!(nearest("zzzz", names), None);
        assert_eq!(nearest("", names), None);
    }
}
