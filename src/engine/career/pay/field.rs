//! What a career earns in each month: the estimate for the profile of that month, at the rank
//! that the career keeps (`docs/METHOD.md`, "Pay along the way").

use super::calendar::Calendar;
use super::climb::{by_month, growth};
use super::curve::{Curve, Stretch};
use super::other_job::OtherJob;
use super::role::{RolePay, RoleTerms};
use crate::data::{CareerNumber, Locality};
use crate::engine::career::career_stage::{aims, career_stage};
use crate::engine::career::first_job::{at_first_job, at_home, places};
use crate::engine::career::premises::Premises;
use crate::engine::career::walk::{NEVER, Walk};
use crate::engine::combination::{combine_with, level_effect};
use crate::engine::contract;
use crate::engine::local_wages::local_wages;
use crate::engine::pay::{PayAtQuantile, Spread};
use crate::profile::{AiAdoption, CareerStage, CertificationPlan, Fact, Key, Profile};
use crate::quantity::{CertificationCount, Experience, Factor, Share};

/// The pay of a career in dollars a month, ready for any rank and walk.
#[derive(Clone, Debug)]
pub(in crate::engine) struct FieldPay {
    /// Where the work is done in the office, and from home.
    pub(in crate::engine::career) places: [Locality; 2],
    is_one_place: bool,
    ranked: [PayAtQuantile; 2],
    /// The log of everything that multiplies pay in coding and never changes.
    constant: f64,
    /// What years of work and growth do since the first coding job.
    climb: Curve,
    /// By certifications added since the first coding job.
    certifications: Vec<f64>,
    added: Added,
    /// The specialty is behind, with its certification.
    is_specialist: bool,
    specialist: f64,
    role: RolePay,
    stops_learning: bool,
    /// A contractor's pay a month, and whether it is earned in the office too.
    contract: Option<(f64, bool)>,
    pub(in crate::engine::career) adjacent: OtherJob,
    /// A pay that only grows as that of the whole field does.
    level: Curve,
}

/// When certifications are added.
#[derive(Clone, Debug)]
enum Added {
    /// With the specialty, and with the role after it.
    OnPath,
    /// So many months after the first coding job.
    ByCalendar(Vec<u32>),
}

/// The rank of a career: its normal score, and a stated pay over that of the rank.
pub(in crate::engine::career) type Rank = (f64, f64);

impl FieldPay {
    pub(in crate::engine::career) fn new(
        premises: Premises<'_>,
        profile: &Profile,
        share: Share,
        exams: &[u32],
        calendar: &Calendar,
    ) -> Self {
        let tables = premises.tables;
        let goal = aims(tables, profile);
        let at_work = at_first_job(tables, profile);
        let held = at_work.certifications().unwrap_or_default();
        let weights = tables.combination.covariance.weights(at_work.stated());
        let spread = Spread::new(&tables.salaries.nation().pay, weights.explained);
        let effect = |profile: &Profile| {
            let years_left_out = profile.without(Key::Experience);
            combine_with(tables, &years_left_out, &weights).get()
        };
        let start = effect(&at_work);
        let gained = |fact: Fact<'_>| share.get() * (effect(&at_work.with(fact)) - start);
        let count =
            |more: u8| CertificationCount::new(held.get().saturating_add(more)).unwrap_or(held);
        let (added, most) = match profile.plan().certifications.unwrap_or_default() {
            CertificationPlan::Path => (Added::OnPath, 2),
            CertificationPlan::Every { .. } => {
                (Added::ByCalendar(exams.to_vec()), u8::try_from(exams.len()).unwrap_or(0))
            }
        };
        let places = places(profile);
        let time = libm::log(profile.work().full_time_equivalent() / 12.0);
        let worked = at_work.experience().map_or(0.0, Experience::years);
        let contract = contract::net_of_rate(tables, profile.work()).map(|pay| pay.get() / 12.0);
        let contractor = profile.work().is_contract();
        let months = calendar.months();
        let growth = &growth(premises.number(CareerNumber::RealGrowth), months);
        let terms =
            RoleTerms { at_work: &at_work, places, share, growth, calendar, time, contract };
        let role = RolePay::new(tables, goal.pivot, &terms, |level| gained(Fact::Specialty(level)));
        Self {
            places,
            is_one_place: places[0] == places[1],
            ranked: places
                .map(|place| PayAtQuantile::new(&local_wages(tables, None, place).pay, spread.k)),
            constant: level_effect(tables, at_work.level()).get() + start + time,
            climb: Curve::new(
                by_month(tables, worked, weights.of(Factor::Experience), months),
                growth,
                calendar,
            ),
            certifications: (0..=most)
                .map(|more| libm::exp(gained(Fact::Certifications(count(more)))))
                .collect(),
            added,
            is_specialist: career_stage(tables, profile) == CareerStage::Specialist,
            specialist: libm::exp(gained(Fact::Specialty(goal.specialty))),
            role,
            stops_learning: profile.plan().ai == Some(AiAdoption::Avoid),
            contract: contract
                .filter(|_| contractor)
                .map(|pay| (pay, profile.works_in_the_field())),
            adjacent: OtherJob::adjacent_job(tables, profile, at_home(profile), growth, calendar),
            level: Curve::new(vec![1.0; growth.len()], growth, calendar),
        }
    }

    /// The rates of the present job at any rank.
    pub(in crate::engine) const fn rates(&self) -> PayAtQuantile {
        self.ranked[0]
    }

    /// The pay of the present job at the rank of a normal score, in dollars a month.
    pub(in crate::engine::career) fn present(&self, score: f64) -> f64 {
        let (base, climbs) = self.same_job(score);
        if climbs { base * self.climb.learned(0) } else { base }
    }

