use serde::{Deserialize, Serialize};

use crate::data::factors::{LevelIndex, LevelTable};
use crate::data::reading::{Citations, Evidence, Fields, Quoted};
use crate::quantity::{Triangular, named};

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
    /// What the row is, in words.
    pub label: String,
    /// What it states.
    pub value: T,
    /// The lowest and the highest value that make sense, where the row has a range.
    pub range: Option<(f64, f64)>,
    /// How it came to be.
    pub evidence: Evidence,
}

named! {
    /// The length of a stage of the career, counted from the end of the stage before.
    pub enum CareerSpan {
        /// A certificate program.
        Training = "training",
        /// An accelerated program.
        AcceleratedTraining = "accelerated-training",
        /// Study for the exam after the program.
        ExamPreparation = "exam-preparation",
        /// Study for the second attempt.
        RetakePreparation = "retake-preparation",
        /// From the certification to the first job.
        FirstJobSearch = "first-job-search",
        /// Time in the office before working from home.
        InOffice = "in-office",
        /// In an adjacent job before the move to coding.
        AdjacentMonths = "adjacent-months",
        /// From the end of the office time to a specialty.
        ToSpecialist = "to-specialist",
        /// From the specialty to another role.
        ToPivot = "to-pivot",
        /// A two-year degree.
        AssociateDegree = "associate-degree",
        /// A four-year degree.
        BachelorDegree = "bachelor-degree",
        /// A degree after it.
        MasterDegree = "master-degree",
    }
}

named! {
    /// A number that drives a career.
    pub enum CareerNumber {
        /// The share of those who start a program and finish it.
        Completion = "completion",
        /// The share who pass the exam the first time.
        FirstTimePass = "first-time-pass",
        /// The share who pass it the first or the second time.
        EventualPass = "eventual-pass",
        /// The share who pass a later exam at one attempt.
        FurtherPass = "further-pass",
        /// The share of the newly certified who end their search in a coding job.
        Placement = "placement",
        /// Of the others, the share who take an adjacent job.
        Adjacent = "adjacent",
        /// Of those, the share who move to a coding job.
        AdjacentToCoding = "adjacent-to-coding",
        /// The share of coders who come to work from home.
        RemoteShare = "remote-share",
        /// The share of coders who ever reach a specialty.
        SpecialtyShare = "specialty-share",
        /// The share of specialists who ever reach the further role.
        RoleShare = "role-share",
        /// The share of those in the field who leave it in a year.
        Leaving = "leaving",
        /// The further share who leave in a year because they avoid AI tools.
        Displaced = "displaced",
        /// How fast the pay of the field grows beyond prices, a year.
        RealGrowth = "real-growth",
        /// The part of the time next to work that full-time study takes.
        FullTimeStudy = "full-time-study",
        /// The part of a published difference in pay that one gains by adding what it is about.
        CausalShare = "causal-share",
        /// The part of the time to specialty and pivot that early users of AI tools need.
        AiEarly = "ai-early",
        /// How much less a dollar counts for each year that it comes later.
        DiscountRate = "discount-rate",
        /// How fast the present pay would grow, a year.
        CounterfactualGrowth = "counterfactual-growth",
        /// The share of a contractor's hours that is billed.
        ContractBillableShare = "contract-billable-share",
        /// The share of what a contractor bills that pays for the work itself.
        ContractOverhead = "contract-overhead",
        /// The employer's share of the payroll tax.
        PayrollTax = "payroll-tax",
        /// What employers pay for insurance and retirement, as a share of a year's pay.
        JobBenefits = "job-benefits",
        /// The share of an employee's paid hours that is leave.
        JobPaidLeave = "job-paid-leave",
    }
}

/// What kind of number a row of the career states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberUnit {
    /// A part of a whole, 0 to 1.
    Share,
    /// What something is multiplied by, 0 to 1.
    Multiplier,
    /// A part a year.
    RateAYear,
}

impl NumberUnit {
    /// The unit as tables and answers write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Multiplier => "multiplier",
            Self::RateAYear => "rate a year",
        }
    }
}

