//! Every JSON answer of the tests is what the JSON Schema of the program says, and every key of the
//! schema is in some answer.
//!
//! The schema allows unknown keys, because keys may be added; here a key that it does not name is an
//! error. Keys come in the order of `properties`, and `X_missing` is there where `X` is null.

#![expect(clippy::disallowed_methods, reason = "documents and tables are files")]

mod schema;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use jsonschema::Validator;
use mbc_calc::profile::Key;
use serde_json::{Map, Value};

use schema::{definitions, properties, referred, schema};

/// Questions that together have every key in their answers. `EDITED` is a folder with tables that can
/// be used, `WRONG` one with a table that cannot, `NEW` one that is not there yet.
const QUESTIONS: [&str; 89] = [
    "estimate --state MS --employer-state MA --certs CPC-A,CCS,CRC,CRC --experience 10",
    "estimate --metro elmira --specialty revenue-cycle",
    "estimate --metro boston --employer-metro chicago --education bachelor --level oews",
    "estimate --state MA --employer-state MA --geo-pay national --setting hospital",
    "estimate --role informatics --state AL --certs CPC-A --specialty auditing",
    "estimate --state GU --data EDITED",
    "estimate --experience 3 --pay 50000",
    "explain --metro elmira --experience 3 --certs 2",
    "estimate --state OH --hours 20 --employment contract --hourly-rate 30",
    "estimate --employment contract --hourly-rate 200",
    "compare --state OH --hours 20 --employment contract --vs certs=3",
    "rank --by setting --certs 1 --experience 4 --pay 50000",
    "rank --by program --state OH",
    "rank --by program --state FL --top 99 --certs 1",
    "rank --by program --state AR --reverse",
    "rank --by program --state FL --sort debt",
    "rank --by program --sort debt",
    "rank --by career --state VT --certs CPC-A",
    "rank --by career --state KS --sort growth",
    "rank --by career --state GU --sort earnings",
    "rank --by credential --state OH --top 40",
    "rank --by role --state OH",
    "plan --state TX --certs CPC --experience 4 --pay 52000 --careers 200 --contract 45 --budget 400 --months 60",
    "plan --state TX --certs CPC --experience 4 --pay 52000 --careers 200 --target 90000",
    "plan --state TX --certs CPC-A --experience 4 --careers 200 --by degree",
    "plan --state OH --pay 31000 --careers 200 --target 25/hr --by credential",
    "plan --state OH --certs 1 --careers 200 --target 250000",
    "plan --state OH --certs 1 --experience 2 --careers 200 --target-take-home 45000",
    "plan --state PR --certs 1 --experience 2 --careers 200 --take-home",
    "verdict --stage coder --state OH --experience 4 --pay 50000 --careers 200 --take-home",
    "take-home --state MS --employer-state NY --certs CPC-A",
    "take-home --state NJ --employer-state NY --convenience apply --pay 81227",
    "take-home --metro elmira --employment contract --hourly-rate 45",
    "take-home --metro elmira --role informatics --filing joint --tax-year 2025 --certs 3",
    "take-home --state MD --local Montgomery --pay 9000",
    "take-home --state AL --pay 500000",
    "take-home",
    "estimate --state NJ --employer-state NY --take-home --pay 81227",
    "estimate --state PR --take-home",
    "estimate --take-home --employment contract --hourly-rate 45",
    "rank --by state --sort take_home.home_value.p50",
    "rank --by state --take-home --sort pay.p50 --top 60",
    "compare --state NJ --vs employment=contract,hourly-rate=45 --vs employer-state=NY,convenience=apply --vs state=PR",
    "timeline --state GU --careers 200",
    "explain p25",
    "data list",
    "data show salaries VT",
    "data show sources",
    "data show credentials",
    "data show projections",
    "data show verdicts",
    "data sources --data EDITED",
    "data assumptions",
    "data check --claims",
    "data check --claims --data EDITED",
    "data check --data WRONG",
    "data diff EDITED",
    "data export NEW",
    "compare --state MS --certs CPC-A --experience 1 --pay 40000 --vs state=GU --vs role=informatics,state=AL",
    "compare --state MS --vs metro=elmira",
    "rank --by metro --state NY --certs CPC-A",
    "rank --by state --role informatics --state GU --certs 3",
    "rank --by specialty --metro elmira --specialty cardiology",
    "timeline --state MS --employer-state MA --careers 200",
    "timeline --state OH --certs CPC-A --careers 200 --nominal",
    // Nobody breaks even in so short a time, and nobody has a first job yet.
    "timeline --pay 90000 --horizon 1 --careers 100 --seed 1",
    "timeline --metro elmira --employer-metro boston --horizon 3 --careers 200",
    "timeline --state OH --careers 100 --sensitivity",
    "timeline --horizon 3 --careers 100 --sensitivity",
    "compare --timeline --certs 1 --experience 4 --pay 50000 --careers 100 --vs certs-plan=none",
    "timeline --metro elmira --geo-pay residence --certs 2 --experience 4 --careers 200",
    "timeline --profile EVERYTHING",
    "timeline --state NJ --employer-state NY --convenience apply --careers 100 --horizon 5",
    "timeline --pay 90000 --take-home --horizon 3 --careers 100",
    "timeline --state PR --take-home --careers 100",
    "compare --timeline --careers 100 --take-home --vs state=PR",
    "compare --timeline --metro elmira --employer-metro boston --careers 200 --vs certs=CPC-A",
    "compare --timeline --pay 40000 --nominal --careers 200 --vs horizon=3 --vs metro=elmira",
    "compare --timeline --careers 100 --seed 1 --horizon 1 --vs pay=90000",
    "verdict --certs CPC-A --stage career-changer --state OH --careers 200",
    "verdict --stage graduate --state OH --careers 200",
    "verdict --stage long-term --state OH --careers 200 --learning no",
    "verdict --stage remote --state MS --employer-state MA --careers 200",
    "verdict --stage coder --state OH --certs 1 --experience 4 --careers 200",
    "verdict --stage coder --certs 3 --experience 4 --causal-share 0 --careers 200",
    "verdict --stage graduate --state OH --wait 12 --remote yes --careers 200",
    "verdict --state OH --certs 1 --experience 4 --careers 200",
    "verdict --state OH --careers 200",
    "verdict --profile EVERYTHING",
];

