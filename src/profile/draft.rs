use std::borrow::Cow;

use super::choices::{GeoPay, PayLevel};
use super::credentials::certifications;
use super::errors::{Origin, ProblemCode, ProfileErrors, ProfileProblem, Refusal, choice};
use super::facts::{Group, Key};
use super::file::{Fact, Facts, Handled, json_facts};
use super::resolved::Profile;
use super::text::ProfileText;
use crate::data::{LevelIndex, LevelTable, Occupation, Quoted, Tables, Unknown};
use crate::quantity::{Experience, OutOfRange};

/// The facts as they were typed, not validated yet.
///
/// ```
/// use mbc_calc::profile::{Draft, Key};
/// let tables = mbc_calc::built_in();
/// let draft = Draft::default().state(Key::State, "Mississippi").state(Key::Certs, "3");
/// let profile = draft.profile(&tables).unwrap();
/// assert_eq!(profile.home().unwrap().as_str(), "MS");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Draft<'t> {
    statements: Vec<Statement<'t>>,
    file: Option<ProfileText>,
    file_problems: Vec<ProfileProblem>,
    open: Option<Key>,
}

#[derive(Clone, Debug)]
struct Statement<'t> {
    key: Key,
    text: Cow<'t, str>,
    origin: Origin,
    /// The number of certifications that the names must count to, if the file states both.
    count: Option<Cow<'t, str>>,
}

impl<'t> Draft<'t> {
    /// The draft with the facts of a file below those stated so far or later.
    #[must_use]
    pub fn with_file(mut self, file: ProfileText) -> Self {
        let below = Self::of_facts(file.facts().into_owned());
        self.statements.splice(0..0, below.statements);
        self.file_problems = below.file_problems;
        self.file = Some(file);
        self
    }

    /// The draft of the facts of a file, or of a part of it.
    pub(super) fn of_facts(facts: Facts<'t>) -> Self {
        let statement = |fact: Fact<'t>| Statement {
            key: fact.key,
            text: fact.text,
            origin: Origin::File(fact.span),
            count: fact.count,
        };
        let statements = facts.facts.into_iter().map(statement).collect();
        Self { statements, file_problems: facts.problems, ..Self::default() }
    }

    /// The draft of a line that is a JSON object, and the text of its `id`, if it has one.
    #[must_use]
    pub fn of_json_line(line: &'t str) -> (Self, Option<&'t str>) {
        let mut id = None;
        let facts = json_facts(line, |name, raw| match name {
            "id" => {
                id = Some(raw);
                Handled::Yes
            }
            _ => Handled::No,
        });
        (Self::of_facts(facts), id)
    }

    /// The draft with a fact of a variation, or without the fact when the text is blank.
    pub(super) fn vary(mut self, number: usize, key: Key, text: &str) -> Self {
        self.statements.retain(|statement| statement.key != key);
        if !text.trim().is_empty() {
            let (text, origin) = (Cow::Owned(text.to_owned()), Origin::Variation(number));
            self.statements.push(Statement { key, text, origin, count: None });
        }
        self
    }

    /// What is wrong with how the facts are written in their file.
    #[cfg(test)]
    pub(super) fn file_problems(&self) -> &[ProfileProblem] {
        &self.file_problems
    }

    /// Whether no fact is stated and no file was read.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.statements.is_empty() && self.file.is_none()
    }

    /// The draft with one more fact; a fact stated again replaces the earlier one.
    #[must_use]
    pub fn state(mut self, key: Key, text: impl Into<Cow<'t, str>>) -> Self {
        let (text, origin) = (text.into(), Origin::Flag(key));
        self.statements.push(Statement { key, text, origin, count: None });
        self
    }

    /// The draft with a fact left open: one that will be filled in later, in turn, so that a pay
    /// scale may need it although it is not stated.
    #[must_use]
    pub fn open(mut self, key: Key) -> Self {
        self.open = Some(key);
        self
    }

    /// Validates the facts for an answer about a career, which leads through the field's own occupation.
    ///
    /// # Errors
    /// As [`profile`](Self::profile), and when the occupation is another one.
    pub fn career(&self, tables: &Tables) -> Result<Profile, ProfileErrors> {
        let profile = self.profile(tables)?;
        let mut resolving = Resolving { draft: self, problems: Vec::new() };
        resolving.check_role(&profile);
        match resolving.problems {
            problems if problems.is_empty() => Ok(profile),
            problems => Err(ProfileErrors { problems, file: self.file.clone() }),
        }
    }

    /// Validates the facts against the tables.
    ///
    /// # Errors
    /// Everything that is wrong with the facts, at once. A fact of the file that a flag replaces is
    /// not looked at.
    pub fn profile(&self, tables: &Tables) -> Result<Profile, ProfileErrors> {
        let mut resolving = Resolving { draft: self, problems: Vec::new() };
        let mut names = None;
        let role = resolving.fact(Key::Role, |text| role(tables, text)).flatten();
        let mut profile = Profile {
            home: resolving.locality(tables, role, [Key::State, Key::Metro]),
            employer: resolving.locality(tables, role, [Key::EmployerState, Key::EmployerMetro]),
            geo_pay: resolving
                .fact(Key::GeoPay, |text| choice(text, &GeoPay::ALL, GeoPay::name, &[])),
            level: resolving
                .fact(Key::Level, |text| choice(text, &PayLevel::ALL, PayLevel::name, &[])),
            certifications: resolving.read(Key::Certs, |statement| {
                let stated = certifications(tables, &statement.text, statement.count.as_deref());
                stated.map(|(count, named)| {
                    names = named;
                    count
                })
            }),
            credentials: names,
            experience: resolving.fact(Key::Experience, experience),
            specialty: resolving
                .fact(Key::Specialty, |text| level(&tables.specialties, "specialty", text)),
            role,
            setting: resolving.fact(Key::Setting, |text| level(&tables.settings, "setting", text)),
            education: resolving
                .fact(Key::Education, |text| level(&tables.education, "education", text)),
            ..Profile::default()
        };
        resolving.check_geo_pay(&profile);
        resolving.check_level(&profile);
        resolving.read_work(&mut profile);
        if self.statements.iter().any(|statement| statement.key.group() != Group::Pay) {
            resolving.read_career(&mut profile, tables);
        }
        resolving.check_rate(&profile);
        if self.file_problems.is_empty() && resolving.problems.is_empty() {
            return Ok(profile);
        }
        let mut problems = self.file_problems.clone();
        problems.append(&mut resolving.problems);
        problems.sort_by_key(|problem| match &problem.origin {
            Origin::File(span) => (0, span.start),
            Origin::Flag(key) => (1, *key as usize),
            Origin::Variation(number) => (2, *number),
        });
        Err(ProfileErrors { problems, file: self.file.clone() })
    }
}

