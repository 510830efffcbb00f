//! A ranking in the JSON contract, schema 1.

use crate::engine::{RankedLevel, Ranking};
use crate::report::document::Figure;
use crate::report::json::{
    Keyed as _, Shape, Sink, head, home_value, occupation, pay_at, question, scale,
};

/// The answer to `rank`.
#[derive(Clone, Copy, Debug)]
pub struct RankingShape<'a>(pub &'a Ranking<'a>);

/// The two groups of a ranking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Age {
    Current,
    Old,
}

impl Shape for RankingShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        let answer = self.0;
        sink.record(|sink| {
            head(sink, "ranking", answer.tables);
            question(sink, answer.tables, &answer.profile, &answer.notices);
            occupation(sink, answer.tables, &answer.profile, None);
            sink.text_at("by", answer.by.name());
            sink.text_at("sort", answer.sort.name());
            sink.text_at("order", answer.order.name());
            sink.text_at("unit", "USD/year");
            sink.count_at("dollars_of", answer.dollars_of);
            sink.count_at("levels_of", count(answer.levels.all().len()));
            sink.count_at("old_of", count(answer.old.all().len()));
            here(sink, answer);
            for (key, group) in [("levels", &answer.levels), ("old", &answer.old)] {
                sink.list_at(key, group.shown(), |sink, level| {
                    sink.record(|sink| level_values(sink, answer, level));
                });
            }
            sink.list_at("unanswered", &answer.unanswered, |sink, level| {
                sink.record(|sink| {
                    sink.text_at("id", &level.id);
                    sink.text_at("label", level.label);
                    sink.text_at("reason", level.reason);
                    sink.truth_at("stated", level.is_stated);
                });
            });
        });
    }

    fn tell_records(&self, sink: &mut impl Sink) {
        for (group, age) in [(&self.0.levels, Age::Current), (&self.0.old, Age::Old)] {
            for level in group.shown() {
                sink.record(|sink| {
                    level_values(sink, self.0, level);
                    sink.truth_at("old", age == Age::Old);
                });
            }
        }
    }
}

/// The level that the profile itself states, which may be too far down to be shown.
fn here(sink: &mut impl Sink, answer: &Ranking<'_>) {
    for (group, age) in [(&answer.levels, Age::Current), (&answer.old, Age::Old)] {
        if let Some(level) = group.stated() {
            sink.record_at("here", |sink| {
                level_values(sink, answer, level);
                sink.truth_at("old", age == Age::Old);
            });
        }
    }
}

fn level_values(sink: &mut impl Sink, answer: &Ranking<'_>, level: &RankedLevel<'_>) {
    sink.count_at("rank", count(level.rank));
    sink.text_at("id", &level.id);
    sink.text_at("label", level.label);
    sink.figure_at("value", Figure::Dollars(level.value));
    pay_at(sink, "pay", &level.chosen.pay);
    home_value(sink, level.price_level, &level.chosen);
    scale(sink, answer.tables, level.chosen.scenario, &level.chosen.wages);
    sink.text_at("grade", level.grade.name());
    sink.truth_at("thin", level.is_thin);
    sink.number_at("mean_prse", level.mean_prse);
    sink.truth_at("derived", level.is_derived);
    sink.truth_at("stated", level.is_stated);
}

fn count(levels: usize) -> u32 {
    u32::try_from(levels).unwrap_or(u32::MAX)
}
