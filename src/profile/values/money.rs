//! Reads amounts as people write them: `34000`, `34k`, `$34,000`, `17/hr`, `$17.50 an hour`.

use super::decimal::{NoDecimal, decimal, ends, range, shown};
use super::out_of_range;
use super::reading::Reading;
use crate::data::{Message, Quoted};
use crate::profile::errors::{ProblemCode, Refusal};
use crate::quantity::{Dollars, WeeklyHours};

/// The largest amount that a person states, in dollars: more is a slip of the hand.
const LARGEST: f64 = 10_000_000.0;

/// What pays of an hour are, in dollars: as an amount of a year nobody means them.
const OF_AN_HOUR: std::ops::RangeInclusive<f64> = 5.0..=200.0;

/// The time that an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Period {
    Hour,
    Day,
    Week,
    TwoWeeks,
    HalfMonth,
    Month,
    Year,
}

/// The words for a time; of `/hr` and `per hour` what precedes the word is left out.
const PERIODS: [(Period, &[&str]); 7] = [
    (Period::Hour, &["hr", "hrs", "h", "hour", "hours", "hourly", "ph"]),
    (Period::Day, &["day", "daily"]),
    (
        Period::TwoWeeks,
        &["2 weeks", "two weeks", "other week", "biweekly", "bi-weekly", "fortnight"],
    ),
    (Period::Week, &["week", "wk", "w", "weekly"]),
    (Period::HalfMonth, &["half month", "semimonthly", "semi-monthly", "twice a month"]),
    (Period::Month, &["month", "mo", "mth", "monthly"]),
    (
        Period::Year,
        &["year", "yr", "y", "yearly", "annum", "annual", "annually", "pa", "p.a.", "12 months"],
    ),
];

/// An amount with the time that it is for, where that is said.
struct Money {
    amount: f64,
    per: Option<Period>,
    /// Whether it is the middle of two.
    is_middle: bool,
    /// Whether it was written in thousands.
    is_scaled: bool,
}

/// An amount of dollars that is for no time.
pub(in crate::profile) fn amount(text: &str) -> Result<Reading<Dollars>, Refusal> {
    let money = money(text)?;
    if money.per.is_some() {
        let message = format!("{} is an amount by time, and one amount is asked for", Quoted(text));
        return Err(refused(message, "write it as one sum, such as `3,000`"));
    }
    let says =
        money.is_middle.then(|| format!("is counted as ${}, its middle", thousands(money.amount)));
    Ok(Reading { value: dollars(money.amount, text)?, says })
}

/// A pay in dollars a year, as people write it for full-time work: `70000`, `$70,000`, `35/hr`.
///
/// # Errors
/// When it is none; with what is wrong with it.
///
/// ```
/// use mbc_calc::profile::money_a_year;
/// assert_eq!(money_a_year("35/hr").unwrap().get(), 72_800.0);
/// assert!(money_a_year("much").is_err());
/// ```
pub fn money_a_year(text: &str) -> Result<Dollars, String> {
    value(yearly(text, WeeklyHours::FULL_TIME))
}

/// A rate in dollars an hour, as people write it: `45`, `$45`, `45/hr`.
///
/// # Errors
/// When it is none; with what is wrong with it.
pub fn money_an_hour(text: &str) -> Result<Dollars, String> {
    value(hourly(text))
}

/// What was read, or what is wrong and what to write.
fn value(read: Result<Reading<Dollars>, Refusal>) -> Result<Dollars, String> {
    read.map(|reading| reading.value).map_err(|Refusal(_, message)| match message.hint {
        Some(hint) => format!("{}; {hint}", message.text),
        None => message.text,
    })
}

/// A pay in dollars a year; that of an hour is for the hours of a week that are worked.
pub(in crate::profile) fn yearly(
    text: &str,
    hours: WeeklyHours,
) -> Result<Reading<Dollars>, Refusal> {
    let money = money(text)?;
    let is_bare = money.per.is_none() && !money.is_scaled;
    if is_bare && OF_AN_HOUR.contains(&money.amount) {
        let number = shown(money.amount);
        let message = format!("{} is no pay of a year", Quoted(text));
        return Err(refused(
            message,
            &format!("did you mean ${number} an hour? write `{number}/hr`"),
        ));
    }
    let hours = hours.hours_a_year();
    let (times, how) = match money.per {
        Some(Period::Hour) => (hours, Some(format!("for {} hours", thousands(hours)))),
        Some(Period::Day) => (260.0, Some("for 260 days".to_owned())),
        Some(Period::Week) => (52.0, Some("for 52 weeks".to_owned())),
        Some(Period::TwoWeeks) => (26.0, Some("for 26 times two weeks".to_owned())),
        Some(Period::HalfMonth) => (24.0, Some("for 24 half months".to_owned())),
        Some(Period::Month) => (12.0, Some("for 12 months".to_owned())),
        Some(Period::Year) | None => (1.0, money.is_middle.then(|| "the middle".to_owned())),
    };
    let a_year = money.amount * times;
    let says = how.map(|how| counted(a_year, &how));
    Ok(Reading { value: dollars(a_year, text)?, says })
}

