//! The first line of a career: when a coding job comes, what it pays, and how many come out ahead.

use crate::engine::Timeline;
use crate::engine::career::Milestone;
use crate::profile::CareerStage;
use crate::quantity::Dollars;
use crate::report::document::{Figure, Text};
use crate::report::words::{a_year, counted};

/// The answer in two sentences.
pub(super) fn answer(answer: &Timeline<'_>) -> Text {
    job_and_pay(answer).then(ahead(answer))
}

/// When a coding job comes and what those in the field earn in year 5, or in the last year before it.
fn job_and_pay(answer: &Timeline<'_>) -> Text {
    const YEAR: u32 = 5;
    let last = YEAR.min(answer.settings.horizon.get());
    let pay = answer.year(last).and_then(|year| Some(year.in_field_pay?.p50));
    let paid = |text: Text, verb: &'static str, pay: Dollars| {
        text.say(verb).then(a_year(pay, answer.profile.work())).say(format!(" in year {last}"))
    };
    let reached = |milestone| answer.milestones.iter().find(|one| one.milestone == milestone);
    let text = match reached(Milestone::FirstJob) {
        Some(job) => {
            let text = Text::default()
                .figure(Figure::Share(job.share))
                .say(" of people who start like you get a coding job");
            let text = match job.months {
                Some([_, half, _]) => {
                    text.say(", half of them within ").figure(Figure::Months(half))
                }
                None => text,
            };
            match pay {
                Some(pay) => paid(text, "; they earn about ", pay),
                None => text,
            }
        }
        None => match pay {
            Some(pay) => paid(Text::default(), "You would typically earn about ", pay),
            None => Text::words("Fewer than 5% are still in the field then"),
        },
    };
    text.say(".")
}

/// How many come out ahead by when, and by how much on average.
fn ahead(answer: &Timeline<'_>) -> Text {
    let whole = &answer.by_progress[0];
    let Some((years, gain)) =
        whole.gain_10.map(|gain| (10, gain)).or_else(|| whole.gain_5.map(|gain| (5, gain)))
    else {
        return Text::default();
    };
    let against = match answer.career_stage {
        CareerStage::Newcomer | CareerStage::Certified => "without this career",
        _ => "by keeping the same job",
    };
    let behind = gain.mean.get() < 0.0;
    let size = Dollars::new(gain.mean.get().abs()).unwrap_or(Dollars::ZERO);
    Text::words(" ")
        .figure(Figure::Share(gain.gaining))
        .say(format!(
            " come out ahead within {}; on average it brings about ",
            counted(years, "year")
        ))
        .figure(Figure::About(size))
        .say(if behind { " less than " } else { " more than " })
        .say(against)
        .say(", after costs.")
}
