//! Which area is meant: by code, by name, or by a part of the name that no other area shares.

use super::areas::{Area, AreaIndex, Areas};
use super::geography::Geography;
use crate::data::reading::{Message, Quoted, folded, folds, nearest};
use crate::quantity::{AreaCode, PlaceCode};

/// Why no one area is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoArea {
    /// No area has such a name.
    Unknown(Message),
    /// Several areas have.
    Several(Message),
    /// Only areas elsewhere have, not in the state that was asked about.
    Elsewhere(Message),
}

/// How closely a text fits an area, from the closest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its full name.
    Whole,
    /// One of the places that it is named after.
    Part,
    /// The beginning of its name or of one of those places.
    Beginning,
}

impl Areas {
    /// How many areas are named when a text fits several.
    const LISTED: usize = 12;

    /// The area that a text names: by code, by name, or by a part of the name when only one area has
    /// it, in any case, whatever the spaces and punctuation; a state may follow. With a state only
    /// areas that reach into it are looked at.
    ///
    /// # Errors
    /// When no area or more than one is meant; with what may help.
    ///
    /// ```
    /// let tables = mbc_calc::built_in();
    /// let boston = tables.areas.find("boston", None, &tables.geography).unwrap();
    /// assert_eq!(tables.areas.get(boston).name, "Boston-Cambridge-Newton, MA-NH");
    /// ```
    pub fn find(
        &self,
        typed: &str,
        state: Option<PlaceCode>,
        geography: &Geography,
    ) -> Result<AreaIndex, NoArea> {
        if folded(typed).is_empty() {
            let hint = "leave it out to ask about the whole state".to_owned();
            let empty = Message::new("the name of the area is empty").with_hint(hint);
            return Err(NoArea::Unknown(empty));
        }
        match self.matching(typed, state, geography).as_slice() {
            [] => {}
            [one] => return Ok(*one),
            several => return Err(NoArea::Several(self.several(typed, several))),
        }
        if let Some(state) = state {
            let elsewhere = self.matching(typed, None, geography);
            if !elsewhere.is_empty() {
                let place = geography.in_sentence(state);
                let text = format!("no area of {place} is called {}", Quoted(typed));
                let hint = format!("elsewhere there is {}", self.listed(&elsewhere));
                return Err(NoArea::Elsewhere(Message::new(text).with_hint(hint)));
            }
        }
        let text = format!("no metropolitan or nonmetropolitan area is called {}", Quoted(typed));
        Err(NoArea::Unknown(Message::new(text).with_hint(self.hint(typed, state))))
    }

    /// The areas that a text fits most closely; those of its state, when it ends in one.
    fn matching(
        &self,
        typed: &str,
        state: Option<PlaceCode>,
        geography: &Geography,
    ) -> Vec<AreaIndex> {
        let found = self.closest(typed, |area| area.reaches(state));
        if !found.is_empty() {
            return found;
        }
        let Some((name, named)) = parted(typed, geography) else { return found };
        self.closest(name, |area| area.reaches(Some(named)) && area.reaches(state))
    }

    fn closest(&self, typed: &str, is_asked: impl Fn(&Area) -> bool) -> Vec<AreaIndex> {
        // What programs send is the bare code; no name then needs to be looked at.
        if let Ok(code) = AreaCode::new(typed.trim()) {
            let found = self.iter().find(|(_, area)| area.code == code && is_asked(area));
            return found.map(|(index, _)| index).into_iter().collect();
        }
        let wanted = folded(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let asked = || self.iter().filter(|(_, area)| is_asked(area));
        let fits = asked().filter_map(|(index, area)| Some((area.fit(&wanted)?, index)));
        let fits: Vec<_> = fits.collect();
        if let Some(&(closest, _)) = fits.iter().min() {
            return fits.into_iter().filter(|(fit, _)| *fit == closest).map(|(_, i)| i).collect();
        }
        let is_inside = |area: &Area| wanted.len() > 2 && folded(&area.name).contains(&wanted);
        asked().filter(|(_, area)| is_inside(area)).map(|(index, _)| index).collect()
    }

    fn several(&self, typed: &str, found: &[AreaIndex]) -> Message {
        Message::new(format!("{} fits {} areas", Quoted(typed), found.len()))
            .with_hint(format!("say which: {}", self.listed(found)))
    }

    /// The names, the first dozen of them.
    fn listed(&self, found: &[AreaIndex]) -> String {
        let shown = found.iter().take(Self::LISTED);
        let names: Vec<_> = shown.map(|&index| format!("`{}`", self.get(index).name)).collect();
        let names = names.join("; ");
        match found.len().saturating_sub(Self::LISTED) {
            0 => names,
            more => format!("{names}; and {more} more"),
        }
    }

    /// The nearest name, or what an area goes by.
    fn hint(&self, typed: &str, state: Option<PlaceCode>) -> Option<String> {
        let asked = || self.areas.iter().filter(|area| area.reaches(state));
        let near = nearest(typed, asked().map(|area| area.name.as_str())).or_else(|| {
            let part = nearest(typed, asked().flat_map(Area::parts))?;
            let area = asked().find(|area| area.parts().any(|known| known == part))?;
            Some(area.name.as_str())
        });
        let digits = typed.trim().bytes().all(|byte| byte.is_ascii_digit());
        match near {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None if digits => Some("an area goes by the name of a city in it".to_owned()),
            None => None,
        }
    }
}

impl Area {
    /// Whether it reaches into a state, if one is asked about.
    fn reaches(&self, state: Option<PlaceCode>) -> bool {
        state.is_none_or(|state| self.states.contains(&state))
    }

