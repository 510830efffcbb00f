//! Whatever a file holds, it is read or it is refused in words: never a panic, never silence.

use mbc_calc::data::{Occupation, TABLE_NAMES, Tables, is_unprintable};
use mbc_calc::engine::{timeline, verdicts};
use mbc_calc::profile::{Draft, Key};
use mbc_calc::quantity::{CertificationCount, Experience, Factor, FactorSet};
use mbc_calc::render::{Style, table_errors};
use proptest::prelude::*;
use proptest::sample::Index;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_table_of_any_text_is_read_or_refused(table in 0..TABLE_NAMES.len(), text in any_text()) {
        read_in_place(table, &text);
    }

    #[test]
    fn a_mangled_table_is_read_or_refused(table in 0..TABLE_NAMES.len(), slips in slips()) {
        read_in_place(table, &mangled(mbc_calc::built_in_texts().text(TABLE_NAMES[table]), &slips));
    }
}

/// Reads the built-in tables with one of them replaced; what is read must answer and what is refused
/// must be reported.
fn read_in_place(table: usize, text: &str) {
    let built_in = mbc_calc::built_in_texts();
    let mut texts = TABLE_NAMES.map(|name| built_in.text(name));
    texts[table] = text;
    let errors = match Tables::read(&texts) {
        Ok(tables) => return use_all(&tables),
        Err(errors) => errors,
    };
    assert!(!errors.0.is_empty(), "nothing is said");
    for error in &errors.0 {
        assert!(!error.problems.is_empty(), "nothing is said of {}", error.file);
        for problem in &error.problems {
            assert!(error.text.get(problem.span.clone()).is_some(), "{problem:?}");
            assert!(!problem.message.is_empty());
        }
    }
    let message = table_errors(&errors, Style::Plain).collect::<Vec<_>>().join("\n");
    assert!(!message.chars().any(|c| c != '\n' && is_unprintable(c)), "{message:?}");
}

/// Asks for what the tables promise to hold once they are read.
fn use_all(tables: &Tables) {
    let everything: FactorSet = Factor::ALL.into_iter().collect();
    assert!(tables.combination.covariance.weights(everything).explained.is_finite());
    assert!(tables.edition.year() < 10_000);
    assert!(tables.salaries.nation().pay.mean.get() > 0.0);
    assert!(!tables.market.residence_scale().unit.is_empty());
    let profile = Draft::default().state(Key::Careers, "100").state(Key::Nominal, "yes");
    let profile = profile.profile(tables).expect("the facts stand under any table");
    assert_eq!(verdicts(tables, &profile).len(), 4);
    assert!(!timeline(tables, &profile).years.is_empty());
    for occupation in Occupation::ALL {
        assert!(tables.occupations.nation(occupation).pay.mean.get() > 0.0);
    }
    assert!(
        tables.projections.field().openings + tables.projections.all_occupations().openings > 0.0
    );
    for certifications in 0..=50 {
        let count = CertificationCount::new(certifications).expect("up to 50");
        assert!(tables.certifications.level(count).effect.get().is_finite());
        let years = Experience::new(count.get().into()).expect("up to 60");
        let effect = tables.experience.effect(years);
        assert!(effect.get().is_finite());
        assert!(tables.experience.years_at(effect).is_none_or(|years| years.years() <= 60.0));
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::collection::vec(any::<u8>(), 0..300)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        prop::collection::vec(token(), 0..40).prop_map(|tokens| tokens.concat()),
    ]
}

/// What TOML is made of, and what a terminal should not be sent.
fn token() -> impl Strategy<Value = String> {
    let words = "[[rows]]\n [[missing]]\n [survey]\n [ ] { } = , \" ' \"\"\" \n \r \t # . US \u{1b}[2J \u{202e} \
                 \u{feff} é 字 pay years ratio source 2025-01-01 true nan -inf 0x1F";
    let spaced = [" ", "schema = 1\n", "id = ", "rows = ", "range = "];
    let fixed = prop::sample::select(words.split(' ').chain(spaced).collect::<Vec<_>>());
    prop_oneof![4 => fixed.prop_map(str::to_owned), 1 => number()]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<f64>().prop_map(|number| format!("{number:?}")),
        any::<i64>().prop_map(|number| number.to_string()),
        (-3..100).prop_map(|number: i32| number.to_string()),
        (0.0..1.0).prop_map(|number: f64| number.to_string()),
        Just("1e308".to_owned()),
        Just("1e-308".to_owned()),
    ]
}

/// Something that happens to a text between two places of it.
#[derive(Clone, Debug)]
enum Slip {
    Cut,
    Double,
    Put(String),
    /// The first number after the place becomes another.
    Number(String),
}

fn slips() -> impl Strategy<Value = Vec<(Index, usize, Slip)>> {
    let slip = prop_oneof![
        2 => Just(Slip::Cut),
        2 => Just(Slip::Double),
        2 => token().prop_map(Slip::Put),
        6 => number().prop_map(Slip::Number),
    ];
    prop::collection::vec((any::<Index>(), 0..250_usize, slip), 1..5)
}

fn mangled(text: &str, slips: &[(Index, usize, Slip)]) -> String {
    slips.iter().fold(text.to_owned(), |text, (from, length, slip)| {
        let boundary = |at| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let from = boundary(from.index(text.len() + 1));
        let to = boundary((from + length).min(text.len()));
        let (before, cut, after) = (&text[..from], &text[from..to], &text[to..]);
        match slip {
            Slip::Cut => format!("{before}{after}"),
            Slip::Double => format!("{before}{cut}{cut}{after}"),
            Slip::Put(put) => format!("{before}{put}{after}"),
            Slip::Number(number) => {
                let rest = &text[from..];
                let Some(at) = rest.find(|c: char| c.is_ascii_digit()) else { return text };
                let is_other = |c: char| !c.is_ascii_digit() && c != '_' && c != '.';
                let end = rest[at..].find(is_other).map_or(rest.len(), |length| at + length);
                format!("{before}{}{number}{}", &rest[..at], &rest[end..])
            }
        }
    })
}
