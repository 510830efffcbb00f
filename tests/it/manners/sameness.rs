//! The same question gives the same bytes, whoever asks, wherever and whenever.

use std::process::Command;

use crate::support::{PROGRAM, mbc_calc};

const QUESTIONS: [&str; 11] = [
    "estimate --state MS --employer-state MA --certs 3",
    "estimate --state MS --employer-state MA --certs 3 --format table",
    "estimate --state NY --certs 1 --experience 2.5 --specialty auditing --format json",
    "explain --state MS --employer-state MA --certs 3 --experience 10 --format json",
    "explain p25",
    "timeline --state MS --employer-state MA --format json",
    "verdict --stage changer --state MS --employer-state MA --careers 1000 --format json",
    "verdict --state OH --certs 1 --careers 1000",
    "timeline --state OH --certs 1 --experience 3 --nominal --seed 7 --careers 1000",
    "compare --timeline --state OH --careers 1000 --vs ai=early --format csv",
    "estimate --state ZZ --certs CPC --education phd",
];

#[test]
fn the_same_question_gives_the_same_bytes_twice() {
    for question in QUESTIONS {
        let [first, second] = [(), ()].map(|()| mbc_calc(question.split(' ')));
        assert!(!first.stdout.is_empty() || !first.stderr.is_empty(), "{question}: nothing");
        assert_eq!(first, second, "{question}");
    }
}

#[test]
fn neither_locale_nor_clock_nor_folder_nor_terminal_settings_change_a_byte() {
    let folder = tempfile::tempdir().unwrap();
    for question in QUESTIONS {
        let expected = mbc_calc(question.split(' '));
        for environment in [
            &[("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8"), ("LC_NUMERIC", "de_DE")][..],
            &[("LANG", "C"), ("LC_ALL", "C")],
            &[("TZ", "Pacific/Kiritimati")],
            &[("HOME", "/nowhere"), ("XDG_CONFIG_HOME", "/nowhere"), ("USER", "nobody")],
            &[("COLUMNS", "20"), ("LINES", "5"), ("TERM", "vt100")],
            &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1")],
            &[("RUST_BACKTRACE", "full"), ("RUST_LOG", "trace")],
        ] {
            let mut command = Command::new(PROGRAM);
            command.args(question.split(' ')).current_dir(folder.path());
            let found = command.envs(environment.iter().copied()).output().unwrap();
            assert_eq!(found, expected, "{question} with {environment:?}");
        }
        let nothing = Command::new(PROGRAM).args(question.split(' ')).env_clear().output().unwrap();
        assert_eq!(nothing, expected, "{question} with an empty environment");
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 0, "something was left behind");
}
