//! Tables, with bars and bands drawn in their cells.

use std::fmt::Write as _;

use super::words::{escaped, plain, written};
use crate::quantity::Share;
use crate::render::bar::{is_band, is_drawing, is_gauge};
use crate::report::number::in_table;
use crate::report::{Band, Cell, Column, Gauge, Row};

/// How wide what is drawn in a cell is, in its own units.
const WIDTH: f64 = 120.0;

/// A table of this name in a part of that.
pub(super) fn table(out: &mut String, (id, part): (&str, &str), columns: &[Column], rows: &[Row]) {
    let name = if part.is_empty() { id.to_owned() } else { format!("{part}: table") };
    let _ = write!(
        out,
        "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n<table data-id=\"{id}\">\n\
         <thead><tr><td></td>",
        escaped(&name)
    );
    for (i, column) in columns.iter().enumerate() {
        let label = match () {
            () if is_band(rows, i) => format!("eight in ten, median | {}", column.label),
            () if is_gauge(rows, i) => format!("found | {}", column.label),
            () => column.label.to_string(),
        };
        let side = if is_wordy(rows, i) { " class=\"words\"" } else { "" };
        if label.is_empty() {
            let _ = write!(out, "<td{side}></td>");
        } else {
            let _ = write!(out, "<th scope=\"col\"{side}>{}</th>", escaped(&label));
        }
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        let head = if plain(&row.label).is_empty() { "td" } else { "th scope=\"row\"" };
        let tag = head.split(' ').next().unwrap_or(head);
        let (name, label) = (escaped(&row.id), written(&row.label));
        let _ = write!(out, "<tr data-row=\"{name}\"><{head}>{label}</{tag}>");
        for i in 0..columns.len() {
            let cell = row.cells.get(i).unwrap_or(&Cell::Empty);
            let side = if is_wordy(rows, i) { " class=\"words\"" } else { "" };
            let _ = write!(out, "<td{side}>");
            push_cell(out, cell);
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// Whether a column is set to the left.
fn is_wordy(rows: &[Row], index: usize) -> bool {
    let has_words = |row: &Row| matches!(row.cells.get(index), Some(Cell::Text(_)));
    is_drawing(rows, index) || rows.iter().any(has_words)
}

fn push_cell(out: &mut String, cell: &Cell) {
    match cell {
        Cell::Figure(figure) => out.push_str(&escaped(&in_table(*figure))),
        Cell::Text(text) => out.push_str(&written(text)),
        Cell::Bar(share) => drawn(out, &[piece("half", 0.0, share.get())]),
        Cell::Band(band) => drawn(out, &band_pieces(*band)),
        Cell::Gauge(Gauge { found, asked }) => {
            drawn(out, &[piece("half", 0.0, found.get()), line("mark", *asked)]);
        }
        Cell::Empty => {}
    }
}

fn band_pieces(band: Band) -> Vec<String> {
    let mut pieces = Vec::new();
    if let Some([low, median, high]) = band.range {
        pieces.push(piece("range", low.get(), high.get()));
        if let Some([from, to]) = band.half {
            pieces.push(piece("half", from.get(), to.get()));
        }
        pieces.push(line("median", median));
    }
    pieces.extend(band.mark.map(|mark| line("mark", mark)));
    pieces
}

/// A part of a bar between two shares of its width.
fn piece(ink: &str, from: f64, to: f64) -> String {
    let (from, width) = (from * WIDTH, (to - from).max(0.0) * WIDTH);
    format!("<rect class=\"{ink}\" x=\"{from:.1}\" y=\"1\" width=\"{width:.1}\" height=\"10\"/>")
}

/// A mark at a share of the width.
fn line(ink: &str, at: Share) -> String {
    let from = (at.get() * WIDTH - 1.0).clamp(0.0, WIDTH - 2.0);
    format!("<rect class=\"{ink}\" x=\"{from:.1}\" y=\"0\" width=\"2\" height=\"12\"/>")
}

/// A small picture of a number that is in the row too, and so is no news to who cannot see it.
fn drawn(out: &mut String, pieces: &[String]) {
    let _ = write!(
        out,
        "<svg class=\"cell\" viewBox=\"0 0 {WIDTH} 12\" aria-hidden=\"true\" focusable=\"false\">{}</svg>",
        pieces.concat()
    );
}
