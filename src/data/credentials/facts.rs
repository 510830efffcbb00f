use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Evidence, Fields, Statistic, ValueRange, record};
use crate::quantity::{Dollars, Share, named};

named! {
    /// What may be known of a credential; what is not is stated missing.
    #[derive(PartialOrd, Ord)]
    pub enum CredentialFact {
        /// What the exam costs.
        Fees = "fees",
        /// What is needed before the exam.
        Prerequisites = "prerequisites",
        /// What the exam is like.
        Format = "format",
        /// How many pass it.
        PassRate = "pass-rate",
        /// When it may be taken again.
        Retake = "retake",
        /// What keeps the credential.
        Education = "education",
        /// What those who hold it earn.
        Pay = "pay",
        /// The specialty that it points to.
        Specialty = "specialty",
    }
}

named! {
    /// Who pays a fee.
    #[derive(Serialize, Deserialize)]
    pub enum Payer {
        /// Anybody, as far as the source says.
        Standard = "standard",
        /// A member of the issuer.
        Member = "member",
        /// Somebody who is no member.
        NonMember = "non-member",
        /// Somebody in training.
        Student = "student",
    }
}

/// What an exam costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fee {
    /// How many attempts it pays for.
    pub attempts: u32,
    /// Who pays it.
    pub who: Payer,
    /// How much, in dollars of its year.
    pub amount: Dollars,
    /// The year of the price.
    pub year: u32,
    /// How it came to be known.
    pub evidence: Evidence,
}

/// What a year of membership of an issuer costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// The issuer.
    pub issuer: String,
    /// Who pays it.
    pub who: Payer,
    /// How much a year, in dollars of its year.
    pub amount: Dollars,
    /// The year of the price.
    pub year: u32,
    /// How it came to be known.
    pub evidence: Evidence,
}

named! {
    /// Of whom a pass rate is.
    #[derive(Serialize, Deserialize)]
    pub enum Takers {
        /// Everybody who takes the exam for the first time.
        FirstTime = "first-time",
        /// Everybody, however many attempts it takes.
        AllAttempts = "all-attempts",
        /// Those who finished a training program.
        AfterTraining = "after-training",
        /// Those who studied on their own.
        SelfTaught = "self-taught",
    }
}

named! {
    /// Who says how many pass.
    #[derive(Serialize, Deserialize)]
    pub enum RateSource {
        /// The issuer of the credential.
        Official = "official",
        /// Somebody else, without figures of the issuer.
        Estimate = "estimate",
    }
}

/// How many pass an exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PassRate {
    /// Of whom.
    pub of: Takers,
    /// Who says so.
    pub rated_by: RateSource,
    /// The lowest share that is given.
    pub low: Share,
    /// The highest; the same where one number is given.
    pub high: Share,
    /// The year of the exams.
    pub year: u32,
    /// How many took the exam, where that is published.
    pub testers: Option<u32>,
    /// How it came to be known.
    pub evidence: Evidence,
}

/// What those who hold a credential earn, alone or with others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CredentialPay {
    /// The pay in dollars of its year.
    pub pay: Dollars,
    /// What kind of average it is.
    pub statistic: Statistic,
    /// The year of the survey.
    pub year: u32,
    /// How it came to be known.
    pub evidence: Evidence,
}

/// A fact in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CredentialText {
    /// What is so.
    pub text: String,
    /// The year in which it was.
    pub year: u32,
    /// How it came to be known.
    pub evidence: Evidence,
}

impl Fee {
    pub(crate) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        bounds: ValueRange,
    ) -> Option<Self> {
        record!(Self {
            attempts: row.whole("attempts").inspect(|&attempts| {
                if attempts == 0 {
                    row.problem_at("attempts", "`attempts` is `0`: a fee pays for one or more");
                }
            }),
            who: row.choice("who"),
            amount: row.dollars("amount", bounds),
            year: row.whole("year"),
            evidence: Evidence::read(row, sources),
        })
    }
}

impl Membership {
    pub(crate) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        bounds: ValueRange,
    ) -> Option<Self> {
        record!(Self {
            issuer: row.string("issuer"),
            who: row.choice("who"),
            amount: row.dollars("amount", bounds),
            year: row.whole("year"),
            evidence: Evidence::read(row, sources),
        })
    }
}

impl PassRate {
    pub(crate) fn read(row: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        let rate = record!(Self {
            of: row.choice("of"),
            rated_by: row.choice("standing"),
            low: row.quantity("low", percent),
            high: row.quantity("high", percent),
            year: row.whole("year"),
            testers: Some(row.optional_whole("testers")),
            evidence: Evidence::read(row, sources),
        })?;
        if rate.low > rate.high {
            row.problem_at("low", "`low` is above `high`");
        }
        Some(rate)
    }
}

impl CredentialPay {
    pub(crate) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        bounds: ValueRange,
    ) -> Option<Self> {
        record!(Self {
            pay: row.dollars("pay", bounds),
            statistic: row.choice("statistic"),
            year: row.whole("year"),
            evidence: Evidence::read(row, sources),
        })
    }
}

impl CredentialText {
    pub(crate) fn read(row: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        record!(Self {
            text: row.string("text"),
            year: row.whole("year"),
            evidence: Evidence::read(row, sources),
        })
    }
}

/// A share that is written in percent.
fn percent(number: f64) -> Result<Share, &'static str> {
    Share::new(number / 100.0).map_err(|_| "a rate must be between 0 and 100 percent")
}
