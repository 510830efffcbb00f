use toml::de::DeValue;

use super::problem::Quoted;

/// A finite number; one in another base is more likely mistyped than meant.
pub(crate) fn decimal(value: &DeValue<'_>) -> Option<f64> {
    let number: f64 = match value {
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok()?,
        DeValue::Float(float) => float.as_str().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// A whole number, 0 or more, in base ten.
pub(crate) fn whole(value: &DeValue<'_>) -> Option<u32> {
    match value {
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok(),
        _ => None,
    }
}

/// What was found where something else was expected, in words.
pub(crate) fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text {}", Quoted(text)),
        DeValue::Integer(integer) => Quoted(&integer.to_string()).to_string(),
        DeValue::Float(float) => Quoted(float.as_str()).to_string(),
        DeValue::Boolean(word) => format!("`{word}`"),
        DeValue::Datetime(date) => format!("the date `{date}`"),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_decimal_and_finite() {
        for (written, number) in [
            ("-1_000", Some(-1_000.0)),
            ("0.5", Some(0.5)),
            ("1e3", Some(1e3)),
            ("0x10", None),
            ("1e400", None),
            ("nan", None),
            ("'1'", None),
        ] {
            assert_eq!(decimal(DeValue::parse(written).unwrap().get_ref()), number, "{written}");
        }
    }

    #[test]
    fn a_whole_number_is_not_below_0_and_has_no_part() {
        for (written, number) in
            [("2_025", Some(2_025)), ("-1", None), ("1.0", None), ("99999999999", None)]
        {
            assert_eq!(whole(DeValue::parse(written).unwrap().get_ref()), number, "{written}");
        }
    }
}
