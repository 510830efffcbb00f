use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::certifications::Certifications;
use super::combination::Combination;
use super::edition::Edition;
use super::experience_curve::ExperienceCurve;
use super::fields::Fields;
use super::geography::Geography;
use super::levels::LevelTable;
use super::market::Market;
use super::problem::Problem;
use super::salaries::Salaries;
use super::sources::{SourceIndex, Sources};
use super::terms::Terms;
use crate::quantity::{LogQuantiles, PlaceCode};

/// The names of the tables, in alphabetical order. The file of a table is its name and `.toml`.
pub const TABLE_NAMES: [&str; 11] = [
    "certifications",
    "combination",
    "education",
    "experience",
    "geography",
    "market",
    "salaries",
    "settings",
    "sources",
    "specialties",
    "terms",
];

/// Every table, checked by itself and against the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tables {
    /// Which tables these are.
    pub edition: Edition,
    /// Where the numbers come from.
    pub sources: Sources,
    /// Places, their names and price levels.
    pub geography: Geography,
    /// Published wages by place.
    pub salaries: Salaries,
    /// The effect of certifications, by how many are held.
    pub certifications: Certifications,
    /// The effect of years of work.
    pub experience: ExperienceCurve,
    /// The effect of what is coded, or the role.
    pub specialties: LevelTable,
    /// The effect of whom one works for.
    pub settings: LevelTable,
    /// The effect of schooling.
    pub education: LevelTable,
    /// How factors overlap.
    pub combination: Combination,
    /// Facts that answers quote.
    pub market: Market,
    /// The words that answers use.
    pub terms: Terms,
}

/// A table that cannot be used, with everything that is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The file that was read.
    pub file: String,
    /// Its text.
    pub text: String,
    /// What is wrong in it, in the order of the text; never empty.
    pub problems: Vec<Problem>,
}

/// The tables that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} cannot be used", .0.iter().map(|e| format!("`{}`", e.file)).collect::<Vec<_>>().join(", "))]
pub struct TableErrors(pub Vec<TableError>);

impl Tables {
    /// Reads and checks all tables; `texts` gives the text of each of [`TABLE_NAMES`], in order.
    ///
    /// # Errors
    /// Every problem of every table. When the sources cannot be read, only theirs are told, because
    /// every other row would then seem to cite an unknown source.
    pub fn read(texts: &[&str; TABLE_NAMES.len()]) -> Result<Self, TableErrors> {
        let mut reading = Reading { texts, errors: Vec::new() };
        let (date, sources, source_spans) = reading
            .table("sources", |table| {
                let date = table.text("edition");
                if let Some(date) = &date
                    && !Edition::is_date(date.get_ref())
                {
                    let message = format!("`edition` must be a date such as `2026-11-23`");
                    table.problem(Problem::new(date.span(), message));
                }
                let (sources, spans) = Sources::read(table);
                Some(((*date?.get_ref()).to_owned(), sources, spans))
            })
            .filter(|_| reading.errors.is_empty())
            .ok_or_else(|| TableErrors(std::mem::take(&mut reading.errors)))?;
        let geography = reading.table("geography", |t| Some(Geography::read(t, &sources)));
        let salaries = geography
            .as_ref()
            .and_then(|g| reading.table("salaries", |t| Salaries::read(t, &sources, g)));
        let certifications = reading.table("certifications", |t| Certifications::read(t, &sources));
        let experience = reading.table("experience", |t| ExperienceCurve::read(t, &sources));
        let [specialties, settings, education] = ["specialties", "settings", "education"]
            .map(|name| reading.table(name, |t| LevelTable::read(t, &sources)));
        let variance = salaries.as_ref().and_then(|salaries| {
            let nation = salaries.get(PlaceCode::NATION).ok()?;
            Some(LogQuantiles::of(&nation.pay.percentiles).variance())
        });
        let combination =
            reading.table("combination", |t| Combination::read(t, &sources, variance));
        let market = reading.table("market", |t| Market::read(t, &sources));
        let terms = reading.table("terms", |t| Some(Terms::read(t)));

        let read = (|| {
            Some(Self {
                edition: Edition::of(date, texts),
                geography: geography?,
                salaries: salaries?,
                certifications: certifications?,
                experience: experience?,
                specialties: specialties?,
                settings: settings?,
                education: education?,
                combination: combination?,
                market: market?,
                terms: terms?,
                sources,
            })
        })();
        if let Some(tables) = &read
            && reading.errors.is_empty()
        {
            reading.check_sources_are_used(tables, &source_spans);
        }
        match read {
            Some(tables) if reading.errors.is_empty() => Ok(tables),
            _ => Err(TableErrors(reading.errors)),
        }
    }

