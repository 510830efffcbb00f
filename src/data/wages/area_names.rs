//! Which areas a text names: by code, by name, or by whole words of the name.

use super::areas::{Area, AreaIndex, Areas};
use crate::data::reading::{PlaceWords, WordRun, folded, nearest};
use crate::quantity::{AreaCode, PlaceCode};

/// How closely a text fits an area, from the closest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum AreaFit {
    /// Its code or full name.
    Whole,
    /// One of the places that it is named after.
    Part,
    /// The first words of its name or of one of those places.
    Beginning,
    /// Other words of its name.
    Inside,
}

impl Areas {
    /// The areas that a text fits most closely, those with most jobs first; with states only areas
    /// that reach into all of them.
    pub(crate) fn fitting(
        &self,
        typed: &str,
        states: [Option<PlaceCode>; 2],
    ) -> Option<(AreaFit, Vec<AreaIndex>)> {
        let is_asked = |area: &Area| states.into_iter().all(|state| area.reaches(state));
        let asked = || self.iter().filter(|(_, area)| is_asked(area));
        // What programs send is the bare code; no name then needs to be looked at.
        if let Ok(code) = AreaCode::new(typed.trim()) {
            let found = asked().find(|(_, area)| area.code == code);
            return found.map(|(index, _)| (AreaFit::Whole, vec![index]));
        }
        let words = PlaceWords::new(typed);
        let fits: Vec<_> =
            asked().filter_map(|(index, area)| Some((area.fit(&words)?, index))).collect();
        let closest = fits.iter().map(|&(fit, _)| fit).min()?;
        let mut found: Vec<_> =
            fits.into_iter().filter(|&(fit, _)| fit == closest).map(|(_, index)| index).collect();
        found.sort_by_key(|&index| (std::cmp::Reverse(self.get(index).jobs()), index));
        Some((closest, found))
    }

    /// The name of an area that is spelled almost so, in the state if one is given; never one that
    /// holds the text inside a word.
    pub(crate) fn nearest(&self, typed: &str, state: Option<PlaceCode>) -> Option<&str> {
        let wanted = folded(typed);
        let asked = || self.areas.iter().filter(|area| area.reaches(state));
        let is_inside = |part: &&str| folded(part).find(&wanted).is_some_and(|at| at > 0);
        let names = asked().map(|area| area.name.as_str());
        nearest(typed, names.filter(|name| !is_inside(name))).or_else(|| {
            let parts = asked().flat_map(Area::parts);
            let part = nearest(typed, parts.filter(|part| !is_inside(part)))?;
            let area = asked().find(|area| area.parts().any(|known| known == part))?;
            Some(area.name.as_str())
        })
    }
}

impl Area {
    /// Whether it reaches into a state, if one is asked about.
    fn reaches(&self, state: Option<PlaceCode>) -> bool {
        state.is_none_or(|state| self.states.contains(&state))
    }

    /// How many jobs of the field there are, as far as it is known.
    fn jobs(&self) -> u32 {
        let jobs = self.wages.as_ref().ok().and_then(|wages| wages.employment.as_ref().ok());
        jobs.copied().unwrap_or_default()
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

    /// Whether a text has words of the name, and which.
    pub(crate) fn fit(&self, words: &PlaceWords) -> Option<AreaFit> {
        let whole = words.run(&self.name);
        if whole == Some(WordRun::Whole) {
            return Some(AreaFit::Whole);
        }
        match self.parts().filter_map(|part| words.run(part)).min().or(whole)? {
            WordRun::Whole => Some(AreaFit::Part),
            WordRun::Beginning => Some(AreaFit::Beginning),
            WordRun::Inside => Some(AreaFit::Inside),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_area_is_fitted_by_a_part_of_a_word_of_its_name() {
        for (_, area) in crate::built_in().areas.iter() {
            let words: Vec<_> = area.name.split([' ', '-', '/', ',']).map(folded).collect();
            for word in words.iter().filter(|word| word.len() > 1) {
                for cut in [&word[1..], &word[..word.len() - 1]] {
                    let fits = area.fit(&PlaceWords::new(cut)).is_some();
                    assert_eq!(fits, words.iter().any(|word| word == cut), "{cut}: {}", area.name);
                }
            }
        }
    }
}
