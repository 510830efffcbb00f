use serde::{Deserialize, Serialize};

use crate::data::factors::{LevelIndex, LevelTable};
use crate::data::reading::{Citations, Evidence, Fields, Quoted};
use crate::quantity::Triangular;

/// How a career unfolds: the lengths of its stages, what can fail, what drives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Career {
    spans: Vec<Stated<Triangular>>,
    numbers: Vec<Stated<f64>>,
    choices: Vec<Stated<String>>,
    rules: Vec<Stated<()>>,
    first_specialty: LevelIndex,
    specialty: LevelIndex,
}

/// Something that the table states, and how it came to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// The name of the row.
    pub item: String,
    /// What it states.
    pub value: T,
    /// The lowest and the highest value that a source gives, where it gives a range.
    pub range: Option<(f64, f64)>,
    /// How it came to be.
    pub evidence: Evidence,
}

/// The length of a stage of the career, counted from the end of the stage before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareerSpan {
    /// A certificate program.
    Training,
    /// An accelerated program.
    AcceleratedTraining,
    /// Study for the exam after the program.
    ExamPreparation,
    /// Study for the second attempt.
    RetakePreparation,
    /// From the certification to the first job.
    FirstJobSearch,
    /// Years in the office before working remotely.
    InOffice,
    /// From working remotely to a specialty.
    ToSpecialist,
    /// From the specialty to another role.
    ToPivot,
}

impl CareerSpan {
    /// Every stage with a length.
    pub const ALL: [Self; 8] = [
        Self::Training,
        Self::AcceleratedTraining,
        Self::ExamPreparation,
        Self::RetakePreparation,
        Self::FirstJobSearch,
        Self::InOffice,
        Self::ToSpecialist,
        Self::ToPivot,
    ];

    /// The name of the row in the table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::AcceleratedTraining => "accelerated-training",
            Self::ExamPreparation => "exam-preparation",
            Self::RetakePreparation => "retake-preparation",
            Self::FirstJobSearch => "first-job-search",
            Self::InOffice => "in-office",
            Self::ToSpecialist => "to-specialist",
            Self::ToPivot => "to-pivot",
        }
    }
}

/// A number that drives a career.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareerNumber {
    /// The share of those who start a program and finish it.
    Completion,
    /// The share who pass the exam the first time.
    FirstTimePass,
    /// The share who pass it the first or the second time.
    EventualPass,
    /// The part of a published difference in pay that one gains by adding what it is about.
    CausalShare,
    /// The part of the time to specialty and pivot that early users of AI tools need.
    AiEarly,
    /// How much less a dollar counts for each year that it comes later.
    DiscountRate,
    /// How fast the present pay would grow, a year.
    CounterfactualGrowth,
    /// The share of a contractor's hours that is billed.
    ContractBillableShare,
    /// The share of what a contractor bills that pays for the work itself.
    ContractOverhead,
    /// The employer's share of the payroll tax.
    PayrollTax,
}

impl CareerNumber {
    /// Every number.
    pub const ALL: [Self; 10] = [
        Self::Completion,
        Self::FirstTimePass,
        Self::EventualPass,
        Self::CausalShare,
        Self::AiEarly,
        Self::DiscountRate,
        Self::CounterfactualGrowth,
        Self::ContractBillableShare,
        Self::ContractOverhead,
        Self::PayrollTax,
    ];

    /// The name of the row in the table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::FirstTimePass => "first-time-pass",
            Self::EventualPass => "eventual-pass",
            Self::CausalShare => "causal-share",
            Self::AiEarly => "ai-early",
            Self::DiscountRate => "discount-rate",
            Self::CounterfactualGrowth => "counterfactual-growth",
            Self::ContractBillableShare => "contract-billable-share",
            Self::ContractOverhead => "contract-overhead",
            Self::PayrollTax => "payroll-tax",
        }
    }

    /// The lowest and the highest value that makes sense.
    const fn bounds(self) -> (f64, f64) {
        match self {
            Self::DiscountRate | Self::CounterfactualGrowth => (-0.2, 0.2),
            // Nothing would be left to live on.
            Self::ContractOverhead | Self::PayrollTax => (0.0, 0.9),
            Self::ContractBillableShare => (0.1, 1.0),
            _ => (0.0, 1.0),
        }
    }
}

/// A rule of the career that has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareerRule {
    /// What avoiding AI tools does.
    AiAvoid,
    /// What follows on a failure.
    OneRetake,
    /// How certifications grow.
    CertificationPlan,
    /// What an hour of part-time work pays.
    PartTime,
}

impl CareerRule {
    /// Every rule.
    pub const ALL: [Self; 4] =
        [Self::AiAvoid, Self::OneRetake, Self::CertificationPlan, Self::PartTime];

    /// The name of the row in the table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AiAvoid => "ai-avoid",
            Self::OneRetake => "one-retake",
            Self::CertificationPlan => "certification-plan",
            Self::PartTime => "part-time",
        }
    }
}

const CHOICES: [&str; 3] = ["first-specialty", "specialty", "pivot"];

impl Career {
    /// The length of a stage.
    #[must_use]
    pub fn span(&self, span: CareerSpan) -> &Stated<Triangular> {
        &self.spans[span as usize]
    }

    /// A number.
    #[must_use]
    pub fn number(&self, number: CareerNumber) -> &Stated<f64> {
        &self.numbers[number as usize]
    }

