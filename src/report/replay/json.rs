//! A replay in the JSON contract, schema 1.

use serde_json::Value;

use super::compared::Moved;
use super::{Finding, Replay};
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{Json, head};

impl WriteJson for Replay<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "replay", self.tables);
            json.str_at("of", &self.kind);
            json.str_at("edition_then", &self.edition);
            let (result, edited) = match self.finding {
                Finding::Same => ("same", None),
                Finding::Moved => ("moved", None),
                Finding::ValuesEdited => ("edited", Some("values")),
                Finding::QuestionEdited => ("edited", Some("question")),
            };
            json.plain_str_at("result", result);
            json.optional_plain_str_at("edited", edited);
            if let Some(changed) = &self.changed {
                json.array_at("tables", changed, |json, name| json.plain_str(name));
            }
            json.figure_at("values", Figure::Count(self.values as u64));
            json.values_at("moved", |json| self.write_moved(json));
        });
    }

    /// One record a value that moved.
    fn write_rows(&self, json: &mut Json<'_>) {
        self.write_moved(json);
    }
}

impl Replay<'_> {
    fn write_moved(&self, json: &mut Json<'_>) {
        for moved in &self.moved {
            json.object(|json| moved.write(json));
        }
    }
}

impl Moved {
    fn write(&self, json: &mut Json<'_>) {
        json.str_at("path", &self.path);
        for (key, missing, value) in
            [("before", "before_missing", &self.before), ("now", "now_missing", &self.now)]
        {
            match value {
                Some(Value::Null) => json.missing_at(key, missing, "the value is null"),
                Some(value) => {
                    json.key(key);
                    json.raw(&value.to_string());
                }
                None => json.missing_at(key, missing, "the answer has no such value"),
            }
        }
        if let Some(change) = self.change() {
            json.number_at("change", change);
        }
    }
}
