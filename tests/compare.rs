//! Profiles side by side: the parts of a difference add up to it, the figures are those of
//! `estimate`, and every way to write profiles down gives the same answer.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use mbc_calc::data::{LevelTable, Tables, is_unprintable};
use mbc_calc::engine::{Comparison, compare, estimate};
use mbc_calc::profile::{Draft, Key, Lineup, PayLevel, ProfileText};
use mbc_calc::quantity::{Dollars, Pay, PlaceCode};
use mbc_calc::render::{json, plain};
use mbc_calc::report::{ComparisonShape, EstimateShape, Shape, comparison_document};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

static TABLES: LazyLock<Tables> = LazyLock::new(mbc_calc::built_in);

fn place() -> impl Strategy<Value = String> {
    let places = TABLES.salaries.iter().map(|row| row.place);
    let places = places.filter(|place| *place != PlaceCode::NATION);
    select(places.map(|place| place.to_string()).collect::<Vec<_>>())
}

fn level(table: &LevelTable) -> impl Strategy<Value = String> + use<> {
    select(table.iter().map(|(_, level)| level.id.clone()).collect::<Vec<_>>())
}

/// Facts as they are written after `--vs`.
fn person() -> impl Strategy<Value = Vec<(Key, String)>> {
    let facts = (
        option::of(place()),
        option::of(place()),
        option::of(select(PayLevel::ALL.map(|level| level.name().to_owned()).to_vec())),
        option::of((0..=6_u8).prop_map(|count| count.to_string())),
        option::of((0.0..=60.0).prop_map(|years: f64| years.to_string())),
        option::of(level(&TABLES.specialties)),
        option::of(level(&TABLES.settings)),
        option::of(level(&TABLES.education)),
    );
    facts.prop_map(|(home, employer, level, certs, experience, specialty, setting, education)| {
        let facts = [
            (Key::State, home),
            (Key::EmployerState, employer),
            (Key::Level, level),
            (Key::Certs, certs),
            (Key::Experience, experience),
            (Key::Specialty, specialty),
            (Key::Setting, setting),
            (Key::Education, education),
        ];
        facts.into_iter().filter_map(|(key, fact)| Some((key, fact?))).collect()
    })
}

fn draft(facts: &[(Key, String)]) -> Draft {
    facts.iter().fold(Draft::default(), |draft, (key, text)| draft.state(*key, text.as_str()))
}

/// The whole of a person as a variation: what another one states is taken away.
fn variation(facts: &[(Key, String)]) -> String {
    let fact = |key: Key| facts.iter().find(|(known, _)| *known == key).map(|(_, text)| text);
    let pairs =
        Key::ALL.map(|key| format!("{}={}", key.name(), fact(key).map_or("", String::as_str)));
    format!("name=other,{}", pairs.join(","))
}

fn comparison(lineup: &Lineup) -> Comparison<'static> {
    let profiles = lineup.profiles(&TABLES).unwrap_or_else(|errors| panic!("{}", errors[0]));
    compare(&TABLES, &profiles[0], &profiles[1..])
}

fn told(shape: &impl Shape) -> Value {
    serde_json::from_str(&json(shape)).expect("a shape is told as JSON")
}

