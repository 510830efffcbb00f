//! The only place that rounds: a figure becomes digits here, for people and for programs.

use std::fmt::Write as _;

use serde::{Serialize, Serializer};

use crate::report::{Figure, Span, Text};

/// How many decimals a number has at most for programs.
const DECIMALS_FOR_PROGRAMS: i32 = 6;

/// A figure in a sentence: `$86,751`, `0.756`, `2.5`.
pub(super) fn in_prose(figure: Figure) -> String {
    match figure {
        Figure::Dollars(_) => format!("${}", in_table(figure)),
        _ => in_table(figure),
    }
}

/// A figure in a table for people: `86,751`, `0.756`, `2.5`.
pub(super) fn in_table(figure: Figure) -> String {
    match figure {
        Figure::Dollars(_) | Figure::Count(_) => grouped(&bare(figure)),
        Figure::Number(..) | Figure::Years(_) => bare(figure),
    }
}

/// A figure that another program reads: digits and at most a point.
pub(super) fn bare(figure: Figure) -> String {
    match figure {
        Figure::Dollars(amount) => whole(amount.get()).to_string(),
        Figure::Number(number, decimals) => {
            let text = format!("{number:.*}", usize::from(decimals));
            if text.trim_start_matches(['-', '0', '.']).is_empty() {
                text.trim_start_matches('-').to_owned()
            } else {
                text
            }
        }
        Figure::Years(years) => shortest(years),
        Figure::Count(count) => count.to_string(),
    }
}

/// The prose of a text with its figures written out.
pub(super) fn prose(text: &Text) -> String {
    text.spans().iter().fold(String::new(), |mut words, span| {
        match span {
            Span::Words(part) | Span::Strong(part) => words.push_str(part),
            Span::Figure(figure) => words.push_str(&in_prose(*figure)),
        }
        words
    })
}

/// To the nearest whole number, halves away from zero.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "amounts are at least 0, and `as` stops at the largest whole number"
)]
fn whole(amount: f64) -> u64 {
    amount.round() as u64
}

/// At most six decimals and no needless zero.
fn shortest(number: f64) -> String {
    let rounded = rounded(number);
    format!("{rounded}")
}

fn rounded(number: f64) -> f64 {
    let scale = 10_f64.powi(DECIMALS_FOR_PROGRAMS);
    // Adding zero turns a negative zero, which prints as `-0`, into zero.
    (number * scale).round() / scale + 0.0
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

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Dollars(amount) => serializer.serialize_u64(whole(amount.get())),
            Self::Count(count) => serializer.serialize_u32(count),
            Self::Number(number, _) | Self::Years(number) => {
                let rounded = rounded(number);
                if rounded.fract().abs() > 0.0 {
                    serializer.serialize_f64(rounded)
                } else {
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "a whole number, and `as` stops at the ends"
                    )]
                    serializer.serialize_i64(rounded as i64)
                }
            }
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&prose(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Dollars;

    fn dollars(amount: f64) -> Figure {
        Figure::Dollars(Dollars::new(amount).unwrap())
    }

    #[test]
    fn amounts_are_whole_dollars_in_groups_of_three() {
        assert_eq!(in_prose(dollars(1_234_567.49)), "$1,234,567");
        assert_eq!(in_table(dollars(86_750.5)), "86,751");
        assert_eq!(in_table(dollars(999.0)), "999");
        assert_eq!(bare(dollars(86_750.5)), "86751");
    }

    #[test]
    fn numbers_keep_their_decimals_for_people_and_six_for_programs() {
        assert_eq!(in_prose(Figure::Number(0.755_486_2, 3)), "0.755");
        assert_eq!(serde_json::to_string(&Figure::Number(0.755_486_23, 3)).unwrap(), "0.755486");
        assert_eq!(serde_json::to_string(&Figure::Number(1.0, 3)).unwrap(), "1");
    }

    #[test]
    fn nothing_is_written_as_minus_zero() {
        assert_eq!(in_prose(Figure::Number(-0.000_01, 2)), "0.00");
        assert_eq!(serde_json::to_string(&Figure::Number(-1e-9, 2)).unwrap(), "0");
    }

    #[test]
    fn years_have_no_needless_decimals() {
        assert_eq!(bare(Figure::Years(10.0)), "10");
        assert_eq!(bare(Figure::Years(2.5)), "2.5");
    }
}
