//! Warnings about the credentials that a profile names.

use super::resolved::Profile;
use crate::data::{CareerSpan, Credential, FoundCredential, Level, Tables};
use crate::quantity::{LogEffect, named};

named! {
    /// What a notice is about, by a name that stays the same from version to version.
    pub enum NoticeCode {
        /// An apprentice credential is named.
        Apprentice = "apprentice",
        /// A former name is used.
        FormerName = "former_name",
        /// A credential is named again, or in both of its forms.
        Duplicate = "duplicate",
        /// The survey of pay by number of certifications does not count it.
        OtherIssuer = "other_issuer",
        /// Something is not known of the credential itself.
        Uncertain = "uncertain",
        /// A credential points to a specialty that is not stated.
        Specialty = "specialty",
    }
}

/// Something to know that does not keep a profile from being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Machine-readable code.
    pub code: NoticeCode,
    /// One lower-case sentence.
    pub message: String,
    /// What may help.
    pub hint: Option<String>,
}

impl Notice {
    fn new(code: NoticeCode, message: String) -> Self {
        Self { code, message, hint: None }
    }
}

impl Profile {
    /// The warnings for an answer, in the order of the names; none where certifications are
    /// counted.
    ///
    /// # Panics
    /// When the profile was made with other tables.
    ///
    /// ```
    /// use mbc_calc::profile::{Draft, Key, NoticeCode};
    /// let tables = mbc_calc::built_in();
    /// let profile = Draft::default().state(Key::Certs, "CPC-A").profile(&tables).unwrap();
    /// assert_eq!(profile.notices(&tables)[0].code, NoticeCode::Apprentice);
    /// ```
    #[must_use]
    pub fn notices(&self, tables: &Tables) -> Vec<Notice> {
        let Some(names) = &self.credentials else { return Vec::new() };
        let mut notices = Vec::new();
        for (at, found) in names.named.iter().enumerate() {
            of_name(tables, found, &names.named[..at], &mut notices);
        }
        for &held in &names.held {
            let credential = tables.credentials.get(held);
            of_credential(tables, credential, self.outgrown(tables, credential), &mut notices);
        }
        notices.extend(self.suggestion(tables));
        if self.role.is_some() {
            // Neither the number of certifications nor a specialty counts there.
            notices.retain(|n| !matches!(n.code, NoticeCode::OtherIssuer | NoticeCode::Specialty));
        }
        notices
    }

    /// The hint for more years of work than an apprenticeship takes.
    fn outgrown(&self, tables: &Tables, credential: &Credential) -> Option<String> {
        let full = &tables.credentials.get(credential.apprentice_of?).id;
        let years = self.experience?.years();
        let longest = tables.career.span(CareerSpan::InOffice).value.high() / 12.0;
        (years > longest).then(|| format!("state `{full}` if the A is gone after `{years}` years"))
    }

    /// The specialties that the credentials point to, where none is stated. The reference level
    /// is what most do, so pointing to it says nothing.
    fn suggestion(&self, tables: &Tables) -> Option<Notice> {
        if self.specialty.is_some() {
            return None;
        }
        let pointing = self.credentials().iter().filter_map(|&held| {
            let credential = tables.credentials.get(held);
            let level = tables.specialties.get(*credential.specialty.as_ref().ok()?);
            (level.effect != LogEffect::NONE).then_some((credential, level))
        });
        let pointing: Vec<_> = pointing.collect();
        if pointing.is_empty() {
            return None;
        }
        let point = |(at, (credential, level)): (usize, &(&Credential, &Level))| {
            let what = if at == 0 { "points to the specialty" } else { "to" };
            format!("`{}` {what} `{}`", credential.id, level.id)
        };
        let flags: Vec<_> =
            pointing.iter().map(|(_, level)| format!("`--specialty {}`", level.id)).collect();
        let points: Vec<_> = pointing.iter().enumerate().map(point).collect();
        Some(Notice {
            hint: Some(format!("add {} if that is your work", flags.join(" or "))),
            ..Notice::new(NoticeCode::Specialty, points.join(", "))
        })
    }
}

/// The notices of a name, given the names before it; each is added once.
fn of_name(
    tables: &Tables,
    found: &FoundCredential,
    before: &[FoundCredential],
    notices: &mut Vec<Notice>,
) {
    let credential = tables.credentials.get(found.credential);
    if let Some(former) = found.former
        && !before.contains(found)
    {
        let name = &credential.former[former].name;
        let message = format!("`{name}` is a former name: it is counted as `{}`", credential.id);
        notices.push(Notice::new(NoticeCode::FormerName, message));
    }
    let is_same = |other: &&FoundCredential| {
        let other_form = tables.credentials.get(other.credential).apprentice_of;
        other.credential == found.credential
            || other_form == Some(found.credential)
            || credential.apprentice_of == Some(other.credential)
    };
    let Some(same) = before.iter().find(is_same) else { return };
    let message = if same.credential == found.credential {
        format!("`{}` is named more than once: it counts once", credential.id)
    } else {
        let other = &tables.credentials.get(same.credential).id;
        let (apprentice, full) = if credential.is_apprentice() {
            (&credential.id, other)
        } else {
            (other, &credential.id)
        };
        format!("`{apprentice}` is the apprentice form of `{full}`: they count once, as `{full}`")
    };
    let notice = Notice::new(NoticeCode::Duplicate, message);
    if !notices.contains(&notice) {
        notices.push(notice);
    }
}

/// The notices of a credential that is held.
fn of_credential(
    tables: &Tables,
    credential: &Credential,
    outgrown: Option<String>,
    notices: &mut Vec<Notice>,
) {
    let id = &credential.id;
    if credential.is_apprentice() {
        let rules: Vec<&str> =
            credential.apprentice_rules.iter().map(|r| r.text.as_str()).collect();
        let message =
            format!("`{id}` is an apprentice credential and counts as one: {}", rules.join("; "));
        notices.push(Notice { hint: outgrown, ..Notice::new(NoticeCode::Apprentice, message) });
    }
    if !credential.is_surveyed {
        let message = format!(
            "`{id}` is awarded by {} and counts as one, but the pay by number of certifications is \
             known of {}'s only",
            credential.issuer,
            tables.credentials.surveyed_issuer()
        );
        notices.push(Notice::new(NoticeCode::OtherIssuer, message));
    }
    if let Some(caution) = &credential.caution {
        notices.push(Notice::new(NoticeCode::Uncertain, format!("`{id}`: {caution}")));
    }
}
