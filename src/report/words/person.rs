//! Who the answer is about, in one sentence.

use super::durations::{hours_a_week, years_of};
use crate::data::{Level, Locality, Tables};
use crate::profile::{CareerStage, Profile};
use crate::quantity::{CertificationCount, Factor};
use crate::report::document::Text;

/// The person described, in one sentence.
pub(crate) fn person(tables: &Tables, profile: &Profile) -> Text {
    let subject = match profile.role() {
        None => "A medical records specialist".to_owned(),
        Some(role) => capitalized(&tables.occupations.of(role).worker),
    };
    sentence(tables, profile, subject, &AT_WORK)
}

/// The person that a question about a career is about, in one sentence.
pub(crate) fn seeker(tables: &Tables, profile: &Profile, stage: CareerStage) -> Text {
    match stage {
        CareerStage::Newcomer | CareerStage::Certified => {
            sentence(tables, profile, "Someone".to_owned(), &NOT_YET)
        }
        CareerStage::Apprentice | CareerStage::Coder | CareerStage::Specialist => {
            person(tables, profile)
        }
    }
}

/// What a person does.
struct Verbs {
    works_for: &'static str,
    works_in: &'static str,
    employed_by: &'static str,
    works: &'static str,
}

const AT_WORK: Verbs = Verbs {
    works_for: "works for",
    works_in: "works in",
    employed_by: "is employed by",
    works: "works",
};

const NOT_YET: Verbs = Verbs {
    works_for: "wants to work for",
    works_in: "wants to work in",
    employed_by: "wants to be employed by",
    works: "wants to work",
};

fn sentence(tables: &Tables, profile: &Profile, who: String, verbs: &Verbs) -> Text {
    let place = |at: Locality| at.in_sentence(tables);
    let Verbs { works_for, works_in, employed_by, works } = verbs;
    let level = |table: &crate::data::LevelTable, index| table.get(index).label.clone();
    let mut clauses: Vec<Text> = Vec::new();
    match (profile.home_locality(), profile.employer_locality()) {
        (Some(home), Some(employer)) if home == employer => {
            clauses.push(format!("lives in {}", place(home)).into());
            clauses.push(format!("{works_for} an employer there").into());
        }
        (home, employer) => {
            clauses.extend(home.map(|at| format!("lives in {}", place(at)).into()));
            clauses.extend(
                employer.map(|at| format!("{works_for} an employer in {}", place(at)).into()),
            );
        }
    }
    clauses.extend(profile.certifications().map(|count| certifications(tables, profile, count)));
    // What credentials imply counts, so it is written like what is stated.
    let implied = profile.specialty().filter(|_| profile.stated_specialty().is_none());
    clauses.extend(implied.filter(|_| profile.role().is_none()).map(|i| {
        format!("{works_in} {} (where that leads)", level(&tables.specialties, i)).into()
    }));
    clauses.extend(
        profile
            .stated_experience()
            .map(|years| Text::words("has ").then(years_of(years)).say(" of experience")),
    );
    clauses.extend(
        profile
            .stated_specialty()
            .map(|i| format!("{works_in} {}", level(&tables.specialties, i)).into()),
    );
    clauses.extend(
        profile.setting().map(|i| format!("{employed_by} {}", level(&tables.settings, i)).into()),
    );
    clauses
        .extend(profile.education().map(|i| format!("has {}", level(&tables.education, i)).into()));
    let work = profile.work();
    let contractor = work.is_contract().then(|| Text::words("as a contractor"));
    let how: Vec<Text> = work.hours.map(hours_a_week).into_iter().chain(contractor).collect();
    if !how.is_empty() {
        let works = Text::words(*works);
        clauses.push(how.into_iter().fold(works, |text, how| text.say(" ").then(how)));
    }
    let subject = Text::words(who);
    if clauses.is_empty() {
        return subject.say(" anywhere in the United States.");
    }
    let nowhere = profile.home().is_none() && profile.employer().is_none();
    let subject = if nowhere { subject.say(" in the United States") } else { subject };
    subject.say(" who ").then(joined(clauses)).say(".")
}

fn certifications(tables: &Tables, profile: &Profile, count: CertificationCount) -> Text {
    let level = tables.certifications.level(count);
    if !profile.credentials().is_empty() {
        let id = |&held| Text::from(tables.credentials.get(held).id.clone());
        let names = joined(profile.credentials().iter().map(id).collect());
        return Text::words("holds ").then(names).say(format!(" ({})", level.label));
    }
    if count.get() > level.count {
        let label = &level.label;
        return format!("holds {} certifications (counted as {label})", count.get()).into();
    }
    format!("holds {}", level.label).into()
}

/// Words as a sentence begins with them.
pub(crate) fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn joined(clauses: Vec<Text>) -> Text {
    let last = clauses.len().saturating_sub(1);
    clauses.into_iter().enumerate().fold(Text::default(), |sentence, (i, clause)| {
        let joint = match i {
            0 => "",
            i if i == last => " and ",
            _ => ", ",
        };
        sentence.say(joint).then(clause)
    })
}

/// Whom the figures of a role describe, and which of the stated facts do not count; of the field
/// itself nothing.
pub(crate) fn population(tables: &Tables, profile: &Profile) -> Option<Text> {
    let related = tables.occupations.of(profile.role()?);
    let text = Text::words(format!(
        "These are wages of all {} (BLS occupation {}); the figures don't separate former coders.",
        related.workers, related.code
    ));
    let left_out: Vec<Text> =
        profile.not_counted().iter().map(|factor| factor_label(tables, profile, factor)).collect();
    if left_out.is_empty() {
        return Some(text);
    }
    let text = text.say(" Not counted: ").then(joined(left_out));
    Some(text.say(" (we know what that adds only for medical records specialists)."))
}

/// The stated level of a factor in words.
pub(crate) fn factor_label(tables: &Tables, profile: &Profile, factor: Factor) -> Text {
    let stated = match factor {
        Factor::Certifications => profile
            .certifications()
            .map(|count| tables.certifications.level(count).label.clone().into()),
        Factor::Experience => {
            profile.experience().map(|years| years_of(years).say(" of experience"))
        }
        _ => level(tables, profile, factor).map(|level| level.label.clone().into()),
    };
    stated.unwrap_or_else(|| factor.name().into())
}

pub(crate) fn level<'t>(
    tables: &'t Tables,
    profile: &Profile,
    factor: Factor,
) -> Option<&'t Level> {
    match factor {
        Factor::Certifications | Factor::Experience => None,
        Factor::Specialty => profile.specialty().map(|i| tables.specialties.get(i)),
        Factor::Setting => profile.setting().map(|i| tables.settings.get(i)),
        Factor::Education => profile.education().map(|i| tables.education.get(i)),
    }
}
