//! People to ask about.

/// Sixty people and a few more, each fact stated or left out.
pub(super) fn people() -> Vec<String> {
    let choices: [&[&'static str]; 11] = [
        &["", "--state MS", "--state ca", "--state GU", "--state DC", "--state Vermont"],
        &["", "--employer-state MA", "--employer-state MS", "", "--employer-state WY"],
        &["", "--certs 3", "--certs 0", "", "--certs 1", "--certs 2", "--certs 12"],
        &["", "--experience 10", "", "--experience 0", "--experience 2.5", "--experience 40"],
        &["", "", "--specialty payer", "--specialty general-coding", "--specialty surgery"],
        &["", "--setting hospital", "", "--setting billing-service", "--setting insurer"],
        &["", "", "--education bachelor", "--education associate", "", "--education high-school"],
        &["", "", "--level survey", "--level oews"],
        &["", "--geo-pay national", "", ""],
        &["", "", "--hours 20", "", "--hours 55.5"],
        &["", "", "--employment contract", "--employment contract --hourly-rate 37.5"],
    ];
    // A linear congruential generator: the facts meet in ever new ways, the same every time.
    let mut state: u64 = 1;
    let mut any = |choice: &[&'static str]| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        choice[usize::try_from(state >> 33).expect("31 bits") % choice.len()]
    };
    let mut person = || {
        let mut facts = choices.map(&mut any).to_vec();
        let states = |fact: &str| facts.iter().any(|stated| stated.starts_with(fact));
        if states("--state") && states("--employer-state") && !states("--geo-pay") {
            facts.push(any(&["", "--geo-pay residence", "--geo-pay employer"]));
        }
        facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" ")
    };
    (0..64).map(|_| person()).collect()
}

#[test]
fn the_people_are_as_different_as_they_should_be() {
    let mut people = people();
    people.sort();
    people.dedup();
    assert!(people.len() > 55, "{} people", people.len());
    let with = |fact: &str| people.iter().filter(|person| person.contains(fact)).count();
    for fact in ["--state", "--certs", "--experience", "--specialty", "--setting", "--education"] {
        assert!((10..=55).contains(&with(fact)), "{} state {fact}", with(fact));
    }
}
