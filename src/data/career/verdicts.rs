use serde::{Deserialize, Serialize};

use super::criterion_measure::{CriterionMeasure, Threshold};
use super::market::Market;
use crate::data::reading::{Citations, Evidence, Fields, Quoted, record};
use crate::quantity::{LifeStage, named};

/// What is asked before the career is called worth it, by stage of life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdicts {
    criteria: Vec<Criterion>,
    quoted: Vec<QuotedFact>,
}

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// The stage of life that asks it.
    pub stage: LifeStage,
    /// Its name within the stage.
    pub id: String,
    /// What is measured, in words.
    pub label: String,
    /// What it means for a person, as a question.
    pub question: String,
    /// Whether a verdict can be yes without it.
    pub kind: CriterionKind,
    /// What is measured.
    pub measure: CriterionMeasure,
    /// What is enough.
    pub threshold: Threshold,
    /// How the threshold came to be, and why it is asked.
    pub evidence: Evidence,
}

named! {
    /// Whether a verdict can be yes without a criterion.
    #[derive(Serialize, Deserialize)]
    pub enum CriterionKind {
        /// It has to hold.
        Must = "must",
        /// More than half of these have to hold.
        Should = "should",
    }
}

/// A fact of the market that the verdict of a stage quotes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuotedFact {
    /// The stage of life.
    pub stage: LifeStage,
    /// The item of the market table; its newest period is quoted.
    pub item: String,
    /// What it is about, in words.
    pub label: String,
    /// Whether it speaks for the career.
    pub view: Stance,
}

named! {
    /// For which side a fact speaks.
    #[derive(Serialize, Deserialize)]
    pub enum Stance {
        /// For the career.
        For = "for",
        /// Against it.
        Against = "against",
        /// For neither.
        Neutral = "neutral",
    }
}

impl Verdicts {
    /// What a stage of life asks, in order.
    pub fn of(&self, stage: LifeStage) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |criterion| criterion.stage == stage)
    }

    /// The facts that the verdict of a stage quotes, in order.
    pub fn quoted(&self, stage: LifeStage) -> impl Iterator<Item = &QuotedFact> {
        self.quoted.iter().filter(move |fact| fact.stage == stage)
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations, market: &Market) -> Self {
        let rows = read_criteria(table, sources);
        let criteria = expanded(table, &rows);
        if table.is_sound() {
            for stage in LifeStage::ALL {
                let is_must = |c: &Criterion| c.stage == stage && c.kind == CriterionKind::Must;
                if !criteria.iter().any(is_must) {
                    let name = stage.name();
                    table.problem_here(format!("`{name}` has no criterion that must hold"));
                }
            }
        }
        let quoted = table.tables("facts", |row| {
            let fact = record!(QuotedFact {
                stage: read_stage(row),
                item: row.string("item"),
                label: row.string("label"),
                view: row.choice("view"),
            })?;
            if market.fact(&fact.item).is_none() {
                let message = format!("the market table has no fact {}", Quoted(&fact.item));
                row.problem_at("item", message);
            }
            Some(fact)
        });
        Self { criteria, quoted }
    }
}

/// A stage of life, or several under one word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stages {
    One(LifeStage),
    All,
    /// All but the stage of those who work in the field.
    Newcomers,
    /// All that no other row of the criterion names.
    Others,
}

impl Stages {
    const SEVERAL: [(&'static str, Self); 3] =
        [("all", Self::All), ("newcomers", Self::Newcomers), ("others", Self::Others)];

    fn read(row: &mut Fields<'_>) -> Option<Self> {
        let one = LifeStage::ALL.map(|stage| (stage.name(), Self::One(stage)));
        let words: Vec<(&str, Self)> = one.into_iter().chain(Self::SEVERAL).collect();
        row.one_of("stage", &words)
    }

    /// Whether it names a stage; `Others` names none.
    fn names(self, stage: LifeStage) -> bool {
        match self {
            Self::One(one) => one == stage,
            Self::All => true,
            Self::Newcomers => stage != LifeStage::Coder,
            Self::Others => false,
        }
    }
}

/// A row of the table: a criterion of one stage or of several.
struct CriterionRow {
    stages: Stages,
    criterion: Criterion,
}

/// Reads the rows; a stage that two of them name for one criterion is a problem of the second.
fn read_criteria(table: &mut Fields<'_>, sources: &Citations) -> Vec<CriterionRow> {
    let mut rows: Vec<CriterionRow> = Vec::new();
    table.tables("criteria", |row| {
        let stages = Stages::read(row);
        let criterion = record!(Criterion {
            // Each stage of the row gets its own in `expanded`.
            stage: LifeStage::ALL.first().copied(),
            id: row.string("criterion"),
            label: row.string("label"),
            question: row.string("question"),
            kind: row.choice("kind"),
            measure: CriterionMeasure::read(row),
            threshold: Threshold::read(row, measure),
            evidence: Evidence::read(row, sources),
        })?;
        let (stages, id) = (stages?, &criterion.id);
        let of_the_same = rows.iter().filter(|other| other.criterion.id == *id);
        let twice = of_the_same.clone().find_map(|other| {
            LifeStage::ALL.into_iter().find(|&s| stages.names(s) && other.stages.names(s))
        });
        let twice = twice.map(LifeStage::name).or_else(|| {
            let others = stages == Stages::Others;
            of_the_same.clone().any(|o| others && o.stages == Stages::Others).then_some("others")
        });
        if let Some(stage) = twice {
            let message = format!("{} is stated twice for `{stage}`", Quoted(id));
            row.problem_at("criterion", message);
        }
        rows.push(CriterionRow { stages, criterion });
        Some(())
    });
    rows
}

/// Each criterion once for each stage that asks it, in the order of the rows.
fn expanded(table: &mut Fields<'_>, rows: &[CriterionRow]) -> Vec<Criterion> {
    let is_named =
        |id: &str, stage| rows.iter().any(|row| row.criterion.id == id && row.stages.names(stage));
    let mut criteria = Vec::new();
    for row in rows {
        let id = &row.criterion.id;
        let asks = |stage: &LifeStage| match row.stages {
            Stages::Others => !is_named(id, *stage),
            stages => stages.names(*stage),
        };
        let stages: Vec<LifeStage> = LifeStage::ALL.into_iter().filter(asks).collect();
        if stages.is_empty() {
            let message = format!("no stage is left for the row `others` of {}", Quoted(id));
            table.problem_here(message);
        }
        criteria
            .extend(stages.into_iter().map(|stage| Criterion { stage, ..row.criterion.clone() }));
    }
    criteria
}

fn read_stage(row: &mut Fields<'_>) -> Option<LifeStage> {
    row.choice("stage")
}
