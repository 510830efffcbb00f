//! Rows checked by hand: each literal below was read off the published figures, one row at a time,
//! and typed; none was copied from `data/` or passed through a script.
//!
//! Independent of the crate on purpose. A loader can check that a table is well formed, that its
//! percentiles rise and its total is right, and still accept the right numbers in the wrong rows.
//! So each table is parsed here as plain TOML, and some of its rows are compared cell by cell: a
//! large one, a small one and an odd one at least.

use toml::{Table, Value};

/// A row, a section or an entry of a table, with the words that say which one it is.
struct Row {
    name: String,
    cells: Table,
}

impl Row {
    /// The only entry of the array with every wanted value in its cells.
    fn find(table: &str, array: &str, wanted: &[(&str, Value)]) -> Self {
        Self { name: format!("data/{table}.toml"), cells: parse(table) }.among(array, wanted)
    }

    /// The only entry of an array of this table with every wanted value in its cells.
    fn among(&self, array: &str, wanted: &[(&str, Value)]) -> Self {
        let name = format!("{}, `{array}` with {wanted:?}", self.name);
        let mut found = self
            .entries(array)
            .into_iter()
            .filter(|cells| wanted.iter().all(|(column, value)| cells.get(*column) == Some(value)));
        let Some(cells) = found.next() else { panic!("{name}: no such row") };
        assert!(found.next().is_none(), "{name}: more than one such row");
        Self { name, cells }
    }

    /// Every entry of an array of this table.
    fn entries(&self, array: &str) -> Vec<Table> {
        let Some(Value::Array(entries)) = self.cells.get(array) else {
            panic!("{}: no array `{array}`", self.name);
        };
        let cells = |entry: &Value| match entry {
            Value::Table(cells) => cells.clone(),
            other => panic!("{}, `{array}`: expected a table, found {other}", self.name),
        };
        entries.iter().map(cells).collect()
    }

    /// The section of that name, such as `[survey]`.
    fn section(table: &str, section: &str) -> Self {
        Self { name: format!("data/{table}.toml"), cells: parse(table) }.inner(section)
    }

    /// The table inside this one under that key.
    fn inner(&self, key: &str) -> Self {
        let name = format!("{}, `{key}`", self.name);
        match self.cells.get(key) {
            Some(Value::Table(cells)) => Self { name, cells: cells.clone() },
            other => panic!("{name}: expected a table, found {other:?}"),
        }
    }

    /// Compares one cell.
    fn has(&self, column: &str, expected: impl Into<Value>) -> &Self {
        assert_eq!(self.cells.get(column), Some(&expected.into()), "{}: `{column}`", self.name);
        self
    }

    /// Compares p10, p25, p50, p75 and p90, the mean and its relative standard error.
    fn pays(&self, percentiles: [i64; 5], mean: i64, mean_prse: f64) -> &Self {
        for (column, dollars) in ["p10", "p25", "p50", "p75", "p90"].into_iter().zip(percentiles) {
            self.has(column, dollars);
        }
        self.has("mean", mean).has("mean_prse", mean_prse)
    }

    /// Checks that the row states nothing under this key.
    fn lacks(&self, column: &str) -> &Self {
        assert_eq!(self.cells.get(column), None, "{}: `{column}`", self.name);
        self
    }
}

fn parse(table: &str) -> Table {
    let text = match table {
        "area_prices" => include_str!("../data/area_prices.toml"),
        "areas" => include_str!("../data/areas.toml"),
        "career" => include_str!("../data/career.toml"),
        "certifications" => include_str!("../data/certifications.toml"),
        "claims" => include_str!("../data/claims.toml"),
        "combination" => include_str!("../data/combination.toml"),
        "costs" => include_str!("../data/costs.toml"),
        "credentials" => include_str!("../data/credentials.toml"),
        "education" => include_str!("../data/education.toml"),
        "experience" => include_str!("../data/experience.toml"),
        "grades" => include_str!("../data/grades.toml"),
        "geography" => include_str!("../data/geography.toml"),
        "careers" => include_str!("../data/careers.toml"),
        "market" => include_str!("../data/market.toml"),
        "occupations" => include_str!("../data/occupations.toml"),
        "prices" => include_str!("../data/prices.toml"),
        "programs" => include_str!("../data/programs.toml"),
        "projections" => include_str!("../data/projections.toml"),
        "salaries" => include_str!("../data/salaries.toml"),
        "settings" => include_str!("../data/settings.toml"),
        "sources" => include_str!("../data/sources.toml"),
        "specialties" => include_str!("../data/specialties.toml"),
        "tax_federal" => include_str!("../data/tax_federal.toml"),
        "tax_local" => include_str!("../data/tax_local.toml"),
        "tax_payroll" => include_str!("../data/tax_payroll.toml"),
        "tax_rules" => include_str!("../data/tax_rules.toml"),
        "tax_states" => include_str!("../data/tax_states.toml"),
        "tax_two_states" => include_str!("../data/tax_two_states.toml"),
        "unlikely" => include_str!("../data/unlikely.toml"),
        "verdicts" => include_str!("../data/verdicts.toml"),
        "wage_history" => include_str!("../data/wage_history.toml"),
        other => panic!("no rows of `{other}` are checked here"),
    };
    text.parse().unwrap_or_else(|error| panic!("data/{table}.toml is not TOML: {error}"))
}

fn entries(table: &str, array: &str) -> Vec<Table> {
    Row { name: format!("data/{table}.toml"), cells: parse(table) }.entries(array)
}

fn wages(place: &str, percentiles: [i64; 5], mean: i64, mean_prse: f64) -> Row {
    let row = Row::find("salaries", "rows", &[("place", place.into())]);
    row.pays(percentiles, mean, mean_prse).has("source", "bls-oews-2025");
    row
}

/// The section of an occupation in the table of related occupations.
fn occupation(name: &str, code: &str) -> Row {
    let section = Row::find("occupations", "occupation", &[("occupation", name.into())]);
    section.has("code", code);
    section
}

/// The section of a series of the wage history.
fn series(code: &str, years: usize) -> Row {
    let section = Row::find("wage_history", "series", &[("code", code.into())]);
    assert_eq!(section.entries("rows").len(), years, "years of {code}");
    section
}

fn prices(year: i64, may: f64) -> Row {
    let row = Row::find("prices", "rows", &[("year", year.into())]);
    row.has("may", may).has("source", "bls-cpi");
    row
}

fn projection(code: &str, employment: f64, projected: f64, change: f64, openings: f64) -> Row {
    let row = Row::find("projections", "rows", &[("code", code.into())]);
    row.has("employment", employment).has("projected", projected);
    row.has("change", change).has("openings", openings);
    row
}

fn fact(item: &str, period: &str) -> Row {
    Row::find("market", "rows", &[("item", item.into()), ("period", period.into())])
}

fn place(code: &str, name: &str, kind: &str) -> Row {
    let row = Row::find("geography", "rows", &[("code", code.into())]);
    row.has("name", name).has("kind", kind);
    row
}

