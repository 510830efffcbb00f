use super::Profile;
use super::choices::{GeoPay, PayLevel};
use super::errors::{Origin, ProfileErrors, ProfileProblem};
use super::file::{Fact, ProfileText};
use super::key::Key;
use crate::data::{LevelIndex, LevelTable, Problem, Quoted, Tables, Unknown, nearest};
use crate::quantity::{CertificationCount, Experience, PlaceCode};

/// What was typed, fact by fact, before anybody asked whether it makes sense.
///
/// ```
/// use mbc_calc::profile::{Draft, Key};
/// let tables = mbc_calc::built_in();
/// let draft = Draft::default().state(Key::State, "Mississippi").state(Key::Certs, "3");
/// let profile = draft.profile(&tables).unwrap();
/// assert_eq!(profile.home().unwrap().as_str(), "MS");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Draft {
    statements: Vec<Statement>,
    file: Option<ProfileText>,
    file_problems: Vec<Problem>,
}

#[derive(Clone, Debug)]
struct Statement {
    key: Key,
    text: String,
    origin: Origin,
}

impl Draft {
    /// The draft with the facts of a file below those stated so far or later.
    #[must_use]
    pub fn with_file(mut self, file: ProfileText) -> Self {
        let (facts, problems) = file.facts();
        let below = Self::of_facts(facts, problems);
        self.statements.splice(0..0, below.statements);
        self.file_problems = below.file_problems;
        self.file = Some(file);
        self
    }

    /// The draft of facts that stand somewhere in a file.
    pub(super) fn of_facts(facts: Vec<Fact>, problems: Vec<Problem>) -> Self {
        let statement = |fact: Fact| Statement {
            key: fact.key,
            text: fact.text,
            origin: Origin::File(fact.span),
        };
        let statements = facts.into_iter().map(statement).collect();
        Self { statements, file: None, file_problems: problems }
    }

    /// The draft with a fact of a variation, or without the fact when the text is blank.
    pub(super) fn vary(mut self, number: usize, key: Key, text: &str) -> Self {
        self.statements.retain(|statement| statement.key != key);
        if !text.trim().is_empty() {
            let origin = Origin::Variation(number);
            self.statements.push(Statement { key, text: text.to_owned(), origin });
        }
        self
    }

    /// What is wrong with how the facts are written in their file.
    #[cfg(test)]
    pub(super) fn file_problems(&self) -> &[Problem] {
        &self.file_problems
    }

    /// Whether no fact is stated and no file was read.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.statements.is_empty() && self.file.is_none()
    }

    /// The draft with one more fact; a fact stated again replaces the earlier one.
    #[must_use]
    pub fn state(mut self, key: Key, text: impl Into<String>) -> Self {
        self.statements.push(Statement { key, text: text.into(), origin: Origin::Flag(key) });
        self
    }

    /// What is meant.
    ///
    /// # Errors
    /// Everything that is wrong with the facts, at once. A fact of the file that a flag replaces is
    /// not looked at.
    pub fn profile(&self, tables: &Tables) -> Result<Profile, ProfileErrors> {
        let mut resolving = Resolving { draft: self, problems: Vec::new() };
        let profile = Profile {
            home: resolving.fact(Key::State, |text| place(tables, text)),
            employer: resolving.fact(Key::EmployerState, |text| place(tables, text)),
            geo_pay: resolving
                .fact(Key::GeoPay, |text| word(text, GeoPay::ALL.map(|g| (g.name(), g)))),
            level: resolving
                .fact(Key::Level, |text| word(text, PayLevel::ALL.map(|l| (l.name(), l)))),
            certifications: resolving.fact(Key::Certs, certifications),
            experience: resolving.fact(Key::Experience, experience),
            specialty: resolving
                .fact(Key::Specialty, |text| level(&tables.specialties, "specialty", text)),
            setting: resolving.fact(Key::Setting, |text| level(&tables.settings, "setting", text)),
            education: resolving
                .fact(Key::Education, |text| level(&tables.education, "education", text)),
        };
        resolving.check_geo_pay(&profile);
        if self.file_problems.is_empty() && resolving.problems.is_empty() {
            return Ok(profile);
        }
        let of_file = self.file_problems.iter().map(|problem| ProfileProblem {
            origin: Origin::File(problem.span.clone()),
            message: problem.message.clone(),
            hint: problem.hint.clone(),
        });
        let mut problems: Vec<_> = of_file.chain(resolving.problems).collect();
        problems.sort_by_key(|problem| match &problem.origin {
            Origin::File(span) => (0, span.start),
            Origin::Flag(key) => (1, *key as usize),
            Origin::Variation(number) => (2, *number),
        });
        Err(ProfileErrors { problems, file: self.file.clone() })
    }
}

