//! One answer, asked for in a stream or by itself.

use mbc_calc::batch::{Detail, Options};
use mbc_calc::engine::estimate;
use mbc_calc::profile::Draft;
use mbc_calc::render::json;
use mbc_calc::report::EstimateShape;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use super::{TABLES, answered, options, records};

proptest! {
    #[test]
    fn a_record_says_what_an_answer_says(
        state in option::of(select(vec!["MS", "MA", "PR", "CA", "AL"])),
        employer in option::of(select(vec!["OH", "MA", "TX"])),
        certs in option::of(0..6_u8),
        experience in option::of(0.0..60.0),
        setting in option::of(select(vec!["hospital", "insurer"])),
        role in option::weighted(0.3, select(vec!["informatics", "manager", "coding"])),
        hours in option::weighted(0.3, 1..=80_u8),
        contract in option::weighted(0.3, option::of(1..300_u32)),
    ) {
        let line = serde_json::json!({
            "state": state, "employer_state": employer, "certs": certs,
            "experience": experience, "setting": setting, "role": role,
            "hours": hours, "employment": contract.map(|_| "contract"), "hourly_rate": contract.flatten(),
        }).to_string();
        let profile = Draft::of_json_line(&line).0.profile(&TABLES).unwrap();
        let answer = json(&EstimateShape(&estimate(&TABLES, &profile)));
        let answer: Value = serde_json::from_str(&answer).unwrap();
        for detail in [Detail::Figures, Detail::Explained] {
            let found = records(&Options { detail, ..options() }, line.as_str());
            let (text, _) = answered(&Options { detail, ..options() }, line.as_str());
            prop_assert_eq!(text, format!("{}\n", found[0]), "as any JSON writer writes it");
            for (key, value) in found[0].as_object().unwrap() {
                if key != "line" && key != "steps" {
                    prop_assert_eq!(value.to_string(), answer[key].to_string(), "{}", key);
                }
            }
        }
    }
}
