//! A profile to be judged, with everything that is worked out for it once.

use std::cell::OnceCell;
use std::rc::Rc;

use super::after_tax::{over_now, over_other_job};
use super::judgment::{Answer, Judged, Judgment, Measured, Reservation, holds};
use super::measures::{
    employer_over_home, location_quotient, loss_over, openings, real_growth, remote_share,
    roles_over_coder,
};
use super::simulated::{Simulated, at_home};
use crate::data::{CriterionKind, CriterionMeasure, Tables};
use crate::engine::career::{Milestone, career_stage, entry_pay, without_now};
use crate::engine::figures::Estimator;
use crate::engine::plan::{NextStep, next_steps};
use crate::engine::programs::local_outcomes;
use crate::profile::{CareerStage, Fact, Profile, Seeker};
use crate::quantity::{CareerCount, Horizon, LifeStage, Share, WaitMonths};

/// A profile to be judged; its careers are simulated when the first criterion needs them.
///
/// What a person says of themselves and how long they can wait changes no career: cases that differ in
/// nothing else share them.
pub(super) struct Case<'t> {
    tables: &'t Tables,
    profile: Profile,
    careers: CareerCount,
    horizon: Horizon,
    worked_out: Rc<WorkedOut>,
}

#[derive(Default)]
struct WorkedOut {
    chosen: OnceCell<Simulated>,
    /// On the residence scale, if it differs from the chosen one.
    home: OnceCell<Result<Option<Simulated>, &'static str>>,
    next_step: OnceCell<Option<NextStep>>,
}

impl<'t> Case<'t> {
    pub(super) fn new(
        tables: &'t Tables,
        profile: &Profile,
        careers: CareerCount,
        horizon: Horizon,
    ) -> Self {
        Self { tables, profile: profile.clone(), careers, horizon, worked_out: Rc::default() }
    }

    /// Another profile asked in the same way, with so many careers where they are others.
    pub(super) fn of_other(&self, profile: Profile, careers: CareerCount) -> Self {
        let but_for_words = |profile: &Profile| profile.with(Fact::Seeker(Seeker::default()));
        let shared = but_for_words(&profile) == but_for_words(&self.profile);
        let (careers, worked_out) = if shared {
            (self.careers, Rc::clone(&self.worked_out))
        } else {
            (careers, Rc::default())
        };
        Self { profile, careers, worked_out, ..*self }
    }

    /// The same with another number of careers.
    pub(super) fn with_careers(&self, careers: CareerCount) -> Self {
        Self { profile: self.profile.clone(), careers, worked_out: Rc::default(), ..*self }
    }

    /// A profile that lies between those of two cases, from which it differs only in an amount of money
    /// of who is not in the field; none where the two are not on the same pay scales.
    pub(super) fn between(near: &Self, far: &Self, part: f64, profile: Profile) -> Option<Self> {
        let between = |near: &Simulated, far: &Simulated| Simulated::between(near, far, part);
        let home = match (near.other(), far.other()) {
            (Ok(None), Ok(None)) => None,
            (Ok(Some(near)), Ok(Some(far))) => Some(between(near, far)),
            _ => return None,
        };
        let worked_out = WorkedOut {
            chosen: OnceCell::from(between(near.chosen(), far.chosen())),
            home: OnceCell::from(Ok(home)),
            next_step: OnceCell::new(),
        };
        Some(Self { worked_out: Rc::new(worked_out), profile, ..*near })
    }

