//! The states as equal tiles near where they are, by what the pay buys.

use super::pay::WIDTH;
use crate::engine::{RankedLevel, Ranking};
use crate::report::document::number::in_thousands;
use crate::report::document::{Drawing, Ink, Set, Text};

/// Rows of tiles from the north to the south, from the west to the east; a dot is no state.
const GRID: [&str; 8] = [
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT ..",
    "CA UT CO NE MO KY WV VA MD DE ..",
    ".. AZ NM KS AR TN NC SC DC .. ..",
    ".. .. .. OK LA MS AL GA .. .. ..",
    "HI .. .. .. TX .. .. .. FL .. ..",
];

/// What the median pay buys in each state, or is where prices are not known.
pub(super) fn map(ranking: &Ranking<'_>) -> Option<Drawing> {
    const SIDE: f64 = 36.0;
    let all = ranking.levels.all();
    let (best, last) = (all.first()?, all.last()?);
    let description = Text::words(format!("It buys most in {}, as much as ", best.label))
        .dollars(best.value)
        .say(format!(" in the average US place, and least in {}, ", last.label))
        .dollars(last.value)
        .say(". Darker tiles are states where it buys more; each has the amount in thousands.");
    let mut drawing = Drawing::new(
        "map",
        "What the median pay buys, by home state",
        description,
        [WIDTH, 8.0 * SIDE + 4.0],
    );
    let mut top = 0.0;
    for row in GRID {
        let mut left = 2.0;
        for code in row.split(' ') {
            if code != ".." {
                tile(&mut drawing, [left, top], SIDE - 2.0, code, all);
            }
            left += SIDE;
        }
        top += SIDE;
    }
    Some(drawing)
}

fn tile(drawing: &mut Drawing, at: [f64; 2], side: f64, code: &str, all: &[RankedLevel<'_>]) {
    let place = all.iter().position(|level| level.id == code);
    let ink = place.map_or(Ink::Fifth1, |place| fifth(place, all.len()));
    let [left, top] = at;
    if place.is_some_and(|place| all[place].is_stated) {
        drawing.rectangle([left - 2.0, top - 2.0], [side + 4.0, side + 4.0], Ink::Mark);
    }
    drawing.rectangle(at, [side, side], ink);
    let middle = left + side / 2.0;
    drawing.label([middle, top + 15.0], code, ink, Set::Middle);
    if let Some(place) = place {
        let value = in_thousands(all[place].value.get());
        drawing.label([middle, top + 28.0], value, ink, Set::Middle);
    }
}

/// In which fifth a place is, from 0, of so many from the highest.
fn fifth(place: usize, of: usize) -> Ink {
    let from_the_top = (5 * place / of.max(1)).min(4);
    Ink::FIFTHS[4 - from_the_top]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_one_tile() {
        let mut codes: Vec<&str> =
            GRID.iter().flat_map(|row| row.split(' ')).filter(|code| *code != "..").collect();
        assert!(GRID.iter().all(|row| row.split(' ').count() == 11));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 51);
        let tables = crate::built_in();
        for code in codes {
            assert!(tables.geography.find(code).is_ok(), "{code}");
        }
    }
}