/// A rate in dollars an hour.
pub(in crate::profile) fn hourly(text: &str) -> Result<Reading<Dollars>, Refusal> {
    let money = money(text)?;
    if money.per.is_some_and(|per| per != Period::Hour) {
        let message = format!("the rate is in dollars an hour, not {}", Quoted(text));
        return Err(refused(message, "write it as `45` or `45/hr`"));
    }
    let says = money
        .is_middle
        .then(|| format!("is counted as ${} an hour, its middle", shown(money.amount)));
    Ok(Reading { value: dollars(money.amount, text)?, says })
}

fn counted(amount: f64, how: &str) -> String {
    format!("is counted as ${} a year, {how}", thousands(amount))
}

/// An amount in whole dollars with commas, for a sentence.
fn thousands(amount: f64) -> String {
    let digits = format!("{amount:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn dollars(amount: f64, text: &str) -> Result<Dollars, Refusal> {
    let amount = Some(amount).filter(|amount| *amount <= LARGEST);
    amount.and_then(|amount| Dollars::new(amount).ok()).ok_or_else(|| no_amount(text))
}

fn no_amount(text: &str) -> Refusal {
    out_of_range("an amount must be a number of dollars between 0 and 10,000,000", text)
}

fn refused(message: String, hint: &str) -> Refusal {
    Refusal(ProblemCode::OutOfRange, Message::new(message).with_hint(hint.to_owned()))
}

/// What a text says, one amount or the middle of two.
fn money(text: &str) -> Result<Money, Refusal> {
    // What programs send is digits; nothing then needs to be cleaned.
    if let Some(amount) = bare(text) {
        return Ok(Money { amount, per: None, is_middle: false, is_scaled: false });
    }
    let clean = cleaned(text);
    let read = |side: &str| one_amount(side).map_err(|why| refusal(text, side, why));
    let Some((low, high)) = range(&clean) else { return read(&clean) };
    let (low, high) = (read(low)?, read(high)?);
    // Of `30-35k` both are in thousands.
    let low_amount =
        if high.is_scaled && !low.is_scaled { low.amount * 1000.0 } else { low.amount };
    if low_amount > high.amount || (low.per.is_some() && low.per != high.per) {
        return Err(no_amount(text));
    }
    Ok(Money { amount: f64::midpoint(low_amount, high.amount), is_middle: true, ..high })
}

fn bare(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

/// A text without signs and words that change nothing.
fn cleaned(text: &str) -> String {
    let text = text.trim().to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    let text = text.replace(['\u{2013}', '\u{2014}'], "-").replace("usd", "").replace("us$", "");
    let mut text = ends(text.replace('$', "").trim());
    for word in ["~", "about ", "around ", "approximately ", "approx. ", "approx ", "roughly "] {
        if let Some(rest) = text.strip_prefix(word) {
            text = rest.trim().to_owned();
        }
    }
    for word in ["before taxes", "before tax", "gross"] {
        if let Some(rest) = text.strip_suffix(word) {
            text = rest.trim().to_owned();
        }
    }
    text
}

fn one_amount(text: &str) -> Result<Money, NoDecimal> {
    let is_of_a_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '_');
    let end = text.find(|c: char| !is_of_a_number(c)).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let number = decimal(digits)?;
    let rest = rest.trim();
    let (scale, rest) = scale(rest);
    let rest = ["dollars", "dollar", "bucks"]
        .into_iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let per = period(rest.trim())?;
    Ok(Money {
        amount: number * scale.unwrap_or(1.0),
        per,
        is_middle: false,
        is_scaled: scale.is_some(),
    })
}

/// Thousands or millions, and what follows them.
fn scale(text: &str) -> (Option<f64>, &str) {
    for (word, scale) in [("k", 1e3), ("thousand", 1e3), ("grand", 1e3), ("million", 1e6)] {
        if let Some(rest) = text.strip_prefix(word)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (Some(scale), rest.trim_start());
        }
    }
    (None, text)
}

fn period(text: &str) -> Result<Option<Period>, NoDecimal> {
    if text.is_empty() {
        return Ok(None);
    }
    let said = |text: &str| {
        let text = text.trim().trim_end_matches('.');
        let is_meant = |(_, words): &&(Period, &[&str])| words.contains(&text);
        PERIODS.iter().find(is_meant).map(|&(period, _)| period)
    };
    let marks = ["/", "per ", "an ", "a ", "each ", "every "];
    let after = marks.into_iter().find_map(|mark| text.strip_prefix(mark));
    said(text).or_else(|| said(after?)).map(Some).ok_or(NoDecimal::NotANumber)
}

fn refusal(text: &str, side: &str, why: NoDecimal) -> Refusal {
    let NoDecimal::Misplaced(meant) = why else { return no_amount(text) };
    let message = if side.contains(',') {
        format!("a comma is not before exactly three digits in {}", Quoted(text))
    } else {
        format!("the point in {} could be one before thousands", Quoted(text))
    };
    let hint = meant.map_or_else(
        || "write thousands as `34,000` or `34000`".to_owned(),
        |meant| format!("write `{meant}`"),
    );
    refused(message, &hint)
}
