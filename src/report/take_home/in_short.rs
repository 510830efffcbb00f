//! What is left of a pay, in the few lines that other answers have for it.

use super::left_out::local;
use super::parts::{dollars, kept};
use super::two_states::sentence;
use crate::data::Filing;
use crate::engine::TakeHomeError;
use crate::engine::tax::{Law, PayAfterTax, StateLeftOut, TakenAt};
use crate::quantity::{Pay, Percentile};
use crate::report::document::{Cell, Text};

/// What is left of the median, and of the stated pay, or why nobody knows.
pub(crate) fn in_one_line(after: &Result<Box<PayAfterTax<'_>>, TakeHomeError>) -> Text {
    let after = match after {
        Ok(after) => after,
        Err(why) => return Text::words(format!("What is left after taxes is not known: {why}.")),
    };
    let median = after.at(Percentile::P50);
    let text = Text::words(if after.is_contract {
        "Of what the median rate brings, about "
    } else {
        "Of the median pay, about "
    });
    let text = text
        .dollars(kept(&median))
        .say(" is left after taxes (")
        .dollars(dollars(median.left / 12.0))
        .say(" a month)");
    let text = match after.stated {
        None => text,
        Some(stated) => text
            .say(match stated.at {
                TakenAt::Rate => "; of the ",
                _ => "; of your ",
            })
            .dollars(dollars(stated.earnings.gross()))
            .say(match stated.at {
                TakenAt::Rate => " that your rate brings after overhead, ",
                _ => ", ",
            })
            .dollars(kept(&stated))
            .say(" (")
            .dollars(dollars(stated.left / 12.0))
            .say(" a month)"),
    };
    let federal_alone = after.law.left_out(median.earnings.gross()) == Some(StateLeftOut::NoHome);
    text.say(if federal_alone {
        ": federal taxes alone, because no home state is stated."
    } else {
        "."
    })
}

/// What two states make of it, and the local tax that everybody pays and nobody named.
pub(crate) fn notes_in_short(after: &PayAfterTax<'_>) -> Vec<Text> {
    let home = after.law.home.and_then(|home| after.law.taxes.state(home));
    let everywhere = home.is_some_and(|home| home.local_everywhere.is_some());
    sentence(after).into_iter().chain(local(after).filter(|_| everywhere)).collect()
}

/// What is left of each percentile and of the mean of a pay on another scale.
pub(crate) fn left_cells(after: &PayAfterTax<'_>, pay: &Pay) -> Vec<Cell> {
    after.left_of(pay).map(|left| Cell::from(dollars(left))).to_vec()
}

/// Which law is applied, in one sentence for several answers.
pub(crate) fn law_in_short(law: &Law<'_>, applies_rules: bool) -> String {
    let filing = match law.filing {
        Filing::Single => "one person",
        Filing::Joint => "a married couple of whom one earns",
    };
    let rule = if applies_rules {
        "the convenience rule of each employer's state is applied"
    } else {
        "a convenience rule of the employer's state is ignored (`--convenience apply` counts it)"
    };
    let local = match law.local.first() {
        Some(row) => format!(", with the tax of {}", row.place),
        None => ", without local taxes".to_owned(),
    };
    format!(
        "After taxes: federal law of {} for {filing}, and that of the home state{local}; {rule}. \
         `mbc-calc take-home` takes every tax by name.",
        law.year.name()
    )
}
