//! The facts and values of a variation of `compare --vs`.

use clap_complete::CompletionCandidate;

use super::offers::of_fact;
use crate::data::Tables;
use crate::profile::Key;

/// What can follow in a variation such as `employer-state=MA,certs=`.
pub(super) fn of_variation(tables: &Tables, typed: &str) -> Vec<CompletionCandidate> {
    let begun = typed.rfind(',').map_or(0, |at| at + 1);
    let (before, piece) = typed.split_at(begun);
    let fact = |word: &str| Key::named(&word.trim().replace('-', "_"));
    if let Some((word, value)) = piece.split_once('=') {
        let Some(key) = fact(word) else { return Vec::new() };
        let prefix = format!("{before}{word}=");
        let offers = of_fact(tables, key, value).into_iter();
        return offers.map(|offer| offer.add_prefix(&prefix)).collect();
    }
    let words = Key::ALL.into_iter().filter(|key| key.word().starts_with(piece));
    let mut offers: Vec<_> = words
        .map(|key| {
            let offer = CompletionCandidate::new(format!("{before}{}=", key.word()));
            offer.help(Some(key.row().help.into()))
        })
        .collect();
    // A piece without a key goes on with the list before it.
    let list = before.trim_end_matches(',').rsplit_once('=').map_or("", |(keys, _)| keys);
    let list = list.rsplit(',').next().and_then(fact).filter(|key| key.takes_a_list());
    let names = list.map(|key| of_fact(tables, key, piece)).unwrap_or_default();
    offers.extend(names.into_iter().map(|offer| offer.add_prefix(before)));
    offers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variation_goes_on_with_a_fact_a_value_or_a_name_of_the_list() {
        let tables = crate::built_in();
        for (typed, wanted) in [
            ("emp", "employer-state="),
            ("employer-state=M", "employer-state=MA"),
            ("employer-state=MA,cer", "employer-state=MA,certs="),
            ("certs=CPC,CR", "certs=CPC,CRC"),
            ("certs=CPC,sta", "certs=CPC,state="),
        ] {
            let offers = of_variation(&tables, typed);
            let found = offers.iter().any(|offer| offer.get_value() == wanted);
            assert!(found, "{typed}: {offers:?}");
        }
    }
}