    /// The normal score at which the present job pays so much a month.
    pub(in crate::engine::career) fn score_of(&self, monthly: f64) -> f64 {
        let learned = self.climb.learned(0);
        self.ranked[0].score_of(libm::log(monthly / learned) - self.constant)
    }

    /// The median pay of the first coding job when it begins, in dollars a year.
    pub(in crate::engine) fn first_pay(&self) -> f64 {
        self.present(0.0) * 12.0
    }

    /// The pay a month of the present job before experience, and whether experience moves it.
    fn same_job(&self, score: f64) -> (f64, bool) {
        match self.contract {
            Some((pay, true)) => (pay, false),
            _ => (libm::exp(self.ranked[0].log_at(score) + self.constant), true),
        }
    }

    /// Visits the stretches of months in which the present job would simply go on, before the month
    /// `months`.
    pub(in crate::engine::career) fn keep<'f>(
        &'f self,
        walk: &Walk,
        (score, ratio): Rank,
        months: u32,
        mut see: impl FnMut(Stretch<'f>),
    ) {
        let end = walk.left.min(months);
        let (base, climbs) = self.same_job(score);
        let base = base * ratio;
        let stop = if self.stops_learning { walk.office_over.min(end) } else { end };
        let climb = if climbs { &self.climb } else { &self.level };
        if stop > 0 {
            see(climb.stretch([0, stop], 0, base));
        }
        if stop < end {
            let learned = if climbs { self.climb.learned(stop) } else { 1.0 };
            see(self.level.stretch([stop, end], 0, base * learned));
        }
    }

    /// Visits the stretches of months in the field before the month `months`, at the rank of a normal score
    /// and with the ratio of a stated pay to that rank's.
    pub(in crate::engine::career) fn earn<'f>(
        &'f self,
        walk: &Walk,
        (score, ratio): Rank,
        months: u32,
        mut see: impl FnMut(Stretch<'f>),
    ) {
        let end = walk.left.min(months);
        if walk.adjacent < end {
            let until = walk.coding.min(end);
            let base = self.adjacent.base(score);
            see(self.adjacent.climb.stretch([walk.adjacent, until], walk.adjacent, base));
        }
        let mut from = walk.coding;
        if from >= end {
            return;
        }
        let logs = self.ranked.map(|ranked| ranked.log_at(score) + self.constant);
        let office = libm::exp(logs[0]);
        let has_home = !self.is_one_place && walk.remote < end;
        let from_home = if has_home { libm::exp(logs[1]) } else { office };
        let bases = [office, from_home];
        while from < end {
            let until = self.until(walk, from, end);
            let (base, climb) = self.at(walk, from, (score, ratio), logs, bases);
            let stretch = match climb {
                Some(climb) => climb.stretch([from, until], walk.coding, base),
                None => self.level.stretch([from, until], 0, base),
            };
            see(stretch);
            from = until;
        }
    }

    /// The next month after `from` in which something changes.
    fn until(&self, walk: &Walk, from: u32, end: u32) -> u32 {
        let mut until = end;
        let mut see = |event: u32| {
            if event > from {
                until = until.min(event);
            }
        };
        for event in [walk.office_over, walk.specialist, walk.role] {
            see(event);
        }
        if let Added::ByCalendar(exams) = &self.added {
            for exam in exams {
                see(walk.coding.saturating_add(*exam));
            }
        }
        until
    }

    /// The pay a month in a month of coding before experience, and what experience makes of it since the
    /// first, where it does.
    fn at(
        &self,
        walk: &Walk,
        month: u32,
        (score, ratio): Rank,
        logs: [f64; 2],
        bases: [f64; 2],
    ) -> (f64, Option<&Curve>) {
        let remote = usize::from(month >= walk.remote);
        match self.contract {
            Some((pay, true)) => return (pay * ratio, None),
            Some((pay, false)) if remote == 1 => return (pay, None),
            _ => {}
        }
        let in_role = month >= walk.role;
        match self.role.in_place_of(logs[remote], remote, score) {
            Some((base, None)) if in_role => return (base, None),
            Some((base, Some(climb))) if in_role => return (base * ratio, Some(climb)),
            _ => {}
        }
        let mut base = bases[remote] * self.certifications[self.held(walk, month)];
        match self.role {
            RolePay::Times(times) if in_role => base *= times,
            _ if month >= walk.specialist => base *= self.specialist,
            _ => {}
        }
        base *= ratio;
        if self.stops_learning && month >= walk.office_over {
            return (base * self.climb.learned(walk.office_over - walk.coding), None);
        }
        (base, Some(&self.climb))
    }

    /// How many certifications have been added by a month of coding.
    fn held(&self, walk: &Walk, month: u32) -> usize {
        match &self.added {
            Added::OnPath => {
                usize::from(month >= walk.specialist && !self.is_specialist)
                    + usize::from(month >= walk.role)
            }
            Added::ByCalendar(exams) => {
                let due = exams.iter().take_while(|exam| walk.coding + *exam <= month).count();
                (walk.added & ((1_u64 << due) - 1)).count_ones() as usize
            }
        }
    }

    /// Visits the months in which a certification is added.
    pub(in crate::engine::career) fn for_each_added(&self, walk: &Walk, mut see: impl FnMut(u32)) {
        match &self.added {
            Added::OnPath => {
                if !self.is_specialist {
                    see(walk.specialist);
                }
                see(walk.role);
            }
            Added::ByCalendar(exams) => {
                let passed = |nth: &usize| walk.added >> nth & 1 == 1;
                for nth in (0..exams.len()).filter(passed) {
                    let month = walk.coding.saturating_add(exams[nth]);
                    see(if month < walk.left { month } else { NEVER });
                }
            }
        }
    }
}
