//! The records of a stream: answers with the line that they came from and the caller's id.

use std::borrow::Cow;

use super::{estimate, plan, timeline, verdict};
use crate::data::Tables;
use crate::engine::plan::Plan;
use crate::engine::{Estimate, Figures, Timeline, Verdict};
use crate::profile::{Notice, Profile};
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{Explained, Json, SCHEMA, asked, receipt, tool};

/// The answer to one profile of a stream.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The line, from 1, where it is numbered.
    pub line: Option<u64>,
    /// The caller's id, as JSON.
    pub id: Option<&'a str>,
    /// The tables of the answer.
    pub tables: &'a Tables,
    /// The question.
    pub profile: &'a Profile,
    /// The answer.
    pub answer: RecordAnswer<'a>,
    /// What stated no fact.
    pub kept: &'a [Kept<'a>],
}

/// A key or a column that states no fact, and comes back as it was.
#[derive(Clone, Debug)]
pub struct Kept<'a> {
    /// Its name.
    pub key: Cow<'a, str>,
    /// Its value.
    pub value: KeptValue<'a>,
}

/// The value of what states no fact.
#[derive(Clone, Debug)]
pub enum KeptValue<'a> {
    /// JSON, as it was written.
    Json(&'a str),
    /// The text of a cell.
    Text(Cow<'a, str>),
}

/// Writes what stated no fact, where there is any.
pub(crate) fn write_kept(json: &mut Json<'_>, kept: &[Kept<'_>]) {
    if kept.is_empty() {
        return;
    }
    json.object_at("kept", |json| {
        for Kept { key, value } in kept {
            json.any_key(key);
            match value {
                KeptValue::Json(value) => json.raw(value),
                KeptValue::Text(text) => json.str(text),
            }
        }
    });
}

/// What a stream was asked, answered.
#[derive(Clone, Copy, Debug)]
pub enum RecordAnswer<'a> {
    /// What one earns, and how that came about where it is explained.
    Estimate(&'a Figures<'a>, Option<&'a Estimate<'a>>),
    /// How the career unfolds.
    Timeline(&'a Timeline<'a>, Explained),
    /// Whether it is worth it, in the stage of life that was stated.
    Verdict(&'a Verdict<'a>, Explained),
    /// The same for every stage of life.
    Verdicts(&'a [Verdict<'a>], Explained),
    /// What a person could do next.
    Plan(&'a Plan<'a>),
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
            Self::Plan(plan) => &plan.notices,
        }
    }

    /// The command that gives the whole answer, where the record holds it.
    const fn explains(self) -> Option<&'static str> {
        match self {
            Self::Estimate(_, Some(_)) => Some("explain"),
            Self::Timeline(_, Explained::Yes) => Some("timeline"),
            Self::Verdict(_, Explained::Yes) | Self::Verdicts(_, Explained::Yes) => Some("verdict"),
            _ => None,
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Estimate(..) => "estimate",
            Self::Timeline(..) => "timeline",
            Self::Verdict(..) => "verdict",
            Self::Verdicts(..) => "verdicts",
            Self::Plan(_) => "plan",
        }
    }
}

impl WriteJson for Record<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            json.count_at("schema", SCHEMA);
            json.plain_str_at("kind", self.answer.kind());
            if let Some(line) = self.line {
                json.figure_at("line", Figure::Count(line));
            }
            if let Some(id) = self.id {
                json.key("id");
                json.raw(id);
            }
            write_kept(json, self.kept);
            tool(json, self.tables);
            if let Some(command) = self.answer.explains() {
                receipt(json, self.tables, command, |json| match self.answer {
                    RecordAnswer::Timeline(answer, _) => timeline::json::question_of(json, answer),
                    _ => asked(json, self.tables, self.profile),
                });
            }
            match self.answer {
                RecordAnswer::Estimate(figures, traced) => {
                    let explained = if traced.is_some() { Explained::Yes } else { Explained::No };
                    estimate::json::figures(json, self.tables, self.profile, figures, explained);
                    match traced {
                        Some(answer) => estimate::json::trace(json, answer, Explained::Yes),
                        None => json.plain_str_at("grade", figures.grade.name()),
                    }
                }
                RecordAnswer::Timeline(answer, explained) => {
                    timeline::json::figures(json, answer);
                    if explained == Explained::Yes {
                        timeline::json::trace(json, answer);
                    }
                }
                RecordAnswer::Verdict(verdict, explained) => {
                    verdict::json::figures(json, verdict, explained);
                    if explained == Explained::Yes {
                        verdict::json::trace(json, verdict);
                    }
                }
                RecordAnswer::Verdicts(verdicts, explained) => {
                    verdict::json::all(json, verdicts, explained);
                }
                RecordAnswer::Plan(answer) => plan::json::figures(json, answer),
            }
        });
    }
}
