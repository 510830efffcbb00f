//! A table in any dialect comes back as a table: a row for each row, each as long as its header.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::batch::{ColumnNames, CsvLayout, GroupBy, Input, Options, Output, Sum};
use mbc_calc::profile::{Draft, Key, Others};
use mbc_calc_fuzz::{check_message, streamed};

fuzz_target!(|bytes: &[u8]| {
    let [choices, rest @ ..] = bytes else { return };
    // What columns are called is on the first line, where the choices say so.
    let (names, rest) = match rest.iter().position(|&byte| byte == b'\n') {
        Some(end) if choices & 1 == 1 => (&rest[..end], &rest[end + 1..]),
        _ => (&rest[..0], rest),
    };
    let mut columns = ColumnNames::default();
    if let Err(message) = columns.add(&String::from_utf8_lossy(names)) {
        if !names.is_empty() {
            check_message(&message.text);
        }
    }
    let mut options = Options {
        input: if choices & 2 == 0 { Input::Csv } else { Input::Detected },
        columns,
        others: if choices & 4 == 0 { Others::Kept } else { Others::Refused },
        base: if choices & 8 == 0 {
            Draft::default()
        } else {
            Draft::default().state(Key::Certs, "2")
        },
        output: Output::Csv(CsvLayout {
            guards_formulas: choices & 16 != 0,
            ..CsvLayout::default()
        }),
        ..Options::default()
    };
    if let Some((out, summary)) = streamed(&options, rest, 0, usize::MAX) {
        let rows = rows_of(&String::from_utf8_lossy(&out));
        let width = rows.first().map_or(0, |row| *row);
        assert!(rows.iter().all(|row| *row == width), "{rows:?}");
        assert_eq!(rows.len() as u64, 1 + summary.answered + summary.refused);
    }
    let by =
        GroupBy { facts: vec![Key::State], sums: vec![Sum::Count, Sum::Value("pay.p50".into())] };
    options.output = Output::Groups(by);
    let _ = streamed(&options, rest, 0, usize::MAX);
});

/// How many cells each row of a table in quotes has.
fn rows_of(text: &str) -> Vec<usize> {
    let (mut rows, mut cells, mut is_quoted) = (Vec::new(), 1, false);
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells += 1,
            '\n' if !is_quoted => rows.push(std::mem::replace(&mut cells, 1)),
            _ => {}
        }
    }
    assert!(!is_quoted, "a quote is left open");
    rows
}
