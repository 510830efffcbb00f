//! Arithmetic as people write it: dollars to the cent, rates in percent, `smaller of … and …`.

use crate::data::{Bands, Rounding};

/// `81,227.00`; below 0 `−12.00`.
pub(in crate::report::take_home) fn cents(amount: f64) -> String {
    let digits = format!("{:.2}", amount.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, "00"));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if amount < 0.0 && !is_zero { "−" } else { "" };
    format!("{sign}{grouped}.{fraction}")
}

/// `6.2%`, with as many decimals as the law has.
pub(super) fn percent(rate: f64) -> String {
    format!("{}%", plain(rate * 100.0, 6))
}

/// A number with at most so many decimals and no needless zero.
pub(super) fn plain(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// What an amount is above a bound: `(81,227.00 − 16,100.00)`, or `0.00`.
pub(super) fn above(amount: f64, bound: f64) -> String {
    if amount > bound { format!("({} − {})", cents(amount), cents(bound)) } else { cents(0.0) }
}

/// The smaller of two.
pub(super) fn smaller(one: &str, other: &str) -> String {
    format!("(smaller of {one} and {other})")
}

/// The larger of two.
pub(super) fn larger(one: &str, other: &str) -> String {
    format!("(larger of {one} and {other})")
}

/// How many steps an amount is above a start.
pub(super) fn steps(amount: f64, start: f64, increment: f64, rounding: Rounding) -> String {
    if amount <= start {
        return "0".to_owned();
    }
    let direction = match rounding {
        Rounding::Up => "up",
        Rounding::Down => "down",
    };
    format!("({} / {} rounded {direction})", above(amount, start), cents(increment))
}

/// The rate of each bracket on the income in it: `10% × 12,400.00 + 12% × 38,000.00`.
pub(super) fn brackets(bands: &Bands, income: f64) -> String {
    let uppers = bands.iter().skip(1).map(|band| band.lower).chain([f64::INFINITY]);
    let reached = bands.iter().zip(uppers).filter(|(band, _)| income > band.lower);
    let terms: Vec<String> = reached
        .filter(|(band, _)| band.value > 0.0)
        .map(|(band, upper)| {
            format!("{} × {}", percent(band.value), cents(income.min(upper) - band.lower.max(0.0)))
        })
        .collect();
    if terms.is_empty() { cents(0.0) } else { terms.join(" + ") }
}

#[cfg(test)]
mod tests {
    use super::{above, cents, percent};

    #[test]
    fn amounts_and_rates_are_written_as_the_law_has_them() {
        assert_eq!(cents(1_234_567.891), "1,234,567.89");
        assert_eq!(cents(-12.0), "−12.00");
        assert_eq!(cents(-0.001), "0.00");
        assert_eq!(percent(0.062), "6.2%");
        assert_eq!(percent(0.008_071_59), "0.807159%");
        assert_eq!(percent(0.1), "10%");
        assert_eq!(above(5.0, 7.0), "0.00");
    }
}
