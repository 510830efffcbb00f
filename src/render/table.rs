//! A document for a person at a terminal: paragraphs and aligned columns, within a width.

use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle,
};

use super::bar::{band, drawn, gauge, gauge_legend, is_band, is_drawing, is_gauge, legend};
use super::style::{Lines, Paint, Screen, Style};
use crate::report::number::{in_table, prose};
use crate::report::{Block, Cell, Column, Document, Row, Span, Text};

/// Below this width of the screen gauges leave their place to the words next to them.
const NARROWEST_GAUGE: usize = 90;

/// Below this width a table becomes one line a cell.
const NARROWEST_WORDS: usize = 14;

/// The document as lines of at most the width of the screen, where words allow it.
#[must_use]
pub fn table(document: &Document, screen: Screen) -> String {
    let mut out = String::new();
    let bar = match screen.lines {
        Lines::Drawn | Lines::Ascii => bar_width(document, screen),
        Lines::None => 0,
    };
    for block in document.blocks() {
        match block {
            Block::Heading(text) => {
                out.push('\n');
                paragraph(&mut out, screen, "", &Text::default().stress(prose(text)));
            }
            Block::Prose { text, .. } if text.spans().is_empty() => {}
            Block::Prose { text, .. } => paragraph(&mut out, screen, "", text),
            Block::List { items, .. } => {
                for item in items {
                    paragraph(&mut out, screen, "  - ", item);
                }
            }
            Block::Table { columns, rows, .. } => {
                let laid_out = |names| rows_and_columns(columns, rows, screen, bar, names);
                let table =
                    laid_out(Names::Wrapped).or_else(|| laid_out(Names::WrappedWithHeadings));
                let narrow = || one_line_a_cell(columns, rows, screen);
                out.push_str(&table.unwrap_or_else(narrow));
            }
            Block::Picture(_) | Block::Details(_) => {}
        }
    }
    out
}

/// Wraps a text to the screen; lines after the first stand below the words, not the marker.
fn paragraph(out: &mut String, screen: Screen, marker: &str, text: &Text) {
    let below = " ".repeat(marker.len());
    let options = textwrap::Options::new(screen.width.max(1))
        .initial_indent(marker)
        .subsequent_indent(&below)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        // An address longer than the screen stays whole, so that it can be copied.
        .break_words(false);
    let written = prose(text);
    let mut lines = textwrap::wrap(&written, options).join("\n");
    // Stressed words stand at the start of a text, so wrapping leaves them whole on the first line.
    if let Some(Span::Strong(words)) = text.spans().first()
        && let Some(rest) = lines.strip_prefix(&format!("{marker}{words}"))
    {
        lines = format!("{marker}{}{rest}", screen.style.paint(Paint::Strong, words));
    }
    out.push_str(&lines);
    out.push('\n');
}

/// Whether the names of rows, and the headings of columns too, may take several lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    OneLine,
    Wrapped,
    WrappedWithHeadings,
}

/// The widest bars with which every table of bars fits the screen, the same for all so that they
/// compare; 0 when none does.
fn bar_width(document: &Document, screen: Screen) -> usize {
    let choices = [
        (20, Names::OneLine),
        (14, Names::OneLine),
        (8, Names::OneLine),
        (14, Names::Wrapped),
        (8, Names::Wrapped),
    ];
    let fits = |&&(bar, names): &&(usize, Names)| {
        document.blocks().all(|block| match block {
            Block::Table { columns, rows, .. }
                if (0..columns.len()).any(|i| is_drawing(rows, i)) =>
            {
                rows_and_columns(columns, rows, screen, bar, names).is_some()
            }
            _ => true,
        })
    };
    choices.iter().find(fits).map_or(0, |&(bar, _)| bar)
}

