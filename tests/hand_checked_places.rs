//! Places checked by hand: the area of each is common knowledge of the place, and was typed; none was
//! copied from `data/` or passed through a script.
//!
//! Independent of the crate on purpose: the tables are parsed here as plain TOML, and their compact
//! texts are read by hand too.

use std::path::Path;

use toml::{Table, Value};

/// The codes of areas with a state that a text of a table has an entry in.
fn areas_with(table: &str, column: &str, state: &str, has: impl Fn(&str) -> bool) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{table}.toml"));
    #[expect(clippy::disallowed_methods, reason = "the table is a file")]
    let text = std::fs::read_to_string(path).expect("the table can be read");
    let table: Table = text.parse().expect("the table is TOML");
    let Some(Value::Array(rows)) = table.get("rows") else { panic!("no rows") };
    let cell =
        |row: &Value, key: &str| row.get(key).and_then(Value::as_str).expect("a text").to_owned();
    let of_state = rows.iter().filter(|row| cell(row, "state") == state);
    let found = of_state.filter(|row| cell(row, column).split("; ").any(&has));
    found.map(|row| cell(row, "area")).collect()
}

#[test]
fn cities_lie_in_the_areas_that_everybody_knows() {
    for (city, state, area) in [
        ("Allen", "TX", "19100"),
        ("Denton", "TX", "19100"),
        ("Stow", "OH", "10420"),
        ("Renton", "WA", "42660"),
        ("Kent", "WA", "42660"),
        ("Brooklyn", "NY", "35620"),
        ("Kansas City", "KS", "28140"),
        ("Kansas City", "MO", "28140"),
        ("Portland", "ME", "38860"),
        ("Portland", "OR", "38900"),
        ("Vancouver", "WA", "38900"),
        ("Hampton", "VA", "47260"),
        ("Salina", "KS", "2000006"),
        ("Royal Oak", "MI", "19820"),
        ("Mayag\u{fc}ez", "PR", "32420"),
        ("Falls Church", "VA", "47900"),
        ("New Haven", "CT", "35300"),
    ] {
        // A name is followed by its people and, of the smaller places of the name, by `#2`.
        let is_city = |entry: &str| {
            let after = entry.strip_prefix(city).and_then(|rest| rest.strip_prefix(' '));
            after.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
                && !entry.contains('#')
        };
        assert_eq!(areas_with("cities", "places", state, is_city), [area], "{city}, {state}");
    }
}

#[test]
fn counties_lie_in_the_areas_that_everybody_knows() {
    for (county, state, area) in [
        ("Summit County", "OH", "10420"),
        ("Collin County", "TX", "19100"),
        ("King County", "WA", "42660"),
        ("Wyandotte County", "KS", "28140"),
        ("Kings County", "NY", "35620"),
        ("Oakland County", "MI", "19820"),
        ("Saline County", "KS", "2000006"),
        ("Falls Church city", "VA", "47900"),
    ] {
        let is_county =
            |entry: &str| entry.rsplit_once(' ').is_some_and(|(name, _)| name == county);
        assert_eq!(areas_with("counties", "places", state, is_county), [area], "{county}, {state}");
    }
}

#[test]
fn zip_codes_lie_in_the_areas_that_everybody_knows() {
    for (zip, state, area) in [
        ("44224", "OH", "10420"),
        ("75013", "TX", "19100"),
        ("98055", "WA", "42660"),
        ("11201", "NY", "35620"),
        ("02139", "MA", "14460"),
        ("67401", "KS", "2000006"),
        ("48067", "MI", "19820"),
    ] {
        let (first, last) = (&zip[..3], zip[3..].parse::<u32>().unwrap());
        let has = |prefixed: &str| {
            let mut words = prefixed.split(' ');
            words.next() == Some(first)
                && words.any(|word| {
                    let codes = word.split(':').next().unwrap();
                    let (from, to) = codes.split_once('-').unwrap_or((codes, codes));
                    (from.parse().unwrap()..=to.parse().unwrap()).contains(&last)
                })
        };
        assert_eq!(areas_with("zip_codes", "codes", state, has), [area], "{zip}");
    }
}
