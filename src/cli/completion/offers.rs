//! The values of a fact that begin with what was typed.

use clap_complete::CompletionCandidate;

use crate::data::Tables;
use crate::profile::Key;

/// The letters after which cities and counties are offered.
const LETTERS_OF_A_PLACE: usize = 2;

/// The values that a fact can have after these letters.
pub(super) fn of_fact(tables: &Tables, key: Key, typed: &str) -> Vec<CompletionCandidate> {
    // The names before the last comma of a list are complete.
    let begun = if key.takes_a_list() { typed.rfind(',').map_or(0, |at| at + 1) } else { 0 };
    let (before, typed) = typed.split_at(begun);
    let names = key.names(tables);
    let offers = names.iter().map(|name| (name.name.to_string(), name.help.map(str::to_owned)));
    let areas = matches!(key, Key::Metro | Key::EmployerMetro);
    let areas = areas.then(|| tables.areas.iter().map(|(_, area)| (area.name.clone(), None)));
    let towns = match key {
        Key::City => Some(&tables.cities),
        Key::County => Some(&tables.counties),
        _ => None,
    };
    // Without the first letters there are thousands.
    let towns = towns.filter(|_| typed.chars().count() >= LETTERS_OF_A_PLACE);
    let towns = towns.map(|places| places.iter(None).map(|place| (place.full_name(), None)));
    let all = offers.chain(areas.into_iter().flatten()).chain(towns.into_iter().flatten());
    begun_with(typed, all).into_iter().map(|offer| offer.add_prefix(before)).collect()
}

/// The names that begin with these letters in any case, each as one word.
pub(super) fn begun_with(
    typed: &str,
    names: impl IntoIterator<Item = (String, Option<String>)>,
) -> Vec<CompletionCandidate> {
    let offer = |(name, help): (String, Option<String>)| {
        let offer = CompletionCandidate::new(as_typed(&one_word(&name), typed)?);
        Some(offer.help(help.map(Into::into)))
    };
    let mut offers: Vec<_> = names.into_iter().filter_map(offer).collect();
    offers.dedup_by(|one, two| one.get_value() == two.get_value());
    offers
}

/// The name with its first letters as they were typed, if it begins with them: a shell does not take
/// a word for the end of one that was begun in another case.
fn as_typed(name: &str, typed: &str) -> Option<String> {
    let typed = typed.trim_matches(['"', '\'']);
    let begins = name.get(..typed.len())?.eq_ignore_ascii_case(typed);
    let rest = name.get(typed.len()..).filter(|_| begins)?;
    let is_small = !typed.is_empty() && !typed.chars().any(char::is_uppercase);
    let rest = if is_small { rest.to_lowercase() } else { rest.to_owned() };
    Some(format!("{typed}{rest}"))
}

/// The letters and digits of a name, with a hyphen between words: a shell parts words at spaces, and
/// the reader of a fact accepts hyphens in their place.
fn one_word(name: &str) -> String {
    let words = name
        .split_whitespace()
        .map(|word| word.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect::<String>());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(key: Key, typed: &str) -> Vec<String> {
        let offers = of_fact(&crate::built_in(), key, typed);
        offers.iter().map(|offer| offer.get_value().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_value_is_offered_in_the_case_that_was_typed() {
        assert!(offered(Key::State, "Mis").contains(&"Mississippi".to_owned()));
        assert_eq!(offered(Key::State, "missis"), ["mississippi"]);
        assert_eq!(offered(Key::State, "ms"), ["ms"]);
        assert_eq!(offered(Key::State, "zzz"), [""; 0]);
    }

    #[test]
    fn cities_and_counties_are_offered_after_two_letters_and_understood() {
        let tables = crate::built_in();
        assert!(offered(Key::City, "Sto").contains(&"Stow-OH".to_owned()));
        assert!(offered(Key::County, "Summit").contains(&"Summit-County-OH".to_owned()));
        assert_eq!(offered(Key::City, "S"), [""; 0]);
        for city in offered(Key::City, "Win") {
            assert!(tables.find_city(&city, None).is_ok(), "{city}");
        }
    }

    #[test]
    fn a_list_goes_on_after_its_last_comma() {
        assert!(offered(Key::Certs, "CPC,CR").contains(&"CPC,CRC".to_owned()));
    }
}
