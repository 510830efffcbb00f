//! The only place that rounds: a figure becomes digits here, for people and for programs.

use std::cmp::Ordering;
use std::fmt::Write as _;

use super::digits::{MOST_DIGITS, push_whole, write_padded, write_whole};
use super::figure::Figure;
use super::text::{Span, Text};

/// A figure in a sentence: `$86,751`, `0.756`, `2.5`.
pub(crate) fn in_prose(figure: Figure) -> String {
    match figure {
        Figure::Dollars(_) | Figure::Cents(_) | Figure::About(_) | Figure::AboutHourly(_) => {
            format!("${}", in_table(figure))
        }
        Figure::Months(months) => duration(months),
        Figure::Difference { .. } | Figure::Change(_) | Figure::Apart { .. } => {
            let (sign, dollars) = signed_whole(figure);
            format!("{sign}${}", grouped(&dollars.to_string()))
        }
        _ => in_table(figure),
    }
}

/// A figure in a table for people: `86,751`, `0.756`, `2.5`.
pub(crate) fn in_table(figure: Figure) -> String {
    match figure {
        Figure::Dollars(_) | Figure::Count(_) => grouped(&bare(figure)),
        Figure::About(amount) => grouped(&about(amount.get()).to_string()),
        Figure::AboutHourly(amount) => about_hourly(amount.get()),
        Figure::Number(number, decimals) => fixed(number, decimals),
        Figure::Years(_) => bare(figure),
        Figure::Months(0) => "now".to_owned(),
        Figure::Months(months) => duration(months),
        Figure::MonthsLater(0) => "0".to_owned(),
        Figure::MonthsLater(months) => format!("{months:+}"),
        Figure::Share(share) => percent(share.get()),
        Figure::Cents(amount) => cents(amount.get()),
        Figure::Difference { .. } | Figure::Change(_) | Figure::Apart { .. } => {
            let (sign, dollars) = signed_whole(figure);
            format!("{sign}{}", grouped(&dollars.to_string()))
        }
        Figure::Percent(percent) => {
            let text = fixed(percent, 1);
            let plus = if percent > 0.0 && text != "0.0" { "+" } else { "" };
            format!("{plus}{text}%")
        }
    }
}

/// An amount in thousands, as a label of a picture has it: `$52k`.
pub(crate) fn in_thousands(amount: f64) -> String {
    let sign = if amount <= -500.0 { "-" } else { "" };
    format!("{sign}${}k", grouped(&whole(amount.abs() / 1_000.0).to_string()))
}

/// The sign and the whole dollars of a difference or a change; zero has no sign.
fn signed_whole(figure: Figure) -> (&'static str, u64) {
    let (from, to) = match figure {
        Figure::Difference { from, to } => (whole(from.get()), whole(to.get())),
        Figure::Apart { from, to } => {
            let [from, to] = [from, to].map(|amount| whole(amount.get()));
            return ("", to.abs_diff(from));
        }
        Figure::Change(change) => (whole((-change.get()).max(0.0)), whole(change.get().max(0.0))),
        _ => (0, 0),
    };
    let sign = match to.cmp(&from) {
        Ordering::Greater => "+",
        Ordering::Less => "-",
        Ordering::Equal => "",
    };
    (sign, to.abs_diff(from))
}

/// A figure that another program reads: digits, a sign and at most a point; numbers without a unit
/// have at most six decimals.
///
/// # Panics
/// Never: digits are text.
#[must_use]
pub(crate) fn bare(figure: Figure) -> String {
    let mut out = Vec::new();
    push_bare(&mut out, figure);
    String::from_utf8(out).expect("digits are text")
}

/// Adds a figure that another program reads.
pub(crate) fn push_bare(out: &mut Vec<u8>, figure: Figure) {
    match figure {
        Figure::Dollars(amount) | Figure::About(amount) => push_whole(out, whole(amount.get())),
        Figure::Count(count) => push_whole(out, count),
        Figure::Months(months) => push_whole(out, u64::from(months)),
        Figure::MonthsLater(months) => {
            if months < 0 {
                out.push(b'-');
            }
            push_whole(out, u64::from(months.unsigned_abs()));
        }
        Figure::Share(share) => push_decimal(out, share.get()),
        Figure::Cents(amount) | Figure::AboutHourly(amount) => {
            let mut text = [0; MOST_DIGITS + 8];
            let end = write_cents(&mut text, 0, amount.get());
            out.extend_from_slice(&text[..end]);
        }
        Figure::Number(number, _) | Figure::Years(number) | Figure::Percent(number) => {
            push_decimal(out, number);
        }
        Figure::Difference { .. } | Figure::Change(_) | Figure::Apart { .. } => {
            let (sign, dollars) = signed_whole(figure);
            out.extend_from_slice(sign.trim_start_matches('+').as_bytes());
            push_whole(out, dollars);
        }
    }
}

