//! A ranking in the JSON contract, schema 1.

use crate::engine::{RankedLevel, Ranking};
use crate::report::document::Figure;
use crate::report::json::{Json, WriteJson, head, home_value, occupation, pay_at, question, scale};

/// The answer to `rank`.
#[derive(Clone, Copy, Debug)]
pub struct RankingShape<'a>(pub &'a Ranking<'a>);

/// The two groups of a ranking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Age {
    Current,
    Old,
}

impl WriteJson for RankingShape<'_> {
    fn write(&self, json: &mut Json<'_>) {
        let answer = self.0;
        json.object(|json| {
            head(json, "ranking", answer.tables);
            question(json, answer.tables, &answer.profile, &answer.notices);
            occupation(json, answer.tables, &answer.profile, None);
            json.str_at("by", answer.by.name());
            json.str_at("sort", answer.sort.name());
            json.str_at("order", answer.order.name());
            json.str_at("unit", "USD/year");
            json.count_at("dollars_of", answer.dollars_of);
            json.count_at("levels_of", count(answer.levels.all().len()));
            json.count_at("old_of", count(answer.old.all().len()));
            here(json, answer);
            for (key, group) in [("levels", &answer.levels), ("old", &answer.old)] {
                json.array_at(key, group.shown(), |json, level| {
                    json.object(|json| level_values(json, answer, level));
                });
            }
            json.array_at("unanswered", &answer.unanswered, |json, level| {
                json.object(|json| {
                    json.str_at("id", &level.id);
                    json.str_at("label", level.label);
                    json.str_at("reason", level.reason);
                    json.bool_at("stated", level.is_stated);
                });
            });
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for (group, age) in [(&self.0.levels, Age::Current), (&self.0.old, Age::Old)] {
            for level in group.shown() {
                json.object(|json| {
                    level_values(json, self.0, level);
                    json.bool_at("old", age == Age::Old);
                });
            }
        }
    }
}

/// The level that the profile itself states, which may be too far down to be shown.
fn here(json: &mut Json<'_>, answer: &Ranking<'_>) {
    for (group, age) in [(&answer.levels, Age::Current), (&answer.old, Age::Old)] {
        if let Some(level) = group.stated() {
            json.object_at("here", |json| {
                level_values(json, answer, level);
                json.bool_at("old", age == Age::Old);
            });
        }
    }
}

fn level_values(json: &mut Json<'_>, answer: &Ranking<'_>, level: &RankedLevel<'_>) {
    json.count_at("rank", count(level.rank));
    json.str_at("id", &level.id);
    json.str_at("label", level.label);
    json.figure_at("value", Figure::Dollars(level.value));
    pay_at(json, "pay", &level.chosen.pay);
    home_value(json, level.price_level, &level.chosen);
    scale(json, answer.tables, level.chosen.scenario, &level.chosen.wages);
    json.str_at("grade", level.grade.name());
    json.bool_at("thin", level.is_thin);
    json.number_at("mean_prse", level.mean_prse);
    json.bool_at("derived", level.is_derived);
    json.bool_at("stated", level.is_stated);
}

fn count(levels: usize) -> u32 {
    u32::try_from(levels).unwrap_or(u32::MAX)
}
