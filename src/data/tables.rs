use serde::{Deserialize, Serialize};

use super::career::Career;
use super::certifications::Certifications;
use super::combination::Combination;
use super::costs::Costs;
use super::edition::Edition;
use super::evidence::Basis;
use super::experience_curve::ExperienceCurve;
use super::fields::Fields;
use super::geography::Geography;
use super::levels::LevelTable;
use super::market::Market;
use super::occupations::Occupations;
use super::prices::Prices;
use super::problem::{Problem, Quoted};
use super::projections::Projections;
use super::salaries::Salaries;
use super::sources::{SourceIndex, Sources};
use super::syntax::parse_toml;
use super::terms::Terms;
use super::texts::TableTexts;
use super::verdicts::Verdicts;
use super::wage_history::WageHistory;
use crate::quantity::{LogQuantiles, PlaceCode};

/// The names of the tables, in alphabetical order. The file of a table is its name and `.toml`.
pub const TABLE_NAMES: [&str; 18] = [
    "career",
    "certifications",
    "combination",
    "costs",
    "education",
    "experience",
    "geography",
    "market",
    "occupations",
    "prices",
    "projections",
    "salaries",
    "settings",
    "sources",
    "specialties",
    "terms",
    "verdicts",
    "wage_history",
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
    /// How a career unfolds.
    pub career: Career,
    /// What it costs to enter the field and stay in it.
    pub costs: Costs,
    /// Facts that answers quote.
    pub market: Market,
    /// Wages of the occupations that a career borders on or leads to.
    pub occupations: Occupations,
    /// National wages year by year.
    pub wage_history: WageHistory,
    /// Consumer prices by year.
    pub prices: Prices,
    /// How employment is projected to change.
    pub projections: Projections,
    /// What is asked before the career is called worth it.
    pub verdicts: Verdicts,
    /// The words that answers use.
    pub terms: Terms,
}

