//! Which place is meant: a city, a county, a ZIP code or an area, each in the state that is stated.

use super::endings::readings;
use super::name_forms::{city_alone, county_alone};
use super::named_places::{FoundPlace, NamedPlaces, People};
use super::no_place::{NoPlace, listed, several, zip_hint};
use super::zip_codes::FoundZip;
use crate::data::reading::{Message, PlaceWords, Quoted, nearest};
use crate::data::tables::Tables;
use crate::data::wages::{AreaFit, AreaIndex};
use crate::quantity::PlaceCode;

/// A city or a county that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundCity<'t> {
    /// The place.
    pub place: FoundPlace<'t>,
    /// Smaller ones of this name, in other areas, that are taken not to be meant.
    pub others: Vec<FoundPlace<'t>>,
}

/// An area that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundArea<'t> {
    /// The area of the wage figures, or the name of one that they do not have.
    pub area: Result<AreaIndex, &'t str>,
    /// The state, where the text says which.
    pub state: Option<PlaceCode>,
    /// The city that was named, where no area has the name.
    pub city: Option<FoundCity<'t>>,
}

/// What is looked for, in words.
#[derive(Clone, Copy)]
enum Kind {
    City,
    County,
}

impl Kind {
    const fn noun(self) -> &'static str {
        match self {
            Self::City => "city or town",
            Self::County => "county",
        }
    }

    const fn example(self) -> &'static str {
        match self {
            Self::City => "Stow, OH",
            Self::County => "Summit, OH",
        }
    }
}

/// A place so many times as large as the next of its name is the one that is meant, which a notice
/// says; where the sizes are nearer a person has to choose.
const LARGER: u32 = 20;

