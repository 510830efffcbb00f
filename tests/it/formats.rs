//! One answer in every format: the same numbers, each in the form that its reader expects.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests may fail like the tests")]

use std::collections::BTreeMap;

use mbc_calc::engine::{Estimate, Timeline, estimate, timeline, verdict};
use mbc_calc::profile::{Draft, Key};
use mbc_calc::quantity::{Dollars, LifeStage};
use mbc_calc::render::{self, Lines, Screen, Style};
use mbc_calc::report::{Explanation, Figure, Json, Report, WriteJson};
use serde_json::Value;

use crate::support::{TABLES, draft};

fn answer(facts: &[(Key, &str)]) -> Estimate<'static> {
    estimate(&TABLES, &draft(facts).profile(&TABLES).unwrap())
}

/// The JSON of an answer, read again.
fn written(report: &dyn WriteJson) -> Value {
    serde_json::from_str(&render::json(report)).unwrap()
}

/// A person with a home elsewhere and every kind of step but the curve.
const PERSON: [(Key, &str); 4] =
    [(Key::State, "MS"), (Key::EmployerState, "MA"), (Key::Certs, "3"), (Key::Setting, "hospital")];

/// A person in a territory, where prices are unknown.
const IN_GUAM: [(Key, &str); 1] = [(Key::State, "GU")];

/// What was rendered, without what changes with every release.
fn lasting(rendered: &str) -> String {
    rendered
        .replace(TABLES.edition.name(), "EDITION")
        .replace(TABLES.edition.fingerprints(), "FINGERPRINTS")
        .replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

#[test]
fn an_estimate_in_every_format() {
    let answer = answer(&PERSON);
    let document = answer.document();
    let screen = Screen { width: 100, style: Style::Plain, lines: Lines::Ascii };
    for (format, rendered) in [
        ("table", render::table(&document, screen)),
        ("plain", render::plain(&document)),
        ("json", render::json(&answer)),
        ("jsonl", render::jsonl(&answer)),
        ("csv", render::csv(&answer)),
        ("markdown", render::markdown(&document)),
    ] {
        insta::assert_snapshot!(format, lasting(&rendered));
    }
}

#[test]
fn a_csv_holds_the_values_of_the_json_under_their_paths() {
    for facts in [&PERSON[..], &IN_GUAM] {
        let answer = answer(facts);
        let written = written(&answer);
        let mut expected = BTreeMap::new();
        flatten(&written, "", &mut expected);
        let rows = parsed(&render::csv(&answer));
        assert_eq!(rows, [expected]);
    }
}

#[test]
fn every_column_of_a_csv_is_a_path_that_field_takes() {
    let answer = answer(&PERSON);
    for (path, value) in &parsed(&render::csv(&answer))[0] {
        match render::field(&answer, path) {
            Ok(bare) => assert_eq!(bare.trim_end(), value, "{path}"),
            // A list of plain values is joined in its cell.
            Err(error) => assert!(error.to_string().contains("holds several"), "{error}"),
        }
    }
}

#[test]
fn a_tiny_number_has_one_spelling_in_every_format() {
    // This experience is worth one of the smallest effects that is written.
    let answer = answer(&[(Key::Experience, "8.978733406")]);
    assert_eq!(render::field(&answer, "steps.1.effect").unwrap(), "0.000005\n");
    assert!(render::json(&answer).contains("\"effect\": 0.000005,"));
    assert!(render::jsonl(&answer).contains("\"effect\":0.000005,"));
    assert_eq!(parsed(&render::csv(&answer))[0]["steps.1.effect"], "0.000005");
}

#[test]
fn a_json_line_is_the_json_on_one_line() {
    let answer = answer(&PERSON);
    let line = render::jsonl(&answer);
    assert_eq!(line.lines().count(), 1);
    assert!(line.ends_with('\n'));
    assert_eq!(serde_json::from_str::<Value>(&line).unwrap(), written(&answer));
}

#[test]
fn every_row_of_a_markdown_table_has_as_many_cells_and_no_line_ends_in_a_space() {
    for facts in [&PERSON[..], &IN_GUAM, &[]] {
        let answer = answer(facts);
        for document in [answer.document(), Explanation(&answer).document()] {
            check_markdown(&render::markdown(&document));
        }
    }
}

/// Checks that every row of a table has as many cells, and that no line ends in a space.
fn check_markdown(markdown: &str) {
    let mut cells_above = None;
    for line in markdown.lines() {
        assert_eq!(line.trim_end(), line);
        let cells = line.starts_with('|').then(|| line.replace("\\|", "").matches('|').count());
        if let (Some(cells), Some(above)) = (cells, cells_above) {
            assert_eq!(cells, above, "{line}");
        }
        cells_above = cells;
    }
    assert!(!markdown.contains("\n\n\n") && markdown.ends_with('\n'));
}

#[test]
fn a_row_of_a_verdict_is_a_criterion_of_its_json() {
    for stage in LifeStage::ALL {
        let draft = Draft::default().state(Key::State, "MS").state(Key::Careers, "500");
        let verdict = verdict(&TABLES, &draft.career(&TABLES).unwrap(), stage);
        check_markdown(&render::markdown(&verdict.document()));
        let written = written(&verdict);
        let rows = parsed(&render::csv(&verdict));
        let criteria = written["criteria"].as_array().unwrap();
        assert_eq!(rows.len(), criteria.len());
        let plain = render::plain(&verdict.document());
        for (row, criterion) in rows.iter().zip(criteria) {
            assert_eq!(
                (&row["stage"], &row["answer"]),
                (&text(&written["stage"]), &text(&written["answer"]))
            );
            for key in ["id", "label", "kind", "value", "comparison", "threshold", "holds"] {
                let cell = row.get(key).map_or("", String::as_str);
                assert_eq!(cell, text(&criterion[key]), "{stage:?} {key}");
            }
            let line =
                format!("\ncriterion.{}\t{}\t", text(&criterion["id"]), text(&criterion["kind"]));
            assert!(plain.contains(&line), "{line} in {plain}");
        }
    }
}

/// A value of JSON as a cell has it.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A newcomer who aims elsewhere, and someone with the way behind them.
const CAREERS: [&[(Key, &str)]; 2] = [
    &[(Key::State, "MS"), (Key::EmployerState, "MA"), (Key::Horizon, "6"), (Key::Careers, "500")],
    &[
        (Key::Specialty, "auditing"),
        (Key::Experience, "5"),
        (Key::Pivot, "none"),
        (Key::Careers, "500"),
    ],
];

fn career(facts: &[(Key, &str)]) -> Timeline<'static> {
    timeline(&TABLES, &draft(facts).career(&TABLES).unwrap())
}

