//! The answers to `timeline`, how a career unfolds, and to `compare` of careers.

mod after_tax;
mod basis;
mod cautions;
mod comparison;
mod comparison_json;
mod gains;
pub(super) mod json;
mod milestones;
mod sentence;
mod words;
mod years;

pub(super) use basis::level_words;
pub(super) use cautions::caution;
pub(super) use gains::ending;
pub(super) use words::milestone_label;

use crate::engine::Timeline;
use crate::engine::career::AssumedValue;
use crate::profile::{Asked, CareerStage};
use crate::report::answer::Report;
use crate::report::document::{Document, Figure, Text};
use crate::report::programs::outcomes_line;
use crate::report::words::{counted, known_bias, seeker, unused};
use basis::{against, scale};
use words::{assumption, standing_words, way};

impl Report for Timeline<'_> {
    /// The first line is the answer; then when each step comes, pay by year, and what to doubt.
    fn document(&self) -> Document {
        let mut document = Document::default();
        document.prose("answer", sentence::answer(self));
        document.own_tables(self.tables);
        who(&mut document, self);
        milestones::table(&mut document, self);
        years::table(&mut document, self);
        milestones::break_even(&mut document, self);
        document.details(|details| {
            if let Some(programs) = &self.programs {
                details.prose("programs", outcomes_line(self.tables, programs));
            }
            gains::table(details, self);
        });
        after_tax::table(&mut document, self);
        gains::sensitivity(&mut document, self);
        document.details(|details| {
            against(details, self);
            scale(details, self);
            assumptions(details, self);
        });
        document.details(|details| {
            details.list("known_bias", self.known_biases.iter().map(known_bias));
        });
        let share = self.settings.causal_share;
        let doubt = caution(self.tables, self.career_stage, share, &self.known_biases);
        document.prose("doubt", doubt);
        document.prose("unused", unused(&self.profile, Asked::Career));
        document.prose(
            "more",
            "Costs, pay scale and every assumption: add `--details`. How much each assumption matters: add \
             `--sensitivity`.",
        );
        document
    }
}

fn who(document: &mut Document, answer: &Timeline<'_>) {
    let (tables, profile) = (answer.tables, &answer.profile);
    document.prose("who", seeker(tables, profile, answer.career_stage));
    if let Some(rank) = answer.stated_rank {
        document.prose("rank", words::rank(answer, rank));
    }
    let taken = match (answer.career_stage, profile.certifications()) {
        (CareerStage::Newcomer, _) | (_, Some(_)) => "",
        (_, None) => " We assumed that you hold one certification.",
    };
    let start = Text::words(standing_words(answer.career_stage)).then(way(answer)).say(taken);
    document.details(|details| {
        details.prose("standing", start);
        details.prose(
            "simulated",
            Text::words("We simulate ")
                .figure(Figure::Count(u64::from(answer.settings.careers.get())))
                .say(format!(
                    " careers of {} month by month, each with its own random numbers (seed {}). They \
                     decide how long each step takes, whether it succeeds and when someone leaves. Each \
                     person stays at the same pay rank.",
                    counted(answer.settings.horizon.get(), "year"),
                    answer.settings.seed
                )),
        );
    });
}

fn assumptions(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("Assumptions");
    let used = &answer.assumptions;
    if used.iter().any(|used| matches!(used.value, AssumedValue::Months(_))) {
        document.prose(
            "durations",
            "Times are shortest–most likely–longest, counted from the end of the previous step.",
        );
    }
    document.list("assumption", used.iter().map(|used| assumption(answer.tables, used)));
    document.prose(
        "tables",
        "These rows are in the tables `career` and `costs`; with `--data` you can use your own. For the \
         pay in one year with its steps, run `mbc-calc explain` with the facts of that year. For the \
         meaning of a word, run `mbc-calc explain break-even`.",
    );
}
