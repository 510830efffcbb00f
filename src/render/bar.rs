//! A share drawn as a bar, for the eye alone.

use super::table::Lines;
use crate::quantity::Share;
use crate::report::{Cell, Row};

/// Whether a column holds bars.
pub(super) fn is_bar(rows: &[Row], index: usize) -> bool {
    rows.iter().any(|row| matches!(row.cells.get(index), Some(Cell::Bar(_))))
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
    fn a_bar_is_as_long_as_its_share_to_an_eighth_of_a_column() {
        let share = |share| Share::new(share).unwrap();
        assert_eq!(drawn(share(1.0), 4, Lines::Drawn), "████");
        assert_eq!(drawn(share(0.5), 5, Lines::Drawn), "██▌");
        assert_eq!(drawn(share(0.0), 4, Lines::Drawn), "");
        assert_eq!(drawn(share(0.5), 4, Lines::None), "##");
    }
}
