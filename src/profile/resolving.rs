//! Validates the facts of a draft against the tables.

use super::choices::{GeoPay, PayLevel};
use super::credentials::{NamedCredentials, certifications};
use super::draft::{Draft, Statement};
use super::errors::{
    MAX_NAME_CHARACTERS, Origin, ProblemCode, ProfileErrors, ProfileProblem, Refusal,
};
use super::fact_row::Group;
use super::facts::Key;
use super::resolved::Profile;
use super::values::{choice, out_of_range};
use crate::data::{LevelIndex, LevelTable, Message, Occupation, Tables};
use crate::quantity::{CertificationCount, OutOfRange};

impl Draft<'_> {
    /// Validates the facts for an answer about a career, which leads through the field's own occupation.
    ///
    /// # Errors
    /// As [`profile`](Self::profile), and when the occupation is another one.
    pub fn career(&self, tables: &Tables) -> Result<Profile, ProfileErrors> {
        let profile = self.profile(tables)?;
        let mut resolving = Resolving { draft: self, problems: Vec::new() };
        resolving.check_role(&profile);
        resolving.finish(profile)
    }

    /// Validates the facts against the tables.
    ///
    /// # Errors
    /// Everything that is wrong with the facts, at once. A fact of the file that a flag replaces is
    /// not looked at.
    pub fn profile(&self, tables: &Tables) -> Result<Profile, ProfileErrors> {
        let mut resolving = Resolving { draft: self, problems: Vec::new() };
        let role = resolving.fact(Key::Role, |text| role(tables, text)).flatten();
        let (home, home_details) = resolving.home(tables, role).unzip();
        let (employer, employer_details) = resolving.employer(tables, role).unzip();
        let geo_pay = resolving.fact(Key::GeoPay, choice);
        let level = resolving.fact(Key::Level, choice);
        let (certifications, credentials) = resolving.certifications(tables).unzip();
        let education = resolving.level(Key::Education, &tables.education);
        let role_typed = resolving.typed(Key::Role).filter(|typed| {
            role.is_some_and(|role| tables.occupations.of(role).is_stand_in_for(typed))
        });
        let education_typed = resolving.typed(Key::Education).filter(|typed| {
            education.is_some_and(|level| tables.education.get(level).is_stand_in_for(typed))
        });
        let mut profile = Profile {
            home,
            employer,
            home_details: home_details.unwrap_or_default(),
            employer_details: employer_details.unwrap_or_default(),
            geo_pay,
            level,
            certifications,
            credentials: credentials.flatten(),
            experience: resolving.fact(Key::Experience, |text| {
                text.parse().map_err(|error: OutOfRange| out_of_range(error, text))
            }),
            specialty: resolving.fact(Key::Specialty, |text| specialty(tables, text)),
            role,
            role_typed,
            setting: resolving.level(Key::Setting, &tables.settings),
            education,
            education_typed,
            ..Profile::default()
        };
        resolving.check_geo_pay(&profile);
        resolving.check_level(&profile);
        resolving.read_work(&mut profile);
        if self.statements.iter().any(|statement| statement.key.group() != Group::Pay) {
            resolving.read_career(&mut profile, tables);
            resolving.read_taxes(&mut profile, tables);
        }
        resolving.check_rate(&profile);
        resolving.problems.splice(0..0, self.file_problems.listed.iter().cloned());
        resolving.problems.sort_by_key(|problem| match &problem.origin {
            Origin::File(span) => (0, span.start),
            Origin::Flag(key) => (1, *key as usize),
            Origin::Variation(number) => (2, *number),
        });
        resolving.finish(profile)
    }
}

/// The facts of a draft, and what is wrong with them so far.
pub(super) struct Resolving<'d> {
    draft: &'d Draft<'d>,
    problems: Vec<ProfileProblem>,
}

impl<'d> Resolving<'d> {
    fn finish(self, profile: Profile) -> Result<Profile, ProfileErrors> {
        match self.problems {
            problems if problems.is_empty() => Ok(profile),
            mut problems => {
                let beyond = problems.len().saturating_sub(ProfileErrors::MAX_LISTED);
                problems.truncate(ProfileErrors::MAX_LISTED);
                let more = self.draft.file_problems.more + beyond;
                Err(ProfileErrors { problems, more, file: self.draft.file.clone() })
            }
        }
    }

    /// A fact as it counts, if it is stated.
    pub(super) fn stated(&self, key: Key) -> Option<&'d Statement<'d>> {
        let draft = self.draft;
        draft.statements.iter().rev().find(|statement| statement.key == key)
    }

    /// The text of a fact as it was typed.
    fn typed(&self, key: Key) -> Option<String> {
        self.stated(key).map(|statement| statement.text.trim().to_owned())
    }

