//! Random people, made of the names that the tables know.

use mbc_calc::data::{Area, LevelTable};
use mbc_calc::profile::{Draft, GeoPay, Key, PayLevel};
use mbc_calc::quantity::{Factor, PlaceCode};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::TABLES;

/// The codes of the places that have wages with an accepted sampling error, the nation aside.
pub(super) fn places(accepted: impl Fn(f64) -> bool) -> Vec<String> {
    let rows = TABLES.salaries.iter().filter(|row| row.place != PlaceCode::NATION);
    rows.filter(|row| accepted(row.mean_prse)).map(|row| row.place.to_string()).collect()
}

pub(super) fn place() -> impl Strategy<Value = String> {
    select(places(|_| true))
}

pub(super) fn level(table: &LevelTable) -> impl Strategy<Value = String> + use<> {
    select(table.iter().map(|(_, level)| level.id.clone()).collect::<Vec<_>>())
}

pub(super) fn count() -> impl Strategy<Value = u8> {
    0..=6_u8
}

pub(super) fn years() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..=60.0, (0..=30_u8).prop_map(f64::from)]
}

/// The draft with the fact, if there is one.
pub(super) fn with(draft: Draft, key: Key, fact: Option<impl ToString>) -> Draft {
    match fact {
        Some(fact) => draft.state(key, fact.to_string()),
        None => draft,
    }
}

/// What a person may say about work, without any place.
pub(super) fn person() -> impl Strategy<Value = Draft<'static>> {
    let facts = (
        option::of(select(PayLevel::ALL.to_vec())),
        option::of(count()),
        option::of(years()),
        option::of(level(&TABLES.specialties)),
        option::of(level(&TABLES.settings)),
        option::of(level(&TABLES.education)),
    );
    facts.prop_map(|(level, certs, experience, specialty, setting, education)| {
        let draft = with(Draft::default(), Key::Level, level.map(PayLevel::name));
        let draft = with(with(draft, Key::Certs, certs), Key::Experience, experience);
        let draft = with(with(draft, Key::Specialty, specialty), Key::Setting, setting);
        with(draft, Key::Education, education)
    })
}

/// A metropolitan or nonmetropolitan area.
pub(super) fn area() -> impl Strategy<Value = &'static Area> {
    select(TABLES.areas.iter().map(|(_, area)| area).collect::<Vec<_>>())
}

/// A state, an area, or an area in one of its states.
fn locality() -> impl Strategy<Value = (Option<String>, Option<String>)> {
    let in_state = (area(), any::<prop::sample::Index>()).prop_map(|(area, state)| {
        (Some(state.get(&area.states).to_string()), Some(area.code.to_string()))
    });
    prop_oneof![
        place().prop_map(|state| (Some(state), None)),
        area().prop_map(|area| (None, Some(area.name.clone()))),
        in_state,
    ]
}

/// A person with or without a home, an employer's place and a pay scale that these allow.
pub(super) fn anyone() -> impl Strategy<Value = Draft<'static>> {
    let geo_pay = option::of(select(GeoPay::ALL.to_vec()));
    (person(), option::of(locality()), option::of(locality()), geo_pay).prop_map(
        |(draft, home, employer, geo_pay)| {
            let geo_pay = geo_pay.filter(|geo_pay| match geo_pay {
                GeoPay::Employer => employer.is_some(),
                GeoPay::Residence => home.is_some(),
                GeoPay::National => true,
            });
            let (state, metro) = home.unwrap_or_default();
            let (employer_state, employer_metro) = employer.unwrap_or_default();
            let draft = with(with(draft, Key::State, state), Key::Metro, metro);
            let draft = with(draft, Key::EmployerState, employer_state);
            let draft = with(draft, Key::EmployerMetro, employer_metro);
            with(draft, Key::GeoPay, geo_pay.map(GeoPay::name))
        },
    )
}

/// One fact of each factor.
pub(super) fn any_fact() -> impl Strategy<Value = (Key, String)> {
    prop_oneof![
        count().prop_map(|count| (Key::Certs, count.to_string())),
        years().prop_map(|years| (Key::Experience, years.to_string())),
        level(&TABLES.specialties).prop_map(|id| (Key::Specialty, id)),
        level(&TABLES.settings).prop_map(|id| (Key::Setting, id)),
        level(&TABLES.education).prop_map(|id| (Key::Education, id)),
    ]
}

pub(super) const fn factor_of(key: Key) -> Option<Factor> {
    match key {
        Key::Certs => Some(Factor::Certifications),
        Key::Experience => Some(Factor::Experience),
        Key::Specialty => Some(Factor::Specialty),
        Key::Setting => Some(Factor::Setting),
        Key::Education => Some(Factor::Education),
        _ => None,
    }
}
