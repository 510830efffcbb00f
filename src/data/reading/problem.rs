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
    pub fn with_hint(mut self, hint: impl Into<Option<String>>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// What is wrong with something that has no place in a text, such as a name of the command line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct Message {
    /// One lower-case sentence with the wrong value.
    pub text: String,
    /// What may help, such as the nearest valid name.
    pub hint: Option<String>,
}

impl Message {
    /// A message without a hint.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), hint: None }
    }

    /// The message with a hint, if there is one.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<Option<String>>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// The line and column, both from 1 and the column in characters, of a byte in a text.
#[must_use]
pub(crate) fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..byte.min(text.len())];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let line = before.split(|&b| b == b'\n').count();
    let continuation = |b: &&u8| **b & 0xC0 != 0x80;
    (line, before[line_start..].iter().filter(continuation).count() + 1)
}

/// A value that someone typed, as it can be shown in a message: in backticks, on one line, without
/// control characters, cut after 60 characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 60;
        f.write_str("`")?;
        for c in self.0.chars().take(SHOWN) {
            if is_unprintable(c) {
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

/// Whether a character is a control character, or a mark that hides or reorders the text next to
/// it, so that showing it as it is could mislead a reader or steer a terminal.
#[must_use]
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{FEFF}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
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
}
