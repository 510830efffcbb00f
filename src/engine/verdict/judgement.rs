//! Whether each criterion holds, and what follows.

use std::cell::OnceCell;

use super::simulated::{Simulated, at_home};
use crate::data::{Criterion, CriterionKind, CriterionMeasure, Occupation, Tables, Threshold};
use crate::engine::career::{Milestone, aims, career_stage};
use crate::engine::pay_scale::scenarios;
use crate::profile::{AiAdoption, CareerStage, GeoPay, Pivot, Profile};
use crate::quantity::{CareerCount, LifeStage, Share, WaitMonths, named};

named! {
    /// Whether the career is worth it.
    #[derive(PartialOrd, Ord)]
    pub enum Answer {
        /// No.
        No = "no",
        /// It depends on something that is named.
        Conditional = "conditional",
        /// Yes.
        Yes = "yes",
    }
}

/// A criterion with what was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged<'t> {
    /// The criterion.
    pub criterion: &'t Criterion,
    /// What was measured.
    pub measured: Measured,
    /// Whether it holds; none where that is not known.
    pub holds: Option<bool>,
}

/// What a criterion measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    /// A number.
    Number(f64),
    /// What the person says of themselves, if anything.
    Said(Option<bool>),
    /// How the person takes up AI tools.
    Adoption(AiAdoption),
    /// More than any number, and why.
    BeyondMeasure(&'static str),
    /// Nothing, and why.
    Missing(&'static str),
}

named! {
    /// Why an answer is no more than conditional.
    pub enum Reservation {
        /// A criterion that must hold is not known.
        UnknownMust = "unknown_must",
        /// No more than half of those that should hold do.
        FewShoulds = "few_shoulds",
        /// It would not be yes on the pay scale of where the person lives, or is not known to be.
        EmployersScale = "employers_scale",
    }
}

/// The criteria of a stage, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement<'t> {
    /// Whether the career is worth it.
    pub answer: Answer,
    /// Every criterion in the order of the table.
    pub criteria: Vec<Judged<'t>>,
    /// Why the answer is no more than conditional, where it is that.
    pub reservations: Vec<Reservation>,
}

/// A profile to be judged; its careers are simulated when the first criterion needs them.
pub(super) struct Case<'t, 'p> {
    tables: &'t Tables,
    profile: &'p Profile,
    careers: CareerCount,
    chosen: OnceCell<Simulated>,
    /// On the residence scale, if it differs from the chosen one.
    home: OnceCell<Result<Option<Simulated>, &'static str>>,
}

impl<'t, 'p> Case<'t, 'p> {
    pub(super) const fn new(
        tables: &'t Tables,
        profile: &'p Profile,
        careers: CareerCount,
    ) -> Self {
        Self { tables, profile, careers, chosen: OnceCell::new(), home: OnceCell::new() }
    }

    fn chosen(&self) -> &Simulated {
        self.chosen.get_or_init(|| Simulated::new(self.tables, self.profile, self.careers))
    }

