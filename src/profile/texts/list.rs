//! Reads many profiles of one text: JSON Lines, a JSON array, CSV with a header, or TOML with
//! `[[profile]]`. Opens no file.

use serde_json::value::RawValue;
use toml::de::DeValue;

use super::csv_rows::csv_records;
use super::file::{NULL, json_entries, json_problem, malformed, start_in, toml_entries};
use super::profile_text::ProfileText;
use super::row::{NamedDraft, ProfileList};
use crate::data::{Problem, Quoted, parse_toml};

/// The ways to write many profiles in one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    JsonLines,
    JsonArray,
    Toml,
    Csv,
}

impl Layout {
    /// By the ending of the name, else by how the text begins.
    fn detect(file: &ProfileText) -> Self {
        let name = file.name.to_ascii_lowercase();
        let first = file.text.lines().map(str::trim);
        let first = first.into_iter().find(|line| !line.is_empty() && !line.starts_with('#'));
        let first = first.unwrap_or_default();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending {
            "jsonl" | "ndjson" => Self::JsonLines,
            "toml" => Self::Toml,
            "csv" => Self::Csv,
            _ if first.starts_with('{') => Self::JsonLines,
            "json" => Self::JsonArray,
            _ => match first.strip_prefix('[') {
                Some(rest) if rest.starts_with(|c: char| c == '[' || c.is_alphabetic()) => {
                    Self::Toml
                }
                Some(_) => Self::JsonArray,
                None if first.is_empty() || first.contains('=') => Self::Toml,
                None => Self::Csv,
            },
        }
    }
}

impl<'t> ProfileList<'t> {
    /// Reads every profile of a text. One that is wrong keeps its place, with its problems.
    pub(in crate::profile) fn read(file: &'t ProfileText) -> Self {
        let text = &file.text;
        let mut many = match Layout::detect(file) {
            Layout::JsonLines => json_lines(text),
            Layout::JsonArray => json_array(text),
            Layout::Toml => toml_profiles(text),
            Layout::Csv => csv_records(text),
        };
        if many.records.is_empty() && many.problems.listed.is_empty() {
            let hint =
                "write JSON Lines, a JSON array, CSV with a header, or TOML with `[[profile]]`";
            let problem = Problem::new(0..0, "there is no profile here");
            many.problems.add(|| malformed(problem.with_hint(hint.to_owned())));
        }
        many
    }
}

/// One object a line; objects that span lines are taken one after the other.
fn json_lines(text: &str) -> ProfileList<'_> {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
    let spans_lines = lines.clone().next().is_some_and(|line| line.trim_start() == "{");
    let mut many = ProfileList::default();
    if !spans_lines {
        many.records.extend(lines.map(|line| json_record(text, line)));
        return many;
    }
    for object in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
        match object {
            Ok(object) => many.records.push(json_record(text, object.get())),
            Err(error) => many.problems.add(|| malformed(json_problem(text, &error))),
        }
    }
    many
}

fn json_array(text: &str) -> ProfileList<'_> {
    let mut many = ProfileList::default();
    match serde_json::from_str::<Vec<&RawValue>>(text) {
        Ok(items) => many.records.extend(items.iter().map(|item| json_record(text, item.get()))),
        Err(error) => many.problems.add(|| malformed(json_problem(text, &error))),
    }
    many
}

fn json_record<'t>(text: &str, object: &'t str) -> NamedDraft<'t> {
    let start = start_in(text, object);
    let mut record = NamedDraft::new(start..start + object.len());
    let read = json_entries(text, object, |entry, raw| {
        if raw != NULL {
            record.add(entry);
        }
    });
    if let Err(problem) = read {
        record.refuse(problem);
    }
    record
}

fn toml_profiles(text: &str) -> ProfileList<'_> {
    const HINT: &str = "begin each profile with a line `[[profile]]`";
    let mut many = ProfileList::default();
    let root = match parse_toml(text) {
        Ok(root) => root,
        Err(problems) => {
            many.problems.extend(problems.into_iter().map(malformed));
            return many;
        }
    };
    for (key, value) in &root {
        let list = match value.get_ref() {
            DeValue::Array(list) if key.get_ref() == "profile" => list,
            _ => {
                let message = match key.get_ref().as_ref() {
                    "profile" => "`profile` must be a list".to_owned(),
                    other => format!("{} stands outside the profiles", Quoted(other)),
                };
                let problem = Problem::new(key.span(), message);
                many.problems.add(|| malformed(problem.with_hint(HINT.to_owned())));
                continue;
            }
        };
        for item in list {
            let mut record = NamedDraft::new(item.span());
            match item.get_ref() {
                DeValue::Table(table) => toml_entries(table).for_each(|entry| record.add(entry)),
                _ => record.refuse(malformed(
                    Problem::new(item.span(), "a profile must be a table of facts")
                        .with_hint(HINT.to_owned()),
                )),
            }
            many.records.push(record);
        }
    }
    many
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<Option<String>> {
        let file = ProfileText::new("standard input", text);
        let many = ProfileList::read(&file);
        assert_eq!(many.problems.listed, []);
        many.records.iter().map(|record| record.name().map(str::to_owned)).collect()
    }

    #[test]
    fn each_layout_is_known_by_how_it_begins() {
        let expected = [Some("a".to_owned()), None, Some("7".to_owned())];
        for text in [
            "{\"name\":\"a\",\"certs\":3}\n\n{\"state\":\"MA\"}\r\n{\"id\":7}\n",
            "{\n\"name\":\"a\"\n}\n{\n}\n{\"id\":7}",
            "[{\"name\":\"a\"},{},\n{\"id\":7,\"name\":null}]",
            "# people\n\n[[profile]]\nname = \"a\"\n[[profile]]\n[[profile]]\nid = 7\n",
            "profile = [{name = 'a'}, {}, {id = 7}]",
            "id,name,certs\n1,a,3\n,,\n7,\" \",\n",
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_without_profiles_is_reported() {
        for text in ["", "[]", "# nothing\n", "certs,state\n"] {
            let file = ProfileText::new("p", text);
            let many = ProfileList::read(&file);
            assert_eq!(many.problems.listed[0].message, "there is no profile here", "{text}");
        }
    }
}