fn area(code: &str, name: &str, states: &[&str]) -> Row {
    let row = Row::find("areas", "rows", &[("code", code.into())]);
    row.has("name", name).has("states", states.to_vec());
    row
}

/// Compares a level of a factor: what it pays and what that is compared with.
fn level(table: &str, level: &str, pay: i64, reference: i64, statistic: &str) -> Row {
    let row = Row::find(table, "rows", &[("level", level.into())]);
    row.has("pay", pay).has("reference", reference).has("statistic", statistic).lacks("ratio");
    row
}

fn knot(years: i64, ratio: f64) {
    Row::find("experience", "rows", &[("years", years.into())])
        .has("ratio", ratio)
        .has("basis", "derived")
        .has(
            "sources",
            vec![
                "oflc-2025",
                "vha-2025",
                "uc-coders-2024",
                "unc-coders-2013",
                "aapc-2010",
                "aapc-2009",
            ],
        );
}

fn correlation(a: &str, b: &str, value: f64) {
    Row::find("combination", "correlation", &[("a", a.into()), ("b", b.into())])
        .has("value", value)
        .has("basis", "assumption");
}

#[test]
fn salary_rows_equal_the_published_figures() {
    wages("US", [37_000, 43_490, 51_140, 64_820, 81_150], 56_790, 0.4)
        .has("employment", 194_720)
        .has("employment_prse", 1.1);
    wages("CA", [43_800, 49_000, 61_810, 80_630, 102_470], 68_230, 1.2)
        .has("employment", 18_700)
        .has("employment_prse", 4.3);
    wages("DC", [46_300, 55_750, 72_040, 99_060, 128_010], 80_250, 11.5)
        .has("employment", 270)
        .has("employment_prse", 22.3);
    wages("MN", [48_120, 49_690, 61_530, 70_070, 83_020], 63_570, 3.4)
        .has("employment", 3_150)
        .has("employment_prse", 6.8);
    wages("MS", [31_010, 34_730, 41_500, 50_500, 61_580], 44_380, 1.6)
        .has("employment", 2_310)
        .has("employment_prse", 8.2);
    wages("VT", [42_130, 47_340, 57_560, 62_590, 77_580], 57_950, 4.6)
        .lacks("employment")
        .lacks("employment_prse");
    wages("GU", [29_120, 35_330, 38_470, 44_810, 55_430], 41_010, 1.7)
        .has("employment", 70)
        .has("employment_prse", 11.3);
    wages("PR", [21_900, 23_020, 27_990, 39_680, 57_780], 34_060, 6.0)
        .has("employment", 1_850)
        .has("employment_prse", 10.2);
    assert_eq!(entries("salaries", "rows").len(), 54, "places with published wages");
}

#[test]
fn salary_cells_that_bls_withheld_are_stated_missing() {
    for column in ["employment", "employment_prse"] {
        let wanted = [("place", "VT".into()), ("column", column.into())];
        Row::find("salaries", "missing", &wanted).has("reason", "not released by BLS");
    }
    for territory in ["AS", "MP", "VI"] {
        Row::find("salaries", "missing", &[("place", territory.into())]).lacks("column");
    }
    assert_eq!(entries("salaries", "missing").len(), 5, "stated gaps");
}

#[test]
fn area_rows_equal_the_published_figures() {
    area("35620", "New York-Newark-Jersey City, NY-NJ", &["NY", "NJ"])
        .pays([35_640, 46_900, 61_190, 81_090, 102_600], 66_990, 3.2)
        .has("employment", 8_090)
        .has("employment_prse", 8.7);
    area("14460", "Boston-Cambridge-Newton, MA-NH", &["MA", "NH"])
        .pays([45_540, 49_160, 60_460, 75_500, 82_260], 62_940, 1.4)
        .has("employment", 2_630);
    area("47900", "Washington-Arlington-Alexandria, DC-VA-MD-WV", &["DC", "VA", "MD", "WV"])
        .pays([42_960, 48_970, 58_810, 75_140, 92_540], 63_850, 3.5)
        .has("employment", 2_370);
    area("27140", "Jackson, MS", &["MS"])
        .pays([31_490, 35_100, 41_080, 52_450, 61_580], 45_250, 2.7)
        .has("employment", 590)
        .has("employment_prse", 10.3);
    area("16860", "Chattanooga, TN-GA", &["TN", "GA"]).pays(
        [37_450, 39_610, 49_020, 78_550, 105_240],
        76_090,
        5.4,
    );
    area("48900", "Wilmington, NC", &["NC"]).pays(
        [37_080, 40_020, 42_930, 56_800, 109_410],
        54_530,
        14.7,
    );
    area("13220", "Beckley, WV", &["WV"])
        .pays([29_120, 33_940, 41_320, 56_470, 68_460], 46_210, 4.9)
        .lacks("employment")
        .lacks("employment_prse");
    area("0100001", "Northwest Alabama nonmetropolitan area", &["AL"])
        .pays([29_280, 38_150, 49_970, 52_000, 59_610], 45_530, 2.6)
        .has("employment", 110)
        .has("kind", "nonmetropolitan");
    area("7200006", "Puerto Rico nonmetropolitan area", &["PR"])
        .pays([21_840, 21_840, 21_840, 24_640, 30_290], 24_920, 4.3)
        .has("employment", 40);
    area("21300", "Elmira, NY", &["NY"]).has("employment", 80).lacks("p50").lacks("mean");
    area("40340", "Rochester, MN", &["MN"]).lacks("employment").lacks("p50").lacks("source");
    let rows = entries("areas", "rows");
    let of = |kind: &str| rows.iter().filter(|row| row["kind"] == kind.into()).count();
    assert_eq!(of("metropolitan"), 375 + 17, "with a row in the wage figures, and without");
    assert_eq!(of("nonmetropolitan"), 132);
    assert_eq!(rows.iter().filter(|row| row.contains_key("p50")).count(), 506);
}

#[test]
fn wages_of_areas_that_bls_withheld_are_stated_missing() {
    let elmira = [("area", "21300".into()), ("column", "wages".into())];
    Row::find("areas", "missing", &elmira).has("reason", "not released by BLS");
    for area in ["13220", "15540", "5000001", "5000002"] {
        for column in ["employment", "employment_prse"] {
            let wanted = [("area", area.into()), ("column", column.into())];
            Row::find("areas", "missing", &wanted).has("reason", "not released by BLS");
        }
    }
    assert_eq!(entries("areas", "missing").len(), 1 + 8 + 17, "stated gaps");
}

