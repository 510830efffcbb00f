//! Files as they come out of spreadsheets and databases.

use std::num::NonZeroUsize;

use mbc_calc::batch::{ColumnNames, CsvLayout, Input, Lines, Options, Output, Summary, run};
use mbc_calc::profile::{Draft, Key, Others};
use proptest::prelude::*;
use proptest::sample::select;

use super::{TABLES, answered, options};
use crate::support::cases;

/// Ten files of a kind that is met, what their rows are paid, and what becomes of the rest.
const FILES: [(&str, &[u8], &str); 10] = [
    (
        "a list of people with a column that nobody asked for",
        b"name,state,certs\nAnn,MS,3\nBob,OH,\n",
        "Ann MS; Bob OH",
    ),
    (
        "headers as people write them",
        b"ID,Employee Name,State,Employer State,Years-Of-Work\r\n7,Ann,ms,MA,x\r\n8,Bob,Ohio,,y\r\n",
        "Ann MA; Bob OH",
    ),
    ("a European spreadsheet", b"name;state;certs\r\n\"Ann; A.\";MS;3\r\nBob;OH;2\r\n", "Ann; A. MS; Bob OH"),
    ("a table copied from a page", b"name\tstate\tcerts\nAnn\tMS\t3\nBob\tOH\t2\n", "Ann MS; Bob OH"),
    ("an old Macintosh", b"name,state\rAnn,MS\r\"Bob\rB.\",OH\r", "Ann MS; Bob\rB. OH"),
    (
        "what a spreadsheet writes for itself",
        b"\xEF\xBB\xBFsep=;\r\nname;state\r\nAnn;MS\r\nBob;OH",
        "Ann MS; Bob OH",
    ),
    (
        "an export in UTF-16",
        b"\xFF\xFEn\0a\0m\0e\0\t\0s\0t\0a\0t\0e\0\r\0\n\0A\0n\0n\0\t\0M\0S\0\r\0\n\0B\0o\0b\0\t\0O\0H\0",
        "Ann MS; Bob OH",
    ),
    (
        "a payroll with firms under company, and holes",
        b"company,name,State,Experience,Specialty,Certs\nAcme Inc.,Ann,MS,N/A,-,NA\nyes,Bob,OH,null,n/a,\n",
        "Ann MS; Bob OH",
    ),
    (
        "a database that quotes everything",
        b"\"name\",\"state\",\"note\"\n\"Ann\",\"MS\",\"said \"\"yes\"\",\nthen left\"\n\"Bob\",\"OH\",\"\"\n",
        "Ann MS; Bob OH",
    ),
    ("a list of JSON", b"[{\"name\":\"Ann\",\"state\":\"MS\"},\n {\"name\":\"Bob\",\"state\":\"OH\"}]", "Ann MS; Bob OH"),
];

fn detected() -> Options {
    Options { input: Input::Detected, ..options() }
}

fn to_csv() -> Options {
    Options { output: Output::Csv(CsvLayout::default()), ..detected() }
}

/// The rows of a table of answers, by the names of their columns.
fn rows(text: &[u8]) -> Vec<std::collections::BTreeMap<String, String>> {
    csv::Reader::from_reader(text).deserialize().map(Result::unwrap).collect()
}

#[test]
fn every_file_is_read_and_nothing_of_it_is_lost() {
    for (what, bytes, expected) in FILES {
        let fields = ["kept.name", "place"].map(str::to_owned).to_vec();
        let lines = Options { output: Output::Fields(fields), ..detected() };
        let (text, summary) = answered(&lines, bytes);
        let found: Vec<_> = text.lines().map(|line| line.replace('\t', " ")).collect();
        let expected = expected.replace('\r', " ");
        let is_named_otherwise = what == "headers as people write them";
        let found = if is_named_otherwise {
            let places: Vec<_> = found.iter().map(|line| line.trim().to_owned()).collect();
            format!("Ann {}; Bob {}", places[0], places[1])
        } else {
            found.join("; ")
        };
        assert_eq!((found, summary.refused), (expected, 0), "{what}");
    }
}

#[test]
fn a_spreadsheet_comes_back_with_columns_added() {
    for (what, bytes, _) in &FILES[..9] {
        let text = answered(&to_csv(), *bytes).0;
        let found = rows(text.as_bytes());
        let is_named_otherwise = *what == "headers as people write them";
        let name = if is_named_otherwise { "Employee Name" } else { "name" };
        let names: Vec<_> =
            found.iter().map(|row| row[name].split([';', '\r']).next().unwrap()).collect();
        assert_eq!(names, ["Ann", "Bob"], "{what}");
        assert!(found.iter().all(|row| row["pay.p50"].parse::<u32>().is_ok()), "{what}: {text}");
    }
    let text = answered(&to_csv(), "Level,note,state\noews,\"a, b \",MS\n").0;
    assert!(text.starts_with("Level,note,state,line,place,geo_pay,level,pay.p10,"), "{text}");
    assert!(text.lines().nth(1).unwrap().starts_with("oews,\"a, b \",MS,2,MS,"), "{text}");
    // A name that is taken is not given twice.
    let text = answered(&to_csv(), "level,line,state\noews,x,MS\n").0;
    assert!(text.starts_with("level,line,state,answer.line,place,geo_pay,answer.level,"), "{text}");
}

