//! What arrives in odd pieces, grows, or is written to do harm.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::process::Command;
use std::sync::Mutex;
use std::thread::ThreadId;

use mbc_calc::batch::{Input, OnError, Options, Output, Summary, run};
use mbc_calc::profile::Others;

use super::{TABLES, options, records};
use crate::support::{PROGRAM, text};

/// Gives its pieces one read at a time, and says which thread reads.
struct Pieces(Vec<Vec<u8>>);

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Some(piece) = self.0.first_mut() else { return Ok(0) };
        let count = piece.len().min(into.len());
        into[..count].copy_from_slice(&piece[..count]);
        piece.drain(..count);
        if piece.is_empty() {
            self.0.remove(0);
        }
        Ok(count)
    }
}

/// The output for an input that arrives in these pieces, and how often something was written.
fn in_pieces(options: &Options, pieces: &[&[u8]]) -> (String, Summary, usize) {
    let mut out = Vec::new();
    let mut writes = 0;
    let pieces = Pieces(pieces.iter().map(|piece| piece.to_vec()).collect());
    let summary = run(&TABLES, options, pieces, &mut out, |_| writes += 1)
        .expect("memory can be read and written");
    (text(&out), summary, writes)
}

fn csv() -> Options {
    Options { input: Input::Csv, output: Output::Fields(vec!["pay.p50".to_owned()]), ..options() }
}

#[test]
fn an_input_that_is_cut_anywhere_is_answered_alike() {
    let rows = "\u{feff}id,state\n\n\"a\n\"\"b\",MS\n\n\nb,ZZ\n,\n\nc,MA\n\nd,OH".as_bytes();
    for on_error in [OnError::Record, OnError::Fail] {
        let options = Options { on_error, ..csv() };
        let (whole, summary, _) = in_pieces(&options, &[rows]);
        assert!(whole.starts_with("41500\n"), "{whole}");
        for cut in 1..rows.len() {
            let (before, after) = rows.split_at(cut);
            let (found, of_cut, _) = in_pieces(&options, &[before, after]);
            assert_eq!((&found, &of_cut), (&whole, &summary), "{cut}");
        }
        let bytes: Vec<&[u8]> = rows.chunks(1).collect();
        let (found, of_bytes, _) = in_pieces(&options, &bytes);
        assert_eq!((found, of_bytes), (whole, summary));
    }
}

#[test]
fn a_row_is_answered_when_it_has_arrived() {
    for (pieces, answers_at_once) in [
        (&[&b"state\nMS\nMA"[..], b"\n"][..], "41500\n"),
        (&[b"state\nMS\n\n\nMA", b"\n"], "41500\n"),
        (&[b"state\nMS\n\"M", b"A\"\n"], "41500\n"),
        (&[b"state\nMS\nOH\n\"a\nb", b"\"\n"], "41500\n50990\n"),
    ] {
        let mut first = None;
        let mut out = Vec::new();
        let written = Mutex::new(0);
        let input = Pieces(pieces.iter().map(|piece| piece.to_vec()).collect());
        run(&TABLES, &csv(), input, &mut out, |summary| {
            *written.lock().unwrap() += 1;
            first.get_or_insert(summary.answered + summary.refused);
        })
        .unwrap();
        let expected = answers_at_once.lines().count() as u64;
        assert_eq!(first, Some(expected), "{pieces:?}");
        assert!(text(&out).starts_with(answers_at_once), "{}", text(&out));
    }
}

#[test]
fn a_chunk_of_rows_ends_by_what_it_grew_to() {
    let header = "x".repeat(100_000);
    let (text, summary, writes) = in_pieces(
        &Options { output: Output::JsonLines, ..csv() },
        &[format!("state,{header}\n{}", "MS,a\n".repeat(2_000)).as_bytes()],
    );
    assert_eq!(summary.answered, 2_000);
    assert!(writes > 3, "{writes} writes");
    assert!(text.len() < 2_000 * 2_000, "{} bytes", text.len());
    let wide = format!("state{}\n{}\n", ",".repeat(600_000), "a,".repeat(600_000));
    let found = records(&Options { input: Input::Csv, ..options() }, wide);
    assert_eq!(found[0]["errors"][0]["code"], "too_long");
}

