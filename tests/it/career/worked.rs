//! The worked examples of `docs/METHOD.md`, "The career": 300,000 careers with ordinary random
//! numbers, simulated by another program.

use mbc_calc::engine::career::Milestone;

use super::{TABLES, ask, assert_close, reached};

/// Facts, mean gain after 5 and 10 years, and the share with a gain after 5.
const EXAMPLES: [(&str, [f64; 2], f64); 4] = [
    ("state=OH pay=31000", [8_586.0, 27_121.0], 0.31),
    ("state=MS pay=34000", [-3_313.0, 2_143.0], 0.15),
    ("state=CA pay=40000", [9_687.0, 30_265.0], 0.27),
    ("state=OH", [-1_641.0, 5_637.0], 0.20),
];

/// Shares that are the same for every newcomer.
const SHARES: [(Milestone, f64); 4] = [
    (Milestone::FirstJob, 0.293),
    (Milestone::Remote, 0.146),
    (Milestone::Specialist, 0.091),
    (Milestone::Pivot, 0.032),
];

/// Years, and the share in the field in their last month.
const IN_FIELD: [(u32, f64); 3] = [(2, 0.34), (5, 0.29), (10, 0.21)];

#[test]
fn the_program_agrees_with_the_worked_examples() {
    for (facts, gains, gaining) in EXAMPLES {
        let answer = ask(&TABLES, facts);
        for (milestone, share) in SHARES {
            let found = reached(&answer, milestone).share.get();
            assert_close(found, share, 0.01, &format!("{facts}: {}", milestone.name()));
        }
        let months = reached(&answer, Milestone::FirstJob).months.expect("some get a coding job");
        for (found, month) in months.into_iter().zip([14_u32, 19, 39]) {
            assert!(found.abs_diff(month) <= 2, "{facts}: {found}, expected {month}");
        }
        for (year, share) in IN_FIELD {
            let found = answer.year(year).expect("ten years are followed").in_field.get();
            assert_close(found, share, 0.01, &format!("{facts}: in the field in year {year}"));
        }
        let found = [answer.gain_5, answer.gain_10].map(|gain| gain.expect("ten years").mean.get());
        for (found, gain) in found.into_iter().zip(gains) {
            let tolerance = (0.05 * gain.abs()).max(600.0);
            assert_close(found, gain, tolerance, &format!("{facts}: mean gain"));
        }
        let all = answer.by_progress[0].gain_5.expect("five years are followed");
        assert_close(all.gaining.get(), gaining, 0.01, &format!("{facts}: with a gain"));
    }
}
