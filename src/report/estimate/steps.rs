//! A step in words: its name, its formula with the numbers in it, and what to know of it.

use crate::data::{CareerRule, Measure, Tables};
use crate::engine::{Estimate, LocalWages, StandIn, Step, StepKind};
use crate::quantity::{Dollars, Factor, Percentile, WeeklyHours};
use crate::report::document::{Figure, Text};
use crate::report::words::{factor_label, level, other_hours, years_of};

/// The name of a step.
pub(super) fn label(answer: &Estimate<'_>, step: &Step) -> Text {
    let (tables, profile) = (answer.tables, &answer.profile);
    match step.kind {
        StepKind::Place(_) => {
            let wages = &answer.figures.chosen().wages;
            let of = profile.role().map_or(String::new(), |role| format!(" ({})", role.name()));
            format!("wages in {}{of}", wages.of.in_sentence(tables)).into()
        }
        StepKind::SurveyLevel => "pay level of the AAPC survey".into(),
        StepKind::Factor(factor) => factor_label(tables, profile, factor),
        StepKind::Hours => other_hours(None, profile.work().hours),
    }
}

/// The formula of a step with the numbers in it, enough to work it out again.
pub(super) fn formula(answer: &Estimate<'_>, step: &Step) -> Text {
    let effect = match step.kind {
        StepKind::Place(_) => return published_row(answer),
        StepKind::SurveyLevel => {
            let survey = &answer.tables.certifications.survey;
            let share = survey.uncertified_share;
            let uncertified = answer.tables.certifications.uncertified();
            ratio(survey.mean, answer.tables.salaries.nation().pay.mean)
                .say(", where ")
                .dollars(survey.mean)
                .say(" = ")
                .number(share.get(), 2)
                .say(" × ")
                .dollars(uncertified.pay)
                .say(" + ")
                .number(share.complement().get(), 2)
                .say(" × ")
                .dollars(survey.all_certified)
        }
        StepKind::Factor(factor) => factor_formula(answer, factor),
        StepKind::Hours => {
            let [hours, full] = [
                answer.profile.work().hours.unwrap_or(WeeklyHours::FULL_TIME),
                WeeklyHours::FULL_TIME,
            ];
            Text::words("ln(")
                .figure(Figure::Years(hours.get()))
                .say(" / ")
                .figure(Figure::Years(full.get()))
                .say(")")
        }
    };
    Text::words("effect ")
        .number(step.effect.get(), 6)
        .say(" = ")
        .then(effect)
        .say("; factor exp(")
        .number(step.weight, 6)
        .say(" × ")
        .number(step.effect.get(), 6)
        .say(") = ")
        .number(step.factor, 6)
}

fn published_row(answer: &Estimate<'_>) -> Text {
    let LocalWages { row, of, stand_in, .. } = answer.figures.chosen().wages;
    let text = Percentile::ALL.into_iter().fold(Text::words("published"), |text, percentile| {
        text.say(format!(" {} ", percentile.name())).dollars(row.pay.percentiles.at(percentile))
    });
    let text = text.say(", mean ").dollars(row.pay.mean);
    let text = match &row.employment {
        Ok(jobs) => text.say("; ").figure(Figure::Count(u64::from(*jobs))).say(" jobs"),
        Err(reason) => text.say(format!("; number of jobs {reason}")),
    };
    let text = text.say("; relative standard error of the mean ").number(row.mean_prse, 1).say("%");
    let Some(StandIn { reason, all_here, all_nation, ratio }) = stand_in else { return text };
    let here = of.in_sentence(answer.tables);
    Text::words(format!("{here} has no row ({reason}), so every amount of the nation × "))
        .dollars(all_here.pay.mean)
        .say(" / ")
        .dollars(all_nation.pay.mean)
        .say(" = ")
        .number(ratio, 6)
        .say(", the means of all occupations there and in the nation; the nation's: ")
        .then(text)
}

fn factor_formula(answer: &Estimate<'_>, factor: Factor) -> Text {
    let (tables, profile) = (answer.tables, &answer.profile);
    match factor {
        Factor::Certifications => {
            let Some(count) = profile.certifications() else { return Text::default() };
            let level = tables.certifications.level(count);
            let text = ratio(level.pay, tables.certifications.survey.mean);
            match level.derived {
                None => text,
                Some(derived) => text
                    .say(", where ")
                    .dollars(level.pay)
                    .say(" = ")
                    .dollars(level.pay.times(derived.denominator.get() / derived.numerator.get()))
                    .say(" × ")
                    .dollars(derived.numerator)
                    .say(" / ")
                    .dollars(derived.denominator),
            }
        }
        Factor::Experience => {
            let Some(years) = profile.experience() else { return Text::default() };
            let (from, to) = tables.experience.around(years);
            let text = Text::words("ln(").number(tables.experience.effect(years).factor(), 6);
            let text = text.say("), ");
            if from == to {
                return text.say("the ratio of ").then(years_of(from.experience)).say(" or more");
            }
            if years == from.experience {
                return text.say("the ratio of ").then(years_of(years));
            }
            text.say("between ")
                .number(from.ratio, 3)
                .say(" at ")
                .then(years_of(from.experience))
                .say(" and ")
                .number(to.ratio, 3)
                .say(" at ")
                .then(years_of(to.experience))
                .say(", straight in ln(ratio)")
        }
        _ => {
            let text = match level(tables, profile, factor).map(|level| level.measure) {
                Some(Measure::PayOverReference { pay, reference, statistic }) => {
                    ratio(pay, reference).say(format!(", both {}s", statistic.name()))
                }
                Some(Measure::Ratio(ratio)) => Text::words("ln(").number(ratio, 3).say(")"),
                None => Text::default(),
            };
            if factor == Factor::Specialty { centered(tables, text) } else { text }
        }
    }
}

/// That a specialty is measured from the average worker, and what a general coder earns of that.
fn centered(tables: &Tables, text: Text) -> Text {
    let center = tables.combination.specialty_center.effect;
    text.say(", less ")
        .number(center.get(), 3)
        .say(", the mean over all specialties (a general coder earns ")
        .number((1.0 - center.weighted(-1.0).factor()) * 100.0, 1)
        .say("% less than the average of the occupation)")
}

fn ratio(pay: Dollars, reference: Dollars) -> Text {
    Text::words("ln(").dollars(pay).say(" / ").dollars(reference).say(")")
}

/// What a reader should know of the numbers of a step.
pub(super) fn note(answer: &Estimate<'_>, step: &Step) -> Option<String> {
    let (tables, profile) = (answer.tables, &answer.profile);
    match step.kind {
        StepKind::Place(_) => None,
        StepKind::Hours => tables.career.rule(CareerRule::PartTime).evidence.note.clone(),
        StepKind::SurveyLevel => Some(tables.certifications.survey.reason.clone()),
        StepKind::Factor(Factor::Certifications) => profile
            .certifications()
            .and_then(|count| tables.certifications.level(count).evidence.note.clone()),
        StepKind::Factor(Factor::Experience) => profile
            .experience()
            .and_then(|years| tables.experience.around(years).0.evidence.note.clone()),
        StepKind::Factor(factor) => {
            level(tables, profile, factor).and_then(|level| level.evidence.note.clone())
        }
    }
}
