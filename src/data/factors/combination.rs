use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::data::reading::{
    Basis, Citations, Fields, Problem, Quoted, SourceIndex, ValueRange, record,
};
use crate::quantity::{Covariance, CovarianceError, Factor, FactorSet, LogEffect};

const N: usize = Factor::ALL.len();

/// The least spread: below it, a factor that hardly varies could not be distinguished from one that does not.
const LEAST_SPREAD: f64 = 0.001;

/// How much each factor varies over workers, where its levels are measured from and how the factors go
/// together: assumptions, each with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Combination {
    /// The spreads and correlations, checked for every set of factors.
    pub covariance: Covariance,
    /// Why each spread is what it is, indexed as [`Factor::ALL`].
    pub spread_reasons: [String; N],
    /// The center of the specialties.
    pub specialty_center: Center,
    sources: Vec<SourceIndex>,
}

/// The mean log effect of a factor over workers, where its levels are measured from one of them and
/// not from the average worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Center {
    /// The mean, on the log scale.
    pub effect: LogEffect,
    /// How the mean came to be.
    pub basis: Basis,
    /// Why it is what it is.
    pub reason: String,
    /// Where it comes from.
    pub sources: Vec<SourceIndex>,
}

impl Combination {
    /// The sources of the spreads and correlations, with repetitions.
    pub fn sources(&self) -> impl Iterator<Item = SourceIndex> {
        self.sources.iter().copied()
    }

    /// Reads the table. The factors cannot explain more than `national_variance`, the variance of
    /// log pay of the nation, nor those that count in any occupation more than `role_variance`, the
    /// least of an occupation that can be a role.
    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        national_variance: Option<f64>,
        role_variance: Option<f64>,
    ) -> Option<Self> {
        let bounds = table.range();
        let mut cited = Vec::new();
        let mut stated = Stated::default();
        let mut spread_reasons: [String; N] = Default::default();
        table.tables("spread", |row| {
            let factor = read_factor(row, "factor");
            let value = row.quantity("value", |spread| {
                let least = format!("a spread must be at least {LEAST_SPREAD}");
                if spread < LEAST_SPREAD { Err(least) } else { bounds.number(spread) }
            });
            let reason = read_reason(row, sources, &mut cited);
            let factor = factor?;
            stated.put(row, factor, factor, value?);
            spread_reasons[factor.index()] = reason?;
            Some(())
        });
        table.tables("correlation", |row| {
            let a = read_factor(row, "a");
            let b = read_factor(row, "b");
            let value = row.quantity("value", |rho| match rho {
                -1.0..=1.0 => bounds.number(rho),
                _ => Err("a correlation must be between -1 and 1".to_owned()),
            });
            read_reason(row, sources, &mut cited);
            let (a, b) = (a?, b?);
            if a == b {
                row.problem_at("b", "the correlation of a factor with itself is 1: leave it out");
                return None;
            }
            stated.put(row, a, b, value?);
            Some(())
        });
        let center = read_centers(table, sources, bounds);
        // A value that was refused is not missing.
        if table.is_sound() {
            stated.check_complete(table);
            if center.is_none() {
                table.problem_here("the center of `specialty` is missing");
            }
        }
        if !table.is_sound() {
            return None;
        }
        let covariance = stated.covariance(table)?;
        let everything: FactorSet = Factor::ALL.into_iter().collect();
        for (factors, variance, [what, whom]) in [
            (everything, national_variance, ["all factors", "in the nation"]),
            (
                FactorSet::OF_ANY_OCCUPATION,
                role_variance,
                ["experience and education", "among the workers of one of the occupations"],
            ),
        ] {
            let explained = covariance.weights(factors).explained;
            if let Some(variance) = variance.filter(|&variance| explained >= variance) {
                table.problem_here(format!(
                    "{what} together explain `{explained:.4}` of the variance of log pay, which is \
                     only `{variance:.4}` {whom}"
                ));
            }
        }
        let specialty_center = center?;
        cited.extend(specialty_center.sources.iter().copied());
        Some(Self { covariance, spread_reasons, specialty_center, sources: cited })
    }
}

