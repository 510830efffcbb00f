//! Text to checked tables. Opens no file: the text is handed in.
//!
//! ```text
//! data/*.toml ──reading──▶ Fields (keys, types, ranges, each problem with its position)
//!                             │
//!                             ▼
//!    Sources ◀─ cited by ─ wages        Geography · Salaries · Areas (with their prices)
//!                                       Occupations · WageHistory · Prices · Projections
//!                          factors      Certifications · ExperienceCurve · Combination
//!                                       LevelTable (specialties, settings, education)
//!                          credentials  Credentials
//!                          places       NamedPlaces (cities, counties) · ZipCodes
//!                          programs     Programs · ShortCareers
//!                          tax          Taxes (with sources of their own)
//!                          career       Career · Costs · Market · Verdicts
//!                                       Terms · GradeRules · Unlikely
//!                          claims       Accuracy · Claims
//!                             │
//!                             ▼
//!                          Tables  (cross-checked: coverage, sources, weights, means)
//! ```
//!
//! The built-in tables are read from their TOML by this same code when the crate is built, and
//! packed into the binary, so that answering a question parses nothing.

mod career;
mod claims;
mod credentials;
mod edition;
mod factors;
mod grade_rules;
mod lazy;
mod locality;
mod places;
mod programs;
mod reading;
mod synonyms;
mod table_head;
mod tables;
mod tax;
mod terms;
mod texts;
mod unlikely;
mod view;
mod wages;

pub use career::{
    Career, CareerNumber, CareerRule, CareerSpan, Cost, CostItem, Costs, Criterion, CriterionKind,
    CriterionMeasure, FactValue, Market, MarketFact, NumberUnit, QuotedFact, Stance, Stated,
    Threshold, Verdicts,
};
pub use claims::{
    Accuracy, AnswersOfKind, Claim, ClaimKind, ClaimKindIndex, ClaimPeople, ClaimStatistic, Claims,
    LeftOut, OrderEnd, Published, Tolerance,
};
pub use credentials::{
    Credential, CredentialFact, CredentialIndex, CredentialPay, CredentialText, Credentials, Fee,
    FormerName, FoundCredential, Membership, PassRate, Payer, RateSource, Takers,
};
pub use edition::Edition;
pub use factors::{
    Center, CertificationLevel, Certifications, Combination, Derivation, ExperienceCurve, Knot,
    Level, LevelIndex, LevelTable, SurveyAverage,
};
pub use grade_rules::{GradeRule, GradeRules};
pub use lazy::Lazy;
pub(crate) use lazy::inflated;
pub use locality::Locality;
pub use places::{
    FoundArea, FoundCity, FoundPlace, FoundZip, NamedPlaces, NoPlace, People, ZipCodes,
};
pub use programs::{
    Award, CareerJob, CareerOutlook, CollegeProgram, Completers, Control, EarningsYear,
    GraduateOutcomes, ProgramCell, Programs, Quartiles, ShortCareer, ShortCareers, StudyField,
};
pub use reading::{
    Basis, Evidence, Measure, Message, Problem, Quality, Source, SourceIndex, Sources, Statistic,
    is_unprintable,
};
pub(crate) use reading::{Quoted, folded, folds, nearest, not_known, parse_toml, position};
pub use synonyms::{Synonym, Synonyms};
pub use tables::{TableError, TableErrors, Tables};
pub use tax::{
    Band, Bands, Contribution, Convenience, ConvenienceKind, CreditKind, FederalLaw, Filing,
    LawBasis, LawEvidence, LawNumber, LocalKind, LocalPlaceError, LocalTax, Reciprocity,
    ResidentCredit, Rounding, RuleKind, StateBase, TaxIncome, TaxRule, TaxStage, TaxState, TaxYear,
    Taxes, TwoStates,
};
pub use terms::{Term, Terms};
pub use texts::{TABLE_NAMES, TableTexts};
pub use unlikely::{Person, Unlikely, UnlikelyPerson};
pub use view::{
    Assumption, SourceUse, TableView, ViewCell, ViewList, Warning, assumptions, source_uses, views,
};
pub(crate) use view::{TableDifference, differences, warnings};
pub use wages::{
    Area, AreaIndex, AreaPrice, Areas, EntryRequirements, Geography, NoGrowth, Occupation,
    OccupationRows, Occupations, Place, PlaceKind, PricedPart, Prices, Projection, Projections,
    RelatedOccupation, Salaries, Salary, StandInRows, WageHistory, WageSeries, YearPrices,
    YearWages,
};
