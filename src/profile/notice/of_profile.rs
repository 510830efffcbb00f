//! The notices of a profile: of its places and the credentials that it names, of what they imply, and
//! of facts that hardly anybody has together.

use super::kind::{Notice, NoticeCode};
use crate::data::{CareerSpan, Credential, CredentialIndex, FoundCredential, Person, Tables};
use crate::profile::credentials::NamedCredentials;
use crate::profile::resolved::Profile;

impl Profile {
    /// The warnings for an answer: of the places, of the credentials in the order of their names, then
    /// of the facts together.
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
        let mut notices = self.home_details.notices.clone();
        notices.extend(self.employer_details.notices.iter().cloned());
        if let Some(names) = &self.credentials {
            for (at, found) in names.named.iter().enumerate() {
                of_name(tables, found, &names.named[..at], &mut notices);
            }
            for &held in &names.held {
                let credential = tables.credentials.get(held);
                of_credential(tables, credential, self.outgrown(tables, credential), &mut notices);
                notices.extend(self.early(tables, held));
            }
            notices.extend(self.beginner(tables, names));
            notices.extend(self.pointed(tables));
        }
        if self.role.is_some() {
            // Neither the number of certifications nor a specialty counts there.
            notices.retain(|n| !matches!(n.code, NoticeCode::OtherIssuer | NoticeCode::Specialty));
        }
        notices.extend(self.counted_as());
        notices.extend(self.unlikely(tables));
        notices
    }

    /// The warnings for an answer about a career, which begins without work where none is stated.
    #[must_use]
    pub fn career_notices(&self, tables: &Tables) -> Vec<Notice> {
        let mut notices = self.notices(tables);
        notices.retain(|notice| notice.code != NoticeCode::EntryLevel);
        notices
    }

    /// The hint for more years of work than an apprenticeship takes.
    fn outgrown(&self, tables: &Tables, credential: &Credential) -> Option<String> {
        let full = &tables.credentials.get(credential.apprentice_of?).id;
        let years = self.experience?.years();
        let longest = tables.career.span(CareerSpan::InOffice).value.high() / 12.0;
        (years > longest).then(|| format!("state `{full}` if the A is gone after `{years}` years"))
    }

    /// That a full credential is held before its apprentice form would end.
    fn early(&self, tables: &Tables, held: CredentialIndex) -> Option<Notice> {
        let apprentice = &tables.credentials.apprentice_form(held)?.id;
        let full = &tables.credentials.get(held).id;
        let years = self.experience?.years();
        let longest = tables.career.span(CareerSpan::InOffice).value.high() / 12.0;
        let message = format!(
            "`{full}` beside under `{longest}` years of work: `{apprentice}` is what is awarded then, \
             unless education or a project counts"
        );
        (years < longest).then(|| Notice {
            hint: Some(format!("name `{apprentice}` if that is yours")),
            ..Notice::new(NoticeCode::FullCredential, message)
        })
    }

    /// That credentials of beginners imply a year of work.
    fn beginner(&self, tables: &Tables, names: &NamedCredentials) -> Option<Notice> {
        let years = self.implied_experience()?.years();
        let entry = names.held.iter().filter(|&&held| tables.credentials.get(held).is_entry_level);
        let ids: Vec<_> = entry.map(|&held| id(tables, held)).collect();
        let are = if ids.len() == 1 { "is" } else { "are" };
        let ids = ids.join(" and ");
        let message = format!(
            "{ids} {are} awarded to beginners, so the answer is for `{years}` year of work, as none \
             is stated"
        );
        let hint = "state your years of work with `--experience`".to_owned();
        Some(Notice { hint: Some(hint), ..Notice::new(NoticeCode::EntryLevel, message) })
    }

    /// What the credentials say of the specialty, where none is stated: they lead to the one that they
    /// point to; those that point to several or to none leave it open.
    fn pointed(&self, tables: &Tables) -> Option<Notice> {
        let names = self.credentials.as_ref().filter(|_| self.specialty.is_none())?;
        let pointing = names.pointing(tables).into_iter();
        let pointing: Vec<_> =
            pointing.map(|(held, level)| (held, &tables.specialties.get(level).id)).collect();
        let point = |(at, (held, level)): (usize, &(CredentialIndex, &String))| {
            let what = if at == 0 { "points to the specialty" } else { "to" };
            format!("{} {what} `{level}`", id(tables, *held))
        };
        let points = pointing.iter().enumerate().map(point).collect::<Vec<_>>().join(", ");
        let (message, hint) = if names.leads_to.is_some() {
            let hint = "state another one with `--specialty` if that is not your work";
            (format!("{points}: the answer is for that work"), hint.to_owned())
        } else if pointing.is_empty() {
            let ids: Vec<_> = names.held.iter().map(|&held| id(tables, held)).collect();
            let (ids, point) = (ids.join(" and "), if ids.len() == 1 { "points" } else { "point" });
            (
                format!("{ids} {point} to no one specialty: the answer is for the average of them"),
                "state yours with `--specialty`".to_owned(),
            )
        } else {
            let mut flags: Vec<_> =
                pointing.iter().map(|(_, level)| format!("`--specialty {level}`")).collect();
            flags.dedup();
            (
                format!("{points}: the answer is for the average of all specialties"),
                format!("add {} if that is your work", flags.join(" or ")),
            )
        };
        Some(Notice { hint: Some(hint), ..Notice::new(NoticeCode::Specialty, message) })
    }

    /// What was typed that is only counted as something near.
    fn counted_as(&self) -> impl Iterator<Item = Notice> {
        self.counted_as.iter().map(|(_, says)| Notice::new(NoticeCode::CountedAs, says.clone()))
    }

    /// What the answer is the pay of, where hardly anybody is as described.
    fn unlikely(&self, tables: &Tables) -> Vec<Notice> {
        let person = Person {
            specialty: self.specialty().filter(|_| self.role.is_none()),
            role: self.role,
            credentials: self.credentials(),
            education: self.education,
            certifications: self.certifications,
            experience: self.experience(),
        };
        let rows = tables.unlikely.of(person);
        rows.map(|row| Notice::new(NoticeCode::Unlikely, row.says.clone())).collect()
    }
}

/// The letters of a credential, in backticks.
fn id(tables: &Tables, held: CredentialIndex) -> String {
    format!("`{}`", tables.credentials.get(held).id)
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