#[test]
fn a_record_lists_a_hundred_problems_and_counts_the_others() {
    let object = |count| {
        let entries: Vec<String> = (0..count).map(|i| format!("\"x{i}\":1")).collect();
        format!("{{{}}}", entries.join(","))
    };
    let strict = Options { others: Others::Refused, ..options() };
    let found = records(&strict, format!("{}\n{}\n", object(100), object(50_000)));
    assert_eq!(found[0]["errors"].as_array().unwrap().len(), 100);
    assert_eq!(found[0].get("more_problems"), None);
    assert_eq!(found[1]["errors"].as_array().unwrap().len(), 100);
    assert_eq!(found[1]["more_problems"], 49_900);
    let key = "y".repeat(1_000_000);
    let found = &records(&strict, format!("{{\"{key}\":1}}"))[0];
    assert_eq!(found["errors"][0]["field"].as_str().unwrap().chars().count(), 201);
    assert!(found.to_string().len() < 2_000);
}

#[test]
fn an_id_is_stated_once_and_in_whole_characters() {
    let input = "{\"id\":1,\"id\":2}\n{\"id\":{\"a\":\"\\ud800\"}}\n{\"id\":\"\\udc00\\ud800\"}\n\
                 {\"id\":\"\\ud83d\\ude00 \\\\ud800\"}\n";
    let found = records(&options(), input);
    let codes: Vec<_> =
        found.iter().map(|r| r["errors"][0]["code"].as_str().unwrap_or("-")).collect();
    assert_eq!(codes, ["duplicate_key", "malformed", "malformed", "-"]);
    assert_eq!(found[0]["id"], 1);
    assert_eq!(found[1].get("id"), None);
    assert_eq!(found[3]["id"], "\u{1F600} \\ud800");
}

#[test]
fn a_line_of_several_mebibytes_is_refused_by_itself_and_not_kept() {
    let mut input = vec![b'x'; 5 << 20];
    input.extend(b"\n{\"state\":\"MS\"}\n");
    let found = records(&options(), input);
    assert_eq!(found[0]["errors"][0]["code"], "too_long");
    assert_eq!((&found[1]["line"], &found[1]["pay"]["p50"]), (&2.into(), &41_500.into()));
    let longest = format!("{{\"id\":\"{}\"}}", "x".repeat((1 << 20) - 9));
    assert_eq!(longest.len(), 1 << 20);
    let found = records(&options(), format!("{longest}\n{longest} \n"));
    assert_eq!(found[0]["kind"], "estimate");
    assert_eq!(found[1]["errors"][0]["code"], "too_long");
}

/// Says which threads read it.
struct Watched<'s>(&'s Mutex<BTreeSet<String>>, usize);

impl Read for Watched<'static> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let name: ThreadId = std::thread::current().id();
        self.0.lock().expect("no reader panics").insert(format!("{name:?}"));
        if self.1 == 0 {
            return Ok(0);
        }
        self.1 -= 1;
        into[..3].copy_from_slice(b"{}\n");
        Ok(3)
    }
}

#[test]
fn several_workers_read_apart_from_the_thread_that_writes() {
    for (workers, is_apart) in [(1, false), (3, true)] {
        let readers: &'static Mutex<BTreeSet<String>> =
            Box::leak(Box::new(Mutex::new(BTreeSet::new())));
        let options = Options { workers: NonZeroUsize::new(workers).unwrap(), ..options() };
        let mut out = Vec::new();
        run(&TABLES, &options, Watched(readers, 20), &mut out, |_| ()).unwrap();
        assert_eq!(text(&out).lines().count(), 20);
        let here = format!("{:?}", std::thread::current().id());
        assert_eq!(!readers.lock().unwrap().contains(&here), is_apart, "{workers}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn threads_that_cannot_be_started_are_done_without() {
    // Room for the program and for a few threads, but not for 64 stacks.
    for kilobytes in [60_000, 120_000, 200_000, 400_000, 800_000] {
        let line = format!(
            "ulimit -v {kilobytes}; printf '{{}}\\n{{\"state\":\"MS\"}}\\n' | '{PROGRAM}' batch \
             --threads 64 --field pay.p50 --quiet"
        );
        let ended = Command::new("sh").args(["-c", &line]).output().unwrap();
        assert_eq!(text(&ended.stderr), "", "{kilobytes}");
        assert_eq!((ended.status.code(), &*ended.stdout), (Some(0), &b"51140\n41500\n"[..]));
    }
}