struct Resolving<'d> {
    draft: &'d Draft,
    problems: Vec<ProfileProblem>,
}

impl Resolving<'_> {
    fn statement(&self, key: Key) -> Option<&Statement> {
        self.draft.statements.iter().rev().find(|statement| statement.key == key)
    }

    fn fact<T>(&mut self, key: Key, read: impl FnOnce(&str) -> Result<T, Unknown>) -> Option<T> {
        let statement = self.statement(key)?;
        match read(&statement.text) {
            Ok(value) => Some(value),
            Err(Unknown { message, hint }) => {
                let origin = statement.origin.clone();
                self.problems.push(ProfileProblem { origin, message, hint });
                None
            }
        }
    }

    /// A pay scale needs the place whose scale it is.
    fn check_geo_pay(&mut self, profile: &Profile) {
        let needs = match profile.geo_pay {
            Some(GeoPay::Employer) => Key::EmployerState,
            Some(GeoPay::Residence) => Key::State,
            Some(GeoPay::National) | None => return,
        };
        let (Some(statement), None) = (self.statement(Key::GeoPay), self.statement(needs)) else {
            return;
        };
        let message = match needs {
            Key::State => "the pay scale `residence` needs to know where you live",
            _ => "the pay scale `employer` needs to know where the employer is",
        };
        let hint = Some(format!("add `{}`", needs.flag()));
        let origin = statement.origin.clone();
        self.problems.push(ProfileProblem { origin, message: message.to_owned(), hint });
    }
}

fn place(tables: &Tables, text: &str) -> Result<PlaceCode, Unknown> {
    let place = tables.geography.find(text)?;
    tables.salaries.get(place.code).map_err(|reason| Unknown {
        message: format!("no wages are known for {} ({}): {reason}", place.name, place.code),
        hint: None,
    })?;
    Ok(place.code)
}

fn word<T: Copy, const N: usize>(text: &str, words: [(&str, T); N]) -> Result<T, Unknown> {
    let typed = text.trim().to_lowercase();
    let found = words.iter().find(|(word, _)| *word == typed);
    found.map(|&(_, value)| value).ok_or_else(|| {
        let names = words.map(|(word, _)| word);
        let near = nearest(&typed, names);
        Unknown {
            message: format!("{} is not one of {}", Quoted(text), names.join(", ")),
            hint: near.map(|near| format!("did you mean `{near}`?")),
        }
    })
}

fn certifications(text: &str) -> Result<CertificationCount, Unknown> {
    text.trim().parse().map_err(|error| {
        let named = text.split(',').filter(|name| !name.trim().is_empty()).count();
        let hint = if text.contains(|c: char| c.is_ascii_alphabetic()) {
            let count = if text.contains(',') { named } else { 1 };
            Some(format!("give how many certifications are held, such as `--certs {count}`"))
        } else {
            None
        };
        Unknown { message: format!("{error}, not {}", Quoted(text)), hint }
    })
}

fn experience(text: &str) -> Result<Experience, Unknown> {
    text.parse().map_err(|error: crate::quantity::OutOfRange| Unknown {
        message: format!("{error}, not {}", Quoted(text)),
        hint: None,
    })
}

fn level(table: &LevelTable, what: &str, text: &str) -> Result<LevelIndex, Unknown> {
    table.find(what, text)
}