    pub(super) fn fact<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let text = &self.stated(key)?.text;
        let read = short(key, text).and_then(|()| read(text));
        read.map_err(|Refusal(code, message)| self.report(key, code, message)).ok()
    }

    fn level(&mut self, key: Key, table: &LevelTable) -> Option<LevelIndex> {
        self.fact(key, |text| {
            table.find(key.name(), text).map_err(|why| Refusal(ProblemCode::UnknownName, why))
        })
    }

    /// How many certifications are held, and which where they are named. A file may state both.
    fn certifications(
        &mut self,
        tables: &Tables,
    ) -> Option<(CertificationCount, Option<NamedCredentials>)> {
        let last = self.stated(Key::Certs)?;
        let is_other =
            |other: &&Statement<'_>| other.key == Key::Certs && other.are_names != last.are_names;
        let other = match last.origin {
            Origin::File(_) => self.draft.statements.iter().find(is_other),
            Origin::Flag(_) | Origin::Variation(_) => None,
        };
        let (stated, count) = match other {
            Some(names) if names.are_names => (names, Some(last)),
            count => (last, count),
        };
        match certifications(tables, &stated.text, count.map(|count| count.text.as_ref())) {
            Ok(held) => Some(held),
            Err(refusals) => {
                for Refusal(code, message) in refusals {
                    self.report_at(&stated.origin, Key::Certs, code, message);
                }
                None
            }
        }
    }

    /// Reports a problem of a fact that is stated.
    pub(super) fn report(&mut self, key: Key, code: ProblemCode, message: Message) {
        if let Some(statement) = self.stated(key) {
            self.report_at(&statement.origin, key, code, message);
        }
    }

    fn report_at(&mut self, origin: &Origin, key: Key, code: ProblemCode, message: Message) {
        self.problems.push(ProfileProblem::new(code, Some(key.name()), origin.clone(), message));
    }

    /// The survey's level is of members of the field's association: an answer about another
    /// occupation cannot be on it.
    fn check_level(&mut self, profile: &Profile) {
        let (Some(PayLevel::Survey), Some(role)) = (profile.level, profile.role) else { return };
        let text = format!(
            "the pay level `survey` is that of AAPC's members; none is known for the role `{}`",
            role.name()
        );
        let message = Message::new(text).with_hint("leave out the level, or the role".to_owned());
        self.report(Key::Level, ProblemCode::Contradiction, message);
    }

    /// A pay scale needs the place that it belongs to.
    fn check_geo_pay(&mut self, profile: &Profile) {
        let (needs, finer, text) = match profile.geo_pay {
            Some(GeoPay::Employer) => (
                Key::EmployerState,
                &Key::EMPLOYER[..],
                "the pay scale `employer` needs to know where the employer is",
            ),
            Some(GeoPay::Residence) => (
                Key::State,
                &Key::HOME[..],
                "the pay scale `residence` needs to know where you live",
            ),
            Some(GeoPay::National) | None => return,
        };
        let is_known = |key| self.draft.open == Some(key) || self.stated(key).is_some();
        if is_known(needs) || finer.iter().any(|&key| is_known(key)) {
            return;
        }
        let Some(statement) = self.stated(Key::GeoPay) else { return };
        let needed = match statement.origin {
            Origin::Flag(_) => needs.flag(),
            Origin::Variation(_) => needs.word() + "=",
            Origin::File(_) => needs.name().to_owned(),
        };
        let message = Message::new(text).with_hint(format!("add `{needed}`"));
        self.report(Key::GeoPay, ProblemCode::MissingFact, message);
    }
}

/// Refuses a text that is longer than any name, so that none is compared with all names.
pub(super) fn short(key: Key, text: &str) -> Result<(), Refusal> {
    if text.len() <= MAX_NAME_CHARACTERS || text.chars().nth(MAX_NAME_CHARACTERS).is_none() {
        return Ok(());
    }
    let message = format!("`{}` can have at most {MAX_NAME_CHARACTERS} characters", key.name());
    Err(out_of_range(message, text))
}

/// An occupation, or none for the field itself. The hint names a specialty of that name.
fn role(tables: &Tables, text: &str) -> Result<Option<Occupation>, Refusal> {
    tables.occupations.find_role(text).map_err(|why| {
        let specialty = tables.specialties.find("specialty", text).ok();
        let hint = specialty.map(|index| {
            let id = &tables.specialties.get(index).id;
            format!("state it as a specialty: `{id}`")
        });
        Refusal(ProblemCode::UnknownName, Message { hint: hint.or(why.hint), ..why })
    })
}

/// A specialty. The hint names a role of that name.
fn specialty(tables: &Tables, text: &str) -> Result<LevelIndex, Refusal> {
    tables.specialties.find("specialty", text).map_err(|why| {
        let role = tables.occupations.find_role(text).ok().flatten();
        let hint = role.map(|role| format!("state it as a role: `{}`", role.name()));
        Refusal(ProblemCode::UnknownName, Message { hint: hint.or(why.hint), ..why })
    })
}
