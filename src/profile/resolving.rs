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
use super::values::{Reading, choice, in_table, is_nothing, out_of_range, years};
use crate::data::{LevelIndex, LevelTable, Message, Quoted, Tables};
use crate::quantity::{CertificationCount, Named};

impl Draft<'_> {
    /// Validates the facts for an answer about a career, which leads through the field's own occupation.
    ///
    /// # Errors
    /// As [`profile`](Self::profile), and when the occupation is another one.
    pub fn career(&self, tables: &Tables) -> Result<Profile, ProfileErrors> {
        let profile = self.profile(tables)?;
        let mut resolving = Resolving::new(self);
        resolving.check_role(&profile);
        resolving.finish(profile)
    }

    /// Validates the facts against the tables.
    ///
    /// # Errors
    /// Everything that is wrong with the facts, at once. A fact of the file that a flag replaces is
    /// not looked at.
    pub fn profile(&self, tables: &Tables) -> Result<Profile, ProfileErrors> {
        let mut resolving = Resolving::new(self);
        let role = resolving.read(Key::Role, |text| {
            in_table(tables, Key::Role, text, tables.occupations.role_names())
        });
        let role = role.flatten();
        let (home, home_details) = resolving.home(tables, role).unzip();
        let (employer, employer_details) = resolving.employer(tables, role).unzip();
        let geo_pay = resolving.choice(tables, Key::GeoPay);
        let level = resolving.choice(tables, Key::Level);
        let (certifications, credentials) = resolving.certifications(tables).unzip();
        let education = resolving.level(tables, Key::Education, &tables.education);
        let mut profile = Profile {
            home,
            employer,
            home_details: home_details.unwrap_or_default(),
            employer_details: employer_details.unwrap_or_default(),
            geo_pay,
            level,
            certifications,
            credentials: credentials.flatten(),
            experience: resolving.read(Key::Experience, years),
            specialty: resolving.level(tables, Key::Specialty, &tables.specialties),
            role,
            setting: resolving.level(tables, Key::Setting, &tables.settings),
            education,
            ..Profile::default()
        };
        resolving.check_geo_pay(&profile);
        resolving.check_level(&profile);
        resolving.read_work(&mut profile, tables);
        let states = |groups: &[Group]| {
            self.statements.iter().any(|statement| groups.contains(&statement.key.group()))
        };
        if states(&[Group::Career, Group::You]) {
            resolving.read_career(&mut profile, tables);
        }
        if states(&[Group::Taxes]) {
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
    /// A bit for each fact that has a statement.
    has: u64,
    problems: Vec<ProfileProblem>,
    counted_as: Vec<(Key, String)>,
}

impl<'d> Resolving<'d> {
    fn new(draft: &'d Draft<'d>) -> Self {
        let has = draft.statements.iter().fold(0, |has, statement| has | 1 << statement.key as u32);
        Self { draft, has, problems: Vec::new(), counted_as: Vec::new() }
    }

    fn finish(self, mut profile: Profile) -> Result<Profile, ProfileErrors> {
        match self.problems {
            problems if problems.is_empty() => {
                profile.counted_as.extend(self.counted_as);
                Ok(profile)
            }
            mut problems => {
                let beyond = problems.len().saturating_sub(ProfileErrors::MAX_LISTED);
                problems.truncate(ProfileErrors::MAX_LISTED);
                let more = self.draft.file_problems.more + beyond;
                Err(ProfileErrors { problems, more, file: self.draft.file.clone() })
            }
        }
    }

    /// A fact as it counts, if it is stated; `none` and `N/A` state nothing, where they are no value.
    pub(super) fn stated(&self, key: Key) -> Option<&'d Statement<'d>> {
        if self.has & (1 << key as u32) == 0 {
            return None;
        }
        let draft = self.draft;
        let last = draft.statements.iter().rev().find(|statement| statement.key == key);
        last.filter(|last| !is_nothing(&last.text) || key.can_be_none(&last.text))
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

    /// As [`fact`](Self::fact), of a text that may be counted as something near, which is kept.
    pub(super) fn read<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&str) -> Result<Reading<T>, Refusal>,
    ) -> Option<T> {
        let Reading { value, says } = self.fact(key, read)?;
        if let (Some(says), Some(statement)) = (says, self.stated(key)) {
            self.counted_as.push((key, format!("{} {says}", Quoted(statement.text.trim()))));
        }
        Some(value)
    }

    /// A value of a fixed set.
    pub(super) fn choice<T: Named>(&mut self, tables: &Tables, key: Key) -> Option<T> {
        self.read(key, |text| choice(tables, key, text))
    }

    fn level(&mut self, tables: &Tables, key: Key, levels: &LevelTable) -> Option<LevelIndex> {
        self.read(key, |text| in_table(tables, key, text, levels.names()))
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
