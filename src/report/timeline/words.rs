//! A career in words: where it starts, what lies ahead, what is assumed.

use crate::data::{Basis, NumberUnit, Quality, SourceIndex, Tables};
use crate::engine::Timeline;
use crate::engine::career::{AssumedValue, Assumption, Milestone, StatedRank};
use crate::profile::{AiAdoption, CareerStage, CertificationPlan, Pivot};
use crate::quantity::{CertificationCount, Dollars};
use crate::report::document::{Figure, Text};
use crate::report::words::{counted, joined, short_list};

/// The stage that a career starts at, in one sentence.
pub(super) const fn standing_words(stage: CareerStage) -> &'static str {
    match stage {
        CareerStage::Newcomer => {
            "You start as a newcomer, with no certification and no work in the field."
        }
        CareerStage::Certified => "You start certified, with no job in the field yet.",
        CareerStage::Apprentice => {
            "You start as an apprentice, in the first one or two years in an office."
        }
        CareerStage::Coder => "You start at work in the field.",
        CareerStage::Specialist => "You start at work in a specialty or another role of the field.",
    }
}

/// What lies ahead, in one or two sentences, each behind a space; nothing when nothing does.
pub(super) fn way(answer: &Timeline<'_>) -> Text {
    let ahead: Vec<String> = answer
        .milestones
        .iter()
        .filter_map(|reached| match reached.milestone {
            Milestone::Trained => Some("training".to_owned()),
            Milestone::Certified => Some("exam".to_owned()),
            Milestone::FirstJob => Some("first office job".to_owned()),
            Milestone::Remote => Some("remote work".to_owned()),
            Milestone::Specialist => {
                let level = answer.tables.specialties.get(answer.aims.specialty);
                Some(level.label.clone())
            }
            Milestone::Pivot if answer.profile.plan().ai == Some(AiAdoption::Avoid) => None,
            Milestone::Pivot => Some(pivot_label(answer.tables, answer.aims.pivot).to_owned()),
            Milestone::BreakEven | Milestone::Left | Milestone::AdjacentJob => None,
        })
        .collect();
    let text = match ahead.split_last() {
        None => Text::default(),
        Some((last, [])) => Text::words(format!(" Your next step: {last}.")),
        Some((last, before)) => Text::words(format!(" Your steps: {}, {last}.", before.join(", "))),
    };
    let CertificationPlan::Every { up_to, every } = answer.plan else { return text };
    let held = answer.first_job.certifications().map_or(0, CertificationCount::get);
    let more = up_to.get().saturating_sub(held);
    if more == 0 {
        return text;
    }
    let since = match answer.career_stage {
        CareerStage::Newcomer | CareerStage::Certified => "After the first job",
        _ => "From now on",
    };
    text.say(format!(
        " {since} you add a certification every {} until you hold {}.",
        counted(every.get(), "month"),
        up_to.get()
    ))
}

/// The name of a role, as the table of specialties has it where it knows the role.
pub(super) fn pivot_label(tables: &Tables, pivot: Pivot) -> &str {
    match pivot {
        Pivot::Informatics => "health informatics",
        Pivot::Contracting => "contract work",
        role => tables
            .specialties
            .find("specialty", role.name())
            .map_or(role.name(), |level| tables.specialties.get(level).label.as_str()),
    }
}

/// A milestone in a few words.
pub(in crate::report) fn milestone_label(answer: &Timeline<'_>, milestone: Milestone) -> Text {
    match milestone {
        Milestone::Trained => "program finished".into(),
        Milestone::Certified => "exam passed".into(),
        Milestone::FirstJob => "coding job".into(),
        Milestone::Remote => "work from home".into(),
        Milestone::Specialist => {
            answer.tables.specialties.get(answer.aims.specialty).label.clone().into()
        }
        Milestone::Pivot => pivot_label(answer.tables, answer.aims.pivot).to_owned().into(),
        Milestone::BreakEven => "paid off".into(),
        Milestone::Left => "out of the field again".into(),
        Milestone::AdjacentJob => "a related job".into(),
    }
}

