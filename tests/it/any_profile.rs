//! Whatever is typed or written in a profile's file, it is understood or refused in words: never a
//! panic, never silence.

use std::ffi::{OsStr, OsString};
use std::process::{Command, Stdio};

use mbc_calc::data::{Problem, is_unprintable};
use mbc_calc::engine::{estimate, timeline};
use mbc_calc::profile::{Draft, Fact, Key, Origin, ProfileText};
use mbc_calc::render::{Style, diagnostic};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::{PROGRAM, TABLES, cases};

const TOML: &str = "\
# Me, as of today.
state = \"MS\"
employer_state = 'Massachusetts'
geo_pay = \"employer\"
level = \"survey\"
certs = 3
experience = 2.5
specialty = \"risk adjustment\"
setting = \"hospital\"
education = \"\"\"bachelor\"\"\"
";

const JSON: &str = r#"{
  "state": "MS", "employer_state": "Massachusetts", "geo_pay": "employer",
  "level": null, "certs": 3, "experience": 2.5e0,
  "specialty": "risk\u0020adjustment",
  "setting": "hospital", "education": "bachelor"
}"#;

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_profile_of_any_text_is_read_or_refused(name in name(), text in any_text()) {
        read(&Draft::default().with_file(ProfileText::new(name, &text)));
    }

    #[test]
    fn a_mangled_profile_is_read_or_refused(
        (name, text) in select(vec![("me.toml", TOML), ("me.json", JSON), ("-", TOML), ("-", JSON)]),
        slips in prop::collection::vec((any::<Index>(), 0..40_usize, token()), 1..4),
    ) {
        read(&Draft::default().with_file(ProfileText::new(name, &mangled(text, &slips))));
    }

    #[test]
    fn any_value_of_any_flag_is_read_or_refused(
        stated in prop::collection::vec((select(Key::ALL.to_vec()), value()), 1..6),
        with_a_file in any::<bool>(),
    ) {
        let file = ProfileText::new("me.toml", TOML);
        let draft = Draft::default();
        let draft = if with_a_file { draft.with_file(file) } else { draft };
        read(&stated.into_iter().fold(draft, |draft, (key, text)| draft.state(key, text)));
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_facts_of_a_career_are_simulated_or_refused(
        stated in prop::collection::vec((select(Key::ALL.to_vec()), life()), 1..7),
    ) {
        live(&stated.into_iter().fold(Draft::default(), |draft, (key, text)| draft.state(key, text)));
    }

    #[test]
    fn names_and_their_count_have_the_same_answer(
        picked in prop::sample::subsequence((0..TABLES.credentials.iter().count()).collect::<Vec<_>>(), 1..7)
            .prop_shuffle(),
        spelling in 0..4_usize,
        state in select(vec!["MS", "MA", "GU"]),
    ) {
        let all: Vec<_> = TABLES.credentials.iter().map(|(_, credential)| credential).collect();
        let name = |&at: &usize| match spelling {
            0 => all[at].id.clone(),
            1 => all[at].id.to_lowercase().replace('-', " "),
            2 => all[at].name.clone(),
            _ => all[at].former.first().map_or(&all[at].id, |former| &former.name).clone(),
        };
        let names: Vec<String> = picked.iter().map(name).collect();
        let of = |certs: String| {
            Draft::default().state(Key::State, state).state(Key::Certs, certs).profile(&TABLES).unwrap()
        };
        let named = of(names.join(","));
        // The two forms of one exam are one credential.
        let full = |at: &usize| all[*at].apprentice_of.map_or(all[*at].id.as_str(), |of| &TABLES.credentials.get(of).id);
        let exams: std::collections::BTreeSet<&str> = picked.iter().map(full).collect();
        prop_assert_eq!(named.credentials().len(), exams.len());
        let counted = of(exams.len().to_string());
        prop_assert_eq!(named.certifications(), counted.certifications());
        prop_assert!(counted.credentials().is_empty() && counted.notices(&TABLES).is_empty());
        // Names say more than a count: the years that apprentices have, and a specialty.
        let counted = named.experience().map_or(counted.clone(), |years| counted.with(Fact::Experience(years)));
        let counted = named.specialty().map_or(counted.clone(), |level| counted.with(Fact::Specialty(level)));
        let (named, counted) = (estimate(&TABLES, &named).figures, estimate(&TABLES, &counted).figures);
        prop_assert_eq!(&named.scenarios, &counted.scenarios);
        prop_assert_eq!(named.other_level, counted.other_level);
        let are_surveyed = picked.iter().all(|&at| all[at].is_surveyed);
        let is_as_good = named.grade == counted.grade;
        prop_assert!(is_as_good || (!are_surveyed && named.grade > counted.grade));
    }
}

#[test]
fn the_profiles_that_are_mangled_are_whole() {
    for text in [TOML, JSON] {
        let draft = Draft::default().with_file(ProfileText::new("-", text));
        let profile = draft.profile(&TABLES).unwrap();
        assert_eq!(profile.stated().len(), 5);
    }
}

