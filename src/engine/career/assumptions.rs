//! What an answer takes for granted: the rows of the tables that its own path uses.

use super::career_stage::Aims;
use super::outlook::pays_dues_either_way;
use super::walk::first_credential;
use super::walk::training;

use crate::data::{
    CareerNumber, CareerRule, CareerSpan, Cost, CostItem, Evidence, NumberUnit, Stated, Tables,
};
use crate::profile::{AiAdoption, CareerStage, CertificationPlan, Pivot, Profile, Program, Study};
use crate::quantity::{CertificationCount, Triangular};

/// A row of a table that an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumption<'t> {
    /// The name of the row.
    pub item: &'t str,
    /// What the row is, in words.
    pub label: &'t str,
    /// The table that a user would change.
    pub table: &'static str,
    /// What it states.
    pub value: AssumedValue<'t>,
    /// The lowest and the highest value that a source gives, where it gives a range.
    pub range: Option<(f64, f64)>,
    /// How it came to be.
    pub evidence: &'t Evidence,
}

/// What a row states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AssumedValue<'t> {
    /// A duration in months: the shortest, the likeliest, the longest.
    Months(Triangular),
    /// A number with its unit.
    Number(NumberUnit, f64),
    /// An amount in its unit, for something named for people.
    Cost(&'t Cost),
    /// A choice among names.
    Choice(&'t str),
    /// A rule without a number; the evidence says it.
    Rule,
}

/// What decides which rows an answer uses.
pub(super) struct Facts<'p> {
    pub(super) career_stage: CareerStage,
    pub(super) aims: Aims,
    pub(super) first_job: &'p Profile,
    pub(super) plan: CertificationPlan,
}

/// A profile with what follows from it.
struct Question<'t, 'p> {
    tables: &'t Tables,
    profile: &'p Profile,
    facts: &'p Facts<'p>,
}

/// The assumptions that drive an answer, in the order of a career; what the person states is none.
pub(super) fn assumptions<'t>(
    tables: &'t Tables,
    profile: &Profile,
    facts: &Facts<'_>,
) -> Vec<Assumption<'t>> {
    let answer = &Question { tables, profile, facts };
    let mut used = Vec::new();
    used.extend(spans(answer).into_iter().map(|span| span_row(tables, span)));
    used.extend(numbers(answer).into_iter().map(|number| number_row(tables, number)));
    used.extend(choices(answer).into_iter().map(choice_row));
    used.extend(rules(answer).into_iter().map(|rule| {
        let row = tables.career.rule(rule);
        stated(row, AssumedValue::Rule)
    }));
    used.extend(costs(answer).into_iter().map(|item| {
        let row = tables.costs.get(item);
        Assumption {
            item: &row.item,
            label: &row.label,
            table: "costs",
            value: AssumedValue::Cost(row),
            range: row.range,
            evidence: &row.evidence,
        }
    }));
    used
}

fn stated<'t, T>(row: &'t Stated<T>, value: AssumedValue<'t>) -> Assumption<'t> {
    Assumption {
        item: &row.item,
        label: &row.label,
        table: "career",
        value,
        range: row.range,
        evidence: &row.evidence,
    }
}

fn span_row(tables: &Tables, span: CareerSpan) -> Assumption<'_> {
    let row = tables.career.span(span);
    stated(row, AssumedValue::Months(row.value))
}

fn number_row(tables: &Tables, number: CareerNumber) -> Assumption<'_> {
    let row = tables.career.number(number);
    let value = AssumedValue::Number(number.unit(), row.value);
    stated(row, value)
}

fn choice_row(row: &Stated<String>) -> Assumption<'_> {
    stated(row, AssumedValue::Choice(&row.value))
}

/// Whether a role after the specialty is ahead.
fn pivots(answer: &Question<'_, '_>) -> bool {
    answer.facts.aims.pivot != Pivot::Stay && answer.profile.plan().ai != Some(AiAdoption::Avoid)
}

/// The stages that decide by their length when a milestone is reached.
fn spans(answer: &Question<'_, '_>) -> Vec<CareerSpan> {
    let way = [
        (CareerStage::Newcomer, training(answer.profile)),
        (CareerStage::Newcomer, CareerSpan::ExamPreparation),
        (CareerStage::Newcomer, CareerSpan::RetakePreparation),
        (CareerStage::Certified, CareerSpan::FirstJobSearch),
        (CareerStage::Certified, CareerSpan::AdjacentMonths),
        (CareerStage::Coder, CareerSpan::InOffice),
        (CareerStage::Coder, CareerSpan::ToSpecialist),
        (CareerStage::Specialist, CareerSpan::ToPivot),
    ];
    let retakes_later = adds_on_path(answer);
    let lies_ahead = |&(last, span): &(CareerStage, CareerSpan)| {
        let is_ahead = order(answer.facts.career_stage) <= order(last);
        match span {
            CareerSpan::ToSpecialist => is_ahead && !answer.facts.aims.keeps_job,
            CareerSpan::ToPivot => is_ahead && pivots(answer),
            CareerSpan::RetakePreparation => is_ahead || retakes_later,
            _ => is_ahead,
        }
    };
    way.iter().filter(|step| lies_ahead(step)).map(|&(_, span)| span).collect()
}

