use super::causes::cause;
use super::named::all;
use crate::engine::tax::{PayAfterTax, TaxPart};
use crate::engine::{Compared, Comparison, Estimate};
use crate::profile::Asked;
use crate::quantity::{Change, Dollars, Factor, Pay, Percentile};
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::estimate::work_keys;
use crate::report::json::{
    Explained, Json, asked, head, home_value, my_pay_at, occupation, pay_and_hourly, question,
    receipt, scale,
};
use crate::report::take_home::take_home_at;

impl WriteJson for Comparison<'_> {
    /// The base first, then each other profile with its difference.
    fn write(&self, json: &mut Json<'_>) {
        let base = &self.base;
        json.object(|json| {
            head(json, "comparison", base.tables);
            receipt(json, base.tables, "compare", |json| {
                json.bool_at("timeline", false);
                json.array_at("profiles", profiles(self), |json, (name, estimate, _)| {
                    json.object(|json| {
                        json.str_at("name", name);
                        asked(json, base.tables, &estimate.profile);
                    });
                });
            });
            json.str_at("unit", "USD/year");
            json.count_at("dollars_of", base.figures.dollars_of);
            json.array_at("profiles", profiles(self), |json, (name, estimate, compared)| {
                json.object(|json| {
                    answer(json, name, estimate);
                    let place = estimate.figures.chosen().scenario.place;
                    occupation(json, estimate.tables, &estimate.profile, Some(place));
                    work(json, estimate);
                    if let Some(compared) = compared {
                        difference(json, base, Some(estimate));
                        contributions(json, base, compared);
                    }
                });
            });
        });
    }

    /// One record a profile, all with the same keys but for hours and contract: what the base has no
    /// value for is null, and the contributions are a record by step.
    fn write_rows(&self, json: &mut Json<'_>) {
        for (name, estimate, compared) in profiles(self) {
            json.object(|json| {
                answer(json, name, estimate);
                work(json, estimate);
                difference(json, &self.base, compared.map(|_| estimate));
                contribution_by_step(json, compared);
            });
        }
    }
}

