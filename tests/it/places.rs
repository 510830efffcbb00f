//! Where a city, a county, a ZIP code or an area that is typed lies.

use mbc_calc::data::{Area, AreaIndex};
use mbc_calc::profile::{Draft, Key, NoticeCode, Profile};
use mbc_calc::quantity::PlaceCode;

use crate::support::{TABLES, draft};

/// The name of the area that facts state, with the state; or what is wrong with them.
fn home(facts: &[(Key, &str)]) -> Result<(String, String), String> {
    let profile = draft(facts).profile(&TABLES).map_err(|errors| {
        let hint = errors.problems[0].hint.clone().unwrap_or_default();
        format!("{errors}; {hint}")
    })?;
    let home = profile.home_locality().expect("a place is stated");
    let area = home.area(&TABLES).map_or(String::new(), |area| area.name.clone());
    Ok((area, home.place.to_string()))
}

fn profile(facts: &[(Key, &str)]) -> Profile {
    draft(facts).profile(&TABLES).expect("the facts are sound")
}

/// What was looked up by hand.
#[test]
fn a_city_a_county_and_a_zip_code_have_the_pay_of_their_area() {
    for (key, typed, area, state) in [
        (Key::City, "Stow, OH", "Akron, OH", "OH"),
        (Key::City, "allen tx", "Dallas-Fort Worth-Arlington, TX", "TX"),
        (Key::City, "Denton, Texas", "Dallas-Fort Worth-Arlington, TX", "TX"),
        (Key::City, "Renton, WA, USA", "Seattle-Tacoma-Bellevue, WA", "WA"),
        (Key::City, "Kent Wash.", "Seattle-Tacoma-Bellevue, WA", "WA"),
        (Key::City, "Brooklyn, N.Y.", "New York-Newark-Jersey City, NY-NJ", "NY"),
        (Key::City, "Kansas City, Kans.", "Kansas City, MO-KS", "KS"),
        (Key::City, "Kansas City, MO", "Kansas City, MO-KS", "MO"),
        (Key::City, "Portland, Maine", "Portland-South Portland, ME", "ME"),
        (Key::City, "Portland, Ore.", "Portland-Vancouver-Hillsboro, OR-WA", "OR"),
        (Key::City, "Vancouver, WA", "Portland-Vancouver-Hillsboro, OR-WA", "WA"),
        (Key::City, "Hampton, VA", "Virginia Beach-Chesapeake-Norfolk, VA-NC", "VA"),
        (Key::City, "Salina, KS", "Kansas nonmetropolitan area", "KS"),
        (Key::City, "Royal Oak, Mich.", "Detroit-Warren-Dearborn, MI", "MI"),
        (Key::City, "Mayaguez, PR", "Mayaguez, PR", "PR"),
        (Key::City, "Mayag\u{fc}ez, Puerto Rico", "Mayaguez, PR", "PR"),
        (Key::City, "Falls Church, Va.", "Washington-Arlington-Alexandria, DC-VA-MD-WV", "VA"),
        (Key::City, "New Haven, Conn.", "New Haven, CT", "CT"),
        (Key::City, "City of Stow, OH", "Akron, OH", "OH"),
        (Key::City, "Saint Paul, Minn.", "Minneapolis-St. Paul-Bloomington, MN-WI", "MN"),
        (Key::Zip, "44224", "Akron, OH", "OH"),
        (Key::Zip, "02139-4307", "Boston-Cambridge-Newton, MA-NH", "MA"),
        (Key::County, "Summit, OH", "Akron, OH", "OH"),
        (Key::County, "Summit Co., Ohio", "Akron, OH", "OH"),
        (Key::County, "Orleans Parish, LA", "New Orleans-Metairie, LA", "LA"),
        (Key::Metro, "Renton", "Seattle-Tacoma-Bellevue, WA", "WA"),
        (Key::Metro, "Denton", "Dallas-Fort Worth-Arlington, TX", "TX"),
        (Key::Metro, "Columbus, OH", "Columbus, OH", "OH"),
        (Key::Metro, "Saint Louis", "St. Louis, MO-IL", "MO"),
        (Key::Metro, "Saint Joseph", "St. Joseph, MO-KS", "MO"),
        (Key::Metro, "San Francisco, CA, US", "San Francisco-Oakland-Fremont, CA", "CA"),
        (Key::Metro, "boston, new hampshire", "Boston-Cambridge-Newton, MA-NH", "NH"),
        (Key::Metro, "boston", "Boston-Cambridge-Newton, MA-NH", "MA"),
        (Key::Metro, "jackson mississippi", "Jackson, MS", "MS"),
        (Key::Metro, "washington, d.c.", "Washington-Arlington-Alexandria, DC-VA-MD-WV", "DC"),
        (Key::Metro, "york", "York-Hanover, PA", "PA"),
        (Key::Metro, "northwest alabama", "Northwest Alabama nonmetropolitan area", "AL"),
        (Key::Metro, "10180", "Abilene, TX", "TX"),
    ] {
        assert_eq!(home(&[(key, typed)]), Ok((area.to_owned(), state.to_owned())), "{typed}");
    }
    for (state, typed, area) in [
        ("TX", "Allen", "Dallas-Fort Worth-Arlington, TX"),
        ("OH", "Stow", "Akron, OH"),
        ("MS", "jackson", "Jackson, MS"),
        ("NH", "boston", "Boston-Cambridge-Newton, MA-NH"),
    ] {
        let found = home(&[(Key::State, state), (Key::Metro, typed)]);
        assert_eq!(found, Ok((area.to_owned(), state.to_owned())), "{typed}, {state}");
    }
    let employer = profile(&[(Key::EmployerMetro, "Allen, TX")]).employer_locality().unwrap();
    assert_eq!(employer.in_sentence(&TABLES), "Dallas-Fort Worth-Arlington, TX");
}

