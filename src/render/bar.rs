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

/// What a band is drawn with: its range, the half in its middle, its median, its mark.
const fn pens(lines: Lines) -> [char; 4] {
    match lines {
        Lines::Drawn => ['░', '▒', '█', '│'],
        Lines::Ascii | Lines::None => ['-', '=', '#', '|'],
    }
}

/// The heading over the bands of a column: what each of their characters is; the mark is the one of
/// the column.
pub(super) fn legend(mark: &str, rows: &[Row], index: usize, lines: Lines) -> String {
    let [range, half, median, line] = pens(lines);
    let has = |is_so: fn(&Band) -> bool| {
        let bands = rows.iter().filter_map(|row| match row.cells.get(index) {
            Some(Cell::Band(band)) => Some(band),
            _ => None,
        });
        bands.into_iter().any(is_so)
    };
    let mut legend = String::new();
    if has(|band| band.range.is_some()) {
        legend.extend([&range.to_string(), " most"]);
        if has(|band| band.half.is_some()) {
            legend.extend([" ", &half.to_string(), " half"]);
        }
        legend.extend([" ", &median.to_string(), " median"]);
    } else {
        legend.extend([&half.to_string(), " low to high"]);
    }
    if has(|band| band.mark.is_some()) {
        legend.extend([" ", &line.to_string(), " ", mark]);
    }
    legend
}

/// The heading over gauges: what their bar and their mark are.
pub(super) fn gauge_legend(mark: &str, lines: Lines) -> String {
    let [_, _, bar, line] = pens(lines);
    format!("{bar} found {line} {mark}")
}

/// What was found as a bar of at most this width, with a mark where what is asked is.
pub(super) fn gauge(gauge: Gauge, width: usize, lines: Lines) -> String {
    let [_, _, bar, mark] = pens(lines);
    let mut drawn = vec![' '; width + 1];
    drawn[..parts(gauge.found, width)].fill(bar);
    drawn[parts(gauge.asked, width)] = mark;
    drawn.into_iter().collect::<String>().trim_end().to_owned()
}

/// A band of at most this width: the range, over it the half, the median and the mark.
pub(super) fn band(band: Band, width: usize, lines: Lines) -> String {
    let [range, half, middle, mark] = pens(lines);
    let at = |share: Share| parts(share, width.saturating_sub(1));
    let mut drawn = vec![' '; width];
    if let Some([low, _, high]) = band.range {
        drawn[at(low)..=at(high)].fill(range);
    }
    if let Some([low, high]) = band.half {
        drawn[at(low)..=at(high)].fill(half);
    }
    if let Some([_, median, _]) = band.range {
        drawn[at(median)] = middle;
    }
    if let Some(share) = band.mark {
        drawn[at(share)] = mark;
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
        Lines::Ascii | Lines::None => "#".repeat(parts(share, width)),
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
        let range = Some([share(0.4), share(0.6), share(1.0)]);
        let full = Band { range, half: None, mark: Some(share(0.2)) };
        let half = Band { half: Some([share(0.5), share(0.8)]), mark: None, ..full };
        for (shown, drawn, ascii, heading) in [
            (full, "  │ ░░█░░░░", "  | --#----", "- most # median | without"),
            (half, "    ░▒█▒▒░░", "    -=#==--", "- most = half # median"),
        ] {
            assert_eq!(band(shown, 11, Lines::Drawn), drawn);
            assert_eq!(band(shown, 11, Lines::Ascii), ascii);
            let rows = [Row::new("x", "x", [Cell::Band(shown)])];
            assert_eq!(legend("without", &rows, 0, Lines::Ascii), heading);
        }
        assert_eq!(band(Band { range: None, ..full }, 11, Lines::Ascii), "  |");
        let ends = Band { range: None, mark: full.mark, ..half };
        assert_eq!(band(ends, 11, Lines::Drawn), "  │  ▒▒▒▒");
        let rows = [Row::new("x", "x", [Cell::Band(ends)])];
        assert_eq!(legend("as it is", &rows, 0, Lines::Ascii), "= low to high | as it is");
    }

    #[test]
    fn a_gauge_shows_what_was_found_next_to_what_is_asked() {
        let share = |share| Share::new(share).unwrap();
        let of = |found, asked| Gauge { found: share(found), asked: share(asked) };
        assert_eq!(gauge(of(0.5, 1.0), 6, Lines::Drawn), "███   │");
        assert_eq!(gauge(of(1.0, 0.5), 6, Lines::Ascii), "###|##");
        assert_eq!(gauge(of(0.0, 0.0), 6, Lines::Ascii), "|");
        assert_eq!(gauge_legend("asked", Lines::Ascii), "# found | asked");
    }

    #[test]
    fn a_bar_is_as_long_as_its_share_to_an_eighth_of_a_column() {
        let share = |share| Share::new(share).unwrap();
        assert_eq!(drawn(share(1.0), 4, Lines::Drawn), "████");
        assert_eq!(drawn(share(0.5), 5, Lines::Drawn), "██▌");
        assert_eq!(drawn(share(0.0), 4, Lines::Drawn), "");
        assert_eq!(drawn(share(0.5), 4, Lines::Ascii), "##");
    }
}
