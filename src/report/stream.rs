//! The records of a stream: answers with the line that they came from and the caller's id.

use super::{estimate, timeline, verdict};
use crate::data::Tables;
use crate::engine::{Estimate, Figures, Timeline, Verdict};
use crate::profile::{Notice, Profile};
use crate::report::document::Figure;
use crate::report::estimate::Detail;
use crate::report::json::{Explained, Keyed as _, SCHEMA, Shape, Sink, tool};

/// The answer to one profile of a stream.
#[derive(Clone, Copy, Debug)]
pub struct RecordShape<'a> {
    /// The line, from 1.
    pub line: u64,
    /// The caller's id, as JSON.
    pub id: Option<&'a str>,
    /// The tables of the answer.
    pub tables: &'a Tables,
    /// The question.
    pub profile: &'a Profile,
    /// The answer.
    pub answer: RecordAnswer<'a>,
}

/// What a stream was asked, answered.
#[derive(Clone, Copy, Debug)]
pub enum RecordAnswer<'a> {
    /// What one earns, and how that came about where it is told.
    Estimate(&'a Figures<'a>, Option<&'a Estimate<'a>>),
    /// How the career unfolds.
    Timeline(&'a Timeline<'a>, Explained),
    /// Whether it is worth it, in the stage of life that was stated.
    Verdict(&'a Verdict<'a>, Explained),
    /// The same for every stage of life.
    Verdicts(&'a [Verdict<'a>], Explained),
}

impl RecordAnswer<'_> {
    /// What to know of the stated credentials.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        match self {
            Self::Estimate(figures, _) => &figures.notices,
            Self::Timeline(answer, _) => &answer.notices,
            Self::Verdict(verdict, _) => &verdict.notices,
            Self::Verdicts(verdicts, _) => verdicts.first().map_or(&[], |first| &first.notices),
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Estimate(..) => "estimate",
            Self::Timeline(..) => "timeline",
            Self::Verdict(..) => "verdict",
            Self::Verdicts(..) => "verdicts",
        }
    }
}

impl Shape for RecordShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            sink.count_at("schema", SCHEMA);
            sink.word_at("kind", self.answer.kind());
            sink.figure_at("line", Figure::Count(self.line));
            if let Some(id) = self.id {
                sink.key("id");
                sink.verbatim(id);
            }
            tool(sink, self.tables);
            match self.answer {
                RecordAnswer::Estimate(figures, told) => {
                    estimate::json::figures(sink, self.tables, self.profile, figures);
                    match told {
                        Some(answer) => estimate::json::trace(sink, answer, Detail::Full),
                        None => sink.word_at("grade", figures.grade.name()),
                    }
                }
                RecordAnswer::Timeline(answer, explained) => {
                    timeline::json::figures(sink, answer);
                    if explained == Explained::Yes {
                        timeline::json::trace(sink, answer);
                    }
                }
                RecordAnswer::Verdict(verdict, explained) => {
                    verdict::json::figures(sink, verdict, explained);
                    if explained == Explained::Yes {
                        verdict::json::trace(sink, verdict);
                    }
                }
                RecordAnswer::Verdicts(verdicts, explained) => {
                    verdict::json::all(sink, verdicts, explained);
                }
            }
        });
    }
}