/// The center of the specialties, the one factor with levels that are measured from one of them.
fn read_centers(table: &mut Fields<'_>, sources: &Citations, bounds: ValueRange) -> Option<Center> {
    let mut center = None;
    table.tables("center", |row| {
        row.one_of("factor", &[(Factor::Specialty.name(), ())]);
        let read = record!(Center {
            effect: row.quantity("value", |mean| {
                LogEffect::new(bounds.number(mean)?).map_err(|error| error.to_string())
            }),
            basis: row.choice("basis"),
            reason: row.string("reason"),
            sources: sources.cited(row),
        });
        if center.is_some() {
            row.problem_at("factor", "the center of `specialty` is stated twice");
        }
        center = Some(read?);
        Some(())
    });
    center
}

/// What is stated, with its place: of a factor with itself the spread, of two their correlation.
#[derive(Default)]
struct Stated([[Option<Spanned<f64>>; N]; N]);

impl Stated {
    fn put(&mut self, row: &mut Fields<'_>, a: Factor, b: Factor, value: f64) {
        let (low, high) = (a.min(b), a.max(b));
        let value = Spanned::new(row.span_of("value"), value);
        if self.0[low.index()][high.index()].replace(value).is_some() {
            let key = if a == b { "factor" } else { "b" };
            row.problem_at(key, format!("{} is stated twice", named(a, b)));
        }
    }

    fn get(&self, a: Factor, b: Factor) -> Option<&Spanned<f64>> {
        self.0[a.min(b).index()][a.max(b).index()].as_ref()
    }

    fn check_complete(&self, table: &mut Fields<'_>) {
        for a in Factor::ALL {
            for b in Factor::ALL.into_iter().filter(|&b| a <= b && self.get(a, b).is_none()) {
                table.problem_here(format!("{} is missing", named(a, b)));
            }
        }
    }

    fn covariance(&self, table: &mut Fields<'_>) -> Option<Covariance> {
        let value = |a, b| self.get(a, b).map_or(0.0, |value| *value.get_ref());
        let spreads = Factor::ALL.map(|factor| value(factor, factor));
        let correlations =
            Factor::ALL.map(|a| Factor::ALL.map(|b| if a == b { 1.0 } else { value(a, b) }));
        let errors = match Covariance::new(spreads, correlations) {
            Ok(covariance) => return Some(covariance),
            Err(errors) => errors,
        };
        for error in smallest(&errors) {
            let pair: Vec<Factor> = stated(error).iter().collect();
            let place = match *pair.as_slice() {
                [a, b] => self.get(a, b).map(Spanned::span),
                _ => None,
            };
            let hint = place.is_some().then(|| {
                "their correlation can be at most the smaller spread over the larger".to_owned()
            });
            let problem = Problem::new(place.unwrap_or_else(|| table.span()), error.to_string());
            table.problem(problem.with_hint(hint));
        }
        None
    }
}

fn named(a: Factor, b: Factor) -> String {
    match (a.name(), b.name()) {
        (a, b) if a == b => format!("the spread of `{a}`"),
        (a, b) => format!("the correlation of `{a}` and `{b}`"),
    }
}

/// One error for each of the smallest sets of factors that are wrong: that a larger set, which
/// holds one of them, is wrong too says nothing new.
fn smallest(errors: &[CovarianceError]) -> Vec<&CovarianceError> {
    let holds = |all: FactorSet, some: FactorSet| {
        some.len() < all.len() && some.iter().all(|factor| all.contains(factor))
    };
    let mut minimal: Vec<&CovarianceError> = errors
        .iter()
        .filter(|error| !errors.iter().any(|other| holds(stated(error), stated(other))))
        .collect();
    minimal.dedup_by_key(|error| stated(error));
    minimal
}

fn stated(error: &CovarianceError) -> FactorSet {
    match *error {
        CovarianceError::NotPositiveDefinite(stated)
        | CovarianceError::WeightOutOfRange { stated, .. } => stated,
    }
}

fn read_factor(row: &mut Fields<'_>, key: &'static str) -> Option<Factor> {
    let name = row.text(key)?;
    let factor = Factor::named(name.get_ref());
    if factor.is_none() {
        let names = Factor::ALL.map(|factor| format!("`{}`", factor.name())).join(", ");
        row.problem(
            Problem::new(name.span(), format!("no factor is called {}", Quoted(name.get_ref())))
                .with_hint(Some(format!("the factors are {names}"))),
        );
    }
    factor
}

fn read_reason(
    row: &mut Fields<'_>,
    sources: &Citations,
    cited: &mut Vec<SourceIndex>,
) -> Option<String> {
    row.choice::<Basis>("basis");
    let reason = row.string("reason");
    cited.extend(sources.cited(row).unwrap_or_default());
    reason
}