/// What the profile that states every fact says where the first word or a one would not do.
const CHOSEN: &str = "state=NY metro=elmira city=Elmira zip=14901 county=Chemung employer_state=MA employer_metro=boston certs=CPC,CRC \
    experience=4 specialty=risk-adjustment setting=hospital education=bachelor hours=30 \
    employment=contract hourly_rate=40 standing=specialist pivot=compliance certs_plan=3/12 \
    horizon=6 careers=200 stage=remote company=no local=Yonkers";

/// A profile that states every fact but another occupation, in which there is no career.
fn everything() -> String {
    let tables = mbc_calc::built_in();
    let stated = |key: Key| {
        let chosen = CHOSEN.split(' ').filter_map(|fact| fact.split_once('='));
        let word = chosen.filter(|(name, _)| *name == key.name()).map(|(_, word)| word);
        let names = key.names(&tables).into_iter().map(|known| known.name);
        let word = word.map(Cow::Borrowed).chain(names).next().unwrap_or(Cow::Borrowed("1"));
        format!("{} = {word:?}\n", key.name())
    };
    Key::ALL.into_iter().filter(|key| *key != Key::Role).map(stated).collect()
}

/// Questions answered by several records, and the definition of one.
const RECORDS: [(&str, &str); 19] = [
    (
        "compare --state MS --certs CPC-A --experience 1 --pay 40000 --hours 30 --vs state=GU --vs certs=3",
        "compared_record",
    ),
    ("compare --metro elmira --employment contract --vs role=informatics", "compared_record"),
    ("compare --state OH --take-home --vs state=PR", "compared_record"),
    ("rank --by metro --state NY", "ranked"),
    ("rank --by program --state TX --sort debt", "ranked_program"),
    ("rank --by program", "ranked_program_state"),
    ("rank --by career --state OH", "ranked_career"),
    ("plan --experience 3 --careers 100", "plan_step"),
    ("timeline --careers 100 --seed 1 --horizon 3", "year"),
    (
        "compare --timeline --metro elmira --employer-metro boston --careers 200 --vs certs=CPC-A",
        "career_record",
    ),
    ("compare --timeline --horizon 3 --careers 200 --vs metro=elmira", "career_record"),
    ("verdict --stage remote --careers 200", "criterion_record"),
    ("verdict --stage long-term --careers 200", "criterion_record"),
    ("verdict --careers 200", "stage_record"),
    ("replay VALUES", "moved_value"),
    ("data list", "table_summary"),
    ("data sources", "cited_source"),
    ("data assumptions", "own_number"),
    ("data diff EDITED", "change"),
];