#[test]
fn area_price_rows_equal_the_published_price_levels() {
    let price = |key: &str, code: &str, level: f64, source: &str| {
        Row::find("area_prices", "rows", &[(key, code.into())])
            .has("price_level", level)
            .has("source", source);
    };
    let (metropolitan, portions) = ("bea-rpp-2024-metropolitan", "bea-rpp-2024-portions");
    price("area", "14460", 108.266, metropolitan);
    price("area", "35620", 112.563, metropolitan);
    price("area", "27140", 89.048, metropolitan);
    price("area", "21300", 94.398, metropolitan);
    price("area", "40340", 90.821, metropolitan);
    price("nonmetropolitan", "AL", 83.231, portions);
    price("nonmetropolitan", "MS", 83.648, portions);
    price("nonmetropolitan", "UT", 93.075, portions);
    assert_eq!(entries("area_prices", "rows").len(), 387 + 47, "areas, and states with a portion");
    for state in ["DE", "DC", "NJ", "RI"] {
        Row::find("area_prices", "missing", &[("nonmetropolitan", state.into())])
            .has("reason", "it has no nonmetropolitan portion in the figures of BEA");
    }
    Row::find("area_prices", "missing", &[("area", "41980".into())]);
    assert_eq!(entries("area_prices", "missing").len(), 5 + 5, "stated gaps");
}

#[test]
fn the_rules_of_the_grade_are_those_of_the_model() {
    for (rule, over, unit) in [
        ("aging", 3, "years"),
        ("old", 5, "years"),
        ("very-old", 10, "years"),
        ("kinds", 1, "kinds"),
    ] {
        Row::find("grades", "rows", &[("rule", rule.into())])
            .has("over", over)
            .has("unit", unit)
            .has("basis", "assumption");
    }
    Row::find("grades", "rows", &[("rule", "sampling-error".into())])
        .has("over", 5.0)
        .has("unit", "percent");
    assert_eq!(entries("grades", "rows").len(), 5, "rules");
}

#[test]
fn geography_rows_equal_the_published_price_levels() {
    place("US", "United States", "nation").has("price_level", 100.0).lacks("fips");
    place("CA", "California", "state").has("price_level", 110.72).has("fips", "06");
    place("AR", "Arkansas", "state").has("price_level", 86.937).has("fips", "05");
    place("MS", "Mississippi", "state").has("price_level", 86.953).has("fips", "28");
    place("MA", "Massachusetts", "state").has("price_level", 105.757).has("fips", "25");
    place("DC", "District of Columbia", "district").has("price_level", 109.901).has("fips", "11");
    place("WA", "Washington", "state").has("price_level", 107.013).has("fips", "53");
    place("VT", "Vermont", "state").has("price_level", 97.958).has("fips", "50");
    place("WY", "Wyoming", "state").has("price_level", 92.691).has("fips", "56");
    place("GU", "Guam", "territory").lacks("price_level").has("fips", "66");
    place("PR", "Puerto Rico", "territory").lacks("price_level").has("fips", "72");
    place("MP", "Northern Mariana Islands", "territory").lacks("price_level").lacks("fips");
    assert_eq!(entries("geography", "rows").len(), 57, "places that can be asked about");
}

#[test]
fn places_without_a_price_level_are_stated_missing() {
    for territory in ["PR", "GU", "AS", "MP", "VI"] {
        Row::find("geography", "missing", &[("place", territory.into())])
            .has("column", "price_level")
            .has("source", "bea-rpp-2024");
    }
    assert_eq!(entries("geography", "missing").len(), 5, "stated gaps");
}

#[test]
fn certification_rows_equal_the_survey_means() {
    for (count, pay) in [(0, 55_721), (2, 74_557), (3, 81_227)] {
        Row::find("certifications", "rows", &[("certifications", count.into())])
            .has("pay", pay)
            .has("statistic", "mean")
            .has("basis", "published")
            .has("source", "aapc-2025");
    }
    let one = Row::find("certifications", "rows", &[("certifications", 1.into())]);
    one.lacks("pay").has("basis", "derived").has("sources", vec!["aapc-2025", "aapc-2015"]);
    one.inner("derived").has("from", 2).has("numerator", 46_899).has("denominator", 58_399);
    Row::section("certifications", "survey")
        .has("all_certified", 67_260)
        .has("uncertified_share", 0.35)
        .has("basis", "assumption");
}

#[test]
fn experience_rows_equal_the_derived_ratios() {
    knot(0, 0.751);
    knot(2, 0.885);
    knot(5, 0.962);
    knot(10, 1.010);
    knot(25, 1.116);
    assert_eq!(entries("experience", "rows").len(), 9, "years with a ratio");
}

#[test]
fn specialty_rows_equal_the_published_pay() {
    level("specialties", "general-coding", 58_895, 58_895, "median")
        .has("source", "aapc-2023-medians");
    level("specialties", "compliance", 81_495, 58_895, "median").has("source", "aapc-2023-medians");
    level("specialties", "billing", 56_981, 58_895, "median").has("source", "aapc-2023-medians");
    level("specialties", "risk-adjustment", 74_629, 67_147, "mean").has("basis", "published");
    level("specialties", "revenue-cycle", 75_699, 58_895, "median").has("basis", "derived");
    level("specialties", "emergency", 50_000, 39_953, "median").has("source", "aapc-2010");
    level("specialties", "cardiology", 40_250, 39_953, "median").has("source", "aapc-2010");
    assert_eq!(entries("specialties", "rows").len(), 19, "specialties and roles");
}

#[test]
fn setting_rows_equal_the_industry_means() {
    for (setting, pay) in [
        ("university", 66_820),
        ("consulting", 48_580),
        ("hospital", 61_920),
        ("health-system", 64_590),
        ("state-government", 58_150),
    ] {
        level("settings", setting, pay, 56_790, "mean").has("source", "bls-oews-2025-industry");
    }
    assert_eq!(entries("settings", "rows").len(), 12, "kinds of employer");
}

#[test]
fn education_rows_equal_the_survey() {
    for (level, ratio) in
        [("high-school", 0.972), ("associate", 1.001), ("bachelor", 1.030), ("master", 1.069)]
    {
        Row::find("education", "rows", &[("level", level.into())])
            .has("ratio", ratio)
            .has("statistic", "ratio")
            .has("basis", "derived")
            .has("source", "aapc-2022-education")
            .lacks("pay");
    }
    assert_eq!(entries("education", "rows").len(), 4, "levels of schooling");
}

#[test]
fn unlikely_people_are_those_that_are_named() {
    let row = |person: &str| Row::find("unlikely", "rows", &[("person", person.into())]);
    row("new-auditor")
        .has("specialties", vec!["auditing"])
        .has("certifications_under", 1)
        .has("experience_under", 2);
    row("new-manager").has("roles", vec!["manager"]).has("experience_under", 2);
    row("rhit-without-degree")
        .has("credentials", vec!["RHIT", "RHIA"])
        .has("education", vec!["high-school"])
        .lacks("experience_under");
    row("very-long-career").has("experience_over", 45).lacks("specialties");
    assert_eq!(entries("unlikely", "rows").len(), 8, "kinds of people");
}

