//! Names of cities and counties without the word that says what they are.

/// A name of a city without that word: `City of Stow`, `New York City`.
pub(super) fn city_alone(name: &str) -> Option<&str> {
    let name = name.trim();
    let first =
        name.split_at_checked(8).filter(|(first, _)| first.eq_ignore_ascii_case("city of "));
    let last = || {
        let (alone, last) = name.rsplit_once(' ')?;
        last.eq_ignore_ascii_case("city").then_some(alone)
    };
    first.map(|(_, alone)| alone).or_else(last)
}

/// What the name of a county may end in.
const COUNTY_WORDS: [&str; 12] = [
    "city and borough",
    "planning region",
    "census area",
    "municipality",
    "municipio",
    "borough",
    "county",
    "parish",
    "island",
    "city",
    "cnty",
    "co",
];

/// A name of a county without that word: `Summit County`, `Orleans Parish`.
pub(super) fn county_alone(name: &str) -> &str {
    let name = name.trim().trim_end_matches('.');
    let alone = COUNTY_WORDS.into_iter().find_map(|word| {
        let (alone, last) = name.split_at_checked(name.len().checked_sub(word.len() + 1)?)?;
        let last = last.strip_prefix(' ')?;
        last.eq_ignore_ascii_case(word).then_some(alone)
    });
    alone.unwrap_or(name)
}
