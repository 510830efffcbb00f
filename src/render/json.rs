use crate::report::{Json, Pieces, Value, WriteJson};

/// An answer as JSON, indented for people, ending in a newline.
///
/// # Panics
/// Never: what is written is made of texts.
#[must_use]
pub fn json(report: &dyn WriteJson) -> String {
    let line = line(report);
    let mut out = String::new();
    push_indented(&mut out, &Value::read(&line), 0);
    out.push('\n');
    out
}

/// An answer as JSON on one line, ending in a newline.
pub(super) fn line(report: &dyn WriteJson) -> String {
    let mut out = Vec::new();
    push_json_line(report, &mut out);
    String::from_utf8(out).expect("JSON made of texts is text")
}

/// Adds a value, with its entries or items indented by one step more than `depth`.
fn push_indented(out: &mut String, value: &Value<'_>, depth: usize) {
    match value {
        Value::Plain(plain) => out.push_str(plain),
        Value::List(items) => push_lines(out, ['[', ']'], depth, items, |out, item| {
            push_indented(out, item, depth + 1);
        }),
        Value::Object(entries) => push_lines(out, ['{', '}'], depth, entries, |out, entry| {
            let (key, value) = entry;
            out.push_str(key);
            out.push_str(": ");
            push_indented(out, value, depth + 1);
        }),
    }
}

/// Adds what is in brackets, each on a line of its own.
fn push_lines<T>(
    out: &mut String,
    [opening, closing]: [char; 2],
    depth: usize,
    inner: &[T],
    push: impl Fn(&mut String, &T),
) {
    let break_line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    out.push(opening);
    for (i, value) in inner.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        break_line(out, depth + 1);
        push(out, value);
    }
    if !inner.is_empty() {
        break_line(out, depth);
    }
    out.push(closing);
}

/// An answer as JSON on one line, added to `out` with a newline.
pub fn push_json_line(report: &dyn WriteJson, out: &mut Vec<u8>) {
    report.write(&mut Json::new(out));
}

/// As [`push_json_line`], with pieces that answers from the same tables have in common: the bytes are
/// the same.
pub fn push_json_line_of_many(report: &dyn WriteJson, out: &mut Vec<u8>, pieces: &mut Pieces) {
    report.write(&mut Json::with_pieces(out, pieces));
}

/// The records of an answer as JSON Lines: each on its own line, with a newline after it.
///
/// # Panics
/// Never: what is written is made of texts.
#[must_use]
pub fn jsonl(report: &dyn WriteJson) -> String {
    let mut out = Vec::new();
    report.write_rows(&mut Json::new(&mut out));
    String::from_utf8(out).expect("JSON made of texts is text")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Figure;

    struct Sample;

    impl WriteJson for Sample {
        fn write(&self, json: &mut Json<'_>) {
            json.object(|json| {
                json.str_at("words", "a \"quote\"\n");
                json.values_at("empty", |_| {});
                json.values_at("list", |json| {
                    json.figure(Figure::Count(1));
                    json.null();
                    json.object(|_| {});
                });
                json.key("id");
                json.raw("\"x\"");
            });
        }
    }

    #[test]
    fn both_layouts_are_those_of_any_json_writer() {
        let written = r#"{"words":"a \"quote\"\n","empty":[],"list":[1,null,{}],"id":"x"}"#;
        assert_eq!(line(&Sample), format!("{written}\n"));
        let value: serde_json::Value = serde_json::from_str(written).unwrap();
        assert_eq!(json(&Sample), serde_json::to_string_pretty(&value).unwrap() + "\n");
    }

    #[test]
    fn each_record_of_a_list_has_its_own_line() {
        struct Two;

        impl WriteJson for Two {
            fn write(&self, json: &mut Json<'_>) {
                json.begin_array();
                self.write_rows(json);
                json.end_array();
            }

            fn write_rows(&self, json: &mut Json<'_>) {
                Sample.write(json);
                Sample.write(json);
            }
        }

        let line = line(&Sample);
        assert_eq!(jsonl(&Sample), line);
        assert_eq!(jsonl(&Two), format!("{line}{line}"));
    }
}
