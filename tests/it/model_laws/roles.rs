//! Laws of other roles: where their wages come from, what counts in them, and what substitutes.

use mbc_calc::data::{Occupation, Tables};
use mbc_calc::engine::{Estimate, Grade, Shortcoming, occupation_wages};
use mbc_calc::profile::{Draft, Key, PayLevel, ProblemCode};
use mbc_calc::quantity::{Dollars, Factor, Pay, PlaceCode};
use proptest::prelude::*;
use proptest::sample::select;

use super::people::{level, person, with, years};
use super::{TABLES, answer, config};

fn roles() -> Vec<Occupation> {
    TABLES.occupations.roles().map(|role| role.occupation).collect()
}

/// Every place that a role has wages of, published or not.
fn known(tables: &Tables) -> Vec<PlaceCode> {
    let codes = tables.geography.iter().map(|place| place.code);
    codes.filter(|&code| tables.occupations.get(Occupation::AllOccupations, code).is_ok()).collect()
}

fn role_at(role: Occupation, place: PlaceCode) -> Draft<'static> {
    let draft = Draft::default().state(Key::Role, role.name());
    if place == PlaceCode::NATION { draft } else { draft.state(Key::State, place.to_string()) }
}

fn pay(answer: &Estimate<'_>) -> Pay {
    answer.figures.chosen().pay
}

fn amounts(pay: &Pay) -> Vec<f64> {
    pay.percentiles.amounts().into_iter().chain([pay.mean]).map(Dollars::get).collect()
}

#[test]
fn a_role_and_a_place_are_the_published_row_or_the_nation_s_moved_with_all_occupations() {
    let everybody = |place| TABLES.occupations.get(Occupation::AllOccupations, place).unwrap();
    let mut derived = Vec::new();
    for role in roles() {
        for place in known(&TABLES) {
            let answer = answer(&role_at(role, place));
            if let Ok(row) = TABLES.occupations.get(role, place) {
                for (actual, row) in amounts(&pay(&answer)).into_iter().zip(amounts(&row.pay)) {
                    assert!((actual / row - 1.0).abs() < 1e-12, "{} in {place}", role.name());
                }
                let grade = if row.mean_prse > 5.0 { Grade::C } else { Grade::A };
                assert_eq!(answer.figures.grade, grade, "{} in {place}", role.name());
            } else {
                derived.push((role, place.to_string()));
                let nation = TABLES.occupations.nation(role).pay;
                let all = everybody(PlaceCode::NATION).pay.mean.get();
                let ratio = everybody(place).pay.mean.get() / all;
                for (here, there) in amounts(&pay(&answer)).into_iter().zip(amounts(&nation)) {
                    assert!((here / there - ratio).abs() < 1e-12, "{} in {place}", role.name());
                }
                assert_eq!(answer.figures.grade, Grade::C, "{} in {place}", role.name());
                assert_eq!(answer.steps[0].basis.name(), "derived");
            }
        }
    }
    let of = |role: Occupation, places: &'static [&str]| {
        places.iter().map(move |place| (role, (*place).to_owned()))
    };
    let mut expected: Vec<_> = of(Occupation::HealthInformation, &["AL", "GU", "VI"]).collect();
    expected.extend(of(Occupation::ClaimsClerk, &["DC", "GU", "RI", "VI"]));
    derived.sort();
    expected.sort();
    assert_eq!(derived, expected, "rows that stand in");
}

#[test]
fn a_place_without_any_row_is_refused() {
    for place in ["AS", "MP"] {
        let code = PlaceCode::new(place).unwrap();
        for role in roles() {
            assert!(occupation_wages(&TABLES, role, code).is_err());
            let errors = role_at(role, code).profile(&TABLES).unwrap_err();
            assert_eq!(errors.problems[0].code, ProblemCode::NoWages);
        }
    }
}

#[test]
fn the_survey_s_level_is_not_that_of_a_role() {
    for role in roles() {
        let draft = role_at(role, PlaceCode::NATION);
        let survey = draft.clone().state(Key::Level, "survey").profile(&TABLES).unwrap_err();
        assert_eq!(survey.problems[0].code, ProblemCode::Contradiction);
        let oews = answer(&draft.state(Key::Level, "oews").state(Key::Certs, "3"));
        assert_eq!(oews.figures.level, PayLevel::Oews);
        assert_eq!(oews.figures.other_level, None);
    }
}

#[test]
fn experience_alone_multiplies_the_mean_by_its_ratio_in_every_role() {
    for role in roles() {
        let answer = answer(&role_at(role, PlaceCode::NATION).state(Key::Experience, "10"));
        let ratio = pay(&answer).mean.get() / TABLES.occupations.nation(role).pay.mean.get();
        assert!((ratio - 1.01).abs() < 1e-12, "{}: {ratio}", role.name());
        let is_stated = answer.grade_reasons.iter().any(|reason| {
            let shortcoming = Shortcoming::OfTheField(Factor::Experience);
            *reason == mbc_calc::engine::GradeReason::Shortcoming(shortcoming)
        });
        assert!(is_stated, "{}: {:?}", role.name(), answer.grade_reasons);
    }
}

#[test]
fn a_credential_that_does_not_count_neither_lowers_the_grade_nor_warns_of_its_count() {
    let ohio = PlaceCode::new("OH").unwrap();
    let draft = role_at(Occupation::HealthInformation, ohio).state(Key::Certs, "CBCS,CRC");
    let answer = answer(&draft);
    assert_eq!(answer.figures.grade, Grade::A);
    assert_eq!(answer.profile.notices(&TABLES), []);
}

