//! A plan in the JSON contract, schema 1.

use super::label::label;
use super::words::{hourly, needs_degree, path_words};
use crate::data::Tables;
use crate::engine::plan::{Path, Plan, PlanStep, StepKind, Target};
use crate::profile::Asked;
use crate::quantity::Dollars;
use crate::report::answer::WriteJson;
use crate::report::document::Figure;
use crate::report::json::{Json, asked, head, pay_at, question, receipt, source_ids};

/// Why no figure says how many get there.
const NO_ODDS: &str = "no figure says how many who try get there; the gain is that of who does";

impl WriteJson for Plan<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "plan", self.tables);
            receipt(json, self.tables, "plan", |json| {
                asked(json, self.tables, &self.profile);
                self.request_keys(json);
                json.figure_at("top", Figure::Count(self.request.top as u64));
            });
            figures(json, self);
        });
    }

    fn write_rows(&self, json: &mut Json<'_>) {
        for step in self.steps.iter().chain(&self.if_found) {
            json.object(|json| self.step(json, step));
        }
    }
}

/// The question and what a person could do next.
pub(in crate::report) fn figures(json: &mut Json<'_>, plan: &Plan<'_>) {
    question(json, plan.tables, &plan.profile, &plan.notices, Asked::Career);
    json.object_at("asked", |json| plan.request_keys(json));
    json.str_at("unit", "USD/year");
    json.count_at("dollars_of", plan.tables.salaries.dollars_of);
    json.count_at("careers", plan.settings.careers.get());
    json.count_at("seed", plan.settings.seed);
    json.figure_at("causal_share", Figure::Share(plan.settings.causal_share));
    amount_and_hourly(json, "now", plan.now);
    match &plan.take_home {
        None => {}
        Some(Ok(taxes)) => json.object_at("take_home", |json| {
            json.plain_str_at("tax_year", taxes.law.year.name());
            json.plain_str_at("filing", taxes.law.filing.name());
            json.figure_at("now", Figure::Dollars(taxes.now));
        }),
        Some(Err(why)) => {
            json.missing_at("take_home", "take_home_missing", &why.to_string());
        }
    }
    if let Some(rate) = plan.contract_from {
        json.figure_at("contract_from", Figure::Cents(rate));
    }
    json.count_at("steps_of", count(plan.steps.len()));
    json.count_at("if_found_of", count(plan.if_found.len()));
    json.count_at("left_out", count(plan.left_out));
    json.array_at("needs_degree", needs_degree(plan), |json, id| json.str(&id));
    for (key, steps) in [("steps", &plan.steps), ("if_found", &plan.if_found)] {
        json.array_at(key, steps, |json, step| json.object(|json| plan.step(json, step)));
    }
    if let Some(target) = &plan.target {
        json.object_at("target", |json| of_target(json, target));
        json.array_at("paths", &target.paths, |json, path| {
            json.object(|json| of_path(json, plan.tables, path));
        });
    }
}

impl Plan<'_> {
    /// What the plan was asked for.
    fn request_keys(&self, json: &mut Json<'_>) {
        json.optional_plain_str_at("by", self.request.by.map(by_name));
        json.plain_str_at("sort", self.request.sort.name());
        for (key, amount) in [
            ("budget", self.request.budget),
            ("target", self.request.target),
            ("target_take_home", self.request.target_take_home),
        ] {
            if let Some(amount) = amount {
                json.figure_at(key, Figure::Dollars(amount));
            }
        }
        if let Some(months) = self.request.months {
            json.count_at("months", months);
        }
        if let Some(rate) = self.request.contract {
            json.figure_at("contract", Figure::Cents(rate));
        }
    }

    fn step(&self, json: &mut Json<'_>, step: &PlanStep) {
        json.count_at("rank", count(step.rank));
        json.str_at("id", &step.step.id(self.tables));
        json.plain_str_at("kind", step.step.kind().name());
        json.str_at("label", &label(self.tables, step));
        match step.cost.amount {
            Some(cost) => {
                json.figure_at("cost", Figure::Dollars(cost));
                json.bool_at("price_stands_in", step.cost.is_stand_in);
            }
            None => json.missing_at("cost", "cost_missing", "no figure says what it costs"),
        }
        match step.months {
            Some(months) => json.count_at("months", months),
            None => json.missing_at("months", "months_missing", "nobody gets there in ten years"),
        }
        match step.odds {
            Some(odds) => json.figure_at("odds", Figure::Share(odds)),
            None => json.missing_at("odds", "odds_missing", NO_ODDS),
        }
        if let Some([first, either]) = step.exam {
            json.object_at("exam", |json| {
                json.figure_at("first", Figure::Share(first));
                json.figure_at("either", Figure::Share(either));
            });
        }
        amount_and_hourly(json, "my_pay", step.my_pay);
        if let Some(left) = step.take_home {
            json.figure_at("take_home", Figure::Dollars(left));
        }
        pay_at(json, "pay", &step.pay);
        if let Some(pay) = step.holders {
            json.figure_at("holders", Figure::Dollars(pay));
        }
        json.object_at("gain", |json| {
            for ((key, error), gain) in
                [("after_5", "error_5"), ("after_10", "error_10")].into_iter().zip(step.gain)
            {
                json.figure_at(key, Figure::Change(gain.mean));
                json.number_at(error, gain.error);
            }
        });
        json.bool_at("same_as_nothing", step.gain[0].is_noise());
        match step.pays_back {
            Some(months) => json.count_at("pays_back_months", months),
            None => json.missing_at(
                "pays_back_months",
                "pays_back_missing",
                "its cost is not known, or not back within ten years",
            ),
        }
        json.bool_at("thin", step.is_thin);
        json.bool_at("old", step.is_old);
        source_ids(json, self.tables, &step.sources);
    }
}

fn amount_and_hourly(json: &mut Json<'_>, key: &'static str, amount: Dollars) {
    json.object_at(key, |json| {
        json.figure_at("yearly", Figure::Dollars(amount));
        json.figure_at("hourly", Figure::Cents(hourly(amount)));
    });
}

fn of_target(json: &mut Json<'_>, target: &Target) {
    json.figure_at("amount", Figure::Dollars(target.amount));
    json.bool_at("reached", target.paths.iter().all(|path| path.pay >= target.amount));
    match target.by_time {
        Some(months) => json.count_at("by_experience", months),
        None => json.missing_at(
            "by_experience",
            "by_experience_missing",
            "experience alone does not bring it within ten years",
        ),
    }
}

fn of_path(json: &mut Json<'_>, tables: &Tables, path: &Path) {
    json.plain_str_at("id", path.goal.name());
    json.str_at("label", &path_words(tables, path));
    json.array_at("steps", &path.steps, |json, step| json.str(&step.id(tables)));
    json.figure_at("cost", Figure::Dollars(path.cost));
    json.count_at("months", path.months);
    match path.odds {
        Some(odds) => json.figure_at("odds", Figure::Share(odds)),
        None => json.missing_at("odds", "odds_missing", NO_ODDS),
    }
    amount_and_hourly(json, "my_pay", path.pay);
    json.figure_at("reached", Figure::Share(path.reached));
    json.figure_or_null_at("half_by", path.half_by.map(Figure::Months));
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

const fn by_name(kind: StepKind) -> &'static str {
    kind.name()
}