#[test]
fn combination_values_equal_the_stated_assumptions() {
    for (factor, value) in [("certifications", 0.135), ("specialty", 0.125), ("education", 0.027)] {
        Row::find("combination", "spread", &[("factor", factor.into())])
            .has("value", value)
            .has("basis", "assumption");
    }
    Row::find("combination", "spread", &[("factor", "experience".into())])
        .has("value", 0.10)
        .has("basis", "derived");
    Row::find("combination", "center", &[("factor", "specialty".into())])
        .has("value", 0.044)
        .has("basis", "assumption");
    correlation("certifications", "experience", 0.30);
    correlation("certifications", "specialty", 0.35);
    correlation("certifications", "education", 0.10);
    correlation("experience", "setting", 0.05);
    correlation("experience", "education", 0.0);
    correlation("specialty", "education", 0.10);
    correlation("setting", "education", 0.10);
    assert_eq!(entries("combination", "center").len(), 1, "centers");
    assert_eq!(entries("combination", "spread").len(), 5, "factors");
    assert_eq!(entries("combination", "correlation").len(), 10, "pairs of factors");
}

#[test]
fn occupation_rows_equal_the_published_figures() {
    let all = occupation("all-occupations", "00-0000");
    all.among("rows", &[("place", "US".into())])
        .pays([31_200, 37_590, 50_980, 80_520, 128_560], 69_770, 0.1)
        .has("employment", 155_495_730)
        .has("employment_prse", 0.0)
        .has("source", "bls-oews-2025-related");
    let informatics = occupation("informatics", "29-9021");
    informatics
        .among("rows", &[("place", "US".into())])
        .pays([39_830, 48_940, 68_020, 95_630, 117_420], 74_970, 0.7)
        .has("employment", 38_100);
    informatics
        .among("rows", &[("place", "DE".into())])
        .pays([41_980, 44_040, 68_890, 68_890, 80_790], 63_400, 8.0)
        .lacks("employment");
    informatics
        .among("rows", &[("place", "PR".into())])
        .pays([21_840, 22_680, 27_040, 41_330, 44_810], 32_130, 4.5)
        .has("employment", 90)
        .has("employment_prse", 16.8);
    occupation("manager", "11-9111")
        .among("rows", &[("place", "NY".into())])
        .pays([95_660, 123_170, 164_120, 215_770, 340_990], 184_960, 0.9)
        .has("employment", 33_200);
    let compliance = occupation("compliance-officer", "13-1041");
    compliance
        .among("rows", &[("place", "PA".into())])
        .pays([49_910, 63_280, 85_580, 130_990, 130_990], 93_230, 2.3)
        .has("employment", 19_810);
    compliance
        .among("rows", &[("place", "VI".into())])
        .pays([42_810, 52_010, 67_990, 103_380, 122_950], 77_920, 0.7)
        .has("employment_prse", 3.5);
    occupation("billing-clerk", "43-3021")
        .among("rows", &[("place", "GU".into())])
        .pays([22_570, 23_560, 26_900, 31_200, 41_760], 29_660, 3.1)
        .has("employment", 80);
    let secretary = occupation("medical-secretary", "43-6013");
    secretary
        .among("rows", &[("place", "US".into())])
        .pays([35_930, 38_570, 45_930, 50_580, 60_530], 46_800, 0.3)
        .has("employment", 961_610);
    secretary
        .among("rows", &[("place", "SD".into())])
        .pays([39_270, 43_970, 45_810, 47_890, 53_120], 46_240, 1.3)
        .has("employment", 80)
        .has("employment_prse", 17.9);
    secretary
        .among("rows", &[("place", "MS".into())])
        .pays([29_890, 31_250, 36_290, 43_090, 49_410], 38_510, 0.6)
        .lacks("employment");
    let claims = occupation("claims-clerk", "43-9041");
    claims
        .among("rows", &[("place", "TX".into())])
        .pays([36_460, 44_520, 49_880, 62_180, 78_010], 54_740, 1.3)
        .has("employment", 24_470);
    claims
        .among("rows", &[("place", "SC".into())])
        .pays([37_380, 37_380, 44_650, 49_860, 61_450], 46_500, 1.2)
        .has("employment_prse", 6.2);
    claims
        .among("rows", &[("place", "AK".into())])
        .pays([34_270, 37_330, 48_740, 53_940, 59_870], 47_470, 6.6)
        .has("employment", 40);
    for (section, places) in
        [(all, 55), (informatics, 52), (compliance, 55), (secretary, 55), (claims, 51)]
    {
        assert_eq!(section.entries("rows").len(), places, "{}: places with wages", section.name);
    }
}

/// The section of a career in the table of other careers.
fn other_career(name: &str, code: &str) -> Row {
    let section = Row::find("careers", "career", &[("career", name.into())]);
    section.has("code", code);
    section
}

#[test]
fn rows_of_other_careers_equal_the_published_figures() {
    let place = |career: &Row, place: &str| career.among("rows", &[("place", place.into())]);
    let assistant = other_career("medical-assistant", "31-9092");
    place(&assistant, "US")
        .pays([36_050, 38_470, 45_690, 49_180, 59_310], 46_120, 0.3)
        .has("employment", 817_870)
        .has("employment_prse", 1.2)
        .has("source", "bls-oews-2025-careers");
    assistant.has("field", "5108");
    assistant.inner("outlook").has("growth", 12).has("openings", 112_000);
    assistant
        .inner("completers")
        .has("program", "51.0801")
        .has("employed", 78.6)
        .has("quarter_pay", 6_149);
    place(&other_career("pharmacy-technician", "29-2052"), "CA")
        .pays([42_850, 46_430, 55_110, 65_590, 81_190], 58_330, 0.8)
        .has("employment", 39_860);
    place(&other_career("phlebotomist", "31-9097"), "PR")
        .pays([23_780, 26_850, 29_880, 33_640, 36_340], 29_940, 2.0)
        .has("employment", 770)
        .has("employment_prse", 13.6);
    let dental = other_career("dental-assistant", "31-9091");
    place(&dental, "WY").pays([35_530, 36_460, 44_990, 48_490, 57_110], 44_100, 2.2);
    dental.among("missing", &[("place", "KS".into())]).lacks("column");
    assert_eq!(dental.entries("rows").len(), 54, "places with wages");
    place(&other_career("nursing-assistant", "31-1131"), "MS")
        .pays([27_050, 29_520, 31_520, 35_200, 38_290], 32_890, 0.8)
        .has("employment", 14_200);
    let transcriptionist = other_career("medical-transcriptionist", "31-9094");
    place(&transcriptionist, "VT")
        .pays([32_060, 32_060, 33_030, 33_030, 45_080], 34_970, 20.6)
        .lacks("employment");
    transcriptionist
        .among("missing", &[("place", "VT".into()), ("column", "employment".into())])
        .has("reason", "not released by BLS");
    place(&other_career("receptionist", "43-4171"), "FL").pays(
        [28_850, 32_730, 36_810, 41_590, 46_480],
        37_720,
        0.8,
    );
    place(&other_career("customer-service", "43-4051"), "TX")
        .pays([29_320, 35_420, 40_420, 48_300, 59_590], 43_220, 0.3)
        .has("employment", 337_170);
    place(&other_career("office-clerk", "43-9061"), "DC").pays(
        [39_350, 46_530, 55_040, 65_570, 75_960],
        57_730,
        1.6,
    );
    place(&other_career("secretary", "43-6014"), "GU")
        .pays([25_130, 29_990, 36_030, 46_570, 55_120], 38_960, 1.6)
        .has("employment", 1_610);
    let coding = Row::find("careers", "elsewhere", &[("career", "coding".into())]);
    coding.inner("completers").has("employed", 72.2).has("quarter_pay", 7_185);
    assert_eq!(entries("careers", "career").len(), 10, "careers with wages of their own");
}

