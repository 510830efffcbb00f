//! Laws of the grade: what it is made of, and that worse tables never better it.

use std::sync::LazyLock;

use mbc_calc::data::{Area, Evidence, LevelTable, SourceIndex, Tables};
use mbc_calc::engine::Grade;
use mbc_calc::profile::{Draft, Key};
use mbc_calc::quantity::CertificationCount;
use proptest::prelude::*;
use proptest::sample::select;

use super::people::{any_fact, anyone, count, factor_of, person, places};
use super::{TABLES, answer, answer_from, config};

/// The tables with every line of some of them changed by a rule.
fn edited(tables: &[&str], rule: impl Fn(&str) -> String) -> Tables {
    let mut texts = mbc_calc::built_in_texts();
    for &name in tables {
        let text = texts.text(name).to_owned();
        let edited = text.lines().map(|line| rule(line) + "\n").collect::<String>();
        assert_ne!(edited, text, "the rule changes nothing in `{name}`");
        texts.replace(name, format!("{name}.toml"), edited);
    }
    Tables::read_texts(&texts).unwrap_or_else(|errors| panic!("{errors}: {errors:?}"))
}

fn grade(draft: &Draft) -> Grade {
    answer(draft).figures.grade
}

/// Every fact that alone rests on a source over ten years old.
fn old_facts() -> Vec<(Key, String)> {
    let old = |sources: &[SourceIndex]| {
        let year = |&index: &SourceIndex| TABLES.sources.get(index).year;
        sources.iter().map(year).any(|year| TABLES.edition.year() - year > 10)
    };
    let is_old = |evidence: &Evidence| old(&evidence.sources);
    let mut facts = Vec::new();
    for (key, table) in levels() {
        let found = table.iter().filter(|(_, level)| is_old(&level.evidence));
        facts.extend(found.map(|(_, level)| (key, level.id.clone())));
    }
    for count in 0..=4 {
        let held = CertificationCount::new(count).expect("so many are held");
        if is_old(&TABLES.certifications.level(held).evidence) {
            facts.push((Key::Certs, count.to_string()));
        }
    }
    // The curve of experience rests on surveys of 2009, 2010 and 2013 all along.
    facts.extend(["0", "4.5", "10", "40"].map(|years| (Key::Experience, years.to_owned())));
    facts
}

