//! Who the answer is about, in one sentence.

use super::figure::Figure;
use super::text::Text;
use crate::data::Tables;
use crate::profile::{Employment, Profile};
use crate::quantity::{CertificationCount, Experience};

/// The person described, in one sentence.
pub(super) fn person(tables: &Tables, profile: &Profile) -> Text {
    sentence(tables, profile, "A medical records specialist", &AT_WORK)
}

/// Someone who does not work in the field yet, in one sentence.
pub(super) fn beginner(tables: &Tables, profile: &Profile) -> Text {
    sentence(tables, profile, "Someone", &NOT_YET)
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

fn sentence(tables: &Tables, profile: &Profile, who: &'static str, verbs: &Verbs) -> Text {
    let place = |code| tables.geography.in_sentence(code);
    let Verbs { works_for, works_in, employed_by, works } = verbs;
    let mut clauses: Vec<Text> = Vec::new();
    match (profile.home(), profile.employer()) {
        (Some(home), Some(employer)) if home == employer => {
            clauses.push(format!("lives in {}", place(home)).into());
            clauses.push(format!("{works_for} an employer there").into());
        }
        (home, employer) => {
            clauses.extend(home.map(|code| format!("lives in {}", place(code)).into()));
            clauses.extend(
                employer.map(|code| format!("{works_for} an employer in {}", place(code)).into()),
            );
        }
    }
    clauses.extend(profile.certifications().map(|count| certifications(tables, count)));
    clauses.extend(
        profile
            .experience()
            .map(|years| Text::words("has ").then(years_of(years)).say(" of experience")),
    );
    let level = |table: &crate::data::LevelTable, index| table.get(index).label.clone();
    clauses.extend(
        profile.specialty().map(|i| format!("{works_in} {}", level(&tables.specialties, i)).into()),
    );
    clauses.extend(
        profile.setting().map(|i| format!("{employed_by} {}", level(&tables.settings, i)).into()),
    );
    clauses
        .extend(profile.education().map(|i| format!("has {}", level(&tables.education, i)).into()));
    let work = profile.work();
    clauses.extend(work.hours.map(|hours| {
        let text = Text::words(format!("{works} ")).figure(Figure::Years(hours.get()));
        text.say(" hours a week")
    }));
    if work.employment == Some(Employment::Contract) {
        clauses.push(format!("{works} as a contractor").into());
    }
    let subject = Text::words(who);
    if clauses.is_empty() {
        return subject.say(" anywhere in the United States.");
    }
    let nowhere = profile.home().is_none() && profile.employer().is_none();
    let subject = if nowhere { subject.say(" in the United States") } else { subject };
    subject.say(" who ").then(joined(clauses)).say(".")
}

fn certifications(tables: &Tables, count: CertificationCount) -> Text {
    let level = tables.certifications.level(count);
    if count.get() > level.count {
        let label = &level.label;
        return format!("holds {} certifications (counted as {label})", count.get()).into();
    }
    format!("holds {}", level.label).into()
}

/// `1 year`, `2.5 years`.
pub(super) fn years_of(experience: Experience) -> Text {
    let one = (experience.years() - 1.0).abs() < f64::EPSILON;
    Text::default().figure(Figure::Years(experience.years())).say(if one {
        " year"
    } else {
        " years"
    })
}

/// `a`, `a and b`, `a, b and c`.
fn joined(clauses: Vec<Text>) -> Text {
    let last = clauses.len() - 1;
    clauses.into_iter().enumerate().fold(Text::default(), |sentence, (i, clause)| {
        let joint = match i {
            0 => "",
            i if i == last => " and ",
            _ => ", ",
        };
        sentence.say(joint).then(clause)
    })
}
