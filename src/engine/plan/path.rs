//! The way to a pay: the cheapest and the fastest steps after which the person earns it, found by search
//! and then followed in every career.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::legs::Taken;
use super::plan_step::share;
use super::request::PlanRequest;
use super::situation::{PaidAt, PresentJob, Situation};
use super::step_to::{StepKind, StepTo};
use super::steps::of_kind;
use super::ways_in::{WayIn, entered};
use crate::data::{LevelIndex, Locality, Tables};
use crate::engine::career::{Leg, PayThen, follow_changes};
use crate::engine::local_wages::local_wages;
use crate::profile::Profile;
use crate::quantity::{Dollars, Share, named};

named! {
    /// What a way is the best of.
    pub enum PathGoal {
        /// It costs least.
        Cheapest = "cheapest",
        /// It takes the fewest months.
        Fastest = "fastest",
        /// No way reaches the target; this one pays most.
        Closest = "closest",
    }
}

/// Steps one after another.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// What it is the best of.
    pub goal: PathGoal,
    /// The steps in order, at most four.
    pub steps: Vec<StepTo>,
    /// What they cost who gets through all of them.
    pub cost: Dollars,
    /// The months that they take where each takes its median time.
    pub months: u32,
    /// The share of those who try who get through all of them, where figures say it.
    pub odds: Option<Share>,
    /// The pay a year when the last takes effect, at the rank of the present pay.
    pub pay: Dollars,
    /// The share of simulated careers in which this pay is reached within ten years, for who stays in the
    /// field; where no figure says how many get a job, everyone does.
    pub reached: Share,
    /// The month in which half of those have it.
    pub half_by: Option<u32>,
}

/// A pay to reach, and the ways to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The pay, in dollars a year.
    pub amount: Dollars,
    /// The months until the present job pays it by experience alone, if it does within ten years.
    pub by_time: Option<u32>,
    /// The ways; none where it is paid already.
    pub paths: Vec<Path>,
}

/// The months that are looked ahead.
const MONTHS: u32 = 120;

/// The most steps of a way.
const MOST_STEPS: usize = 4;

/// The most places of an employer that are tried, those that pay most.
const MOST_PLACES: usize = 4;

/// Where a search has come to.
#[derive(Clone)]
struct Node {
    taken: Vec<Taken>,
    then: Situation,
    pay: PayThen,
    cost: f64,
    months: u32,
}

/// What a search is for.
struct Search<'j, 't> {
    job: &'j PresentJob<'t>,
    amount: f64,
    /// The steps that may bring more pay.
    steps: Vec<StepTo>,
    most_cost: f64,
    most_months: u32,
    most_steps: usize,
    office_left: u32,
    /// How one got into the field.
    way_in: Option<&'j WayIn>,
}

impl Target {
    pub(super) fn new(job: &PresentJob<'_>, amount: Dollars, request: &PlanRequest) -> Self {
        Self::search(job, amount, request, None)
    }

    /// The same for someone outside, which begins with the way into the field.
    pub(super) fn from_outside(
        tables: &Tables,
        profile: &Profile,
        amount: Dollars,
        request: &PlanRequest,
    ) -> Self {
        let (way_in, at_work) = entered(tables, profile);
        let job = PresentJob::new(tables, &at_work);
        Self::search(&job, amount, request, Some(&way_in))
    }