fn levels() -> [(Key, &'static LevelTable); 3] {
    [
        (Key::Specialty, &TABLES.specialties),
        (Key::Setting, &TABLES.settings),
        (Key::Education, &TABLES.education),
    ]
}

/// The ages at which a source may begin to count as old, those just before, and the tables at the
/// time when the source of the settings has that age, nothing else changed.
static LATER: LazyLock<Vec<(u32, Tables)>> = LazyLock::new(|| {
    let (_, setting) = TABLES.settings.iter().next().expect("there are settings");
    let published = TABLES.sources.get(setting.evidence.sources[0]).year;
    let aged = |age: u32| {
        edited(&["sources"], |line| match line.strip_prefix("edition = \"") {
            Some(date) => {
                let (_, rest) = date.split_once('-').expect("an edition is a date");
                format!("edition = \"{}-{rest}", published + age)
            }
            None => line.to_owned(),
        })
    };
    [3, 4, 5, 6, 10, 11].map(|age| (age, aged(age))).into()
});

/// The tables with the sampling error of every place, in percent, changed by a rule.
fn with_errors(rule: impl Fn(f64) -> f64) -> Tables {
    edited(&["areas", "salaries"], |line| {
        let Some((before, after)) = line.split_once(" mean_prse = ") else {
            return line.to_owned();
        };
        let (error, rest) = after.split_once(',').expect("a source follows");
        let error = rule(error.parse().expect("an error is a number"));
        format!("{before} mean_prse = {error:.1},{rest}")
    })
}

/// The tables with the sampling error of every place larger by a half, 3 and 6 percent.
static LESS_SURE: LazyLock<Vec<Tables>> =
    LazyLock::new(|| [0.5, 3.0, 6.0].map(|more| with_errors(|error| error + more)).into());

/// The tables in which something else substitutes for every level.
static STOOD_IN: LazyLock<Tables> = LazyLock::new(|| {
    let tables = ["specialties", "settings", "education"];
    edited(&tables, |line| match line.strip_suffix(" },") {
        Some(row) if !row.contains("stand_in") => format!("{row}, stand_in = \"another\" }},"),
        _ => line.to_owned(),
    })
});

/// The tables in which no area has wages of its own.
static NO_AREA_WAGES: LazyLock<Tables> = LazyLock::new(|| {
    let gap = |area: &Area| {
        let source = "source = \"bls-oews-2025-areas\"";
        format!("\n{{ area = \"{}\", reason = \"withheld\", {source} }},", area.code)
    };
    let gaps = TABLES.areas.iter().map(|(_, area)| gap(area)).collect::<Vec<_>>().concat();
    edited(&["areas"], |line| match line.split_once(", states = [") {
        _ if line == "missing = [" => format!("{line}{gaps}"),
        _ if line.starts_with("    { area = ") => String::new(),
        Some((before, after)) => {
            let (states, _) = after.split_once(']').expect("the list of states ends");
            format!("{before}, states = [{states}] }},")
        }
        None => line.to_owned(),
    })
});

/// Checks that the answer grades no better from each of the tables than from those before.
fn check_no_better<'t>(
    worse: impl IntoIterator<Item = &'t Tables>,
    draft: &Draft,
) -> Result<(), TestCaseError> {
    let mut before = grade(draft);
    for tables in worse {
        let after = answer_from(tables, draft).figures.grade;
        prop_assert!(after >= before, "{} becomes {}", before.name(), after.name());
        before = after;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_grade_has_a_reason(draft in anyone()) {
        prop_assert!(!answer(&draft).grade_reasons.is_empty());
    }

    #[test]
    fn a_place_with_a_large_sampling_error_never_grades_better(
        draft in person(),
        unsure in select(places(|error| error > 5.0)),
        sure in select(places(|error| error <= 5.0)),
    ) {
        let in_state = |state: String| grade(&draft.clone().state(Key::State, state));
        prop_assert!(in_state(unsure) >= in_state(sure));
    }

    #[test]
    fn a_fact_from_a_source_over_ten_years_old_gives_a_d(
        draft in anyone(),
        (key, text) in select(old_facts()),
    ) {
        prop_assert_eq!(grade(&draft.state(key, text)), Grade::D);
    }

    #[test]
    fn the_survey_level_and_certifications_never_grade_better_than_a_c(
        draft in anyone(),
        certs in count(),
    ) {
        prop_assert!(grade(&draft.clone().state(Key::Level, "survey")) >= Grade::C);
        prop_assert!(grade(&draft.state(Key::Certs, certs.to_string())) >= Grade::C);
    }

    #[test]
    fn one_more_fact_never_grades_better(draft in anyone(), (key, text) in any_fact()) {
        let stated = draft.profile(&TABLES).unwrap().stated();
        prop_assume!(!stated.contains(factor_of(key).unwrap()));
        prop_assert!(grade(&draft.clone().state(key, text)) >= grade(&draft));
    }

    #[test]
    fn older_tables_never_grade_better(draft in anyone()) {
        check_no_better(LATER.iter().map(|(_, tables)| tables), &draft)?;
    }

    #[test]
    fn larger_sampling_errors_never_grade_better(draft in anyone()) {
        check_no_better(&*LESS_SURE, &draft)?;
    }

    #[test]
    fn a_substitute_never_grades_better(draft in anyone()) {
        check_no_better([&*STOOD_IN], &draft)?;
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn wages_that_are_withheld_never_grade_better(draft in anyone()) {
        let at = answer(&draft).figures.chosen().scenario.locality();
        let own = at.area(&TABLES).and_then(|area| area.wages.as_ref().ok());
        // Those of a state may be surer than those of few people.
        prop_assume!(own.is_none_or(|wages| wages.mean_prse <= 5.0));
        check_no_better([&*NO_AREA_WAGES], &draft)?;
    }
}

#[test]
fn an_area_alone_is_an_a_unless_its_wages_are_unsure_or_withheld() {
    for (_, area) in TABLES.areas.iter() {
        let grade = grade(&Draft::default().state(Key::Metro, area.code.to_string()));
        let expected = match &area.wages {
            Ok(wages) if wages.mean_prse <= 5.0 => Grade::A,
            Err(_) if TABLES.salaries.get(area.state()).unwrap().mean_prse > 5.0 => Grade::D,
            _ => Grade::C,
        };
        assert_eq!(grade, expected, "{}", area.name);
    }
}

#[test]
fn a_place_alone_is_an_a_unless_its_sampling_error_is_large() {
    let alone = |state: &String| grade(&Draft::default().state(Key::State, state));
    assert_eq!(grade(&Draft::default()), Grade::A);
    assert!(places(|error| error <= 5.0).iter().all(|state| alone(state) == Grade::A));
    let unsure = places(|error| error > 5.0);
    assert!(unsure.iter().all(|state| alone(state) == Grade::C), "{unsure:?}");
    assert!(unsure.contains(&"DC".to_owned()) && unsure.contains(&"PR".to_owned()));
}

#[test]
fn a_sampling_error_is_large_above_five_percent() {
    for (error, expected) in [(5.0, Grade::A), (5.1, Grade::C)] {
        let tables = with_errors(|_| error);
        let answer = answer_from(&tables, &Draft::default().state(Key::State, "OH"));
        assert_eq!(answer.figures.grade, expected, "{error} percent");
    }
}

#[test]
fn the_rules_are_those_of_the_table() {
    let stricter = |rule: &str, over: &str| {
        edited(&["grades"], |line| match line.split_once(", unit") {
            Some((before, after)) if before.contains(&format!("\"{rule}\"")) => {
                format!("    {{ rule = \"{rule}\", over = {over}, unit{after}")
            }
            _ => line.to_owned(),
        })
    };
    let from = |tables: &Tables, key, text| {
        answer_from(tables, &Draft::default().state(key, text)).figures.grade
    };
    assert_eq!(from(&stricter("sampling-error", "0.1"), Key::State, "OH"), Grade::C);
    assert_eq!(from(&stricter("sampling-error", "50"), Key::State, "DC"), Grade::A);
    assert_eq!(from(&stricter("very-old", "50"), Key::Experience, "10"), Grade::C);
    assert_eq!(from(&stricter("kinds", "3"), Key::State, "DC"), Grade::C);
    let thin = Draft::default().state(Key::State, "DC").state(Key::Certs, "3");
    assert_eq!(grade(&thin), Grade::D);
    assert_eq!(answer_from(&stricter("kinds", "3"), &thin).figures.grade, Grade::C);
}

#[test]
fn one_recent_setting_alone_is_a_b_and_a_substitute_a_c() {
    for (_, setting) in TABLES.settings.iter() {
        let draft = Draft::default().state(Key::Setting, &setting.id);
        assert_eq!(grade(&draft), Grade::B, "{}", setting.id);
        assert_eq!(answer_from(&STOOD_IN, &draft).figures.grade, Grade::C, "{}", setting.id);
    }
}

#[test]
fn a_source_counts_as_old_after_three_five_and_ten_years() {
    let setting = Draft::default().state(Key::Setting, "hospital");
    let assumed = setting.clone().state(Key::Level, "survey");
    for (age, tables) in LATER.iter() {
        let grade = |draft| answer_from(tables, draft).figures.grade;
        let (alone, with_an_assumption) = match age {
            0..=3 => (Grade::B, Grade::C),
            4..=5 => (Grade::C, Grade::C),
            6..=10 => (Grade::C, Grade::D),
            _ => (Grade::D, Grade::D),
        };
        assert_eq!(grade(&setting), alone, "{age} years");
        assert_eq!(grade(&assumed), with_an_assumption, "{age} years and an assumption");
    }
}

#[test]
fn two_kinds_of_shortcoming_make_a_d_and_two_of_one_kind_a_c() {
    let setting = Draft::default().state(Key::Setting, "hospital");
    let two = setting.clone().state(Key::Specialty, "auditing");
    assert_eq!(grade(&two), Grade::C, "assumed weights");
    assert_eq!(grade(&two.clone().state(Key::Certs, "3")), Grade::C, "and an assumed share");
    assert_eq!(grade(&two.state(Key::State, "DC")), Grade::D, "and a sampling error");
    assert_eq!(grade(&setting.state(Key::State, "DC")), Grade::C, "a sampling error");
}

#[test]
fn the_age_of_the_survey_counts_on_its_level_alone() {
    let old = edited(&["certifications"], |line| match line {
        "source = \"aapc-2025\"" => "source = \"aapc-2012\"".to_owned(),
        other => other.to_owned(),
    });
    for (level, is_worse) in [("survey", true), ("oews", false)] {
        let draft = Draft::default().state(Key::State, "MS").state(Key::Level, level);
        let [new, old] = [&TABLES, &old].map(|tables| answer_from(tables, &draft).figures.grade);
        assert_eq!(old > new, is_worse, "{level}: {new:?}, {old:?}");
    }
}

#[test]
fn facts_that_do_not_go_together_do_not_overlap() {
    let apart = edited(&["combination"], {
        let is_correlation = std::cell::Cell::new(false);
        move |line| {
            if line.starts_with("[[") {
                is_correlation.set(line == "[[correlation]]");
            }
            let is_value = line.starts_with("value = ") && is_correlation.get();
            if is_value { "value = 0.0".to_owned() } else { line.to_owned() }
        }
    });
    let facts = [
        (Key::Certs, "3"),
        (Key::Experience, "25"),
        (Key::Specialty, "auditing"),
        (Key::Setting, "hospital"),
        (Key::Education, "high-school"),
    ];
    let draft =
        facts.into_iter().fold(Draft::default(), |draft, (key, text)| draft.state(key, text));
    assert_eq!(answer_from(&apart, &draft).overlaps, []);
}
