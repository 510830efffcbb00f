//! Problems of a text as a person reads them: what is wrong, where, the line with a caret below it,
//! and what may help.
//!
//! A text is shown, never obeyed: control characters and marks that hide or reorder others
//! are replaced, so that a file cannot write to the terminal. A line is cut to a window around the
//! caret.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Style;
use crate::data::{Problem, TableError, TableErrors, is_unprintable, position};

/// The columns that a line of the text is cut to, with its number.
const WIDTH: usize = 100;

/// The columns that a caret underlines at most, so that the window also shows the text around it.
const MAX_CARET_COLUMNS: usize = 72;

/// One problem of the text of a file, ending in a newline.
///
/// Any span will do: one beyond the text is moved to its end, one of several lines is shown on its
/// first line, and the empty span `0..0` means the text as a whole, which shows no line.
///
/// ```
/// use mbc_calc::data::Problem;
/// use mbc_calc::render::{Style, diagnostic};
///
/// let problem = Problem::new(8..11, "no state or territory is called `Oz`");
/// let written = diagnostic("me.toml", "state = \"Oz\"\n", &problem, Style::Plain);
/// assert!(written.starts_with("error: no state or territory is called `Oz`\n --> me.toml:1:9\n"));
/// ```
#[must_use]
pub fn diagnostic(file: &str, text: &str, problem: &Problem, style: Style) -> String {
    let file = printable(file);
    let title = Level::ERROR.primary_title(printable(&problem.message));
    let mut group = Group::with_title(title);
    group = if problem.span == (0..0) {
        group.element(Origin::path(file))
    } else {
        let shown = Shown::new(text, &problem.span);
        let caret = AnnotationKind::Primary.span(shown.marked);
        let snippet = Snippet::source(shown.line).line_start(shown.number).path(file);
        group.element(snippet.annotation(caret))
    };
    if let Some(hint) = &problem.hint {
        group = group.element(Level::HELP.with_name("hint").message(printable(hint)));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Color => Renderer::styled(),
    };
    renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH).render(&[group]) + "\n"
}

/// Every problem of every table, each ending in a newline.
pub fn table_errors(errors: &TableErrors, style: Style) -> impl Iterator<Item = String> {
    errors.0.iter().flat_map(move |TableError { file, text, problems, .. }| {
        problems.iter().map(move |problem| diagnostic(file, text, problem, style))
    })
}

/// One line of a text, fit to be shown, and the bytes of it that a caret underlines.
struct Shown {
    number: usize,
    line: String,
    marked: Range<usize>,
}

impl Shown {
    fn new(text: &str, span: &Range<usize>) -> Self {
        let start = floor_char_boundary(text, span.start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = text[start..].split('\n').next().unwrap_or_default();
        let rest = rest.strip_suffix('\r').unwrap_or(rest);
        let length = floor_char_boundary(rest, span.end.saturating_sub(start)).min(within(rest));
        let (marked, after) = rest.split_at(length);
        let mut line = printable(&text[line_start..start]);
        let from = line.len();
        line.push_str(&printable(marked));
        let to = line.len();
        line.push_str(&printable(after));
        Self { number: position(text, start).0, line, marked: from..to }
    }
}

/// The bytes of a line that fit below a caret; a character outside ASCII may take two columns.
fn within(line: &str) -> usize {
    let mut columns = 0;
    let cut = line.char_indices().find(|(_, c)| {
        columns += if c.is_ascii() { 1 } else { 2 };
        columns > MAX_CARET_COLUMNS
    });
    cut.map_or(line.len(), |(at, _)| at)
}

fn floor_char_boundary(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The text with one visible character for each of its characters.
fn printable(text: &str) -> String {
    let shown = |c| match c {
        '\t' => ' ',
        c if is_unprintable(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, span: Range<usize>) -> String {
        diagnostic("t.toml", text, &Problem::new(span, "wrong"), Style::Plain)
    }

    #[test]
    fn the_caret_is_under_the_span() {
        let lines = written("a = 1\n\tb = 22\n", 11..13);
        let lines: Vec<&str> = lines.lines().collect();
        assert_eq!(lines[1].trim_start(), "--> t.toml:2:6");
        assert_eq!(lines[3], "2 |  b = 22");
        assert_eq!(lines[4], "  |      ^^");
    }

    #[test]
    fn a_problem_of_the_whole_text_shows_no_line() {
        assert_eq!(written("a = 1\n", 0..0), "error: wrong\n--> t.toml\n");
    }

    #[test]
    fn a_span_outside_the_text_or_inside_a_character_is_moved() {
        for (start, end) in [(999, 1_000), (3, 1_000), (1, 2), (2, 1), (6, 6)] {
            let written = written("é = 1", Range { start, end });
            assert!(written.contains("--> t.toml:1:") && written.contains('^'), "{written}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_caret() {
        for (from, to) in [(0, 10_000), (4_997, 5_003), (5_000, 10_000), (9_999, 10_000)] {
            for unit in ["x", "字"] {
                let written = written(&unit.repeat(10_000), from * unit.len()..to * unit.len());
                let widest = written.lines().map(textwrap::core::display_width).max();
                assert!(widest <= Some(120), "{from}..{to} {written}");
                assert!(written.contains(&format!("t.toml:1:{}\n", from + 1)), "{written}");
                assert!(written.contains('^'), "{written}");
            }
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_replaced() {
        let evil = "\u{1b}[2J\r\u{9b}31m\u{202e}\u{200b}\u{2028}\0";
        let problem = Problem::new(3..9, evil).with_hint(Some(evil.to_owned()));
        let written = diagnostic(evil, evil, &problem, Style::Plain);
        assert!(!written.chars().any(|c| c != '\n' && is_unprintable(c)), "{written:?}");
        assert_eq!(written.lines().count(), 7, "{written}");
    }

    #[test]
    fn color_changes_no_character() {
        let problem = Problem::new(4..5, "wrong").with_hint(Some("put it right".to_owned()));
        let plain = diagnostic("t.toml", "a = 1", &problem, Style::Plain);
        let colored = diagnostic("t.toml", "a = 1", &problem, Style::Color);
        assert_ne!(plain, colored);
        assert_eq!(plain, uncolored(&colored));
    }

    /// The text without its color sequences.
    fn uncolored(colored: &str) -> String {
        let mut parts = colored.split("\u{1b}[");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once('m').map_or(part, |(_, rest)| rest))
    }
}