#[test]
fn odd_arguments_get_an_answer_or_an_error() {
    let long = "x".repeat(100_000);
    let words = "- -- --- -h -hV -x --= --state= = @file %s * \\ \" ' \u{1b}[2J \u{202e} \u{feff} é 🩺 0 -1 \
                 1e999 NaN p25 / /dev/null .. help estimate true null {} []";
    let odd: Vec<&str> = words.split(' ').chain(["", " ", "\n", "\t", &long]).collect();
    let mut typed: Vec<Vec<OsString>> = odd.iter().map(|word| vec![word.into()]).collect();
    typed.extend(odd.iter().map(|word| vec!["explain".into(), word.into()]));
    typed.extend(odd.iter().enumerate().map(|(i, word)| {
        let key = Key::ALL[i % Key::ALL.len()];
        vec!["estimate".into(), key.flag().into(), word.into()]
    }));
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let bytes = OsStr::from_bytes(b"\xff\xfe");
        for flag in ["", "estimate", "--state", "--profile", "--output", "--field", "--format"] {
            let flag = OsStr::new(flag);
            typed.push(["estimate".as_ref(), flag, bytes].map(OsStr::to_owned).to_vec());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    for arguments in typed {
        let mut program = Command::new(PROGRAM);
        program.args(&arguments).current_dir(folder.path()).stdin(Stdio::null());
        let output = program.output().unwrap();
        let printed = String::from_utf8_lossy(&output.stderr);
        let code = output.status.code();
        assert!(matches!(code, Some(0..=4)), "{arguments:?} ends with {code:?}: {printed}");
        assert!(!printed.contains("panicked"), "{arguments:?}: {printed}");
        assert_eq!(
            code == Some(0),
            !output.stdout.is_empty() || printed.starts_with("wrote "),
            "{printed}"
        );
    }
}

/// Simulates the career of a draft, in few careers; what is refused must be reported.
fn live(draft: &Draft) {
    let few = draft.clone().state(Key::Careers, "100");
    match few.career(&TABLES) {
        Ok(profile) => {
            let answer = timeline(&TABLES, &profile);
            assert_eq!(answer.years.len(), answer.settings.horizon.get() as usize);
            for year in &answer.years {
                assert!(
                    year.pay.p10 <= year.pay.p50 && year.pay.p50 <= year.pay.p90,
                    "{profile:?}"
                );
            }
        }
        Err(errors) => {
            assert!(!errors.problems.is_empty(), "nothing is said");
            assert!(errors.problems.iter().all(|problem| !problem.message.is_empty()));
        }
    }
}

/// Reads a draft; what is understood must have an answer and what is refused must be reported.
fn read(draft: &Draft) {
    let errors = match draft.profile(&TABLES) {
        Ok(profile) => {
            let answer = estimate(&TABLES, &profile);
            assert!(answer.figures.chosen().pay.mean.get() > 100.0, "{profile:?}");
            return;
        }
        Err(errors) => errors,
    };
    assert!(!errors.problems.is_empty(), "nothing is said");
    for problem in &errors.problems {
        assert!(!problem.message.is_empty(), "{problem:?}");
        let Origin::File(span) = &problem.origin else { continue };
        let file = errors.file.as_ref().expect("what stands in a file is told with the file");
        assert!(file.text.get(span.clone()).is_some(), "{problem:?} of {:?}", file.text);
        let shown = Problem::new(span.clone(), problem.message.as_str());
        let shown = shown.with_hint(problem.hint.clone());
        for style in [Style::Plain, Style::Color] {
            let shown = diagnostic(&file.name, &file.text, &shown, style);
            let obeyed = |c: char| is_unprintable(c) && c != '\n' && c != '\u{1b}';
            assert!(!shown.contains(obeyed), "{shown:?}");
            assert!(shown.contains('\u{1b}') == (style == Style::Color), "{shown:?}");
        }
    }
}

fn name() -> impl Strategy<Value = &'static str> {
    select(vec!["me.toml", "me.json", "ME.JSON", "standard input", "", "\u{1b}[2J.toml"])
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::collection::vec(any::<u8>(), 0..200)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        prop::collection::vec(token(), 0..30).prop_map(|tokens| tokens.concat()),
        prop::collection::vec(token(), 0..30).prop_map(|tokens| format!("{{{}", tokens.concat())),
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), any::<f64>().prop_map(|number| number.to_string()), token()]
}

/// What the facts of a career are made of.
fn life() -> impl Strategy<Value = String> {
    let words = "0 1 2 3 10 40 41 60 100 0.5 yes no unknown none MS MA GU PR early average avoid standard accelerated \
                 while-working full-time auditing compliance teaching informatics revenue-cycle contracting \
                 general-coding risk-adjustment newcomer certified apprentice coder specialist contract \
                 employee 3/12 0/1 50/1 36000 $36,000 CPC-A hospital bachelor remote graduate";
    prop_oneof![4 => select(words.split(' ').map(str::to_owned).collect::<Vec<_>>()), 1 => value()]
}

/// What profiles are made of, what they are not made of, and what a terminal should not be sent.
fn token() -> impl Strategy<Value = String> {
    let keys = Key::ALL.map(|key| key.name().to_owned());
    let words = "MS ma VI us employer residence survey auditing hospital bachelor 3 51 CPC, crc; -1 0x3 1_0 2.5 \
                 1e309 -0.0 nan inf true null 2025-01-01 { } [ ] [[ = : , . # é 字 \" ' \"\"\" \\ \\u0000 \\ud800 \
                 \n \r\n \t \u{feff} \u{1b}[2J \u{202e} \0";
    let pairs = [
        " ",
        "state = \"MS\"\n",
        "certs = 3\n",
        "\"state\": \"MS\",",
        "\"certs\": 3",
        "\"certs\": [\"CPC\", \"CCS\"],",
        "credentials = ['CPC']\n",
        "geo_pay='employer'\n",
    ];
    let all = keys.into_iter().chain(words.split(' ').chain(pairs).map(str::to_owned));
    select(all.collect::<Vec<_>>())
}

/// The text with a few pieces of it replaced.
fn mangled(text: &str, slips: &[(Index, usize, String)]) -> String {
    slips.iter().fold(text.to_owned(), |text, (from, length, put)| {
        let boundary = |at| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let from = boundary(from.index(text.len() + 1));
        let to = boundary((from + length).min(text.len()));
        format!("{}{put}{}", &text[..from], &text[to..])
    })
}