fn figures(pay: &Pay) -> [f64; 6] {
    let [p10, p25, p50, p75, p90] = pay.percentiles.amounts().map(Dollars::get);
    [p10, p25, p50, p75, p90, pay.mean.get()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn contributions_add_up_to_the_difference_of_the_means(base in person(), other in person()) {
        let lineup = Lineup::default().with_base(draft(&base)).with_variation(variation(&other));
        let comparison = comparison(&lineup);
        let compared = &comparison.others[0];
        let mean = |pay: &Pay| pay.mean.get();
        let difference = mean(&compared.estimate.figures.chosen().pay)
            - mean(&comparison.base.figures.chosen().pay);
        let sum: f64 = compared.contributions.iter().map(|part| part.dollars.get()).sum();
        prop_assert!((sum - difference).abs() < 0.01, "{sum} of {difference}");
    }

    #[test]
    fn a_contribution_turns_its_sign_when_the_two_change_places(a in person(), b in person()) {
        let parts = |base: &[(Key, String)], other: &[(Key, String)]| {
            let lineup = Lineup::default().with_base(draft(base)).with_variation(variation(other));
            let parts = comparison(&lineup).others.remove(0).contributions;
            parts.into_iter().map(|part| (part.kind.name(), part.dollars.get())).collect::<Vec<_>>()
        };
        for ((there, gained), (back, lost)) in parts(&a, &b).into_iter().zip(parts(&b, &a)) {
            prop_assert_eq!(there, back);
            prop_assert!((gained + lost).abs() < 0.01, "{there}: {gained} and {lost}");
        }
    }

    #[test]
    fn the_same_profile_differs_in_nothing(facts in person()) {
        let lineup = Lineup::default().with_base(draft(&facts)).with_variation(variation(&facts));
        let comparison = comparison(&lineup);
        let answer = told(&ComparisonShape(&comparison));
        let other = &answer["profiles"][1];
        for key in ["pay", "pay_percent", "home_value", "home_value_percent"] {
            let figures = other["difference"][key].as_object().into_iter().flatten();
            for (name, figure) in figures {
                prop_assert_eq!(figure, &Value::from(0), "{} {}", key, name);
            }
        }
        for part in other["contributions"].as_array().expect("a list") {
            prop_assert_eq!(&part["dollars"], &Value::from(0));
        }
    }

    #[test]
    fn figures_are_those_of_estimate_and_differences_agree_with_them(
        base in person(),
        other in person(),
    ) {
        let lineup = Lineup::default().with_base(draft(&base)).with_variation(variation(&other));
        let comparison = comparison(&lineup);
        let answer = told(&ComparisonShape(&comparison));
        for (i, facts) in [&base, &other].into_iter().enumerate() {
            let profile = draft(facts).profile(&TABLES).expect("it was compared");
            let estimate = estimate(&TABLES, &profile);
            let alone = told(&EstimateShape(&estimate));
            for key in ["profile", "pay", "home_value", "geo_pay", "place", "level", "grade"] {
                prop_assert_eq!(&answer["profiles"][i][key], &alone[key], "{}", key);
            }
        }
        let [from, to] = [0, 1].map(|i| &answer["profiles"][i]["pay"]);
        let difference = &answer["profiles"][1]["difference"]["pay"];
        for key in ["p10", "p25", "p50", "p75", "p90", "mean"] {
            let dollars = |pay: &Value| pay[key].as_i64().expect("whole dollars");
            prop_assert_eq!(dollars(difference), dollars(to) - dollars(from), "{}", key);
        }
    }

    #[test]
    fn profiles_of_any_text_are_read_or_refused(text in any::<String>(), ending in 0..6_usize) {
        refused_or_read(["a", "a.json", "a.jsonl", "a.csv", "a.toml", "-"][ending], &text);
    }

    #[test]
    fn mangled_profiles_are_read_or_refused(
        which in 0..FORMATS.len(),
        from in any::<Index>(),
        length in 0..20_usize,
        put in "[\\[\\]{}\",=:\\n\\r\ta-z0-9é\u{1b}\u{202e}]{0,6}",
    ) {
        let (name, text) = FORMATS[which];
        let boundary = |at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at));
        let from = boundary(from.index(text.len() + 1)).expect("0 is a boundary");
        let to = boundary((from + length).min(text.len())).expect("0 is a boundary");
        refused_or_read(name, &format!("{}{put}{}", &text[..from], &text[to.max(from)..]));
    }
}

/// What is read can be answered in one line a row, and what is refused is told with a position.
fn refused_or_read(name: &str, text: &str) {
    let lineup = Lineup::default()
        .with_base(Draft::default())
        .with_variation("certs=1")
        .with_file(ProfileText::new(name, text));
    match lineup.profiles(&TABLES) {
        Ok(profiles) => {
            let comparison = compare(&TABLES, &profiles[0], &profiles[1..]);
            let lines = plain(&comparison_document(&comparison));
            assert_eq!(lines.lines().filter(|l| l.starts_with("pay.")).count(), profiles.len());
            assert!(profiles.iter().all(|p| !p.name.chars().any(is_unprintable)));
        }
        Err(errors) => {
            assert!(!errors.is_empty(), "nothing is said");
            for problem in errors.iter().flat_map(|errors| &errors.problems) {
                assert!(!problem.message.is_empty());
            }
        }
    }
}