/// A stream with an answer, two problems in one line, and a line that is no profile.
const STREAM: &str = "{\"id\":1,\"state\":\"MS\",\"certs\":\"CPC-A\",\"name\":\"Ann\"}\n\
     {\"id\":2,\"name\":\"Bob\",\"state\":\"Ohoi\",\"certs\":99}\nno profile\n";

/// The same about careers, in a stage of life and in none.
const CAREERS: &str = "{\"id\":1,\"name\":[1],\"state\":\"OH\",\"careers\":200,\"stage\":\"career-changer\"}\n\
     {\"id\":[],\"name\":{\"a\":1},\"state\":\"MS\",\"certs\":\"CPC-A\",\"careers\":200}\n\
     {\"id\":2,\"state\":\"Ohoi\",\"learning\":[]}\nno profile\n";

const STREAMS: [(&str, &str); 4] =
    [("estimate", STREAM), ("timeline", CAREERS), ("verdict", CAREERS), ("plan", CAREERS)];

/// Keys of answers that only tables bring about in which the people of the claims or the examples have
/// no wages.
const NEVER_SEEN: [&str; 4] = [
    "claim.model_missing",
    "example.after_missing",
    "example.before_missing",
    "plan_step.months_missing",
];

#[test]
fn every_answer_is_what_the_schema_says_and_every_key_of_the_schema_is_in_an_answer() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut contract = Contract::new();
    own_tables(folder.path());
    saved_answers(folder.path());
    for question in QUESTIONS {
        let text = asked(folder.path(), &format!("{question} --format json"), "");
        contract.check(question, None, &text);
    }
    for question in WRONG {
        for format in ["--format json", "--json", "--format=jsonl"] {
            let question = format!("{question} {format}");
            contract.check(&question, None, &refused(folder.path(), &question));
        }
    }
    for (question, definition) in RECORDS {
        for line in asked(folder.path(), &format!("{question} --format jsonl"), "").lines() {
            contract.check(question, Some(definition), line);
        }
    }
    for question in REPLAYS {
        contract.check(question, None, &asked(folder.path(), question, ""));
    }
    for (command, stream) in STREAMS {
        for flags in ["", " --explain"] {
            for answer in streamed(folder.path(), command, flags, stream) {
                contract.check(command, None, &answer.to_string());
            }
        }
    }
    let groups = "batch --quiet --group-by state --sum count,pay.p50,grade --format json";
    contract.check("groups", None, &asked(folder.path(), groups, STREAM));
    let crowded: Vec<String> = (0..101).map(|at| format!(r#""key{at}":1"#)).collect();
    for answer in
        streamed(folder.path(), "estimate", " --no-keep", &format!("{{{}}}", crowded.join(",")))
    {
        contract.check("a record of 101 problems", None, &answer.to_string());
    }
    assert_eq!(contract.unseen(), NEVER_SEEN, "named in the schema, and in no answer");
}

/// Saved answers, of which the first has a table changed since, and the others were edited.
const REPLAYS: [&str; 3] =
    ["replay SAVED --json --data EDITED", "replay VALUES --json", "replay QUESTION --json"];

/// Saves an answer, and twice more with something edited.
fn saved_answers(folder: &Path) {
    let saved = asked(folder, "estimate --setting hospital --json", "");
    let edits: [(&str, &[(&str, &str)]); 3] = [
        ("SAVED", &[]),
        ("VALUES", &[("\"unit\"", "\"units\""), ("\"place\": \"US\"", "\"place\": null")]),
        ("QUESTION", &[("hospital\\\"", "clinic\\\"")]),
    ];
    for (name, edits) in edits {
        let text = edits.iter().fold(saved.clone(), |text, (from, to)| text.replacen(from, to, 1));
        assert_eq!(text == saved, edits.is_empty(), "{name}");
        fs::write(folder.join(name), text).expect("a file can be written");
    }
}

/// Questions that cannot be answered.
const WRONG: [&str; 13] = [
    "estimate --state ZZ --certs 99",
    "estimate --state Ohoi",
    "estimate --frobnicate",
    "take-home --wait 12",
    "estimate --color red",
    "frobnicate",
    "rank --state OH",
    "explain zebra",
    "estimate --profile missing.toml",
    "estimate --data WRONG",
    "compare --state OH",
    "compare --vs state=ZZ --vs certs=99",
    "take-home --state PR",
];

/// The error of a question that cannot be answered, as JSON.
fn refused(folder: &Path, question: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mbc-calc"));
    let output = command.args(question.split(' ')).current_dir(folder).output();
    let output = output.expect("the program runs");
    assert!(output.stdout.is_empty() && !output.status.success(), "{question}");
    String::from_utf8(output.stderr).expect("messages are text")
}

#[test]
fn every_answer_of_the_transcripts_is_what_the_schema_says() {
    let mut contract = Contract::new();
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/commands"));
    let (mut answers, mut asked_before) = (0, BTreeSet::new());
    for file in fs::read_dir(folder).expect("there are transcripts") {
        let path = file.expect("the folder can be read").path();
        if path.extension().is_none_or(|ending| ending != "trycmd") {
            continue;
        }
        let inputs = path.with_extension("in");
        let inputs = if inputs.is_dir() { inputs.as_path() } else { folder };
        let text = fs::read_to_string(&path).expect("a transcript can be read");
        for command in text.lines().filter_map(|line| line.strip_prefix("$ mbc-calc ")) {
            let Some(question) = as_json(command) else { continue };
            if asked_before.insert(question.clone()) {
                let answer = asked(inputs, &question, "");
                if !answer.is_empty() {
                    contract.check(&question, None, &answer);
                    answers += 1;
                }
            }
        }
    }
    assert!(answers > 100, "{answers} answers");
}

/// The command as a question for JSON, if it is one that can be asked so without a shell.
fn as_json(command: &str) -> Option<String> {
    let answers = ["estimate", "explain", "compare", "plan", "rank", "timeline", "verdict", "data"];
    let mut words = command.split(' ').peekable();
    let is_asked = words.peek().is_some_and(|word| answers.contains(word))
        && !command.contains(['\'', '"', '\\', '|', '<', '>', '#'])
        && !command.split(' ').any(|word| ["--output", "export", "--help", "-h"].contains(&word));
    let mut question = Vec::new();
    while let Some(word) = words.next() {
        match word {
            "--format" | "--field" => drop(words.next()),
            "--quiet" => {}
            _ => question.push(word),
        }
    }
    // A few careers have the same keys as many.
    let is_simulated = command.contains("timeline") || command.contains("verdict");
    if is_simulated && !command.contains("--careers") {
        question.push("--careers 200");
    }
    is_asked.then(|| format!("{} --format json", question.join(" ")))
}

#[test]
fn a_record_without_explain_leaves_out_what_the_page_says() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let page = page();
    let left_out = |kind: &str| {
        let row = format!("| `{kind}` | ");
        let rows = page.lines().filter_map(|line| line.strip_prefix(&row));
        let cells: Vec<_> = rows.filter(|row| !row.contains(" | ")).collect();
        assert_eq!(cells.len(), 1, "what `{kind}` leaves out");
        let (of_all, of_criteria) = cells[0].split_once("`criteria`").unwrap_or((cells[0], ""));
        let below = quoted(of_criteria).map(|key| format!("criteria.{key}"));
        quoted(of_all).chain(below).collect::<BTreeSet<_>>()
    };
    for (command, stream) in STREAMS {
        let short = streamed(folder.path(), command, "", stream);
        let long = streamed(folder.path(), command, " --explain", stream);
        for (short, long) in short.iter().zip(&long).filter(|(_, long)| long["kind"] != "error") {
            let kind = long["kind"].as_str().expect("an answer has its kind");
            let without = paths(short);
            let mut missing = paths(long);
            missing.retain(|path| !without.contains(path));
            assert_eq!(missing, left_out(kind), "{kind}");
        }
    }
}

