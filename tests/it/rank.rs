//! A ranking is the estimates of its levels, in order, and forgets none of them.

use std::collections::BTreeSet;
use std::process::Output;

use mbc_calc::data::PlaceKind;
use mbc_calc::engine::{
    CareerRanking, CareerRankingRequest, CareerSort, FigureAge, Order, RankBy, RankedLevel,
    Ranking, RankingRequest, SortFigure, career_ranking, estimate, ranking,
};
use mbc_calc::profile::{Key, Profile};
use mbc_calc::quantity::PlaceCode;
use mbc_calc::render::{Lines, Screen, Style, json, plain, table};
use mbc_calc::report::Report;
use serde_json::Value;

use crate::support::{TABLES, draft, mbc_calc, text};

type Facts<'a> = &'a [(Key, &'a str)];

/// People to rank for: nobody in particular, at home, with an employer elsewhere, with every fact.
const PEOPLE: [Facts<'_>; 4] = [
    &[],
    &[(Key::State, "MS"), (Key::Certs, "5")],
    &[(Key::State, "MS"), (Key::EmployerState, "MA"), (Key::Experience, "7")],
    &[
        (Key::State, "OH"),
        (Key::Certs, "2"),
        (Key::Experience, "3"),
        (Key::Specialty, "cardiology"),
        (Key::Setting, "insurer"),
        (Key::Education, "associate"),
        (Key::Level, "oews"),
    ],
];

fn profile(facts: Facts<'_>) -> Profile {
    draft(facts).profile(&TABLES).expect("the facts are those of a person")
}

fn request(by: RankBy) -> RankingRequest {
    RankingRequest { by, sort: None, order: Order::HighestFirst, top: usize::MAX }
}

fn ranked(facts: Facts<'_>, request: RankingRequest) -> Ranking<'static> {
    ranking(&TABLES, &profile(facts), request).expect("the levels differ")
}

fn ids(levels: &[RankedLevel<'_>]) -> Vec<String> {
    levels.iter().map(|level| level.id.to_string()).collect()
}

/// The names of all levels of a fact, in the order of their table; areas are those of the state
/// that the facts name.
fn known(by: RankBy, facts: Facts<'_>) -> Vec<String> {
    let areas = |state: Option<PlaceCode>| {
        let all = TABLES.areas.iter().map(|(_, area)| area);
        let asked = all.filter(|area| state.is_none_or(|state| area.states.contains(&state)));
        asked.map(|area| area.code.to_string()).collect()
    };
    let levels = |table: &mbc_calc::data::LevelTable| {
        table.iter().map(|(_, level)| level.id.clone()).collect()
    };
    match by {
        RankBy::EmployerState | RankBy::State => TABLES
            .geography
            .iter()
            .filter(|place| place.kind != PlaceKind::Nation)
            .map(|place| place.code.to_string())
            .collect(),
        RankBy::Metro => areas(profile(facts).home()),
        RankBy::EmployerMetro => areas(profile(facts).employer()),
        RankBy::Certs => (0..=3).map(|count: u8| count.to_string()).collect(),
        RankBy::Credential => {
            let exams = TABLES.credentials.iter().filter(|(_, one)| !one.is_apprentice());
            exams.map(|(_, one)| one.id.clone()).collect()
        }
        RankBy::Role => {
            let roles = TABLES.occupations.roles().map(|role| role.occupation.name().to_owned());
            roles.chain(["coding".to_owned()]).collect()
        }
        RankBy::Specialty => levels(&TABLES.specialties),
        RankBy::Setting => levels(&TABLES.settings),
        RankBy::Education => levels(&TABLES.education),
    }
}

fn leads_somewhere(credential: &str) -> bool {
    let found = TABLES.credentials.find(credential).expect("it is in the table");
    TABLES.credentials.get(found.credential).specialty.is_ok()
}

#[test]
fn each_level_has_the_figures_of_the_estimate_with_that_fact() {
    for facts in PEOPLE {
        for by in RankBy::ALL {
            let answer = ranked(facts, request(by));
            for level in answer.levels.all() {
                // The specialty that a credential leads to is that of the work.
                let leads_to = by == RankBy::Credential && leads_somewhere(&level.id);
                let stated = facts.iter().filter(|(key, _)| !leads_to || *key != Key::Specialty);
                let stated: Vec<_> = stated.copied().collect();
                let with = draft(&stated).state(by.key(), level.id.as_ref());
                let expected = estimate(&TABLES, &with.profile(&TABLES).unwrap()).figures;
                assert_eq!(level.chosen, *expected.chosen(), "{} {}", by.name(), level.id);
                assert_eq!(level.price_level, expected.price_level);
                assert_eq!(level.grade, expected.grade);
                let value = answer.sort.value(&level.chosen, None);
                assert_eq!(Some(level.value), value);
            }
        }
    }
}

#[test]
fn figures_never_rise_down_the_ranking_and_ties_are_by_name_and_share_a_rank() {
    for name in SortFigure::names() {
        let sort = SortFigure::named(name);
        for by in RankBy::ALL {
            let facts: Facts<'_> =
                if matches!(by, RankBy::State | RankBy::Metro) { &[] } else { PEOPLE[1] };
            let answer = ranked(facts, RankingRequest { sort, ..request(by) });
            assert_eq!(answer.sort.name(), name);
            assert!(answer.levels.all().first().is_none_or(|first| first.rank == 1));
            for (i, pair) in answer.levels.all().windows(2).enumerate() {
                let (above, below) = (&pair[0], &pair[1]);
                assert!(above.value >= below.value, "{name}");
                if above.value == below.value {
                    assert!(above.label < below.label);
                    assert_eq!(above.rank, below.rank);
                } else {
                    assert_eq!(below.rank, i + 2);
                }
            }
        }
    }
}

#[test]
fn with_an_employer_only_prices_differ_between_homes() {
    let sort = SortFigure::named("home_value.p50");
    let answer = ranked(PEOPLE[2], RankingRequest { sort, ..request(RankBy::State) });
    let pays: BTreeSet<_> =
        answer.levels.all().iter().map(|l| l.chosen.pay.mean.get().to_bits()).collect();
    assert_eq!(pays.len(), 1, "one pay for every home");
    let place = answer.common_scale().unwrap().scenario.place;
    assert_eq!(place.as_str(), "MA");
}

#[test]
fn the_reverse_is_the_exact_reverse_of_each_group() {
    for facts in PEOPLE {
        for by in RankBy::ALL {
            let forward = ranked(facts, request(by));
            let back = ranked(facts, RankingRequest { order: Order::LowestFirst, ..request(by) });
            let reversed: Vec<_> = back.levels.all().iter().rev().cloned().collect();
            assert_eq!(forward.levels.all(), reversed);
        }
    }
}

#[test]
fn top_shows_the_first_and_no_more() {
    for by in RankBy::ALL {
        let all = ranked(PEOPLE[1], request(by));
        for top in [1, 3, 10, 1_000] {
            let cut = ranked(PEOPLE[1], RankingRequest { top, ..request(by) });
            let (all, cut) = (&all.levels, &cut.levels);
            assert_eq!(cut.shown(), &all.all()[..top.min(all.all().len())]);
            assert_eq!(cut.all(), all.all(), "what is not shown is still counted");
        }
    }
}

#[test]
fn every_level_of_the_table_appears_exactly_once() {
    for facts in PEOPLE {
        for by in RankBy::ALL {
            let answer = ranked(facts, request(by));
            let mut seen = ids(answer.levels.all());
            seen.extend(answer.unanswered.iter().map(|level| level.id.to_string()));
            seen.sort();
            let mut known = known(by, facts);
            known.sort();
            assert_eq!(seen, known, "{}", by.name());
            assert!(answer.unanswered.iter().all(|level| !level.reason.is_empty()));
        }
    }
}

#[test]
fn from_mississippi_every_place_with_wages_is_an_employers_state() {
    let answer = ranked(PEOPLE[1], request(RankBy::EmployerState));
    assert_eq!(answer.sort.name(), "home_value.p50");
    let ranked = ids(answer.levels.all());
    assert_eq!(ranked.len(), 53);
    for territory in ["DC", "PR", "GU"] {
        assert!(ranked.contains(&territory.to_owned()), "{territory}");
    }
    let without: Vec<_> = answer.unanswered.iter().map(|level| level.id.as_ref()).collect();
    assert_eq!(without, ["AS", "MP", "VI"]);
}

#[test]
fn a_home_without_a_price_level_has_no_rank_by_what_pay_buys() {
    let without = |answer: &Ranking<'_>| -> BTreeSet<String> {
        answer.unanswered.iter().map(|level| level.id.to_string()).collect()
    };
    let set = |ids: &[&str]| ids.iter().map(|&id| id.to_owned()).collect::<BTreeSet<_>>();
    let by_value = ranked(&[], request(RankBy::State));
    assert_eq!(without(&by_value), set(&["AS", "MP", "VI", "PR", "GU"]));
    let sort = SortFigure::named("pay.p50");
    let by_pay = ranked(&[], RankingRequest { sort, ..request(RankBy::State) });
    assert_eq!(without(&by_pay), set(&["AS", "MP", "VI"]));
}

#[test]
fn specialties_of_2010_are_marked_as_old_in_the_one_list() {
    let answer = ranked(PEOPLE[1], request(RankBy::Specialty));
    let old = answer.levels.all().iter().filter(|level| level.age == FigureAge::Old);
    let old: BTreeSet<_> = old.map(|level| level.id.to_string()).collect();
    let of_2010: BTreeSet<_> = TABLES
        .specialties
        .iter()
        .filter(|(_, level)| {
            level.evidence.sources.iter().any(|&i| TABLES.sources.get(i).year == 2010)
        })
        .map(|(_, level)| level.id.clone())
        .collect();
    assert_eq!(old, of_2010);
    assert_eq!(old.len(), 8);
    assert_eq!(answer.levels.all().first().unwrap().id, "compliance");
}

#[test]
fn the_level_of_the_profile_is_marked_once_and_changes_no_figure() {
    let answer = ranked(PEOPLE[3], request(RankBy::Specialty));
    let stated = answer.levels.all().iter().filter(|level| level.is_stated);
    assert_eq!(stated.map(|level| &level.id).collect::<Vec<_>>(), ["cardiology"]);
    assert_eq!(answer.levels.stated().unwrap().id, "cardiology");
    let five = ranked(PEOPLE[1], request(RankBy::Certs));
    assert_eq!(five.levels.stated().unwrap().id, "3", "five count as three or more");

    let elsewhere = draft(PEOPLE[3]).state(Key::Specialty, "auditing").profile(&TABLES).unwrap();
    let other = ranking(&TABLES, &elsewhere, request(RankBy::Specialty)).unwrap();
    let (a, b) = (answer.levels.all(), other.levels.all());
    assert_eq!(ids(a), ids(b));
    assert!(a.iter().zip(b).all(|(a, b)| a.value == b.value));
}

#[test]
fn thin_data_is_marked_in_every_format() {
    let answer = ranked(&[], request(RankBy::EmployerState));
    let thin: BTreeSet<_> = TABLES
        .salaries
        .iter()
        .filter(|row| row.mean_prse > 5.0)
        .map(|row| row.place.to_string())
        .collect();
    assert!(!thin.is_empty());
    let written: Value = serde_json::from_str(&json(&answer)).unwrap();
    let levels = written["levels"].as_array().unwrap();
    let marked = levels.iter().filter(|level| level["thin"] == true);
    let marked: BTreeSet<_> =
        marked.map(|level| level["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(marked, thin);
    let lines = plain(&answer.document());
    let marked: BTreeSet<_> = lines
        .lines()
        .filter(|line| line.ends_with("\tfew surveyed"))
        .map(|line| line.split('\t').next().unwrap().trim_start_matches("level.").to_owned())
        .collect();
    assert_eq!(marked, thin);
}

#[test]
fn the_json_has_the_keys_of_the_contract_in_order() {
    let answer = ranked(PEOPLE[2], RankingRequest { top: 2, ..request(RankBy::Specialty) });
    let written: Value = serde_json::from_str(&json(&answer)).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(&written).join(" "),
        "schema kind tool receipt profile unused by sort order unit dollars_of levels_of levels \
         unanswered"
    );
    assert_eq!(
        keys(&written["levels"][0]).join(" "),
        "rank id label value pay hourly home_value geo_pay place grade thin mean_prse derived stated \
         old"
    );
    assert_eq!(written["levels"].as_array().unwrap().len(), 2);
    assert_eq!(written["levels"][0]["value"], written["levels"][0]["home_value"]["p50"]);
    assert_eq!(written["levels_of"], 19);
}

fn run(arguments: &str) -> Output {
    mbc_calc(["rank"].into_iter().chain(arguments.split_whitespace()))
}

#[test]
fn what_cannot_be_asked_is_refused_with_its_exit_code_and_a_hint() {
    for (arguments, code, said) in [
        ("", 2, "mbc-calc rank --by employer-state"),
        ("--by employer-stat", 2, "did you mean `employer-state`?"),
        ("--by certs --sort home_valu.p50", 2, "did you mean `home_value.p50`?"),
        ("--by certs --top 0", 2, "--top"),
        ("--by employer-state --state MS --geo-pay residence", 3, "hint: leave out `--geo-pay`"),
        ("--by employer-state --geo-pay national", 3, "every employer's state pays the same"),
        ("--by state --employer-state MA --sort pay.p50", 3, "hint: sort by `home_value.p50`"),
        ("--by certs --sort home_value.p50", 3, "hint: add `--state`"),
        ("--by specialty --state PR --sort home_value.mean", 3, "Puerto Rico"),
        ("--by state --state Ohoi", 3, "did you mean `Ohio`?"),
    ] {
        let output = run(arguments);
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments}: {stderr}");
        assert!(stderr.contains(said), "{arguments}: {stderr}");
        assert!(output.stdout.is_empty(), "{arguments}");
    }
}

#[test]
fn plain_lines_have_the_columns_that_their_header_names_and_no_bar() {
    let output = run("--by employer-state --state MS --certs 3 --top 5");
    assert!(output.status.success());
    let shown = text(&output.stdout);
    let mut rows = shown.lines().skip_while(|line| !line.starts_with("level\t"));
    let header = rows.next().unwrap();
    assert_eq!(header, "level\trank\tvalue\tpay_p50\tgrade\tmark");
    for row in rows.take(5) {
        assert_eq!(row.matches('\t').count(), header.matches('\t').count(), "{row}");
    }
    assert!(!shown.contains('#') && !shown.contains('█'), "{shown}");
}

#[test]
fn bars_give_way_to_figures_on_a_narrow_screen_and_no_line_is_too_long() {
    let answer = ranked(PEOPLE[3], request(RankBy::Specialty));
    let document = answer.document();
    for width in [24, 40, 50, 60, 80, 100] {
        for (lines, block) in [(Lines::Drawn, '█'), (Lines::Ascii, '#')] {
            let shown = table(&document, Screen { width, style: Style::Plain, lines });
            let longest = shown.lines().map(|line| line.chars().count()).max();
            assert!(longest <= Some(width.max(30)), "{width}: {longest:?}\n{shown}");
            assert!(shown.contains("You are here"), "{width}");
            let bars: BTreeSet<_> =
                shown.lines().map(|line| line.chars().filter(|&c| c == block).count()).collect();
            assert_eq!(bars.last() > Some(&6), width >= 80, "{width}: {bars:?}\n{shown}");
        }
    }
}

fn careers(state: &str, sort: CareerSort) -> CareerRanking<'static> {
    let facts = [(Key::State, state)];
    let request = CareerRankingRequest { sort, order: Order::HighestFirst, top: usize::MAX };
    career_ranking(&TABLES, &profile(&facts), request)
}

#[test]
fn every_career_is_ranked_or_has_a_reason_and_the_order_is_that_of_the_figure() {
    for sort in CareerSort::ALL {
        for state in ["OH", "KS", "VT", "PR", "GU"] {
            let answer = careers(state, sort);
            let all = answer.careers.len() + answer.unranked.len();
            assert_eq!(all, TABLES.careers.iter().count(), "{state}");
            assert!(answer.careers.windows(2).all(|pair| pair[0].value >= pair[1].value));
            assert!(answer.unranked.iter().all(|career| !career.reason.is_empty()));
        }
    }
}

/// By hand, from the rows of Ohio.
#[test]
fn in_ohio_coding_pays_more_than_the_jobs_that_take_as_little_schooling() {
    let answer = careers("OH", CareerSort::P50);
    let median = |id: &str| answer.careers.iter().find(|one| one.id == id).map(|one| one.value);
    assert_eq!(median("coding"), Some(50_990.0));
    assert!(median("medical-assistant") < median("coding"));
    let growth = careers("OH", CareerSort::Growth);
    let found: Vec<_> = growth.careers.iter().map(|one| (one.id, one.value)).collect();
    assert_eq!(found, [("medical-assistant", 12.0), ("coding", 7.1), ("billing-clerk", -0.4)]);
    assert_eq!(careers("KS", CareerSort::P50).unranked[0].id, "dental-assistant");
}
