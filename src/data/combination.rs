use serde::{Deserialize, Serialize};

use super::evidence::Basis;
use super::fields::Fields;
use super::problem::{Problem, Quoted};
use super::sources::{SourceIndex, Sources};
use crate::quantity::{Covariance, Factor, FactorSet};

/// How much each factor varies over workers and how the factors go together: assumptions, each
/// with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Combination {
    /// The spreads and correlations, checked for every set of factors.
    pub covariance: Covariance,
    /// Why each spread is what it is, indexed as [`Factor::ALL`].
    pub spread_reasons: [String; 5],
    sources: Vec<SourceIndex>,
}

impl Combination {
    pub(super) fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        self.sources.iter().copied()
    }

    /// Reads the table; `national_variance` is the variance of log pay of the nation, more than
    /// which the factors cannot explain.
    pub(super) fn read(
        table: &mut Fields<'_>,
        sources: &Sources,
        national_variance: Option<f64>,
    ) -> Option<Self> {
        let bounds = table.range();
        let mut cited = Vec::new();
        let mut spreads = [None; 5];
        let mut spread_reasons: [String; 5] = Default::default();
        let mut correlations = [[None; 5]; 5];
        table.tables("spread", |row| {
            let factor = read_factor(row, "factor");
            let value = row.quantity("value", |spread| match bounds {
                _ if spread <= 0.0 => Err("a spread must be above 0".to_owned()),
                Some(bounds) => bounds.number(spread),
                None => Ok(spread),
            });
            let reason = read_reason(row, sources, &mut cited);
            let (factor, value, reason) = (factor?, value?, reason?);
            set_once(row, &mut spreads[factor.index()], value);
            spread_reasons[factor.index()] = reason;
            Some(())
        });
        table.tables("correlation", |row| {
            let a = read_factor(row, "a");
            let b = read_factor(row, "b");
            let value = row.quantity("value", |rho| match bounds {
                _ if !(-1.0..=1.0).contains(&rho) => {
                    Err("a correlation must be between -1 and 1".to_owned())
                }
                Some(bounds) => bounds.number(rho),
                None => Ok(rho),
            });
            read_reason(row, sources, &mut cited)?;
            let (a, b, value) = (a?, b?, value?);
            if a == b {
                row.problem_here("a factor's correlation with itself is 1 and is not stated");
                return None;
            }
            set_once(row, &mut correlations[a.index()][b.index()], value);
            correlations[b.index()][a.index()] = correlations[a.index()][b.index()];
            Some(())
        });
        check_complete(table, &spreads, &correlations)?;
        let spreads = spreads.map(Option::unwrap_or_default);
        let correlations = correlations.map(|row| row.map(Option::unwrap_or_default));
        match Covariance::new(spreads, correlations) {
            Err(errors) => {
                for error in errors {
                    table.problem(Problem::new(0..0, error.to_string()));
                }
                None
            }
            Ok(covariance) => {
                check_explained(table, &covariance, national_variance);
                Some(Self { covariance, spread_reasons, sources: cited })
            }
        }
    }
}

fn check_complete(
    table: &mut Fields<'_>,
    spreads: &[Option<f64>; 5],
    correlations: &[[Option<f64>; 5]; 5],
) -> Option<()> {
    let mut complete = true;
    let mut miss = |message: String| {
        complete = false;
        table.problem(Problem::new(0..0, message));
    };
    for a in Factor::ALL {
        if spreads[a.index()].is_none() {
            miss(format!("the spread of `{}` is missing", a.name()));
        }
        for b in Factor::ALL.into_iter().filter(|b| b.index() > a.index()) {
            if correlations[a.index()][b.index()].is_none() {
                miss(format!("the correlation of `{}` and `{}` is missing", a.name(), b.name()));
            }
        }
    }
    complete.then_some(())
}

fn check_explained(table: &mut Fields<'_>, covariance: &Covariance, variance: Option<f64>) {
    let explained = covariance.weights(Factor::ALL.into_iter().collect::<FactorSet>()).explained;
    if let Some(variance) = variance.filter(|&variance| explained >= variance) {
        let message = format!(
            "all factors together explain {explained:.5}, not less than the variance of log pay, \
             {variance:.5}"
        );
        table.problem(Problem::new(0..0, message));
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
    sources: &Sources,
    cited: &mut Vec<SourceIndex>,
) -> Option<String> {
    let basis = Basis::read(row);
    let reason = row.owned_text("reason");
    let row_sources = sources.cited(row);
    cited.extend(row_sources?);
    basis.and(reason)
}

fn set_once(row: &mut Fields<'_>, cell: &mut Option<f64>, value: f64) {
    if cell.replace(value).is_some() {
        row.problem_here("this value is stated twice");
    }
}
