use serde::{Deserialize, Serialize};

use super::bounds::Bounds;
use super::fields::Fields;
use super::problem::{Problem, Quoted, Unknown, folded, nearest};
use super::sources::{SourceIndex, Sources};
use crate::quantity::{PlaceCode, PriceLevel};

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

/// What kind of place a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceKind {
    /// The United States as a whole.
    Nation,
    /// One of the fifty states.
    State,
    /// The District of Columbia.
    District,
    /// A territory, for which some figures do not exist.
    Territory,
}

/// Every place that can be named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Geography(Vec<Place>);

impl Geography {
    /// The place with this code.
    #[must_use]
    pub fn get(&self, code: PlaceCode) -> Option<&Place> {
        self.0.iter().find(|place| place.code == code)
    }

    /// The full name of a place, or its code when the table does not know it.
    #[must_use]
    pub fn name(&self, code: PlaceCode) -> String {
        self.get(code).map_or_else(|| code.to_string(), |place| place.name.clone())
    }

    /// Every place in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.0.iter()
    }

    /// The place below the nation that a text names: by code or name, in any case, whatever the
    /// spaces and punctuation.
    ///
    /// # Errors
    /// When the text is empty, names the nation, or names nothing; with the nearest name.
    pub fn find(&self, typed: &str) -> Result<&Place, Unknown> {
        let leave_out = || Some("leave it out to ask about the whole nation".to_owned());
        let wanted = folded(typed);
        if wanted.is_empty() {
            let message = format!("no place is named by {}", Quoted(typed));
            return Err(Unknown { message, hint: leave_out() });
        }
        let names = |place: &&Place| {
            folded(&place.name) == wanted
                || place.code.as_str().eq_ignore_ascii_case(&wanted)
                || place.aliases.iter().any(|alias| folded(alias) == wanted)
        };
        match self.0.iter().find(names) {
            Some(place) if place.kind == PlaceKind::Nation => {
                let message = format!("{} is the whole nation, not a state", Quoted(typed));
                Err(Unknown { message, hint: leave_out() })
            }
            Some(place) => Ok(place),
            None => Err(Unknown {
                message: format!("no state or territory is called {}", Quoted(typed)),
                hint: self.hint(typed, &wanted),
            }),
        }
    }

    fn hint(&self, typed: &str, wanted: &str) -> Option<String> {
        let below = || self.0.iter().filter(|place| place.kind != PlaceKind::Nation);
        if wanted.len() <= 2 {
            let first = wanted.to_ascii_uppercase();
            let alike: Vec<_> = below()
                .filter(|place| first.starts_with(&place.code.as_str()[..1]))
                .map(|place| format!("{} ({})", place.code, place.name))
                .collect();
            return (!alike.is_empty()).then(|| format!("codes like it: {}", alike.join(", ")));
        }
        nearest(typed, below().map(|place| place.name.as_str()))
            .map(|name| format!("did you mean `{name}`?"))
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Sources) -> Self {
        let bounds = table.range();
        let absent: Vec<(PlaceCode, String)> = table.tables("missing", |row| {
            let place = read_code(row, "place");
            let column = row.one_of("column", &[("price_level", ())]);
            let reason = row.owned_text("reason");
            let cited = sources.cited(row);
            column.and(cited).and(Some((place?, reason?)))
        });
        let mut places: Vec<Place> = Vec::new();
        table.tables("rows", |row| {
            let place = read_place(row, sources, bounds, &absent)?;
            if places.iter().any(|other| other.code == place.code) {
                row.problem_here(format!("`{}` is stated twice", place.code));
                return None;
            }
            places.push(place);
            Some(())
        });
        Self(places)
    }
}

pub(super) fn read_code(row: &mut Fields<'_>, key: &'static str) -> Option<PlaceCode> {
    let code = row.text(key)?;
    match PlaceCode::new(code.get_ref()) {
        Ok(place) => Some(place),
        Err(error) => {
            row.problem(Problem::new(
                code.span(),
                format!("`{key}` is {}: {error}", Quoted(code.get_ref())),
            ));
            None
        }
    }
}

fn read_place(
    row: &mut Fields<'_>,
    sources: &Sources,
    bounds: Option<Bounds>,
    absent: &[(PlaceCode, String)],
) -> Option<Place> {
    let code = read_code(row, "code");
    let name = row.owned_text("name");
    let kind = row.one_of(
        "kind",
        &[
            ("nation", PlaceKind::Nation),
            ("state", PlaceKind::State),
            ("district", PlaceKind::District),
            ("territory", PlaceKind::Territory),
        ],
    );
    let fips = row.optional_owned_text("fips");
    let aliases = row.owned_texts("aliases");
    let stated = row.has("price_level");
    let level = row.optional_quantity("price_level", |level| {
        let level = bounds.map_or(Ok(level), |bounds| bounds.number(level))?;
        PriceLevel::new(level).map_err(|error| error.to_string())
    });
    let cited = if row.has("source") || stated { sources.cited(row) } else { None };
    let code = code?;
    let reason = absent.iter().find(|(place, _)| *place == code).map(|(_, reason)| reason);
    let price_level = match (stated, reason) {
        (true, None) => Ok((level?, *cited?.first()?)),
        (false, Some(reason)) => Err(reason.clone()),
        (true, Some(_)) => {
            row.problem_here(format!("`{code}` has a `price_level` and is stated missing too"));
            return None;
        }
        (false, None) => {
            let message = format!("`{code}` has no `price_level` and no reason why");
            row.problem(
                Problem::new(row.span(), message)
                    .with_hint(Some("state it in a `[[missing]]` with its reason".to_owned())),
            );
            return None;
        }
    };
    Some(Place { code, name: name?, aliases, kind: kind?, fips, price_level })
}
