//! Text to checked tables. Opens no file: the text is handed in.
//!
//! ```text
//! data/*.toml ──read──▶ Fields (keys, types, ranges, each problem with its position)
//!                          │
//!                          ▼
//!    Sources ◀─ named by ─ Geography · Salaries · Areas (with their prices)
//!                          Certifications · Credentials · ExperienceCurve · Combination
//!                          LevelTable (specialties, settings, education)
//!                          Market · Terms · GradeRules
//!                          Occupations · WageHistory · Prices · Projections
//!                          Career · Costs · Verdicts
//!                          │
//!                          ▼
//!                        Tables  (cross-checked: coverage, sources, weights, means)
//! ```
//!
//! The built-in tables are read from their TOML by this same code when the crate is built, and
//! packed into the binary, so that answering a question parses nothing.

mod area_names;
mod area_prices;
mod areas;
mod assumptions;
mod bounds;
mod career;
mod certifications;
mod checks;
mod claims;
mod combination;
mod costs;
mod credential_facts;
mod credential_rows;
mod credentials;
mod difference;
mod edition;
mod evidence;
mod experience_curve;
mod fields;
mod gaps;
mod geography;
mod grade_rules;
mod late;
mod levels;
mod locality;
mod market;
mod names;
mod occupations;
mod packed;
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

pub use area_names::NoArea;
pub use areas::{Area, AreaIndex, AreaPrice, Areas, PricedPart};
pub use assumptions::{Assumption, assumptions};
pub use career::{Career, CareerNumber, CareerRule, CareerSpan, Stated};
pub use certifications::{CertificationLevel, Certifications, Derivation, SurveyAverage};
pub use checks::{SourceUse, Warning, source_uses, views, warnings};
pub use claims::{Claim, ClaimPeople, ClaimStatistic, Claims, OrderEnd, Published};
pub use combination::Combination;
pub use costs::{Cost, CostItem, Costs};
pub use credential_facts::{
    CredentialFact, CredentialPay, CredentialText, Fee, Membership, PassRate, Payer, Standing,
    Takers,
};
pub use credentials::{Credential, CredentialIndex, Credentials, FormerName, FoundCredential};
pub use difference::{TableDifference, differences};
pub use edition::Edition;
pub use evidence::{Basis, Evidence, Measure, Statistic};
pub use experience_curve::{ExperienceCurve, Knot};
pub use fields::Fields;
pub use geography::{Geography, Place, PlaceKind};
pub use grade_rules::{GradeRule, GradeRules};
pub use late::Late;
pub use levels::{Level, LevelIndex, LevelTable};
pub use locality::Locality;
pub use market::{FactValue, Market, MarketFact};
pub use names::nearest;
pub use occupations::{Occupation, OccupationRows, Occupations, RelatedOccupation, StandInRows};
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
