//! Works out the arithmetic that a step prints, knowing nothing but how people write it.

/// What a formula comes to: `6.2% × (smaller of 81,227.00 and 184,500.00)`.
pub(super) fn value(formula: &str) -> f64 {
    let spaced = formula.replace('(', " ( ").replace(')', " ) ").replace('−', " − ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, formula };
    let value = reader.sum();
    assert!(reader.words.is_empty(), "`{}` is left of {formula}", reader.words.join(" "));
    value
}

struct Reader<'w> {
    words: &'w [&'w str],
    formula: &'w str,
}

impl<'w> Reader<'w> {
    fn next(&mut self) -> &'w str {
        let (first, rest) =
            self.words.split_first().unwrap_or_else(|| panic!("{} ends early", self.formula));
        self.words = rest;
        first
    }

    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.words.first() == Some(&word);
        if is_next {
            self.next();
        }
        is_next
    }

    fn sum(&mut self) -> f64 {
        let mut sum = self.product();
        loop {
            if self.takes("+") {
                sum += self.product();
            } else if self.takes("−") {
                sum -= self.product();
            } else {
                return sum;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut product = self.factor();
        loop {
            if self.takes("×") {
                product *= self.factor();
            } else if self.takes("/") {
                product /= self.factor();
            } else {
                return product;
            }
        }
    }

    fn factor(&mut self) -> f64 {
        match self.next() {
            "−" => -self.factor(),
            "(" => {
                let value = self.inside();
                assert_eq!(self.next(), ")", "{}", self.formula);
                value
            }
            number => {
                let (digits, unit) = match number.strip_suffix('%') {
                    Some(digits) => (digits, 0.01),
                    None => (number, 1.0),
                };
                let parsed: Result<f64, _> = digits.replace(',', "").parse();
                unit * parsed.unwrap_or_else(|_| panic!("`{number}` in {}", self.formula))
            }
        }
    }

    fn inside(&mut self) -> f64 {
        let chooses: Option<fn(f64, f64) -> f64> = match self.words.first() {
            Some(&"smaller") => Some(f64::min),
            Some(&"larger") => Some(f64::max),
            _ => None,
        };
        let Some(choose) = chooses else {
            let value = self.sum();
            return if self.takes("rounded") { self.rounded(value) } else { value };
        };
        self.next();
        assert!(self.takes("of"), "{}", self.formula);
        let first = self.sum();
        assert!(self.takes("and"), "{}", self.formula);
        choose(first, self.sum())
    }

    fn rounded(&mut self, value: f64) -> f64 {
        // Dividing by a step leaves less than this of a whole number.
        const DUST: f64 = 1e-6;
        if self.takes("up") {
            (value - DUST).ceil()
        } else if self.takes("down") {
            (value + DUST).floor()
        } else {
            (value + DUST).round()
        }
    }
}

#[test]
fn arithmetic_is_read_as_people_write_it() {
    for (formula, expected) in [
        ("81,227.00", 81_227.0),
        ("10% × 12,400.00 + 12% × 38,000.00", 5_800.0),
        ("6.2% × (smaller of 81,227.00 and 184,500.00)", 5_036.074),
        (
            "(larger of 2,500.00 and 3,000.00 − 25.00 × ((50,250.00 − 25,500.00) / 500.00 rounded down))",
            2_500.0,
        ),
        ("−(smaller of 3,462.09 and 153.00)", -153.0),
        ("(100% − 5% × 2) × 10.00 − 1.00", 8.0),
        ("8 / 4 / 2", 1.0),
    ] {
        assert!((value(formula) - expected).abs() < 1e-9, "{formula} is {}", value(formula));
    }
}
