//! The question of a receipt, asked again.

use std::num::NonZeroU32;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::cli::failure::Failure;
use crate::data::{Message, Tables};
use crate::engine::career::sensitivity;
use crate::engine::plan::{PlanRequest, PlanSort, StepKind};
use crate::engine::{
    self, Order, ProgramRankingRequest, ProgramSort, RankBy, RankingRequest, SortFigure,
};
use crate::profile::{Draft, NamedProfile, Profile, ProfileText};
use crate::quantity::Dollars;
use crate::report::{Explanation, WriteJson};

/// A question as a receipt holds it: the facts, and whatever else figures depend on.
#[derive(Deserialize)]
struct Question<'q> {
    command: String,
    #[serde(borrow)]
    profile: Option<&'q RawValue>,
    #[serde(borrow, default)]
    profiles: Vec<Named<'q>>,
    #[serde(default)]
    timeline: bool,
    #[serde(default)]
    sensitivity: bool,
    by: Option<String>,
    sort: Option<String>,
    order: Option<String>,
    top: Option<usize>,
    budget: Option<f64>,
    target: Option<f64>,
    target_take_home: Option<f64>,
    months: Option<NonZeroU32>,
    contract: Option<f64>,
}

#[derive(Deserialize)]
struct Named<'q> {
    name: String,
    #[serde(borrow)]
    profile: &'q RawValue,
}

/// The answer to the question now.
pub(super) fn ask<'t>(
    question: &str,
    tables: &'t Tables,
    name: &str,
) -> Result<Box<dyn WriteJson + 't>, Failure> {
    let unknown = || {
        let message = Message::new("the question of its receipt is none that can be asked");
        Failure::Input { name: name.to_owned(), message }
    };
    let question: Question<'_> = serde_json::from_str(question).map_err(|_| unknown())?;
    let draft = || {
        let facts = question.profile.map_or("{}", RawValue::get);
        Draft::default().with_file(ProfileText::new(name, facts))
    };
    let pay = || draft().profile(tables).map_err(Failure::Profile);
    let career = || draft().career(tables).map_err(Failure::Profile);
    Ok(match question.command.as_str() {
        "estimate" => Box::new(engine::estimate(tables, &pay()?)),
        "explain" => Box::new(OwnedExplanation(engine::estimate(tables, &pay()?))),
        "take-home" => Box::new(engine::take_home(tables, &pay()?)?),
        "timeline" => {
            let mut answer = engine::timeline(tables, &career()?);
            if question.sensitivity {
                answer.sensitivity = sensitivity(&answer);
            }
            Box::new(answer)
        }
        "verdict" => {
            let profile = career()?;
            match profile.seeker().stage {
                Some(stage) => Box::new(engine::verdict(tables, &profile, stage)),
                None => Box::new(engine::verdicts(tables, &profile)),
            }
        }
        "plan" => {
            let request = question.plan().ok_or_else(unknown)?;
            Box::new(engine::plan::plan(tables, &career()?, request)?)
        }
        "compare" => {
            let profiles = question.named(tables, name)?;
            let [base, others @ ..] = profiles.as_slice() else { return Err(unknown()) };
            if question.timeline {
                Box::new(engine::compare_timelines(tables, &profiles))
            } else {
                Box::new(engine::compare(tables, base, others))
            }
        }
        "rank" if question.by.as_deref() == Some("program") => {
            let request = question.programs().ok_or_else(unknown)?;
            let profile = pay()?;
            match profile.home() {
                Some(state) => Box::new(engine::program_ranking(tables, &profile, state, request)?),
                None => Box::new(engine::state_ranking(tables, &profile, request)),
            }
        }
        "rank" => {
            let request = question.ranking().ok_or_else(unknown)?;
            let profile = draft().open(request.by.key()).profile(tables)?;
            Box::new(engine::ranking(tables, &profile, request)?)
        }
        _ => return Err(unknown()),
    })
}

impl Question<'_> {
    fn order(&self) -> Option<Order> {
        Order::named(self.order.as_deref()?)
    }

    fn ranking(&self) -> Option<RankingRequest> {
        Some(RankingRequest {
            by: RankBy::named(self.by.as_deref()?)?,
            sort: Some(SortFigure::named(self.sort.as_deref()?)?),
            order: self.order()?,
            top: self.top?,
        })
    }

    fn programs(&self) -> Option<ProgramRankingRequest> {
        let sort = ProgramSort::named(self.sort.as_deref()?)?;
        Some(ProgramRankingRequest { sort, order: self.order()?, top: self.top? })
    }

    fn plan(&self) -> Option<PlanRequest> {
        let dollars = |amount: Option<f64>| match amount {
            Some(amount) => Dollars::new(amount).ok().map(Some),
            None => Some(None),
        };
        Some(PlanRequest {
            by: match self.by.as_deref() {
                Some(name) => Some(StepKind::named(name)?),
                None => None,
            },
            sort: PlanSort::named(self.sort.as_deref()?)?,
            budget: dollars(self.budget)?,
            months: self.months.map(NonZeroU32::get),
            target: dollars(self.target)?,
            target_take_home: dollars(self.target_take_home)?,
            contract: dollars(self.contract)?,
            top: self.top?,
        })
    }

    /// The profiles of a comparison.
    fn named(&self, tables: &Tables, name: &str) -> Result<Vec<NamedProfile>, Failure> {
        let read = |one: &Named<'_>| -> Result<NamedProfile, Failure> {
            let draft = Draft::default().with_file(ProfileText::new(name, one.profile.get()));
            let profile: Profile =
                if self.timeline { draft.career(tables)? } else { draft.profile(tables)? };
            Ok(NamedProfile { name: one.name.clone(), profile })
        };
        self.profiles.iter().map(read).collect()
    }
}

/// An explanation with its estimate.
struct OwnedExplanation<'t>(engine::Estimate<'t>);

impl WriteJson for OwnedExplanation<'_> {
    fn write(&self, json: &mut crate::report::Json<'_>) {
        Explanation(&self.0).write(json);
    }
}
