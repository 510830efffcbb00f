//! Small checked values: an amount, a set of percentiles, a place, a count.
//!
//! Every value is checked by its constructor, so that no other layer checks it again, and nothing
//! here depends on another module of this crate. Rounding and formatting belong to `render`.

mod area_code;
mod bounded;
mod change;
mod covariance;
mod dollars;
mod experience;
mod factor;
mod life_stage;
mod log_effect;
mod log_quantiles;
mod named;
mod normal;
mod percentiles;
mod place_code;
mod price_level;
mod share;
mod triangular;
mod weekly_hours;
mod whole_number;

pub use area_code::AreaCode;
pub use bounded::OutOfRange;
pub use change::Change;
pub use covariance::{Covariance, CovarianceError, Weights};
pub use dollars::Dollars;
pub use experience::Experience;
pub use factor::{Factor, FactorSet};
pub use life_stage::{LifeStage, WorkStyle};
pub use log_effect::LogEffect;
pub use log_quantiles::LogQuantiles;
pub(crate) use named::{Named, named};
pub(crate) use normal::{normal_cdf, normal_quantile};
pub use percentiles::{Pay, Percentile, Percentiles, PercentilesFall};
pub use place_code::PlaceCode;
pub use price_level::PriceLevel;
pub use share::Share;
pub use triangular::Triangular;
pub use weekly_hours::WeeklyHours;
pub use whole_number::{CareerCount, CertificationCount, Horizon, PlanInterval, WaitMonths};