#[test]
fn a_state_has_any_usual_short_name() {
    for (typed, code) in [
        ("W Virginia", "WV"),
        ("Mass.", "MA"),
        ("N. Carolina", "NC"),
        ("Calif.", "CA"),
        ("D.C.", "DC"),
        ("Washington DC", "DC"),
        ("Penna", "PA"),
        ("S Dak", "SD"),
        ("wash", "WA"),
        ("Fla.", "FL"),
    ] {
        let home = profile(&[(Key::State, typed)]).home().unwrap();
        assert_eq!(home.as_str(), code, "{typed}");
    }
}

#[test]
fn a_place_that_is_not_meant_is_refused_with_what_helps() {
    for (facts, message) in [
        (
            vec![(Key::State, "Columbus")],
            "no state or territory is called `Columbus`; `--city Columbus` asks about a city; there is \
             one in OH, GA, IN, NE and 15 more states",
        ),
        (
            vec![(Key::State, "02139")],
            "no state or territory is called `02139`; a ZIP code goes with `--zip 02139`",
        ),
        (
            vec![(Key::Metro, "Kansas City")],
            "`Kansas City` fits 2 cities; say which: `Kansas City, MO`; `Kansas City, KS`",
        ),
        (
            vec![(Key::Metro, "jackson")],
            "`jackson` fits 3 areas; say which: `Jackson, MS`; `Jackson, TN`; `Jackson, MI`",
        ),
        (
            vec![(Key::City, "Manhattan")],
            "`Manhattan` fits 5 places; say which: `Manhattan, NY`; `Manhattan, KS`; `Manhattan, IL`; \
             `Manhattan, MT`; `Manhattan, NV`",
        ),
        (
            vec![(Key::State, "TX"), (Key::Metro, "boston")],
            "no area of Texas is called `boston`; elsewhere there is `Boston-Cambridge-Newton, MA-NH`",
        ),
        (
            vec![(Key::State, "TX"), (Key::City, "Stow, OH")],
            "`Stow, OH` is in Ohio, not in Texas; ",
        ),
        (
            vec![(Key::State, "TX"), (Key::Zip, "44224")],
            "the ZIP code `44224` is in Ohio, not in Texas; ",
        ),
        (
            vec![(Key::Zip, "44224"), (Key::County, "Franklin, OH")],
            "`zip` is in Akron, OH, but `county` is in Columbus, OH; leave one of them out",
        ),
        (
            vec![(Key::Zip, "2139")],
            "`2139` is not a ZIP code of five digits; did you mean `02139`?",
        ),
        (vec![(Key::Metro, "O")], "no metropolitan or nonmetropolitan area is called `O`; "),
        (
            vec![(Key::State, "OH"), (Key::City, "Stoww")],
            "no city or town is called `Stoww`; did you mean `Stow, OH`?",
        ),
        (
            vec![(Key::Zip, "00801")],
            "no wages are known for the U.S. Virgin Islands (VI): the wage figures behind this table \
             have no row for it; ",
        ),
    ] {
        assert_eq!(home(&facts), Err(message.to_owned()));
    }
    let nowhere = home(&[(Key::Metro, "nonmetropolitan")]).unwrap_err();
    assert!(nowhere.ends_with("; and 120 more"), "{nowhere}");
}