const JSON_LINES: &str = r#"{"id": "now", "state": "MS", "certs": 1}

{"name": "remote, to \"MA\"", "state": "MS", "employer_state": "MA", "certs": "3"}
{"state": "Texas", "experience": 2.5, "certs": null}
"#;
const JSON_ARRAY: &str = r#"[
  {"certs": 1, "name": "now", "id": 7, "state": "MS"},
  {"name": "remote, to \"MA\"", "state": "MS", "employer_state": "MA", "certs": 3},
  {"state": "Texas", "experience": 2.5}
]"#;
const CSV: &str = "\u{FEFF}name,state,employer_state,certs,experience\r\n\
now,MS,,1,\r\n\
\r\n\
\"remote, to \"\"MA\"\"\", MS ,MA,3,\r\n\
,Texas,,,2.5";
const TOML: &str = r#"# people
[[profile]]
name = "now"
state = "MS"
certs = 1
[[profile]]
name = 'remote, to "MA"'
state = "MS"
employer_state = "MA"
certs = 3
[[profile]]
state = "Texas"
experience = 2.5
"#;
const FORMATS: [(&str, &str); 4] =
    [("p.jsonl", JSON_LINES), ("p.json", JSON_ARRAY), ("p.csv", CSV), ("p.toml", TOML)];