#[test]
fn the_spread_of_a_role_is_that_of_its_own_nation() {
    let spread = |facts: Draft<'_>| answer(&facts).figures.spread;
    let years = |role| role_at(role, PlaceCode::NATION).state(Key::Experience, "3");
    // v of medical secretaries is 0.0414, of the field 0.0939; experience alone explains 0.01.
    let secretary = spread(years(Occupation::MedicalSecretary));
    assert!((secretary.variance - 0.0414).abs() < 5e-5, "{}", secretary.variance);
    assert!((secretary.k - libm::sqrt(1.0 - 0.01 / secretary.variance)).abs() < 1e-12);
}

#[test]
fn what_an_apprentice_credential_implies_of_coding_does_not_count_in_a_role() {
    let draft = role_at(Occupation::BillingClerk, PlaceCode::NATION).state(Key::Certs, "CPC-A");
    let alone = answer(&role_at(Occupation::BillingClerk, PlaceCode::NATION));
    assert_eq!(pay(&answer(&draft)), pay(&alone));
}

#[test]
fn the_wages_of_a_role_in_an_area_are_those_of_its_state_and_never_grade_better() {
    for role in roles() {
        let state = role_at(role, PlaceCode::new("OH").unwrap());
        let area = answer(&state.clone().state(Key::Metro, "Columbus"));
        let state = answer(&state);
        assert_eq!(pay(&area), pay(&state), "{}", role.name());
        assert_eq!(area.figures.grade, Grade::C, "{}", role.name());
    }
}

#[test]
fn every_role_is_found_by_its_names_and_the_field_by_its_own() {
    for (typed, role) in [
        ("informatics", Some(Occupation::HealthInformation)),
        ("Health Informatics", Some(Occupation::HealthInformation)),
        ("29-9021", Some(Occupation::HealthInformation)),
        ("practice manager", Some(Occupation::HealthServicesManager)),
        ("compliance_officer", Some(Occupation::ComplianceOfficer)),
        ("Billing and Posting Clerks", Some(Occupation::BillingClerk)),
        ("biller", Some(Occupation::BillingClerk)),
        ("billing", Some(Occupation::BillingClerk)),
        ("Medical Biller", Some(Occupation::BillingClerk)),
        ("registrar", Some(Occupation::MedicalSecretary)),
        ("patient registration", Some(Occupation::MedicalSecretary)),
        ("front desk", Some(Occupation::MedicalSecretary)),
        ("records clerk", Some(Occupation::MedicalSecretary)),
        ("file clerk", Some(Occupation::MedicalSecretary)),
        ("43-6013", Some(Occupation::MedicalSecretary)),
        ("claims processor", Some(Occupation::ClaimsClerk)),
        ("claims examiner", Some(Occupation::ClaimsClerk)),
        ("coding", None),
        ("Medical Coder", None),
    ] {
        let profile = Draft::default().state(Key::Role, typed).profile(&TABLES);
        assert_eq!(profile.unwrap().role(), role, "{typed}");
    }
    for typed in ["all-occupations", "00-0000", "auditing"] {
        assert!(Draft::default().state(Key::Role, typed).profile(&TABLES).is_err(), "{typed}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_does_not_count_in_a_role_changes_no_figure(
        person in person().prop_map(|draft| draft.state(Key::Level, "oews")),
        role in select(roles()),
        place in select(known(&TABLES)),
    ) {
        let role = role_at(role, place);
        let profile = person.profile(&TABLES).unwrap();
        let stated = |key| match key {
            Key::Experience => profile.experience().map(|years| years.years().to_string()),
            _ => profile.education().map(|i| TABLES.education.get(i).id.clone()),
        };
        let bare = [Key::Experience, Key::Education]
            .into_iter()
            .fold(role.clone(), |draft, key| with(draft, key, stated(key)));
        let full = [
            (Key::Certs, profile.certifications().map(|count| count.get().to_string())),
            (Key::Specialty, profile.specialty().map(|i| TABLES.specialties.get(i).id.clone())),
            (Key::Setting, profile.setting().map(|i| TABLES.settings.get(i).id.clone())),
        ]
        .into_iter()
        .fold(bare.clone(), |draft, (key, fact)| with(draft, key, fact));
        let (bare, mut full) = (answer(&bare), answer(&full));
        full.figures.notices.clone_from(&bare.figures.notices);
        prop_assert_eq!(&full.figures, &bare.figures);
        prop_assert_eq!(&full.steps, &bare.steps);
        prop_assert_eq!(full.profile.not_counted().len() + full.profile.stated().len(), profile.stated().len());
    }

    #[test]
    fn the_range_of_a_role_narrows_and_never_closes(
        role in select(roles()),
        place in select(known(&TABLES)),
        years in years(),
        education in level(&TABLES.education),
    ) {
        let alone = answer(&role_at(role, place));
        let draft = role_at(role, place).state(Key::Experience, years.to_string());
        let full = answer(&draft.state(Key::Education, education));
        prop_assert!(alone.figures.spread.k > full.figures.spread.k);
        prop_assert!(full.figures.spread.k > 0.5, "{}", full.figures.spread.k);
    }

    #[test]
    fn the_field_named_as_a_role_is_the_field(draft in person()) {
        let named = answer(&draft.clone().state(Key::Role, "coding"));
        prop_assert_eq!(&named.figures, &answer(&draft).figures);
    }
}