#[test]
fn what_bls_published_of_no_occupation_is_stated_missing() {
    let informatics = occupation("informatics", "29-9021");
    informatics.among("missing", &[("place", "AL".into())]).lacks("column");
    for (place, column) in [("AR", "employment"), ("DE", "employment"), ("UT", "employment_prse")] {
        informatics
            .among("missing", &[("place", place.into()), ("column", column.into())])
            .has("reason", "not released by BLS");
    }
    assert_eq!(informatics.entries("missing").len(), 11, "stated gaps");
    let claims = occupation("claims-clerk", "43-9041");
    claims
        .among("missing", &[("place", "RI".into())])
        .has("reason", "BLS released the number of jobs and no wages")
        .lacks("column");
    assert_eq!(claims.entries("missing").len(), 6, "stated gaps");
    let secretary = occupation("medical-secretary", "43-6013");
    secretary.among("missing", &[("place", "MS".into()), ("column", "employment".into())]);
    assert_eq!(secretary.entries("missing").len(), 4, "stated gaps");
    assert_eq!(occupation("manager", "11-9111").entries("missing").len(), 2, "stated gaps");
}

#[test]
fn wage_history_rows_equal_the_published_figures() {
    series("29-2071", 16)
        .among("rows", &[("year", 2003.into())])
        .pays([16_760, 19_910, 24_520, 31_460, 39_890], 26_550, 0.4)
        .has("employment", 148_380);
    series("29-2098", 2)
        .among("rows", &[("year", 2019.into())])
        .pays([27_820, 33_760, 42_630, 56_000, 71_150], 46_590, 0.3)
        .has("employment", 331_790)
        .has("employment_prse", 0.9);
    series("29-2072", 5)
        .among("rows", &[("year", 2024.into())])
        .pays([35_780, 41_600, 50_250, 64_070, 80_950], 55_970, 0.6)
        .has("employment", 187_910)
        .has("source", "bls-oews-history");
}

#[test]
fn the_last_year_of_the_wage_history_is_the_nation_of_the_salaries() {
    let history = series("29-2072", 5).among("rows", &[("year", 2025.into())]);
    let nation = Row::find("salaries", "rows", &[("place", "US".into())]);
    for column in ["employment", "p10", "p25", "p50", "p75", "p90", "mean", "mean_prse"] {
        assert_eq!(history.cells.get(column), nation.cells.get(column), "{column}");
    }
}

#[test]
fn price_rows_equal_the_published_index() {
    prices(2000, 171.5).has("average", 172.2);
    prices(2020, 256.394).has("average", 258.811);
    prices(2025, 321.465).has("average", 321.943);
    prices(2026, 335.123).lacks("average");
    Row::find("prices", "missing", &[("year", 2026.into())]).has("column", "average");
    assert_eq!(entries("prices", "rows").len(), 27, "years");
}

#[test]
fn projection_rows_equal_the_published_figures() {
    projection("29-2072", 194.8, 208.6, 7.1, 14.2)
        .has("exits", 3.5)
        .has("transfers", 2.9)
        .has("self_employed", 0.8)
        .has("median", 50_250)
        .has("education", "Postsecondary nondegree award")
        .has("experience", "None");
    projection("43-3021", 429.8, 427.9, -0.4, 42.2)
        .has("training", "Moderate-term on-the-job training");
    projection("29-9021", 41.9, 48.1, 14.7, 3.2).has("education", "Associate's degree");
    projection("00-0000", 169_956.1, 175_167.9, 3.1, 18_863.3)
        .has("median", 49_500)
        .lacks("education");
    assert_eq!(entries("projections", "rows").len(), 9, "occupations");
}

#[test]
fn market_rows_equal_the_published_facts() {
    fact("geo-pay-residence", "2022").has("value", 50).has("bound", "over");
    fact("geo-pay-policy", "2021").has("value", 62).lacks("bound");
    fact("geo-pay-drop", "2022").has("value", 13).lacks("bound");
    fact("openings", "2023-33").has("value", 15_000).has("source", "bls-projections-2023");
    fact("openings", "2024-34").has("value", 14_200).has("source", "bls-projections-2024");
    fact("growth", "2025-35").has("value", 7.8).has("source", "bls-projections-2025");
    fact("denial-rate", "2023").has("value", 11.53).has("unit", "percent of claim value");
    fact("remote-are-coders", "2025").has("value", 58.7);
    fact("cpt-changes", "2020").has("added", 248).has("deleted", 71).has("revised", 75);
    fact("cpt-changes", "2025").has("added", 270).has("deleted", 112).has("revised", 38);
    fact("report-lag", "2026").has("low", 2).has("high", 5).lacks("value");
    fact("experienced-range", "2026").has("low", 70_000).has("high", 90_000);
    fact("autonomous-coding", "2025").has("value", 45).has("source", "black-book-2025");
    fact("staff-shortage", "2023").has("value", 66).has("source", "ahima-norc-2023");
    assert_eq!(entries("market", "rows").len(), 32, "facts");
}

#[test]
fn the_career_equals_the_published_figures_and_stated_assumptions() {
    let row = |list: &str, item: &str| Row::find("career", list, &[("item", item.into())]);
    let span = |item: &str, [low, mode, high]: [i64; 3], basis: &str| {
        row("span", item).has("low", low).has("mode", mode).has("high", high).has("basis", basis);
    };
    span("training", [4, 6, 12], "published");
    span("accelerated-training", [3, 3, 4], "published");
    span("first-job-search", [1, 4, 12], "assumption");
    span("adjacent-months", [12, 18, 36], "assumption");
    span("to-pivot", [6, 24, 72], "assumption");
    span("associate-degree", [18, 24, 48], "assumption");
    span("bachelor-degree", [36, 48, 84], "assumption");
    span("master-degree", [12, 24, 48], "assumption");
    let number = |item: &str, [low, value, high]: [f64; 3], unit: &str, basis: &str| {
        let row = row("number", item);
        row.has("low", low).has("value", value).has("high", high);
        row.has("unit", unit).has("basis", basis);
    };
    number("completion", [0.5, 0.7, 0.85], "share", "assumption");
    number("placement", [0.25, 0.45, 0.65], "share", "assumption");
    number("remote-share", [0.35, 0.55, 0.7], "share", "published");
    number("role-share", [0.25, 0.55, 0.75], "share", "assumption");
    number("leaving", [0.05, 0.064, 0.1], "rate a year", "published");
    number("real-growth", [-0.021, 0.0, 0.012], "rate a year", "published");
    number("full-time-study", [0.4, 0.5, 0.7], "multiplier", "assumption");
    number("job-benefits", [0.0, 0.14, 0.235], "share", "derived");
    row("number", "job-paid-leave").has("value", 0.097).has("source", "bls-ecec-2025");
    row("number", "ai-early").has("value", 0.75).lacks("low").lacks("high");
    assert_eq!(["span", "number"].map(|list| entries("career", list).len()), [12, 23]);
    let cost = |item: &str| Row::find("costs", "rows", &[("item", item.into())]);
    cost("tuition").has("low", 3_500).has("value", 5_000).has("high", 6_500);
    cost("books").has("low", 244.99).has("value", 310).has("high", 374.93);
    cost("exam-two-attempts").has("value", 499).has("unit", "USD");
    cost("membership").has("value", 229).has("unit", "USD/year");
}

