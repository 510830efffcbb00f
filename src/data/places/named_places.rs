use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::group::Group;
use crate::data::reading::{Citations, Fields, PlaceWords, Quoted};
use crate::data::wages::{AreaIndex, Areas, Geography};
use crate::quantity::PlaceCode;

/// Cities or counties by name. The names of one state and area are one text, which is searched as it
/// is: an answer looks up one or two of them.
///
/// ```
/// use mbc_calc::quantity::PlaceCode;
/// let tables = mbc_calc::built_in();
/// let ohio = PlaceCode::new("OH").ok();
/// let stow = tables.cities.named("stow", ohio)[0];
/// assert_eq!(tables.areas.get(stow.area.unwrap()).name, "Akron, OH");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedPlaces {
    groups: Vec<(Group, String)>,
    #[serde(skip)]
    by_name: ByName,
}

/// Where the places of each name are, by group and position: found at the first search of every state,
/// as a stream asks again and again.
#[derive(Clone, Debug, Default)]
struct ByName(OnceLock<BTreeMap<PlaceWords, Vec<(usize, usize)>>>);

/// What is found follows from the places.
impl PartialEq for ByName {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A city or a county.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundPlace<'t> {
    /// Its name, such as `Stow` or `Summit County`.
    pub name: &'t str,
    /// The state.
    pub state: PlaceCode,
    /// The area of the wage figures, or the name of one that they do not have.
    pub area: Result<AreaIndex, &'t str>,
    /// How many people live there.
    pub people: People,
    /// The percentage of them that live in the area, where some live in another.
    pub share: Option<u8>,
    /// 1 for the largest place of this name in its state, 2 for the next.
    pub rank: u8,
}

/// How many people live in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// So many.
    Counted(u32),
    /// Not known.
    Unknown,
    /// It is a part of a city or a byname, and not counted by itself.
    Uncounted,
}

impl FoundPlace<'_> {
    /// The name with the state, such as `Stow, OH`.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{}, {}", self.name, self.state)
    }

    /// The number of people as far as it is known.
    #[must_use]
    pub const fn size(&self) -> u32 {
        match self.people {
            People::Counted(people) => people,
            People::Unknown | People::Uncounted => 0,
        }
    }
}

/// What joins the places of a group.
const JOINT: &str = "; ";

impl NamedPlaces {
    /// The places of this name, in a state if one is given, the largest first; places of one state in
    /// the order of their ranks.
    #[must_use]
    pub fn named(&self, name: &str, state: Option<PlaceCode>) -> Vec<FoundPlace<'_>> {
        let words = PlaceWords::new(name);
        if state.is_some() {
            return self.matching(state, |known| words.spell(known));
        }
        let at = self.by_name().get(&words).map_or(&[][..], Vec::as_slice);
        let entries = at.iter().filter_map(|&(group, start)| {
            let (group, places) = &self.groups[group];
            FoundPlace::of(group, places[start..].split(JOINT).next()?)
        });
        largest_first(entries.collect())
    }

    fn by_name(&self) -> &BTreeMap<PlaceWords, Vec<(usize, usize)>> {
        self.by_name.0.get_or_init(|| {
            let mut by_name: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for (index, (group, places)) in self.groups.iter().enumerate() {
                let mut start = 0;
                for entry in places.split(JOINT) {
                    if let Some(place) = FoundPlace::of(group, entry) {
                        let at = by_name.entry(PlaceWords::new(place.name)).or_default();
                        at.push((index, start));
                    }
                    start += entry.len() + JOINT.len();
                }
            }
            by_name
        })
    }

    /// The places with a name that fits, in a state if one is given, as [`named`](Self::named).
    pub(super) fn matching(
        &self,
        state: Option<PlaceCode>,
        fits: impl Fn(&str) -> bool,
    ) -> Vec<FoundPlace<'_>> {
        largest_first(self.iter(state).filter(|place| fits(place.name)).collect())
    }

    /// Every place, of a state if one is given.
    pub fn iter(&self, state: Option<PlaceCode>) -> impl Iterator<Item = FoundPlace<'_>> {
        let groups = self.groups.iter();
        let asked = groups.filter(move |(group, _)| state.is_none_or(|state| group.state == state));
        asked.flat_map(|(group, places)| {
            places.split(JOINT).filter_map(|entry| FoundPlace::of(group, entry))
        })
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        areas: &Areas,
    ) -> Self {
        let mut groups = Vec::new();
        table.tables("rows", |row| {
            let group = Group::read(row, geography, areas);
            let places = row.text("places");
            sources.cited(row);
            let (group, places) = (group?, places?);
            for entry in wrong_entries(&group, places.get_ref()) {
                let message = format!(
                    "{} is not a name, its people, and perhaps a share such as `76%` and a rank such \
                     as `#2`, in the order of the names",
                    Quoted(entry)
                );
                row.problem_at("places", message);
            }
            groups.push((group, (*places.get_ref()).to_owned()));
            Some(())
        });
        Self { groups, by_name: ByName::default() }
    }
}

/// The largest first; places of one state in the order of their ranks.
fn largest_first(mut found: Vec<FoundPlace<'_>>) -> Vec<FoundPlace<'_>> {
    // Only what is well known has a row without being counted.
    let size = |place: &FoundPlace<'_>| match place.people {
        People::Uncounted => u32::MAX,
        People::Counted(_) | People::Unknown => place.size(),
    };
    let sizes: Vec<_> = found.iter().map(|place| (place.state, size(place))).collect();
    let largest =
        |of: PlaceCode| sizes.iter().filter(|(state, _)| *state == of).map(|(_, size)| *size).max();
    found.sort_by_key(|place| (std::cmp::Reverse(largest(place.state)), place.state, place.rank));
    found
}

/// The entries that cannot be read, and those that do not follow the one before them.
fn wrong_entries<'p>(group: &Group, places: &'p str) -> Vec<&'p str> {
    let mut before = "";
    let mut wrong = Vec::new();
    for entry in places.split(JOINT) {
        match FoundPlace::of(group, entry) {
            Some(place) if before < place.name => before = place.name,
            _ => wrong.push(entry),
        }
    }
    wrong
}

impl<'t> FoundPlace<'t> {
    /// The place that a text such as `Cusseta 2332 79% #2` describes.
    fn of(group: &'t Group, entry: &'t str) -> Option<Self> {
        let (mut rest, mut last) = entry.rsplit_once(' ')?;
        let mut rank = 1;
        if let Some(number) = last.strip_prefix('#') {
            rank = number.parse().ok().filter(|&rank| rank > 1)?;
            (rest, last) = rest.rsplit_once(' ')?;
        }
        let mut share = None;
        if let Some(number) = last.strip_suffix('%') {
            share = Some(number.parse().ok().filter(|share| (1..100).contains(share))?);
            (rest, last) = rest.rsplit_once(' ')?;
        }
        let people = match last {
            "?" => People::Unknown,
            "*" => People::Uncounted,
            number => People::Counted(number.parse().ok()?),
        };
        let area = group.area.as_ref().map(|&area| area).map_err(String::as_str);
        Some(Self { name: rest, state: group.state, area, people, share, rank })
    }
}
