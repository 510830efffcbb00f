//! Every key that an answer has is named in `docs/FORMATS.md`, in its place and in its order, and
//! every key named there is in some answer.
//!
//! The tables of that page whose first column begins with `key` are the contract: one called `key` is
//! of its section, one called `key of a claim` of a claim. The columns of streams as CSV are held to
//! the page too, and so is what a record leaves out.

#![expect(clippy::disallowed_methods, reason = "documents and tables are files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

/// Questions that together have every key in their answers. `EDITED` is a folder with tables that can
/// be used, `WRONG` one with a table that cannot, `NEW` one that is not there yet.
const QUESTIONS: [&str; 45] = [
    "estimate --state MS --employer-state MA --certs CPC-A,CCS,CRC,CRC --experience 10",
    "estimate --metro elmira --specialty revenue-cycle",
    "estimate --metro boston --employer-metro chicago --education bachelor --level oews",
    "estimate --state MA --employer-state MA --geo-pay national --setting hospital",
    "estimate --role informatics --state AL --certs CPC-A --specialty auditing",
    "estimate --state GU --data EDITED",
    "explain --metro elmira --experience 3 --certs 2",
    "estimate --state OH --hours 20 --employment contract --hourly-rate 30",
    "estimate --employment contract --hourly-rate 200",
    "compare --state OH --hours 20 --employment contract --vs certs=3",
    "rank --by setting --certs 1",
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
    "compare --state MS --certs CPC-A --vs state=GU --vs role=informatics,state=AL",
    "compare --state MS --vs metro=elmira",
    "rank --by metro --state NY --certs CPC-A",
    "rank --by state --role informatics --state GU --certs 3",
    "rank --by specialty --metro elmira --specialty cardiology",
    "timeline --state MS --employer-state MA --careers 200",
    "timeline --state OH --certs CPC-A --careers 200 --nominal",
    // Nobody breaks even in so short a time, and nobody has a first job yet.
    "timeline --current-salary 90000 --horizon 1 --careers 100 --seed 1",
    "timeline --metro elmira --employer-metro boston --horizon 3 --careers 200",
    "timeline --metro elmira --geo-pay residence --certs 2 --experience 4 --careers 200",
    "timeline --profile EVERYTHING",
    "compare --timeline --metro elmira --employer-metro boston --careers 200 --vs certs=CPC-A",
    "compare --timeline --current-salary 40000 --nominal --careers 200 --vs horizon=3 --vs metro=elmira",
    "compare --timeline --careers 100 --seed 1 --horizon 1 --vs current_salary=90000",
    "verdict --certs CPC-A --stage career-changer --state OH --careers 200",
    "verdict --stage graduate --state OH --careers 200",
    "verdict --stage long-term --state OH --careers 200 --learning no",
    "verdict --stage remote --state MS --employer-state MA --careers 200",
    "verdict --state OH --careers 200",
    "verdict --profile EVERYTHING",
];

/// A profile that states every fact.
const EVERYTHING: &str = "\
metro = \"elmira\"
employer_metro = \"boston\"
geo_pay = \"employer\"
level = \"survey\"
certs = \"CPC, CRC\"
experience = 4
specialty = \"risk-adjustment\"
setting = \"hospital\"
education = \"bachelor\"
hours = 30
employment = \"contract\"
hourly_rate = 40
standing = \"specialist\"
ai = \"early\"
current_salary = 40000
tuition = 1000
program = \"accelerated\"
study = \"while-working\"
pivot = \"compliance\"
certs_plan = \"3/12\"
horizon = 6
careers = 200
seed = 1
causal_share = 0.5
nominal = true
stage = \"remote\"
wait = 12
self_discipline = true
repetition = true
learning = true
technology = true
company = false
detail = true
deadlines = true
home_office = true
";

/// Questions with several records in their answers, and the section that names the keys of one.
const OF_RECORDS: [(&str, &str, &[&str]); 6] = [
    ("timeline --careers 100 --seed 1 --horizon 3", "years", &[]),
    (
        "compare --timeline --metro elmira --employer-metro boston --careers 200 --vs certs=CPC-A",
        "a record of a career",
        &[],
    ),
    ("compare --timeline --horizon 3 --careers 200 --vs metro=elmira", "a record of a career", &[]),
    ("verdict --stage remote --careers 200", "criteria", &["stage", "answer"]),
    ("verdict --stage long-term --careers 200", "criteria", &["stage", "answer"]),
    ("verdict --careers 200", "a record of a stage", &[]),
];

/// A stream with an answer, two problems in one line, and a line that is no profile.
const STREAM: &str = "{\"id\":1,\"state\":\"MS\",\"certs\":\"CPC-A\"}\n\
     {\"id\":2,\"state\":\"Ohoi\",\"certs\":99}\nno profile\n";

/// The same about careers, in a stage of life and in none.
const CAREERS: &str = "{\"id\":1,\"state\":\"OH\",\"careers\":200,\"stage\":\"career-changer\"}\n\
     {\"state\":\"MS\",\"certs\":\"CPC-A\",\"careers\":200}\n\
     {\"id\":2,\"state\":\"Ohoi\",\"learning\":[]}\nno profile\n";

