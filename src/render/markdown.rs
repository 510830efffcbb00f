//! A document as Markdown: headings, paragraphs, lists and tables of equal columns, for a wiki, a
//! ticket or a mail. What the words hold is shown as it is and never read as markup, but for
//! `` `code` ``, which means the same in both.

use textwrap::core::display_width;

use super::bar::{drawn, is_band, is_gauge};
use super::style::Lines;
use crate::report::number::{in_prose, in_table};
use crate::report::{Block, Cell, Column, Document, Row, Span, Text};

/// The document as Markdown with the tables of GitHub's dialect, without trailing spaces.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let blocks = document.blocks().map(block).filter(|block| !block.is_empty());
    blocks.collect::<Vec<_>>().join("\n")
}

/// How many characters the longest bar has.
const BAR_WIDTH: usize = 20;

/// A block ending in a newline, or nothing.
fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("## {}\n", written(text)),
        Block::Prose { text, .. } if text.spans().is_empty() => String::new(),
        Block::Prose { text, .. } => format!("{}\n", guarded(written(text))),
        Block::List { items, .. } => {
            let items = items.iter().map(|item| format!("- {}", guarded(written(item))));
            items.collect::<Vec<_>>().join("\n") + "\n"
        }
        Block::Table { columns, rows, .. } => table(columns, rows),
        Block::Picture(_) | Block::Details(_) => String::new(),
    }
}

fn table(columns: &[Column], rows: &[Row]) -> String {
    // What is drawn on a scale takes its meaning from a terminal's fixed width.
    let is_on_a_scale = |i: usize| is_band(rows, i) || is_gauge(rows, i);
    let shown: Vec<usize> = (0..columns.len()).filter(|&i| !is_on_a_scale(i)).collect();
    let header = shown.iter().map(|&i| cell(&escaped(&columns[i].label)));
    let mut lines: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(header).collect()];
    for row in rows {
        let cells = shown.iter().map(|&i| row.cells.get(i).unwrap_or(&Cell::Empty));
        let cells = cells.map(|content| match content {
            Cell::Figure(figure) => in_table(*figure),
            Cell::Text(text) => cell(&written(text)),
            Cell::Bar(share) => drawn(*share, BAR_WIDTH, Lines::Drawn),
            Cell::Band(_) | Cell::Gauge(_) | Cell::Empty => String::new(),
        });
        lines.push(std::iter::once(cell(&written(&row.label))).chain(cells).collect());
    }
    let widths: Vec<usize> = (0..=shown.len())
        .map(|i| lines.iter().map(|line| display_width(&line[i])).max().unwrap_or(0).max(3))
        .collect();
    let sides: Vec<Side> =
        std::iter::once(Side::Left).chain(shown.iter().map(|&column| side(column, rows))).collect();
    let rule = |(&width, side): (&usize, &Side)| match side {
        Side::Left => "-".repeat(width),
        Side::Right => "-".repeat(width - 1) + ":",
    };
    let rule: Vec<String> = widths.iter().zip(&sides).map(rule).collect();
    lines.insert(1, rule);
    lines.iter().map(|line| table_line(line, &widths, &sides)).collect()
}

/// To which side a column is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Columns of figures are set to the right.
fn side(index: usize, rows: &[Row]) -> Side {
    let is_wordy = |row: &Row| matches!(row.cells.get(index), Some(Cell::Text(_) | Cell::Bar(_)));
    if rows.iter().any(is_wordy) { Side::Left } else { Side::Right }
}

fn table_line(cells: &[String], widths: &[usize], sides: &[Side]) -> String {
    let mut line = String::from("|");
    for ((cell, width), side) in cells.iter().zip(widths).zip(sides) {
        let space = " ".repeat(width - display_width(cell));
        match side {
            Side::Left => line.extend([" ", cell, &space, " |"]),
            Side::Right => line.extend([" ", &space, cell, " |"]),
        }
    }
    line + "\n"
}

