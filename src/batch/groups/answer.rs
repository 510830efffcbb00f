use super::grouping::{Fact, Group, Groups, Sum, Values};
use crate::data::Tables;
use crate::report::{Cell, Column, Document, Figure, Json, Report, Row, WriteJson, head};

/// The groups of a stream, a row each.
#[derive(Clone, Copy, Debug)]
pub struct GroupsAnswer<'a> {
    /// The tables of the answers.
    pub tables: &'a Tables,
    /// The groups.
    pub groups: &'a Groups,
    /// How many profiles could not be answered, and so are in no group.
    pub refused: u64,
}

/// A group with the facts that it is of; the last may be of all others.
type Listed<'g> = (Option<&'g [Fact]>, &'g Group);

impl GroupsAnswer<'_> {
    fn listed(&self) -> impl Iterator<Item = Listed<'_>> {
        let Groups { all, beyond, .. } = self.groups;
        let all = all.iter().map(|(facts, group)| (Some(facts.as_slice()), group));
        all.chain((beyond.count > 0).then_some((None, beyond)))
    }

    /// The text of each fact of a group.
    fn facts<'g>(&'g self, facts: Option<&'g [Fact]>) -> impl Iterator<Item = Option<&'g str>> {
        (0..self.groups.by.facts.len()).map(move |at| match facts {
            Some(facts) => facts[at].text(),
            None => Some("…"),
        })
    }

    /// What is summed up of a group, each with its name.
    fn sums<'g>(&'g self, group: &'g Group) -> impl Iterator<Item = (&'g str, Cell)> {
        let mut values = group.values.iter();
        self.groups.by.sums.iter().map(move |sum| match sum {
            Sum::Count => ("count", Figure::Count(group.count).into()),
            Sum::Value(path) => (path.as_str(), values.next().map_or(Cell::Empty, Values::cell)),
        })
    }
}

impl Values {
    /// The median of numbers, or each word with its count.
    fn cell(&self) -> Cell {
        match self.numbers.percentile(50) {
            Some(median) => Figure::Number(median, DECIMALS).into(),
            None if self.words.is_empty() => Cell::Empty,
            None => Cell::Text(self.words_in_one().into()),
        }
    }

    fn words_in_one(&self) -> String {
        let each = self.words.iter().map(|(word, count)| format!("{word}: {count}"));
        each.collect::<Vec<_>>().join("; ")
    }
}

/// As many as the contract writes of a number.
const DECIMALS: u8 = 6;

impl Report for GroupsAnswer<'_> {
    fn document(&self) -> Document {
        let mut document = Document::default();
        let facts = self.groups.by.facts.iter().map(|key| key.name().to_owned());
        let sums = self.groups.by.sums.iter().map(|sum| match sum {
            Sum::Count => "count".to_owned(),
            Sum::Value(path) => path.clone(),
        });
        let columns = facts.skip(1).chain(sums).map(|name| Column {
            id: name.clone().into(),
            label: name.into(),
            is_detail: false,
        });
        let rows = self.listed().map(|(facts, group)| {
            let mut facts = self.facts(facts).map(|fact| fact.unwrap_or("-").to_owned());
            let first = facts.next().unwrap_or_default();
            let rest = facts.map(|fact| Cell::Text(fact.into()));
            let cells: Vec<Cell> = rest.chain(self.sums(group).map(|(_, cell)| cell)).collect();
            Row::new(first.clone(), first, cells)
        });
        document.table("groups", columns, rows);
        document
    }
}

impl WriteJson for GroupsAnswer<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "groups", self.tables);
            json.array_at("by", &self.groups.by.facts, |json, key| json.plain_str(key.name()));
            json.figure_at("refused", Figure::Count(self.refused));
            json.array_at("groups", self.listed(), |json, (facts, group)| {
                json.object(|json| {
                    json.array_at("facts", self.facts(facts), |json, fact| match fact {
                        Some(fact) => json.str(fact),
                        None => json.null(),
                    });
                    json.figure_at("count", Figure::Count(group.count));
                    let values = self.groups.by.paths().zip(&group.values);
                    json.array_at("values", values, |json, (path, values)| {
                        values.write(json, path);
                    });
                });
            });
        });
    }

    /// A row each, with the names that were asked for as keys.
    fn write_rows(&self, json: &mut Json<'_>) {
        for (facts, group) in self.listed() {
            json.object(|json| {
                for (key, fact) in self.groups.by.facts.iter().zip(self.facts(facts)) {
                    json.any_key(key.name());
                    match fact {
                        Some(fact) => json.str(fact),
                        None => json.null(),
                    }
                }
                for (name, cell) in self.sums(group) {
                    json.any_key(name);
                    match cell {
                        Cell::Figure(figure) => json.figure(figure),
                        Cell::Text(text) => json.text(&text),
                        _ => json.null(),
                    }
                }
            });
        }
    }
}

impl Values {
    fn write(&self, json: &mut Json<'_>, path: &str) {
        json.object(|json| {
            json.str_at("field", path);
            if self.numbers.count() > 0 {
                json.figure_at("count", Figure::Count(self.numbers.count()));
                let figures = [10, 50, 90].map(|percent| self.numbers.percentile(percent));
                for (key, figure) in ["p10", "p50", "p90"].into_iter().zip(figures) {
                    let figure = figure.map(|figure| Figure::Number(figure, DECIMALS));
                    json.figure_or_null_at(key, figure);
                }
                let mean = self.numbers.mean().map(|mean| Figure::Number(mean, DECIMALS));
                json.figure_or_null_at("mean", mean);
            }
            if !self.words.is_empty() {
                json.array_at("words", &self.words, |json, (word, count)| {
                    json.object(|json| {
                        json.str_at("word", word);
                        json.figure_at("count", Figure::Count(*count));
                    });
                });
            }
        });
    }
}