impl CareerNumber {
    /// The lowest and the highest value that makes sense.
    const fn bounds(self) -> (f64, f64) {
        match self {
            Self::DiscountRate | Self::CounterfactualGrowth | Self::RealGrowth => (-0.2, 0.2),
            // Nothing would be left to live on.
            Self::ContractOverhead | Self::PayrollTax => (0.0, 0.9),
            Self::ContractBillableShare => (0.1, 1.0),
            _ => (0.0, 1.0),
        }
    }

    /// What kind of number it is.
    #[must_use]
    pub const fn unit(self) -> NumberUnit {
        match self {
            Self::DiscountRate
            | Self::CounterfactualGrowth
            | Self::RealGrowth
            | Self::Leaving
            | Self::Displaced => NumberUnit::RateAYear,
            Self::AiEarly | Self::FullTimeStudy => NumberUnit::Multiplier,
            _ => NumberUnit::Share,
        }
    }

    /// Whether a value makes sense; what to write instead where it does not.
    fn check(self, value: f64) -> Result<f64, String> {
        let (low, high) = self.bounds();
        if (low..=high).contains(&value) {
            return Ok(value);
        }
        Err(match self.unit() {
            NumberUnit::RateAYear => format!(
                "it must be a rate a year between {low} and {high}; 5 percent a year is `0.05`"
            ),
            NumberUnit::Share => {
                format!("it must be a share between {low} and {high}; 70 percent is `0.7`")
            }
            NumberUnit::Multiplier => {
                format!("it must be a multiplier between {low} and {high}; half is `0.5`")
            }
        })
    }
}

named! {
    /// A rule of the career that has no number.
    pub enum CareerRule {
        /// What avoiding AI tools does.
        AiAvoid = "ai-avoid",
        /// What follows on a failure.
        OneRetake = "one-retake",
        /// What an adjacent job is.
        AdjacentJob = "adjacent-job",
        /// The job without the career of who states no pay.
        Without = "without",
        /// How certifications grow.
        CertificationPlan = "certification-plan",
        /// What an hour of part-time work pays.
        PartTime = "part-time",
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
            read_unit(row, "months");
            let [low, mode, high] = ["low", "mode", "high"].map(|key| row.number(key));
            let span = Triangular::new(low?, mode?, high?);
            let span = span.map_err(|error| row.problem_at("mode", error.to_string()));
            let evidence = Evidence::read(row, sources);
            Some((span.ok()?, None, evidence?))
        });
        let numbers =
            read_all(table, "number", &CareerNumber::ALL.map(CareerNumber::name), |row, at| {
                let number = CareerNumber::ALL[at];
                read_unit(row, number.unit().name());
                let value = row.quantity("value", |value| number.check(value));
                let range = read_range(row, value);
                let ends = range.map(|(low, high)| [("low", low), ("high", high)]);
                for (key, end) in ends.into_iter().flatten() {
                    if let Err(message) = number.check(end) {
                        row.problem_at(key, format!("`{key}` is `{end}`: {message}"));
                    }
                }
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
            found.map_err(|unknown| table.problem_here(unknown.text)).ok()
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

/// Reads the unit, which can only be one.
fn read_unit(row: &mut Fields<'_>, unit: &str) {
    if let Some(stated) = row.string("unit")
        && stated != unit
    {
        row.problem_at("unit", format!("`unit` is {}, not `{unit}`", Quoted(&stated)));
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
            for key in [
                "label", "low", "mode", "high", "value", "unit", "basis", "source", "sources",
                "note",
            ] {
                row.optional(key);
            }
            return None;
        };
        if std::mem::replace(&mut seen[at], true) {
            row.problem_at("item", format!("{} is stated twice", Quoted(items[at])));
        }
        let label = row.string("label");
        let (value, range, evidence) = read(row, at)?;
        found[at] =
            Some(Stated { item: items[at].to_owned(), label: label?, value, range, evidence });
        Some(())
    });
    if let Some(at) = seen.iter().position(|seen| !seen)
        && table.is_sound()
    {
        table.problem_here(format!("`{list}` has no row for `{}`", items[at]));
    }
    found.into_iter().collect()
}