/// No area is found by a part of a word: one that a text finds has it as words, or a city of that name.
#[test]
fn an_area_is_found_by_whole_words_alone() {
    let mut cut_short = 0;
    for (index, area) in TABLES.areas.iter() {
        for typed in [area.code.to_string(), area.name.to_uppercase()] {
            let found = TABLES.find_area(&typed, Some(area.state())).unwrap();
            assert_eq!((found.area, found.city), (Ok(index), None), "{typed}");
        }
    }
    for (_, area) in TABLES.areas.iter().step_by(25) {
        let word = area.name.split([' ', '-', '/', ',']).next().unwrap();
        cut_short += usize::from(found_by_words(&word[1..], area.state()).is_none());
    }
    assert!(cut_short > 10, "only {cut_short} parts of words found nothing");
}

/// The area that a text finds in a state; it must reach into it and have the text as words.
fn found_by_words(typed: &str, state: PlaceCode) -> Option<AreaIndex> {
    let found = TABLES.find_area(typed, Some(state)).ok()?;
    if let Some(city) = found.city {
        assert!(city.place.name.eq_ignore_ascii_case(typed), "{typed} is not {}", city.place.name);
        assert_eq!(city.place.state, state, "{typed}");
        return city.place.area.ok();
    }
    let area: &Area = TABLES.areas.get(found.area.expect("no city was found"));
    let is_word = |word: &str| word.eq_ignore_ascii_case(typed);
    assert!(
        area.name.split([' ', '-', '/', ',']).any(is_word),
        "{typed} is no word of {}",
        area.name
    );
    assert!(area.states.contains(&state), "{} is not in {state}", area.name);
    found.area.ok()
}

#[test]
fn what_is_taken_for_granted_of_a_place_is_said() {
    for (facts, code) in [
        (vec![(Key::State, "TX"), (Key::Metro, "Allen")], Some(NoticeCode::PlaceMeant)),
        (vec![(Key::City, "Brooklyn")], Some(NoticeCode::PlaceMeant)),
        (vec![(Key::City, "Greenfield, MA")], Some(NoticeCode::AreaUnlisted)),
        (vec![(Key::Zip, "96910")], Some(NoticeCode::AreaUnlisted)),
        (vec![(Key::City, "Brooklyn, MI")], Some(NoticeCode::SeveralAreas)),
        (vec![(Key::City, "Stow, OH")], None),
        (vec![(Key::Metro, "boston")], None),
        (vec![(Key::Metro, "honolulu")], None),
    ] {
        let codes: Vec<_> =
            profile(&facts).notices(&TABLES).iter().map(|notice| notice.code).collect();
        assert_eq!(codes, Vec::from_iter(code), "{facts:?}");
    }
}

#[test]
fn a_place_that_is_stated_closer_wins() {
    let file = || mbc_calc::profile::ProfileText::new("me.toml", "state = 'TX'\nmetro = 'houston'");
    let base = || Draft::default().with_file(file());
    let home = |draft: Draft| draft.profile(&TABLES).unwrap().home_locality().unwrap();
    let moved = home(base().state(Key::Zip, "44224"));
    assert_eq!(moved.in_sentence(&TABLES), "Akron, OH");
    assert_eq!(moved.place.as_str(), "OH");
    let whole = home(base().state(Key::State, "OH"));
    assert_eq!((whole.area, whole.place.as_str()), (None, "OH"));
}