const STREAMS: [(&str, &str); 3] =
    [("estimate", STREAM), ("timeline", CAREERS), ("verdict", CAREERS)];

/// Keys of answers that only tables bring about in which the people of the claims or the examples have
/// no wages.
const NEVER_SEEN: [&str; 3] =
    ["a claim.model_missing", "a person.before_missing", "a person.after_missing"];

/// The keys of each kind of record, in their order.
type Contract = BTreeMap<String, Vec<String>>;

#[test]
fn every_key_of_an_answer_is_in_the_contract_and_every_key_of_the_contract_in_an_answer() {
    let contract = contract();
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut check = Check { contract: &contract, seen: BTreeSet::new(), wrong: BTreeSet::new() };
    own_tables(folder.path());
    for question in QUESTIONS {
        let text = asked(folder.path(), &format!("{question} --format json"), "");
        let answer = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{question}: {e}"));
        check.answer(&answer);
    }
    for (question, section, besides) in OF_RECORDS {
        for line in asked(folder.path(), &format!("{question} --format jsonl"), "").lines() {
            let record = serde_json::from_str(line).expect("records are JSON");
            check.record(section, &record, besides);
        }
    }
    for (command, stream) in STREAMS {
        for flags in ["", " --explain"] {
            for answer in streamed(folder.path(), command, flags, stream) {
                check.answer(&answer);
            }
        }
    }
    let told = |told: &BTreeSet<String>| told.iter().cloned().collect::<Vec<_>>().join("\n");
    assert!(check.wrong.is_empty(), "\n{}", told(&check.wrong));
    let named = contract.iter().flat_map(|(kind, keys)| keys.iter().map(move |key| (kind, key)));
    let mut unseen: Vec<_> = named.map(|(kind, key)| format!("{kind}.{key}")).collect();
    unseen.retain(|key| !check.seen.contains(key));
    assert_eq!(unseen, NEVER_SEEN, "named in docs/FORMATS.md, and in no answer");
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

/// The words of a row that stand between backticks.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// What is found on the way through the answers.
struct Check<'c> {
    contract: &'c Contract,
    /// `KIND.KEY` of each key that an answer has.
    seen: BTreeSet<String>,
    wrong: BTreeSet<String>,
}

impl Check<'_> {
    fn answer(&mut self, answer: &Value) {
        let kind = answer["kind"].as_str().expect("an answer has its kind");
        let is_of_a_stream = answer.get("line").is_some();
        if is_of_a_stream && kind != "error" {
            // Which line it is stands between the kind and the tool.
            let keys = answer.as_object().into_iter().flatten().skip(2);
            let of_the_line = keys.take_while(|(key, _)| *key != "tool");
            let of_the_line = of_the_line.map(|(key, value)| (key.clone(), value.clone()));
            self.keys("Records", &of_the_line.collect(), &[]);
        }
        self.record(of_answer(kind), answer, if is_of_a_stream { &["line", "id"] } else { &[] });
    }

    /// A record and all below it; `besides` are keys of it that another section names.
    fn record(&mut self, kind: &str, value: &Value, besides: &[&str]) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.record(kind, item, besides)),
            Value::Object(keys) => {
                self.keys(kind, keys, besides);
                for (key, value) in keys {
                    if let Some(below) = below(kind, key) {
                        self.record(below, value, &[]);
                    }
                }
            }
            _ => {}
        }
    }

    fn keys(&mut self, kind: &str, keys: &Map<String, Value>, besides: &[&str]) {
        let Some(named) = self.contract.get(kind) else {
            self.wrong.insert(format!("docs/FORMATS.md does not name the keys of `{kind}`"));
            return;
        };
        let mut after = 0;
        for key in
            keys.keys().filter(|key| kind == "an error record" || !besides.contains(&key.as_str()))
        {
            self.seen.insert(format!("{kind}.{key}"));
            // A key that has two places in a table, beside others, has them in this order.
            match named[after..].iter().position(|name| name == key) {
                Some(further) => after += further,
                None if named.contains(key) => {
                    self.wrong.insert(format!("`{kind}` names `{key}` too early"));
                }
                None => {
                    self.wrong.insert(format!("`{kind}` does not name `{key}`"));
                }
            }
        }
    }
}

/// The section that names the keys of an answer.
fn of_answer(kind: &str) -> &'static str {
    match kind {
        "estimate" | "explain" => "estimate",
        "term" => "explain TERM",
        "tables" => "data list",
        "table" => "data show",
        "sources" => "data sources",
        "assumptions" => "data assumptions",
        "check" => "data check",
        "export" => "data export",
        "diff" => "data diff",
        "comparison" => "compare",
        "ranking" => "rank",
        "timeline" => "timeline",
        "timeline_comparison" => "compare --timeline",
        "verdict" => "verdict",
        "verdicts" => "All four stages",
        "error" => "an error record",
        _ => panic!("no question asks for `{kind}`"),
    }
}