impl Tables {
    /// The city, town or other place that a text names, in any case and spelling; a state may follow.
    ///
    /// # Errors
    /// When no place or more than one is meant, or one in another state; with what may help.
    ///
    /// ```
    /// let tables = mbc_calc::built_in();
    /// let allen = tables.find_city("allen, tx", None).unwrap().place;
    /// let area = tables.areas.get(allen.area.unwrap());
    /// assert_eq!(area.name, "Dallas-Fort Worth-Arlington, TX");
    /// ```
    pub fn find_city(
        &self,
        typed: &str,
        state: Option<PlaceCode>,
    ) -> Result<FoundCity<'_>, NoPlace> {
        self.find_named(Kind::City, typed, state)
    }

    /// The county that a text names, with or without that word; a state may follow.
    ///
    /// # Errors
    /// As [`find_city`](Self::find_city).
    pub fn find_county(
        &self,
        typed: &str,
        state: Option<PlaceCode>,
    ) -> Result<FoundCity<'_>, NoPlace> {
        self.find_named(Kind::County, typed, state)
    }

    /// The ZIP code that a text states, with its place; four more digits may follow.
    ///
    /// # Errors
    /// When it is no such code, or one in another state.
    pub fn find_zip<'z>(
        &self,
        typed: &'z str,
        state: Option<PlaceCode>,
    ) -> Result<(&'z str, FoundZip<'_>), NoPlace> {
        let typed = typed.trim();
        let code = typed.split(['-', ' ']).next().unwrap_or(typed);
        let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || code.len() != 5 {
            let whole = format!("{code:0>5}");
            let near = (is_number && self.zip_codes.find(&whole).is_some())
                .then(|| format!("did you mean `{whole}`?"));
            let text = format!("{} is not a ZIP code of five digits", Quoted(typed));
            return Err(NoPlace::Unknown(Message::new(text).with_hint(near)));
        }
        let Some(found) = self.zip_codes.find(code) else {
            let text = format!("the ZIP code `{code}` is not known");
            let hint = "state the city with `--city`".to_owned();
            return Err(NoPlace::Unknown(Message::new(text).with_hint(hint)));
        };
        match state {
            Some(state) if state != found.state => {
                let text = self.not_in(&format!("the ZIP code `{code}`"), found.state, state);
                Err(NoPlace::Elsewhere(Message::new(text)))
            }
            _ => Ok((code, found)),
        }
    }

    /// The area that a text names: by code, by name, by a whole word of the name when only one area
    /// has it, or by a city in it; a state may follow. With a state only areas that reach into it are
    /// looked at.
    ///
    /// # Errors
    /// When no area or more than one is meant; with what may help.
    ///
    /// ```
    /// let tables = mbc_calc::built_in();
    /// let boston = tables.find_area("boston", None).unwrap().area.unwrap();
    /// assert_eq!(tables.areas.get(boston).name, "Boston-Cambridge-Newton, MA-NH");
    /// ```
    pub fn find_area(
        &self,
        typed: &str,
        state: Option<PlaceCode>,
    ) -> Result<FoundArea<'_>, NoPlace> {
        if PlaceWords::new(typed).is_empty() {
            let hint = "leave it out to ask about the whole state".to_owned();
            let empty = Message::new("the name of the area is empty").with_hint(hint);
            return Err(NoPlace::Unknown(empty));
        }
        let readings = readings(typed, &self.geography);
        let fits: Vec<_> = readings
            .iter()
            .filter_map(|&(name, named)| {
                let (fit, areas) = self.areas.fitting(name, [named, state])?;
                Some((fit, areas, name, named))
            })
            .collect();
        if let Some((fit, areas, name, named)) = fits.iter().find(|fit| fit.0 <= AreaFit::Part) {
            return match *areas.as_slice() {
                [area] if *fit == AreaFit::Whole => {
                    Ok(FoundArea { area: Ok(area), state: *named, city: None })
                }
                _ => self.one_area(typed, name, areas, named.or(state), *named),
            };
        }
        let city = self.look_up(Kind::City, typed, &readings, state);
        let is_sure = matches!(&city, Some(Ok(city)) if city.others.is_empty());
        let weak = fits.into_iter().min_by_key(|fit| fit.0);
        if let Some((_, areas, name, named)) = weak.filter(|_| !is_sure) {
            return self.one_area(typed, name, &areas, named.or(state), named);
        }
        match city {
            Some(Ok(city)) => Ok(FoundArea {
                area: city.place.area,
                state: Some(city.place.state),
                city: Some(city),
            }),
            Some(Err(why @ NoPlace::Several(_))) => Err(why),
            Some(Err(why)) => Err(self.area_elsewhere(typed, state).unwrap_or(why)),
            None => Err(self.no_area(typed, state)),
        }
    }

    /// Whether the name of an area has this word.
    #[must_use]
    pub fn has_word(&self, area: Result<AreaIndex, &str>, word: &str) -> bool {
        let words = PlaceWords::new(word);
        area.is_ok_and(|area| self.areas.get(area).fit(&words).is_some())
    }

    /// The one area of those found, or all of them to choose from.
    fn one_area(
        &self,
        typed: &str,
        name: &str,
        areas: &[AreaIndex],
        state: Option<PlaceCode>,
        named: Option<PlaceCode>,
    ) -> Result<FoundArea<'_>, NoPlace> {
        let [area] = *areas else {
            let found = areas.iter().map(|&index| self.areas.get(index).name.clone());
            return Err(several(typed, "areas", found.collect()));
        };
        if state.is_none() && self.areas.get(area).states.len() > 1 {
            // A name that cities of two of its states have does not say in which one somebody lives.
            let states = self.areas.get(area).states.iter();
            let mut cities: Vec<_> = states
                .filter_map(|&state| {
                    let of_state = self.cities.named(name, Some(state));
                    of_state.into_iter().find(|city| city.area == Ok(area))
                })
                .collect();
            cities.sort_by_key(|city| std::cmp::Reverse(city.size()));
            if cities.len() > 1 {
                let found = cities.iter().map(FoundPlace::full_name);
                return Err(several(typed, "cities", found.collect()));
            }
        }
        Ok(FoundArea { area: Ok(area), state: named, city: None })
    }

    /// That only areas of other states have the name.
    fn area_elsewhere(&self, typed: &str, state: Option<PlaceCode>) -> Option<NoPlace> {
        let place = self.geography.in_sentence(state?);
        let readings = readings(typed, &self.geography).into_iter();
        let mut fits = readings.filter_map(|(name, named)| self.areas.fitting(name, [named, None]));
        let (_, areas) = fits.next()?;
        let text = format!("no area of {place} is called {}", Quoted(typed));
        let names = areas.iter().map(|&index| self.areas.get(index).name.clone());
        let hint = format!("elsewhere there is {}", listed(names.collect()));
        Some(NoPlace::Elsewhere(Message::new(text).with_hint(hint)))
    }

    /// That no area has the name, or only areas in other states.
    fn no_area(&self, typed: &str, state: Option<PlaceCode>) -> NoPlace {
        self.area_elsewhere(typed, state).unwrap_or_else(|| {
            let text =
                format!("no metropolitan or nonmetropolitan area is called {}", Quoted(typed));
            let near = self.areas.nearest(typed, state);
            let near = near.map(|near| format!("did you mean `{near}`?"));
            NoPlace::Unknown(Message::new(text).with_hint(zip_hint(typed).or(near)))
        })
    }

    fn find_named(
        &self,
        kind: Kind,
        typed: &str,
        state: Option<PlaceCode>,
    ) -> Result<FoundCity<'_>, NoPlace> {
        let noun = kind.noun();
        if PlaceWords::new(typed).is_empty() {
            let empty = Message::new(format!("the name of the {noun} is empty"));
            return Err(NoPlace::Unknown(empty));
        }
        let readings = readings(typed, &self.geography);
        self.look_up(kind, typed, &readings, state)
            .unwrap_or_else(|| Err(self.unknown(kind, typed, &readings, state)))
    }

    /// The one place that is meant, or why there is none; nothing where no place has the name.
    fn look_up(
        &self,
        kind: Kind,
        typed: &str,
        readings: &[(&str, Option<PlaceCode>)],
        state: Option<PlaceCode>,
    ) -> Option<Result<FoundCity<'_>, NoPlace>> {
        for &(name, named) in readings {
            let found = self.called(kind, name, named.or(state));
            let Some(first) = found.first() else { continue };
            return Some(match (named, state) {
                (Some(named), Some(state)) if named != state => {
                    let text = self.not_in(&format!("`{}`", first.full_name()), named, state);
                    Err(NoPlace::Elsewhere(Message::new(text)))
                }
                _ => chosen(kind, typed, &found),
            });
        }
        let place = self.geography.in_sentence(state?);
        let mut elsewhere = readings.iter().map(|&(name, named)| self.called(kind, name, named));
        let found = elsewhere.find(|found| !found.is_empty())?;
        let text = format!("no {} of {place} is called {}", kind.noun(), Quoted(typed));
        let names = found.iter().map(FoundPlace::full_name);
        let hint = format!("elsewhere there is {}", listed(names.collect()));
        Some(Err(NoPlace::Elsewhere(Message::new(text).with_hint(hint))))
    }

    /// That no place has the name, with what may help.
    fn unknown(
        &self,
        kind: Kind,
        typed: &str,
        readings: &[(&str, Option<PlaceCode>)],
        state: Option<PlaceCode>,
    ) -> NoPlace {
        let text = format!("no {} is called {}", kind.noun(), Quoted(typed));
        let (name, named) =
            readings.iter().find(|(_, named)| named.is_some()).unwrap_or(&readings[0]);
        let near = named.or(state).and_then(|state| self.nearest(kind, name, state));
        let hint = near.or_else(|| zip_hint(typed)).or_else(|| {
            let has_state = named.or(state).is_some();
            (!has_state).then(|| format!("add the state, as in `{}`", kind.example()))
        });
        NoPlace::Unknown(Message::new(text).with_hint(hint))
    }

    /// The places of this name, the largest first.
    fn called(&self, kind: Kind, name: &str, state: Option<PlaceCode>) -> Vec<FoundPlace<'_>> {
        match kind {
            Kind::City => {
                let found = self.cities.named(name, state);
                if !found.is_empty() {
                    return found;
                }
                city_alone(name).map_or(found, |name| self.cities.named(name, state))
            }
            Kind::County => {
                let found = self.counties.named(name, state);
                if !found.is_empty() {
                    return found;
                }
                let words = PlaceWords::new(county_alone(name));
                self.counties.matching(state, |known| words.spell(county_alone(known)))
            }
        }
    }

    /// The nearest name in a state, as a hint.
    fn nearest(&self, kind: Kind, name: &str, state: PlaceCode) -> Option<String> {
        let known: &NamedPlaces = match kind {
            Kind::City => &self.cities,
            Kind::County => &self.counties,
        };
        let near = nearest(name, known.iter(Some(state)).map(|place| place.name))?;
        Some(format!("did you mean `{near}, {state}`?"))
    }

    fn not_in(&self, what: &str, state: PlaceCode, stated: PlaceCode) -> String {
        let [state, stated] = [state, stated].map(|code| self.geography.in_sentence(code));
        format!("{what} is in {state}, not in {stated}")
    }
}

/// The one place that is meant of those that have the name, the largest first.
fn chosen<'t>(kind: Kind, typed: &str, found: &[FoundPlace<'t>]) -> Result<FoundCity<'t>, NoPlace> {
    let place = found[0];
    let elsewhere = || found.iter().filter(|other| other.state != place.state);
    let is_larger = elsewhere().all(|other| {
        other.people != People::Uncounted && place.size() / LARGER >= other.size().max(1)
    });
    let others: Vec<_> = found
        .iter()
        .filter(|other| other.state != place.state || other.area != place.area)
        .copied()
        .collect();
    if !is_larger || (matches!(kind, Kind::County) && !others.is_empty()) {
        let names = found.iter().map(FoundPlace::full_name).collect();
        let what = if matches!(kind, Kind::County) { "counties" } else { "places" };
        return Err(several(typed, what, names));
    }
    Ok(FoundCity { place, others })
}