    fn search(
        job: &PresentJob<'_>,
        amount: Dollars,
        request: &PlanRequest,
        way_in: Option<&WayIn>,
    ) -> Self {
        let by_time = (0..MONTHS).find(|&month| job.at_present(month) >= amount);
        if by_time == Some(0) && way_in.is_none() {
            return Self { amount, by_time, paths: Vec::new() };
        }
        let search = Search::new(job, amount, request, way_in);
        let goals = [PathGoal::Cheapest, PathGoal::Fastest];
        let found: Vec<(PathGoal, Node)> =
            goals.into_iter().filter_map(|goal| Some((goal, search.best(goal).ok()?))).collect();
        let found = match search.best(PathGoal::Cheapest) {
            Err(Some(closest)) if found.is_empty() => vec![(PathGoal::Closest, closest)],
            _ => found,
        };
        let months = way_in.map_or(0, |way| way.months);
        let by_time = by_time.map(|month| month + months).filter(|&month| month < MONTHS);
        let paths = found.iter().map(|(goal, node)| search.verified(*goal, node)).collect();
        Self { amount, by_time, paths }
    }
}

impl<'j, 't> Search<'j, 't> {
    fn new(
        job: &'j PresentJob<'t>,
        amount: Dollars,
        request: &PlanRequest,
        way_in: Option<&'j WayIn>,
    ) -> Self {
        Self {
            job,
            amount: amount.get(),
            steps: promising(job, request),
            most_cost: request.budget.map_or(f64::INFINITY, Dollars::get),
            most_months: request.months.unwrap_or(MONTHS),
            most_steps: MOST_STEPS - usize::from(way_in.is_some()),
            office_left: job.office_left(),
            way_in,
        }
    }

    /// The first node in the order of a goal that reaches the amount; else the one that pays most.
    #[expect(clippy::result_large_err, reason = "both are nodes, and there are two calls")]
    fn best(&self, goal: PathGoal) -> Result<Node, Option<Node>> {
        let start = Node {
            taken: Vec::new(),
            then: self.job.unchanged(),
            pay: self.job.pay(&self.job.unchanged()),
            cost: self.way_in.map_or(0.0, |way| way.cost),
            months: self.way_in.map_or(0, |way| way.months),
        };
        let mut nodes = vec![start];
        let mut open = BinaryHeap::from([Reverse((0, 0, 0))]);
        let mut seen = BTreeSet::new();
        let mut closest: Option<Node> = None;
        while let Some(Reverse((_, _, at))) = open.pop() {
            let node = nodes[at].clone();
            if !seen.insert(key(&node.then))
                || node.cost > self.most_cost
                || node.months > self.most_months
            {
                continue;
            }
            if self.pay(&node) >= self.amount {
                return Ok(node);
            }
            let is_closer = |before: &Node| self.pay(&node) > self.pay(before);
            if !node.taken.is_empty() && closest.as_ref().is_none_or(is_closer) {
                closest = Some(node.clone());
            }
            if node.taken.len() == self.most_steps {
                continue;
            }
            for next in self.steps.iter().filter_map(|&step| self.after(&node, step)) {
                let (cost, months) = (cents(next.cost), u64::from(next.months));
                let order = match goal {
                    PathGoal::Fastest => (months, cost, nodes.len()),
                    _ => (cost, months, nodes.len()),
                };
                open.push(Reverse(order));
                nodes.push(next);
            }
        }
        Err(closest)
    }

    /// One step more, where it pays more or opens the way to another.
    fn after(&self, node: &Node, step: StepTo) -> Option<Node> {
        if node.taken.iter().any(|taken| taken.step == step) {
            return None;
        }
        let taken = self.job.take(&node.then, step)?;
        let pay = taken.legs.last()?.pay;
        let paid = |pay: &PayThen| self.job.at(pay, 0);
        if paid(&pay) <= paid(&node.pay) {
            return None;
        }
        let entered = self.way_in.map_or(0, |way| way.months);
        let begun = node.months - entered;
        let months = entered + taken.months_of(usize::MAX, begun, self.office_left);
        let cost = node.cost + taken.cost?.get();
        let then = taken.then;
        let mut all = node.taken.clone();
        all.push(taken);
        Some(Node { taken: all, then, pay, cost, months })
    }

    /// The pay at the end of a way.
    fn pay(&self, node: &Node) -> f64 {
        let entered = self.way_in.map_or(0, |way| way.months);
        self.job.at(&node.pay, (node.months - entered).min(MONTHS - 1)).get()
    }