/// A table that cannot be used, with everything that is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The name of the table.
    pub table: String,
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
    /// every other row would then seem to cite an unknown source; and the salaries and
    /// occupations wait for the geography, because every row would then seem to be of an unknown place.
    pub fn read(texts: &[&str; TABLE_NAMES.len()]) -> Result<Self, TableErrors> {
        Self::read_texts(&TableTexts::new(texts))
    }

    /// Reads and checks all tables, those of a user among them. A source that only replaced rows
    /// cited may then be left over.
    ///
    /// # Errors
    /// As [`Tables::read`].
    pub fn read_texts(texts: &TableTexts<'_>) -> Result<Self, TableErrors> {
        let mut reading = Reading { texts, errors: Vec::new() };
        let (date, sources, source_spans) = reading
            .table("sources", |table| {
                let date = table.text("edition");
                if let Some(date) = &date
                    && !Edition::is_date(date.get_ref())
                {
                    let message = format!(
                        "`edition` is {}, not a date such as `2026-11-23`",
                        Quoted(date.get_ref())
                    );
                    table.problem_at("edition", message);
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
        let occupations = geography.as_ref().and_then(|g| {
            reading.table("occupations", |t| Some(Occupations::read(t, &sources, g)))
        });
        let certifications = reading.table("certifications", |t| Certifications::read(t, &sources));
        let experience = reading.table("experience", |t| Some(ExperienceCurve::read(t, &sources)));
        let [specialties, settings, education] = ["specialties", "settings", "education"]
            .map(|name| reading.table(name, |t| Some(LevelTable::read(t, &sources))));
        let variance = salaries.as_ref().and_then(|salaries| {
            let nation = salaries.get(PlaceCode::NATION).ok()?;
            Some(LogQuantiles::of(&nation.pay.percentiles).variance())
        });
        let combination =
            reading.table("combination", |t| Combination::read(t, &sources, variance));
        let career = specialties.as_ref().and_then(|specialties| {
            reading.table("career", |t| Career::read(t, &sources, specialties))
        });
        let costs = reading.table("costs", |t| Some(Costs::read(t, &sources)));
        let market = reading.table("market", |t| Some(Market::read(t, &sources)));
        let wage_history = reading.table("wage_history", |t| Some(WageHistory::read(t, &sources)));
        let wages_of = salaries.as_ref().map(|salaries| salaries.dollars_of);
        let prices = reading.table("prices", |t| Some(Prices::read(t, &sources, wages_of)));
        let projections = reading.table("projections", |t| Projections::read(t, &sources));
        let verdicts = market
            .as_ref()
            .and_then(|market| reading.table("verdicts", |t| Verdicts::read(t, &sources, market)));
        let terms = reading.table("terms", |t| Some(Terms::read(t)));

        let read = (|| {
            Some(Self {
                edition: Edition::of(&date, texts.iter()).with_replaced(texts.replaced()),
                geography: geography?,
                salaries: salaries?,
                certifications: certifications?,
                experience: experience?,
                specialties: specialties?,
                settings: settings?,
                education: education?,
                combination: combination?,
                career: career?,
                costs: costs?,
                market: market?,
                occupations: occupations?,
                wage_history: wage_history?,
                prices: prices?,
                projections: projections?,
                verdicts: verdicts?,
                terms: terms?,
                sources,
            })
        })();
        if let Some(tables) = &read
            && reading.errors.is_empty()
            && texts.replaced().next().is_none()
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
        self.geography
            .cited()
            .chain(self.salaries.cited())
            .chain(self.certifications.cited())
            .chain(self.experience.cited())
            .chain(self.specialties.cited())
            .chain(self.settings.cited())
            .chain(self.education.cited())
            .chain(self.combination.cited())
            .chain(self.career.cited())
            .chain(self.verdicts.cited())
            .chain(self.costs.cited())
            .chain(self.market.cited())
            .chain(self.occupations.cited())
            .chain(self.wage_history.cited())
            .chain(self.prices.cited())
            .chain(self.projections.cited())
    }
}

/// The tables being read and what was wrong with them so far.
struct Reading<'t> {
    texts: &'t TableTexts<'t>,
    errors: Vec<TableError>,
}

impl Reading<'_> {
    /// Reads one table and keeps its problems; nothing when it has any.
    fn table<T>(
        &mut self,
        name: &'static str,
        read: impl for<'t> FnOnce(&mut Fields<'t>) -> Option<T>,
    ) -> Option<T> {
        let text = self.texts.text(name);
        let mut read_table = None;
        let problems = match parse_toml(text) {
            Err(problems) => problems,
            Ok(root) => {
                let mut table = Fields::new(&root, 0..0);
                if let Err(problem) = check_schema(&mut table) {
                    vec![problem]
                } else {
                    check_header(&mut table, name);
                    read_table = read(&mut table);
                    table.finish()
                }
            }
        };
        if problems.is_empty() {
            return read_table;
        }
        self.add(name, problems);
        None
    }

    fn add(&mut self, name: &str, mut problems: Vec<Problem>) {
        problems.sort_by_key(|problem| problem.span.start);
        let text = self.texts.text(name).to_owned();
        let (table, file) = (name.to_owned(), self.texts.file(name));
        self.errors.push(TableError { table, file, text, problems });
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

/// A table of another schema has other keys: to tell of each would help nobody.
fn check_schema(table: &mut Fields<'_>) -> Result<(), Problem> {
    match table.whole("schema") {
        Some(schema) if *schema.get_ref() != 1 => {
            let message =
                format!("`schema` is `{}`; this program reads schema 1", schema.get_ref());
            Err(Problem::new(schema.span(), message))
        }
        _ => Ok(()),
    }
}

/// The other keys at the head of every table.
fn check_header(table: &mut Fields<'_>, name: &str) {
    if let Some(id) = table.text("id")
        && *id.get_ref() != name
    {
        let message = format!("`id` is {}; the file is called `{name}.toml`", Quoted(id.get_ref()));
        table.problem_at("id", message);
    }
    table.text("title");
    table.optional_text("unit");
    table.optional_one_of("basis", &Basis::WORDS);
}