type ComparedProfile<'c, 't> = (&'c str, &'c Estimate<'t>, Option<&'c Compared<'t>>);

/// Every profile with its name, and what makes the difference but for the base.
fn profiles<'c, 't>(
    comparison: &'c Comparison<'t>,
) -> impl Iterator<Item = ComparedProfile<'c, 't>> {
    let compared = std::iter::once(None).chain(comparison.others.iter().map(Some));
    all(comparison).zip(compared).map(|((name, estimate), compared)| (name, estimate, compared))
}

/// What `estimate` says of the profile, in short.
fn answer(json: &mut Json<'_>, name: &str, answer: &Estimate<'_>) {
    let chosen = answer.figures.chosen();
    json.str_at("name", name);
    question(json, answer.tables, &answer.profile, &answer.figures.notices, Asked::ManyPays);
    pay_and_hourly(json, &chosen.pay, answer.profile.work());
    home_value(json, answer.figures.price_level, chosen);
    take_home_at(json, answer.figures.take_home.as_ref(), Explained::No);
    scale(json, answer.tables, chosen.scenario, &chosen.wages);
    my_pay_at(json, answer.figures.my_pay.as_ref());
    json.str_at("level", answer.figures.level.name());
    json.str_at("grade", answer.figures.grade.name());
}

/// For how many hours the pay is, and what a contractor bills for it.
fn work(json: &mut Json<'_>, answer: &Estimate<'_>) {
    work_keys(json, answer.tables, answer.profile.work(), answer.figures.contract.as_ref());
}

/// The difference from the base; of the base itself every value is null.
fn difference(json: &mut Json<'_>, base: &Estimate<'_>, other: Option<&Estimate<'_>>) {
    let missing =
        other.and_then(|o| o.figures.price_level.err().or(base.figures.price_level.err()));
    let pays = other.map(|other| [base, other].map(|one| one.figures.compared_pay()));
    let values = other.and_then(|other| {
        let from = base.figures.compared_home_value()?;
        Some([from, other.figures.compared_home_value()?])
    });
    json.object_at("difference", |json| {
        both(json, ["pay", "pay_percent"], pays.as_ref());
        match missing {
            None => both(json, ["home_value", "home_value_percent"], values.as_ref()),
            Some(reason) => {
                for (key, reason_key) in [
                    ("home_value", "home_value_missing"),
                    ("home_value_percent", "home_value_percent_missing"),
                ] {
                    json.missing_at(key, reason_key, reason);
                }
            }
        }
        if let Some(Ok(after)) = &base.figures.take_home {
            difference_after_tax(json, after, other);
        }
    });
}

/// The difference of what is left after taxes and of each kind of tax, of the amount that each answer
/// begins with.
fn difference_after_tax(json: &mut Json<'_>, base: &PayAfterTax<'_>, other: Option<&Estimate<'_>>) {
    let after = other.and_then(|other| other.figures.take_home.as_ref()?.as_deref().ok());
    let left = |after: &PayAfterTax<'_>| Dollars::new(after.headline().left.max(0.0)).ok();
    let pair = after.and_then(|after| Some((left(base)?, left(after)?)));
    json.figure_or_null_at("take_home", pair.map(|(from, to)| Figure::Difference { from, to }));
    json.object_at("taxes", |json| {
        let taken = after.map(|after| [base.taken().by_kind(), after.taken().by_kind()]);
        for (at, id) in TaxPart::KINDS.into_iter().enumerate() {
            let change = taken.map(|[from, to]| Change::new(to[at] - from[at]).unwrap_or_default());
            json.figure_or_null_at(id, change.map(Figure::Change));
        }
    });
}

/// The difference of each figure in dollars and in percent.
fn both(json: &mut Json<'_>, keys: [&'static str; 2], pair: Option<&[Pay; 2]>) {
    let [dollars, percent] = keys;
    json.object_at(dollars, |json| {
        each_figure(json, pair, |from, to| Some(Figure::Difference { from, to }));
    });
    json.object_at(percent, |json| {
        each_figure(json, pair, |from, to| {
            Change::between(from, to).percent_of(from).map(Figure::Percent)
        });
    });
}

fn each_figure(
    json: &mut Json<'_>,
    pair: Option<&[Pay; 2]>,
    figure: impl Fn(Dollars, Dollars) -> Option<Figure>,
) {
    let mut write_figure = |key: &'static str, amounts: Option<(Dollars, Dollars)>| {
        json.figure_or_null_at(key, amounts.and_then(|(from, to)| figure(from, to)));
    };
    for percentile in Percentile::ALL {
        let at = |pay: &Pay| pay.percentiles.at(percentile);
        write_figure(percentile.name(), pair.map(|[from, to]| (at(from), at(to))));
    }
    write_figure("mean", pair.map(|[from, to]| (from.mean, to.mean)));
}

fn contributions(json: &mut Json<'_>, base: &Estimate<'_>, other: &Compared<'_>) {
    json.array_at("contributions", &other.contributions, |json, part| {
        json.object(|json| {
            json.str_at("id", part.kind.name());
            json.text_at("label", &cause(base, &other.estimate, part.kind));
            json.figure_at("dollars", Figure::Change(part.dollars));
        });
    });
}

/// The contribution of each step there is; null where neither profile has the step.
fn contribution_by_step(json: &mut Json<'_>, other: Option<&Compared<'_>>) {
    let steps = ["place", "level"]
        .into_iter()
        .chain(Factor::ALL.map(Factor::name))
        .chain(["hours", "contract"]);
    json.object_at("contributions", |json| {
        for step in steps {
            let part = other
                .and_then(|other| other.contributions.iter().find(|part| part.kind.name() == step));
            json.figure_or_null_at(step, part.map(|part| Figure::Change(part.dollars)));
        }
    });
}