    /// Follows a way in every career.
    fn verified(&self, goal: PathGoal, node: &Node) -> Path {
        let legs: Vec<Vec<Leg>> = node.taken.iter().map(|taken| taken.legs.clone()).collect();
        let followed = follow_changes(self.job.premises, &self.job.course, &[legs]);
        let goal_pay = if goal == PathGoal::Closest { self.pay(node) } else { self.amount };
        // Experience may have to add the last dollars.
        let paid_from = (0..MONTHS).find(|&month| self.job.at(&node.pay, month).get() >= goal_pay);
        let entered = |career: usize| match self.way_in {
            Some(way) => way.entered.get(career).copied(),
            None => Some(0),
        };
        let months = followed.iter().flat_map(|followed| followed.months.iter().enumerate());
        let mut reached: Vec<u32> = months
            .clone()
            .filter_map(|(career, &month)| {
                let month = month.max(paid_from?);
                entered(career)?.checked_add(month).filter(|&month| month < MONTHS)
            })
            .collect();
        let all = months.count().max(1);
        reached.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "at most a hundred thousand careers")]
        let part = reached.len() as f64 / all as f64;
        let chance =
            node.taken.iter().try_fold(1.0, |chance, taken| Some(chance * taken.chance()?));
        let chance = chance.map(|chance| chance * self.way_in.map_or(1.0, |way| way.odds));
        let first = self.way_in.map(|way| way.step);
        Path {
            goal,
            steps: first.into_iter().chain(node.taken.iter().map(|taken| taken.step)).collect(),
            cost: Dollars::new(node.cost).unwrap_or(Dollars::ZERO),
            months: node.months,
            odds: chance.map(share),
            pay: Dollars::new(self.pay(node)).unwrap_or(Dollars::ZERO),
            reached: share(part),
            half_by: reached.get(reached.len() / 2).copied(),
        }
    }
}

/// The steps that can bring more pay, of places only those that pay most; degrees have no price here.
fn promising(job: &PresentJob<'_>, request: &PlanRequest) -> Vec<StepTo> {
    let tables = job.premises.tables;
    let from = job.unchanged();
    let pays = |step: StepTo| -> Option<(StepTo, Dollars)> {
        let taken = job.take(&from, step)?;
        let pay = job.at(&taken.legs.last()?.pay, 0);
        (pay > job.at_present(0)).then_some((step, pay))
    };
    let mut steps: Vec<StepTo> = of_kind(job, StepKind::Credential, request);
    for kind in [StepKind::Setting, StepKind::Contract] {
        steps
            .extend(of_kind(job, kind, request).into_iter().filter_map(pays).map(|(step, _)| step));
    }
    let mut places: Vec<(StepTo, Dollars)> = of_kind(job, StepKind::EmployerState, request)
        .into_iter()
        .filter(|step| match step {
            StepTo::Employer(place) => {
                !local_wages(tables, None, Locality::whole(*place)).has_large_error
            }
            _ => true,
        })
        .filter_map(pays)
        .collect();
    places.sort_by(|a, b| b.1.get().total_cmp(&a.1.get()));
    steps.extend(places.into_iter().take(MOST_PLACES).map(|(step, _)| step));
    steps
}

/// What makes two situations the same.
type Key = (u8, Option<LevelIndex>, Option<LevelIndex>, Option<LevelIndex>, String);

fn key(then: &Situation) -> Key {
    let paid = match then.paid_at {
        PaidAt::Present => String::new(),
        PaidAt::Place(at) => at.place.to_string(),
        PaidAt::Contract(_) => "contract".to_owned(),
    };
    (then.added, then.specialty, then.setting, then.education, paid)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cost is an amount of a checked table"
)]
fn cents(cost: f64) -> u64 {
    (cost * 100.0 + 0.5) as u64
}
