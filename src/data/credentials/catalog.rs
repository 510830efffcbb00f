use serde::{Deserialize, Serialize};

use super::facts::{
    CredentialFact, CredentialPay, CredentialText, Fee, Membership, PassRate, Payer, RateSource,
    Takers,
};
use crate::data::factors::LevelIndex;
use crate::data::reading::{Message, Quoted, SourceIndex, find_named, folded, folds};

/// The credentials of the field by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credentials {
    pub(super) surveyed_issuer: String,
    pub(super) rows: Vec<Credential>,
    pub(super) memberships: Vec<Membership>,
}

/// The place of a credential in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CredentialIndex(pub(crate) u16);

/// A credential with what is known of it; each fact is known or has the reason why it is not. What
/// an apprentice credential has no fact of is that of the credential of the exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credential {
    /// The letters, such as `CPC-A`.
    pub id: String,
    /// The full name.
    pub name: String,
    /// Who awards it.
    pub issuer: String,
    /// What it certifies, in words.
    pub certifies: String,
    /// Other spellings that people type.
    pub aliases: Vec<String>,
    /// What it was called before.
    pub former: Vec<FormerName>,
    /// The credential of the exam, where this is its apprentice form.
    pub apprentice_of: Option<CredentialIndex>,
    /// Whether it is awarded to beginners.
    pub is_entry_level: bool,
    /// Whether the survey of pay by number of certifications counts it.
    pub is_surveyed: bool,
    /// The schooling without which nobody is admitted to the exam, where there is such a rule.
    pub degree: Option<LevelIndex>,
    /// A caution for those who name it.
    pub caution: Option<String>,
    /// The specialty that it points to.
    pub specialty: Result<LevelIndex, String>,
    /// What the exam costs, in dollars of each fee's year.
    pub fees: Result<Vec<Fee>, String>,
    /// How many pass the exam.
    pub pass_rates: Result<Vec<PassRate>, String>,
    /// What those who hold it earn.
    pub pay: Result<Vec<CredentialPay>, String>,
    /// What is needed before the exam.
    pub prerequisites: Result<Vec<CredentialText>, String>,
    /// What the exam is like.
    pub format: Result<Vec<CredentialText>, String>,
    /// When the exam may be taken again.
    pub retake: Result<Vec<CredentialText>, String>,
    /// The continuing education that keeps it.
    pub education: Result<Vec<CredentialText>, String>,
    /// How an apprentice loses the `A`; empty where there is no apprentice form.
    pub apprentice_rules: Vec<CredentialText>,
}

/// An earlier name of a credential, and how it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The source that says so.
    pub source: Option<SourceIndex>,
    /// How else it is known, or what it stood for.
    pub note: Option<String>,
}

/// A credential that was found by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundCredential {
    /// The credential.
    pub credential: CredentialIndex,
    /// Which of its former names was meant, if one was.
    pub former: Option<usize>,
}

impl Credentials {
    /// A credential.
    ///
    /// # Panics
    /// When the index comes from other tables.
    #[must_use]
    pub fn get(&self, index: CredentialIndex) -> &Credential {
        &self.rows[usize::from(index.0)]
    }

