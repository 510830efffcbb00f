//! Which of several profiles is paid better, and by how much, in a sentence.

use super::named::all;
use crate::engine::{Comparison, Estimate};
use crate::quantity::{Dollars, Percentile};
use crate::report::document::{Text, whole};
use crate::report::words::{a_year, more};

/// A profile by its name, with the amount that it is compared by.
struct Named<'c> {
    name: &'c str,
    estimate: &'c Estimate<'c>,
    amount: Dollars,
}

/// Which profile has the best median pay, and how much more that is.
pub(super) fn first_line(comparison: &Comparison<'_>) -> Text {
    let ranked = ranked(comparison, |answer| Some(median_pay(answer)));
    let [best, next, ..] = ranked.as_slice() else {
        return Text::words("There is nothing to compare with.");
    };
    let paid = |of: &Named<'_>| a_year(of.amount, of.estimate.profile.work());
    if same(best, ranked.last().unwrap_or(next)) {
        return Text::words("No difference at the median: each pays about ")
            .then(paid(best))
            .say(".");
    }
    if same(best, next) {
        return Text::words(format!("{} and {} pay the same, about ", code(best), code(next)))
            .then(paid(best))
            .say(" at the median.");
    }
    // With the base where it is not itself the best: that is what was asked.
    let base = |of: &&Named<'_>| of.name == comparison.base_name;
    let other = ranked.iter().find(base).filter(|base| base.name != best.name).unwrap_or(next);
    let text = Text::words(format!("{} pays ", code(best))).then(more(other.amount, best.amount));
    let text = if ranked.len() > 2 {
        text.say(format!(
            " more a year at the median than {}, the most of {}: about ",
            code(other),
            ranked.len()
        ))
    } else {
        text.say(format!(" more a year at the median than {}: about ", code(other)))
    };
    text.then(paid(best)).say(" against ").then(paid(other)).say(".")
}

/// That what pay buys at home puts another profile first, where it does.
pub(super) fn at_home(comparison: &Comparison<'_>) -> Option<Text> {
    let by_pay = ranked(comparison, |answer| Some(median_pay(answer)));
    let by_value = ranked(comparison, |answer| {
        let value = answer.figures.compared_home_value()?;
        Some(value.percentiles.at(Percentile::P50))
    });
    let [best, next, ..] = by_value.as_slice() else { return None };
    if same(best, next) || by_pay.first()?.name == best.name || by_value.len() < by_pay.len() {
        return None;
    }
    let first =
        by_value.iter().find(|other| Some(other.name) == by_pay.first().map(|by| by.name))?;
    Some(
        Text::words(format!("But prices differ: at home the pay of {} buys ", code(best)))
            .then(more(first.amount, best.amount))
            .say(format!(" more than that of {}.", code(first))),
    )
}

fn ranked<'c>(
    comparison: &'c Comparison<'_>,
    amount: impl Fn(&Estimate<'_>) -> Option<Dollars>,
) -> Vec<Named<'c>> {
    let mut ranked: Vec<Named<'c>> = all(comparison)
        .filter_map(|(name, estimate)| Some(Named { name, estimate, amount: amount(estimate)? }))
        .collect();
    ranked.sort_by(|one, other| other.amount.get().total_cmp(&one.amount.get()));
    ranked
}

fn median_pay(answer: &Estimate<'_>) -> Dollars {
    answer.figures.compared_pay().percentiles.at(Percentile::P50)
}

/// Whether two amounts are written alike.
fn same(one: &Named<'_>, other: &Named<'_>) -> bool {
    whole(one.amount.get()) == whole(other.amount.get())
}

fn code(of: &Named<'_>) -> String {
    format!("`{}`", of.name)
}