    /// The careers on the scale of home, if that is another.
    fn other(&self) -> Result<Option<&Simulated>, &'static str> {
        let follow = |home: Profile| Simulated::new(self.tables, &home, self.careers);
        let home = self.home.get_or_init(|| at_home(self.profile).map(|home| home.map(follow)));
        home.as_ref().map(Option::as_ref).map_err(|why| *why)
    }

    /// The careers on the scale of home.
    fn home(&self) -> Result<&Simulated, &'static str> {
        Ok(self.other()?.unwrap_or_else(|| self.chosen()))
    }

    /// The share that has a first pay within half a year, a year, and so on, and within the time that
    /// the person can wait.
    pub(super) fn first_pay(&self) -> Vec<(u32, Share)> {
        let mut months = vec![6, 12, 18, 24, wait(self.tables, self.profile)];
        months.sort_unstable();
        months.dedup();
        let known = |month| Share::new(self.paid_within(month)).ok().map(|share| (month, share));
        months.into_iter().filter_map(known).collect()
    }

    /// The share that is paid in the field within so many months: who begins after a month is paid at
    /// the end of the next, who works there already is.
    fn paid_within(&self, months: u32) -> f64 {
        match career_stage(self.tables, self.profile) {
            CareerStage::Newcomer | CareerStage::Certified => {
                months.checked_sub(1).map_or(0.0, |last| self.chosen().share_in_field(last))
            }
            CareerStage::Apprentice | CareerStage::Coder | CareerStage::Specialist => 1.0,
        }
    }

    /// What a criterion measures.
    pub(super) fn measured(&self, measure: CriterionMeasure) -> Measured {
        const FIVE_YEARS: u32 = 60;
        const TEN_YEARS: u32 = 120;
        const YEAR_3: usize = 0;
        const YEAR_5: usize = 1;
        let tables = self.tables;
        let number = match measure {
            CriterionMeasure::WorkStyle(style) => {
                return Measured::Said(self.profile.seeker().has(style));
            }
            CriterionMeasure::AiAdoption => {
                return Measured::Adoption(self.profile.plan().ai.unwrap_or(AiAdoption::Average));
            }
            CriterionMeasure::FirstPayInTime => Ok(self.paid_within(wait(tables, self.profile))),
            CriterionMeasure::BreakEvenIn5Years => {
                Ok(self.chosen().share(Milestone::BreakEven, FIVE_YEARS))
            }
            CriterionMeasure::BreakEvenIn5YearsAtHome => {
                self.home().map(|home| home.share(Milestone::BreakEven, FIVE_YEARS))
            }
            CriterionMeasure::Year3Pay => over_counterfactual(self.chosen(), YEAR_3),
            CriterionMeasure::Year5Pay => over_counterfactual(self.chosen(), YEAR_5),
            CriterionMeasure::Year5PayAtHome => {
                self.home().and_then(|home| over_counterfactual(home, YEAR_5))
            }
            CriterionMeasure::Entry => Ok(self.chosen().share_in_field(TEN_YEARS)),
            CriterionMeasure::EntryCostOverCurrentPay => {
                let here = self.chosen();
                ratio(here.entry_cost, here.now, NO_PAY)
            }
            CriterionMeasure::EntryCostOverEntryPay => {
                let here = self.chosen();
                ratio(here.entry_cost, here.entry_pay, "there is no entry pay to compare with")
            }
            CriterionMeasure::RolesOverCoder => Ok(roles_over_coder(tables)),
            CriterionMeasure::GrowthOverAll => {
                Ok(tables.projections.field().change - tables.projections.all_occupations().change)
            }
            CriterionMeasure::Openings => {
                let field = tables.projections.field();
                ratio(field.openings, field.employment, "no employment is projected")
            }
            CriterionMeasure::RealPayGrowth => real_growth(tables),
            CriterionMeasure::PivotIn10Years => Ok(self.pivots(TEN_YEARS)),
            CriterionMeasure::RemoteShare => remote_share(tables),
            CriterionMeasure::MonthsUntilRemote => self
                .chosen()
                .remote
                .map(f64::from)
                .ok_or("no career works remotely within ten years"),
            CriterionMeasure::EmployerOverHome => self.employer_over_home(YEAR_5),
        };
        match number {
            Ok(number) if number.is_infinite() => Measured::BeyondMeasure(NO_PAY),
            Ok(number) => Measured::Number(number),
            Err(why) => Measured::Missing(why),
        }
    }

    /// The share that reaches another role than coding; contracting is coding too.
    fn pivots(&self, at_most: u32) -> f64 {
        let role = self
            .profile
            .specialty()
            .is_some_and(|level| Pivot::named(&self.tables.specialties.get(level).id).is_some());
        let works_there =
            role && career_stage(self.tables, self.profile) == CareerStage::Specialist;
        match aims(self.tables, self.profile).pivot {
            _ if works_there => 1.0,
            Pivot::Contracting | Pivot::Stay => 0.0,
            _ => self.chosen().share(Milestone::Pivot, at_most),
        }
    }

    fn employer_over_home(&self, year: usize) -> Result<f64, &'static str> {
        let home = match self.other()? {
            Some(home) if is_on_employers_scale(self.profile) => home,
            _ => return Err("no employer in another state pays by its own scale"),
        };
        let pay = self.chosen().in_field[year].zip(home.in_field[year]);
        pay.map(|(there, here)| there / here).ok_or(NOBODY)
    }

    /// Judges every criterion of a stage.
    pub(super) fn judge(&self, stage: LifeStage) -> Judgement<'t> {
        let mut judgement = self.judged_as_asked(stage);
        if judgement.answer == Answer::Yes && !self.is_yes_at_home(stage) {
            judgement.answer = Answer::Conditional;
            judgement.reservations.push(Reservation::EmployersScale);
        }
        judgement
    }

    /// Whether a yes is one on the pay scale of where the person lives too, as far as that is known.
    fn is_yes_at_home(&self, stage: LifeStage) -> bool {
        match at_home(self.profile) {
            Ok(None) => true,
            Err(_) => false,
            Ok(Some(home)) => {
                let case = Case::new(self.tables, &home, self.careers);
                if let Ok(Some(simulated)) = self.other() {
                    case.chosen.get_or_init(|| simulated.clone());
                }
                case.judged_as_asked(stage).answer == Answer::Yes
            }
        }
    }
}

const NO_PAY: &str = "there is no present pay to compare with";
const NOBODY: &str = "nobody is in the field then";

