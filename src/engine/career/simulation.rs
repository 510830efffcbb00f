//! Many careers under one question, month by month (`docs/METHOD.md`, "The career").

use super::outlook::{Counterfactual, EntryCosts, growth_factor, inflation};
use super::sobol::{Dimension, Sobol};
use super::stage_durations::{NEVER, Path, StageDurations};
use super::wages::{Spell, Wages, at_first_job};
use crate::data::{CareerNumber, Tables};
use crate::profile::Profile;
use crate::quantity::{CareerCount, Horizon, Share, named, normal_quantile};

/// How careers are simulated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// How many careers.
    pub careers: CareerCount,
    /// Random seed of the simulation.
    pub seed: u32,
    /// How many years are followed.
    pub horizon: Horizon,
    /// The part of a published difference that one gains by adding what it is about.
    pub causal_share: Share,
}

impl Settings {
    /// The settings that a profile asks for.
    ///
    /// # Panics
    /// Never: the causal share of a checked table is a share.
    #[must_use]
    pub fn new(tables: &Tables, profile: &Profile) -> Self {
        let plan = profile.plan();
        let assumed = tables.career.number(CareerNumber::CausalShare).value;
        let assumed = Share::new(assumed).expect("the causal share of a checked table is a share");
        Self {
            careers: plan.careers.unwrap_or_default(),
            seed: plan.seed.unwrap_or_default(),
            horizon: plan.horizon.unwrap_or_default(),
            causal_share: plan.causal_share.unwrap_or(assumed),
        }
    }
}

named! {
    /// Something that a career reaches, or does not.
    pub enum Milestone {
        /// The program is finished.
        Trained = "trained",
        /// The exam is passed.
        Certified = "certified",
        /// The first job in the field begins, and pay with it.
        FirstJob = "first_job",
        /// Work goes on from home.
        Remote = "remote",
        /// Work is in a specialty.
        Specialist = "specialist",
        /// Work is in the role after it.
        Pivot = "pivot",
        /// What was paid and forgone has come back.
        BreakEven = "break_even",
    }
}

/// The outcome of every career, in columns.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Simulation {
    pub(in crate::engine) wages: Wages,
    pub(in crate::engine) counterfactual: Counterfactual,
    pub(in crate::engine) costs: EntryCosts,
    /// By milestone: the month from now in each career, [`NEVER`] where it is not reached.
    pub(in crate::engine) months: [Vec<u32>; Milestone::ALL.len()],
    /// By year.
    pub(in crate::engine) years: Vec<YearColumns>,
    /// By career: what is paid and forgone until the first job, or in vain.
    pub(in crate::engine) entry_costs: Vec<f32>,
}

/// One year of every career, in dollars.
#[derive(Clone, Debug)]
pub(in crate::engine) struct YearColumns {
    /// Everything that is earned in the year, in the field or not.
    pub(in crate::engine) pay: Vec<f32>,
    /// The pay a year in the field of those who work there at the end of the year.
    pub(in crate::engine) in_field: Vec<f32>,
    /// What the career has brought since now beyond the counterfactual, costs taken off.
    pub(in crate::engine) gain: Vec<f32>,
    /// The same, each dollar discounted to now.
    pub(in crate::engine) present_value: Vec<f32>,
}

/// What is the same in every career, by month from now.
#[derive(Clone, Debug)]
struct Calendar {
    /// What the person would earn without the career.
    counterfactual: Vec<f64>,
    /// The dollars shown for a dollar of the wages' year.
    prices: Vec<f64>,
    /// What a dollar of that month counts now.
    discount: Vec<f64>,
}

/// What one career earns and pays, by month from now, in dollars of the wages' year.
#[derive(Clone, Debug)]
struct Ledger {
    income: Vec<f64>,
    costs: Vec<f64>,
}

/// Simulates the careers of a profile.
pub(in crate::engine) fn simulate(
    tables: &Tables,
    profile: &Profile,
    settings: Settings,
) -> Simulation {
    simulate_with_shares(tables, profile, settings, &[]).0
}

/// Simulates the careers of a profile, and what each brings by the end of the horizon under other
/// causal shares, in dollars of now: nothing but pay depends on them.
pub(super) fn simulate_with_shares(
    tables: &Tables,
    profile: &Profile,
    settings: Settings,
    shares: &[Share],
) -> (Simulation, Vec<Vec<f32>>) {
    let months = settings.horizon.get() * 12;
    let durations = StageDurations::new(tables, profile);
    let careers = settings.careers.get() as usize;
    let wages = |share| Wages::new(tables, profile, share, months);
    let mut others: Vec<_> =
        shares.iter().map(|&share| (wages(share), Vec::with_capacity(careers))).collect();
    let counterfactual = Counterfactual::new(tables, profile, months);
    let costs = EntryCosts::new(tables, profile);
    let inflation = inflation(tables, profile).unwrap_or(0.0);
    let rate = tables.career.number(CareerNumber::DiscountRate).value;
    let calendar = Calendar {
        counterfactual: counterfactual.by_month.clone(),
        prices: (0..months).map(|month| growth_factor(inflation, month)).collect(),
        discount: (0..months).map(|month| 1.0 / growth_factor(rate, month)).collect(),
    };
    let held = at_first_job(tables, profile).certifications().unwrap_or_default().get() > 0;
    let mut simulation = Simulation {
        months: std::array::from_fn(|_| Vec::with_capacity(careers)),
        years: (0..settings.horizon.get()).map(|_| YearColumns::new(careers)).collect(),
        entry_costs: Vec::with_capacity(careers),
        wages: wages(settings.causal_share),
        counterfactual,
        costs,
    };
    let mut sobol = Sobol::new(settings.seed);
    let mut ledger = Ledger::new(months);
    for _ in 0..settings.careers.get() {
        let point = sobol.draw();
        let path = durations.path(&point);
        let score = normal_quantile(point[Dimension::Rank as usize]);
        ledger.earn(&path, &simulation.wages, &calendar, score, costs.stops_working);
        ledger.spend(&path, &simulation.wages, &costs, held);
        simulation.follow(&path, &ledger, &calendar);
        for (wages, present_values) in &mut others {
            ledger.earn(&path, wages, &calendar, score, costs.stops_working);
            present_values.push(ledger.present_value(&calendar));
        }
    }
    (simulation, others.into_iter().map(|(_, present_values)| present_values).collect())
}