/// Markdown that may stand in a cell: a pipe would end it, in code too.
fn cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// A text on one line, its stressed words in bold.
fn written(text: &Text) -> String {
    let spans = text.spans().iter().map(|span| match span {
        Span::Words(words) => escaped(words),
        Span::Strong(words) => bold(words),
        Span::Figure(figure) => in_prose(*figure),
    });
    spans.collect::<String>().trim().to_owned()
}

/// Bold begins and ends at a word: a space inside the asterisks would leave them in the text.
fn bold(words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let (before, _) = words.split_at(words.len() - words.trim_start().len());
    let after = &words[before.len() + inner.len()..];
    format!("{before}**{}**{after}", escaped(inner))
}

/// Words with a backslash before what Markdown would take for markup; code stays as it is, and
/// a line break becomes a space.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('`') {
        push_escaped(&mut out, before);
        if let Some((code, after)) = after.split_once('`') {
            out.extend(["`", &code.replace(['\n', '\r'], " "), "`"]);
            rest = after;
        } else {
            out.push_str("\\`");
            rest = after;
        }
    }
    push_escaped(&mut out, rest);
    out
}

fn push_escaped(out: &mut String, words: &str) {
    let mut before = out.chars().last().unwrap_or(' ');
    for c in words.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '*' | '<' | '[' | ']' => out.extend(['\\', c]),
            // Inside a word, as in an address or a name of the JSON contract, these mark nothing.
            '_' if !before.is_alphanumeric() => out.extend(['\\', c]),
            '~' if before != '/' => out.extend(['\\', c]),
            _ => out.push(c),
        }
        before = c;
    }
}

/// A line that would begin a heading, a list or a quotation, kept from it.
fn guarded(mut line: String) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let mut rest = line[digits..].chars();
    let marker = rest.next();
    let is_alone = rest.next().is_none_or(char::is_whitespace);
    let is_markup = match marker {
        Some('#' | '>' | '=') => digits == 0,
        Some('-' | '+') => digits == 0 && (is_alone || line.starts_with("--")),
        Some('.' | ')') => digits > 0 && is_alone,
        _ => false,
    };
    if is_markup {
        line.insert(digits, '\\');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(block: Block) -> String {
        markdown(&Document(vec![block]))
    }

    #[test]
    fn words_are_shown_and_not_read_as_markup() {
        for (words, shown) in [
            ("2 * 3 <b> [x] a_b _c_ ~10 /~me", "2 \\* 3 \\<b> \\[x\\] a_b \\_c_ \\~10 /~me"),
            ("run `a * b | c` or ` alone", "run `a * b | c` or \\` alone"),
            ("- no list", "\\- no list"),
            ("# no heading", "\\# no heading"),
            ("1. no list", "1\\. no list"),
            ("2.5 years\n at most", "2.5 years  at most"),
        ] {
            let words = Text::words(words);
            let written = document(Block::Prose { id: "x", text: words });
            assert_eq!(written, format!("{shown}\n"));
        }
    }

    #[test]
    fn bold_leaves_its_spaces_outside() {
        let item = Text::default().stress("1. ").say("first");
        let list = Block::List { id: "x", items: vec![item] };
        assert_eq!(document(list), "- **1.** first\n");
    }

    #[test]
    fn a_table_has_as_many_cells_in_each_row_whatever_they_hold() {
        let table = Block::Table {
            id: "x",
            columns: vec![Column::same("p50"), Column::new("why", "a|b")],
            rows: vec![
                Row::new("a", "p | q", [Cell::Empty]),
                Row::new(
                    "b",
                    "字",
                    [
                        Cell::Figure(crate::report::Figure::Count(1_234)),
                        Cell::Text("`x | y`".into()),
                    ],
                ),
            ],
        };
        assert_eq!(
            document(table),
            "|        |   p50 | a\\|b     |\n\
             | ------ | ----: | -------- |\n\
             | p \\| q |       |          |\n\
             | 字     | 1,234 | `x \\| y` |\n"
        );
    }
}
