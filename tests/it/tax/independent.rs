//! 200 returns for 2026 that `tests/independent/taxes.py` fills in from the forms.

use mbc_calc::data::{Filing, TaxYear};
use mbc_calc::engine::tax::{Earnings, Law};
use serde_json::Value;

use super::{code, law};

const CENT: f64 = 0.005;

#[test]
fn returns_filled_in_from_the_forms_agree_to_the_cent() {
    let tables = mbc_calc::built_in();
    let returns: Vec<Value> = include_str!("../../independent/taxes.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(returns.len(), 200);
    let mut wrong = Vec::new();
    for cell in &returns {
        let word = |key: &str| cell[key].as_str().unwrap();
        let number = |key: &str| cell[key].as_f64().unwrap();
        let law = Law {
            year: TaxYear::Of2026,
            filing: Filing::named(word("filing")).unwrap(),
            home: Some(code(word("home"))),
            ..law(&tables.taxes, word("home"))
        };
        let earned = if word("kind") == "w2" { Earnings::wages } else { Earnings::profit };
        let found = law.take_home(earned(number("gross")));
        let federal = &found.federal;
        let contributions: f64 = found.contributions.iter().map(|(_, amount)| amount).sum();
        let payroll = federal.social_security + federal.medicare + federal.self_employment;
        for (key, amount) in [
            ("federal", federal.after_credits()),
            ("work", payroll),
            ("state", found.state_total()),
            ("contributions", contributions),
            ("left", found.left()),
        ] {
            if (amount - number(key)).abs() > CENT {
                wrong.push(format!("{cell}: {key} is {amount:.4}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