    /// Every source that a row cites, with repetitions.
    fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        let prices = self.geography.iter().filter_map(|place| place.price_level.as_ref().ok());
        self.salaries
            .cited()
            .chain(prices.map(|&(_, source)| source))
            .chain(self.certifications.cited())
            .chain(self.experience.cited())
            .chain(self.specialties.cited())
            .chain(self.settings.cited())
            .chain(self.education.cited())
            .chain(self.combination.cited())
            .chain(self.market.cited())
    }
}

/// The tables being read and what was wrong with them so far.
struct Reading<'t> {
    texts: &'t [&'t str; TABLE_NAMES.len()],
    errors: Vec<TableError>,
}

impl Reading<'_> {
    /// Reads one table and keeps its problems; nothing when it has any.
    fn table<T>(
        &mut self,
        name: &'static str,
        read: impl for<'t> FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name);
        let (root, syntax) = DeTable::parse_recoverable(text);
        let mut read_table = None;
        let problems = if syntax.is_empty() {
            let mut table = Fields::new(root.get_ref(), 0..0);
            check_header(&mut table, name);
            read_table = read(&mut table);
            table.finish()
        } else {
            syntax
                .iter()
                .map(|error| Problem::new(error.span().unwrap_or(0..0), error.message()))
                .collect()
        };
        if problems.is_empty() {
            return read_table;
        }
        self.add(name, problems);
        None
    }

    fn text(&self, name: &str) -> &str {
        let index = TABLE_NAMES.iter().position(|&known| known == name);
        self.texts[index.expect("only tables of the list are read")]
    }

    fn add(&mut self, name: &str, mut problems: Vec<Problem>) {
        problems.sort_by_key(|problem| problem.span.start);
        let text = self.text(name).to_owned();
        self.errors.push(TableError { file: format!("{name}.toml"), text, problems });
    }

    fn check_sources_are_used(&mut self, tables: &Tables, spans: &[std::ops::Range<usize>]) {
        let used: Vec<SourceIndex> = tables.cited().collect();
        let unused: Vec<Problem> = tables
            .sources
            .iter()
            .zip(spans)
            .filter(|((index, _), _)| !used.contains(index))
            .map(|((_, source), span)| {
                Problem::new(span.clone(), format!("no row cites the source `{}`", source.id))
            })
            .collect();
        if !unused.is_empty() {
            self.add("sources", unused);
        }
    }
}

/// The keys at the head of every table.
fn check_header(table: &mut Fields<'_>, name: &str) {
    if let Some(schema) = table.whole("schema")
        && *schema.get_ref() != 1
    {
        let message = format!("`schema` is {}; this program reads schema 1", schema.get_ref());
        table.problem(Problem::new(schema.span(), message));
    }
    if let Some(id) = table.text("id")
        && *id.get_ref() != name
    {
        let message = format!("`id` must be `{name}`, the name of the file");
        table.problem(Problem::new(id.span(), message));
    }
    table.text("title");
    table.optional_text("unit");
    table.optional_one_of("basis", &[("published", ()), ("derived", ()), ("assumption", ())]);
}
