use crate::report::{Figure, Shape, Sink, Text};

use super::number::{prose, push_bare};

/// A shape as JSON, indented for people, ending in a newline.
#[must_use]
pub fn json(shape: &impl Shape) -> String {
    let mut out = String::new();
    write_json(shape, &mut out, Layout::Indented);
    out.push('\n');
    out
}

/// A shape as JSON on one line, added to `out` without a newline.
pub fn push_json_line(shape: &impl Shape, out: &mut String) {
    write_json(shape, out, Layout::OneLine);
}

/// The records of an answer as JSON Lines: each on its own line, with a newline after it.
#[must_use]
pub fn jsonl(shape: &impl Shape) -> String {
    let mut out = String::new();
    shape.tell_records(&mut JsonSink::new(&mut out, Layout::Lines));
    out
}

fn write_json(shape: &impl Shape, out: &mut String, layout: Layout) {
    shape.tell(&mut JsonSink::new(out, layout));
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Everything on one line, which is left open.
    OneLine,
    /// Each record on a line of its own.
    Lines,
    /// A line a value, indented for people.
    Indented,
}

/// What stands before the next value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The opening of its record or list.
    First,
    /// Another value.
    Next,
    /// Its key.
    AfterKey,
}

struct JsonSink<'o> {
    out: &'o mut String,
    layout: Layout,
    depth: usize,
    place: Place,
}

impl<'o> JsonSink<'o> {
    fn new(out: &'o mut String, layout: Layout) -> Self {
        Self { out, layout, depth: 0, place: Place::First }
    }

    /// Separates a key or a value of a list from what stands before it.
    fn separate(&mut self) {
        if self.place == Place::AfterKey {
            return;
        }
        if self.place == Place::Next {
            self.out.push(',');
        }
        if self.depth > 0 {
            self.break_line();
        }
    }

    fn break_line(&mut self) {
        if self.layout == Layout::Indented {
            self.out.push('\n');
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }

    fn open(&mut self, bracket: char) {
        self.separate();
        self.out.push(bracket);
        self.depth += 1;
        self.place = Place::First;
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if self.place != Place::First {
            self.break_line();
        }
        self.out.push(bracket);
        self.place = Place::Next;
        if self.layout == Layout::Lines && self.depth == 0 {
            self.out.push('\n');
            self.place = Place::First;
        }
    }

    fn value(&mut self, write: impl FnOnce(&mut String)) {
        self.separate();
        write(self.out);
        self.place = Place::Next;
    }
}

impl Sink for JsonSink<'_> {
    fn open_record(&mut self) {
        self.open('{');
    }

    fn close_record(&mut self) {
        self.close('}');
    }

    fn open_list(&mut self) {
        self.open('[');
    }

    fn close_list(&mut self) {
        self.close(']');
    }

    fn key(&mut self, key: &'static str) {
        self.separate();
        self.out.push('"');
        self.out.push_str(key);
        self.out.push_str(match self.layout {
            Layout::OneLine | Layout::Lines => "\":",
            Layout::Indented => "\": ",
        });
        self.place = Place::AfterKey;
    }

    fn figure(&mut self, figure: Figure) {
        self.value(|out| push_bare(out, figure));
    }

    fn text(&mut self, text: &str) {
        self.value(|out| push_quoted(out, text));
    }

    fn prose(&mut self, text: &Text) {
        self.text(&prose(text));
    }

    fn nothing(&mut self) {
        self.value(|out| out.push_str("null"));
    }

    fn verbatim(&mut self, json: &str) {
        self.value(|out| out.push_str(json));
    }
}

/// A text in quotes, escaped where JSON asks for it.
fn push_quoted(out: &mut String, text: &str) {
    let plain = text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\');
    if plain {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&serde_json::Value::from(text).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sample;

    impl Shape for Sample {
        fn tell(&self, sink: &mut impl Sink) {
            sink.open_record();
            sink.key("words");
            sink.text("a \"quote\"\n");
            sink.key("empty");
            sink.open_list();
            sink.close_list();
            sink.key("list");
            sink.open_list();
            sink.figure(Figure::Count(1));
            sink.nothing();
            sink.open_record();
            sink.close_record();
            sink.close_list();
            sink.key("id");
            sink.verbatim("\"x\"");
            sink.close_record();
        }
    }

    #[test]
    fn both_layouts_are_those_of_any_json_writer() {
        let line =
            "{\"words\":\"a \\\"quote\\\"\\n\",\"empty\":[],\"list\":[1,null,{}],\"id\":\"x\"}";
        let mut out = String::new();
        push_json_line(&Sample, &mut out);
        assert_eq!(out, line);
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(json(&Sample), serde_json::to_string_pretty(&value).unwrap() + "\n");
    }

    #[test]
    fn each_record_of_a_list_stands_on_its_own_line() {
        struct Two;

        impl Shape for Two {
            fn tell(&self, sink: &mut impl Sink) {
                sink.open_list();
                self.tell_records(sink);
                sink.close_list();
            }

            fn tell_records(&self, sink: &mut impl Sink) {
                Sample.tell(sink);
                Sample.tell(sink);
            }
        }

        let mut line = String::new();
        push_json_line(&Sample, &mut line);
        assert_eq!(jsonl(&Sample), format!("{line}\n"));
        assert_eq!(jsonl(&Two), format!("{line}\n{line}\n"));
    }
}
