//! A ranking in the JSON contract, schema 1.

use super::credentials;
use crate::engine::{FigureAge, RankBy, RankedLevel, Ranking};
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{
    Explained, Json, asked, head, home_value, my_pay_at, occupation, pay_and_hourly, question,
    receipt, scale,
};
use crate::report::take_home::take_home_at;

impl WriteJson for Ranking<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "ranking", self.tables);
            receipt(json, self.tables, "rank", |json| {
                asked(json, self.tables, &self.profile);
                json.str_at("by", self.by.name());
                json.str_at("sort", self.sort.name());
                json.str_at("order", self.order.name());
                json.figure_at("top", Figure::Count(self.levels.top() as u64));
            });
            question(json, self.tables, &self.profile, &self.notices, super::asked(self));
            occupation(json, self.tables, &self.profile, None);
            json.str_at("by", self.by.name());
            json.str_at("sort", self.sort.name());
            json.str_at("order", self.order.name());
            json.str_at("unit", "USD/year");
            json.count_at("dollars_of", self.dollars_of);
            json.count_at("levels_of", count(self.levels.all().len()));
            here(json, self);
            json.array_at("levels", self.levels.shown(), |json, level| {
                json.object(|json| level_values(json, self, level));
            });
            json.array_at("unanswered", &self.unanswered, |json, level| {
                json.object(|json| {
                    json.str_at("id", &level.id);
                    json.str_at("label", level.label);
                    json.str_at("reason", &level.reason);
                    json.bool_at("stated", level.is_stated);
                });
            });
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for level in self.levels.shown() {
            json.object(|json| level_values(json, self, level));
        }
    }
}

/// The level that the profile itself states, which may be too far down to be shown.
fn here(json: &mut Json<'_>, answer: &Ranking<'_>) {
    if let Some(level) = answer.levels.stated() {
        json.object_at("here", |json| level_values(json, answer, level));
    }
}

fn level_values(json: &mut Json<'_>, answer: &Ranking<'_>, level: &RankedLevel<'_>) {
    json.count_at("rank", count(level.rank));
    json.str_at("id", &level.id);
    json.str_at("label", level.label);
    json.figure_at("value", Figure::Dollars(level.value));
    pay_and_hourly(json, &level.chosen.pay, answer.profile.work());
    home_value(json, level.price_level, &level.chosen);
    take_home_at(json, level.take_home.as_ref(), Explained::No);
    scale(json, answer.tables, level.chosen.scenario, &level.chosen.wages);
    my_pay_at(json, level.my_pay.as_ref());
    if answer.by == RankBy::Credential {
        credentials::keys(json, answer.tables, level);
    }
    json.str_at("grade", level.grade.name());
    json.bool_at("thin", level.is_thin);
    json.number_at("mean_prse", level.mean_prse);
    json.bool_at("derived", level.is_derived);
    json.bool_at("stated", level.is_stated);
    json.bool_at("old", level.age == FigureAge::Old);
}

fn count(levels: usize) -> u32 {
    u32::try_from(levels).unwrap_or(u32::MAX)
}
