//! Whenever the program is killed, a file is the old one or the new one.

use std::fs;
use std::path::Path;

use mbc_calc::data::TABLE_NAMES;

use super::{answer_in, can_inject, names, was_killed, with_fault, with_old};

const ASK: [&str; 5] = ["estimate", "--field", "place", "--output", "answer"];

/// Kills the program at the first of these calls, at the second, and so on until it ends by itself;
/// looks at the folder each time.
fn killed_at_each(calls: &str, ask: &[&str], mut look: impl FnMut(&Path, bool)) {
    for signal in ["KILL", "TERM"] {
        for at in 1..100 {
            let folder = with_old();
            let rule = format!("{calls}:signal={signal}:when={at}");
            let ended = with_fault(folder.path(), &rule, ask);
            let is_killed = was_killed(&ended);
            look(folder.path(), is_killed);
            if !is_killed {
                assert_eq!(ended.status.code(), Some(0), "{rule}: {ended:?}");
                assert!(at > 1, "the program makes no call {calls}");
                break;
            }
        }
    }
}

#[test]
fn a_file_is_old_or_new_whenever_the_program_is_killed() {
    if !can_inject() {
        return;
    }
    for calls in ["write", "fsync", "fchmod", "linkat"] {
        killed_at_each(calls, &ASK, |folder, is_killed| {
            // What a call has done may be done when the signal of it comes.
            let new = answer_in(folder);
            assert!(new == "US\n" || (is_killed && new == "old"), "{calls}: {new:?}");
            let expected = if is_killed && calls == "linkat" { "" } else { "answer" };
            let others = names(folder).into_iter().filter(|name| name != "answer");
            let others: Vec<_> = others.collect();
            assert!(others.is_empty() || expected.is_empty(), "{calls}: {others:?}");
        });
    }
}

#[test]
fn a_new_file_is_there_whole_or_not_at_all() {
    if !can_inject() {
        return;
    }
    let ask = ["estimate", "--field", "place", "--output", "new"];
    for calls in ["write", "fsync", "linkat"] {
        killed_at_each(calls, &ask, |folder, is_killed| {
            assert_eq!(answer_in(folder), "old");
            let new = fs::read_to_string(folder.join("new"));
            assert!(matches!(new.as_deref(), Ok("US\n")) || (is_killed && new.is_err()), "{calls}");
            let count = names(folder).len();
            assert_eq!(count, if new.is_ok() { 2 } else { 1 }, "{:?}", names(folder));
        });
    }
}

#[test]
fn an_exported_folder_is_whole_or_not_there_whenever_the_program_is_killed() {
    if !can_inject() {
        return;
    }
    let tables = TABLE_NAMES.len();
    for (calls, times) in [
        ("write", &[1, 2, tables][..]),
        ("fsync", &[1, tables]),
        ("mkdir", &[1]),
        ("linkat", &[1, 2, tables]),
        ("rename,renameat,renameat2", &[1]),
        ("exit_group", &[1]),
    ] {
        for at in times {
            let folder = with_old();
            let rule = format!("{calls}:signal=KILL:when={at}");
            let ended = with_fault(folder.path(), &rule, &["data", "export", "mine"]);
            assert!(was_killed(&ended), "{rule}: {ended:?}");
            let mine = folder.path().join("mine");
            if mine.exists() {
                assert_eq!(names(&mine).len(), tables, "{rule}");
            }
            // The files have no names and the folder has none before all of them are on the disk.
            if ["write", "fsync"].contains(&calls) {
                assert!(names(folder.path()).iter().all(|name| name == "answer"), "{rule}");
            }
        }
    }
}

#[test]
fn exported_files_are_each_old_or_new_whenever_the_program_is_killed() {
    if !can_inject() {
        return;
    }
    let export = ["data", "export", "mine", "terms", "market", "costs", "--overwrite"];
    for (calls, times) in [("write", 3), ("fsync", 3), ("linkat", 6), ("renameat", 3)] {
        for at in 1..=times {
            let folder = with_old();
            let mine = folder.path().join("mine");
            fs::create_dir(&mine).unwrap();
            for name in ["terms", "market", "costs"] {
                fs::write(mine.join(format!("{name}.toml")), "old").unwrap();
            }
            let rule = format!("{calls}:signal=KILL:when={at}");
            assert!(was_killed(&with_fault(folder.path(), &rule, &export)), "{rule}");
            let mut new = 0;
            for name in ["terms", "market", "costs"] {
                let text = fs::read_to_string(mine.join(format!("{name}.toml"))).unwrap();
                let texts = mbc_calc::built_in_texts();
                assert!(text == "old" || text == texts.text(name), "{rule}: {name}");
                new += usize::from(text != "old");
            }
            assert!(new == 0 || !["write", "fsync"].contains(&calls), "{rule}: {new} are new");
        }
    }
}
