use serde::{Deserialize, Serialize};

use crate::data::reading::{
    Citations, Fields, FoldedIndex, MayMiss, Message, Missing, Quoted, ReadKey, SourceIndex,
    UniqueNames, ValueRange, folded, nearest, read_code, record,
};
use crate::quantity::{PlaceCode, PriceLevel, named};

/// A state, the district, a territory or the nation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The two-letter postal code.
    pub code: PlaceCode,
    /// The full name.
    pub name: String,
    /// Other names that people type.
    pub aliases: Vec<String>,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The federal numeric code, where the figures give one.
    pub fips: Option<String>,
    /// The price level with its source, or why there is none.
    pub price_level: Result<(PriceLevel, SourceIndex), String>,
}

named! {
    /// What kind of place a code names.
    #[derive(Serialize, Deserialize)]
    pub enum PlaceKind {
        /// The United States as a whole.
        Nation = "nation",
        /// One of the fifty states.
        State = "state",
        /// The District of Columbia.
        District = "district",
        /// A territory, for which some figures do not exist.
        Territory = "territory",
    }
}

/// Every place that can be named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Geography {
    /// The codes of `places`, close together where they are searched.
    codes: Vec<PlaceCode>,
    places: Vec<Place>,
    #[serde(skip)]
    by_name: FoldedIndex,
}

impl Geography {
    /// The place with this code.
    #[must_use]
    pub fn get(&self, code: PlaceCode) -> Option<&Place> {
        let at = self.codes.iter().position(|&known| known == code)?;
        self.places.get(at)
    }

    /// The full name of a place, or its code when the table does not know it.
    #[must_use]
    pub fn name(&self, code: PlaceCode) -> String {
        self.get(code).map_or_else(|| code.to_string(), |place| place.name.clone())
    }

    /// The name of a place as it reads in a sentence: `Guam`, `the District of Columbia`.
    #[must_use]
    pub fn in_sentence(&self, code: PlaceCode) -> String {
        let name = self.name(code);
        match self.get(code).map(|place| place.kind) {
            Some(PlaceKind::Nation | PlaceKind::District) => format!("the {name}"),
            _ if name.ends_with("Islands") => format!("the {name}"),
            _ => name,
        }
    }

    /// Whether a text names the nation.
    #[must_use]
    pub(crate) fn is_nation(&self, typed: &str) -> bool {
        let wanted = folded(typed);
        let nation = self.get(PlaceCode::NATION);
        nation.is_some_and(|nation| nation.names().any(|name| folded(name) == wanted))
    }

    /// Every place in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.places.iter()
    }

    /// The place below the nation that a text names: by code or name, in any case, whatever the
    /// spaces and punctuation.
    ///
    /// # Errors
    /// When the text is empty, names the nation, or names nothing; with the nearest name.
    pub fn find(&self, typed: &str) -> Result<&Place, Message> {
        // What programs send is the bare code; nothing then needs to be folded.
        if let Ok(code) = PlaceCode::new(typed)
            && let Some(place) = self.get(code)
            && place.kind != PlaceKind::Nation
        {
            return Ok(place);
        }
        let leave_out = || "leave it out to ask about the whole nation".to_owned();
        let wanted = folded(typed);
        if wanted.is_empty() {
            return Err(Message::new("the name of the state is empty").with_hint(leave_out()));
        }
        let names = || {
            let places = self.places.iter().enumerate();
            places.flat_map(|(at, place)| place.names().map(move |name| (name, at)))
        };
        let meant = self.by_name.rows(&wanted, names).first();
        match meant.map(|&at| &self.places[at]) {
            Some(place) if place.kind == PlaceKind::Nation => {
                let text = format!("{} is the whole nation, not a state", Quoted(typed));
                Err(Message::new(text).with_hint(leave_out()))
            }
            Some(place) => Ok(place),
            None => {
                let text = format!("no state or territory is called {}", Quoted(typed));
                Err(Message::new(text).with_hint(self.hint(typed, &wanted)))
            }
        }
    }

    fn hint(&self, typed: &str, wanted: &str) -> Option<String> {
        let below = || self.places.iter().filter(|place| place.kind != PlaceKind::Nation);
        if wanted.len() <= 2 {
            let first = wanted.to_ascii_uppercase();
            let alike: Vec<_> = below()
                .filter(|place| place.kind != PlaceKind::Territory)
                .filter(|place| first.starts_with(&place.code.as_str()[..1]))
                .map(|place| format!("{} ({})", place.code, place.name))
                .collect();
            return (!alike.is_empty()).then(|| format!("codes like it: {}", alike.join(", ")));
        }
        nearest(typed, below().map(|place| place.name.as_str()))
            .map(|name| format!("did you mean `{name}`?"))
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        let bounds = table.range();
        let key = ("place", read_code as ReadKey<PlaceCode>);
        let missing = Missing::read(table, sources, MayMiss::Cells, &["price_level"], key);
        let mut places: Vec<Place> = Vec::new();
        let mut taken = UniqueNames::default();
        let mut stated = Vec::new();
        table.tables("rows", |row| {
            let code = read_code(row, "code");
            stated.push(code);
            let place = read_place(row, code, sources, bounds, &missing)?;
            row.register("code", place.names(), &mut taken)?;
            places.push(place);
            Some(())
        });
        missing.check_rows_exist(table, &stated);
        if !stated.contains(&None) && !stated.contains(&Some(PlaceCode::NATION)) {
            table.problem_here("the nation, `US`, has no row");
        }
        let codes = places.iter().map(|place| place.code).collect();
        Self { codes, places, by_name: FoldedIndex::default() }
    }
}

