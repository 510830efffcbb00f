//! The answers to `timeline`, how a career unfolds, and to `compare` of careers.

mod basis;
mod comparison;
mod comparison_json;
mod gains;
pub(super) mod json;
mod milestones;
mod words;
mod years;

pub(super) use basis::level_words;

use crate::engine::Timeline;
use crate::engine::career::{AssumedValue, Milestone, Reached};
use crate::profile::CareerStage;
use crate::report::answer::Report;
use crate::report::document::{Document, Figure, Text};
use crate::report::programs::outcomes_line;
use crate::report::words::{counted, known_bias, seeker};
use basis::{against, scale};
use words::{assumption, standing_words, way};

impl Report for Timeline<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        document.prose("answer", in_short(self));
        who(&mut document, self);
        milestones::table(&mut document, self);
        years::table(&mut document, self);
        if let Some(programs) = &self.programs {
            document.prose("programs", outcomes_line(self.tables, programs));
        }
        document.list("known_bias", self.known_biases.iter().map(known_bias));
        milestones::break_even(&mut document, self);
        gains::table(&mut document, self);
        gains::sensitivity(&mut document, self);
        against(&mut document, self);
        scale(&mut document, self);
        assumptions(&mut document, self);
        document
    }
}

/// The answer in two sentences.
fn in_short(answer: &Timeline<'_>) -> Text {
    let years = counted(answer.settings.horizon.get(), "year");
    let reached = |milestone| answer.milestones.iter().find(|one| one.milestone == milestone);
    let text = match (reached(Milestone::FirstJob), reached(Milestone::Left)) {
        (Some(job), _) => coding_job(job, &years),
        (None, Some(left)) => Text::default()
            .figure(Figure::Share(left.share))
            .say(format!(" of people in your place leave the field within {years}.")),
        (None, None) => Text::default(),
    };
    let Some((after, gain)) =
        answer.gain_10.map(|gain| ("10", gain)).or_else(|| answer.gain_5.map(|gain| ("5", gain)))
    else {
        return text;
    };
    let whole = &answer.by_progress[0];
    let gaining = if after == "10" { whole.gain_10 } else { whole.gain_5 };
    let against = match answer.career_stage {
        CareerStage::Newcomer | CareerStage::Certified => "the pay without this career",
        _ => "keeping the same job",
    };
    let text = text
        .say(format!(" After {after} years it has brought "))
        .figure(Figure::Change(gain.mean))
        .say(format!(" on average beyond {against}, costs taken off"));
    match gaining {
        Some(gaining) => {
            text.say("; ").figure(Figure::Share(gaining.gaining)).say(" come out ahead.")
        }
        None => text.say("."),
    }
}

fn coding_job(job: &Reached, years: &str) -> Text {
    let text = Text::default()
        .figure(Figure::Share(job.share))
        .say(format!(" of people who start like you have a coding job within {years}"));
    match job.months {
        Some([_, half, _]) => {
            text.say(", half of them within ").figure(Figure::Months(half)).say(".")
        }
        None => text.say("."),
    }
}

fn who(document: &mut Document, answer: &Timeline<'_>) {
    let (tables, profile) = (answer.tables, &answer.profile);
    document.prose("who", seeker(tables, profile, answer.career_stage));
    let taken = match (answer.career_stage, profile.certifications()) {
        (CareerStage::Newcomer, _) | (_, Some(_)) => "",
        (_, None) => " We assumed that you hold one certification.",
    };
    let start = Text::words(standing_words(answer.career_stage)).then(way(answer)).say(taken);
    document.prose("standing", start);
    if let Some(rank) = answer.stated_rank {
        document.prose("rank", words::rank(answer, rank));
    }
    document.prose(
        "simulated",
        Text::default()
            .figure(Figure::Count(u64::from(answer.settings.careers.get())))
            .say(format!(
                " such careers of {} are simulated month by month, each with its own luck (seed {}): \
                 how long each step takes, whether it succeeds, when one leaves, and a rank in pay \
                 that is kept for life.",
                counted(answer.settings.horizon.get(), "year"),
                answer.settings.seed
            )),
    );
}

fn assumptions(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("Assumptions");
    let used = &answer.assumptions;
    if used.iter().any(|used| matches!(used.value, AssumedValue::Months(_))) {
        document.prose(
            "durations",
            "Times are shortest–most likely–longest, counted from the end of the step before.",
        );
    }
    document.list("assumption", used.iter().map(|used| assumption(answer.tables, used)));
    document.prose(
        "more",
        "These rows are in the tables `career` and `costs`; `--data` answers with your own. \
         `--sensitivity` shows how much each one matters. For the pay in one year with its steps, \
         run `mbc-calc explain` with the facts of that year; for the meaning of a word, \
         `mbc-calc explain break-even`.",
    );
}