/// Runs the program with this on standard input: what it says, what it warns of, its exit code.
fn run(arguments: &[&str], input: &str) -> (String, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mbc-calc"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that refuses its flags does not read.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[test]
fn every_way_to_write_profiles_gives_the_same_bytes() {
    for format in ["plain", "json", "table"] {
        let answers =
            FORMATS.map(|(_, text)| run(&["compare", "--profiles", "-", "--format", format], text));
        assert_eq!(answers[0].2, Some(0), "{}", answers[0].1);
        for answer in &answers {
            assert_eq!(answer, &answers[0]);
        }
    }
    let (json, ..) = run(&["compare", "--profiles", "-", "--format", "json"], CSV);
    let answer: Value = serde_json::from_str(&json).expect("JSON");
    let names: Vec<_> =
        answer["profiles"].as_array().expect("a list").iter().map(|p| &p["name"]).collect();
    assert_eq!(names, ["now", "remote, to \"MA\"", "profile 3"]);
}

#[test]
fn the_base_has_no_difference_and_the_order_is_kept() {
    let arguments =
        ["compare", "--state", "MS", "--vs", "certs=3", "--vs", "state=", "--format", "json"];
    let answer: Value = serde_json::from_str(&run(&arguments, "").0).expect("JSON");
    assert_eq!(answer["kind"], "comparison");
    assert_eq!(answer["schema"], 1);
    let profiles = answer["profiles"].as_array().expect("a list");
    let names: Vec<_> = profiles.iter().map(|profile| &profile["name"]).collect();
    assert_eq!(names, ["base", "certs=3", "state="]);
    assert!(profiles[0].get("difference").is_none() && profiles[0].get("contributions").is_none());
    // Mississippi alone and the nation alone are published means.
    assert_eq!(profiles[2]["pay"]["mean"], 56_790);
    assert_eq!(profiles[2]["difference"]["home_value"], Value::Null);
    assert_eq!(profiles[2]["difference"]["home_value_missing"], "no home state is stated");
}

#[test]
fn a_file_stands_on_its_own_below_the_flags_and_their_variations() {
    let arguments = ["compare", "--state", "MS", "--vs", "certs=3", "--profiles", "-"];
    let (out, ..) = run(&[&arguments[..], &["--format", "json"]].concat(), "{\"certs\":1}\n");
    let answer: Value = serde_json::from_str(&out).expect("JSON");
    let places: Vec<_> = (0..3).map(|i| answer["profiles"][i]["place"].clone()).collect();
    assert_eq!(places, ["MS", "MS", "US"]);
}

#[test]
fn everything_wrong_with_variations_is_told_with_its_number() {
    let variations =
        ["foo", "stat=MA", "", "certs=x,state=Oz", "certs=2", "certs=2", "name=base,certs=1"];
    let arguments = variations.iter().flat_map(|variation| ["--vs", variation]);
    let arguments: Vec<_> = ["compare", "--state", "Zz"].into_iter().chain(arguments).collect();
    let (out, told, code) = run(&arguments, "");
    assert_eq!((out.as_str(), code), ("", Some(3)));
    let expected = "\
error: `--state`: no state or territory is called `Zz`
error: `--vs` 1: `foo` states no fact
  hint: write `key=value`, such as `employer-state=MA,certs=3`
error: `--vs` 2: a profile has no key `stat`
  hint: did you mean `state`?
error: `--vs` 3: nothing is stated
  hint: state what differs, such as `certs=3`
error: `--vs` 4: no state or territory is called `Oz`
  hint: codes like it: OH (Ohio), OK (Oklahoma), OR (Oregon)
error: `--vs` 4: the number of certifications must be a whole number between 0 and 50, not `x`
  hint: give how many certifications are held, such as `--certs 1`
error: `--vs` 6: the name `certs=2` is taken by `--vs` 5
  hint: give each its own with `name=`
error: `--vs` 7: the name `base` is taken by the base
  hint: give each its own with `name=`
";
    assert_eq!(told, expected);
}

#[test]
fn a_variation_that_leaves_a_pay_scale_without_its_place_is_to_blame() {
    let arguments = ["compare", "--geo-pay", "employer", "--employer-state", "MA"];
    let (_, told, code) = run(&[&arguments[..], &["--vs", "employer-state="]].concat(), "");
    assert_eq!(code, Some(3));
    assert!(told.starts_with("error: `--vs` 1: the pay scale `employer` needs"), "{told}");
}

#[test]
fn nothing_to_compare_is_an_error_with_a_hint() {
    for (arguments, input, expected) in [
        (&["compare"][..], "", 2),
        (&["compare", "--state", "MS"], "", 2),
        (&["compare", "--profiles", "-", "--profile", "-"], "", 2),
        (&["compare", "--profiles", "-"], "{\"certs\":1}", 3),
        (&["compare", "--profiles", "-"], "", 3),
    ] {
        let (_, told, code) = run(arguments, input);
        assert_eq!(code, Some(expected), "{told}");
        assert!(told.contains("hint: "), "{told}");
    }
}

#[test]
fn what_is_wrong_in_a_file_is_told_where_it_stands() {
    for (text, expected) in [
        ("name,stat\na,MA\n", &["a profile has no key `stat`\n --> standard input:1:6"][..]),
        (
            "name,certs\na,3\na,x\nb,1,5\n",
            &[
                "the name `a` is taken by profile 1 of the file\n --> standard input:3:1",
                "not `x`\n --> standard input:3:3",
                "this row has 3 cells, the header has 2 cells\n --> standard input:4:1",
            ],
        ),
        (
            "{\"certs\":1}\n[1]\n{\"x\":2}\n",
            &[
                "expected one JSON object\n --> standard input:2:1",
                "a profile has no key `x`\n --> standard input:3:6",
            ],
        ),
        ("[[profile]]\nstate = true\n", &["`state` must be a text"]),
        ("state = 'MS'\n", &["`state` stands outside the profiles\n --> standard input:1:1"]),
    ] {
        let (_, told, code) = run(&["compare", "--profiles", "-"], text);
        assert_eq!(code, Some(3), "{told}");
        for part in expected {
            assert!(told.contains(part), "{part}\nin\n{told}");
        }
    }
}

#[test]
fn figures_of_one_step_are_the_whole_difference() {
    let lineup = Lineup::default()
        .with_base(Draft::default().state(Key::State, "MS"))
        .with_variation("state=MA");
    let comparison = comparison(&lineup);
    let [place] = comparison.others[0].contributions.as_slice() else { panic!("one step") };
    let from = figures(&comparison.base.figures.chosen().pay)[5];
    let to = figures(&comparison.others[0].estimate.figures.chosen().pay)[5];
    assert!((place.dollars.get() - (to - from)).abs() < 1e-6);
}