impl Ledger {
    fn new(months: u32) -> Self {
        Self { income: vec![0.0; months as usize], costs: vec![0.0; months as usize] }
    }

    /// Fills in what is earned: the counterfactual until the first job, and ever after a failure.
    fn earn(&mut self, path: &Path, wages: &Wages, calendar: &Calendar, score: f64, studies: bool) {
        self.income.copy_from_slice(&calendar.counterfactual);
        if studies {
            let study = self.income.len().min(path.study_over as usize);
            self.income[..study].fill(0.0);
        }
        let end = u32::try_from(self.income.len()).unwrap_or(u32::MAX);
        wages.for_each_spell(path, score, end, |Spell { from, until, base, experience }| {
            let months = &mut self.income[from as usize..until as usize];
            for (income, years) in months.iter_mut().zip(experience) {
                *income = base * years;
            }
        });
    }

    /// Fills in what is paid.
    fn spend(&mut self, path: &Path, wages: &Wages, costs: &EntryCosts, held: bool) {
        self.costs.fill(0.0);
        let mut pay = |month: u32, amount: f64| {
            if let Some(cost) = self.costs.get_mut(month as usize) {
                *cost += amount;
            }
        };
        pay(0, costs.tuition + costs.books);
        let (added, every) = wages.certifications_added();
        let mut certified = if held { path.certified } else { NEVER };
        if path.first_job != NEVER {
            for added in 1..=added {
                let month = path.first_job.saturating_add(every * added);
                pay(month, costs.exam);
                certified = certified.min(month);
            }
        }
        if path.sits_exam {
            pay(path.study_over, costs.exam);
            if path.certified == NEVER {
                pay(path.study_over, costs.membership);
            }
        }
        if certified != NEVER {
            let mut due = certified as usize;
            while let Some(cost) = self.costs.get_mut(due) {
                *cost += costs.membership;
                due += 12;
            }
        }
    }

    /// What the whole career brings beyond the counterfactual, each dollar discounted to now.
    fn present_value(&self, calendar: &Calendar) -> f32 {
        let months = self.income.iter().zip(&self.costs);
        let references = calendar.counterfactual.iter().zip(&calendar.discount);
        let value = months.zip(references).fold(0.0, |sum, ((income, cost), (without, worth))| {
            sum + (income - without - cost) * worth
        });
        narrowed(value)
    }
}

impl Simulation {
    /// Adds up one career.
    fn follow(&mut self, path: &Path, ledger: &Ledger, calendar: &Calendar) {
        let (mut gain, mut present_value) = (0.0, 0.0);
        let mut entry_cost = 0.0;
        let mut break_even = NEVER;
        let mut month = 0;
        for year in &mut self.years {
            let (mut pay, mut in_field, mut months_in_field) = (0.0, 0.0, 0_u32);
            for at in month as usize..month as usize + 12 {
                let income = ledger.income[at];
                let net = income - calendar.counterfactual[at] - ledger.costs[at];
                let price = calendar.prices[at];
                gain += net * price;
                present_value += net * calendar.discount[at];
                pay += income * price;
                if month >= path.first_job {
                    in_field += income * price;
                    months_in_field += 1;
                    if gain >= 0.0 && break_even == NEVER {
                        break_even = month + 1;
                    }
                } else {
                    entry_cost -= net;
                }
                month += 1;
            }
            year.add(pay, gain, present_value);
            if months_in_field > 0 {
                year.add_in_field(in_field * 12.0 / f64::from(months_in_field));
            }
        }
        self.entry_costs.push(narrowed(entry_cost));
        let reached = [
            if path.sits_exam { path.training_over } else { NEVER },
            path.certified,
            path.first_job,
            path.remote,
            path.specialist,
            path.pivot,
            break_even,
        ];
        for (months, reached) in self.months.iter_mut().zip(reached) {
            months.push(reached);
        }
    }
}

impl YearColumns {
    fn new(careers: usize) -> Self {
        let column = || Vec::with_capacity(careers);
        Self { pay: column(), in_field: column(), gain: column(), present_value: column() }
    }

    fn add(&mut self, pay: f64, gain: f64, present_value: f64) {
        self.pay.push(narrowed(pay));
        self.gain.push(narrowed(gain));
        self.present_value.push(narrowed(present_value));
    }

    fn add_in_field(&mut self, pay: f64) {
        self.in_field.push(narrowed(pay));
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "cents do not matter, and half the memory does"
)]
const fn narrowed(amount: f64) -> f32 {
    amount as f32
}