    pub(super) const fn tables(&self) -> &'t Tables {
        self.tables
    }

    pub(super) const fn profile(&self) -> &Profile {
        &self.profile
    }

    pub(super) const fn careers(&self) -> CareerCount {
        self.careers
    }

    fn simulated(&self, profile: &Profile) -> Simulated {
        Simulated::new(self.tables, profile, self.careers, self.horizon)
    }

    fn chosen(&self) -> &Simulated {
        self.worked_out.chosen.get_or_init(|| self.simulated(&self.profile))
    }

    /// The careers on the scale of home, if that is another.
    fn other(&self) -> Result<Option<&Simulated>, &'static str> {
        let home = self.worked_out.home.get_or_init(|| {
            at_home(&self.profile).map(|home| home.map(|home| self.simulated(&home)))
        });
        home.as_ref().map(Option::as_ref).map_err(|why| *why)
    }

    /// The careers on the scale of home.
    fn home(&self) -> Result<&Simulated, &'static str> {
        Ok(self.other()?.unwrap_or_else(|| self.chosen()))
    }

    /// The careers on either scale, for what does not depend on pay.
    fn on_any_scale(&self) -> &Simulated {
        self.home().unwrap_or_else(|_| self.chosen())
    }

    /// The share that has a first pay within half a year, a year, and so on, and within the time that
    /// the person can wait.
    pub(super) fn first_pay(&self) -> Vec<(u32, Share)> {
        let mut months = vec![6, 12, 18, 24];
        months.extend(self.profile.seeker().wait.map(WaitMonths::get));
        months.sort_unstable();
        months.dedup();
        // Who begins after a month is paid at the end of the next.
        let within = |month: u32| {
            month.checked_sub(1).map_or(0.0, |last| self.on_any_scale().share_in_field(last))
        };
        let known = |month| Share::new(within(month)).ok().map(|share| (month, share));
        months.into_iter().filter_map(known).collect()
    }

    /// The shares of starters who are in the field ten years on, and who have reached the role aimed at.
    pub(super) fn ten_years_on(&self) -> [Share; 2] {
        const TEN_YEARS: u32 = 120;
        let careers = self.on_any_scale();
        let role = careers.share(Milestone::Pivot, TEN_YEARS);
        [careers.share_staying(TEN_YEARS), role]
            .map(|share| Share::new(share).expect("a part of the careers is a share"))
    }

    /// The best step of someone in the field.
    pub(super) fn next_step(&self) -> Option<NextStep> {
        let best = || next_steps(self.tables, &self.profile).first().copied();
        *self.worked_out.next_step.get_or_init(best)
    }

    /// What a criterion measures.
    pub(super) fn measured(&self, measure: CriterionMeasure) -> Measured {
        const THREE_YEARS: u32 = 36;
        let tables = self.tables;
        let profile = &self.profile;
        let number = match measure {
            CriterionMeasure::WorkStyle(style) => {
                return Measured::Said(profile.seeker().has(style));
            }
            CriterionMeasure::AiAdoption => return Measured::Adoption(profile.plan().ai),
            CriterionMeasure::MonthsToFirstPay => return self.months_to_first_pay(),
            CriterionMeasure::MonthsToRemote => return self.months_to_remote(),
            CriterionMeasure::LocationQuotient if profile.plan().remote == Some(true) => {
                return Measured::Irrelevant("you work from home");
            }
            CriterionMeasure::LocationQuotient => location_quotient(tables, profile.home()),
            CriterionMeasure::ProgramsAboveHighSchool
                if career_stage(tables, profile) != CareerStage::Newcomer =>
            {
                return Measured::Irrelevant("the program is behind you");
            }
            CriterionMeasure::ProgramsAboveHighSchool => {
                Ok(local_outcomes(tables, profile.home()).outcomes.above_threshold.get())
            }
            CriterionMeasure::MeanGainIn5Years => self.home().map(|home| home.money().mean_gain_5),
            CriterionMeasure::MeanGainIn10Years => {
                let gain = |home: &Simulated| home.money().mean_gain_10;
                self.home().and_then(|home| gain(home).ok_or("ten years are not followed"))
            }
            CriterionMeasure::LossOverPresentPay => {
                loss_over(tables, profile, without_now(tables, profile))
            }
            CriterionMeasure::LossOverEntryPay => {
                loss_over(tables, profile, entry_pay(tables, profile))
            }
            CriterionMeasure::Year5Pay => self.home().and_then(|home| {
                let money = home.money();
                let pays = [money.in_field.ok_or(NOBODY)?, money.counterfactual];
                over_other_job(tables, profile, pays, NO_PAY)
            }),
            CriterionMeasure::CodingJobIn3Years if profile.works_in_the_field() => Ok(1.0),
            CriterionMeasure::CodingJobIn3Years => {
                Ok(self.on_any_scale().share(Milestone::FirstJob, THREE_YEARS))
            }
            CriterionMeasure::GainIn5Years => Ok(self.chosen().share_with_a_gain()),
            CriterionMeasure::RolesOverCoder => Ok(roles_over_coder(tables)),
            CriterionMeasure::GrowthOverAll => {
                Ok(tables.projections.field().change - tables.projections.all_occupations().change)
            }
            CriterionMeasure::Openings => openings(tables),
            CriterionMeasure::RealPayGrowth => real_growth(tables),
            CriterionMeasure::RemoteShare => remote_share(tables),
            CriterionMeasure::RemoteIn5Years => Ok(self.remote_in_5_years()),
            CriterionMeasure::EmployerOverHome => employer_over_home(tables, profile),
            CriterionMeasure::BestNextStep => self
                .next_step()
                .map(|step| step.gain.get())
                .ok_or("only people who work in the field, at no rate of their own, have one"),
            CriterionMeasure::PayPercentile => {
                let my_pay = Estimator::new(tables).figures(profile).my_pay;
                my_pay
                    .map(|pay| pay.rank.percentile)
                    .ok_or("no pay for work in the field is stated")
            }
            CriterionMeasure::Year5PayOverPresent => self.home().and_then(|home| {
                let pays = [home.money().in_field.ok_or(NOBODY)?, home.now];
                over_now(tables, profile, pays, NO_PAY)
            }),
        };
        match number {
            Ok(number) if number.is_infinite() => Measured::BeyondMeasure(NO_PAY),
            Ok(number) => Measured::Number(number),
            Err(why) => Measured::Missing(why),
        }
    }

    /// Who begins after so many months is paid at the end of the next; who works there already is.
    fn months_to_first_pay(&self) -> Measured {
        if self.profile.works_in_the_field() {
            return Measured::Number(0.0);
        }
        let month = self.on_any_scale().first_month();
        month.map_or(Measured::BeyondMeasure(NOBODY_COMES), |month| {
            Measured::Number(f64::from(month + 1))
        })
    }

    fn works_from_home_now(&self) -> bool {
        self.profile.works_in_the_field() && self.profile.plan().remote == Some(true)
    }

    fn months_to_remote(&self) -> Measured {
        if self.works_from_home_now() {
            return Measured::Number(0.0);
        }
        let month = self.on_any_scale().first_month_at_home();
        month.map_or(Measured::BeyondMeasure(NOBODY_AT_HOME), |m| Measured::Number(f64::from(m)))
    }

    fn remote_in_5_years(&self) -> f64 {
        const FIVE_YEARS: u32 = 60;
        if self.works_from_home_now() {
            return 1.0;
        }
        self.on_any_scale().share(Milestone::Remote, FIVE_YEARS)
    }

    /// Judges every criterion of a stage.
    pub(super) fn judge(&self, stage: LifeStage) -> Judgment<'t> {
        let mut judgment = self.judged_as_asked(stage);
        if judgment.answer == Answer::Yes && !self.is_yes_at_home(stage) {
            judgment.answer = Answer::Conditional;
            judgment.reservations.push(Reservation::EmployersScale);
        }
        judgment
    }

    /// Whether a yes is one on the pay scale of where the person lives too, as far as that is known.
    fn is_yes_at_home(&self, stage: LifeStage) -> bool {
        match at_home(&self.profile) {
            Ok(None) => true,
            Err(_) => false,
            Ok(Some(home)) => {
                let case = Case::new(self.tables, &home, self.careers, self.horizon);
                if let Ok(Some(simulated)) = self.other() {
                    case.worked_out.chosen.get_or_init(|| simulated.clone());
                }
                case.judged_as_asked(stage).answer == Answer::Yes
            }
        }
    }

    fn judged_as_asked(&self, stage: LifeStage) -> Judgment<'t> {
        let wait = self.profile.seeker().wait.map(WaitMonths::get);
        let criteria: Vec<Judged<'t>> = self
            .tables
            .verdicts
            .of(stage)
            .map(|criterion| {
                let measured = self.measured(criterion.measure);
                Judged {
                    criterion,
                    measured,
                    is_after_tax: self.profile.taxes().is_asked()
                        && matches!(
                            criterion.measure,
                            CriterionMeasure::Year5Pay | CriterionMeasure::Year5PayOverPresent
                        ),
                    wait,
                    holds: holds(criterion.threshold, wait, measured),
                }
            })
            .collect();
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
        Judgment { answer, criteria, reservations }
    }
}

const NO_PAY: &str = "there is no present pay to compare with";
const NOBODY: &str = "nobody is in the field then";
const NOBODY_COMES: &str = "nobody gets a job in the field within ten years";
const NOBODY_AT_HOME: &str = "nobody comes to work from home within ten years";