impl Place {
    fn names(&self) -> impl Iterator<Item = &str> {
        [self.code.as_str(), &self.name].into_iter().chain(self.aliases.iter().map(String::as_str))
    }
}

fn read_place(
    row: &mut Fields<'_>,
    code: Option<PlaceCode>,
    sources: &Citations,
    bounds: ValueRange,
    missing: &Missing<PlaceCode>,
) -> Option<Place> {
    let kind = |row: &mut Fields<'_>| {
        let kind = row.choice("kind")?;
        if code.is_some_and(|code| (code == PlaceCode::NATION) != (kind == PlaceKind::Nation)) {
            row.problem_at("kind", "the nation is `US` and no other place");
        }
        Some(kind)
    };
    record!(Place {
        code,
        name: row.string("name"),
        kind: kind(row),
        fips: Some(row.optional_string("fips")),
        aliases: Some(row.strings("aliases")),
        price_level: missing.cell(row, code, "price_level", |row, key| {
            let level = row.optional_quantity(key, |level| {
                PriceLevel::new(bounds.number(level)?).map_err(|error| error.to_string())
            });
            let needs_source = row.has(key) || row.has("source");
            level.zip(if needs_source { sources.cited_once(row) } else { None })
        }),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_place_is_found_by_code_or_name_however_it_is_spelled() {
        let geography = crate::built_in().geography;
        for (typed, code) in [
            ("ma", "MA"),
            (" Massachusetts\n", "MA"),
            ("new-YORK", "NY"),
            ("n.y.", "NY"),
            ("Washington", "WA"),
            ("Washington, D.C.", "DC"),
            ("puerto rico", "PR"),
        ] {
            assert_eq!(geography.find(typed).map(|place| place.code.as_str()), Ok(code), "{typed}");
        }
    }

    #[test]
    fn a_place_that_is_not_found_gets_a_hint() {
        let geography = crate::built_in().geography;
        for (typed, message, hint) in [
            ("masachusets", "no state or territory is called", "did you mean `Massachusetts`?"),
            ("NX", "no state or territory is called `NX`", "NC (North Carolina)"),
            ("USA", "`USA` is the whole nation, not a state", "leave it out"),
            (" - ", "the name of the state is empty", "leave it out"),
            ("\u{1b}[2J", "`\\u{1b}[2J`", ""),
        ] {
            let unknown = geography.find(typed).unwrap_err();
            assert!(unknown.text.contains(message), "{unknown:?}");
            assert!(unknown.hint.unwrap_or_default().contains(hint), "{typed}");
        }
    }
}
