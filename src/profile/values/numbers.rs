//! Reads yes and no, numbers, shares and hours, and knows what states nothing.

use std::str::FromStr;

use super::decimal::{decimal, number_word};
use super::durations::{Unit, duration};
use super::names::not_one_of;
use super::reading::Reading;
use crate::data::{Message, Quoted};
use crate::profile::errors::{ProblemCode, Refusal};
use crate::profile::fact_row::YES_OR_NO;
use crate::quantity::{Experience, OutOfRange, Share, WeeklyHours};

/// Whether a cell or a value is there to say that nothing is known.
pub(in crate::profile) fn states_nothing(text: &str) -> bool {
    const WORDS: [&str; 8] = ["", "-", "--", "n/a", "#n/a", "na", "nan", "null"];
    is_one_of(text.trim(), &WORDS)
}

/// Whether a text is one of some words, in any case.
fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a text states nothing; `none` is a value of some facts.
pub(in crate::profile) fn is_nothing(text: &str) -> bool {
    const WORDS: [&str; 4] = ["none", "nil", "n.a.", "not applicable"];
    states_nothing(text) || is_one_of(text.trim(), &WORDS)
}

const YES: [&str; 12] =
    ["yes", "y", "true", "t", "1", "on", "yeah", "yep", "yup", "sure", "ok", "definitely"];
const NO: [&str; 10] = ["no", "n", "false", "f", "0", "off", "nope", "nah", "never", "not really"];
const UNKNOWN: [&str; 10] = [
    "unknown",
    "?",
    "not sure",
    "unsure",
    "dunno",
    "idk",
    "maybe",
    "i don't know",
    "don't know",
    "no idea",
];

/// Yes, no or unknown, by these or other words for them.
pub(in crate::profile) fn yes_or_no(text: &str) -> Result<Option<bool>, Refusal> {
    let typed = text.trim().to_lowercase();
    let is_among = |words: &[&str]| words.contains(&typed.as_str());
    match () {
        () if is_among(&YES) => Ok(Some(true)),
        () if is_among(&NO) => Ok(Some(false)),
        () if is_among(&UNKNOWN) => Ok(None),
        () => Err(Refusal(ProblemCode::UnknownName, not_one_of(text, &YES_OR_NO, None))),
    }
}

/// A number, whole ones also with `.0` at their end; its type says what is wrong with a text.
pub(in crate::profile) fn number<T: FromStr<Err = OutOfRange>>(text: &str) -> Result<T, Refusal> {
    let trimmed = text.trim();
    let plain = trimmed.strip_suffix(".0").unwrap_or(trimmed);
    plain.parse().map_err(|error| out_of_range(error, text))
}

/// A whole number in digits or as a word, before one of some words.
pub(in crate::profile) fn count<T: FromStr<Err = OutOfRange>>(
    text: &str,
    words: &[&str],
) -> Result<T, Refusal> {
    let typed = text.trim().to_lowercase();
    let bare = words.iter().find_map(|word| typed.strip_suffix(word)).unwrap_or(&typed).trim();
    match number_word(bare).filter(|_| bare.len() > 2) {
        Some(word) => number::<T>(&word.to_string()).map_err(|_| refused::<T>(text)),
        None => number::<T>(bare).map_err(|_| refused::<T>(text)),
    }
}

/// What the type of a number says of a text that is none.
fn refused<T: FromStr<Err = OutOfRange>>(text: &str) -> Refusal {
    match number::<T>(text) {
        Err(refusal) => refusal,
        Ok(_) => out_of_range("it must be a number", text),
    }
}

/// Years of work, with a unit or without.
pub(in crate::profile) fn years(text: &str) -> Result<Reading<Experience>, Refusal> {
    if let Ok(years) = text.trim().parse() {
        return Ok(Reading::plain(years));
    }
    let none = ["no experience", "no", "zero", "new", "entry level", "beginner"];
    if is_one_of(text.trim(), &none) {
        return Ok(Reading::plain(Experience::default()));
    }
    let wrong = || match text.trim().parse::<Experience>() {
        Err(error) => out_of_range(error, text),
        Ok(_) => out_of_range("experience must be a number of years", text),
    };
    let read = duration(text, Unit::Year).ok_or_else(wrong)?;
    read.try_map(|years| Experience::new(years).map_err(|error| out_of_range(error, text)))
}

/// A whole number of a unit of time, with the unit or another one, or without.
pub(in crate::profile) fn whole<T: FromStr<Err = OutOfRange>>(
    text: &str,
    unit: Unit,
) -> Result<Reading<T>, Refusal> {
    if let Ok(number) = number(text) {
        return Ok(Reading::plain(number));
    }
    let read = duration(text, unit).filter(|read| {
        // Half a month is none; the middle of two numbers may end on a half.
        read.says.is_some() || (read.value - read.value.round()).abs() < 1e-9
    });
    let Some(read) = read else { return Err(refused::<T>(text)) };
    let floor = libm::floor(read.value + 1e-9);
    let says = read.says.map(|_| format!("is counted as {floor} {}", unit.name()));
    let value = floor.to_string().parse().map_err(|error| out_of_range(error, text))?;
    Ok(Reading { value, says })
}

/// A part of a whole: `0.5` or `50%`.
pub(in crate::profile) fn share(what: &str, text: &str) -> Result<Share, Refusal> {
    let typed = text.trim().to_lowercase();
    let percent =
        ["%", "percent", "per cent", "pct"].into_iter().find_map(|end| typed.strip_suffix(end));
    let number = match percent {
        Some(percent) => decimal(percent.trim()).ok().map(|percent| percent / 100.0),
        None if typed == "half" => Some(0.5),
        None => typed.parse::<f64>().ok(),
    };
    number.and_then(|share| Share::new(share).ok()).ok_or_else(|| {
        let Refusal(code, message) = out_of_range(format!("{what} must be between 0 and 1"), text);
        let many = typed.parse::<f64>().ok().filter(|many| (1.0..=100.0).contains(many));
        let hint = many.map(|many| format!("write a percentage as `{many}%`"));
        Refusal(code, message.with_hint(hint))
    })
}

/// Working hours a week: `40`, `40 hours`, `full-time`.
pub(in crate::profile) fn hours(text: &str) -> Result<WeeklyHours, Refusal> {
    if let Ok(hours) = number(text) {
        return Ok(hours);
    }
    let typed = text.trim().to_lowercase();
    let mut bare = typed.as_str();
    for end in ["a week", "per week", "/week", "weekly", "/wk", "hours", "hrs", "hour", "hr", "h"] {
        bare = bare.strip_suffix(end).unwrap_or(bare).trim_end();
    }
    match bare {
        "full-time" | "full time" | "fulltime" | "ft" => Ok(WeeklyHours::FULL_TIME),
        "part-time" | "part time" | "parttime" | "pt" => {
            let Refusal(code, message) = refused::<WeeklyHours>(text);
            Err(Refusal(code, message.with_hint("say how many, such as `20`".to_owned())))
        }
        _ => number(bare).map_err(|_| refused::<WeeklyHours>(text)),
    }
}

/// That a text is outside the range of its quantity.
pub(in crate::profile) fn out_of_range(range: impl std::fmt::Display, text: &str) -> Refusal {
    let message = format!("{range}, not {}", Quoted(text));
    Refusal(ProblemCode::OutOfRange, Message::new(message))
}
