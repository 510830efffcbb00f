//! Where the person lives and where the employer is: a state, something finer, or both.
//!
//! What is stated together must belong together. Where a state and something finer do not, the one
//! that was stated closer wins: that of a variation over a flag, that of a flag over a file. So
//! someone who moves need not take back the place that was stated before. Of several finer facts
//! those that were stated closest count.

mod fine_place;

use std::cmp::Ordering;

use self::fine_place::{FinePlace, fine_place};
use super::errors::{Origin, ProblemCode, Refusal};
use super::facts::Key;
use super::resolved::PlaceDetails;
use super::resolving::{Resolving, short};
use crate::data::{Locality, Message, NoPlace, Occupation, Tables};
use crate::quantity::PlaceCode;

/// Where somebody is, and how it was stated.
type Whereabouts = (Locality, PlaceDetails);

impl Resolving<'_> {
    /// Where the person lives.
    pub(super) fn home(
        &mut self,
        tables: &Tables,
        role: Option<Occupation>,
    ) -> Option<Whereabouts> {
        self.whereabouts(tables, role, (Key::State, &Key::HOME))
    }

    /// Where the employer is.
    pub(super) fn employer(
        &mut self,
        tables: &Tables,
        role: Option<Occupation>,
    ) -> Option<Whereabouts> {
        self.whereabouts(tables, role, (Key::EmployerState, &Key::EMPLOYER))
    }

    fn whereabouts(
        &mut self,
        tables: &Tables,
        role: Option<Occupation>,
        (state, finer): (Key, &[Key]),
    ) -> Option<Whereabouts> {
        let whole = |place| (Locality::whole(place), PlaceDetails::default());
        let closest =
            finer.iter().filter_map(|&key| Some(closeness(&self.stated(key)?.origin))).max();
        let Some(closest) = closest else {
            return self.fact(state, |text| place(tables, role, text, state)).map(whole);
        };
        let mut typed = Vec::new();
        for &key in finer {
            let Some(statement) = self.stated(key) else { continue };
            if closeness(&statement.origin) < closest {
                continue;
            }
            if short(key, &statement.text).is_err() {
                self.fact(key, |_| Ok(()));
                return None;
            }
            typed.push((key, statement.text.as_ref()));
        }
        let stated_state = self.stated(state);
        let closer = stated_state.map_or(Ordering::Greater, |s| closest.cmp(&closeness(&s.origin)));
        let place = self.fact(state, |text| place(tables, role, text, state));
        let mut found = place_of(tables, role, &typed, place);
        if stated_state.is_some() && place.is_none() {
            if let Err((key, why)) = found {
                self.fact(key, |_| Err::<(), _>(refusal(why)));
            }
            return None;
        }
        if let (Ordering::Less, Some(state)) = (closer, place)
            && let Ok((alone, _)) = place_of(tables, role, &typed, None)
            && alone.place != state
            && !alone.area(tables).is_some_and(|area| area.states.contains(&state))
        {
            // What was stated first is elsewhere, though a place here may have its name.
            return Some(whole(state));
        }
        if let Err((_, Wrong::Place(NoPlace::Elsewhere(_)))) = &found {
            match closer {
                Ordering::Less => return place.map(whole),
                Ordering::Greater => found = place_of(tables, role, &typed, None),
                Ordering::Equal => {}
            }
        }
        match found {
            Ok(found) => Some(found),
            Err((key, why)) => {
                self.fact(key, |_| Err::<(), _>(refusal(why)));
                None
            }
        }
    }
}

/// Precedence of a statement: a later way in wins.
const fn closeness(origin: &Origin) -> u8 {
    match origin {
        Origin::File(_) => 0,
        Origin::Flag(_) => 1,
        Origin::Variation(_) => 2,
    }
}

/// Why finer facts state no place.
enum Wrong {
    Place(NoPlace),
    Other(Refusal),
}

fn refusal(why: Wrong) -> Refusal {
    match why {
        Wrong::Place(NoPlace::Unknown(why) | NoPlace::Elsewhere(why)) => {
            Refusal(ProblemCode::UnknownPlace, why)
        }
        Wrong::Place(NoPlace::Several(why)) => Refusal(ProblemCode::SeveralPlaces, why),
        Wrong::Other(refusal) => refusal,
    }
}