#[test]
fn a_row_of_a_career_is_a_year_of_its_json() {
    for facts in CAREERS {
        let answer = career(facts);
        let written = written(&answer);
        let years = written["years"].as_array().unwrap();
        let rows = parsed(&render::csv(&answer));
        assert_eq!(rows.len(), years.len());
        for (row, year) in rows.iter().zip(years) {
            let mut expected = BTreeMap::new();
            flatten(year, "", &mut expected);
            // A column that a year has no value for is empty.
            for (path, value) in
                row.iter().filter(|(path, value)| !value.is_empty() || expected.contains_key(*path))
            {
                assert_eq!(Some(value), expected.get(path), "{path}");
            }
        }
        let lines = render::jsonl(&answer);
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(&lines, years);
    }
}

#[test]
fn the_tables_of_a_career_hold_the_numbers_of_its_json() {
    for facts in CAREERS {
        let answer = career(facts);
        let written = written(&answer);
        let plain = render::plain(&answer.document());
        let cells = |name: String| -> Vec<String> {
            let row = plain.lines().find_map(|line| line.strip_prefix(&format!("{name}\t")));
            row.unwrap_or_else(|| panic!("no `{name}`")).split('\t').map(str::to_owned).collect()
        };
        let mut rows = 0;
        for milestone in written["milestones"].as_array().unwrap() {
            let name = milestone["id"].as_str().unwrap();
            let expected = ["reached", "p10", "p50", "p90"].map(|key| text(&milestone[key]));
            assert_eq!(cells(format!("milestone.{name}")), expected, "{name}");
            rows += 1;
        }
        for year in written["years"].as_array().unwrap() {
            let number = &year["year"];
            let in_field = ["p10", "p50", "p90"].map(|key| text(&year["in_field_pay"][key]));
            let all = [&year["pay"]["p50"], &year["without"]["p50"], &year["gain"]["mean"]];
            let expected =
                [vec![text(&year["in_field"])], in_field.to_vec(), all.map(text).to_vec()];
            assert_eq!(cells(format!("year.{number}")), expected.concat(), "{number}");
            rows += 1;
        }
        if written["gain"]["years_5"].is_null() {
            assert!(!plain.contains("gain.all\t"));
            continue;
        }
        for by in written["gain"]["by_progress"].as_array().unwrap() {
            let of = |years: &str| ["mean", "p50", "gaining"].map(|key| text(&by[years][key]));
            let expected =
                [vec![text(&by["share"])], of("years_5").to_vec(), of("years_10").to_vec()];
            assert_eq!(cells(format!("gain.{}", by["id"].as_str().unwrap())), expected.concat());
            rows += 1;
        }
        assert!(rows > 12, "{rows} rows");
    }
}

