//! What graduates of programs earn: computed again in the plainest way, and no program forgotten.

use std::collections::BTreeSet;

use mbc_calc::data::{Award, CollegeProgram, EarningsYear, PlaceKind};
use mbc_calc::engine::{
    Order, OutcomesOf, ProgramRankingRequest, ProgramSort, Ranked, RankedRows, local_outcomes,
    program_ranking, state_ranking, timeline, verdicts,
};
use mbc_calc::profile::Profile;
use mbc_calc::quantity::{Dollars, PlaceCode};

use crate::support::{TABLES, assert_close, profile};

fn places() -> impl Iterator<Item = PlaceCode> {
    let below = TABLES.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    below.map(|place| place.code)
}

/// The certificate programs of a place with earnings four years on.
fn certificates(place: PlaceCode) -> Vec<&'static CollegeProgram> {
    let here =
        |program: &&CollegeProgram| place == PlaceCode::NATION || program.state == Some(place);
    let all = TABLES.programs.iter().filter(here);
    let all = all.filter(|program| program.award == Award::Certificate);
    all.filter(|program| program.earnings_in(EarningsYear::Fourth).is_some()).collect()
}

fn earnings(program: &CollegeProgram) -> f64 {
    program.earnings.expect("the program has earnings").0.get()
}

fn count(programs: usize) -> u32 {
    u32::try_from(programs).expect("programs are few")
}

fn median(mut amounts: Vec<f64>) -> f64 {
    amounts.sort_by(f64::total_cmp);
    let middle = amounts.len() / 2;
    if amounts.len() % 2 == 1 {
        amounts[middle]
    } else {
        f64::midpoint(amounts[middle - 1], amounts[middle])
    }
}

fn request(sort: ProgramSort) -> ProgramRankingRequest {
    ProgramRankingRequest { sort, order: Order::HighestFirst, top: usize::MAX }
}

#[test]
fn the_nation_has_558_certificate_programs_with_a_median_of_35310() {
    let nation = local_outcomes(&TABLES, None);
    assert_eq!((nation.of, nation.outcomes.programs), (OutcomesOf::Nation, 558));
    let quartiles = nation.outcomes.earnings;
    let quartiles = [quartiles.p25, quartiles.p50, quartiles.p75].map(Dollars::get);
    assert_eq!(quartiles.map(f64::to_bits), [32_325.0, 35_310.0, 39_842.0].map(f64::to_bits));
    assert_close(nation.outcomes.above_threshold.get(), 1.0 - 0.512, 0.0005, "above");
    assert_eq!(local_outcomes(&TABLES, Some(PlaceCode::NATION)), nation);
}

#[test]
fn a_place_has_its_own_figures_from_five_programs_on_and_else_those_of_the_nation() {
    let nation = local_outcomes(&TABLES, None).outcomes;
    let mut own = 0;
    for place in places() {
        let local = local_outcomes(&TABLES, Some(place));
        let compared =
            certificates(place).into_iter().filter(|program| program.threshold.is_some()).count();
        if compared < 5 {
            let of = OutcomesOf::NationFor { state: place, programs: compared };
            assert_eq!((local.of, local.outcomes), (of, nation), "{place}");
            continue;
        }
        own += 1;
        let programs = certificates(place);
        let above = programs.iter().filter(|program| {
            program.threshold.is_some_and(|threshold| earnings(program) > threshold.get())
        });
        let share = f64::from(count(above.count())) / f64::from(count(compared));
        assert_eq!(local.of, OutcomesOf::State(place));
        assert_eq!(local.outcomes.programs, programs.len(), "{place}");
        assert_eq!(local.outcomes.compared, compared, "{place}");
        assert_close(local.outcomes.above_threshold.get(), share, 1e-12, place.as_str());
        let middle = median(programs.iter().map(|program| earnings(program)).collect());
        assert_close(local.outcomes.earnings.p50.get(), middle, 1e-6, place.as_str());
        let debts: Vec<f64> =
            programs.iter().filter_map(|program| program.debt).map(Dollars::get).collect();
        assert_eq!(local.outcomes.indebted, debts.len());
        let debt = local.outcomes.debt.map(Dollars::get);
        assert_close(debt.unwrap_or(0.0), median(debts), 1e-6, place.as_str());
    }
    assert_eq!(own, 29, "states with figures of their own");
}

/// Figures never rise down the rows, and equal ones share a rank.
fn in_order<T>(rows: &RankedRows<T>) {
    let all = rows.all();
    assert!(all.first().is_none_or(|first| first.rank == 1));
    for (i, pair) in all.windows(2).enumerate() {
        assert!(pair[0].value >= pair[1].value);
        let expected = if pair[0].value == pair[1].value { pair[0].rank } else { i + 2 };
        assert_eq!(pair[1].rank, expected);
    }
}

