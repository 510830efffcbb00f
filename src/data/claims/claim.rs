use super::accuracy::ClaimKindIndex;
use crate::data::reading::{Evidence, SourceIndex};
use crate::quantity::{Dollars, Percentile, PlaceCode};

/// Published claims that the model does not use, to hold its answers against.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    pub(super) claims: Vec<Claim>,
    pub(super) left_out: Vec<LeftOut>,
}

/// Something published that cannot be held against the model.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// What was published, in words.
    pub says: String,
    /// Who was counted.
    pub population: String,
    /// Why it is left out.
    pub reason: String,
    /// Where it was published.
    pub source: SourceIndex,
}

/// One published claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The name of the claim.
    pub id: String,
    /// What it is about.
    pub kind: ClaimKindIndex,
    /// What was published, in words.
    pub says: String,
    /// What was published, in figures.
    pub published: Published,
    /// Whom it is about.
    pub people: ClaimPeople,
    /// Which figure of theirs.
    pub statistic: ClaimStatistic,
    /// Why these facts stand for the people of a job that was posted.
    pub mapping: Option<String>,
    /// By how much an answer may be off; none for a posted pay, which agrees within the answer's range.
    pub tolerance: Option<Tolerance>,
    /// Who was counted.
    pub population: String,
    /// When.
    pub period: String,
    /// How the claim came to be.
    pub evidence: Evidence,
    /// Why the model says otherwise, where it does.
    pub why: Option<String>,
}

/// By how much an answer may be off before it does not agree with a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Tolerance {
    /// The share; of an order the share of the named places that may be elsewhere.
    pub share: f64,
    /// Why by that much.
    pub because: String,
}

/// What a claim says.
#[derive(Clone, Debug, PartialEq)]
pub enum Published {
    /// The people earn this, or something in this range; without an upper end, at least this.
    Value {
        /// The least, in dollars a year.
        low: Dollars,
        /// The most.
        high: Option<Dollars>,
    },
    /// The people earn this many times what others earn.
    Ratio {
        /// How many times.
        ratio: f64,
        /// Whether it is at least that many times.
        at_least: bool,
        /// With whom they are compared.
        against: ClaimPeople,
        /// Which figure of theirs.
        statistic: ClaimStatistic,
    },
    /// These places pay most, or least, in this order.
    Order {
        /// The end of the order.
        end: OrderEnd,
        /// The places, the outermost first.
        places: Vec<PlaceCode>,
    },
    /// Graduates of certificate programs earn what the table of programs says, by state in an order that
    /// is correlated with the model's by at least this much; the amounts are compared, not judged.
    Graduates {
        /// The least rank correlation, from 0 to 1.
        correlation: f64,
    },
    /// An employer offers or pays this for a job.
    Posted {
        /// The middle of what is paid, in dollars a year.
        middle: Dollars,
        /// The least and the most, where they are published.
        range: Option<[Dollars; 2]>,
    },
}

/// An end of an order of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderEnd {
    /// Those that pay most.
    Highest,
    /// Those that pay least.
    Lowest,
}

/// Whom a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimPeople {
    /// All certified members of the survey that the table of certifications rests on.
    AllCertified,
    /// Someone with these facts, as a profile states them: keys with their texts.
    Person {
        /// The facts.
        facts: Vec<(String, String)>,
        /// The places over which they are averaged by employment; none when it is one place.
        places: Vec<PlaceCode>,
    },
}

/// A figure of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimStatistic {
    /// The average.
    Mean,
    /// The average that the five percentiles describe.
    ImpliedMean,
    /// A percentile.
    Percentile(Percentile),
}

impl ClaimStatistic {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        [Self::Mean, Self::ImpliedMean].into_iter().chain(Percentile::ALL.map(Self::Percentile))
    }

    /// The word in tables and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::ImpliedMean => "implied-mean",
            Self::Percentile(percentile) => percentile.name(),
        }
    }
}

impl Claims {
    /// Every claim in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter()
    }

    /// What was published and is left out, in the order of the table.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }
}
