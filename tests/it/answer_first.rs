//! The answer is the first line, and a default answer fits one screen.

use crate::support::{json, mbc_calc, text};
use crate::terminal::Terminal;

/// A typical question, and the most lines that its answer may take at 100 columns; a third more at 80.
struct Question {
    asked: &'static str,
    lines: usize,
}

const fn question(asked: &'static str, lines: usize) -> Question {
    Question { asked, lines }
}

/// What people ask.
const QUESTIONS: [Question; 26] = [
    question("estimate --state MS --employer-state MA --certs 3", 24),
    question("estimate --state OH --pay 52000 --experience 4", 24),
    question("estimate", 24),
    question(
        "estimate --state TX --certs CPC,CRC --experience 6 --setting hospital --education associate",
        24,
    ),
    question("estimate --employer-state DC --certs 0", 24),
    question("estimate --state GU --certs 50 --level survey", 24),
    question("estimate --state GA --role billing-clerk --certs 2", 24),
    question("estimate --state OH --employment contract --hourly-rate 45", 24),
    question("estimate --state OH --metro Akron --hours 20", 24),
    question("compare --state MS --certs 1 --vs certs=3", 24),
    question("compare --state MS --certs 1 --vs certs=3 --vs employer-state=MA,certs=3", 24),
    question("compare --state OH --vs role=billing-clerk --vs specialty=auditing", 24),
    question("rank --by employer-state --state MS --certs 3", 24),
    question("rank --by state --employer-state MA", 24),
    question("rank --by certs --state OH --certs 1 --pay 52000 --experience 3", 24),
    question("rank --by specialty --state OH --certs 2", 24),
    question("rank --by program --state OH --top 5", 24),
    question("rank --by program", 24),
    question("rank --by career --state OH", 24),
    question("rank --by career --state KS --sort growth", 24),
    question("rank --by credential --state OH", 24),
    question("rank --by role --state OH --experience 4", 24),
    question("take-home --state MS --employer-state MA --certs 3", 24),
    question("take-home --state OH --employment contract --hourly-rate 45", 24),
    question("explain p25", 24),
    question("explain causal-share", 24),
];

#[test]
fn a_typical_answer_fits_one_screen() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for Question { asked, lines } in &QUESTIONS {
        for (width, most) in [(100, *lines), (80, lines * 4 / 3)] {
            let terminal = Terminal { width, environment: &[], folder: folder.path() };
            let shown = terminal.run(&format!("mbc-calc {asked} --quiet"));
            let (text, count) = (&shown.text, shown.text.lines().count());
            assert_eq!(shown.code, 0, "{asked}: {text}");
            assert!(count <= most, "{count} lines at {width} columns of `{asked}`:\n{text}");
        }
    }
}

#[test]
fn details_hold_the_brief_answer_and_more_and_plain_holds_all() {
    for asked in QUESTIONS.iter().map(|question| question.asked) {
        let ask = |more: &str| {
            let line = format!("{asked} --quiet {more}");
            text(&mbc_calc(line.split_whitespace()).stdout)
        };
        let brief = ask("--format markdown");
        let full = ask("--format markdown --details");
        let mut rest = full.lines();
        for line in brief.lines() {
            assert!(rest.any(|other| other == line), "`{asked} --details` has no `{line}`");
        }
        assert_eq!(ask("--format plain"), ask("--format plain --details"), "{asked}");
    }
}

/// The first sentence of an answer, up to the first line that is empty or ends it.
fn first_sentence(asked: &str) -> String {
    let line = format!("{asked} --quiet --format markdown");
    let answer = text(&mbc_calc(line.split_whitespace()).stdout);
    answer.lines().next().unwrap_or_default().to_owned()
}

/// An amount a year to the nearest $500, of six digits to the nearest $1,000, as people write it.
fn yearly(amount: f64) -> String {
    let step = if amount < 100_000.0 { 500.0 } else { 1_000.0 };
    let rounded = (amount / step).round() * step;
    format!("${:.0},{:03.0} a year", (rounded / 1_000.0).floor(), rounded % 1_000.0)
}

/// An amount an hour to the nearest half dollar.
fn hourly(amount: f64) -> String {
    let written = format!("${:.2}", (amount * 2.0).round() / 2.0);
    format!("({} an hour)", written.strip_suffix(".00").unwrap_or(&written))
}

#[test]
fn the_first_sentence_holds_the_median_by_year_and_by_hour() {
    for (asked, path, hours) in [
        ("estimate --state OH", "/pay/p50", 2_080.0),
        ("estimate --state MS --employer-state MA --certs 3", "/pay/p50", 2_080.0),
        ("estimate --state OH --hours 20", "/pay/p50", 1_040.0),
        ("estimate --state CA --role manager", "/pay/p50", 2_080.0),
        ("rank --by setting --state OH", "/levels/0/home_value/p50", 2_080.0),
        ("rank --by employer-state --state MS --sort pay.p50", "/levels/0/pay/p50", 2_080.0),
        ("compare --state OH --vs certs=3", "/profiles/1/pay/p50", 2_080.0),
        ("compare --state OH --certs 3 --vs certs=0", "/profiles/0/pay/p50", 2_080.0),
        ("compare --state OH --vs name=again,level=oews", "/profiles/0/pay/p50", 2_080.0),
    ] {
        let median = json(&asked.split(' ').collect::<Vec<_>>());
        let median = median.pointer(path).and_then(serde_json::Value::as_f64);
        let median = median.unwrap_or_else(|| panic!("`{asked}` has no {path}"));
        let wanted = format!("{} {}", yearly(median), hourly(median / hours));
        let said = first_sentence(asked);
        assert!(said.contains(&wanted), "`{asked}` is to say {wanted}: {said}");
    }
}

#[test]
fn the_first_sentence_names_the_better_and_by_how_much() {
    for (asked, said) in [
        ("compare --state MS --certs 1 --vs certs=3", "`certs=3` pays $14,161 (36%) more a year"),
        ("compare --state MS --certs 3 --vs certs=1", "`base` pays $14,161 (36%) more a year"),
        ("compare --state MS --vs name=again,level=oews", "No difference"),
        ("rank --by certs --state OH", "Best: three or more certifications."),
        ("rank --by certs --state OH --reverse", "Lowest: no certification."),
    ] {
        let sentence = first_sentence(asked);
        assert!(sentence.replace("**", "").starts_with(said), "`{asked}`: {sentence}");
    }
}

#[test]
fn a_picture_is_never_without_its_numbers_and_never_for_a_screen_reader() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let drawn = ['░', '▒', '█', '│', '▌'];
    let asked = "mbc-calc estimate --state MS --employer-state MA --pay 52000 --experience 3";
    let run = |environment: &[(&str, &str)], more: &str| {
        let terminal = Terminal { width: 100, environment, folder: folder.path() };
        terminal.run(&format!("{asked} --quiet {more}")).text
    };
    let shown = run(&[], "");
    let pictures = shown.lines().filter(|line| line.contains('▒') && line.contains("rates"));
    assert_eq!(pictures.clone().count(), 3, "{shown}");
    for picture in pictures {
        assert!(picture.chars().filter(char::is_ascii_digit).count() >= 15, "{picture}");
        assert!(picture.contains('│'), "no pay is marked: {picture}");
    }
    for without in [run(&[("TERM", "dumb")], ""), run(&[], "--format plain")] {
        assert!(!without.contains(drawn) && !without.contains("=="), "{without}");
        assert!(without.contains("$52,000"), "{without}");
    }
}
