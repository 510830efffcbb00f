//! What people type without having read the manual, and what they must get.

use crate::support::{answer, mbc_calc, refusal, text};

/// Two lines that must answer the same.
const SAME: [(&str, &str); 12] = [
    ("estimate Ohio", "estimate --state Ohio"),
    ("estimate New Mexico --certs 2", "estimate --state NM --certs 2"),
    ("timeline oh --careers 100", "timeline --state OH --careers 100"),
    (
        "verdict graduate --state OH --careers 100",
        "verdict --stage graduate --state OH --careers 100",
    ),
    ("verdict Ohio graduate --careers 100", "verdict --stage graduate --state OH --careers 100"),
    ("take-home Ohio", "take-home --state OH"),
    ("rank Ohio --by setting", "rank --state OH --by setting"),
    ("compare Ohio --vs certs=3", "compare --state Ohio --vs certs=3"),
    ("estimate Ohio --json", "estimate --state OH --format json"),
    ("help estimate", "estimate --help"),
    ("help data show", "data show --help"),
    ("version", "--version"),
];

/// A line, and what its answer holds.
const ANSWERED: [(&str, &str); 12] = [
    ("help", "verdict"),
    ("explain CPC", "Certified Professional Coder"),
    ("explain risk adjustment", "risk"),
    ("explain salary", "pay"),
    ("explain Ohio", "OH"),
    ("explain Ohio --format json", "price_level"),
    ("explain Akron --format json", "Akron"),
    ("explain hospital", "hospital"),
    ("explain bachelor", "bachelor"),
    ("explain manager", "manager"),
    ("explain graduate", "stage"),
    ("estimate --state OH --field pay.p50,grade", "\t"),
];

/// A line that cannot be answered, its exit code, and what the message says.
const REFUSED: [(&str, i32, &[&str]); 16] = [
    ("rank --state OH", 2, &["`--by`", "mbc-calc rank --by state --state OH", "--by program"]),
    (
        "take-home --state OH --wait 12",
        2,
        &["`--wait` is a flag of `verdict`", "`mbc-calc verdict --state OH --wait 12`"],
    ),
    ("--state OH estimate", 2, &["`mbc-calc estimate --state OH`"]),
    ("estimat --state OH", 2, &["did you mean `mbc-calc estimate`?"]),
    ("help verdct", 2, &["did you mean `verdict`?"]),
    ("estimate --stat OH", 2, &["did you mean `--state`?"]),
    ("estimate CPC", 2, &["`CPC` is no state", "did you mean `--certs CPC`?"]),
    ("estimate auditing", 2, &["did you mean `--specialty auditing`?"]),
    ("estimate graduate", 2, &["did you mean `--stage graduate`?"]),
    ("estimate Ohoi", 2, &["`Ohoi` is no state", "did you mean `Ohio`?"]),
    ("verdict zebra", 2, &["no state and no stage of life"]),
    ("estimate Ohio --state TX", 2, &["`Ohio` and `--state` say the same"]),
    ("estimate Ohio Texas", 2, &["`Ohio` and `Texas` both say `--state`"]),
    ("explain zebra", 3, &["`zebra` is not known here"]),
    ("explain auditng", 3, &["did you mean `auditing`?"]),
    ("data", 2, &["it is one of list, show, sources"]),
];

#[test]
fn what_people_type_is_what_they_would_have_typed_with_flags() {
    for (typed, meant) in SAME {
        assert_eq!(answer(typed.split(' ')), answer(meant.split(' ')), "{typed}");
    }
}

#[test]
fn what_people_ask_has_an_answer() {
    for (typed, wanted) in ANSWERED {
        let found = answer(typed.split(' '));
        assert!(found.contains(wanted), "{typed}: {found}");
    }
    let quoted = answer(["explain", "risk adjustment"]);
    assert_eq!(quoted, answer(["explain", "risk", "adjustment"]));
}

#[test]
fn what_cannot_be_answered_says_what_could_be_meant() {
    for (typed, code, wanted) in REFUSED {
        let (found, message) = refusal(&typed.split(' ').collect::<Vec<_>>());
        assert_eq!(found, Some(code), "{typed}: {message}");
        for words in wanted {
            assert!(message.contains(words), "{typed}: {words:?} in {message}");
        }
    }
}

#[test]
fn a_field_is_found_by_its_id_and_its_place_and_several_stand_on_a_line() {
    let timeline = |field| answer(["timeline", "--careers", "100", "--field", field]);
    assert_eq!(timeline("milestones.remote.p50"), {
        let all = answer(["timeline", "--careers", "100", "--format", "json"]);
        let all: serde_json::Value = serde_json::from_str(&all).unwrap();
        let milestones = all["milestones"].as_array().unwrap();
        let remote = milestones.iter().find(|milestone| milestone["id"] == "remote").unwrap();
        format!("{}\n", remote["p50"])
    });
    let both = timeline("milestones.remote.p50,milestones.remote.p90");
    let each = ["milestones.remote.p50", "milestones.remote.p90"].map(timeline);
    assert_eq!(both, format!("{}\t{}", each[0].trim_end(), each[1]));
    let (code, message) = refusal(&["estimate", "--field", "pay.p50,pay.p51"]);
    assert_eq!(code, Some(2));
    assert!(message.contains("`pay.p51`") && message.contains("`pay.p50`"), "{message}");
    let levels = answer(["rank", "--by", "setting", "--top", "3", "--field", "label,pay.p50"]);
    assert_eq!(levels.lines().filter(|line| line.split('\t').count() == 2).count(), 3, "{levels}");
}

#[test]
fn asked_nothing_the_program_says_what_it_can_be_asked() {
    let output = mbc_calc([""; 0]);
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
    let welcome = text(&output.stdout);
    let commands: Vec<_> =
        welcome.lines().filter_map(|line| line.strip_prefix("  mbc-calc ")).collect();
    assert_eq!(commands.len(), 3, "{welcome}");
    for command in commands {
        assert!(!answer(command.split(' ')).is_empty(), "{command}");
    }
}

#[test]
fn the_line_for_another_command_has_nothing_that_a_terminal_obeys() {
    let line = ["timeline", "--state", "O\u{1b}[31mH", "--stage", "security"];
    let (_, said) = refusal(&line);
    assert!(said.contains("mbc-calc verdict") && !said.contains('\u{1b}'), "{said:?}");
}
