//! What a user's tables change: row by row, and what that does to a few people's pay.

use super::rows::{in_words, write_cell};
use crate::data::{TableDifference, Tables};
use crate::quantity::{Dollars, Pay, Percentile};
use crate::report::answer::{Report, WriteJson};
use crate::report::document::{Cell, Column, Document, Figure, Row};
use crate::report::json::{Json, head};

/// What changes between two sets of tables.
#[derive(Clone, Debug)]
pub(crate) struct TablesDifference<'a> {
    /// The tables that are compared with.
    pub from: &'a Tables,
    /// The other tables.
    pub to: &'a Tables,
    /// What is other in each table, by its name; a table that says the same is left out.
    pub changes: Vec<(String, Vec<TableDifference>)>,
    /// Example people: who, and their pay before and after, or why there is none.
    pub people: Vec<(&'static str, [Result<Pay, String>; 2])>,
}

/// The points of pay that are compared.
const POINTS: [&str; 2] = ["p50", "mean"];

fn points(pay: &Pay) -> [Dollars; 2] {
    [pay.percentiles.at(Percentile::P50), pay.mean]
}

impl WriteJson for TablesDifference<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "diff", self.from);
            json.plain_str_at("other_edition", self.to.edition.name());
            json.values_at("changes", |json| self.write_rows(json));
            json.array_at("people", &self.people, |json, (name, pay)| {
                json.object(|json| {
                    json.str_at("name", name);
                    for (key, pay) in ["before", "after"].into_iter().zip(pay) {
                        write_points(json, key, pay);
                    }
                    if let [Ok(before), Ok(after)] = pay {
                        json.object_at("difference", |json| {
                            let pairs = points(before).into_iter().zip(points(after));
                            for (key, (from, to)) in POINTS.into_iter().zip(pairs) {
                                json.figure_at(key, Figure::Difference { from, to });
                            }
                        });
                    }
                });
            });
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for (table, changes) in &self.changes {
            for change in changes {
                json.object(|json| {
                    json.str_at("table", table);
                    json.str_at("list", &change.list);
                    json.str_at("row", &change.row);
                    json.optional_str_at("key", change.key.as_deref());
                    for (name, value) in [("from", &change.from), ("to", &change.to)] {
                        json.key(name);
                        match value {
                            Some(value) => {
                                write_cell(json, change.key.as_deref().unwrap_or_default(), value);
                            }
                            None => json.null(),
                        }
                    }
                });
            }
        }
    }
}

fn write_points(json: &mut Json<'_>, key: &'static str, pay: &Result<Pay, String>) {
    match pay {
        Ok(pay) => json.object_at(key, |json| {
            for (point, amount) in POINTS.into_iter().zip(points(pay)) {
                json.figure_at(point, Figure::Dollars(amount));
            }
        }),
        Err(reason) => {
            let missing = if key == "before" { "before_missing" } else { "after_missing" };
            json.missing_at(key, missing, reason);
        }
    }
}

impl Report for TablesDifference<'_> {
    fn document(&self) -> Document {
        let mut document = Document::default();
        let Self { from, to, changes, people } = self;
        let editions = format!("From edition {} to edition {}.", from.edition, to.edition);
        document.prose("editions", editions);
        if changes.is_empty() {
            document.prose("same", "No value is other.");
        }
        for (table, changes) in changes {
            document.heading(table.clone());
            let columns = ["key", "from", "to"].map(Column::same);
            document.table("change", columns, changes.iter().map(changed));
        }
        document.heading("What that does to pay, US dollars a year");
        let columns = ["before", "after", "change", "mean_before", "mean_after", "mean_change"];
        let labels = ["median", "after", "change", "mean", "after", "change"];
        let columns = columns.into_iter().zip(labels).map(|(id, label)| Column::new(id, label));
        document.table("person", columns, people.iter().map(moved));
        let missing = people.iter().flat_map(|(name, pay)| {
            pay.iter()
                .filter_map(move |pay| Some(format!("{name}: {}", pay.as_ref().err()?).into()))
        });
        document.list("no_pay", missing);
        document
    }
}

fn changed(change: &TableDifference) -> Row {
    let place = [change.list.as_str(), change.row.as_str()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let key = change.key.as_deref().unwrap_or("");
    let absent = if change.key.is_some() { "not stated" } else { "no such row" };
    let [from, to] = [&change.from, &change.to].map(|value| match value {
        Some(value) => in_words(key, value).into(),
        None => absent.into(),
    });
    Row::new(place.clone(), place, [key.to_owned().into(), from, to])
}

fn moved((name, pay): &(&'static str, [Result<Pay, String>; 2])) -> Row {
    let [before, after] = pay.each_ref().map(|pay| pay.as_ref().ok().map(points));
    let cells = (0..POINTS.len()).flat_map(|point| {
        let [from, to] = [before, after].map(|points| points.map(|points| points[point]));
        let apart = from.zip(to).map(|(from, to)| Figure::Difference { from, to });
        [Cell::from(from), to.into(), apart.into()]
    });
    Row::new(*name, *name, cells.collect::<Vec<_>>())
}