    /// The places that the area is named after: `Boston`, `Cambridge`, `Newton`.
    fn parts(&self) -> impl Iterator<Item = &str> {
        let name = match self.name.rsplit_once(", ") {
            Some((cities, _)) => cities,
            None => self.name.strip_suffix(" nonmetropolitan area").unwrap_or(&self.name),
        };
        // A name in which a hyphen joins two words has it inside one city too.
        std::iter::once(name).chain(name.split(['-', '/']))
    }

    fn fit(&self, wanted: &str) -> Option<Fit> {
        if folds(&self.name).eq(wanted.chars()) {
            return Some(Fit::Whole);
        }
        let begins = |text: &str| {
            let mut name = folds(text);
            wanted.chars().all(|c| name.next() == Some(c)).then(|| name.next().is_none())
        };
        match self.parts().filter_map(begins).max() {
            Some(true) => Some(Fit::Part),
            Some(false) => Some(Fit::Beginning),
            None => begins(&self.name).map(|_| Fit::Beginning),
        }
    }
}

/// The most spaces before and within the name of a state, which ends a text.
const LONGEST_STATE: usize = 12;

/// A text that ends in a state as the text before it and the state: `Jackson, MS`, `boston ma`.
fn parted<'t>(typed: &'t str, geography: &Geography) -> Option<(&'t str, PlaceCode)> {
    let typed = typed.trim();
    let state = |text: &str| geography.find(text).ok().map(|place| place.code);
    if let Some((name, last)) = typed.rsplit_once(',') {
        return Some((name, state(last)?));
    }
    let mut ends = [None; LONGEST_STATE];
    let spaces = typed.rmatch_indices(char::is_whitespace).map(|(at, _)| typed.split_at(at));
    ends.iter_mut().zip(spaces).for_each(|(end, space)| *end = Some(space));
    ends.into_iter().rev().flatten().find_map(|(name, last)| Some((name, state(last)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(typed: &str, state: &str) -> Result<String, String> {
        let tables = crate::built_in();
        let state = PlaceCode::new(state).ok();
        let found = tables.areas.find(typed, state, &tables.geography);
        found.map(|index| tables.areas.get(index).name.clone()).map_err(|why| {
            let (NoArea::Unknown(why) | NoArea::Several(why) | NoArea::Elsewhere(why)) = why;
            format!("{}; {}", why.text, why.hint.unwrap_or_default())
        })
    }

    #[test]
    fn every_area_is_found_by_its_code_and_by_its_full_name() {
        let tables = crate::built_in();
        for (index, area) in tables.areas.iter() {
            for typed in [area.code.to_string(), area.name.clone(), area.name.to_uppercase()] {
                for state in [None, Some(area.state())] {
                    let found = tables.areas.find(&typed, state, &tables.geography);
                    assert_eq!(found, Ok(index), "{typed}");
                }
            }
        }
    }

    #[test]
    fn a_part_of_a_name_is_enough_when_no_other_area_has_it() {
        for (typed, state, name) in [
            ("boston", "", "Boston-Cambridge-Newton, MA-NH"),
            ("cambridge", "", "Boston-Cambridge-Newton, MA-NH"),
            ("Boston MA", "", "Boston-Cambridge-Newton, MA-NH"),
            ("boston, new hampshire", "", "Boston-Cambridge-Newton, MA-NH"),
            ("boston", "NH", "Boston-Cambridge-Newton, MA-NH"),
            ("Jackson, MS", "", "Jackson, MS"),
            ("jackson mississippi", "", "Jackson, MS"),
            ("jackson", "MS", "Jackson, MS"),
            ("jackson", "FL", "Jacksonville, FL"),
            ("portland oregon", "", "Portland-Vancouver-Hillsboro, OR-WA"),
            ("washington, d.c.", "", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
            ("St Louis", "", "St. Louis, MO-IL"),
            ("york", "", "York-Hanover, PA"),
            ("northwest alabama", "", "Northwest Alabama nonmetropolitan area"),
            ("10180", "", "Abilene, TX"),
        ] {
            assert_eq!(find(typed, state).as_deref(), Ok(name), "{typed}, {state}");
        }
    }

    #[test]
    fn several_areas_are_listed_and_the_nearest_is_named() {
        for (typed, state, message) in [
            (
                "jackson",
                "",
                "`jackson` fits 3 areas; say which: `Jackson, MI`; `Jackson, MS`; `Jackson, TN`",
            ),
            (
                "bostn",
                "",
                "no metropolitan or nonmetropolitan area is called `bostn`; did you mean \
                 `Boston-Cambridge-Newton, MA-NH`?",
            ),
            (
                "boston",
                "TX",
                "no area of Texas is called `boston`; elsewhere there is \
                 `Boston-Cambridge-Newton, MA-NH`",
            ),
            (
                "02139",
                "",
                "no metropolitan or nonmetropolitan area is called `02139`; an area goes by the \
                 name of a city in it",
            ),
            (" - ", "", "the name of the area is empty; leave it out to ask about the whole state"),
        ] {
            assert_eq!(find(typed, state), Err(message.to_owned()));
        }
        let nowhere = find("nonmetropolitan", "").unwrap_err();
        assert!(nowhere.ends_with("; and 120 more"), "{nowhere}");
    }
}