#[test]
fn criteria_equal_the_stated_thresholds() {
    let criterion = |stage: &str, id: &str| {
        Row::find("verdicts", "criteria", &[("stage", stage.into()), ("criterion", id.into())])
    };
    let asks = |stage: &str, id: &str, kind: &str, comparison: &str, threshold: Value| {
        let row = criterion(stage, id);
        row.has("kind", kind).has("comparison", comparison).has("threshold", threshold);
        row
    };
    asks("all", "learning", "must", "is", "yes".into()).has("measure", "learning");
    asks("all", "company", "must", "is", "no".into()).has("basis", "published");
    asks("all", "deadlines", "should", "is", "yes".into()).has("source", "office-deadlines");
    asks("remote", "self-discipline", "must", "is", "yes".into());
    asks("others", "self-discipline", "should", "is", "yes".into());
    asks("others", "home-office", "should", "is", "yes".into());
    asks("career-changer", "in-time", "must", "at most", "wait".into())
        .has("measure", "months-to-first-pay");
    asks("graduate", "worth-the-risk", "must", "at least", 0.into())
        .has("measure", "mean-gain-in-5-years");
    asks("long-term", "worth-the-risk", "must", "at least", 0.into())
        .has("measure", "mean-gain-in-10-years");
    asks("career-changer", "affordable", "must", "at most", 0.25.into());
    asks("graduate", "affordable", "must", "at most", 0.25.into())
        .has("measure", "loss-over-entry-pay");
    asks("graduate", "beats-present-pay", "must", "at least", 1.1.into());
    asks("remote", "beats-present-pay", "must", "at least", 1.0.into());
    asks("career-changer", "odds", "should", "at least", 0.2.into());
    asks("remote", "worth-it-likely", "should", "at least", 0.25.into());
    asks("newcomers", "local-demand", "should", "at least", 0.8.into());
    for stage in ["career-changer", "graduate"] {
        asks(stage, "programs-pay-off", "should", "at least", 0.5.into())
            .has("source", "scorecard-2026");
    }
    asks("graduate", "roles-above", "should", "at least", 1.15.into());
    asks("long-term", "demand", "must", "at least", 0.into()).has("basis", "assumption");
    asks("long-term", "openings", "should", "at least", 0.05.into());
    asks("long-term", "ai-adoption", "must", "is not", "avoid".into()).has("basis", "published");
    asks("remote", "remote-common", "must", "at least", 0.4.into()).has("basis", "published");
    asks("remote", "remote-in-time", "must", "at most", "wait".into());
    asks("remote", "remote-odds", "should", "at least", 0.1.into());
    asks("remote", "employer-gain", "should", "at least", 1.05.into());
    asks("coder", "next-step", "must", "more than", 0.into());
    asks("coder", "fair-pay", "should", "at least", 40.into());
    asks("coder", "pay-holds", "should", "at least", 1.0.into());
    let of = |stage: &str| {
        let rows = entries("verdicts", "criteria").into_iter();
        rows.filter(|row| row.get("stage") == Some(&stage.into())).count()
    };
    let stages =
        ["all", "newcomers", "others", "career-changer", "graduate", "long-term", "remote"];
    assert_eq!(stages.map(of), [6, 1, 2, 7, 7, 5, 8]);
    assert_eq!(of("coder"), 3);
}

#[test]
fn claims_equal_the_published_ones() {
    let claim = |name: &str| Row::find("claims", "claim", &[("claim", name.into())]);
    claim("three-to-certified-2019")
        .has("pay", 70_608)
        .has("reference", 55_923)
        .has("source", "aapc-2019");
    claim("certified-2020").has("pay", 57_646).has("reference", 41_540).has("source", "aapc-2020");
    claim("certified-2021").has("pay", 60_097).has("reference", 47_200).has("period", "2021");
    claim("three-to-two-2015").has("pay", 65_643).has("reference", 58_399);
    claim("years-uncertified-2010").has("pay", 47_805).has("reference", 30_175);
    claim("entry-range-2026").has("low", 32_000).has("high", 42_000).lacks("pay");
    claim("experienced-range").has("low", 70_000).has("high", 90_000);
    claim("instructors").has("pay", 97_000).has("bound", "over");
    claim("compliance-officers").has("pay", 80_730);
    claim("health-system-2015").has("pay", 51_389).has("reference", 45_722);
    claim("pacific-2012").has("pay", 54_980).has("reference", 47_870);
    claim("pacific-to-mid-atlantic-2009").has("pay", 50_143).has("reference", 40_713);
    let places = |codes: &[&str]| Value::Array(codes.iter().map(|&code| code.into()).collect());
    claim("highest-states-2022").has("highest", places(&["DC", "CA", "MA", "NJ", "RI"]));
    claim("lowest-states-2022").has("lowest", places(&["IN", "MS"]));
    claim("entry-ladder-2026").has("low", 37_500).has("high", 50_000);
    claim("apprentices-2009").has("pay", 34_699).has("reference", 45_253);
    claim("payer-2012").has("pay", 55_255).has("reference", 47_796);
    claim("instructors-2010").has("pay", 50_543).has("reference", 39_953);
    claim("auditors-2012").has("pay", 59_365).has("reference", 47_796);
    claim("documentation-to-all-2021").has("pay", 73_723).has("reference", 54_797);
    claim("cpc-mean-2025").has("pay", 67_147);
    claim("years-certified-2010").has("pay", 53_669).has("reference", 34_551);
    assert_eq!(entries("claims", "claim").len(), 101, "claims");
}