/// The prose of a text with its figures written out.
pub(crate) fn prose(text: &Text) -> String {
    text.spans().iter().fold(String::new(), |mut words, span| {
        match span {
            Span::Words(part) | Span::Strong(part) => words.push_str(part),
            Span::Figure(figure) => words.push_str(&in_prose(*figure)),
        }
        words
    })
}

/// To the nearest whole number, halves up.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "amounts are at least 0, and `as` stops at the largest whole number"
)]
pub(crate) fn whole(amount: f64) -> u64 {
    // Truncating the sum is what rounding is here, and costs a fraction of `round`.
    (amount + 0.5) as u64
}

/// To the nearest amount that people would say: $500, of six digits $1,000, of four $100.
fn about(amount: f64) -> u64 {
    let step: u32 = match amount {
        100_000.0.. => 1_000,
        10_000.0.. => 500,
        1_000.0.. => 100,
        _ => 1,
    };
    whole(amount / f64::from(step)) * u64::from(step)
}

/// To the nearest half dollar, below $10 to the cent; whole dollars have no cents.
fn about_hourly(amount: f64) -> String {
    const SMALL: f64 = 10.0;
    let rounded = if amount < SMALL { amount } else { (amount * 2.0 + 0.5).floor() / 2.0 };
    let written = cents(rounded);
    written.strip_suffix(".00").map_or(written.clone(), str::to_owned)
}

/// `1,234.50`.
fn cents(amount: f64) -> String {
    let cents = fixed(hundredths(amount), 2);
    let (whole, fraction) = cents.split_once('.').unwrap_or((&cents, "00"));
    format!("{}.{fraction}", grouped(whole))
}

/// At most six decimals, no needless zero and no minus before zero.
fn push_decimal(out: &mut Vec<u8>, number: f64) {
    const MILLION: u64 = 1_000_000;
    let millionths = whole(number.abs() * 1e6);
    if number < 0.0 && millionths > 0 {
        out.push(b'-');
    }
    let mut text = [0; MOST_DIGITS + 8];
    let mut end = write_whole(&mut text, 0, millionths / MILLION);
    if let Ok(fraction @ 1..) = usize::try_from(millionths % MILLION) {
        text[end] = b'.';
        end = write_padded(&mut text, end + 1, fraction / 1_000);
        end = write_padded(&mut text, end, fraction % 1_000);
        while text[end - 1] == b'0' {
            end -= 1;
        }
    }
    out.extend_from_slice(&text[..end]);
}

/// Writes an amount to the nearest cent into a text from `at` on, as [`push_bare`] does; gives where it
/// ends.
pub(crate) fn write_cents(text: &mut [u8], at: usize, amount: f64) -> usize {
    let cents = whole(amount * 100.0);
    let end = write_whole(text, at, cents / 100);
    let Ok(fraction @ 1..) = usize::try_from(cents % 100) else { return end };
    text[end] = b'.';
    // Of three digits the last is a zero.
    let end = write_padded(text, end + 1, fraction * 10) - 1;
    if text[end - 1] == b'0' { end - 1 } else { end }
}

/// So many decimals, and no minus before zero.
fn fixed(number: f64, decimals: u8) -> String {
    let text = format!("{number:.*}", usize::from(decimals));
    let is_zero = text.trim_start_matches(['-', '0', '.']).is_empty();
    if is_zero { text.trim_start_matches('-').to_owned() } else { text }
}

/// To the nearest cent, halves up.
fn hundredths(amount: f64) -> f64 {
    (amount * 100.0 + 0.5).floor() / 100.0
}

/// `17 months`, `2 years 4 months`, `3 years`.
fn duration(months: u32) -> String {
    const MANY: u32 = 24;
    let counted = |count: u32, what: &str| match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    };
    match (months / 12, months % 12) {
        _ if months < MANY => counted(months, "month"),
        (years, 0) => counted(years, "year"),
        (years, rest) => format!("{} {}", counted(years, "year"), counted(rest, "month")),
    }
}

