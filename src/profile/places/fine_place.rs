//! What a city, a ZIP code, a county or an area that was typed means, and what to know of it.

use crate::data::{AreaIndex, FoundCity, FoundPlace, NoPlace, Quoted, Tables};
use crate::profile::facts::Key;
use crate::profile::notice::{Notice, NoticeCode};
use crate::quantity::PlaceCode;

/// A place that is finer than a state.
pub(super) struct FinePlace<'t> {
    /// The state, where the text says it.
    pub(super) state: Option<PlaceCode>,
    /// The area, or the name of one that the wage figures do not have.
    pub(super) area: Result<AreaIndex, &'t str>,
    /// Whether it may lie in another area as well.
    pub(super) straddles: bool,
    /// The name as the tables write it; none of an area, which has a code.
    pub(super) name: Option<String>,
    /// What to know of it.
    pub(super) notices: Vec<Notice>,
}

/// A ZIP code with less than this percentage of its homes in its main area gets a notice.
const MOST_HOMES: u8 = 60;

/// A city with less than this percentage of its people in its main area gets a notice: a ZIP code
/// then says more.
const MOST_PEOPLE: u8 = 90;

/// The place that a fact states, in a state if one is known.
///
/// # Errors
/// When no one place is meant.
pub(super) fn fine_place<'t>(
    tables: &'t Tables,
    key: Key,
    text: &str,
    state: Option<PlaceCode>,
) -> Result<FinePlace<'t>, NoPlace> {
    match key {
        Key::Zip => {
            let (code, found) = tables.find_zip(text, state)?;
            let share = found.share.filter(|&share| share < MOST_HOMES).map(|share| {
                let area = name(tables, found.area);
                let message = format!(
                    "only {share}% of the homes of ZIP code `{code}` are in {area}, which the answer is \
                     for: the others are in another area"
                );
                let hint = "state your area with `--metro` if it is another";
                notice(NoticeCode::SeveralAreas, message, Some(hint))
            });
            let mut notices: Vec<_> = share.into_iter().collect();
            notices.extend(unlisted(tables, found.area, found.state));
            Ok(FinePlace {
                state: Some(found.state),
                area: found.area,
                straddles: found.share.is_some(),
                name: Some(code.to_owned()),
                notices,
            })
        }
        Key::City => Ok(of_city(tables, text, &tables.find_city(text, state)?)),
        Key::County => Ok(of_city(tables, text, &tables.find_county(text, state)?)),
        _ => {
            let found = tables.find_area(text, state)?;
            let mut place = FinePlace {
                state: found.state,
                area: found.area,
                straddles: false,
                name: None,
                notices: Vec::new(),
            };
            if let Some(city) = &found.city {
                place = FinePlace { name: None, ..of_city(tables, text, city) };
                if !tables.has_word(found.area, city.place.name) {
                    let area = name(tables, found.area);
                    let message = format!(
                        "`{}` is a city and no area of its own: the answer is for its area, {area}",
                        city.place.full_name()
                    );
                    place.notices.insert(0, notice(NoticeCode::PlaceMeant, message, None));
                }
            }
            Ok(place)
        }
    }
}

/// A city or a county, with what is taken for granted of it.
fn of_city<'t>(tables: &Tables, typed: &str, found: &FoundCity<'t>) -> FinePlace<'t> {
    let place = found.place;
    let full_name = place.full_name();
    let area = name(tables, place.area);
    let mut notices = Vec::new();
    if let Some(share) = place.share.filter(|&share| share < MOST_PEOPLE) {
        let message = format!(
            "{share}% of the people of `{full_name}` live in {area}, which the answer is for: the \
             others live in another area"
        );
        let hint = "state your ZIP code with `--zip`";
        notices.push(notice(NoticeCode::SeveralAreas, message, Some(hint)));
    }
    let is_here = |other: &&FoundPlace<'_>| other.state == place.state;
    if let Some(other) = found.others.iter().find(is_here) {
        let message = format!(
            "`{full_name}` is the name of more than one place: the answer is for the larger, in {area}; \
             another is in {}",
            name(tables, other.area)
        );
        let hint = "state your ZIP code with `--zip` if yours is the other";
        notices.push(notice(NoticeCode::PlaceMeant, message, Some(hint)));
    }
    let elsewhere = found.others.iter().filter(|other| !is_here(other)).count();
    if elsewhere > 0 {
        let message = format!(
            "{} is taken to be `{full_name}`, by far the largest of {} places of that name",
            Quoted(typed),
            elsewhere + 1
        );
        let hint = "add the state if yours is another";
        notices.push(notice(NoticeCode::PlaceMeant, message, Some(hint)));
    }
    notices.extend(unlisted(tables, place.area, place.state));
    FinePlace {
        state: Some(place.state),
        area: place.area,
        straddles: place.share.is_some() || !found.others.is_empty(),
        name: Some(full_name),
        notices,
    }
}

/// That the wage figures do not have the area.
fn unlisted(tables: &Tables, area: Result<AreaIndex, &str>, state: PlaceCode) -> Option<Notice> {
    let unlisted = area.err()?;
    let state = tables.geography.in_sentence(state);
    let message = if unlisted == state || state.ends_with(unlisted) {
        format!("the wage figures know {state} as a whole only")
    } else {
        format!("the wage figures do not have the {unlisted}: those of {state} are used")
    };
    Some(notice(NoticeCode::AreaUnlisted, message, None))
}

fn notice(code: NoticeCode, message: String, hint: Option<&str>) -> Notice {
    Notice { hint: hint.map(str::to_owned), ..Notice::new(code, message) }
}

/// An area as it reads in a sentence.
fn name(tables: &Tables, area: Result<AreaIndex, &str>) -> String {
    match area {
        Ok(area) => tables.areas.get(area).in_sentence(),
        Err(name) => format!("the {name}"),
    }
}