/// The table with bars of at most this width, none at 0; nothing when it is wider than the screen.
fn rows_and_columns(
    columns: &[Column],
    rows: &[Row],
    screen: Screen,
    bar: usize,
    names: Names,
) -> Option<String> {
    let has_room = |i: usize| match () {
        () if is_gauge(rows, i) => screen.width >= NARROWEST_GAUGE,
        () => bar > 0,
    };
    let shown: Vec<usize> =
        (0..columns.len()).filter(|&i| has_room(i) || !is_drawing(rows, i)).collect();
    let wordy =
        |index: usize| rows.iter().any(|row| matches!(row.cells.get(index), Some(Cell::Text(_))));
    let mut table = Table::new();
    table
        .load_style(style(screen.lines))
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    let between = if names == Names::WrappedWithHeadings { "\n" } else { " " };
    let labels = shown.iter().map(|&i| {
        let label = columns[i].label.replace(' ', between);
        match () {
            () if is_band(rows, i) => legend(&label, rows, i, screen.lines),
            () if is_gauge(rows, i) => gauge_legend(&label, screen.lines),
            () => label,
        }
    });
    table.set_header(std::iter::once(String::new()).chain(labels).collect::<Vec<_>>());
    for row in rows {
        let cells = shown.iter().map(|&i| match row.cells.get(i).unwrap_or(&Cell::Empty) {
            Cell::Bar(share) => drawn(*share, bar, screen.lines),
            // As wide as the heading over it.
            Cell::Band(shown) => {
                let heading = legend(&columns[i].label, rows, i, screen.lines);
                let width = heading.chars().count();
                band(*shown, width.max(bar), screen.lines)
            }
            Cell::Gauge(shown) => {
                let width = gauge_legend(&columns[i].label, screen.lines).chars().count();
                gauge(*shown, width - 1, screen.lines)
            }
            cell => cell_text(cell),
        });
        table.add_row(std::iter::once(prose(&row.label)).chain(cells).collect::<Vec<_>>());
    }
    let mut fixed = 0;
    let widths = table.column_max_content_widths();
    for (i, column) in table.column_iter_mut().enumerate() {
        let of = i.checked_sub(1).map(|i| shown[i]);
        let mut narrowest = usize::from(widths[i]);
        if let Some(of) = of.filter(|&of| !wordy(of)) {
            column.set_constraint(ColumnConstraint::ContentWidth);
            if !is_drawing(rows, of) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        } else if names != Names::OneLine {
            narrowest = narrowest.min(NARROWEST_WORDS);
        }
        column.set_padding(if i == 0 { (0, 1) } else { (1, 1) });
        fixed += narrowest + 2;
    }
    if fixed > screen.width {
        return None;
    }
    let mut text = table.trim_fmt();
    text.push('\n');
    Some(match text.split_once('\n') {
        Some((header, rest)) if screen.style == Style::Color => {
            format!("{}\n{rest}", screen.style.paint(Paint::Faint, header))
        }
        _ => text,
    })
}

/// For a screen too narrow for columns: each row as its name and one line a cell.
fn one_line_a_cell(columns: &[Column], rows: &[Row], screen: Screen) -> String {
    let mut out = String::new();
    for row in rows {
        paragraph(&mut out, screen, "", &row.label);
        for (column, cell) in columns.iter().zip(&row.cells) {
            let said = cell_text(cell);
            if !said.is_empty() {
                let name = if column.label.is_empty() { &column.id } else { &column.label };
                let text = Text::words(format!("{name}: {said}"));
                paragraph(&mut out, screen, "  ", &text);
            }
        }
    }
    out
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Figure(figure) => in_table(*figure),
        Cell::Text(text) => prose(text),
        Cell::Bar(_) | Cell::Band(_) | Cell::Gauge(_) | Cell::Empty => String::new(),
    }
}

const fn style(lines: Lines) -> TableStyle {
    match lines {
        Lines::Drawn => TableStyle::new().header_separator(LineStyle::none().fill('─')),
        Lines::Ascii | Lines::None => TableStyle::new(),
    }
}