#[test]
fn posted_pay_equals_what_employers_publish() {
    let posted = |name: &str| {
        let row = Row::find("claims", "claim", &[("claim", name.into())]);
        row.has("measure", "posted");
        row
    };
    posted("vha-gs-8").has("pay", 67_286).has("source", "vha-2025").lacks("low");
    posted("vha-records-clerk").has("pay", 53_990).has("low", 46_949).has("high", 61_031);
    posted("maryland-trainee").has("pay", 45_734).has("low", 36_093).has("high", 55_376);
    // By the hour, times 2,080: $38.9375 to $47.3125.
    posted("san-francisco-biller").has("pay", 89_700).has("low", 80_990).has("high", 98_410);
    // A week of 37.5 hours.
    posted("alameda-biller").has("pay", 62_302).has("low", 56_998).has("high", 67_606);
    posted("new-mexico-clinic-biller").has("pay", 65_000).lacks("high");
    posted("michigan-inpatient").has("pay", 72_883).has("low", 58_718).has("high", 88_545);
    posted("uc-biller-3").has("pay", 67_128).has("source", "uc-payroll-2024");
    posted("michigan-manager").has("pay", 97_926).has("low", 95_280).has("high", 112_468);
    let of_measure = entries("claims", "claim");
    let posted = of_measure.iter().filter(|claim| claim["measure"].as_str() == Some("posted"));
    // 39 rows of evidence, of which two are left out.
    assert_eq!(posted.count(), 37, "posted pay");
    Row::find("claims", "left_out", &[("source", "michigan-medicine-2025".into())]);
}

#[test]
fn sources_say_what_is_known_of_them_and_nothing_more() {
    Row::find("sources", "source", &[("id", "bls-oews-2025".into())])
        .has("as_of", "May 2025")
        .has("released", "2026-05-15")
        .has("license", "public domain")
        .has("url", "https://download.bls.gov/pub/time.series/oe/")
        .has("retrieved", "2026-09-26");
    Row::find("sources", "source", &[("id", "aapc-2025".into())])
        .has("via", "Career Skills Center")
        .has("quality", "secondary")
        .lacks("license")
        .lacks("retrieved");
    Row::find("sources", "source", &[("id", "unc-coders-2013".into())])
        .has("quality", "secondary")
        .has("year", 2013)
        .has("url", "https://github.com/public-salaries/public_salaries")
        .lacks("license");
    Row::find("sources", "source", &[("id", "aapc-2022-education".into())])
        .has("via", "MedsIT Nexus")
        .has("year", 2022);
}

/// The only entry of that array of the credentials with every wanted value in its cells.
fn of_credential(array: &str, credential: &str, wanted: &[(&str, Value)]) -> Row {
    let wanted: Vec<_> =
        std::iter::once(("credential", credential.into())).chain(wanted.iter().cloned()).collect();
    Row::find("credentials", array, &wanted)
}

#[test]
fn fees_of_credentials_equal_those_quoted() {
    let fee = |credential: &str, attempts: i64, who: &str| {
        of_credential("fees", credential, &[("attempts", attempts.into()), ("who", who.into())])
    };
    fee("CPC", 1, "standard").has("amount", 425).has("year", 2026);
    fee("CPC", 2, "standard").has("amount", 499).has("source", "aapc-prices-2026");
    fee("CPC", 2, "student").has("amount", 475);
    fee("CRC", 1, "member").has("amount", 425).has("source", "crc-exam-2026");
    fee("CCA", 1, "non-member").has("amount", 299).has("year", 2025);
    fee("CCS", 1, "member").has("amount", 299);
    fee("RHIT", 1, "member").has("amount", 229).has("year", 2026);
    fee("CBCS", 1, "standard").has("amount", 117).has("note", "the source says about");
    Row::find("credentials", "memberships", &[("who", "standard".into())]).has("amount", 229);
    Row::find("credentials", "memberships", &[("who", "student".into())]).has("amount", 164);
}

#[test]
fn who_may_take_an_exam_is_as_quoted() {
    for (credential, degree, source) in [
        ("RHIT", "associate", "rhit-eligibility-2026"),
        ("RHIA", "bachelor", "rhia-eligibility-2026"),
    ] {
        let row = Row::find("credentials", "rows", &[("credential", credential.into())]);
        row.has("degree", degree);
        let wanted = [("fact", "prerequisites".into())];
        of_credential("texts", credential, &wanted).has("source", source).has("year", 2026);
    }
}

#[test]
fn pass_rates_of_credentials_equal_those_quoted() {
    let rate = |credential: &str, year: i64, percent: i64| {
        let wanted = [("of", "first-time".into()), ("year", year.into())];
        let row = of_credential("pass_rates", credential, &wanted);
        row.has("low", percent).has("high", percent).has("standing", "official");
        row
    };
    rate("CCS", 2025, 84).has("testers", 6_331);
    rate("CCA", 2025, 62).has("testers", 2_101);
    rate("CCA", 2024, 67).lacks("testers");
    rate("CCA", 2019, 82).has("testers", 1_756).has("source", "cca-rates-2019");
    rate("RHIA", 2025, 67).lacks("testers");
    let estimate = of_credential("pass_rates", "CPC", &[("of", "first-time".into())]);
    estimate.has("low", 50).has("high", 60).has("standing", "estimate");
    let estimate = of_credential("pass_rates", "CPC", &[("of", "self-taught".into())]);
    estimate.has("low", 35).has("high", 50).has("standing", "estimate");
}

#[test]
fn pay_of_credentials_equals_the_published_figures() {
    let pay =
        |credential: &str, year: i64| of_credential("pay", credential, &[("year", year.into())]);
    pay("CPCO", 2023).has("pay", 81_495).has("statistic", "median");
    pay("CRC", 2025).has("pay", 74_629).has("statistic", "mean");
    pay("CRC", 2023).has("pay", 64_192).has("statistic", "median");
    pay("CPC-A", 2010).has("pay", 32_792).has("source", "aapc-2010");
    pay("CHONC", 2010).has("pay", 35_357);
    pay("CIC", 2023).has("pay", 58_730).has("source", "aapc-2023-medians");
}

#[test]
fn names_and_rules_of_credentials_are_as_published() {
    let row = |credential: &str| of_credential("rows", credential, &[]);
    for entry in ["CPC-A", "COC-A", "CIC-A", "CRC-A", "CCA", "CBCS"] {
        row(entry).has("level", "entry");
    }
    row("CPC").lacks("level");
    row("CCS").lacks("level");
    row("COC").has("name", "Certified Outpatient Coder").has("specialty", "outpatient");
    row("CPC-A").has("apprentice_of", "CPC").has("issuer", "AAPC");
    row("CCS-P").has("issuer", "AHIMA").lacks("specialty");
    row("CBCS").has("issuer", "NHA");
    let text =
        |credential: &str, fact: &str| of_credential("texts", credential, &[("fact", fact.into())]);
    text("CPC", "education").has("text", "36 units in two years");
    text("CBCS", "education").has("text", "10 units in two years");
    text("CCA", "retake").has("text", "after 30 days");
    text("CHDA", "retake").has("text", "after 90 days");
    assert_eq!(entries("credentials", "rows").len(), 33, "credentials");
}

