use std::fmt::Display;

use crate::data::reading::{Fields, Literal, ValueRange};
use crate::quantity::{LogQuantiles, OutOfRange, Pay, Percentile, Percentiles};

/// The 90th percentile may be this many times the 10th: over it, a digit slipped.
const MAX_SPREAD: f64 = 50.0;

/// Five percentiles and the mean of a row about `of`. The mean may differ from that of the
/// distribution read from the percentiles by the share `mean_tolerance`.
pub(crate) fn read_pay(
    row: &mut Fields<'_>,
    bounds: ValueRange,
    mean_tolerance: f64,
    of: Option<&impl Display>,
) -> Option<Pay> {
    let amounts =
        Percentile::ALL.map(|percentile| row.quantity(percentile.name(), |a| bounds.dollars(a)));
    let mean = row.dollars("mean", bounds);
    let [Some(p10), Some(p25), Some(p50), Some(p75), Some(p90)] = amounts else { return None };
    let percentiles = match Percentiles::new([p10, p25, p50, p75, p90]) {
        Ok(percentiles) => percentiles,
        Err(fall) => {
            row.problem_at(fall.upper.name(), fall.to_string());
            return None;
        }
    };
    if p90.get() > MAX_SPREAD * p10.get() {
        let [p10, p90] = [p10, p90].map(|amount| Literal(amount.get()));
        row.problem_at("p90", format!("`p90` is `{p90}`, over {MAX_SPREAD} times `{p10}`"));
        return None;
    }
    let (mean, of) = (mean?, of?);
    let implied = LogQuantiles::new(&percentiles).mean().get();
    if (implied / mean.get() - 1.0).abs() > mean_tolerance {
        let message = format!(
            "`mean` is `{}`, but the percentiles of `{of}` imply `{}`: over {} % apart",
            Literal(mean.get()),
            Literal(implied.round()),
            Literal(mean_tolerance * 100.0)
        );
        row.problem_at("mean", message);
        return None;
    }
    Some(Pay { percentiles, mean })
}

/// A relative standard error in percent.
pub(crate) fn percent(value: f64) -> Result<f64, OutOfRange> {
    if (0.0..=100.0).contains(&value) {
        Ok(value)
    } else {
        Err(OutOfRange {
            quantity: "a relative standard error",
            range: "between 0 and 100 percent",
        })
    }
}