    /// Every credential with its index, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (CredentialIndex, &Credential)> + Clone {
        (0..).map(CredentialIndex).zip(&self.rows)
    }

    /// The issuers, each once, in the order of the table.
    #[must_use]
    pub fn issuers(&self) -> Vec<&str> {
        let mut issuers: Vec<&str> = Vec::new();
        for (_, credential) in self.iter() {
            if !issuers.contains(&credential.issuer.as_str()) {
                issuers.push(&credential.issuer);
            }
        }
        issuers
    }

    /// The issuer of the certifications that the survey of pay by their number counts.
    #[must_use]
    pub fn surveyed_issuer(&self) -> &str {
        &self.surveyed_issuer
    }

    /// What membership of the issuers costs.
    #[must_use]
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// The apprentice form of a credential, if it has one.
    #[must_use]
    pub fn apprentice_form(&self, of: CredentialIndex) -> Option<&Credential> {
        self.iter().map(|(_, c)| c).find(|credential| credential.apprentice_of == Some(of))
    }

    /// The credential that a text names, by letters, full name or former name, in any case and
    /// whatever the spaces and punctuation.
    ///
    /// # Errors
    /// When no credential has this name; with the nearest one.
    ///
    /// ```
    /// let credentials = mbc_calc::built_in().credentials;
    /// let found = credentials.find("certified risk adjustment coder").unwrap();
    /// assert_eq!(credentials.get(found.credential).id, "CRC");
    /// assert!(credentials.find("CPX").is_err());
    /// ```
    pub fn find(&self, typed: &str) -> Result<FoundCredential, Message> {
        if let Some(found) = self.named(typed) {
            return Ok(found);
        }
        let names = self.iter().flat_map(|(index, c)| c.names().map(move |name| (index, name)));
        let near = find_named(names, typed).map_or_else(|near| near, Some);
        let hint = near.map_or_else(
            || {
                let ids: Vec<&str> = self.iter().map(|(_, c)| c.id.as_str()).collect();
                format!(
                    "the known ones are {}; others can be counted: give a number, such as 3",
                    ids.join(", ")
                )
            },
            |(credential, _)| format!("did you mean `{}`?", self.get(credential).id),
        );
        let message = format!("no credential is called {}", Quoted(typed.trim()));
        Err(Message::new(message).with_hint(hint))
    }

    /// The credential that has a text as one of its names, in any case and whatever the spaces and
    /// punctuation.
    #[must_use]
    pub fn named(&self, typed: &str) -> Option<FoundCredential> {
        // What programs send are the letters; nothing then needs to be folded.
        if let Some((credential, _)) = self.iter().find(|(_, credential)| credential.id == typed) {
            return Some(FoundCredential { credential, former: None });
        }
        let wanted = folded(typed);
        let mut names = self.iter().flat_map(|(index, c)| c.names().map(move |name| (index, name)));
        let fits = |(_, name): &(CredentialIndex, &str)| folds(name).eq(wanted.chars());
        let (credential, name) = names.find(fits).filter(|_| !wanted.is_empty())?;
        let found = self.get(credential);
        let is_current = found.current_names().any(|current| current == name);
        let former = found.former.iter().position(|former| former.name == name);
        Some(FoundCredential { credential, former: former.filter(|_| !is_current) })
    }
}

impl Credential {
    /// Whether it is the apprentice form of another credential.
    #[must_use]
    pub const fn is_apprentice(&self) -> bool {
        self.apprentice_of.is_some()
    }

    /// Whether someone with this schooling is admitted to the exam; where none is stated, without a
    /// degree.
    #[must_use]
    pub fn is_open_to(&self, education: Option<LevelIndex>) -> bool {
        self.degree.is_none_or(|least| education.is_some_and(|level| level >= least))
    }

    /// The newest fee of so many attempts, in dollars of its year; where several pay differently
    /// that of `who`, or else the standard one or a member's.
    #[must_use]
    pub fn fee(&self, attempts: u32, who: Payer) -> Option<&Fee> {
        let fees = self.fees.as_ref().ok()?;
        let paid_by = |who| {
            let fits = fees.iter().filter(move |fee| fee.attempts == attempts && fee.who == who);
            fits.max_by_key(|fee| fee.year)
        };
        paid_by(who).or_else(|| paid_by(Payer::Standard)).or_else(|| paid_by(Payer::Member))
    }

    /// The newest share of those who pass at the first attempt; the issuer's own before an
    /// estimate.
    #[must_use]
    pub fn first_time_pass_rate(&self) -> Option<&PassRate> {
        let rates = self.pass_rates.as_ref().ok()?;
        let first_time = rates.iter().filter(|rate| rate.of == Takers::FirstTime);
        first_time.max_by_key(|rate| (rate.rated_by == RateSource::Official, rate.year))
    }

    /// Why a fact is not known; nothing where it is.
    #[must_use]
    pub fn missing(&self, fact: CredentialFact) -> Option<&str> {
        match fact {
            CredentialFact::Fees => self.fees.as_ref().err(),
            CredentialFact::Prerequisites => self.prerequisites.as_ref().err(),
            CredentialFact::Format => self.format.as_ref().err(),
            CredentialFact::PassRate => self.pass_rates.as_ref().err(),
            CredentialFact::Retake => self.retake.as_ref().err(),
            CredentialFact::Education => self.education.as_ref().err(),
            CredentialFact::Pay => self.pay.as_ref().err(),
            CredentialFact::Specialty => self.specialty.as_ref().err(),
        }
        .map(String::as_str)
    }

