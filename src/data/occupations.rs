use serde::{Deserialize, Serialize};

use super::fields::Fields;
use super::geography::Geography;
use super::names::Taken;
use super::problem::Quoted;
use super::salaries::{Salaries, Salary};
use super::sources::{SourceIndex, Sources};
use crate::quantity::PlaceCode;

/// An occupation that a career in the field borders on or leads to, or all of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Occupation {
    /// All occupations together (00-0000): what anybody earns at a place.
    AllOccupations,
    /// Health information technologists and medical registrars (29-9021): health informatics.
    HealthInformation,
    /// Medical and health services managers (11-9111).
    HealthServicesManager,
    /// Compliance officers (13-1041), of all industries.
    ComplianceOfficer,
    /// Billing and posting clerks (43-3021), of all industries.
    BillingClerk,
}

impl Occupation {
    /// Every occupation.
    pub const ALL: [Self; 5] = [
        Self::AllOccupations,
        Self::HealthInformation,
        Self::HealthServicesManager,
        Self::ComplianceOfficer,
        Self::BillingClerk,
    ];

    /// The name in tables, profiles and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AllOccupations => "all-occupations",
            Self::HealthInformation => "informatics",
            Self::HealthServicesManager => "manager",
            Self::ComplianceOfficer => "compliance-officer",
            Self::BillingClerk => "billing-clerk",
        }
    }
}

/// Published wages of the related occupations, and what each is called.
///
/// ```
/// use mbc_calc::data::Occupation;
/// let tables = mbc_calc::built_in();
/// let nation = tables.occupations.nation(Occupation::HealthInformation);
/// assert_eq!(nation.pay.mean.get(), 74_970.0);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Occupations(Vec<RelatedOccupation>);

/// One related occupation with its wages by place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelatedOccupation {
    /// Which one.
    pub occupation: Occupation,
    /// The federal occupation code, such as `29-9021`.
    pub code: String,
    /// The workers in words, as they read in a sentence.
    pub workers: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// The wages, under the publisher's title of the occupation.
    pub wages: Salaries,
}

impl Occupations {
    /// The published mean and the mean of the distribution read from the percentiles may differ by
    /// this share. Of the published rows 21 in 271 differ by over 4 %, those of managers by up to
    /// 8.3 %; a slipped digit makes more of a difference.
    const MEAN_TOLERANCE: f64 = 0.1;

    /// An occupation with all its wages.
    ///
    /// # Panics
    /// Never: a table without one of the occupations is refused when it is read.
    #[must_use]
    pub fn of(&self, occupation: Occupation) -> &RelatedOccupation {
        self.0
            .iter()
            .find(|related| related.occupation == occupation)
            .expect("a table of occupations without one of them is refused")
    }

    /// The row of an occupation at a place.
    ///
    /// # Errors
    /// Why there is no row.
    pub fn get(&self, occupation: Occupation, place: PlaceCode) -> Result<&Salary, &str> {
        self.of(occupation).wages.get(place)
    }

    /// The row of an occupation in the nation.
    #[must_use]
    pub fn nation(&self, occupation: Occupation) -> &Salary {
        self.of(occupation).wages.nation()
    }

    /// Every occupation in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &RelatedOccupation> {
        self.0.iter()
    }

    pub(super) fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        self.0.iter().flat_map(|related| related.wages.cited())
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Sources, geography: &Geography) -> Self {
        let dollars_of = table.whole("dollars_of").map(|year| *year.get_ref());
        let mut stated = Vec::new();
        let mut occupations: Vec<RelatedOccupation> = Vec::new();
        let mut taken = Taken::default();
        table.tables("occupation", |section| {
            let occupation =
                section.one_of("occupation", &Occupation::ALL.map(|known| (known.name(), known)));
            stated.push(occupation);
            let code = section.owned_text("code");
            let workers = section.owned_text("workers");
            let aliases = section.owned_texts("aliases");
            let tolerance = Self::MEAN_TOLERANCE;
            let wages = Salaries::read_section(section, sources, geography, dollars_of, tolerance);
            let related = RelatedOccupation {
                occupation: occupation?,
                code: code?,
                workers: workers?,
                aliases,
                wages: wages?,
            };
            if let Some(name) = taken.take(related.names()) {
                let message = format!("the name {} is stated twice", Quoted(name));
                section.problem_at("occupation", message);
                return None;
            }
            occupations.push(related);
            Some(())
        });
        // A section whose occupation cannot be read may be the one that seems to be missing.
        if !stated.contains(&None) {
            for missing in Occupation::ALL.into_iter().filter(|&o| !stated.contains(&Some(o))) {
                table.problem_here(format!("the occupation `{}` is missing", missing.name()));
            }
        }
        Self(occupations)
    }
}

impl RelatedOccupation {
    fn names(&self) -> impl Iterator<Item = &str> {
        [self.occupation.name(), &self.code, &self.wages.title]
            .into_iter()
            .chain(self.aliases.iter().map(String::as_str))
    }
}
