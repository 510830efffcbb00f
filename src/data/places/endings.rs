//! What a name of a place may end in: a state and a country.

use crate::data::wages::Geography;
use crate::quantity::PlaceCode;

/// The most spaces before and within the name of a state, which ends a text.
const LONGEST_STATE: usize = 12;

/// A name with the state that it ends in, if it does: both readings of `Stow, OH`, of which the
/// likelier comes first.
pub(super) fn readings<'t>(
    typed: &'t str,
    geography: &Geography,
) -> Vec<(&'t str, Option<PlaceCode>)> {
    let typed = without_country(typed.trim(), geography);
    let parted = parted(typed, geography).map(|(name, state)| (name, Some(state)));
    let mut readings: Vec<_> = std::iter::once((typed, None)).chain(parted).collect();
    if typed.contains(',') {
        readings.reverse();
    }
    readings
}

/// A text that ends in a state as the text before it and the state: `Jackson, MS`, `boston ma`.
fn parted<'t>(typed: &'t str, geography: &Geography) -> Option<(&'t str, PlaceCode)> {
    let state = |text: &str| geography.find(text).ok().map(|place| place.code);
    if let Some((name, last)) = typed.rsplit_once(',') {
        return Some((name, state(last)?));
    }
    ends(typed).find_map(|(name, last)| Some((name, state(last)?)))
}

/// The text without the country at its end: `San Francisco, CA, US`.
fn without_country<'t>(typed: &'t str, geography: &Geography) -> &'t str {
    let is_country = |text: &str| geography.is_nation(text);
    let comma = typed.rsplit_once(',').filter(|(_, last)| is_country(last));
    let found = comma.or_else(|| ends(typed).find(|(_, last)| is_country(last)));
    found.map_or(typed, |(name, _)| name.trim_end_matches([',', ' ']))
}

/// A text parted at each of its last spaces and hyphens, the longest ends first.
fn ends(typed: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut ends = [None; LONGEST_STATE];
    let joints = typed.rmatch_indices(|c: char| c.is_whitespace() || c == '-');
    let parts = joints.map(|(at, joint)| (&typed[..at], &typed[at + joint.len()..]));
    ends.iter_mut().zip(parts).for_each(|(end, part)| *end = Some(part));
    ends.into_iter().rev().flatten()
}
