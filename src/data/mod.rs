//! Text to checked tables. Opens no file: the text is handed in.
//!
//! ```text
//! data/*.toml ──read──▶ Fields (keys, types, ranges, each problem with its position)
//!                          │
//!                          ▼
//!    Sources ◀─ named by ─ Geography · Salaries · Certifications · ExperienceCurve
//!                          LevelTable (specialties, settings, education) · Combination
//!                          Market · Terms
//!                          Occupations · WageHistory · Prices · Projections
//!                          Career · Costs · Verdicts
//!                          │
//!                          ▼
//!                        Tables  (cross-checked: coverage, sources, weights, means)
//! ```
//!
//! The built-in tables are read from their TOML by this same code when the crate is built, and
//! packed into the binary, so that answering a question parses nothing.

mod bounds;
mod career;
mod certifications;
mod checks;
mod combination;
mod costs;
mod difference;
mod edition;
mod evidence;
mod experience_curve;
mod fields;
mod gaps;
mod geography;
mod levels;
mod market;
mod names;
mod occupations;
mod prices;
mod problem;
mod projections;
mod salaries;
mod sources;
mod syntax;
mod tables;
mod terms;
mod texts;
mod value;
mod verdicts;
mod view;
mod wage_history;
mod wages;

pub use career::{Career, CareerNumber, CareerRule, CareerSpan, Stated};
pub use certifications::{CertificationLevel, Certifications, Derivation, SurveyAverage};
pub use checks::{SourceUse, Warning, source_uses, views, warnings};
pub use combination::Combination;
pub use costs::{Cost, CostItem, Costs};
pub use difference::{TableDifference, differences};
pub use edition::Edition;
pub use evidence::{Basis, Evidence, Measure, Statistic};
pub use experience_curve::{ExperienceCurve, Knot};
pub use fields::Fields;
pub use geography::{Geography, Place, PlaceKind};
pub use levels::{Level, LevelIndex, LevelTable};
pub use market::{FactValue, Market, MarketFact};
pub use names::nearest;
pub use occupations::{Occupation, Occupations, RelatedOccupation};
pub use prices::{Prices, YearPrices};
pub use problem::{Problem, Quoted, Unknown, is_unprintable, position};
pub use projections::{Entry, Projection, Projections};
pub use salaries::{Salaries, Salary};
pub use sources::{Quality, Source, SourceIndex, Sources};
pub use syntax::parse_toml;
pub use tables::{TABLE_NAMES, TableError, TableErrors, Tables};
pub use terms::{Term, Terms};
pub use texts::TableTexts;
pub use verdicts::{
    Criterion, CriterionKind, CriterionMeasure, QuotedFact, Threshold, Verdicts, View,
};
pub use view::{TableView, ViewCell, ViewList};
pub use wage_history::{NoGrowth, WageHistory, WageSeries, YearWages};
