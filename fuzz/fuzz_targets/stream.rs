//! A stream is answered alike however its bytes arrive: whole, byte by byte, or cut once anywhere.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mbc_calc::batch::{Input, OnError, Options, Output};
use mbc_calc::profile::Others;
use mbc_calc_fuzz::streamed;

fuzz_target!(|bytes: &[u8]| {
    let [choices, cut, bytes @ ..] = bytes else { return };
    let input = [Input::Detected, Input::JsonLines, Input::JsonList, Input::Csv];
    let on_error = [OnError::Record, OnError::Skip, OnError::Fail, OnError::Record];
    let options = Options {
        input: input[usize::from(choices & 3)],
        on_error: on_error[usize::from(choices >> 2 & 3)],
        others: if choices & 16 == 0 { Others::Kept } else { Others::Refused },
        output: match choices >> 5 & 1 {
            0 => Output::JsonLines,
            _ => Output::Fields(vec!["pay.p50".to_owned()]),
        },
        ..Options::default()
    };
    let whole = streamed(&options, bytes, 0, usize::MAX);
    assert_eq!(streamed(&options, bytes, 0, 1), whole, "byte by byte");
    let first = usize::from(*cut).min(bytes.len());
    assert_eq!(streamed(&options, bytes, first, usize::MAX), whole, "cut at {first}");
    let Some((out, summary)) = whole else { return };
    let text = String::from_utf8(out).expect("records are text");
    let lines = text.lines().count() as u64;
    let expected = match options.on_error {
        OnError::Skip => summary.answered,
        OnError::Record | OnError::Fail => summary.answered + summary.refused,
    };
    assert_eq!(lines, expected, "a line a record");
    if options.output == Output::JsonLines {
        for line in text.lines() {
            serde_json::from_str::<&serde_json::value::RawValue>(line).expect("a record is JSON");
        }
    }
});