#[test]
fn the_columns_of_a_stream_are_those_that_the_page_says() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for (command, _) in STREAMS {
        let text = asked(folder.path(), &format!("batch --command {command} --format csv"), "");
        let row = format!("| `{command}` | `");
        let page = page();
        let mut rows = page.lines().filter(|line| line.starts_with(&row));
        let cells: Vec<_> = rows
            .find(|row| row.ends_with("` |") && row.contains("`warnings`"))
            .unwrap_or_else(|| panic!("the page has no columns of `{command}`"))
            .split(" | ")
            .collect();
        let errors = ["code", "message", "field", "hint"].map(|key| format!("error.{key}"));
        let named = ["line", "id"].map(str::to_owned).into_iter().chain(quoted(cells[1]));
        let named = named.chain(errors).chain(["errors".to_owned()]).chain(quoted(cells[2]));
        let header = text.lines().next().expect("there is a header");
        assert_eq!(header.split(',').collect::<Vec<_>>(), named.collect::<Vec<_>>(), "{command}");
    }
}

/// The paths of the keys of a record and of its criteria, of whichever stage.
fn paths(record: &Value) -> BTreeSet<String> {
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().into_iter().flat_map(Map::keys).cloned().collect()
    };
    let mut paths = keys(record);
    let verdicts = record["verdicts"].as_array().into_iter().flatten().chain([record]);
    for criterion in verdicts.filter_map(|verdict| verdict["criteria"].as_array()).flatten() {
        paths.extend(keys(criterion).iter().map(|key| format!("criteria.{key}")));
    }
    paths
}

