//! With too little memory, too few threads, too small files: a whole answer, or none and the old file.

use super::{answer_in, names, shell, was_killed, with_old};
use crate::support::{PROGRAM, text};

#[test]
fn with_any_memory_an_answer_is_whole_or_the_old_one_stays() {
    let mut answered = 0;
    // In kibibytes, from less than the program itself to more than enough.
    for memory in (4..24).map(|step| 6_000 * step).chain([400_000, 4_000_000]) {
        for ask in ["estimate --field place --quiet", "batch --field place --quiet --threads 8"] {
            let folder = with_old();
            let line =
                format!("ulimit -c 0 -v {memory}; echo '{{}}' | '{PROGRAM}' {ask} --output answer");
            let ended = shell(folder.path(), &line);
            assert_eq!(names(folder.path()), ["answer"], "{memory} {ask}");
            if ended.status.code() == Some(0) {
                assert_eq!(answer_in(folder.path()), "US\n", "{memory} {ask}");
                answered += 1;
                continue;
            }
            let message = text(&ended.stderr);
            assert_eq!(answer_in(folder.path()), "old", "{memory} {ask}: {message}");
            assert!(was_killed(&ended) || !message.is_empty(), "{memory} {ask}: {ended:?}");
            assert!(!message.contains("panicked"), "{memory} {ask}: {message}");
        }
    }
    assert!(answered >= 4, "{answered} answers");
}

#[test]
fn a_stream_that_outgrows_the_largest_file_leaves_the_old_one() {
    let folder = with_old();
    let line = format!("ulimit -f 8; yes '{{}}' | head -2000 | '{PROGRAM}' batch --output answer");
    let ended = shell(folder.path(), &line);
    assert!(was_killed(&ended) || ended.status.code() == Some(4), "{ended:?}");
    assert_eq!(answer_in(folder.path()), "old");
    assert_eq!(names(folder.path()), ["answer"]);
}

#[test]
fn of_many_writers_one_wins_and_its_answer_is_whole() {
    let folder = with_old();
    let ask = format!("'{PROGRAM}' estimate --field place --quiet --output answer --state");
    let one = |state: &str| format!("{ask} {state} &");
    let writers: Vec<_> = ["MS", "OH", "MA", "TX", "CA", "NY"].map(one).into();
    let batch = format!(
        "yes '{{\"state\":\"FL\"}}' | head -200 | '{PROGRAM}' batch --field place --quiet \
         --output answer &"
    );
    for _ in 0..5 {
        let ended = shell(folder.path(), &format!("{} {batch} wait", writers.join(" ")));
        assert_eq!(text(&ended.stderr), "");
        let answer = answer_in(folder.path());
        let lines: Vec<_> = answer.lines().collect();
        let is_whole = match lines.as_slice() {
            [state] => state.len() == 2,
            lines => lines.len() == 200 && lines.iter().all(|line| *line == "FL"),
        };
        assert!(is_whole && answer.ends_with('\n'), "{answer:?}");
        assert_eq!(names(folder.path()), ["answer"]);
    }
}
