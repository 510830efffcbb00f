//! Every key that an answer has is named in `docs/FORMATS.md`, in its place and in its order, and
//! every key named there is in some answer.
//!
//! The tables of that page whose first column begins with `key` are the contract: one called `key` is
//! of its section, one called `key of a claim` of a claim.

#![expect(clippy::disallowed_methods, reason = "documents and tables are files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

/// Questions that together have every key in their answers. `EDITED` is a folder with tables that can
/// be used, `WRONG` one with a table that cannot, `NEW` one that is not there yet.
const QUESTIONS: [&str; 30] = [
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
];

/// A stream with an answer, two problems in one line, and a line that is no profile.
const STREAM: &str = "{\"id\":1,\"state\":\"MS\",\"certs\":\"CPC-A\"}\n\
     {\"id\":2,\"state\":\"Ohoi\",\"certs\":99}\nno profile\n";

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
    for flags in ["", " --explain"] {
        for line in asked(folder.path(), &format!("batch --quiet{flags}"), STREAM).lines() {
            check.answer(&serde_json::from_str(line).expect("records are JSON"));
        }
    }
    let told = |told: &BTreeSet<String>| told.iter().cloned().collect::<Vec<_>>().join("\n");
    assert!(check.wrong.is_empty(), "\n{}", told(&check.wrong));
    let mut unseen = Vec::new();
    for (kind, keys) in &contract {
        let seen = |key: &String| check.seen.contains(&format!("{kind}.{key}"));
        if kind != "profile" && keys.iter().any(seen) {
            unseen.extend(keys.iter().filter(|key| !seen(key)).map(|key| format!("{kind}.{key}")));
        }
    }
    assert_eq!(unseen, NEVER_SEEN, "named in docs/FORMATS.md, and in no answer");
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
            match named.iter().position(|name| name == key) {
                None => {
                    self.wrong.insert(format!("`{kind}` does not name `{key}`"));
                }
                Some(at) if at < after => {
                    self.wrong.insert(format!("`{kind}` names `{key}` too early"));
                }
                Some(at) => after = at,
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
        "error" => "an error record",
        _ => panic!("no question asks for `{kind}`"),
    }
}

/// The section that names the keys of what stands at a key, where that is a record with fixed keys.
fn below(kind: &str, key: &str) -> Option<&'static str> {
    Some(match (kind, key) {
        (_, "tool") => "tool",
        (_, "profile") => "profile",
        (_, "occupation") => "occupation",
        ("data check", "tables" | "warnings" | "summary") => return None,
        (_, "warnings") => "warnings",
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
        ("data sources --data EDITED", "sources") => "a source of the tables",
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

/// What the page says.
fn contract() -> Contract {
    let path = format!("{}/docs/FORMATS.md", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the page can be read");
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
            let names = first.split('`').skip(1).step_by(2).map(str::to_owned);
            contract.entry(kind.clone()).or_default().extend(names);
        }
    }
    let mut source = contract["sources"].clone();
    source.push("used_by".to_owned());
    contract.insert("a source of the tables".to_owned(), source);
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
    fs::write(folder.join("WRONG/setings.toml"), "").expect("a file can be written");
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