/// `52%`; a part that is neither nothing nor the whole is never written as such.
fn percent(share: f64) -> String {
    match fixed(share * 100.0, 0).as_str() {
        "0" if share > 0.0 => "under 1%".to_owned(),
        "100" if share < 1.0 => "over 99%".to_owned(),
        whole => format!("{whole}%"),
    }
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        let _ = write!(text, "{digit}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Change, Dollars, Share};

    fn dollars(amount: f64) -> Dollars {
        Dollars::new(amount).unwrap()
    }

    fn change(dollars: f64) -> Figure {
        Figure::Change(Change::new(dollars).unwrap())
    }

    fn share(share: f64) -> Figure {
        Figure::Share(Share::new(share).unwrap())
    }

    #[test]
    fn a_figure_is_written_in_prose_in_tables_and_for_programs() {
        for (figure, prose, table, plain) in [
            (Figure::Dollars(dollars(1_234_567.49)), "$1,234,567", "1,234,567", "1234567"),
            (Figure::Dollars(dollars(86_750.5)), "$86,751", "86,751", "86751"),
            (Figure::Dollars(dollars(999.0)), "$999", "999", "999"),
            (Figure::Cents(dollars(1_234.565)), "$1,234.57", "1,234.57", "1234.57"),
            (Figure::About(dollars(50_990.0)), "$51,000", "51,000", "50990"),
            (Figure::About(dollars(50_749.0)), "$50,500", "50,500", "50749"),
            (Figure::About(dollars(123_499.0)), "$123,000", "123,000", "123499"),
            (Figure::About(dollars(4_551.0)), "$4,600", "4,600", "4551"),
            (Figure::About(dollars(312.4)), "$312", "312", "312"),
            (Figure::AboutHourly(dollars(24.514)), "$24.50", "24.50", "24.51"),
            (Figure::AboutHourly(dollars(24.76)), "$25", "25", "24.76"),
            (Figure::AboutHourly(dollars(1_001.3)), "$1,001.50", "1,001.50", "1001.3"),
            (Figure::AboutHourly(dollars(7.254)), "$7.25", "7.25", "7.25"),
            (Figure::Number(0.755_486_23, 3), "0.755", "0.755", "0.755486"),
            (Figure::Number(1.0, 3), "1.000", "1.000", "1"),
            (Figure::Number(-0.000_01, 2), "0.00", "0.00", "-0.00001"),
            (Figure::Number(-1e-9, 2), "0.00", "0.00", "0"),
            (Figure::Years(10.0), "10", "10", "10"),
            (Figure::Years(2.5), "2.5", "2.5", "2.5"),
            (change(1_234.5), "+$1,235", "+1,235", "1235"),
            (change(-1_234.5), "-$1,235", "-1,235", "-1235"),
            (change(-0.4), "$0", "0", "0"),
            (Figure::Percent(-4.25), "-4.2%", "-4.2%", "-4.25"),
            (Figure::Percent(4.36), "+4.4%", "+4.4%", "4.36"),
            (Figure::Percent(-0.04), "0.0%", "0.0%", "-0.04"),
            (Figure::Percent(0.04), "0.0%", "0.0%", "0.04"),
            (Figure::Months(0), "0 months", "now", "0"),
            (Figure::Months(1), "1 month", "1 month", "1"),
            (Figure::Months(23), "23 months", "23 months", "23"),
            (Figure::Months(24), "2 years", "2 years", "24"),
            (Figure::Months(25), "2 years 1 month", "2 years 1 month", "25"),
            (Figure::Months(40), "3 years 4 months", "3 years 4 months", "40"),
            (Figure::MonthsLater(3), "+3", "+3", "3"),
            (Figure::MonthsLater(0), "0", "0", "0"),
            (Figure::MonthsLater(-14), "-14", "-14", "-14"),
            (share(0.0), "0%", "0%", "0"),
            (share(0.004), "under 1%", "under 1%", "0.004"),
            (share(0.5988), "60%", "60%", "0.5988"),
            (share(0.999), "over 99%", "over 99%", "0.999"),
            (share(1.0), "100%", "100%", "1"),
        ] {
            let written = [in_prose(figure), in_table(figure), bare(figure)];
            assert_eq!(written, [prose, table, plain], "{figure:?}");
        }
    }

    #[test]
    fn a_difference_agrees_with_the_amounts_as_they_are_written() {
        for (from, to, prose, table, plain) in [
            // 1,000 and 3,001 are the amounts written next to it, although 2,000.1 lie between them.
            (1_000.4, 3_000.5, "+$2,001", "+2,001", "2001"),
            (3_000.5, 1_000.4, "-$2,001", "-2,001", "-2001"),
            (5.1, 4.9, "$0", "0", "0"),
        ] {
            let figure = Figure::Difference { from: dollars(from), to: dollars(to) };
            let written = [in_prose(figure), in_table(figure), bare(figure)];
            assert_eq!(written, [prose, table, plain]);
            let apart = Figure::Apart { from: dollars(from), to: dollars(to) };
            assert_eq!(in_prose(apart), prose.trim_start_matches(['+', '-']));
        }
    }
}
