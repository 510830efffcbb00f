use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::data::reading::{
    Basis, Citations, Evidence, Fields, Literal, Problem, SourceIndex, ValueRange, effect_of,
    record,
};
use crate::quantity::{CertificationCount, Dollars, LogEffect, Share};

/// What certifications do to pay, by how many are held, and the pay level of the survey that says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Certifications {
    /// The average of all who answered the survey.
    pub survey: SurveyAverage,
    levels: Vec<CertificationLevel>,
}

/// The average of all who answered the survey, certified and not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveyAverage {
    /// The average over everybody, from the two averages and the share of the uncertified.
    pub mean: Dollars,
    /// The published average of the certified.
    pub all_certified: Dollars,
    /// The share of the uncertified among those who answered.
    pub uncertified_share: Share,
    /// How the share came to be.
    pub basis: Basis,
    /// Why the share is what it is.
    pub reason: String,
    /// Where the averages come from.
    pub sources: Vec<SourceIndex>,
}

/// The pay of those who hold a number of certifications.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CertificationLevel {
    /// How many are held; the last level is that many or more.
    pub count: u8,
    /// The level in words.
    pub label: String,
    /// Their average pay.
    pub pay: Dollars,
    /// The formula, when the pay is derived from that of another level.
    pub derived: Option<Derivation>,
    /// The effect against the survey's average.
    pub effect: LogEffect,
    /// How the pay came to be.
    pub evidence: Evidence,
}

/// A pay taken from another level's by the ratio of an earlier survey.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Derivation {
    /// The level with the pay that is multiplied.
    pub from: u8,
    /// The earlier survey's pay of this level.
    pub numerator: Dollars,
    /// The earlier survey's pay of the level that is multiplied.
    pub denominator: Dollars,
}

impl Certifications {
    /// The level of a count; counts above the last level belong to it.
    ///
    /// # Panics
    /// Never: a table without levels is refused when it is read.
    #[must_use]
    pub fn level(&self, count: CertificationCount) -> &CertificationLevel {
        let top = self.levels.last().expect("a table without levels is refused");
        self.levels.get(usize::from(count.get())).unwrap_or(top)
    }

    /// Every level, from the fewest certifications.
    pub fn iter(&self) -> impl Iterator<Item = &CertificationLevel> {
        self.levels.iter()
    }

    /// The level of those who hold none.
    ///
    /// # Panics
    /// Never: a table without levels is refused when it is read.
    #[must_use]
    pub fn uncertified(&self) -> &CertificationLevel {
        self.levels.first().expect("a table without levels is refused")
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        let bounds = table.range();
        table.whole("dollars_of");
        let survey = table.table("survey", |survey| read_survey(survey, sources, bounds));
        let mut counts = 0_usize..;
        let rows = table.tables("rows", |row| read_row(row, sources, bounds, counts.next()?));
        if !table.is_sound() {
            return None;
        }
        let Some(uncertified) = rows.first().and_then(|row| row.pay.ok()) else {
            let span = rows.first().map_or(table.span(), |row| row.span.clone());
            let message = "a row of 0 certifications with a `pay` of its own is needed";
            table.problem(Problem::new(span, message));
            return None;
        };
        let mut survey = survey?;
        let share = survey.uncertified_share;
        survey.mean = Dollars::new(
            share.get() * uncertified.get() + share.complement().get() * survey.all_certified.get(),
        )
        .unwrap_or(survey.all_certified);
        let mut levels = Vec::new();
        for row in &rows {
            match row.level(&rows, survey.mean, bounds) {
                Ok(level) => levels.push(level),
                Err(message) => table.problem(Problem::new(row.span.clone(), message)),
            }
        }
        Some(Self { survey, levels })
    }
}

struct Row {
    span: Range<usize>,
    count: u8,
    label: String,
    pay: Result<Dollars, Derivation>,
    evidence: Evidence,
}

impl Row {
    /// The level that the row makes, or why its pay cannot be worked out.
    fn level(
        &self,
        rows: &[Row],
        mean: Dollars,
        bounds: ValueRange,
    ) -> Result<CertificationLevel, String> {
        let pay = match self.pay {
            Ok(pay) => pay,
            Err(derived) => {
                let from = rows.get(usize::from(derived.from)).and_then(|row| row.pay.ok());
                let from = from.ok_or_else(|| {
                    format!(
                        "no row states a `pay` of {} certifications to derive from",
                        derived.from
                    )
                })?;
                let ratio = derived.numerator.get() / derived.denominator.get();
                let pay = from.get() * ratio;
                bounds.dollars(pay).map_err(|error| {
                    format!("the derived pay is `{}`: {error}", Literal(pay.round()))
                })?
            }
        };
        let effect = effect_of(pay.get() / mean.get())
            .map_err(|error| format!("the pay over the survey's average: {error}"))?;
        Ok(CertificationLevel {
            count: self.count,
            label: self.label.clone(),
            pay,
            derived: self.pay.err(),
            effect,
            evidence: self.evidence.clone(),
        })
    }
}

fn read_row(
    row: &mut Fields<'_>,
    sources: &Citations,
    bounds: ValueRange,
    next: usize,
) -> Option<Row> {
    let count = row.quantity("certifications", whole_count);
    let label = row.string("label");
    row.one_of("statistic", &[("mean", ())]);
    let evidence = Evidence::read(row, sources);
    let pay = row.optional_quantity("pay", |amount| bounds.dollars(amount));
    let derived = row.optional_table("derived", |derived| {
        record!(Derivation {
            from: derived.quantity("from", whole_count),
            numerator: derived.dollars("numerator", ValueRange::NONE),
            denominator: derived.dollars("denominator", ValueRange::NONE),
        })
    });
    match (row.has("pay"), row.has("derived")) {
        (true, true) => row.problem_at("derived", "a row has either `pay` or `derived`, not both"),
        (false, false) => row.problem_here("the key `pay` or `derived` is missing"),
        _ => {}
    }
    if let Some(count) = count.filter(|&count| usize::from(count) != next) {
        let message =
            format!("the rows count 0, 1, 2 and so on: `{count}` stands where `{next}` is due");
        row.problem_at("certifications", message);
    }
    Some(Row {
        span: row.span_of("derived"),
        count: count?,
        label: label?,
        pay: pay.map(Ok).or_else(|| derived.map(Err))?,
        evidence: evidence?,
    })
}

fn whole_count(count: f64) -> Result<u8, String> {
    (0..=50_u8)
        .find(|&whole| (f64::from(whole) - count).abs() < f64::EPSILON)
        .ok_or_else(|| "a count is a whole number between 0 and 50".to_owned())
}

fn read_survey(
    survey: &mut Fields<'_>,
    sources: &Citations,
    bounds: ValueRange,
) -> Option<SurveyAverage> {
    record!(SurveyAverage {
        all_certified: survey.dollars("all_certified", bounds),
        mean: all_certified,
        uncertified_share: survey.quantity("uncertified_share", Share::new),
        basis: survey.choice("basis"),
        reason: survey.string("reason"),
        sources: sources.cited(survey),
    })
}
