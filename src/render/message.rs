use super::style::{Paint, Style};

/// An error that stands in no text: one line, and one more for what may help.
///
/// ```
/// use mbc_calc::render::{Style, error_line};
/// let told = error_line("no term is called `p26`", Some("did you mean `p25`?"), Style::Plain);
/// assert_eq!(told, "error: no term is called `p26`\n  = hint: did you mean `p25`?\n");
/// ```
#[must_use]
pub fn error_line(message: &str, hint: Option<&str>, style: Style) -> String {
    let mut told = format!("{}: {message}\n", style.paint(Paint::Error, "error"));
    if let Some(hint) = hint {
        let name = style.paint(Paint::Strong, "hint");
        told = format!("{told}  = {name}: {hint}\n");
    }
    told
}
