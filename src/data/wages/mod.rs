//! Published wages, the places that they are of, and how wages, prices and employment change.

mod area_names;
mod area_prices;
mod areas;
mod geography;
mod occupations;
mod prices;
mod projections;
mod row;
mod salaries;
mod wage_history;

pub(crate) use area_names::AreaFit;
pub(crate) use area_prices::AreaPrices;
pub(crate) use areas::read_area;
pub use areas::{Area, AreaIndex, AreaPrice, Areas, PricedPart};
pub use geography::{Geography, Place, PlaceKind};
pub use occupations::{Occupation, OccupationRows, Occupations, RelatedOccupation, StandInRows};
pub use prices::{Prices, YearPrices};
pub use projections::{EntryRequirements, Projection, Projections};
pub use salaries::{Salaries, Salary};
pub use wage_history::{NoGrowth, WageHistory, WageSeries, YearWages};
