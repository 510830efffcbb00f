use serde::{Deserialize, Serialize};

use super::bounds::Bounds;
use super::evidence::{Basis, Evidence};
use super::fields::Fields;
use super::sources::{SourceIndex, Sources};
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
    /// How many are held; the last level stands for that many or more.
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
    /// The level whose pay is multiplied.
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

    /// Whether the count stands for that many or more.
    #[must_use]
    pub fn is_open_ended(&self, level: &CertificationLevel) -> bool {
        usize::from(level.count) + 1 == self.levels.len()
    }

    pub(super) fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        let rows = self.levels.iter().flat_map(|level| level.evidence.sources.iter().copied());
        rows.chain(self.survey.sources.iter().copied())
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Sources) -> Option<Self> {
        let bounds = table.range();
        table.whole("dollars_of");
        let survey = table.table("survey", |survey| read_survey(survey, sources));
        let rows = table.tables("rows", |row| read_row(row, sources, bounds?));
        let in_order = rows.iter().zip(0..).all(|(row, count)| row.count == count);
        if rows.is_empty() || !in_order {
            table.problem_here("the rows must count certifications 0, 1, 2, … without a gap");
            return None;
        }
        let mut levels = Vec::new();
        let mut survey = survey?;
        let pay_of = |count: u8| rows.iter().find(|row| row.count == count)?.pay;
        let uncertified = pay_of(0);
        let Some(uncertified) = uncertified else {
            table.problem_here("the row of 0 certifications needs its own `pay`");
            return None;
        };
        let share = survey.uncertified_share;
        survey.mean = Dollars::new(
            share.get() * uncertified.get() + share.complement().get() * survey.all_certified.get(),
        )
        .ok()?;
        for row in &rows {
            let pay = match (row.pay, row.derived) {
                (Some(pay), _) => Some(pay),
                (None, Some(derived)) => pay_of(derived.from)
                    .map(|pay| pay.times(derived.numerator.get() / derived.denominator.get())),
                (None, None) => None,
            };
            let effect =
                pay.and_then(|pay| LogEffect::from_ratio(pay.get() / survey.mean.get()).ok());
            let (Some(pay), Some(effect)) = (pay, effect) else {
                table.problem_here(format!(
                    "the pay of {} certifications cannot be worked out",
                    row.count
                ));
                return None;
            };
            levels.push(CertificationLevel {
                count: row.count,
                label: row.label.clone(),
                pay,
                derived: row.derived,
                effect,
                evidence: row.evidence.clone(),
            });
        }
        Some(Self { survey, levels })
    }
}

struct Row {
    count: u8,
    label: String,
    pay: Option<Dollars>,
    derived: Option<Derivation>,
    evidence: Evidence,
}

fn read_row(row: &mut Fields<'_>, sources: &Sources, bounds: Bounds) -> Option<Row> {
    let count = row.quantity("certifications", whole_count);
    let label = row.owned_text("label");
    row.one_of("statistic", &[("mean", ())]);
    let evidence = Evidence::read(row, sources);
    let pay = row.optional_quantity("pay", |amount| bounds.dollars(amount));
    let derived = row.optional_table("derived", |derived| {
        let from = derived.quantity("from", whole_count);
        let numerator = derived.quantity("numerator", Dollars::new);
        let denominator = derived.quantity("denominator", Dollars::new);
        Some(Derivation { from: from?, numerator: numerator?, denominator: denominator? })
    });
    if row.has("pay") == row.has("derived") {
        row.problem_here("a row has either `pay` or `derived`");
        return None;
    }
    Some(Row { count: count?, label: label?, pay, derived, evidence: evidence? })
}

fn whole_count(count: f64) -> Result<u8, String> {
    (0..=50_u8)
        .find(|&whole| (f64::from(whole) - count).abs() < f64::EPSILON)
        .ok_or_else(|| "a count is a whole number between 0 and 50".to_owned())
}

fn read_survey(survey: &mut Fields<'_>, sources: &Sources) -> Option<SurveyAverage> {
    let all_certified = survey.quantity("all_certified", Dollars::new);
    let uncertified_share = survey.quantity("uncertified_share", Share::new);
    let basis = Basis::read(survey);
    let reason = survey.owned_text("reason");
    let cited = sources.cited(survey);
    let all_certified = all_certified?;
    Some(SurveyAverage {
        mean: all_certified,
        all_certified,
        uncertified_share: uncertified_share?,
        basis: basis?,
        reason: reason?,
        sources: cited?,
    })
}