/// How far a career stage is from the start.
const fn order(career_stage: CareerStage) -> u8 {
    match career_stage {
        CareerStage::Newcomer => 0,
        CareerStage::Certified => 1,
        CareerStage::Apprentice | CareerStage::Coder => 2,
        CareerStage::Specialist => 3,
    }
}

fn numbers(answer: &Question<'_, '_>) -> Vec<CareerNumber> {
    let plan = answer.profile.plan();
    let newcomer = answer.facts.career_stage == CareerStage::Newcomer;
    let contracts =
        answer.profile.work().is_contract() || answer.facts.aims.pivot == Pivot::Contracting;
    let bills = contracts && answer.profile.work().hourly_rate.is_some();
    let searches = !answer.profile.works_in_the_field();
    let specialist = answer.facts.career_stage == CareerStage::Specialist;
    let avoids = plan.ai == Some(AiAdoption::Avoid);
    let named = first_credential(answer.tables, answer.profile).is_some();
    let used = [
        (CareerNumber::Completion, newcomer),
        (CareerNumber::FirstTimePass, newcomer && !named),
        (CareerNumber::EventualPass, newcomer && !named),
        (CareerNumber::Placement, searches),
        (CareerNumber::Adjacent, searches),
        (CareerNumber::AdjacentToCoding, searches),
        (CareerNumber::RemoteShare, plan.remote.is_none()),
        (CareerNumber::SpecialtyShare, !specialist && !answer.facts.aims.keeps_job),
        (CareerNumber::RoleShare, pivots(answer)),
        (CareerNumber::FurtherPass, adds_any(answer)),
        (CareerNumber::Leaving, true),
        (CareerNumber::Displaced, avoids),
        (CareerNumber::RealGrowth, true),
        (CareerNumber::FullTimeStudy, newcomer && plan.study == Some(Study::FullTime)),
        (CareerNumber::CausalShare, plan.causal_share.is_none()),
        (CareerNumber::AiEarly, plan.ai == Some(AiAdoption::Early)),
        (CareerNumber::DiscountRate, true),
        (CareerNumber::CounterfactualGrowth, searches && answer.profile.work().pay.is_some()),
        (CareerNumber::ContractBillableShare, bills),
        (CareerNumber::ContractOverhead, bills),
        (CareerNumber::PayrollTax, bills),
    ];
    used.iter().filter(|(_, used)| *used).map(|&(number, _)| number).collect()
}

/// The choices that the table makes because the person makes none.
fn choices<'t>(answer: &Question<'t, '_>) -> Vec<&'t Stated<String>> {
    let career = &answer.tables.career;
    let works_there = answer.facts.career_stage == CareerStage::Specialist;
    let is_first = answer.profile.specialty().is_none();
    career
        .choices()
        .iter()
        .filter(|choice| match choice.item.as_str() {
            "first-specialty" => !works_there,
            "specialty" => !works_there && is_first && !answer.facts.aims.keeps_job,
            _ => {
                pivots(answer)
                    && answer.profile.plan().pivot.is_none()
                    && answer.facts.aims.pivot.name() == choice.value
            }
        })
        .collect()
}

fn rules(answer: &Question<'_, '_>) -> Vec<CareerRule> {
    let plan = answer.profile.plan();
    let searches = !answer.profile.works_in_the_field();
    let used = [
        (CareerRule::AiAvoid, plan.ai == Some(AiAdoption::Avoid)),
        (CareerRule::OneRetake, answer.facts.career_stage == CareerStage::Newcomer),
        (CareerRule::AdjacentJob, searches),
        (CareerRule::Without, !searches || answer.profile.work().pay.is_none()),
        (CareerRule::CertificationPlan, plan.certifications.is_none() && adds_any(answer)),
        (CareerRule::PartTime, answer.profile.work().other_hours().is_some()),
    ];
    used.iter().filter(|(_, used)| *used).map(|&(rule, _)| rule).collect()
}

/// Whether certifications are added after the first coding job.
fn adds_any(answer: &Question<'_, '_>) -> bool {
    match answer.facts.plan {
        CertificationPlan::Path => adds_on_path(answer),
        CertificationPlan::Every { up_to, .. } => {
            let held = answer.facts.first_job.certifications().map_or(0, CertificationCount::get);
            up_to.get() > held
        }
    }
}

/// Whether one is added with the specialty or the role after it.
fn adds_on_path(answer: &Question<'_, '_>) -> bool {
    let specialist = answer.facts.career_stage == CareerStage::Specialist;
    answer.facts.plan == CertificationPlan::Path && (!specialist || pivots(answer))
}

/// Whether dues are paid that would not be paid otherwise.
fn pays_dues(answer: &Question<'_, '_>) -> bool {
    let new = !pays_dues_either_way(answer.tables, answer.profile);
    new && (!answer.profile.works_in_the_field() || adds_any(answer))
}

fn costs(answer: &Question<'_, '_>) -> Vec<CostItem> {
    let plan = answer.profile.plan();
    let newcomer = answer.facts.career_stage == CareerStage::Newcomer;
    let tuition = match plan.program {
        Some(Program::Accelerated) => CostItem::AcceleratedTuition,
        _ => CostItem::Tuition,
    };
    let used = [
        (tuition, newcomer && plan.tuition.is_none()),
        (CostItem::Books, newcomer),
        (CostItem::Exam, newcomer || adds_any(answer)),
        (CostItem::Membership, pays_dues(answer)),
    ];
    used.iter().filter(|(_, used)| *used).map(|&(item, _)| item).collect()
}