/// The section that names the keys of what stands at a key, where that is a record with fixed keys.
fn below(kind: &str, key: &str) -> Option<&'static str> {
    Some(match (kind, key) {
        (_, "tool") => "tool",
        (_, "profile" | "first_job") => "profile",
        (_, "occupation") => "occupation",
        ("data check", "tables" | "warnings" | "summary") => return None,
        (_, "warnings") => "warnings",
        ("timeline" | "a career" | "a record of a career" | "difference", _) => {
            return of_career(kind, key);
        }
        ("gain", _) | ("years", "in_field" | "gain") => "four figures",
        ("verdict" | "a verdict", _) => return of_verdict(key),
        ("All four stages", "verdicts") => "a verdict",
        ("compare --timeline", "profiles") => "a career",
        (_, "pay" | "published" | "pay_percent")
        | ("a difference", "home_value" | "home_value_percent")
        | ("contract", "rate" | "billed") => "pay",
        (_, "home_value") => "home_value",
        ("rank", "levels" | "old") => "a level",
        (_, "contract") => "contract",
        ("contract", "stated") => "stated",
        (_, "scenarios") => "scenarios",
        (_, "levels") => "levels",
        (_, "spread") => "spread",
        ("estimate", "steps") => "steps",
        ("estimate", "sources") => "sources",
        ("data list", "tables") => "a table",
        ("data show", "lists") => "a list",
        ("data sources", "sources") => "a source of the tables",
        ("a source of the tables", "used_by") => "a use",
        ("data assumptions", "assumptions") => "an assumption",
        ("data check", "findings") => "a finding",
        ("data check", "claims") => "a claim",
        ("data diff", "changes") => "a change",
        ("data diff", "people") => "a person",
        ("compare", "profiles") => "a profile",
        ("a profile", "difference") => "a difference",
        ("an error record", "error" | "others") => "a problem",
        _ => return None,
    })
}

/// The same below a key of a career, or of how it differs from another.
fn of_career(kind: &str, key: &str) -> Option<&'static str> {
    Some(match (kind, key) {
        ("difference" | "a record of a career", "in_field" | "pay") => "in_field and pay",
        ("difference", "gain") => "the gain of a difference",
        (_, "gain") => "gain",
        (_, "months") => "months",
        (_, "difference") => "difference",
        (_, "office") => "office",
        (_, "aims") => "aims",
        (_, "plan") => "plan",
        (_, "milestones") => "milestones",
        (_, "years") => "years",
        (_, "break_even") => "break_even",
        (_, "counterfactual") => "counterfactual",
        (_, "outlays") => "outlays",
        (_, "causal") => "causal",
        (_, "assumptions") => "assumptions",
        (_, "sources") => "sources",
        _ => return None,
    })
}

/// The same below a key of a verdict.
fn of_verdict(key: &str) -> Option<&'static str> {
    Some(match key {
        "reservations" => "a reservation",
        "criteria" => "criteria",
        "first_pay" => "a first pay",
        "flips" => "flips",
        "facts" => "facts",
        "sources" => "sources",
        _ => return None,
    })
}

fn page() -> String {
    let path = format!("{}/docs/FORMATS.md", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).expect("the page can be read")
}

/// What the page says.
fn contract() -> Contract {
    let text = page();
    let (mut section, mut kind) = (String::new(), None);
    let mut contract = Contract::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix('#') {
            section = title.trim_start_matches(['#', ' ']).replace('`', "");
        }
        let Some(row) = line.strip_prefix("| ") else {
            kind = kind.filter(|_| line.starts_with("|-"));
            continue;
        };
        let first = row.split(" | ").next().expect("a row has a first cell");
        if first == "key" {
            kind = Some(section.clone());
        } else if let Some(of) = first.strip_prefix("key of ") {
            kind = Some(of.replace('`', ""));
        } else if let Some(kind) = &kind {
            contract.entry(kind.clone()).or_default().extend(quoted(first));
        }
    }
    let mut source = contract["sources"].clone();
    source.push("used_by".to_owned());
    contract.insert("a source of the tables".to_owned(), source);
    let mut further =
        |section: &str| contract.remove(section).unwrap_or_else(|| panic!("{section} is gone"));
    let facts = [further("Facts of a career"), further("Facts of a person")].concat();
    // Only how it differs from `estimate`.
    further("explain");
    contract.get_mut("profile").expect("it has a section").extend(facts);
    contract
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
    // No built-in source knows when it was read.
    edit(
        "EDITED",
        "sources",
        "id = \"bls-oews-2025\"\n",
        "id = \"bls-oews-2025\"\nretrieved = \"2026-11-23\"\n",
    );
    edit("WRONG", "settings", "level = \"hospital\"", "levl = \"hospital\"");
    for (name, text) in [("WRONG/setings.toml", ""), ("EVERYTHING", EVERYTHING)] {
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
