use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Evidence, Fields, Statistic, ValueRange, record};
use crate::quantity::{Dollars, Share};

/// What may be known of a credential; what is not is stated missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CredentialFact {
    /// What the exam costs.
    Fees,
    /// What is needed before the exam.
    Prerequisites,
    /// What the exam is like.
    Format,
    /// How many pass it.
    PassRate,
    /// When it may be taken again.
    Retake,
    /// What keeps the credential.
    Education,
    /// What those who hold it earn.
    Pay,
    /// The specialty that it points to.
    Specialty,
}

impl CredentialFact {
    /// Every fact, in the order of answers.
    pub const ALL: [Self; 8] = [
        Self::Fees,
        Self::Prerequisites,
        Self::Format,
        Self::PassRate,
        Self::Retake,
        Self::Education,
        Self::Pay,
        Self::Specialty,
    ];

    pub(crate) const WORDS: [(&'static str, Self); 8] = [
        ("fees", Self::Fees),
        ("prerequisites", Self::Prerequisites),
        ("format", Self::Format),
        ("pass-rate", Self::PassRate),
        ("retake", Self::Retake),
        ("education", Self::Education),
        ("pay", Self::Pay),
        ("specialty", Self::Specialty),
    ];

    /// The name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

/// Who pays a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Payer {
    /// Anybody, as far as the source says.
    Standard,
    /// A member of the issuer.
    Member,
    /// Somebody who is no member.
    NonMember,
    /// Somebody in training.
    Student,
}

impl Payer {
    const WORDS: [(&'static str, Self); 4] = [
        ("standard", Self::Standard),
        ("member", Self::Member),
        ("non-member", Self::NonMember),
        ("student", Self::Student),
    ];

    /// The name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::WORDS[self as usize].0
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

/// Of whom a pass rate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Takers {
    /// Everybody who takes the exam for the first time.
    FirstTime,
    /// Everybody, however many attempts it takes.
    AllAttempts,
    /// Those who finished a training program.
    AfterTraining,
    /// Those who studied on their own.
    SelfTaught,
}

impl Takers {
    const WORDS: [(&'static str, Self); 4] = [
        ("first-time", Self::FirstTime),
        ("all-attempts", Self::AllAttempts),
        ("after-training", Self::AfterTraining),
        ("self-taught", Self::SelfTaught),
    ];

    /// The name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

/// Who says how many pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RateSource {
    /// The issuer of the credential.
    Official,
    /// Somebody else, without figures of the issuer.
    Estimate,
}

impl RateSource {
    const WORDS: [(&'static str, Self); 2] =
        [("official", Self::Official), ("estimate", Self::Estimate)];

    /// The name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::WORDS[self as usize].0
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
            who: row.one_of("who", &Payer::WORDS),
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
            who: row.one_of("who", &Payer::WORDS),
            amount: row.dollars("amount", bounds),
            year: row.whole("year"),
            evidence: Evidence::read(row, sources),
        })
    }
}

impl PassRate {
    pub(crate) fn read(row: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        let rate = record!(Self {
            of: row.one_of("of", &Takers::WORDS),
            rated_by: row.one_of("standing", &RateSource::WORDS),
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
        let words = [("mean", Statistic::Mean), ("median", Statistic::Median)];
        record!(Self {
            pay: row.dollars("pay", bounds),
            statistic: row.one_of("statistic", &words),
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
