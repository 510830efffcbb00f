//! The levels of a fact, before anybody knows what each pays.

use std::borrow::Cow;

use super::careers::FIELD_WORKERS;
use super::choices::{FigureAge, RankBy};
use crate::data::{LevelIndex, LevelTable, PlaceKind, Salary, SourceIndex, Tables};
use crate::engine::grade::is_very_old;
use crate::engine::pay_scale::is_paid_by_home;
use crate::profile::{Fact, Profile};
use crate::quantity::CertificationCount;

/// A level that the fact can take.
pub(super) struct Candidate<'t> {
    /// The name in profiles.
    pub(super) id: Cow<'t, str>,
    /// The name for people.
    pub(super) label: &'t str,
    /// The fact to state, or why the level cannot be asked for.
    pub(super) fact: Result<Fact<'t>, &'t str>,
    /// How old the figures of the level itself are.
    pub(super) age: FigureAge,
    /// Whether the profile itself states it.
    pub(super) is_stated: bool,
}

/// Every level of the fact, in the order of its table.
pub(super) fn candidates<'t>(
    tables: &'t Tables,
    profile: &Profile,
    by: RankBy,
) -> Vec<Candidate<'t>> {
    match by {
        RankBy::EmployerState | RankBy::State => places(tables, by, profile),
        RankBy::EmployerMetro | RankBy::Metro => areas(tables, by, profile),
        RankBy::Certs => certifications(tables, profile),
        RankBy::Credential => credentials(tables, profile),
        RankBy::Role => roles(tables, profile),
        RankBy::Specialty => {
            levels(tables, &tables.specialties, profile.specialty(), Fact::Specialty)
        }
        RankBy::Setting => levels(tables, &tables.settings, profile.setting(), Fact::Setting),
        RankBy::Education => {
            levels(tables, &tables.education, profile.education(), Fact::Education)
        }
    }
}

fn age(tables: &Tables, sources: &[SourceIndex]) -> FigureAge {
    let is_old = sources.iter().any(|&source| is_very_old(tables, source));
    if is_old { FigureAge::Old } else { FigureAge::Recent }
}

/// The age of the wages of a place.
fn age_of<E>(tables: &Tables, wages: Result<&Salary, E>) -> FigureAge {
    wages.map_or(FigureAge::Recent, |wages| age(tables, &[wages.source]))
}

fn places<'t>(tables: &'t Tables, by: RankBy, profile: &Profile) -> Vec<Candidate<'t>> {
    let (stated, fact): (_, fn(_) -> Fact<'t>) = match by {
        RankBy::State => (profile.home(), Fact::Home),
        _ => (profile.employer(), Fact::Employer),
    };
    let below = tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    let candidate = |place: &'t crate::data::Place| {
        let wages = match profile.role() {
            None => tables.salaries.get(place.code),
            Some(role) => tables.occupations.rows(role, place.code).map(|rows| rows.of_place()),
        };
        Candidate {
            id: place.code.to_string().into(),
            label: &place.name,
            fact: wages.map(fact),
            age: age_of(tables, wages),
            is_stated: stated == Some(place.code),
        }
    };
    below.map(candidate).collect()
}

/// The areas; those of one state, where the profile states it.
fn areas<'t>(tables: &'t Tables, by: RankBy, profile: &Profile) -> Vec<Candidate<'t>> {
    let (at, fact): (_, fn(_, _) -> Fact<'t>) = match by {
        RankBy::Metro => (profile.home_locality(), Fact::HomeArea),
        _ => (profile.employer_locality(), Fact::EmployerArea),
    };
    // The wages of the whole state would not distinguish the area from the others.
    let own_wages_count = by == RankBy::EmployerMetro || is_paid_by_home(profile);
    let state = at.map(|at| at.place);
    let stated = at.and_then(|at| at.area);
    let asked = tables.areas.iter().filter(|(_, area)| match state {
        Some(state) => area.states.contains(&state),
        None => true,
    });
    let candidate = |(index, area): (_, &'t crate::data::Area)| Candidate {
        id: area.code.to_string().into(),
        label: &area.name,
        fact: match &area.wages {
            Err(reason) if own_wages_count => Err(reason.as_str()),
            _ => Ok(fact(index, area)),
        },
        age: age_of(tables, area.wages.as_ref()),
        is_stated: stated == Some(index),
    };
    asked.map(candidate).collect()
}

fn certifications<'t>(tables: &'t Tables, profile: &Profile) -> Vec<Candidate<'t>> {
    let stated = profile.certifications().map(|count| tables.certifications.level(count).count);
    let candidate = |level: &'t crate::data::CertificationLevel| Candidate {
        id: level.count.to_string().into(),
        label: &level.label,
        fact: CertificationCount::new(level.count)
            .map(Fact::Certifications)
            .map_err(|_| "a profile cannot state as many"),
        age: age(tables, &level.evidence.sources),
        is_stated: stated == Some(level.count),
    };
    tables.certifications.iter().map(candidate).collect()
}

/// Every credential but apprentices', who hold the same as others with the experience to come.
fn credentials<'t>(tables: &'t Tables, profile: &Profile) -> Vec<Candidate<'t>> {
    let whole = tables.credentials.iter().filter(|(_, credential)| !credential.is_apprentice());
    let candidate = |(index, credential): (_, &'t crate::data::Credential)| {
        let specialty = credential.specialty.as_ref().ok();
        let sources = specialty.map(|&level| &tables.specialties.get(level).evidence.sources);
        Candidate {
            id: credential.id.as_str().into(),
            label: &credential.id,
            fact: Ok(Fact::Credential(index, credential)),
            age: age(tables, sources.map_or(&[], Vec::as_slice)),
            is_stated: profile.credentials() == [index],
        }
    };
    whole.map(candidate).collect()
}

/// The field itself and every role.
fn roles<'t>(tables: &'t Tables, profile: &Profile) -> Vec<Candidate<'t>> {
    let coding = Candidate {
        id: tables.occupations.field_name().into(),
        label: FIELD_WORKERS,
        fact: Ok(Fact::Role(None)),
        age: FigureAge::Recent,
        is_stated: profile.role().is_none() && profile.works_in_the_field(),
    };
    let role = |related: &'t crate::data::RelatedOccupation| Candidate {
        id: related.occupation.name().into(),
        label: &related.workers,
        fact: Ok(Fact::Role(Some(related.occupation))),
        age: FigureAge::Recent,
        is_stated: profile.role() == Some(related.occupation),
    };
    std::iter::once(coding).chain(tables.occupations.roles().map(role)).collect()
}

fn levels<'t>(
    tables: &Tables,
    table: &'t LevelTable,
    stated: Option<LevelIndex>,
    fact: fn(LevelIndex) -> Fact<'t>,
) -> Vec<Candidate<'t>> {
    let candidate = |(index, level): (LevelIndex, &'t crate::data::Level)| Candidate {
        id: level.id.as_str().into(),
        label: &level.label,
        fact: Ok(fact(index)),
        age: age(tables, &level.evidence.sources),
        is_stated: stated == Some(index),
    };
    table.iter().map(candidate).collect()
}