/// Where a stated pay is among people like the person.
pub(super) fn rank(answer: &Timeline<'_>, rank: StatedRank) -> Text {
    let text = Text::words("Your pay of ").dollars(answer.counterfactual.now);
    if rank.is_nearest {
        let text = text.say(
            " is outside what nearly all people like you earn, so we use the nearest rank (above ",
        );
        let text = text.figure(Figure::Share(rank.below)).say(" of them), and your pay stays ");
        return text.number(rank.ratio, 2).say(" times what that rank earns.");
    }
    text.say(" is more than ")
        .figure(Figure::Share(rank.below))
        .say(" of people like you earn, and you stay at that pay rank.")
}

/// The dollars that amounts are in.
pub(super) fn money(answer: &Timeline<'_>) -> String {
    match answer.inflation {
        Some(_) => "in each year's dollars".to_owned(),
        None => format!("in {} dollars", answer.tables.salaries.dollars_of),
    }
}

/// `$5,000 for the program, $310 for books and $229 a year for membership`; nothing of what costs
/// nothing.
pub(super) fn amounts_of(amounts: &[(f64, &'static str)]) -> Text {
    let paid = amounts.iter().filter(|(amount, _)| *amount > 0.0);
    let words = |&(amount, what): &(f64, _)| {
        Text::default().dollars(dollars(amount)).say(format!(" {what}"))
    };
    joined(paid.map(words).collect())
}

fn dollars(amount: f64) -> Dollars {
    Dollars::new(amount).expect("what a checked table costs is a finite amount")
}

/// An assumption with its value, range, basis, source and reason.
pub(super) fn assumption(tables: &Tables, used: &Assumption<'_>) -> Text {
    let text = Text::default().stress(format!("{}: ", used.label));
    let text = match used.value {
        AssumedValue::Months(span) => {
            let (low, mode, high) = (span.low(), span.mode(), span.high());
            text.number(low, 0).say("–").number(mode, 0).say("–").number(high, 0).say(" months, ")
        }
        AssumedValue::Number(NumberUnit::Share, share) => {
            text.then(percent(share)).then(range(used)).say(", ")
        }
        AssumedValue::Number(NumberUnit::Multiplier, times) => {
            text.say("× ").number(times, 2).say(", ")
        }
        AssumedValue::Number(NumberUnit::RateAYear, rate) => {
            text.then(percent(rate)).say(" a year").then(range(used)).say(", ")
        }
        AssumedValue::Cost(cost) => {
            let per = if cost.unit == "USD/year" { " a year" } else { "" };
            let text = text.dollars(dollars(cost.value)).say(per);
            match cost.range {
                Some((low, high)) => text
                    .say(" (")
                    .dollars(dollars(low))
                    .say(" to ")
                    .dollars(dollars(high))
                    .say("), "),
                None => text.say(", "),
            }
        }
        AssumedValue::Choice(name) => text.say(format!("{}, ", name.replace('-', " "))),
        AssumedValue::Rule => text,
    };
    let reason = used.evidence.note.as_deref().map_or(String::new(), |note| format!(": {note}"));
    text.say(basis(tables, used)).say(reason)
}

/// How an assumption came to be: a basis with the sources that are not ours.
fn basis(tables: &Tables, used: &Assumption<'_>) -> String {
    let is_ours = |source: &SourceIndex| tables.sources.get(*source).quality == Quality::Own;
    let (ours, others): (Vec<_>, Vec<_>) = used.evidence.sources.iter().copied().partition(is_ours);
    let from = short_list(tables, &others);
    match (used.evidence.basis, others.is_empty(), ours.is_empty()) {
        (Basis::Assumption, true, _) => "our estimate".to_owned(),
        (Basis::Assumption, false, _) => format!("our estimate, based on {from}"),
        (Basis::Published, _, true) => format!("from {from}"),
        (Basis::Published, _, false) => format!("from {from} and our estimate"),
        (Basis::Derived, _, _) => format!("worked out from {from}"),
    }
}

/// A part in percent, with decimals only where it has some.
pub(super) fn percent(part: f64) -> Text {
    let percent = part * 100.0;
    let is_whole = (percent - percent.round()).abs() < 1e-9;
    Text::default().number(percent, if is_whole { 0 } else { 2 }).say("%")
}

/// The range of a share or a rate.
fn range(used: &Assumption<'_>) -> Text {
    used.range.map_or_else(Text::default, |(low, high)| {
        Text::words(" (").then(percent(low)).say(" to ").then(percent(high)).say(")")
    })
}
