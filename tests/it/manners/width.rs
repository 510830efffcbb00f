//! A terminal of any width shows every figure whole.

use std::collections::BTreeMap;

use crate::support::answer;
use crate::terminal::Terminal;

const QUESTIONS: [&str; 10] = [
    "estimate --state MS --employer-state MA --certs 3",
    "estimate",
    "estimate --state NY --certs 1 --experience 2.5 --specialty risk-adjustment --setting hospital",
    "explain --state MS --employer-state MA --certs 3 --experience 10",
    "explain price-level",
    "timeline --state MS --employer-state MA --careers 100",
    "verdict --stage remote --state MS --employer-state MA --careers 100 --company yes",
    "verdict --state OH --pay 31000 --careers 100",
    "compare --timeline --state OH --careers 100 --vs ai=early --vs study=full-time",
    "estimate --state OH --hours 20 --employment contract --hourly-rate 37.5",
];

#[test]
fn no_line_is_wider_than_the_terminal_unless_it_is_one_word() {
    for (question, width) in questions_and_widths() {
        let shown = on_terminal(question, width);
        for line in shown.lines().filter(|line| line.chars().count() > usize::from(width)) {
            let words = line.trim_start().trim_start_matches("- ");
            assert!(!words.contains(' '), "{question} at {width}: {line:?}");
        }
    }
}

#[test]
fn a_wide_terminal_gets_no_line_longer_than_100_columns() {
    for question in QUESTIONS {
        assert_eq!(on_terminal(question, 300), on_terminal(question, 100), "{question}");
    }
}

#[test]
fn every_figure_is_there_whole_at_every_width() {
    let piped = |question: &str| {
        answer([question, "--format table"].join(" ").split(' ').collect::<Vec<_>>())
    };
    let expected: BTreeMap<&str, _> =
        QUESTIONS.iter().map(|&question| (question, figures(&piped(question)))).collect();
    assert!(expected.values().filter(|figures| figures.len() > 10).count() >= 4, "{expected:?}");
    for (question, width) in questions_and_widths() {
        let found = figures(&on_terminal(question, width));
        assert_eq!(found, expected[question], "{question} at {width}");
    }
}

#[test]
fn a_terminal_that_does_not_know_its_width_is_100_columns_wide() {
    assert_eq!(on_terminal(QUESTIONS[0], 0), on_terminal(QUESTIONS[0], 100));
}

/// Every question on a few terminals, and two on one of every width.
fn questions_and_widths() -> Vec<(&'static str, u16)> {
    let few =
        QUESTIONS.iter().flat_map(|&question| [5, 20, 40, 60, 80, 100].map(|w| (question, w)));
    let every =
        [QUESTIONS[0], QUESTIONS[2]].into_iter().flat_map(|q| (1..=100).map(move |w| (q, w)));
    few.chain(every).collect()
}

fn on_terminal(question: &str, width: u16) -> String {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let environment = [("NO_COLOR", "1")];
    let terminal = Terminal { width, environment: &environment, folder: folder.path() };
    let shown = terminal.run(&format!("mbc-calc {question}"));
    assert_eq!(shown.code, 0, "{question} at {width}: {}", shown.text);
    shown.text
}

/// The words that begin with a digit or a dollar sign, each with how often it is there.
fn figures(text: &str) -> BTreeMap<String, usize> {
    let is_figure = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    text.split_whitespace().filter(is_figure).fold(BTreeMap::new(), |mut figures, word| {
        *figures.entry(word.to_owned()).or_default() += 1;
        figures
    })
}
