use serde::{Deserialize, Serialize};

use super::geography::Geography;
use super::salaries::{Salaries, Salary};
use crate::data::reading::{Citations, Fields, UniqueNames, record};
use crate::quantity::{LogQuantiles, PlaceCode, named};

named! {
    /// An occupation that a career in the field borders on or leads to, or all of them together.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Occupation {
        /// All occupations together (00-0000): what anybody earns at a place.
        AllOccupations = "all-occupations",
        /// Health information technologists and medical registrars (29-9021): health informatics.
        HealthInformation = "informatics",
        /// Medical and health services managers (11-9111).
        HealthServicesManager = "manager",
        /// Compliance officers (13-1041), of all industries.
        ComplianceOfficer = "compliance-officer",
        /// Billing and posting clerks (43-3021), of all industries.
        BillingClerk = "billing-clerk",
        /// Medical secretaries and administrative assistants (43-6013).
        MedicalSecretary = "medical-secretary",
        /// Insurance claims and policy processing clerks (43-9041), of all industries.
        ClaimsClerk = "claims-clerk",
    }
}

/// Published wages of the related occupations, and what each is called as a role.
///
/// ```
/// use mbc_calc::data::Occupation;
/// let tables = mbc_calc::built_in();
/// let nation = tables.occupations.nation(Occupation::HealthInformation);
/// assert_eq!(nation.pay.mean.get(), 74_970.0);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Occupations {
    /// The name of the field itself among these occupations.
    field: String,
    related: Vec<RelatedOccupation>,
}

/// The rows from which the wages of an occupation at a place are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OccupationRows<'t> {
    /// The row of the occupation at the place.
    Published(&'t Salary),
    /// The place has no such row: the nation's is raised or lowered as the pay of all occupations is
    /// there.
    StandIn(StandInRows<'t>),
}

/// The rows that replace the missing one of an occupation at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandInRows<'t> {
    /// Why the place has no row of its own.
    pub reason: &'t str,
    /// The occupation in the nation.
    pub nation: &'t Salary,
    /// All occupations at the place.
    pub all_here: &'t Salary,
    /// All occupations in the nation.
    pub all_nation: &'t Salary,
}

impl<'t> OccupationRows<'t> {
    /// A published row of the place itself: of the occupation, or of all occupations.
    #[must_use]
    pub const fn of_place(&self) -> &'t Salary {
        match self {
            Self::Published(row) => row,
            Self::StandIn(rows) => rows.all_here,
        }
    }
}

/// One related occupation with its wages by place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelatedOccupation {
    /// Which one.
    pub occupation: Occupation,
    /// The federal occupation code, such as `29-9021`.
    pub code: String,
    /// The workers in words, as they read in a sentence.
    pub workers: String,
    /// One of them, with an article.
    pub worker: String,
    /// The wages, under the publisher's title of the occupation.
    pub wages: Salaries,
}

impl Occupations {
    /// The published mean and the mean of the distribution read from the percentiles may differ by
    /// this share. Of the published rows 21 in 378 differ by over 4 %, those of managers by up to
    /// 8.3 %; a slipped digit makes more of a difference.
    const MEAN_TOLERANCE: f64 = 0.1;

    /// An occupation with all its wages.
    ///
    /// # Panics
    /// Never: a table without one of the occupations is refused when it is read.
    #[must_use]
    pub fn of(&self, occupation: Occupation) -> &RelatedOccupation {
        self.related
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

    /// The rows from which the wages of an occupation at a place are known.
    ///
    /// # Errors
    /// Why the place has no row of the occupation, where it has none of all occupations either.
    pub fn rows(
        &self,
        occupation: Occupation,
        place: PlaceCode,
    ) -> Result<OccupationRows<'_>, &str> {
        let reason = match self.get(occupation, place) {
            Ok(row) => return Ok(OccupationRows::Published(row)),
            Err(reason) => reason,
        };
        let all_here = self.get(Occupation::AllOccupations, place).map_err(|_| reason)?;
        Ok(OccupationRows::StandIn(StandInRows {
            reason,
            nation: self.nation(occupation),
            all_here,
            all_nation: self.nation(Occupation::AllOccupations),
        }))
    }

    /// Every role by name, code and title: an occupation, or none for the field itself.
    pub fn role_names(&self) -> impl Iterator<Item = (Option<Occupation>, &str)> + Clone {
        let of_roles = self
            .roles()
            .flat_map(|role| role.names().map(move |name| (Some(role.occupation), name)));
        std::iter::once((None, self.field_name())).chain(of_roles)
    }

    /// The occupations that a person can have as a role: all but all of them together.
    pub fn roles(&self) -> impl Iterator<Item = &RelatedOccupation> + Clone {
        self.iter().filter(|related| related.occupation != Occupation::AllOccupations)
    }

    /// The name of the field itself among these occupations.
    #[must_use]
    pub fn field_name(&self) -> &str {
        &self.field
    }

    /// The least variance of log pay that any role has in the nation.
    pub(crate) fn least_variance(&self) -> f64 {
        let of = |role: &RelatedOccupation| {
            LogQuantiles::new(&role.wages.nation().pay.percentiles).variance()
        };
        self.roles().map(of).fold(f64::INFINITY, f64::min)
    }

    /// Every occupation in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &RelatedOccupation> + Clone {
        self.related.iter()
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Option<Self> {
        let dollars_of = table.whole("dollars_of");
        let mut stated = Vec::new();
        let mut taken = UniqueNames::default();
        let field = table.string("field");
        taken.register(field.iter().map(String::as_str));
        let occupations = table.tables("occupation", |section| {
            let tolerance = Self::MEAN_TOLERANCE;
            let occupation = section.choice::<Occupation>("occupation");
            stated.push(occupation);
            let related = record!(RelatedOccupation {
                occupation,
                code: section.string("code"),
                workers: section.string("workers"),
                worker: section.string("worker"),
                wages: Salaries::read_section(section, sources, geography, dollars_of, tolerance),
            })?;
            section.register("occupation", related.names(), &mut taken)?;
            Some(related)
        });
        // A section with an unreadable occupation may be the one that seems to be missing.
        if !stated.contains(&None) {
            for missing in Occupation::ALL.into_iter().filter(|&o| !stated.contains(&Some(o))) {
                table.problem_here(format!("the occupation `{}` is missing", missing.name()));
            }
        }
        Some(Self { field: field?, related: occupations })
    }
}

impl RelatedOccupation {
    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        [self.occupation.name(), &self.code, &self.wages.title].into_iter()
    }
}