    /// Visits every source of the facts, with repetitions.
    pub fn for_each_source(&self, mut visit: impl FnMut(SourceIndex)) {
        let former = self.former.iter().filter_map(|former| former.source);
        former.for_each(&mut visit);
        let texts = [&self.prerequisites, &self.format, &self.retake, &self.education];
        let texts = texts.into_iter().flatten().flatten().chain(&self.apprentice_rules);
        let evidence = (self.fees.iter().flatten().map(|fee| &fee.evidence))
            .chain(self.pass_rates.iter().flatten().map(|rate| &rate.evidence))
            .chain(self.pay.iter().flatten().map(|pay| &pay.evidence))
            .chain(texts.map(|text| &text.evidence));
        evidence.flat_map(|evidence| evidence.sources.iter().copied()).for_each(&mut visit);
    }

    /// The letters, the full name and other spellings.
    fn current_names(&self) -> impl Iterator<Item = &str> + Clone {
        [&self.id, &self.name].into_iter().chain(&self.aliases).map(String::as_str)
    }

    /// Every name, former ones too.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.current_names().chain(self.former.iter().map(|former| former.name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_is_found_however_it_is_spelled() {
        let credentials = crate::built_in().credentials;
        for (typed, id, former) in [
            ("CPC-A", "CPC-A", None),
            (" cpc a ", "CPC-A", None),
            ("cpc-h", "COC", Some(0)),
            ("Certified Coding Specialist", "CCS", None),
            ("ccsp", "CCS-P", None),
            ("certified documentation improvement practitioner", "CDIP", Some(0)),
        ] {
            let found = credentials.find(typed).unwrap();
            assert_eq!(credentials.get(found.credential).id, id, "{typed}");
            assert_eq!(found.former, former, "{typed}");
        }
    }

    #[test]
    fn an_invented_credential_gets_the_nearest_or_all_as_a_hint() {
        let credentials = crate::built_in().credentials;
        for (typed, hint) in [
            ("CRCX", "did you mean `CRC`?"),
            ("certified risk", "did you mean `CRC`?"),
            ("doctor", "the known ones are CPC, CPC-A, "),
            ("", "the known ones are CPC, CPC-A, "),
        ] {
            let unknown = credentials.find(typed).unwrap_err();
            assert_eq!(unknown.text, format!("no credential is called `{typed}`"));
            assert!(unknown.hint.unwrap_or_default().starts_with(hint), "{typed}");
        }
    }

    #[test]
    fn the_exam_of_an_apprentice_is_that_of_the_full_credential() {
        let credentials = crate::built_in().credentials;
        let get = |name| credentials.get(credentials.find(name).unwrap().credential);
        let (full, apprentice) = (get("CPC"), get("CPC-A"));
        assert!(apprentice.is_apprentice() && !full.is_apprentice());
        assert_eq!(apprentice.fees, full.fees);
        assert_eq!(apprentice.first_time_pass_rate(), full.first_time_pass_rate());
        assert_ne!(apprentice.pay, full.pay);
    }

    #[test]
    fn the_fee_and_the_rate_are_the_newest_of_those_that_fit() {
        let credentials = crate::built_in().credentials;
        let get = |name| credentials.get(credentials.find(name).unwrap().credential);
        let fee = |name, attempts, who| get(name).fee(attempts, who).map(|fee| fee.amount.get());
        assert_eq!(fee("CPC", 2, Payer::Student), Some(475.0));
        assert_eq!(fee("CRC", 1, Payer::Student), Some(425.0), "no student price: a member's");
        assert_eq!(fee("CCS", 1, Payer::NonMember), Some(399.0));
        assert_eq!(fee("CCS", 2, Payer::Member), None);
        let rate = get("CCA").first_time_pass_rate().unwrap();
        assert_eq!((rate.year, rate.testers), (2025, Some(2_101)));
        assert_eq!(get("CPC").first_time_pass_rate().unwrap().rated_by, RateSource::Estimate);
    }
}