/// The place that finer facts state together, in a state if one is known. A ZIP code, a city or a
/// county says the state; an area that is stated by itself is in the one that it is filed under.
fn place_of(
    tables: &Tables,
    role: Option<Occupation>,
    typed: &[(Key, &str)],
    state: Option<PlaceCode>,
) -> Result<Whereabouts, (Key, Wrong)> {
    let mut state = state;
    let mut details = PlaceDetails::default();
    let mut meant: Option<(Key, FinePlace<'_>)> = None;
    for &(key, text) in typed {
        let mut found =
            fine_place(tables, key, text, state).map_err(|why| (key, Wrong::Place(why)))?;
        state = state.or(found.state);
        details.names.extend(found.name.take().map(|name| (key, name)));
        details.notices.append(&mut found.notices);
        match &meant {
            Some((first, other)) if other.area != found.area => {
                if !other.straddles && !found.straddles {
                    let why = apart(tables, (*first, other), (key, &found));
                    return Err((key, Wrong::Other(why)));
                }
                if key == Key::Metro {
                    meant = Some((key, found));
                }
            }
            Some(_) => {}
            None => meant = Some((key, found)),
        }
    }
    let (key, meant) = meant.expect("at least one finer fact is stated");
    let area = meant.area.ok();
    let filed = area.map(|area| tables.areas.get(area).state());
    let place = state.or(filed).expect("what has no area has a state");
    if area.is_none() {
        with_wages(tables, role, place).map_err(|why| (key, Wrong::Other(why)))?;
    }
    Ok((Locality { place, area }, details))
}

/// That two facts are of places in two areas.
fn apart(
    tables: &Tables,
    (first, one): (Key, &FinePlace<'_>),
    (second, other): (Key, &FinePlace<'_>),
) -> Refusal {
    let name = |place: &FinePlace<'_>| match place.area {
        Ok(area) => tables.areas.get(area).in_sentence(),
        Err(name) => name.to_owned(),
    };
    let text = format!(
        "`{}` is in {}, but `{}` is in {}",
        first.name(),
        name(one),
        second.name(),
        name(other)
    );
    let message = Message::new(text).with_hint("leave one of them out".to_owned());
    Refusal(ProblemCode::Contradiction, message)
}

/// The state that a text names. A hint says where it is a city or a ZIP code.
fn place(
    tables: &Tables,
    role: Option<Occupation>,
    text: &str,
    key: Key,
) -> Result<PlaceCode, Refusal> {
    let found = tables.geography.find(text).map_err(|why| {
        let hint = city_hint(tables, text, key).or(why.hint);
        Refusal(ProblemCode::UnknownPlace, Message { hint, ..why })
    })?;
    with_wages(tables, role, found.code)
}

/// What to state instead of a state that is the name of a city or a ZIP code.
fn city_hint(tables: &Tables, text: &str, key: Key) -> Option<String> {
    const LISTED: usize = 4;
    let flag = if key == Key::State { "--city" } else { "--employer-metro" };
    if let Ok((code, _)) = tables.find_zip(text, None) {
        return (key == Key::State).then(|| format!("a ZIP code goes with `--zip {code}`"));
    }
    let found = tables.cities.named(text, None);
    let name = found.first()?.name;
    let name = if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() };
    let mut states: Vec<String> = Vec::new();
    for city in &found {
        let state = city.state.to_string();
        if !states.contains(&state) {
            states.push(state);
        }
    }
    let more = states.len().saturating_sub(LISTED);
    states.truncate(LISTED);
    let mut states = states.join(", ");
    if more > 0 {
        states = format!("{states} and {more} more states");
    }
    Some(format!("`{flag} {name}` asks about a city; there is one in {states}"))
}

/// The place, when there are wages of it.
fn with_wages(
    tables: &Tables,
    role: Option<Occupation>,
    code: PlaceCode,
) -> Result<PlaceCode, Refusal> {
    let row = match role {
        None => tables.salaries.get(code),
        Some(role) => tables.occupations.rows(role, code).map(|rows| rows.of_place()),
    };
    match row {
        Ok(_) => Ok(code),
        Err(reason) => {
            let name = tables.geography.in_sentence(code);
            let message = format!("no wages are known for {name} ({code}): {reason}");
            Err(Refusal(ProblemCode::NoWages, Message::new(message)))
        }
    }
}
