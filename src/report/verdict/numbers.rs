//! The numbers that criteria measure and ask for, in their units.

use super::words::yes_or_no;
use crate::data::{CriterionMeasure, Threshold};
use crate::engine::verdict::{Judged, Measured};
use crate::quantity::Dollars;
use crate::report::document::{Figure, Text, number as written};

/// The unit that a number of a criterion is written in.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Percent(u8),
    /// How many times something else: so many percent more or less than it.
    Ratio,
    Points,
    Months,
    Dollars,
    Rank,
}

impl Unit {
    const fn decimals(self) -> u8 {
        match self {
            Self::Percent(decimals) => decimals,
            Self::Points => 1,
            Self::Ratio | Self::Months | Self::Dollars | Self::Rank => 0,
        }
    }

    /// What a number is multiplied by before it is rounded to its decimals.
    const fn scale(self) -> f64 {
        match self {
            Self::Percent(_) | Self::Ratio => 100.0,
            Self::Points | Self::Months | Self::Dollars | Self::Rank => 1.0,
        }
    }
}

const fn unit(measure: CriterionMeasure) -> Unit {
    use CriterionMeasure as M;
    match measure {
        M::Year5Pay
        | M::Year5PayOverPresent
        | M::RolesOverCoder
        | M::EmployerOverHome
        | M::LocationQuotient => Unit::Ratio,
        M::MeanGainIn5Years | M::MeanGainIn10Years | M::BestNextStep => Unit::Dollars,
        M::PayPercentile => Unit::Rank,
        M::GrowthOverAll => Unit::Points,
        M::MonthsToFirstPay | M::MonthsToRemote => Unit::Months,
        M::Openings | M::RealPayGrowth => Unit::Percent(1),
        _ => Unit::Percent(0),
    }
}

fn number(unit: Unit, number: f64, more: u8) -> Text {
    let decimals = unit.decimals() + more;
    match unit {
        Unit::Percent(_) => Text::default().number(number * 100.0, decimals).say("%"),
        Unit::Ratio => less_or_more(number, decimals).unwrap_or_else(|| "the same".into()),
        Unit::Points => Text::default().number(number, decimals).say(" points"),
        Unit::Months if (number - 1.0).abs() < 0.5 => "1 month".into(),
        Unit::Months => Text::default().number(number, decimals).say(" months"),
        Unit::Dollars if number < 0.0 => Text::words("-$").say(grouped(-number)),
        Unit::Dollars => Text::words("$").say(grouped(number)),
        Unit::Rank => Text::default().number(number, decimals),
    }
}

/// `43% more` of 1.43 and `7% less` of 0.93; nothing of what rounds to 1.
fn less_or_more(ratio: f64, decimals: u8) -> Option<Text> {
    let percent = (ratio - 1.0) * 100.0;
    let rounded = libm::round(percent * libm::pow(10.0, f64::from(decimals)));
    let which = if rounded < 0.0 { "% less" } else { "% more" };
    (rounded.abs() > 0.5).then(|| Text::default().number(percent.abs(), decimals).say(which))
}

/// A number of dollars, at least 0, in groups of three digits.
fn grouped(amount: f64) -> String {
    Dollars::new(amount).map_or_else(
        |_| String::new(),
        |amount| {
            let text = written::in_prose(Figure::Dollars(amount));
            text.trim_start_matches('$').to_owned()
        },
    )
}

/// How many more decimals than usual it takes for what was measured and what is asked to differ.
fn more_decimals(judged: &Judged<'_>) -> u8 {
    const MOST: u8 = 3;
    let unit = unit(judged.criterion.measure);
    let (Some(asked), Measured::Number(found)) = (judged.asked(), judged.measured) else {
        return 0;
    };
    if judged.holds != Some(false) || matches!(unit, Unit::Dollars) {
        return 0;
    }
    let written = |number: f64, more: u8| {
        libm::round(number * unit.scale() * libm::pow(10.0, f64::from(unit.decimals() + more)))
    };
    let differ = |more: &u8| (written(found, *more) - written(asked, *more)).abs() > 0.5;
    (0..=MOST).find(differ).unwrap_or(MOST)
}

/// A number of this criterion in its unit.
fn of(judged: &Judged<'_>, value: f64) -> Text {
    number(unit(judged.criterion.measure), value, more_decimals(judged))
}

/// The number without its sign.
pub(super) fn size(judged: &Judged<'_>, value: f64) -> Text {
    of(judged, value.abs())
}

/// How a ratio compares: `43% more` and `than`, or `as much as` where it is 1.
pub(super) fn compared(
    judged: &Judged<'_>,
    ratio: f64,
    differ: &'static str,
    same: &'static str,
) -> Text {
    let unit = unit(judged.criterion.measure);
    less_or_more(ratio, unit.decimals() + more_decimals(judged))
        .map_or_else(|| same.into(), |text| text.say(differ))
}

/// What was measured.
pub(super) fn measured(judged: &Judged<'_>) -> Text {
    match judged.measured {
        Measured::Number(value) => of(judged, value),
        Measured::BeyondMeasure(_) => "without limit".into(),
        Measured::Irrelevant(_) => "doesn't matter".into(),
        Measured::Said(said) => yes_or_no(said).into(),
        Measured::Adoption(Some(ai)) => ai.name().into(),
        Measured::Adoption(None) | Measured::Missing(_) => "not known".into(),
    }
}

/// What is asked.
pub(super) fn asked(judged: &Judged<'_>) -> Text {
    let is_ratio = matches!(unit(judged.criterion.measure), Unit::Ratio);
    match judged.criterion.threshold {
        Threshold::AtLeast(least) if is_ratio && least < 1.0 => {
            Text::words("at most ").then(of(judged, least))
        }
        Threshold::AtLeast(least) => Text::words("at least ").then(of(judged, least)),
        Threshold::AtMost(most) => Text::words("at most ").then(of(judged, most)),
        Threshold::MoreThan(than) => Text::words("more than ").then(of(judged, than)),
        Threshold::WithinWait => match judged.wait {
            Some(wait) => Text::words("at most ").then(of(judged, f64::from(wait))),
            None => "at most your wait".into(),
        },
        Threshold::Said(wanted) => yes_or_no(Some(wanted)).into(),
        Threshold::NotAvoided => "not avoid".into(),
    }
}

/// What is asked, as the end of a sentence: `we ask for 50%`; nothing where "ahead" says it already.
pub(super) fn asked_for(judged: &Judged<'_>) -> Option<Text> {
    use CriterionMeasure as M;
    let ask = |text: Text| Text::words("we ask for ").then(text);
    let is_dollars = matches!(unit(judged.criterion.measure), Unit::Dollars);
    Some(match (judged.criterion.measure, judged.criterion.threshold) {
        (_, Threshold::AtLeast(0.0) | Threshold::MoreThan(0.0)) if is_dollars => return None,
        (M::RealPayGrowth, Threshold::AtLeast(0.0)) => "we want no loss".into(),
        (M::GrowthOverAll, Threshold::AtLeast(0.0)) => "we ask for at least as fast".into(),
        (measure, Threshold::AtLeast(least)) => match unit(measure) {
            Unit::Dollars => ask(of(judged, least).say(" or more")),
            Unit::Ratio if least < 1.0 => Text::words("we accept ").then(of(judged, least)),
            _ => ask(of(judged, least)),
        },
        (_, Threshold::AtMost(most)) => ask(of(judged, most).say(" or less")),
        _ => ask(asked(judged)),
    })
}