#[test]
fn a_row_of_the_wrong_length_is_an_error_that_keeps_its_cells() {
    let (text, summary) = answered(&to_csv(), "name,state\nAnn\nBob,OH,more\nCy,MS\n,\n\n");
    let found = rows(text.as_bytes());
    let messages: Vec<_> = found.iter().map(|row| row["error.message"].as_str()).collect();
    assert_eq!(
        messages,
        [
            "this row has 1 cell, the header has 2 cells",
            "this row has 3 cells, the header has 2 cells; under no name: `more`",
            "",
            ""
        ]
    );
    let names: Vec<_> = found.iter().map(|row| row["name"].as_str()).collect();
    assert_eq!(names, ["Ann", "Bob", "Cy", ""]);
    assert_eq!((summary.answered, summary.refused, summary.blank), (2, 2, 1));
}

#[test]
fn a_quote_left_open_costs_its_row_alone() {
    let input = format!(
        "name,state\nAnn,MS\n\"Bob,OH\nCy,MA\n{}",
        format!("{},MS\n", "Di".repeat(50_000)).repeat(20)
    );
    let (text, summary) = answered(&to_csv(), input);
    let found = rows(text.as_bytes());
    assert_eq!((summary.answered, summary.refused), (22, 1));
    assert_eq!(found[1]["name"], "\"Bob");
    assert_eq!(found[1]["error.message"], "a quote is opened in this row and not closed");
    assert_eq!((found[2]["line"].as_str(), found[2]["place"].as_str()), ("4", "MA"));
}

/// What is wrong with a header, once for the file.
fn refusal(options: &Options, header: &str) -> (String, String) {
    let input = std::io::Cursor::new(format!("{header}\na,b\n").into_bytes());
    let mut out = Vec::new();
    match run(&TABLES, options, input, &mut out, |_| ()) {
        Err(mbc_calc::batch::BatchError::Unusable(message)) => {
            assert!(out.is_empty());
            (message.text, message.hint.unwrap_or_default())
        }
        other => panic!("{header}: {other:?}"),
    }
}

#[test]
fn a_header_that_cannot_be_used_is_one_error() {
    let (text, hint) = refusal(&detected(), "name,stat");
    assert_eq!(text, "no column of the header states a fact; the columns are `name`, `stat`");
    assert_eq!(hint, "did you mean `state` by `stat`?");
    let (text, hint) = refusal(&detected(), "State,STATE");
    assert_eq!(text, "two columns state `state`: `State` and `STATE`");
    assert_eq!(hint, "rename one, or pass it through with `--columns \"STATE=\"`");
    let strict = Options { others: Others::Refused, ..detected() };
    assert_eq!(refusal(&strict, "state,sate,x").0, "no fact is called `sate`, `x`");
    let mut columns = ColumnNames::default();
    columns.add("Where=state").unwrap();
    let mapped = Options { columns, ..detected() };
    assert_eq!(refusal(&mapped, "state,certs").0, "the header has no column `Where`");
    for (start, what) in
        [("PK\u{3}\u{4}", "an Excel workbook or another zip archive"), ("%PDF-1", "a PDF document")]
    {
        let (text, hint) = refusal(&detected(), start);
        assert_eq!(
            (text, hint),
            (format!("this is {what}"), "save it as CSV, and give that file".to_owned())
        );
    }
}

#[test]
fn columns_can_be_called_anything() {
    let mut columns = ColumnNames::default();
    columns.add("Employee State=state,Yrs=experience,\"Pay, now\"=pay,level=").unwrap();
    let options = Options {
        columns,
        output: Output::Fields(vec!["profile.experience".to_owned(), "place".to_owned()]),
        ..detected()
    };
    let (text, summary) =
        answered(&options, "employee state,Yrs,Level,\"Pay, now\"\nMS,4,senior,40000\n");
    assert_eq!((text.as_str(), summary.refused), ("4\tMS\n", 0));
    assert_eq!(summary.others, ["Level"]);
    let wrong = ColumnNames::default().add("a").unwrap_err();
    assert_eq!(wrong.text, "`a` does not say what the column states");
    let wrong = ColumnNames::default().add("a=sate").unwrap_err();
    assert_eq!(wrong.hint.as_deref(), Some("did you mean `state`?"));
}