#[test]
fn rows_of_programs_equal_the_published_outcomes() {
    let program = |id: i64, award: &str, institution: &str| {
        let row = Row::find("programs", "rows", &[("id", id.into()), ("award", award.into())]);
        row.has("institution", institution).has("source", "scorecard-2026");
        row
    };
    program(441_371, "associate", "Ultimate Medical Academy")
        .has("state", "FL")
        .has("control", "nonprofit")
        .has("completers", 5_270)
        .has("earnings", 30_765)
        .has("years_after", 4)
        .has("threshold", 34_350)
        .has("debt", 18_072);
    program(230_852, "certificate", "Champlain College")
        .has("state", "VT")
        .has("completers", 6)
        .has("earnings", 71_568)
        .has("threshold", 37_248)
        .has("debt", 24_497);
    program(205_887, "certificate", "Stautzenberger College-Maumee")
        .has("state", "OH")
        .has("control", "for-profit")
        .has("completers", 42)
        .has("earnings", 36_049)
        .has("threshold", 36_082)
        .has("debt", 13_438);
    program(449_135, "associate", "Dewey University-Juana Díaz")
        .has("state", "PR")
        .has("completers", 5)
        .has("earnings", 22_808)
        .has("threshold", 16_495)
        .lacks("debt");
    program(102_030, "associate", "Bishop State Community College")
        .has("control", "public")
        .has("earnings", 23_386)
        .has("years_after", 1)
        .lacks("debt");
    program(442_569, "certificate", "University of Arkansas Grantham")
        .has("completers", 239)
        .lacks("earnings")
        .lacks("years_after")
        .has("threshold", 32_489)
        .has("debt", 7_125);
    program(404_994, "certificate", "ASA College")
        .lacks("state")
        .lacks("threshold")
        .has("completers", 90)
        .has("earnings", 42_389)
        .has("debt", 8_150);
    let rows = entries("programs", "rows");
    let of = |award: &str| rows.iter().filter(|row| row["award"] == award.into()).count();
    assert_eq!((of("certificate"), of("associate")), (595, 347));
    let first_year = rows.iter().filter(|row| row.get("years_after") == Some(&1.into()));
    assert_eq!(first_year.count(), 59, "rows with earnings one year on only");
    for (column, count) in [("state", 80), ("earnings", 4), ("threshold", 83), ("debt", 299)] {
        let without = rows.iter().filter(|row| !row.contains_key(column)).count();
        assert_eq!(without, count, "rows without `{column}`");
    }
}

#[test]
fn rows_of_fields_of_study_equal_the_published_quartiles() {
    let field = |cip: &str, quartiles: [i64; 3], programs: i64| {
        let row = Row::find("programs", "field", &[("cip", cip.into())]);
        for (column, dollars) in ["p25", "p50", "p75"].into_iter().zip(quartiles) {
            row.has(column, dollars);
        }
        row.has("programs", programs);
        row
    };
    field("5107", [32_325, 35_310, 39_842], 558).has("debt", 9_500).has("below_threshold", 0.512);
    field("5139", [48_903, 55_921, 63_504], 800).has("debt", 11_750).has("below_threshold", 0.033);
    field("1101", [43_739, 51_790, 61_412], 45)
        .has("name", "Computer and Information Sciences, General")
        .has("below_threshold", 0.023);
    assert_eq!(entries("programs", "field").len(), 11, "fields");
}

#[test]
fn rows_of_taxes_equal_the_law() {
    let law = |year: i64, filing: &str| {
        Row::find("tax_federal", "law", &[("year", year.into()), ("filing", filing.into())])
    };
    law(2026, "single").inner("standard_deduction").has("value", 16_100);
    law(2025, "joint").inner("standard_deduction").has("value", 31_500);
    law(2026, "joint").inner("social_security_wage_base").has("value", 184_500);
    law(2026, "single")
        .inner("brackets")
        .entries("rows")
        .iter()
        .zip([
            (0, 0.10),
            (12_400, 0.12),
            (50_400, 0.22),
            (105_700, 0.24),
            (201_775, 0.32),
            (256_225, 0.35),
            (640_600, 0.37),
        ])
        .for_each(|(row, (lower, rate))| {
            assert_eq!((&row["lower"], &row["rate"]), (&Value::from(lower), &Value::from(rate)));
        });
    let rule = |state: &str, year: i64, filing: &str, rule: &str| {
        let wanted =
            [("state", state), ("filing", filing), ("rule", rule)].map(|(k, v)| (k, v.into()));
        Row::find("tax_rules", "rows", &[&wanted[..], &[("year", year.into())]].concat())
    };
    rule("AL", 2025, "joint", "standard-deduction").has("amount", 8_500).has("per", 175);
    rule("NY", 2026, "single", "standard-deduction").has("amount", 8_000);
    rule("MS", 2026, "single", "exemption").has("amount", 6_000);
    let mississippi = rule("MS", 2026, "both", "schedule").entries("rows");
    assert_eq!(mississippi[1]["lower"], 10_000.into());
    assert_eq!(mississippi[1]["rate"], 0.04.into());
    let payroll = |state: &str, year: i64, program: &str| {
        let wanted = [("state", state.into()), ("year", year.into()), ("program", program.into())];
        Row::find("tax_payroll", "rows", &wanted)
    };
    payroll("CA", 2026, "sdi").has("rate", 0.013).lacks("wage_base").lacks("cap");
    payroll("NY", 2025, "pfl").has("rate", 0.003_88).has("cap", 354.53);
    payroll("NM", 2026, "wc-fee").has("flat", 9).lacks("rate");
    payroll("HI", 2026, "tdi").has("optional", "yes").has("cap", 390);
    let local = |state: &str, year: i64, place: &str| {
        let wanted = [("state", state.into()), ("year", year.into()), ("place", place.into())];
        Row::find("tax_local", "rows", &wanted)
    };
    local("MD", 2026, "Montgomery").has("rate", 0.032).has("basis", "applied-2025");
    local("CO", 2025, "Denver").has("kind", "monthly").has("amount", 5.75);
    local("PA", 2025, "Philadelphia").has("rate", 0.037_45).has("basis", "derived");
    let state = |code: &str| Row::find("tax_states", "rows", &[("state", code.into())]);
    state("TX").lacks("base");
    state("PA").has("base", "gross").lacks("qbi_share");
    state("CO").has("base", "agi").has("qbi_share", 1);
    Row::find("tax_two_states", "reciprocity", &[("state", "NJ".into())])
        .has("form", "NJ-165")
        .has("source", "nj-pa-reciprocity");
    Row::find("tax_two_states", "convenience", &[("state", "NE".into())])
        .has("kind", "standing")
        .has("since", "2025-01-01");
    assert_eq!(entries("tax_rules", "rows").len(), 546, "rules");
    assert_eq!(entries("tax_states", "rows").len(), 51, "states");
    assert_eq!(entries("tax_payroll", "rows").len(), 45, "contributions");
}
