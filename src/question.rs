//! A question as a value of its own, for those who use the crate.

use std::fmt::Display;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::built_in;
use crate::data::Tables;
use crate::engine::plan::{PlanRequest, plan};
use crate::engine::{estimate, take_home, timeline, verdict, verdicts};
use crate::profile::{Draft, Profile, ProfileErrors, ProfileText};
use crate::report::ErrorProblem;

static TABLES: LazyLock<Tables> = LazyLock::new(built_in);

/// What is asked about a person.
///
/// The facts have the names and values that a profile's file has: `state`, `employer_state`, `certs`,
/// `experience` and so on, each a text or a number. What is left out is averaged over. It is written
/// and read with serde as one object: `{"asks": "estimate", "state": "MS", "certs": 3}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    asks: Asks,
    #[serde(flatten)]
    facts: Map<String, Value>,
}

/// What can be asked, each as the command of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Asks {
    /// What would I earn?
    Estimate,
    /// What would be left of it after taxes?
    TakeHome,
    /// How would the years unfold?
    Timeline,
    /// Is it worth it for me? For the stage of life that is stated, or for each that fits.
    Verdict,
    /// What next? Ten steps in order of what they bring over five years.
    Plan,
}

/// Everything that is wrong with a question, at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct QuestionError {
    /// The problems, at most a hundred; never empty.
    pub problems: Vec<ErrorProblem>,
    /// The number of problems beyond those.
    pub more: usize,
}

impl Question {
    /// A question about a person of whom nothing is known.
    #[must_use]
    pub fn new(asks: Asks) -> Self {
        Self { asks, facts: Map::new() }
    }

    /// The question with one more fact, as one would type it; a fact stated again replaces the
    /// earlier one.
    #[must_use]
    pub fn with(mut self, fact: &str, value: impl Display) -> Self {
        self.facts.insert(fact.to_owned(), Value::String(value.to_string()));
        self
    }

    /// The answer from the tables inside the crate; the same question has the same answer everywhere.
    ///
    /// An estimate takes microseconds; what follows a career month by month takes up to a second.
    ///
    /// # Errors
    /// When a fact has no such name, its value cannot be used, two facts contradict each other, or the
    /// tables do not cover the question, as for taxes in a territory.
    pub fn answer(&self) -> Result<Answer, QuestionError> {
        let tables = &TABLES;
        let draft = Draft::default().with_file(ProfileText::new("question.json", &self.facts()));
        let profile = match self.asks {
            Asks::Estimate | Asks::TakeHome => draft.profile(tables)?,
            Asks::Timeline | Asks::Verdict | Asks::Plan => draft.career(tables)?,
        };
        self.answered(&profile)
    }

    /// The facts as the text of a profile's file.
    fn facts(&self) -> String {
        Value::Object(self.facts.clone()).to_string()
    }

    fn answered(&self, profile: &Profile) -> Result<Answer, QuestionError> {
        let tables = &TABLES;
        Ok(match (self.asks, profile.seeker().stage) {
            (Asks::Estimate, _) => Answer::of(&estimate(tables, profile)),
            (Asks::TakeHome, _) => {
                let answer = take_home(tables, profile);
                Answer::of(&answer.map_err(|error| QuestionError::of((&error).into()))?)
            }
            (Asks::Timeline, _) => Answer::of(&timeline(tables, profile)),
            (Asks::Verdict, Some(stage)) => Answer::of(&verdict(tables, profile, stage)),
            (Asks::Verdict, None) => Answer::of(&verdicts(tables, profile)),
            (Asks::Plan, _) => {
                let answer = plan(tables, profile, PlanRequest::default());
                Answer::of(&answer.map_err(|error| QuestionError::of((&error).into()))?)
            }
        })
    }
}

impl QuestionError {
    fn of(problem: ErrorProblem) -> Self {
        Self { problems: vec![problem], more: 0 }
    }
}

impl From<ProfileErrors> for QuestionError {
    fn from(errors: ProfileErrors) -> Self {
        Self { problems: errors.problems.iter().map(ErrorProblem::of).collect(), more: errors.more }
    }
}

impl std::fmt::Display for QuestionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let messages: Vec<_> = self.problems.iter().map(|p| p.message.as_str()).collect();
        f.write_str(&messages.join("; "))
    }
}

impl std::error::Error for QuestionError {}
