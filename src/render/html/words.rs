//! Words as HTML: nothing in them is markup but what is marked as code.

use crate::report::number::{in_prose, prose};
use crate::report::{Span, Text};

/// A text with its stressed words and its code set apart.
pub(super) fn written(text: &Text) -> String {
    text.spans().iter().fold(String::new(), |out, span| match span {
        Span::Words(words) => out + &with_code(words),
        Span::Strong(words) => out + &format!("<strong>{}</strong>", with_code(words)),
        Span::Figure(figure) => out + &escaped(&in_prose(*figure)),
    })
}

/// A text for an attribute or a title, where nothing is set apart.
pub(super) fn plain(text: &Text) -> String {
    prose(text).replace('`', "")
}

/// Words between backticks as code.
fn with_code(words: &str) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    let is_paired = parts.len() % 2 == 1;
    parts.iter().enumerate().fold(String::new(), |out, (i, part)| {
        if is_paired && i % 2 == 1 {
            out + &format!("<code>{}</code>", escaped(part))
        } else {
            out + &escaped(part)
        }
    })
}

/// Words with the five characters that HTML would read as markup written out.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}
