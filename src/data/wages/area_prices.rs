//! Price levels below the state: of metropolitan areas, and of the rest of each state.

use std::fmt;

use super::areas::{Area, AreaPrice, Areas, PricedPart, read_area};
use super::geography::Geography;
use crate::data::reading::{
    Citations, Fields, MayMiss, Missing, Problem, Quoted, SourceIndex, read_code,
};
use crate::quantity::{AreaCode, PlaceCode, PriceLevel};

/// The price levels below the state, while tables are read: each area keeps its own.
pub(crate) struct AreaPrices {
    levels: Vec<(Part, PriceLevel, SourceIndex)>,
    without: Vec<(Part, String)>,
}

/// What a price level is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Area(AreaCode),
    Nonmetropolitan(PlaceCode),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(code) => code.fmt(f),
            Self::Nonmetropolitan(state) => state.fmt(f),
        }
    }
}

impl Part {
    /// The part of which the price level counts in an area.
    fn for_area(area: &Area) -> Self {
        if area.code.is_metropolitan() {
            Self::Area(area.code)
        } else {
            Self::Nonmetropolitan(area.state())
        }
    }

    /// The part that a row names by `area` or by `nonmetropolitan`.
    fn read(row: &mut Fields<'_>, area: &'static str) -> Option<Self> {
        if row.optional(NONMETROPOLITAN).is_none() {
            return read_area(row, area).map(Self::Area);
        }
        if row.optional(area).is_some() {
            row.problem_at(AREA, "a row has either `area` or `nonmetropolitan`, not both");
        }
        read_code(row, NONMETROPOLITAN).map(Self::Nonmetropolitan)
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Area(_) => AREA,
            Self::Nonmetropolitan(_) => NONMETROPOLITAN,
        }
    }
}

const AREA: &str = "area";
const NONMETROPOLITAN: &str = "nonmetropolitan";

impl AreaPrices {
    /// Gives each area its price level.
    pub(crate) fn apply(&self, areas: &mut Areas, geography: &Geography) {
        for area in &mut areas.areas {
            area.price_level = self.of(area, geography);
        }
    }

    /// The price level that counts in an area: its own; outside the metropolitan areas that of the
    /// nonmetropolitan portion of its state; where there is none, that of the state.
    fn of(&self, area: &Area, geography: &Geography) -> Result<AreaPrice, String> {
        let part = Part::for_area(area);
        if let Some(&(_, level, source)) = self.levels.iter().find(|(known, ..)| *known == part) {
            let of = match part {
                Part::Area(_) => PricedPart::Area,
                Part::Nonmetropolitan(_) => PricedPart::NonmetropolitanPortion,
            };
            return Ok(AreaPrice { level, source, of });
        }
        let without = self.without.iter().find(|(known, _)| *known == part);
        let reason = without.map(|(_, reason)| reason.clone()).unwrap_or_default();
        match geography.get(area.state()).map(|state| &state.price_level) {
            Some(&Ok((level, source))) => {
                Ok(AreaPrice { level, source, of: PricedPart::State(reason) })
            }
            Some(Err(_)) | None => Err(reason),
        }
    }

    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        areas: &Areas,
    ) -> Self {
        let bounds = table.range();
        let missing = Missing::read(table, sources, MayMiss::RowsToo, &[], (AREA, Part::read));
        let mut levels: Vec<(Part, PriceLevel, SourceIndex)> = Vec::new();
        let mut stated: Vec<Option<Part>> = Vec::new();
        table.tables("rows", |row| {
            let part = Part::read(row, AREA);
            let name = row.optional_text("name");
            let level = row.quantity("price_level", |level| {
                PriceLevel::new(bounds.number(level)?).map_err(|error| error.to_string())
            });
            let source = sources.cited_once(row);
            let repeated = part.is_some() && stated.contains(&part);
            stated.push(part);
            let part = part?;
            if repeated {
                row.problem_at(part.key(), format!("`{part}` is stated twice"));
            } else if missing.reason(part, None).is_some() {
                let message = format!("`{part}` has a row and is stated missing too");
                row.problem_at(part.key(), message);
            }
            let name = name.as_ref().map(|name| *name.get_ref());
            if let Err(message) = require_known(part, name, geography, areas) {
                row.problem_at(if name.is_some() { "name" } else { part.key() }, message);
            }
            levels.push((part, level?, source?));
            Some(())
        });
        for entry in missing.iter() {
            if let Err(message) = require_known(entry.of, None, geography, areas) {
                table.problem(Problem::new(entry.span.clone(), message));
            }
        }
        // A row with an unreadable code may be the one that seems to be missing.
        if !stated.contains(&None) {
            let mut reported = Vec::new();
            for (_, area) in areas.iter() {
                let part = Part::for_area(area);
                let known = stated.contains(&Some(part)) || missing.reason(part, None).is_some();
                if !known && !reported.contains(&part) {
                    reported.push(part);
                    let message = match part {
                        Part::Area(code) => format!("`{code}` ({})", area.name),
                        Part::Nonmetropolitan(state) => {
                            format!("the nonmetropolitan portion of `{state}`")
                        }
                    };
                    missing.report(table, format!("{message} has no row and no reason why"));
                }
            }
        }
        let without = missing.iter().map(|entry| (entry.of, entry.reason.clone())).collect();
        Self { levels, without }
    }
}

/// Whether the other tables know the part, and the area by this name.
fn require_known(
    part: Part,
    name: Option<&str>,
    geography: &Geography,
    areas: &Areas,
) -> Result<(), String> {
    match part {
        Part::Area(code) => {
            let Some((_, area)) = areas.iter().find(|(_, area)| area.code == code) else {
                return Err(format!("`{code}` is not an area of the areas table"));
            };
            match name {
                Some(name) if name != area.name => Err(format!(
                    "`name` is {}, but the areas table calls `{code}` {}",
                    Quoted(name),
                    Quoted(&area.name)
                )),
                _ => Ok(()),
            }
        }
        Part::Nonmetropolitan(state) if geography.get(state).is_none() => {
            Err(format!("`{state}` is not a place of the geography table"))
        }
        Part::Nonmetropolitan(_) => Ok(()),
    }
}
