//! What the program prints, and the numbers in it.

use serde_json::Value;

use super::PERCENTILES;
use crate::support::answer;

/// What the program answers to a line of arguments.
pub(super) fn run(line: &str) -> String {
    answer(line.split_whitespace())
}

/// The same as JSON.
pub(super) fn json(command: &str, person: &str) -> Value {
    serde_json::from_str(&run(&format!("{command} --format json {person}"))).expect("JSON is told")
}

/// The number at a path.
pub(super) fn number(answer: &Value, path: &str) -> f64 {
    let found = answer.pointer(path).and_then(Value::as_f64);
    found.unwrap_or_else(|| panic!("no number at {path} of {answer}"))
}

/// The five percentiles of an object.
pub(super) fn amounts(answer: &Value, path: &str) -> [f64; 5] {
    PERCENTILES.map(|(name, _)| number(answer, &format!("{path}/{name}")))
}

/// What follows an id in plain text, line by line.
pub(super) fn lines(plain: &str, id: &str) -> Vec<String> {
    let behind = |line: &str| line.strip_prefix(id)?.strip_prefix('\t').map(str::to_owned);
    let found: Vec<_> = plain.lines().filter_map(behind).collect();
    assert!(!found.is_empty(), "nothing is told of `{id}`:\n{plain}");
    found
}

/// The amount or ratio behind a mark: `56,790`, `1.016423`.
pub(super) fn amount_after(text: &str, mark: &str) -> f64 {
    number_after(text, mark, |c| c.is_ascii_digit() || c == ',' || c == '.')
}

/// The number behind a mark: `1.208447`, `-0.148126`.
pub(super) fn decimal_after(text: &str, mark: &str) -> f64 {
    number_after(text, mark, |c| c.is_ascii_digit() || c == '.' || c == '-')
}

fn number_after(text: &str, mark: &str, is_part: impl Fn(char) -> bool) -> f64 {
    let (_, after) = text.rsplit_once(mark).unwrap_or_else(|| panic!("no `{mark}` in {text}"));
    let digits: String = after.chars().take_while(|&c| is_part(c)).filter(|&c| c != ',').collect();
    digits.parse().unwrap_or_else(|_| panic!("no number after `{mark}` in {text}"))
}
