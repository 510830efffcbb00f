//! What may arrive, well or badly written.

use std::num::NonZeroUsize;

use mbc_calc::batch::{CsvLayout, Input, OnError, Options, Output};
use mbc_calc::profile::Others;
use mbc_calc::report::Explained;

use super::{answered, options, records};

#[test]
fn line_ends_marks_and_blank_lines_change_no_number() {
    let input =
        "\u{feff}{\"id\":1,\"state\":\"MS\"}\r\n\r\n  \n{\"id\":{\"a\":[1]}}\n{\"id\":null}";
    let found = records(&options(), input);
    let lines: Vec<_> = found.iter().map(|record| (&record["line"], &record["id"])).collect();
    assert_eq!(
        format!("{lines:?}"),
        "[(Number(1), Number(1)), (Number(4), Object {\"a\": Array [Number(1)]}), (Number(5), Null)]"
    );
    assert_eq!(answered(&options(), input).1.blank, 2);
    assert!(found[2].as_object().unwrap().contains_key("id"));
}

#[test]
fn what_is_no_profile_is_reported_and_the_stream_goes_on() {
    let mut input = b"{\"state\":\"ZZ\",\"certs\":99,\"x\":1}\n{\"id\":\"\xff\"}\n".to_vec();
    input.extend(vec![b'x'; 2 << 20]);
    input.extend(b"\n[1]\n{\"state\":\"MS\"}\n{\"state\":true}\n{\"certs\":1,\"certs\":1}");
    input.extend(b"\n{\"level\":\"x\"}\n{\"geo_pay\":\"residence\"}\n{\"state\":\"VI\"}\n{");
    let strict = Options { others: Others::Refused, ..options() };
    let found = records(&strict, input);
    let codes: Vec<_> =
        found.iter().map(|r| r["errors"][0]["code"].as_str().unwrap_or("-")).collect();
    let expected = "unknown_place not_text too_long malformed - wrong_type duplicate_key unknown_name missing_fact no_wages malformed";
    assert_eq!(codes.join(" "), expected);
    assert_eq!(found[4]["line"], 5);
    assert_eq!(found[0]["errors"][1]["code"], "out_of_range");
    assert_eq!(found[0]["errors"][2]["field"], "x");
}

#[test]
fn errors_can_be_left_out_or_end_the_stream() {
    let input = "{\"id\":1}\n{\"id\":2,\"state\":\"ZZ\"}\n{\"id\":3}\n";
    let ids = |on_error| {
        let options = Options { on_error, ..options() };
        let ids: Vec<_> = records(&options, input).iter().map(|r| r["id"].to_string()).collect();
        (ids.concat(), answered(&options, input).1.stopped.is_some())
    };
    assert_eq!(ids(OnError::Record), ("123".to_owned(), false));
    assert_eq!(ids(OnError::Skip), ("13".to_owned(), false));
    assert_eq!(ids(OnError::Fail), ("12".to_owned(), true));
}

#[test]
fn a_field_is_a_line_for_each_record_whatever_the_id() {
    let input = "{\"id\":1e999}\n{\"id\":\"a\\nb\",\"state\":\"ZZ\"}\n{}\n";
    let field = |path: &str| {
        answered(
            &Options {
                output: Output::Fields(path.split(',').map(str::to_owned).collect()),
                ..options()
            },
            input,
        )
        .0
    };
    assert_eq!(field("pay.p50"), "51140\n\tno state or territory is called `ZZ`\n51140\n");
    assert_eq!(field("id"), "1e999\na b\tno state or territory is called `ZZ`\n\n");
    assert_eq!(field("pay.p50,errors.0.code"), "51140\t\n\tunknown_place\n51140\t\n");
    assert_eq!(field("errors.0.code"), "\nunknown_place\n\n");
}

#[test]
fn csv_goes_in_and_out() {
    let csv = Options { input: Input::Csv, output: Output::Csv(CsvLayout::default()), ..options() };
    let input = "\u{feff}id,state,certs\r\n\"a, \"\"b\"\"\",MS,3\r\n,,\r\n\r\nc,ZZ,,more\r\n";
    let (text, summary) = answered(&csv, input);
    let rows: Vec<_> = text.lines().collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[0].starts_with("id,state,certs,line,place,geo_pay,level,pay.p10"), "{}", rows[0]);
    assert!(rows[1].starts_with("\"a, \"\"b\"\"\",MS,3,2,MS,residence,oews,"), "{}", rows[1]);
    assert!(rows[2].starts_with(",,,3,US,"), "{}", rows[2]);
    assert!(rows[3].starts_with("c,ZZ,,5,,") && rows[3].ends_with(",1,,,,,"), "{}", rows[3]);
    assert_eq!((summary.answered, summary.refused, summary.blank), (2, 1, 1));
    let strict = Options { others: Others::Refused, ..csv };
    let text = answered(&strict, input).0;
    assert!(text.starts_with("line,id,place,") && text.contains("\n5,c,,"), "{text}");
    let found = records(&Options { input: Input::Csv, ..options() }, input);
    assert_eq!(found[0]["id"], "a, \"b\"");
}

#[test]
fn workers_change_no_byte() {
    let line = |i: usize| match i % 7 {
        0 => "\n".to_owned(),
        1 => "{\"state\":\"ZZ\"}\n".to_owned(),
        _ => format!("{{\"id\":{i},\"certs\":{}}}\n", i % 4),
    };
    let input: String = (0..20_000).map(line).collect();
    let alone = answered(&options(), input.as_str());
    let many = Options { workers: NonZeroUsize::new(5).unwrap(), ..options() };
    assert!(alone == answered(&many, input.as_str()));
    let explained = Options { explained: Explained::Yes, ..many };
    assert_eq!(
        records(&explained, &input[..2000]).len(),
        records(&options(), &input[..2000]).len()
    );
}