    /// A rule.
    #[must_use]
    pub fn rule(&self, rule: CareerRule) -> &Stated<()> {
        &self.rules[rule as usize]
    }

    /// What a first job codes.
    #[must_use]
    pub const fn first_specialty(&self) -> LevelIndex {
        self.first_specialty
    }

    /// The specialty that a career aims at when the person names none.
    #[must_use]
    pub const fn specialty(&self) -> LevelIndex {
        self.specialty
    }

    /// The choices that the table makes where the person makes none.
    #[must_use]
    pub fn choices(&self) -> &[Stated<String>] {
        &self.choices
    }

    /// The role, by its name, that a career aims at after the specialty when the person names none.
    #[must_use]
    pub fn pivot(&self) -> &Stated<String> {
        &self.choices[2]
    }

    /// The same with another length of a stage.
    #[must_use]
    pub fn with_span(mut self, span: CareerSpan, months: Triangular) -> Self {
        self.spans[span as usize].value = months;
        self
    }

    /// The same with another number, which is taken into its bounds.
    #[must_use]
    pub fn with_number(mut self, number: CareerNumber, value: f64) -> Self {
        let (low, high) = number.bounds();
        self.numbers[number as usize].value = value.clamp(low, high);
        self
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        specialties: &LevelTable,
    ) -> Option<Self> {
        let spans = read_all(table, "span", &CareerSpan::ALL.map(CareerSpan::name), |row, _| {
            let [low, mode, high] = ["low", "mode", "high"].map(|key| row.number(key));
            let span = Triangular::new(low?, mode?, high?);
            let span = span.map_err(|error| row.problem_at("mode", error.to_string())).ok()?;
            Some((span, None, Evidence::read(row, sources)?))
        });
        let numbers =
            read_all(table, "number", &CareerNumber::ALL.map(CareerNumber::name), |row, at| {
                let (low, high) = CareerNumber::ALL[at].bounds();
                row.text("unit");
                let value = row.quantity("value", |value| match value {
                    value if (low..=high).contains(&value) => Ok(value),
                    _ => Err(format!("it must be between {low} and {high}")),
                });
                let range = read_range(row, value);
                let evidence = Evidence::read(row, sources);
                Some((value?, range, evidence?))
            });
        let choices = read_all(table, "choice", &CHOICES, |row, _| {
            let value = row.string("value");
            let evidence = Evidence::read(row, sources);
            Some((value?, None, evidence?))
        });
        let rules = read_all(table, "rule", &CareerRule::ALL.map(CareerRule::name), |row, _| {
            let evidence = Evidence::read(row, sources)?;
            if evidence.note.is_none() {
                row.problem_here("the key `note` is missing: it says the rule");
            }
            Some(((), None, evidence))
        });
        let (spans, numbers, choices, rules) = (spans?, numbers?, choices?, rules?);
        let mut find = |choice: &Stated<String>| {
            let found = specialties.find("specialty", &choice.value);
            found.map_err(|unknown| table.problem_here(unknown.message)).ok()
        };
        let (first_specialty, specialty) = (find(&choices[0]), find(&choices[1]));
        let pass = |number: CareerNumber| numbers[number as usize].value;
        if pass(CareerNumber::EventualPass) < pass(CareerNumber::FirstTimePass) {
            table.problem_here("`eventual-pass` is below `first-time-pass`, which it includes");
        }
        let (first_specialty, specialty) = (first_specialty?, specialty?);
        Some(Self { spans, numbers, choices, rules, first_specialty, specialty })
    }
}

/// The lowest and the highest value, both or neither, around the value itself.
pub(crate) fn read_range(row: &mut Fields<'_>, value: Option<f64>) -> Option<(f64, f64)> {
    let [low, high] = ["low", "high"].map(|key| row.optional_number(key));
    match (low, high) {
        (Some(low), Some(high)) => {
            if let Some(value) = value
                && !(low..=high).contains(&value)
            {
                row.problem_at("value", "`value` must be between `low` and `high`");
            }
            Some((low, high))
        }
        (None, None) => None,
        _ => {
            row.problem_here("state both `low` and `high`, or neither");
            None
        }
    }
}

/// Reads the rows of a list, each exactly once, and gives them in the order of `items`.
fn read_all<T>(
    table: &mut Fields<'_>,
    list: &'static str,
    items: &[&'static str],
    mut read: impl FnMut(&mut Fields<'_>, usize) -> Option<(T, Option<(f64, f64)>, Evidence)>,
) -> Option<Vec<Stated<T>>> {
    let words: Vec<(&str, usize)> = items.iter().copied().zip(0..).collect();
    let mut found: Vec<Option<Stated<T>>> = items.iter().map(|_| None).collect();
    let mut seen = vec![false; items.len()];
    table.tables(list, |row| {
        let Some(at) = row.one_of("item", &words) else {
            // Which other keys belong here depends on the item.
            for key in
                ["low", "mode", "high", "value", "unit", "basis", "source", "sources", "note"]
            {
                row.optional(key);
            }
            return None;
        };
        if std::mem::replace(&mut seen[at], true) {
            row.problem_at("item", format!("{} is stated twice", Quoted(items[at])));
        }
        let (value, range, evidence) = read(row, at)?;
        found[at] = Some(Stated { item: items[at].to_owned(), value, range, evidence });
        Some(())
    });
    if let Some(at) = seen.iter().position(|seen| !seen)
        && table.is_sound()
    {
        table.problem_here(format!("`{list}` has no row for `{}`", items[at]));
    }
    found.into_iter().collect()
}