#[test]
fn each_program_of_a_state_is_ranked_once_or_has_a_reason() {
    for state in places() {
        let expected: BTreeSet<String> =
            TABLES.programs.of_state(state).map(CollegeProgram::id).collect();
        for sort in ProgramSort::ALL {
            let answer = program_ranking(&TABLES, &Profile::default(), state, request(sort));
            let Ok(answer) = answer else {
                assert!(expected.is_empty(), "{state}");
                continue;
            };
            let id = |ranked: &Ranked<&CollegeProgram>| ranked.row.id();
            let mut ids: Vec<String> = answer.programs.all().iter().map(id).collect();
            ids.extend(answer.first_year.all().iter().map(id));
            ids.extend(answer.unranked.iter().map(|row| row.program.id()));
            assert_eq!(ids.len(), expected.len(), "{state}");
            assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), expected, "{state}");
            in_order(&answer.programs);
            in_order(&answer.first_year);
            assert!(answer.unranked.iter().all(|row| !row.reason.is_empty()));
        }
    }
}

#[test]
fn earnings_of_one_year_are_never_in_one_order_with_those_of_four() {
    for state in places() {
        let request = request(ProgramSort::Earnings);
        let Ok(answer) = program_ranking(&TABLES, &Profile::default(), state, request) else {
            continue;
        };
        let of = |rows: &RankedRows<&CollegeProgram>, year| {
            rows.all().iter().all(|ranked| ranked.row.earnings_in(year) == Some(ranked.value))
        };
        assert!(of(&answer.programs, EarningsYear::Fourth), "{state}");
        assert!(of(&answer.first_year, EarningsYear::First), "{state}");
    }
}

#[test]
fn each_state_is_ranked_by_its_own_figures_or_has_a_reason() {
    for sort in ProgramSort::ALL {
        let answer = state_ranking(&TABLES, &Profile::default(), request(sort));
        in_order(&answer.states);
        let mut codes: Vec<PlaceCode> = Vec::new();
        for ranked in answer.states.all() {
            let (place, outcomes) = &ranked.row;
            let local = local_outcomes(&TABLES, Some(place.code));
            assert_eq!((local.of, &local.outcomes), (OutcomesOf::State(place.code), outcomes));
            codes.push(place.code);
        }
        codes.extend(answer.unranked.iter().map(|row| row.place.code));
        assert_eq!(codes.len(), places().count());
        assert_eq!(codes.into_iter().collect::<BTreeSet<_>>(), places().collect());
    }
}

#[test]
fn the_lowest_first_is_the_highest_first_from_the_other_end() {
    let ohio = PlaceCode::new("OH").expect("a code of two letters");
    let ids = |order| {
        let request = ProgramRankingRequest { order, ..request(ProgramSort::Debt) };
        let answer = program_ranking(&TABLES, &Profile::default(), ohio, request).unwrap();
        let all = answer.programs.all().iter().map(|ranked| (ranked.rank, ranked.row.id()));
        all.collect::<Vec<_>>()
    };
    let mut reversed = ids(Order::LowestFirst);
    reversed.reverse();
    assert_eq!(ids(Order::HighestFirst), reversed);
}

#[test]
fn a_newcomer_sees_the_programs_at_home_and_nobody_else_does() {
    for (facts, place) in [
        ("state=OH careers=100", Some("OH")),
        ("state=ID careers=100", Some("US")),
        ("careers=100", Some("US")),
        ("state=OH certs=1 careers=100", None),
        ("state=OH certs=1 experience=4 careers=100", None),
    ] {
        let profile = profile(&TABLES, facts);
        let answer = timeline(&TABLES, &profile);
        let shown = answer.programs.map(|local| local.of.place());
        assert_eq!(shown.as_ref().map(PlaceCode::as_str), place, "{facts}");
        let source = TABLES.programs.own_field().source;
        assert_eq!(answer.sources.contains(&source), place.is_some(), "{facts}");
        for verdict in verdicts(&TABLES, &profile) {
            assert_eq!(verdict.programs, answer.programs, "{facts}");
            let criteria = &verdict.judgment.criteria;
            let asks = criteria.iter().any(|asks| asks.criterion.id == "programs-pay-off");
            let cites = verdict.sources.contains(&source);
            assert_eq!(cites, place.is_some() || asks, "{facts}");
        }
    }
}
