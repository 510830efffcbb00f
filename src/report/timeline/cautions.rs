//! What to doubt, and what was assumed that matters most.

use super::words::percent;
use crate::data::{CareerNumber, Tables};
use crate::engine::KnownBias;
use crate::profile::CareerStage;
use crate::quantity::Share;
use crate::report::document::{Figure, Text};

/// How far such answers have been off, and the assumption that moves the average gain most: how pay in
/// the field grows for who comes from outside, and how much of the extra pay is gained by who works there.
pub(crate) fn caution(
    tables: &Tables,
    stage: CareerStage,
    causal_share: Share,
    known: &[KnownBias<'_>],
) -> Text {
    let text = Text::words("To doubt: ");
    let text = known.iter().fold(text, |text, known| {
        let side = if known.bias > 0.0 { "% too high; " } else { "% too low; " };
        text.say("answers like this ran about ").number(known.bias.abs() * 100.0, 0).say(side)
    });
    match stage {
        CareerStage::Newcomer | CareerStage::Certified => {
            let growth = tables.career.number(CareerNumber::RealGrowth).value;
            if growth.abs() < f64::EPSILON {
                text.say("we assume that pay keeps pace with prices.")
            } else {
                let text = text.say("we assume that pay grows ");
                text.then(percent(growth)).say(" a year beyond prices.")
            }
        }
        CareerStage::Apprentice | CareerStage::Coder | CareerStage::Specialist => text
            .say("we assume that ")
            .figure(Figure::Share(causal_share))
            .say(" of the extra pay for a certificate is yours (`--causal-share`)."),
    }
}