#[test]
fn the_markdown_of_a_career_is_whole() {
    for facts in CAREERS {
        check_markdown(&render::markdown(&career(facts).document()));
    }
}

/// Two records of different shape, written as an answer that is a list of them.
struct TwoRecords;

impl WriteJson for TwoRecords {
    fn write(&self, json: &mut Json<'_>) {
        json.begin_object();
        json.key("kind");
        json.str("rank");
        json.key("rows");
        json.begin_array();
        self.write_rows(json);
        json.end_array();
        json.end_object();
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for (name, is_full) in [("a \"quote\", a comma", false), ("two\nlines", true)] {
            json.begin_object();
            json.key("name");
            json.str(name);
            json.key("steps");
            json.begin_array();
            json.begin_object();
            json.key("id");
            json.raw("\"=x\"");
            json.end_object();
            json.end_array();
            json.key("value");
            if is_full {
                json.begin_object();
                json.key("p50");
                json.figure(Figure::Dollars(Dollars::new(70_000.4).unwrap()));
                json.end_object();
            } else {
                json.null();
            }
            json.key("reasons");
            json.begin_array();
            if is_full {
                json.str("one");
                json.figure(Figure::Count(2));
            }
            json.end_array();
            json.key("id");
            json.raw(if is_full { "null" } else { "123456789012345678901234567890" });
            json.end_object();
        }
    }
}

#[test]
fn records_share_a_csv_header_in_which_lists_of_records_stand_last() {
    assert_eq!(
        render::csv(&TwoRecords),
        "name,reasons,id,value.p50,steps.0.id\n\
         \"a \"\"quote\"\", a comma\",,123456789012345678901234567890,,=x\n\
         \"two\nlines\",one; 2,,70000,=x\n"
    );
}

#[test]
fn a_field_of_the_records_of_a_list_has_a_line_a_record() {
    let field = |path: &str| render::field(&TwoRecords, path);
    assert_eq!(field("kind").unwrap(), "rank\n");
    assert_eq!(field("rows.1.value.p50").unwrap(), "70000\n");
    assert_eq!(field("value.p50").unwrap(), "\n70000\n");
    assert_eq!(field("name").unwrap(), "a \"quote\", a comma\ntwo lines\n");
    let message = |path: &str| field(path).unwrap_err().to_string();
    assert_eq!(message("steps"), "the field `steps` holds several values");
    assert_eq!(message("salary"), "the answer has no field `salary`");
}

/// The rows of a csv, each with its filled cells by column.
fn parsed(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let filled = |row: csv::StringRecord| {
        let cells = header.iter().zip(row.iter()).filter(|(_, value)| !value.is_empty());
        cells.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    reader.records().map(|row| filled(row.unwrap())).collect()
}

/// The values of a JSON answer as a csv should have them, without those that do not exist.
fn flatten(value: &Value, path: &str, into: &mut BTreeMap<String, String>) {
    let below =
        |part: &str| if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") };
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| flatten(value, &below(key), into));
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (i, item) in items.iter().enumerate() {
                flatten(item, &below(&i.to_string()), into);
            }
        }
        Value::Array(items) if items.is_empty() => {}
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(bare).collect();
            into.insert(path.to_owned(), items.join("; "));
        }
        Value::Null => {}
        value => {
            into.insert(path.to_owned(), bare(value));
        }
    }
}

fn bare(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
