//! Reads the values that facts have in common: words, yes or no, numbers and amounts.

use std::str::FromStr;

use super::errors::{ProblemCode, Refusal};
use super::fact_row::YES_OR_NO;
use crate::data::{Message, Quoted, nearest};
use crate::quantity::{Dollars, Named, OutOfRange};

/// The largest amount that a person states, in dollars: more is a slip of the hand.
const LARGEST: f64 = 10_000_000.0;

/// The value that a word names, by its name or another word for it.
pub(super) fn choice<T: Named>(text: &str) -> Result<T, Refusal> {
    let typed = text.trim().to_lowercase().replace(['_', ' '], "-");
    let words = || T::NAMES.iter().chain(T::ALIASES);
    let meant = |word: &str| words().find(|(known, _)| *known == word).map(|&(_, value)| value);
    meant(&typed).ok_or_else(|| {
        let near = nearest(&typed, words().map(|&(word, _)| word)).and_then(meant);
        let near = T::NAMES.iter().find(|&&(_, value)| Some(value) == near);
        not_one_of(text, T::NAMES.iter().map(|&(name, _)| name), near.map(|&(name, _)| name))
    })
}

/// Yes, no or unknown, by these or other words for them.
pub(super) fn yes_or_no(text: &str) -> Result<Option<bool>, Refusal> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" => Ok(Some(true)),
        "no" | "n" | "false" => Ok(Some(false)),
        "unknown" | "?" | "not sure" => Ok(None),
        _ => Err(not_one_of(text, YES_OR_NO.into_iter(), None)),
    }
}

fn not_one_of<'n>(text: &str, names: impl Iterator<Item = &'n str>, near: Option<&str>) -> Refusal {
    let names: Vec<_> = names.collect();
    let message = format!("{} is not one of {}", Quoted(text), names.join(", "));
    let hint = near.map(|near| format!("did you mean `{near}`?"));
    Refusal(ProblemCode::UnknownName, Message::new(message).with_hint(hint))
}

/// Whether a cell or a value is there to say that nothing is known.
pub(super) fn states_nothing(text: &str) -> bool {
    const WORDS: [&str; 8] = ["", "-", "--", "n/a", "#n/a", "na", "nan", "null"];
    WORDS.iter().any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// A number, whole ones also with `.0` at their end; its type says what is wrong with a text.
pub(super) fn number<T: FromStr<Err = OutOfRange>>(text: &str) -> Result<T, Refusal> {
    let trimmed = text.trim();
    let whole = trimmed.strip_suffix(".0").unwrap_or(trimmed);
    whole.parse().map_err(|error| out_of_range(error, text))
}

/// An amount as people write it: `41000`, `$41,000`, `41_000`.
pub(super) fn amount(text: &str) -> Result<Dollars, Refusal> {
    let digits: String = text.trim().trim_start_matches('$').replace([',', '_'], "");
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let amount = if plain { digits.parse::<f64>().ok() } else { None };
    amount
        .filter(|amount| *amount <= LARGEST)
        .and_then(|amount| Dollars::new(amount).ok())
        .ok_or_else(|| {
            out_of_range("an amount must be a number of dollars between 0 and 10,000,000", text)
        })
}

/// That a text is outside the range of its quantity.
pub(super) fn out_of_range(range: impl std::fmt::Display, text: &str) -> Refusal {
    let message = format!("{range}, not {}", Quoted(text));
    Refusal(ProblemCode::OutOfRange, Message::new(message))
}
