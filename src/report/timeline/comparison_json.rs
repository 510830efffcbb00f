//! Careers side by side in the JSON contract, schema 1.

use super::comparison::{later, more};
use super::json::{changes, figures};
use crate::engine::career::{CareerYear, Milestone, Outcome};
use crate::engine::{COMPARED_YEARS, ComparedTimeline, Timeline, TimelineComparison};
use crate::quantity::{Change, Dollars};
use crate::report::document::Figure;
use crate::report::json::{Keyed as _, Shape, Sink, head, question, scale};

/// The answer to `compare --timeline`: the base first, then each other career with its difference.
#[derive(Clone, Copy, Debug)]
pub struct TimelineComparisonShape<'a>(pub &'a TimelineComparison<'a>);

impl Shape for TimelineComparisonShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        let comparison = self.0;
        let base = comparison.base();
        sink.record(|sink| {
            head(sink, "timeline_comparison", base.timeline.tables);
            sink.truth_at("shared_luck", comparison.share_seed());
            sink.list_at("profiles", comparison.careers.iter().enumerate(), |sink, (i, career)| {
                sink.record(|sink| {
                    sink.text_at("name", &career.name);
                    figures(sink, &career.timeline);
                    if i > 0 {
                        difference(sink, &base.timeline, Some(&career.timeline), Missing::Absent);
                    }
                });
            });
        });
    }

    /// One record a career, all with the same keys: what a career has no value for is null.
    fn tell_records(&self, sink: &mut impl Sink) {
        let comparison = self.0;
        let base = &comparison.base().timeline;
        for (i, career) in comparison.careers.iter().enumerate() {
            sink.record(|sink| {
                in_short(sink, career);
                let other = (i > 0).then_some(&career.timeline);
                difference(sink, base, other, Missing::Null);
            });
        }
    }
}

/// The medians of a career.
fn in_short(sink: &mut impl Sink, career: &ComparedTimeline<'_>) {
    let answer = &career.timeline;
    sink.text_at("name", &career.name);
    question(sink, answer.tables, &answer.profile, &answer.notices);
    scale(sink, answer.tables, answer.scenario, &answer.wages);
    sink.word_at("standing", answer.career_stage.name());
    sink.record_at("months", |sink| {
        for milestone in Milestone::ALL {
            optional(sink, milestone.name(), answer.median_month(milestone).map(Figure::Months));
        }
    });
    sink.figure_at("never", Figure::Share(answer.break_even.never));
    for (key, pay) in PAYS {
        sink.record_at(key, |sink| {
            for (name, year) in YEARS.into_iter().zip(COMPARED_YEARS) {
                optional(sink, name, answer.year(year).and_then(pay).map(Figure::Dollars));
            }
        });
    }
    sink.record_at("gain", |sink| {
        for (key, gain) in GAINS.into_iter().zip([answer.gain_5, answer.gain_10]) {
            match gain {
                Some(gain) => sink.record_at(key, |sink| changes(sink, gain)),
                None => optional(sink, key, None),
            }
        }
    });
}

fn optional(sink: &mut impl Sink, key: &'static str, figure: Option<Figure>) {
    sink.key(key);
    match figure {
        Some(figure) => sink.figure(figure),
        None => sink.nothing(),
    }
}

const YEARS: [&str; 2] = ["year_5", "year_10"];
const GAINS: [&str; 2] = ["years_5", "years_10"];

/// The median pay of a year: of those in the field, and of all.
type MedianPay = fn(&CareerYear) -> Option<Dollars>;

const PAYS: [(&str, MedianPay); 2] =
    [("in_field", |year| Some(year.in_field?.p50)), ("pay", |year| Some(year.pay.p50))];

/// What becomes of a difference that does not exist.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Absent,
    Null,
}

/// How the medians differ from those of the base; of the base itself there is nothing.
fn difference(
    sink: &mut impl Sink,
    base: &Timeline<'_>,
    other: Option<&Timeline<'_>>,
    missing: Missing,
) {
    let told = |sink: &mut _, key: &'static str, figure: Option<Figure>| {
        if figure.is_some() || missing == Missing::Null {
            optional(sink, key, figure);
        }
    };
    sink.record_at("difference", |sink| {
        sink.record_at("months", |sink| {
            for milestone in Milestone::ALL {
                let to = other.and_then(|other| other.median_month(milestone));
                let figure = later(base.median_month(milestone), to).map(Figure::MonthsLater);
                told(sink, milestone.name(), figure);
            }
        });
        for (key, pay) in PAYS {
            sink.record_at(key, |sink| {
                for (name, year) in YEARS.into_iter().zip(COMPARED_YEARS) {
                    let of = |answer: &Timeline<'_>| answer.year(year).and_then(pay);
                    let both = of(base).zip(other.and_then(of));
                    let figure = both.map(|(from, to)| Figure::Difference { from, to });
                    told(sink, name, figure);
                }
            });
        }
        sink.record_at("gain", |sink| {
            let half = |gain: Option<Outcome<Change>>| gain.map(|gain| gain.p50);
            let ends = [
                (base.gain_5, other.and_then(|other| other.gain_5)),
                (base.gain_10, other.and_then(|other| other.gain_10)),
            ];
            for (key, (from, to)) in GAINS.into_iter().zip(ends) {
                told(sink, key, more(half(from), half(to)).map(Figure::Change));
            }
        });
    });
}
