//! Shares drawn as bars and bands, for the eye alone.

use super::style::Lines;
use crate::quantity::Share;
use crate::report::{Band, Cell, Gauge, Row};

/// Whether a column holds bands.
pub(super) fn is_band(rows: &[Row], index: usize) -> bool {
    rows.iter().any(|row| matches!(row.cells.get(index), Some(Cell::Band(_))))
}

/// Whether a column only draws a number of another column.
pub(super) fn is_drawing(rows: &[Row], index: usize) -> bool {
    rows.iter().any(|row| {
        matches!(row.cells.get(index), Some(Cell::Bar(_) | Cell::Band(_) | Cell::Gauge(_)))
    })
}

/// Whether a column shows what was found next to what is asked.
pub(super) fn is_gauge(rows: &[Row], index: usize) -> bool {
    rows.iter().any(|row| matches!(row.cells.get(index), Some(Cell::Gauge(_))))
}

/// What a band is drawn with: its range, its middle, its mark.
const fn pens(lines: Lines) -> [char; 3] {
    match lines {
        Lines::Drawn => ['░', '█', '│'],
        Lines::None => ['-', '#', '|'],
    }
}

/// The heading over bands: what each of their characters is; the mark is the one of the column.
pub(super) fn legend(mark: &str, lines: Lines) -> String {
    let [range, middle, line] = pens(lines);
    format!("{range} p10-p90 {middle} median {line} {mark}")
}

/// The heading over gauges: what their bar and their mark are.
pub(super) fn gauge_legend(mark: &str, lines: Lines) -> String {
    let [_, bar, line] = pens(lines);
    format!("{bar} found {line} {mark}")
}

/// What was found as a bar of at most this width, with a mark where what is asked is.
pub(super) fn gauge(gauge: Gauge, width: usize, lines: Lines) -> String {
    let [_, bar, mark] = pens(lines);
    let mut drawn = vec![' '; width + 1];
    drawn[..parts(gauge.found, width)].fill(bar);
    drawn[parts(gauge.asked, width)] = mark;
    drawn.into_iter().collect::<String>().trim_end().to_owned()
}

/// A band of at most this width: the range, over it the mark, and over both the middle.
pub(super) fn band(band: Band, width: usize, lines: Lines) -> String {
    let [range, middle, mark] = pens(lines);
    let at = |share: Share| parts(share, width.saturating_sub(1));
    let mut drawn = vec![' '; width];
    if let Some([low, _, high]) = band.range {
        drawn[at(low)..=at(high)].fill(range);
    }
    drawn[at(band.mark)] = mark;
    if let Some([_, median, _]) = band.range {
        drawn[at(median)] = middle;
    }
    drawn.into_iter().collect::<String>().trim_end().to_owned()
}

/// A bar: blocks to an eighth of a column where lines may be drawn, else whole characters.
pub(super) fn drawn(share: Share, width: usize, lines: Lines) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    match lines {
        Lines::Drawn => {
            let eighths = parts(share, 8 * width);
            format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
        }
        Lines::None => "#".repeat(parts(share, width)),
    }
}

/// To the nearest of so many parts.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a share of a width is between 0 and the width"
)]
fn parts(share: Share, of: usize) -> usize {
    (share.get() * of as f64).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_spans_its_range_and_shows_its_middle_and_its_mark() {
        let share = |share| Share::new(share).unwrap();
        let full = Band { range: Some([share(0.4), share(0.6), share(1.0)]), mark: share(0.2) };
        assert_eq!(band(full, 11, Lines::Drawn), "  │ ░░█░░░░");
        assert_eq!(band(full, 11, Lines::None), "  | --#----");
        assert_eq!(band(Band { range: None, ..full }, 11, Lines::None), "  |");
        assert_eq!(legend("without", Lines::None), "- p10-p90 # median | without");
    }

    #[test]
    fn a_gauge_shows_what_was_found_next_to_what_is_asked() {
        let share = |share| Share::new(share).unwrap();
        let of = |found, asked| Gauge { found: share(found), asked: share(asked) };
        assert_eq!(gauge(of(0.5, 1.0), 6, Lines::Drawn), "███   │");
        assert_eq!(gauge(of(1.0, 0.5), 6, Lines::None), "###|##");
        assert_eq!(gauge(of(0.0, 0.0), 6, Lines::None), "|");
        assert_eq!(gauge_legend("asked", Lines::None), "# found | asked");
    }

    #[test]
    fn a_bar_is_as_long_as_its_share_to_an_eighth_of_a_column() {
        let share = |share| Share::new(share).unwrap();
        assert_eq!(drawn(share(1.0), 4, Lines::Drawn), "████");
        assert_eq!(drawn(share(0.5), 5, Lines::Drawn), "██▌");
        assert_eq!(drawn(share(0.0), 4, Lines::Drawn), "");
        assert_eq!(drawn(share(0.5), 4, Lines::None), "##");
    }
}
