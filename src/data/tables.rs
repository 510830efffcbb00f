use serde::{Deserialize, Serialize};

use super::career::{Career, Costs, Market, Verdicts};
use super::claims::{Accuracy, Claims};
use super::credentials::Credentials;
use super::edition::Edition;
use super::factors::{Certifications, Combination, ExperienceCurve, LevelTable};
use super::grade_rules::GradeRules;
use super::lazy::Lazy;
use super::places::{NamedPlaces, ZipCodes};
use super::programs::{Programs, ShortCareers};
use super::reading::{Citations, Fields, Problem, Source, Sources, parse_toml};
use super::synonyms::Synonyms;
use super::table_head::{check_header, check_schema, read_sources};
use super::tax::{TaxTables, Taxes};
use super::terms::Terms;
use super::texts::{TABLE_NAMES, TableTexts};
use super::unlikely::{NamesOfPeople, Unlikely};
use super::wages::{
    AreaPrices, Areas, Geography, Occupations, Prices, Projections, Salaries, WageHistory,
};
use crate::quantity::LogQuantiles;

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
    /// Metropolitan and nonmetropolitan areas with their wages and price levels.
    #[serde(skip)]
    pub areas: Lazy<Areas>,
    /// Cities and towns with their areas.
    #[serde(skip)]
    pub cities: Lazy<NamedPlaces>,
    /// Counties with their areas.
    #[serde(skip)]
    pub counties: Lazy<NamedPlaces>,
    /// ZIP codes with their areas.
    #[serde(skip)]
    pub zip_codes: Lazy<ZipCodes>,
    /// The effect of certifications, by how many are held.
    pub certifications: Certifications,
    /// Credentials by name.
    #[serde(skip)]
    pub credentials: Lazy<Credentials>,
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
    /// What graduates of certificate and associate programs earn and owe.
    #[serde(skip)]
    pub programs: Lazy<Programs>,
    /// Other careers with as little schooling.
    #[serde(skip)]
    pub careers: Lazy<ShortCareers>,
    /// The law of taxes on pay.
    #[serde(skip)]
    pub taxes: Lazy<Taxes>,
    /// What is asked before the career is called worth it.
    pub verdicts: Verdicts,
    /// When an answer is trusted less.
    pub grades: GradeRules,
    /// How the answers compare with published claims.
    pub accuracy: Accuracy,
    /// The words that answers use.
    pub terms: Terms,
    /// What people say for the names of facts.
    #[serde(skip)]
    pub synonyms: Lazy<Synonyms>,
    /// The people that hardly anybody is like.
    pub unlikely: Unlikely,
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
    /// Every problem of every table. When the sources cannot be read, only theirs are reported, because
    /// every other row would then seem to cite an unknown source; the salaries, occupations, programs
    /// and areas wait for the geography, the areas for the salaries too, their prices, the cities, the
    /// counties and the ZIP codes for the areas, the credentials for the specialties and education, and the unlikely people for credentials, specialties and
    /// education, the careers for the geography, occupations and programs, because their rows would then seem to name what is unknown.
    pub fn read(texts: &[&str; TABLE_NAMES.len()]) -> Result<Self, TableErrors> {
        Self::read_texts(&TableTexts::new(texts))
    }

    /// Reads and checks all tables, those of a user among them. A source that only replaced rows
    /// cited may then be left over.
    ///
    /// # Errors
    /// As [`Tables::read`].
    pub fn read_texts(texts: &TableTexts<'_>) -> Result<Self, TableErrors> {
        Self::read_with_claims(texts).map(|(tables, _)| tables)
    }

    /// Every source with the name of its table: those of the numbers on pay and careers, then those of the
    /// law of taxes.
    pub fn all_sources(&self) -> impl Iterator<Item = (&'static str, &Source)> {
        let of = |table: &'static str| move |(_, source)| (table, source);
        let of_taxes = self.taxes.sources.iter().map(of("tax_sources"));
        self.sources.iter().map(of("sources")).chain(of_taxes)
    }

    /// As [`Tables::read_texts`], with the claims to hold the answers of these tables against. No
    /// answer uses them, so they are no part of the tables.
    ///
    /// # Errors
    /// As [`Tables::read`].
    pub fn read_with_claims(texts: &TableTexts<'_>) -> Result<(Self, Claims), TableErrors> {
        let mut reading = Reading { texts, errors: Vec::new() };
        let (date, sources) = reading
            .table("sources", read_sources)
            .filter(|_| reading.errors.is_empty())
            .ok_or_else(|| TableErrors(std::mem::take(&mut reading.errors)))?;
        let geography = reading.table("geography", |t| Some(Geography::read(t, &sources)));
        let salaries = geography
            .as_ref()
            .and_then(|g| reading.table("salaries", |t| Salaries::read(t, &sources, g)));
        let areas = reading.areas(&sources, geography.as_ref(), salaries.as_ref());
        let (cities, counties, zip_codes) =
            reading.places(&sources, geography.as_ref(), areas.as_ref());
        let occupations = geography
            .as_ref()
            .and_then(|g| reading.table("occupations", |t| Occupations::read(t, &sources, g)));
        let certifications = reading.table("certifications", |t| Certifications::read(t, &sources));
        let experience = reading.table("experience", |t| Some(ExperienceCurve::read(t, &sources)));
        let [specialties, settings, education] = ["specialties", "settings", "education"]
            .map(|name| reading.table(name, |t| Some(LevelTable::read(t, &sources))));
        let levels = specialties.as_ref().zip(education.as_ref());
        let credentials = levels.and_then(|(specialties, education)| {
            reading.table("credentials", |t| Credentials::read(t, &sources, specialties, education))
        });
        let variance = salaries
            .as_ref()
            .map(|salaries| LogQuantiles::new(&salaries.nation().pay.percentiles).variance());
        let role_variance = occupations.as_ref().map(Occupations::least_variance);
        let combination = reading
            .table("combination", |t| Combination::read(t, &sources, variance, role_variance));
        let career = specialties.as_ref().and_then(|specialties| {
            reading.table("career", |t| Career::read(t, &sources, specialties))
        });
        let costs = reading.table("costs", |t| Some(Costs::read(t, &sources)));
        let market = reading.table("market", |t| Some(Market::read(t, &sources)));
        let wage_history = reading.table("wage_history", |t| Some(WageHistory::read(t, &sources)));
        let wages_of = salaries.as_ref().map(|salaries| salaries.dollars_of);
        let prices = reading.table("prices", |t| Some(Prices::read(t, &sources, wages_of)));
        let projections = reading.table("projections", |t| Projections::read(t, &sources));
        let programs = geography
            .as_ref()
            .and_then(|g| reading.table("programs", |t| Some(Programs::read(t, &sources, g))));
        let careers =
            reading.careers(&sources, geography.as_ref(), occupations.as_ref(), programs.as_ref());
        let verdicts = market.as_ref().and_then(|market| {
            reading.table("verdicts", |t| Some(Verdicts::read(t, &sources, market)))
        });
        let taxes = reading.taxes(geography.as_ref());
        let accuracy = reading.table("accuracy", |t| Accuracy::read(t, &sources));
        let claims = reading.claims(&sources, geography.as_ref(), accuracy.as_ref());
        let grades = reading.table("grades", |t| GradeRules::read(t, &sources));
        let terms = reading.table("terms", |t| Some(Terms::read(t)));
        let names =
            NamesOfPeople::new(specialties.as_ref(), education.as_ref(), credentials.as_ref());
        let unlikely = names.and_then(|names| {
            reading.table("unlikely", |t| Some(Unlikely::read(t, &sources, names)))
        });

        let synonyms = reading.table("synonyms", |t| Some(Synonyms::read(t, &sources)));
        let unused = sources.unused();
        if !unused.is_empty() && reading.errors.is_empty() && texts.replaced().next().is_none() {
            reading.add("sources", unused);
        }
        let read = (|| {
            Some(Self {
                edition: Edition::new(&date, texts.iter()).with_replaced(texts.replaced()),
                geography: geography?,
                salaries: salaries?,
                areas: Lazy::ready(areas?),
                cities: Lazy::ready(cities?),
                counties: Lazy::ready(counties?),
                zip_codes: Lazy::ready(zip_codes?),
                certifications: certifications?,
                credentials: Lazy::ready(credentials?),
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
                programs: Lazy::ready(programs?),
                careers: Lazy::ready(careers?),
                taxes: Lazy::ready(taxes?),
                verdicts: verdicts?,
                grades: grades?,
                accuracy: accuracy?,
                terms: terms?,
                synonyms: Lazy::ready(synonyms?),
                unlikely: unlikely?,
                sources: sources.into_sources(),
            })
        })();
        match read.zip(claims) {
            Some(read) if reading.errors.is_empty() => Ok(read),
            _ => Err(TableErrors(reading.errors)),
        }
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

    /// The areas with their price levels; they wait for the tables that know the states.
    fn areas(
        &mut self,
        sources: &Citations,
        geography: Option<&Geography>,
        salaries: Option<&Salaries>,
    ) -> Option<Areas> {
        let (geography, salaries) = (geography?, salaries?);
        let mut areas = self.table("areas", |table| {
            Some(Areas::read(table, sources, geography, salaries.dollars_of))
        })?;
        let prices =
            self.table("area_prices", |t| Some(AreaPrices::read(t, sources, geography, &areas)))?;
        prices.apply(&mut areas, geography);
        Some(areas)
    }

    /// Other careers; they wait for the tables that know the states, occupations and fields of study.
    fn careers(
        &mut self,
        sources: &Citations,
        geography: Option<&Geography>,
        occupations: Option<&Occupations>,
        programs: Option<&Programs>,
    ) -> Option<ShortCareers> {
        let (geography, occupations, programs) = (geography?, occupations?, programs?);
        self.table("careers", |t| {
            Some(ShortCareers::read(t, sources, geography, occupations, programs))
        })
    }

    /// The places that are finer than an area; they wait for the tables that know states and areas.
    fn places(
        &mut self,
        sources: &Citations,
        geography: Option<&Geography>,
        areas: Option<&Areas>,
    ) -> (Option<NamedPlaces>, Option<NamedPlaces>, Option<ZipCodes>) {
        let Some((geography, areas)) = geography.zip(areas) else { return (None, None, None) };
        let [cities, counties] = ["cities", "counties"].map(|name| {
            self.table(name, |t| Some(NamedPlaces::read(t, sources, geography, areas)))
        });
        let zip_codes =
            self.table("zip_codes", |t| Some(ZipCodes::read(t, sources, geography, areas)));
        (cities, counties, zip_codes)
    }

    /// The law of taxes; every table of it cites the sources of taxes, and most name states.
    fn taxes(&mut self, geography: Option<&Geography>) -> Option<Taxes> {
        let geography = geography?;
        let sources = self.table("tax_sources", |t| Some(Citations::read(t)))?;
        let federal = self.table("tax_federal", |t| Some(TaxTables::federal(t, &sources)));
        let states = self.table("tax_states", |t| Some(TaxTables::states(t, geography)));
        let rules = states.as_ref().and_then(|states| {
            self.table("tax_rules", |t| Some(TaxTables::rules(t, &sources, geography, states)))
        });
        let payroll =
            self.table("tax_payroll", |t| Some(TaxTables::payroll(t, &sources, geography)));
        let local = self.table("tax_local", |t| Some(TaxTables::local(t, &sources, geography)));
        let two_states =
            self.table("tax_two_states", |t| TaxTables::two_states(t, &sources, geography));
        let unused = sources.unused();
        if !unused.is_empty() && self.errors.is_empty() && self.texts.replaced().next().is_none() {
            self.add("tax_sources", unused);
        }
        let tables = TaxTables {
            federal: federal?,
            states: states?,
            rules: rules?,
            payroll: payroll?,
            local: local?,
            two_states: two_states?,
            sources,
        };
        Some(tables.together())
    }

    /// The claims; they wait for the tables that know the places and the kinds.
    fn claims(
        &mut self,
        sources: &Citations,
        geography: Option<&Geography>,
        accuracy: Option<&Accuracy>,
    ) -> Option<Claims> {
        let (geography, accuracy) = (geography?, accuracy?);
        self.table("claims", |table| Some(Claims::read(table, sources, geography, accuracy)))
    }

    fn add(&mut self, name: &str, mut problems: Vec<Problem>) {
        problems.sort_by_key(|problem| problem.span.start);
        let text = self.texts.text(name).to_owned();
        let (table, file) = (name.to_owned(), self.texts.file(name));
        self.errors.push(TableError { table, file, text, problems });
    }
}