pub(super) struct Resolving<'d> {
    draft: &'d Draft<'d>,
    problems: Vec<ProfileProblem>,
}

impl<'d> Resolving<'d> {
    fn statement(&self, key: Key) -> Option<&'d Statement<'d>> {
        let draft = self.draft;
        draft.statements.iter().rev().find(|statement| statement.key == key)
    }

    /// The text of a fact and its origin, if it is stated.
    pub(super) fn stated(&self, key: Key) -> Option<(&'d str, &'d Origin)> {
        self.statement(key).map(|statement| (statement.text.as_ref(), &statement.origin))
    }

    pub(super) fn fact<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        self.read(key, |statement| read(&statement.text).map_err(|refusal| vec![refusal]))
    }

    fn read<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&Statement<'_>) -> Result<T, Vec<Refusal>>,
    ) -> Option<T> {
        let statement = self.statement(key)?;
        match read(statement) {
            Ok(value) => Some(value),
            Err(refusals) => {
                let origin = statement.origin.clone();
                let problem = |Refusal(code, Unknown { message, hint })| {
                    let field = Some(key.name().to_owned());
                    ProfileProblem { code, field, origin: origin.clone(), message, hint }
                };
                self.problems.extend(refusals.into_iter().map(problem));
                None
            }
        }
    }

    pub(super) fn push(&mut self, problem: ProfileProblem) {
        self.problems.push(problem);
    }

    /// The survey's level is of members of the field's association: an answer about another
    /// occupation cannot be on it.
    fn check_level(&mut self, profile: &Profile) {
        let (Some(PayLevel::Survey), Some(role)) = (profile.level, profile.role) else { return };
        let Some((_, origin)) = self.stated(Key::Level) else { return };
        let message = format!(
            "the pay level `survey` is that of AAPC's members; none is known for the role `{}`",
            role.name()
        );
        self.problems.push(ProfileProblem {
            code: ProblemCode::Contradiction,
            field: Some(Key::Level.name().to_owned()),
            origin: origin.clone(),
            message,
            hint: Some("leave out the level, or the role".to_owned()),
        });
    }

    /// A pay scale needs the place that it belongs to.
    fn check_geo_pay(&mut self, profile: &Profile) {
        let (needs, area) = match profile.geo_pay {
            Some(GeoPay::Employer) => (Key::EmployerState, Key::EmployerMetro),
            Some(GeoPay::Residence) => (Key::State, Key::Metro),
            Some(GeoPay::National) | None => return,
        };
        let is_known = |key| self.draft.open == Some(key) || self.stated(key).is_some();
        if is_known(needs) || is_known(area) {
            return;
        }
        let Some((_, origin)) = self.stated(Key::GeoPay) else { return };
        let message = match needs {
            Key::State => "the pay scale `residence` needs to know where you live",
            _ => "the pay scale `employer` needs to know where the employer is",
        };
        let needed = match origin {
            Origin::Flag(_) => needs.flag(),
            Origin::Variation(_) => needs.flag().trim_start_matches('-').to_owned() + "=",
            Origin::File(_) => needs.name().to_owned(),
        };
        let hint = Some(format!("add `{needed}`"));
        self.problems.push(ProfileProblem {
            code: ProblemCode::MissingFact,
            field: Some(Key::GeoPay.name().to_owned()),
            origin: origin.clone(),
            message: message.to_owned(),
            hint,
        });
    }
}

/// An occupation, or none for the field itself. The hint names a specialty of that name.
fn role(tables: &Tables, text: &str) -> Result<Option<Occupation>, Refusal> {
    tables.occupations.find_role(text).map_err(|why| {
        let specialty = tables.specialties.find("specialty", text).ok();
        let hint = specialty.map(|index| {
            let id = &tables.specialties.get(index).id;
            format!("state it as a specialty: `{id}`")
        });
        Refusal(ProblemCode::UnknownName, Unknown { hint: hint.or(why.hint), ..why })
    })
}

fn experience(text: &str) -> Result<Experience, Refusal> {
    text.parse().map_err(|error: OutOfRange| {
        let message = format!("{error}, not {}", Quoted(text));
        Refusal(ProblemCode::OutOfRange, Unknown { message, hint: None })
    })
}

fn level(table: &LevelTable, what: &str, text: &str) -> Result<LevelIndex, Refusal> {
    table.find(what, text).map_err(|why| Refusal(ProblemCode::UnknownName, why))
}
