//! Default answers about careers fit one screen of a terminal, pictures and rules included.

use crate::terminal::Terminal;

/// What people ask, and the most lines that the answer may take at 100 columns; a third more at 80.
const QUESTIONS: [(&str, usize); 10] = [
    ("verdict --stage graduate --state OH", 30),
    ("verdict --stage career-changer --state OH --pay 31000 --learning yes", 30),
    (
        "verdict --stage career-changer --state MS --pay 34000 --wait 12 --learning yes --detail yes",
        30,
    ),
    ("verdict --stage coder --state CO --certs 1 --experience 7 --pay 48000", 30),
    ("verdict --stage remote --state OH --wait 12", 30),
    ("verdict --state OH --pay 31000", 30),
    ("timeline --state MS --employer-state MA --pay 31000", 34),
    ("timeline --certs CPC --experience 5 --pay 52000 --state OH", 34),
    ("timeline --certs CPC-A --standing apprentice --state TX", 34),
    ("compare --timeline --state OH --pay 31000 --vs study=full-time --vs program=accelerated", 24),
];

#[test]
fn an_answer_about_a_career_fits_one_screen() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut wrong = Vec::new();
    for (asked, lines) in QUESTIONS {
        for (width, most) in [(100, lines), (80, lines * 4 / 3)] {
            let terminal = Terminal { width, environment: &[], folder: folder.path() };
            // Fewer careers than usual: the test is of the lines, not of the numbers.
            let shown = terminal.run(&format!("mbc-calc {asked} --careers 800 --quiet"));
            assert_eq!(shown.code, 0, "{asked}: {}", shown.text);
            let count = shown.text.lines().count();
            if count > most {
                wrong.push(format!(
                    "{count} lines at {width} columns of `{asked}`:\n{}",
                    shown.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