/// The words of a row between backticks.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// The schema without room for unknown keys, and the keys that were seen.
struct Contract {
    schema: Value,
    validators: BTreeMap<String, Validator>,
    /// `DEFINITION.KEY` of each key that an answer has.
    seen: BTreeSet<String>,
}

impl Contract {
    fn new() -> Contract {
        let mut schema = schema();
        close(&mut schema);
        Contract { schema, validators: BTreeMap::new(), seen: BTreeSet::new() }
    }

    /// Checks an answer against the definition of its kind, or a record against the one named.
    fn check(&mut self, question: &str, definition: Option<&str>, text: &str) {
        let answer: Value =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{question}: {error}"));
        let definition = definition.unwrap_or_else(|| match answer["kind"].as_str() {
            Some("explain") => "estimate",
            kind => kind.unwrap_or_else(|| panic!("{question}: an answer has its kind")),
        });
        let validator = self.validators.entry(definition.to_owned()).or_insert_with(|| {
            let mut schema = self.schema.clone();
            let keys = schema.as_object_mut().expect("a schema is an object");
            keys.remove("oneOf");
            keys.insert("$ref".to_owned(), format!("#/$defs/{definition}").into());
            jsonschema::validator_for(&schema).expect("the schema is a schema")
        });
        let wrong = |error| format!("{question}: {error}");
        let errors: Vec<_> = validator
            .iter_errors(&answer)
            .map(|error| wrong(format!("{error} at {}", error.instance_path())))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
        let (schema, seen) = (&self.schema, &mut self.seen);
        note_keys(schema, seen, definition, &schema["$defs"][definition], &answer)
            .map_err(wrong)
            .unwrap_or_else(|error| panic!("{error}"));
    }