fn is_on_employers_scale(profile: &Profile) -> bool {
    scenarios(profile).next().is_some_and(|chosen| chosen.geo_pay == GeoPay::Employer)
}

/// How long the person can wait for a first pay, in months.
pub(super) fn wait(tables: &Tables, profile: &Profile) -> u32 {
    profile.seeker().wait.map_or(tables.verdicts.default_wait(), WaitMonths::get)
}

fn over_counterfactual(simulated: &Simulated, year: usize) -> Result<f64, &'static str> {
    let pay = simulated.in_field[year].ok_or(NOBODY)?;
    ratio(pay, simulated.counterfactual[year], NO_PAY)
}

/// Anything over nothing is infinite; nothing over nothing is not known.
fn ratio(over: f64, under: f64, why: &'static str) -> Result<f64, &'static str> {
    if over > 0.0 || under > 0.0 { Ok(over / under) } else { Err(why) }
}

/// The mean of what the roles after coding pay over what coding pays, as published.
fn roles_over_coder(tables: &Tables) -> f64 {
    let in_field = [Pivot::Auditing, Pivot::Compliance, Pivot::Teaching, Pivot::RevenueCycle];
    let mut ratios: Vec<f64> = in_field
        .iter()
        .filter_map(|role| tables.specialties.find("specialty", role.name()).ok())
        .map(|level| tables.specialties.get(level).effect.factor())
        .collect();
    let informatics = tables.occupations.nation(Occupation::HealthInformation).pay.mean.get();
    ratios.push(informatics / tables.salaries.nation().pay.mean.get());
    let count = u32::try_from(ratios.len()).map_or(1.0, f64::from);
    ratios.iter().sum::<f64>() / count
}

/// The growth of the median beyond prices since the first year of the present statistics.
fn real_growth(tables: &Tables) -> Result<f64, &'static str> {
    const MISSING: &str = "the tables have no wages or prices to compare";
    let to = tables.salaries.dollars_of;
    let (series, _) = tables.wage_history.of(to).ok_or(MISSING)?;
    let from = series.years.iter().map(|row| row.year).min().ok_or(MISSING)?;
    let wages = tables.wage_history.growth(from, to).map_err(|_| MISSING)?;
    let prices = tables.prices.ratio(from, to).ok_or(MISSING)?;
    Ok(wages / prices - 1.0)
}

fn remote_share(tables: &Tables) -> Result<f64, &'static str> {
    let fact = tables.market.fact("remote-share").and_then(|fact| fact.value.number());
    fact.map(|percent| percent / 100.0).ok_or("the market table has no share of remote work")
}

/// Whether a measured value is enough.
pub(super) fn holds(threshold: Threshold, measured: Measured) -> Option<bool> {
    // A share of simulated careers that should equal its threshold may miss it by a rounding.
    const SLACK: f64 = 1e-9;
    match (threshold, measured) {
        (Threshold::AtLeast(least), Measured::Number(number)) => Some(number >= least - SLACK),
        (Threshold::AtMost(most), Measured::Number(number)) => Some(number <= most + SLACK),
        (Threshold::AtLeast(_), Measured::BeyondMeasure(_)) => Some(true),
        (Threshold::AtMost(_), Measured::BeyondMeasure(_)) => Some(false),
        (Threshold::Said(wanted), Measured::Said(said)) => said.map(|said| said == wanted),
        (Threshold::NotAvoided, Measured::Adoption(ai)) => Some(ai != AiAdoption::Avoid),
        _ => None,
    }
}

impl<'t> Case<'t, '_> {
    fn judged_as_asked(&self, stage: LifeStage) -> Judgement<'t> {
        let judged = |criterion: &'t Criterion| {
            let measured = self.measured(criterion.measure);
            Judged { criterion, measured, holds: holds(criterion.threshold, measured) }
        };
        let criteria: Vec<Judged<'t>> = self.tables.verdicts.of(stage).map(judged).collect();
        let of = |kind| criteria.iter().filter(move |judged| judged.criterion.kind == kind);
        let mut reservations = Vec::new();
        if of(CriterionKind::Must).any(|judged| judged.holds.is_none()) {
            reservations.push(Reservation::UnknownMust);
        }
        let shoulds = of(CriterionKind::Should).count();
        let held = of(CriterionKind::Should).filter(|judged| judged.holds == Some(true)).count();
        if shoulds > 0 && held * 2 <= shoulds {
            reservations.push(Reservation::FewShoulds);
        }
        let broken = of(CriterionKind::Must).any(|judged| judged.holds == Some(false));
        let answer = match (broken, reservations.is_empty()) {
            (true, _) => Answer::No,
            (false, true) => Answer::Yes,
            (false, false) => Answer::Conditional,
        };
        if broken {
            reservations.clear();
        }
        Judgement { answer, criteria, reservations }
    }
}
