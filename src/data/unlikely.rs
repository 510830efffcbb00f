//! The people that hardly anybody is like, and what an answer about them is the pay of.

use serde::{Deserialize, Serialize};

use super::credentials::{CredentialIndex, Credentials};
use super::factors::{LevelIndex, LevelTable};
use super::reading::{
    Citations, Fields, Message, Problem, Quoted, SourceIndex, UniqueNames, record,
};
use super::wages::Occupation;
use crate::quantity::{CertificationCount, Experience};

/// The rows of unlikely people, in the order of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unlikely(Vec<UnlikelyPerson>);

/// Somebody whom hardly anybody is like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnlikelyPerson {
    /// What the row is called.
    pub id: String,
    /// What the answer is the pay of: one lower-case sentence.
    pub says: String,
    /// Why hardly anybody is so.
    pub reason: String,
    /// Where the row comes from.
    pub sources: Vec<SourceIndex>,
    specialties: Vec<LevelIndex>,
    roles: Vec<Occupation>,
    credentials: Vec<CredentialIndex>,
    education: Vec<LevelIndex>,
    certifications_under: Option<f64>,
    experience_under: Option<Experience>,
    experience_over: Option<Experience>,
}

/// The facts about a person that a row asks about; what is not stated is absent.
#[derive(Clone, Copy, Debug)]
pub struct Person<'p> {
    /// What is coded, or the role in the field.
    pub specialty: Option<LevelIndex>,
    /// The occupation, where it is another than the field's own.
    pub role: Option<Occupation>,
    /// The credentials by name.
    pub credentials: &'p [CredentialIndex],
    /// The highest schooling.
    pub education: Option<LevelIndex>,
    /// How many certifications are held.
    pub certifications: Option<CertificationCount>,
    /// Years of work.
    pub experience: Option<Experience>,
}

/// The tables that know the names in the rows.
#[derive(Clone, Copy)]
pub(crate) struct NamesOfPeople<'t> {
    specialties: &'t LevelTable,
    education: &'t LevelTable,
    credentials: &'t Credentials,
}

impl<'t> NamesOfPeople<'t> {
    /// The tables, where each of them could be read.
    pub(crate) fn new(
        specialties: Option<&'t LevelTable>,
        education: Option<&'t LevelTable>,
        credentials: Option<&'t Credentials>,
    ) -> Option<Self> {
        Some(Self { specialties: specialties?, education: education?, credentials: credentials? })
    }
}

impl Unlikely {
    /// The rows that a person is one of.
    pub fn of<'t>(&'t self, person: Person<'t>) -> impl Iterator<Item = &'t UnlikelyPerson> {
        self.0.iter().filter(move |row| row.is(&person))
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        names: NamesOfPeople<'_>,
    ) -> Self {
        let mut taken = UniqueNames::default();
        Self(table.tables("rows", |row| {
            let read = read_row(row, sources, names)?;
            row.register("person", std::iter::once(read.id.as_str()), &mut taken)?;
            Some(read)
        }))
    }
}

impl UnlikelyPerson {
    fn is(&self, person: &Person<'_>) -> bool {
        let is_anybody =
            self.specialties.is_empty() && self.roles.is_empty() && self.credentials.is_empty();
        let is_meant = is_anybody
            || person.specialty.is_some_and(|level| self.specialties.contains(&level))
            || person.role.is_some_and(|role| self.roles.contains(&role))
            || person.credentials.iter().any(|held| self.credentials.contains(held));
        let years = person.experience;
        let is_short_of = |under: f64, has: f64| has < under;
        is_meant
            && (self
                .certifications_under
                .zip(person.certifications)
                .is_some_and(|(under, held)| is_short_of(under, f64::from(held.get())))
                || self.experience_under.zip(years).is_some_and(|(under, years)| years < under)
                || self.experience_over.zip(years).is_some_and(|(over, years)| years > over)
                || person.education.is_some_and(|level| self.education.contains(&level)))
    }
}

fn read_row(
    row: &mut Fields<'_>,
    sources: &Citations,
    names: NamesOfPeople<'_>,
) -> Option<UnlikelyPerson> {
    let conditions = ["certifications_under", "experience_under", "experience_over", "education"];
    if !conditions.into_iter().any(|key| row.has(key)) {
        let keys = conditions.map(|key| format!("`{key}`")).join(", ");
        row.problem_here(format!("one of the keys {keys} is needed"));
    }
    record!(UnlikelyPerson {
        id: row.string("person"),
        says: row.string("says"),
        reason: row.string("reason"),
        specialties: Some(each(row, "specialties", |text| names
            .specialties
            .find("specialty", text))),
        roles: Some(each(row, "roles", |text| {
            let role = Occupation::named(text);
            role.ok_or_else(|| Message::new(format!("no occupation is called {}", Quoted(text))))
        })),
        credentials: Some(each(row, "credentials", |text| {
            names.credentials.find(text).map(|found| found.credential)
        })),
        education: Some(each(row, "education", |text| names.education.find("education", text))),
        certifications_under: Some(row.optional_number("certifications_under")),
        experience_under: Some(row.optional_quantity("experience_under", Experience::new)),
        experience_over: Some(row.optional_quantity("experience_over", Experience::new)),
        sources: {
            row.one_of("basis", &[("assumption", ())]);
            sources.cited(row)
        },
    })
}

/// The things that a list of names means; each name that means none is a problem.
fn each<T>(
    row: &mut Fields<'_>,
    key: &'static str,
    find: impl Fn(&str) -> Result<T, Message>,
) -> Vec<T> {
    let names = row.texts(key);
    let mut found = Vec::new();
    for name in names {
        match find(name.get_ref()) {
            Ok(thing) => found.push(thing),
            Err(Message { text, hint }) => {
                row.problem(Problem::new(name.span(), text).with_hint(hint));
            }
        }
    }
    found
}