    /// The keys of answers that were not seen.
    fn unseen(&self) -> Vec<String> {
        let keys = definitions(&self.schema).flat_map(|(name, schema)| {
            let keys = properties(schema).into_iter().flat_map(Map::keys);
            keys.map(move |key| format!("{name}.{key}"))
        });
        let unseen: BTreeSet<_> = keys.filter(|key| !self.seen.contains(key)).collect();
        unseen.into_iter().collect()
    }
}

/// Notes the keys of a value and of all below it, and checks what a validator does not.
fn note_keys(
    root: &Value,
    seen: &mut BTreeSet<String>,
    definition: &str,
    schema: &Value,
    value: &Value,
) -> Result<(), String> {
    let (definition, schema) = resolved(root, definition, schema);
    match value {
        Value::Array(items) => {
            let of_items = &schema["items"];
            items.iter().try_for_each(|item| note_keys(root, seen, definition, of_items, item))
        }
        Value::Object(keys) => {
            let Some(named) = properties(schema) else { return Ok(()) };
            let places = keys.keys().map(|key| named.keys().position(|name| name == key));
            if !places.is_sorted() {
                return Err(format!("the keys of `{definition}` are in another order"));
            }
            for key in named.keys() {
                let is_missing = keys.get(key).is_some_and(Value::is_null);
                let reason = format!("{key}_missing");
                if named.contains_key(&reason) && keys.contains_key(&reason) != is_missing {
                    return Err(format!("`{reason}` of `{definition}` against `{key}`"));
                }
            }
            keys.iter().try_for_each(|(key, value)| {
                seen.insert(format!("{definition}.{key}"));
                note_keys(root, seen, definition, &named[key], value)
            })
        }
        _ => Ok(()),
    }
}

/// Forbids the keys that no definition names.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            if keys.contains_key("properties") && keys.contains_key("type") {
                keys.entry("additionalProperties").or_insert(false.into());
            }
            keys.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// What a reference leads to, and the definition it is in.
fn resolved<'s>(root: &'s Value, definition: &'s str, schema: &'s Value) -> (&'s str, &'s Value) {
    // What may be null as well is a choice between a reference and null.
    let schema = if schema["anyOf"][0]["$ref"].is_string() { &schema["anyOf"][0] } else { schema };
    let Some((path, found)) = referred(root, schema) else { return (definition, schema) };
    resolved(root, path.split('/').next().unwrap_or(path), found)
}

fn page() -> String {
    let path = format!("{}/docs/FORMATS.md", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).expect("the page can be read")
}

/// Folders of tables: some that say other things, and one that is wrong.
fn own_tables(folder: &Path) {
    let edit = |to: &str, table: &str, from: &str, into: &str| {
        asked(folder, &format!("data export {to} {table}"), "");
        let path = folder.join(to).join(format!("{table}.toml"));
        let text = fs::read_to_string(&path).expect("the table was written");
        assert!(text.contains(from), "{table}: `{from}`");
        fs::write(path, text.replace(from, into)).expect("the table can be edited");
    };
    edit("EDITED", "settings", "pay = 61_920", "pay = 64_000");
    edit("EDITED", "claims", "\nwhy = ", "\n# ");
    edit("WRONG", "settings", "level = \"hospital\"", "levl = \"hospital\"");
    for (name, text) in [("WRONG/setings.toml", String::new()), ("EVERYTHING", everything())] {
        fs::write(folder.join(name), text).expect("a file can be written");
    }
}

/// The records of a stream.
fn streamed(folder: &Path, command: &str, flags: &str, stream: &str) -> Vec<Value> {
    let question = format!("batch --quiet --command {command}{flags}");
    let text = asked(folder, &question, stream);
    text.lines().map(|line| serde_json::from_str(line).expect("records are JSON")).collect()
}

fn asked(folder: &Path, question: &str, input: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mbc-calc"));
    command.args(question.split(' ')).current_dir(folder);
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = streams.spawn().expect("the program starts");
    let mut stdin = running.stdin.take().expect("its input is a pipe");
    stdin.write_all(input.as_bytes()).expect("it reads");
    drop(stdin);
    let output = running.wait_with_output().expect("the program ends");
    String::from_utf8(output.stdout).expect("answers are text")
}
