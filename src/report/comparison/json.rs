use super::document::cause;
use crate::engine::{Compared, Comparison, Estimate};
use crate::quantity::{Change, Dollars, Factor, Pay, Percentile};
use crate::report::document::Figure;
use crate::report::estimate::work_keys;
use crate::report::json::{
    Keyed as _, Shape, Sink, head, home_value, occupation, pay_at, question, scale,
};

/// The answer to `compare`: the base first, then each other profile with its difference.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonShape<'a>(pub &'a Comparison<'a>);

impl Shape for ComparisonShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        let Comparison { base_name, base, others } = self.0;
        sink.record(|sink| {
            head(sink, "comparison", base.tables);
            sink.text_at("unit", "USD/year");
            sink.count_at("dollars_of", base.figures.dollars_of);
            sink.key("profiles");
            sink.open_list();
            sink.record(|sink| {
                answer(sink, base_name, base);
                whom(sink, base);
            });
            for other in others {
                sink.record(|sink| {
                    answer(sink, &other.name, &other.estimate);
                    whom(sink, &other.estimate);
                    difference(sink, base, Some(&other.estimate));
                    contributions(sink, base, other);
                });
            }
            sink.close_list();
        });
    }

    /// One record a profile, all with the same keys but for hours and contract: what the base has no
    /// value for is null, and the contributions are a record by step.
    fn tell_records(&self, sink: &mut impl Sink) {
        let Comparison { base_name, base, others } = self.0;
        sink.record(|sink| {
            answer(sink, base_name, base);
            work(sink, base);
            difference(sink, base, None);
            contribution_by_step(sink, None);
        });
        for other in others {
            sink.record(|sink| {
                answer(sink, &other.name, &other.estimate);
                work(sink, &other.estimate);
                difference(sink, base, Some(&other.estimate));
                contribution_by_step(sink, Some(other));
            });
        }
    }
}

/// What `estimate` says of the profile, in short.
fn answer(sink: &mut impl Sink, name: &str, answer: &Estimate<'_>) {
    let chosen = answer.figures.chosen();
    sink.text_at("name", name);
    question(sink, answer.tables, &answer.profile, &answer.figures.notices);
    pay_at(sink, "pay", &chosen.pay);
    home_value(sink, answer.figures.price_level, chosen);
    scale(sink, answer.tables, chosen.scenario, &chosen.wages);
    sink.text_at("level", answer.figures.level.name());
    sink.text_at("grade", answer.figures.grade.name());
}

/// Whose wages they are, of a role; for how many hours, and as a contractor.
fn whom(sink: &mut impl Sink, answer: &Estimate<'_>) {
    let place = answer.figures.chosen().scenario.place;
    occupation(sink, answer.tables, &answer.profile, Some(place));
    work(sink, answer);
}

/// For how many hours the pay is, and what a contractor bills for it.
fn work(sink: &mut impl Sink, answer: &Estimate<'_>) {
    work_keys(sink, answer.tables, answer.profile.work(), answer.figures.contract.as_ref());
}

/// The difference from the base; of the base itself every value is null.
fn difference(sink: &mut impl Sink, base: &Estimate<'_>, other: Option<&Estimate<'_>>) {
    let missing =
        other.and_then(|o| o.figures.price_level.err().or(base.figures.price_level.err()));
    let base = base.figures.chosen();
    let other = other.map(|answer| answer.figures.chosen());
    let pays = other.map(|other| (&base.pay, &other.pay));
    let values = other.and_then(|o| base.home_value.as_ref().zip(o.home_value.as_ref()));
    sink.record_at("difference", |sink| {
        both(sink, ["pay", "pay_percent"], pays);
        let Some(reason) = missing else {
            return both(sink, ["home_value", "home_value_percent"], values);
        };
        for (key, beside) in [
            ("home_value", "home_value_missing"),
            ("home_value_percent", "home_value_percent_missing"),
        ] {
            sink.key(key);
            sink.nothing();
            sink.text_at(beside, reason);
        }
    });
}

/// The difference of each figure in dollars and in percent.
fn both(sink: &mut impl Sink, keys: [&'static str; 2], pair: Option<(&Pay, &Pay)>) {
    let [dollars, percent] = keys;
    sink.record_at(dollars, |sink| {
        each_figure(sink, pair, |from, to| Some(Figure::Difference { from, to }));
    });
    sink.record_at(percent, |sink| {
        each_figure(sink, pair, |from, to| {
            Change::between(from, to).percent_of(from).map(Figure::Percent)
        });
    });
}

fn each_figure(
    sink: &mut impl Sink,
    pair: Option<(&Pay, &Pay)>,
    figure: impl Fn(Dollars, Dollars) -> Option<Figure>,
) {
    let mut tell = |key: &'static str, amounts: Option<(Dollars, Dollars)>| {
        sink.key(key);
        match amounts.and_then(|(from, to)| figure(from, to)) {
            Some(figure) => sink.figure(figure),
            None => sink.nothing(),
        }
    };
    for percentile in Percentile::ALL {
        let at = |pay: &Pay| pay.percentiles.at(percentile);
        tell(percentile.name(), pair.map(|(from, to)| (at(from), at(to))));
    }
    tell("mean", pair.map(|(from, to)| (from.mean, to.mean)));
}

fn contributions(sink: &mut impl Sink, base: &Estimate<'_>, other: &Compared<'_>) {
    sink.list_at("contributions", &other.contributions, |sink, part| {
        sink.record(|sink| {
            sink.text_at("id", part.kind.name());
            sink.key("label");
            sink.prose(&cause(base, &other.estimate, part.kind));
            sink.figure_at("dollars", Figure::Change(part.dollars));
        });
    });
}

/// The contribution of each step there is; null where neither profile has the step.
fn contribution_by_step(sink: &mut impl Sink, other: Option<&Compared<'_>>) {
    let steps =
        ["place", "level"].into_iter().chain(Factor::ALL.map(Factor::name)).chain(["hours"]);
    sink.record_at("contributions", |sink| {
        for step in steps {
            let part = other
                .and_then(|other| other.contributions.iter().find(|part| part.kind.name() == step));
            sink.key(step);
            match part {
                Some(part) => sink.figure(Figure::Change(part.dollars)),
                None => sink.nothing(),
            }
        }
    });
}
