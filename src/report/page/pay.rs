//! Pictures of a pay: on each scale, and what is left of it.

use super::scale::Scale;
use crate::engine::tax::TaxPart;
use crate::engine::{Estimate, PayAfterTax};
use crate::quantity::{Dollars, Percentile, Share};
use crate::report::document::number::in_thousands;
use crate::report::document::{Drawing, Figure, Ink, Set, Text};
use crate::report::words::{rates, scale_name};

/// The width of every picture.
pub(super) const WIDTH: f64 = 400.0;

/// The range on each pay scale, with the stated pay in it.
pub(super) fn scales(answer: &Estimate<'_>) -> Drawing {
    const ROW: f64 = 42.0;
    let scenarios = &answer.figures.scenarios;
    let mine = answer.figures.my_pay.map(|mine| mine.amount);
    let head = if mine.is_some() { 16.0 } else { 2.0 };
    let bottom = scenarios.iter().fold(head, |height, _| height + ROW);
    let description = scenarios.iter().fold(Text::default(), |text, scenario| {
        let at = |percentile| scenario.pay.percentiles.at(percentile);
        text.say(format!(
            "{}: from ",
            scale_name(answer.tables, scenario.scenario, &scenario.wages)
        ))
        .dollars(at(Percentile::P10))
        .say(" (one in ten earn less) over ")
        .dollars(at(Percentile::P50))
        .say(" (half) to ")
        .dollars(at(Percentile::P90))
        .say(" (one in ten earn more). ")
    });
    let description = match mine {
        Some(pay) => description.say("You earn ").dollars(pay).say("."),
        None => description,
    };
    let mut drawing =
        Drawing::new("scales", "Pay on each pay scale", description, [WIDTH, bottom + 16.0]);
    let ends = scenarios.iter().flat_map(|scenario| {
        [Percentile::P10, Percentile::P90].map(|at| scenario.pay.percentiles.at(at))
    });
    let scale = Scale::new(ends.chain(mine).map(Dollars::get), [18.0, WIDTH - 20.0]);
    for tick in scale.ticks() {
        drawing.line([[scale.at(tick), head], [scale.at(tick), bottom]], Ink::Grid);
        let below = [scale.at(tick), bottom + 12.0];
        drawing.label(below, in_thousands(tick), Ink::Scale, Set::Middle);
    }
    let mut top = head;
    for scenario in scenarios {
        let at = |percentile| scale.at(scenario.pay.percentiles.at(percentile).get());
        let name = if scenarios.len() == 1 {
            rates(answer.tables, scenario.wages.of)
        } else {
            scale_name(answer.tables, scenario.scenario, &scenario.wages)
        };
        drawing.label([0.0, top + 13.0], name, Ink::Words, Set::Start);
        let [p10, p25, p50, p75, p90] = Percentile::ALL.map(at);
        let bar = top + 20.0;
        drawing.rectangle([p10, bar], [p90 - p10, 14.0], Ink::Range);
        drawing.rectangle([p25, bar], [p75 - p25, 14.0], Ink::Half);
        drawing.rectangle([p50 - 1.5, bar], [3.0, 14.0], Ink::Median);
        top += ROW;
    }
    if let Some(pay) = mine {
        let at = scale.at(pay.get());
        drawing.line([[at, head - 2.0], [at, bottom]], Ink::Mark);
        let set = match at {
            near if near < 60.0 => Set::Start,
            near if near > WIDTH - 60.0 => Set::End,
            _ => Set::Middle,
        };
        drawing.label([at, 10.0], format!("you: {}", dollars(pay)), Ink::Mark, set);
    }
    drawing
}

fn dollars(amount: Dollars) -> String {
    crate::report::document::number::in_prose(Figure::Dollars(amount))
}

/// What is taken, by who takes it, with the parts of [`TaxPart::KINDS`].
const TAKEN: [(&str, Ink, &[&str]); 4] = [
    ("federal income tax", Ink::Taken1, &["federal"]),
    (
        "Social Security and Medicare",
        Ink::Taken2,
        &["social_security", "medicare", "self_employment"],
    ),
    ("state income tax and contributions", Ink::Taken3, &["state", "other_state", "contribution"]),
    ("city or county tax", Ink::Taken4, &["local"]),
];

/// Where the gross pay goes.
pub(super) fn take_home(after: &PayAfterTax<'_>) -> Drawing {
    const LINE: f64 = 19.0;
    let taken = after.taken();
    let gross = taken.earnings.gross();
    let by_kind = taken.by_kind();
    let left = after.headline().left;
    let sum = |kinds: &[&str]| -> f64 {
        let amounts = TaxPart::KINDS.into_iter().zip(by_kind);
        amounts.filter(|(kind, _)| kinds.contains(kind)).map(|(_, amount)| amount).sum()
    };
    let parts: Vec<(&str, Ink, f64)> = std::iter::once(("yours to keep", Ink::Kept, left))
        .chain(TAKEN.map(|(name, ink, kinds)| (name, ink, sum(kinds))))
        .filter(|(.., amount)| *amount >= 0.5)
        .collect();
    let share = |amount: f64| Share::new((amount / gross).clamp(0.0, 1.0)).map(Figure::Share);
    let money = |amount: f64| Dollars::new(amount).map(Figure::Dollars);
    let description =
        parts.iter().fold(Text::words("Of the gross pay: "), |text, &(name, _, amount)| {
            match (money(amount), share(amount)) {
                (Ok(money), Ok(share)) => {
                    text.say(format!("{name} ")).figure(money).say(" (").figure(share).say("). ")
                }
                _ => text,
            }
        });
    let height = parts.iter().fold(40.0, |height, _| height + LINE);
    let mut drawing =
        Drawing::new("taken", "Where a year's gross pay goes", description, [WIDTH, height]);
    let (mut from, mut line) = (0.0, 52.0);
    for &(name, ink, amount) in &parts {
        let width = (amount / gross).clamp(0.0, 1.0) * WIDTH;
        drawing.rectangle([from, 4.0], [(width - 1.0).max(0.5), 24.0], ink);
        from += width;
        drawing.rectangle([0.0, line - 9.0], [11.0, 11.0], ink);
        drawing.label([18.0, line], name, Ink::Words, Set::Start);
        if let (Ok(money), Ok(share)) = (money(amount), share(amount)) {
            drawing.figure([WIDTH - 48.0, line], money, Ink::Words, Set::End);
            drawing.figure([WIDTH, line], share, Ink::Scale, Set::End);
        }
        line += LINE;
    }
    drawing
}