#[test]
fn the_facts_of_all_rows_give_way_to_those_of_a_row() {
    let base = Draft::default().state(Key::State, "MS").state(Key::Certs, "3");
    let fields = ["profile.state", "profile.certs"].map(str::to_owned).to_vec();
    let options = Options { base, output: Output::Fields(fields), ..detected() };
    let text = answered(&options, "name,certs,state\nAnn,,\nBob,1,OH\n").0;
    assert_eq!(text, "MS\t3\nOH\t1\n");
    let text = answered(&options, "{}\n{\"state\":\"OH\"}\n").0;
    assert_eq!(text, "MS\t3\nOH\t3\n");
    // Then a header may state none.
    assert_eq!(answered(&options, "name\nAnn\n").0, "MS\t3\n");
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_guarded() {
    let layout = CsvLayout { guards_formulas: true, ..CsvLayout::default() };
    let options = Options { output: Output::Csv(layout), ..detected() };
    let text = answered(&options, "=name,state,n\n=1+2,MS,-5\n@x,OH,+1 555\n-a,OH,\"\ta\"\n").0;
    let starts: Vec<_> = text.lines().map(|line| line.split(",MS,").next().unwrap()).collect();
    assert!(starts[0].starts_with("'=name,state,n,"), "{text}");
    assert!(text.lines().nth(1).unwrap().starts_with("'=1+2,MS,-5,"), "{text}");
    assert!(text.lines().nth(2).unwrap().starts_with("'@x,OH,'+1 555,"), "{text}");
    assert!(text.lines().nth(3).unwrap().starts_with("'-a,OH,'\ta,"), "{text}");
}

#[test]
fn blocks_of_a_file_give_the_bytes_of_the_whole() {
    let header = "name;state;certs\r\n";
    let body: Vec<String> = (0..40)
        .map(|i| format!("\"p{i}\r\n\";{};{}\r\n", ["MS", "OH", "ZZ"][i % 3], i % 5))
        .collect();
    let layout = CsvLayout { without_header: true, ..CsvLayout::default() };
    for output in [Output::Csv(layout), Output::JsonLines] {
        let options = Options { output, lines: Lines::LeftOut, ..detected() };
        let whole = answered(&options, format!("{header}{}", body.concat())).0;
        let block = Options { header: Some(header.into()), input: Input::Csv, ..options };
        let parts = body.chunks(7).map(|rows| answered(&block, rows.concat()).0);
        assert_eq!(parts.collect::<String>(), whole);
        assert!(!whole.contains("\"line\""));
    }
}

/// Gives at most so many bytes at once.
struct Pieces(Vec<u8>, usize);

impl std::io::Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.1.min(self.0.len()).min(into.len());
        into[..count].copy_from_slice(&self.0[..count]);
        self.0.drain(..count);
        Ok(count)
    }
}

/// The output and the counts for an input that arrives in pieces of a size, if it can be used.
fn in_pieces(options: &Options, bytes: &[u8], size: usize) -> Option<(Vec<u8>, Summary)> {
    let mut out = Vec::new();
    let summary = run(&TABLES, options, Pieces(bytes.to_vec(), size), &mut out, |_| ()).ok()?;
    Some((out, summary))
}

proptest! {
    #![proptest_config(cases(200))]
    #[test]
    fn any_table_in_any_dialect_comes_back_whole(
        cells in prop::collection::vec("[a-z,;\t\"\u{e9} ]{0,6}", 1..20),
        delimiter in select(vec![",", ";", "\t", "|"]),
        end in select(vec!["\n", "\r\n", "\r"]),
        encoding in select(vec!["plain", "mark", "little", "big"]),
        size in 1..40_usize,
        workers in 1..3_usize,
    ) {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut text = ["name", "state"].join(delimiter) + end;
        for cell in &cells {
            text += &[&quoted(cell), "MS"].join(delimiter);
            text += end;
        }
        let units = text.encode_utf16();
        let bytes = match encoding {
            "plain" => text.into_bytes(),
            "mark" => format!("\u{feff}{text}").into_bytes(),
            "little" => [0xFEFF].into_iter().chain(units).flat_map(u16::to_le_bytes).collect(),
            _ => [0xFEFF].into_iter().chain(units).flat_map(u16::to_be_bytes).collect(),
        };
        let workers = NonZeroUsize::new(workers).unwrap();
        let (out, summary) = in_pieces(&Options { workers, ..to_csv() }, &bytes, size).unwrap();
        let found: Vec<_> = rows(&out).iter().map(|row| row["name"].clone()).collect();
        prop_assert_eq!(found, cells);
        prop_assert_eq!(summary.refused, 0);
    }

    #[test]
    fn any_bytes_get_a_record_for_each_row_however_they_arrive(
        bytes in prop::collection::vec(select(b"state,name\n\r\";|\t{}[]:\\MS\x00\xff=".to_vec()), 0..120),
        header in select(vec!["", "state,name\n", "state;name\r\n", "{}\n", "["]),
        size in 1..40_usize,
    ) {
        let input = [header.as_bytes(), &bytes].concat();
        let options = Options { base: Draft::default().state(Key::Certs, "1"), ..detected() };
        let [first, second] = [usize::MAX, size].map(|size| in_pieces(&options, &input, size));
        if let Some((out, summary)) = &first {
            let records = out.split(|&byte| byte == b'\n').skip(1).count() as u64;
            prop_assert_eq!(records, summary.answered + summary.refused);
        }
        prop_assert_eq!(first, second);
    }
}
