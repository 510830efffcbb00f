use super::style::{Paint, Style};

/// An error without a position in a text: one line, and one more for the hint.
///
/// ```
/// use mbc_calc::render::{Style, error_line};
/// let line = error_line("no term is called `p26`", Some("did you mean `p25`?"), Style::Plain);
/// assert_eq!(line, "error: no term is called `p26`\n  = hint: did you mean `p25`?\n");
/// ```
#[must_use]
pub fn error_line(message: &str, hint: Option<&str>, style: Style) -> String {
    line(&style.paint(Paint::Error, "error"), message, hint, style)
}

/// A warning: one line, and one more for the hint.
///
/// ```
/// use mbc_calc::render::{Style, warning_line};
/// assert_eq!(warning_line("it rains", None, Style::Plain), "warning: it rains\n");
/// ```
#[must_use]
pub fn warning_line(message: &str, hint: Option<&str>, style: Style) -> String {
    line(&style.paint(Paint::Warning, "warning"), message, hint, style)
}

fn line(what: &str, message: &str, hint: Option<&str>, style: Style) -> String {
    let mut text = format!("{what}: {message}\n");
    if let Some(hint) = hint {
        let name = style.paint(Paint::Strong, "hint");
        text = format!("{text}  = {name}: {hint}\n");
    }
    text
}
