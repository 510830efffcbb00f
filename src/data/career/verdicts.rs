use serde::{Deserialize, Serialize};

use super::market::Market;
use crate::data::reading::{
    Citations, Evidence, Fields, Problem, Quoted, nearest, nearest_or_all, record,
};
use crate::quantity::{LifeStage, WaitMonths, WorkStyle, named};

/// What is asked before the career is called worth it, by stage of life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdicts {
    default_wait: u32,
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
    /// What has to be so, in words.
    pub label: String,
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

/// What is enough for a criterion to hold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Threshold {
    /// At least this number.
    AtLeast(f64),
    /// At most this number.
    AtMost(f64),
    /// The trait has to be there, or not to be there.
    Said(bool),
    /// AI tools are not avoided.
    NotAvoided,
}

macro_rules! measures {
    ($($(#[$doc:meta])* $case:ident = $word:literal),+ $(,)?) => {
        /// What a criterion measures.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum CriterionMeasure {
            $($(#[$doc])* $case,)+
            /// Something that a person says of themselves.
            WorkStyle(WorkStyle),
        }

        impl CriterionMeasure {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$case)),+];
        }
    };
}

measures!(
    /// The share of careers with a first pay within the time that the person can wait.
    FirstPayInTime = "first-pay-in-time",
    /// The share of careers that break even within five years.
    BreakEvenIn5Years = "break-even-in-5-years",
    /// The same on the pay scale of where the person lives.
    BreakEvenIn5YearsAtHome = "break-even-in-5-years-at-home",
    /// The median pay in the field in year 3 over the counterfactual.
    Year3Pay = "year-3-pay",
    /// The median pay in the field in year 5 over the counterfactual.
    Year5Pay = "year-5-pay",
    /// The same on the pay scale of where the person lives.
    Year5PayAtHome = "year-5-pay-at-home",
    /// The share of careers that finish the program, pass the exam and find a first job.
    Entry = "entry",
    /// The median cost until the first pay over a year of the counterfactual.
    EntryCostOverCurrentPay = "entry-cost-over-current-pay",
    /// The median cost until the first pay over a year of pay in the first job.
    EntryCostOverEntryPay = "entry-cost-over-entry-pay",
    /// The mean of what the roles after coding pay over what coding pays.
    RolesOverCoder = "roles-over-coder",
    /// The growth of the field over ten years less that of all occupations, in percentage points.
    GrowthOverAll = "growth-over-all",
    /// Openings a year over those employed.
    Openings = "openings",
    /// The growth of the median beyond prices since the first year of the present statistics.
    RealPayGrowth = "real-pay-growth",
    /// The share of careers that reach another role than coding within ten years.
    PivotIn10Years = "pivot-in-10-years",
    /// The share of coders who work remotely.
    RemoteShare = "remote-share",
    /// The median month in which those who work remotely begin to.
    MonthsUntilRemote = "months-until-remote",
    /// The median pay on the employer's scale over that on the scale of home, in year 5.
    EmployerOverHome = "employer-over-home",
    /// How the person takes up AI tools.
    AiAdoption = "ai-adoption",
);

impl CriterionMeasure {
    fn named(word: &str) -> Option<Self> {
        let known = Self::WORDS.iter().find(|(known, _)| *known == word);
        known
            .map(|&(_, measure)| measure)
            .or_else(|| WorkStyle::in_table(word).map(Self::WorkStyle))
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
    /// The months that someone who does not say can wait for a first pay.
    #[must_use]
    pub const fn default_wait(&self) -> u32 {
        self.default_wait
    }

    /// What a stage of life asks, in order.
    pub fn of(&self, stage: LifeStage) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |criterion| criterion.stage == stage)
    }

    /// The facts that the verdict of a stage quotes, in order.
    pub fn quoted(&self, stage: LifeStage) -> impl Iterator<Item = &QuotedFact> {
        self.quoted.iter().filter(move |fact| fact.stage == stage)
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        market: &Market,
    ) -> Option<Self> {
        let default_wait = table.whole("default_wait");
        if let Some(Err(error)) = default_wait.map(WaitMonths::new) {
            table.problem_at("default_wait", error.to_string());
        }
        let mut criteria: Vec<Criterion> = Vec::new();
        table.tables("criteria", |row| {
            let criterion = record!(Criterion {
                stage: read_stage(row),
                id: row.string("criterion"),
                label: row.string("label"),
                kind: row.choice("kind"),
                measure: read_measure(row),
                threshold: read_threshold(row, measure),
                evidence: Evidence::read(row, sources),
            })?;
            let Criterion { stage, id, .. } = &criterion;
            if criteria.iter().any(|other| (other.stage, &other.id) == (*stage, id)) {
                let message = format!("{} is stated twice for `{}`", Quoted(id), stage.name());
                row.problem_at("criterion", message);
            }
            criteria.push(criterion);
            Some(())
        });
        if table.is_sound() {
            for stage in LifeStage::ALL {
                let musts = |c: &&Criterion| c.stage == stage && c.kind == CriterionKind::Must;
                if !criteria.iter().any(|criterion| musts(&criterion)) {
                    table.problem_here(format!(
                        "`{}` has no criterion that must hold",
                        stage.name()
                    ));
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
        Some(Self { default_wait: default_wait?, criteria, quoted })
    }
}

fn read_stage(row: &mut Fields<'_>) -> Option<LifeStage> {
    row.choice("stage")
}

fn read_measure(row: &mut Fields<'_>) -> Option<CriterionMeasure> {
    let word = row.text("measure")?;
    let measure = CriterionMeasure::named(word.get_ref());
    if measure.is_none() {
        let traits = WorkStyle::ALL.map(|style| style.name().replace('_', "-"));
        let known = CriterionMeasure::WORDS.iter().map(|(word, _)| *word);
        let known: Vec<&str> = known.chain(traits.iter().map(String::as_str)).collect();
        let hint =
            nearest_or_all(nearest(word.get_ref(), known.iter().copied()), known.iter().copied());
        let message = format!("nothing measured is called {}", Quoted(word.get_ref()));
        row.problem(Problem::new(word.span(), message).with_hint(Some(hint)));
    }
    measure
}

/// Reads what is enough, in the way that suits what is measured.
fn read_threshold(row: &mut Fields<'_>, measure: Option<CriterionMeasure>) -> Option<Threshold> {
    let Some(measure) = measure else {
        // What these have to be depends on what is measured.
        row.optional("comparison");
        row.optional("threshold");
        return None;
    };
    match measure {
        CriterionMeasure::WorkStyle(_) => {
            let is = row.one_of("comparison", &[("is", ())]);
            let said = row.one_of("threshold", &[("yes", true), ("no", false)]);
            is.and(said).map(Threshold::Said)
        }
        CriterionMeasure::AiAdoption => {
            let is_not = row.one_of("comparison", &[("is not", ())]);
            is_not.and(row.one_of("threshold", &[("avoid", Threshold::NotAvoided)]))
        }
        _ => {
            let least = row.one_of("comparison", &[("at least", true), ("at most", false)]);
            let number = row.number("threshold");
            let make = if least? { Threshold::AtLeast } else { Threshold::AtMost };
            number.map(make)
        }
    }
}
