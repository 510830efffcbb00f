//! Careers side by side in the JSON contract, schema 1.

use super::comparison::{later, more};
use super::json::{changes, figures};
use crate::engine::career::{CareerYear, Milestone, Outcome};
use crate::engine::{COMPARED_YEARS, ComparedTimeline, Timeline, TimelineComparison};
use crate::profile::Asked;
use crate::quantity::{Change, Dollars};
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{Json, asked, head, question, receipt, scale};

impl WriteJson for TimelineComparison<'_> {
    /// The base first, then each other career with its difference.
    fn write(&self, json: &mut Json<'_>) {
        let base = &self.base().timeline;
        json.object(|json| {
            head(json, "timeline_comparison", base.tables);
            receipt(json, base.tables, "compare", |json| {
                json.bool_at("timeline", true);
                json.array_at("profiles", &self.careers, |json, career| {
                    json.object(|json| {
                        json.str_at("name", &career.name);
                        asked(json, base.tables, &career.timeline.profile);
                    });
                });
            });
            json.bool_at("shared_luck", self.share_seed());
            json.array_at("profiles", self.careers.iter().enumerate(), |json, (i, career)| {
                json.object(|json| {
                    json.str_at("name", &career.name);
                    figures(json, &career.timeline);
                    if i > 0 {
                        difference(json, base, Some(&career.timeline), Missing::Absent);
                    }
                });
            });
        });
    }

    /// One record a career, all with the same keys: what a career has no value for is null.
    fn write_rows(&self, json: &mut Json<'_>) {
        let base = &self.base().timeline;
        for (i, career) in self.careers.iter().enumerate() {
            json.object(|json| {
                in_short(json, career);
                let other = (i > 0).then_some(&career.timeline);
                difference(json, base, other, Missing::Null);
            });
        }
    }
}

/// The medians of a career.
fn in_short(json: &mut Json<'_>, career: &ComparedTimeline<'_>) {
    let answer = &career.timeline;
    json.str_at("name", &career.name);
    question(json, answer.tables, &answer.profile, &answer.notices, Asked::Career);
    scale(json, answer.tables, answer.scenario, &answer.wages);
    json.plain_str_at("standing", answer.career_stage.name());
    json.object_at("months", |json| {
        for milestone in Milestone::ALL {
            json.figure_or_null_at(
                milestone.name(),
                answer.median_month(milestone).map(Figure::Months),
            );
        }
    });
    json.figure_at("never", Figure::Share(answer.break_even.never));
    for (key, pay) in PAYS {
        json.object_at(key, |json| {
            for (name, year) in YEARS.into_iter().zip(COMPARED_YEARS) {
                json.figure_or_null_at(name, answer.year(year).and_then(pay).map(Figure::Dollars));
            }
        });
    }
    json.object_at("gain", |json| {
        for (key, gain) in GAINS.into_iter().zip([answer.gain_5, answer.gain_10]) {
            match gain {
                Some(gain) => json.object_at(key, |json| changes(json, gain)),
                None => json.figure_or_null_at(key, None),
            }
        }
    });
}

const YEARS: [&str; 2] = ["year_5", "year_10"];
const GAINS: [&str; 2] = ["years_5", "years_10"];

/// The median pay of a year: of those in the field, and of all.
type MedianPay = fn(&CareerYear) -> Option<Dollars>;

const PAYS: [(&str, MedianPay); 2] =
    [("in_field", |year| Some(year.in_field_pay?.p50)), ("pay", |year| Some(year.pay.p50))];

/// What becomes of a difference that does not exist.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Absent,
    Null,
}

/// How the medians, and the mean gains, differ from those of the base; of the base itself there is nothing.
fn difference(
    json: &mut Json<'_>,
    base: &Timeline<'_>,
    other: Option<&Timeline<'_>>,
    missing: Missing,
) {
    let write_figure = |json: &mut Json<'_>, key: &'static str, figure: Option<Figure>| {
        if figure.is_some() || missing == Missing::Null {
            json.figure_or_null_at(key, figure);
        }
    };
    json.object_at("difference", |json| {
        json.object_at("months", |json| {
            for milestone in Milestone::ALL {
                let to = other.and_then(|other| other.median_month(milestone));
                let figure = later(base.median_month(milestone), to).map(Figure::MonthsLater);
                write_figure(json, milestone.name(), figure);
            }
        });
        for (key, pay) in PAYS {
            json.object_at(key, |json| {
                for (name, year) in YEARS.into_iter().zip(COMPARED_YEARS) {
                    let of = |answer: &Timeline<'_>| answer.year(year).and_then(pay);
                    let both = of(base).zip(other.and_then(of));
                    let figure = both.map(|(from, to)| Figure::Difference { from, to });
                    write_figure(json, name, figure);
                }
            });
        }
        json.object_at("gain", |json| {
            let mean = |gain: Option<Outcome<Change>>| gain.map(|gain| gain.mean);
            let ends = [
                (base.gain_5, other.and_then(|other| other.gain_5)),
                (base.gain_10, other.and_then(|other| other.gain_10)),
            ];
            for (key, (from, to)) in GAINS.into_iter().zip(ends) {
                write_figure(json, key, more(mean(from), mean(to)).map(Figure::Change));
            }
        });
    });
}
