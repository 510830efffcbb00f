//! What a career earns in each month: the estimate for the profile of that month, at the rank
//! that the career keeps (`docs/METHOD.md`, "Pay along the way").

use super::climb::{by_month, growth};
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
    /// By month since the first coding job: what years of work multiply pay by.
    experience: Vec<f64>,
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
    /// What multiplies a pay that does not move.
    level: Vec<f64>,
    /// By month from now: how the pay of the whole field has grown.
    growth: Vec<f64>,
}

/// When certifications are added.
#[derive(Clone, Debug)]
enum Added {
    /// With the specialty, and with the role after it.
    OnPath,
    /// So many months after the first coding job.
    ByCalendar(Vec<u32>),
}

/// A spell of months in which pay changes by experience and growth alone.
struct Spell<'p> {
    /// The first month.
    from: u32,
    /// The month after the last.
    until: u32,
    /// The pay a month before experience.
    base: f64,
    /// What experience multiplies it by, from the first month of the spell on.
    experience: &'p [f64],
}

/// The rank of a career: its normal score, and a stated pay over that of the rank.
pub(in crate::engine::career) type Rank = (f64, f64);

impl FieldPay {
    pub(in crate::engine::career) fn new(
        premises: Premises<'_>,
        profile: &Profile,
        share: Share,
        calendar: &[u32],
        months: u32,
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
                (Added::ByCalendar(calendar.to_vec()), u8::try_from(calendar.len()).unwrap_or(0))
            }
        };
        let places = places(profile);
        let time = libm::log(profile.work().full_time_equivalent() / 12.0);
        let worked = at_work.experience().map_or(0.0, Experience::years);
        let contract = contract::net_of_rate(tables, profile.work()).map(|pay| pay.get() / 12.0);
        let contractor = profile.work().is_contract();
        let terms = RoleTerms { at_work: &at_work, places, share, months, time, contract };
        let role = RolePay::new(tables, goal.pivot, &terms, |level| gained(Fact::Specialty(level)));
        Self {
            places,
            is_one_place: places[0] == places[1],
            ranked: places
                .map(|place| PayAtQuantile::new(&local_wages(tables, None, place).pay, spread.k)),
            constant: level_effect(tables, at_work.level()).get() + start + time,
            experience: by_month(tables, worked, weights.of(Factor::Experience), months),
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
            adjacent: OtherJob::adjacent_job(tables, profile, at_home(profile), months),
            level: vec![1.0; months as usize],
            growth: growth(premises.number(CareerNumber::RealGrowth), months),
        }
    }

    /// The rates of the present job at any rank.
    pub(in crate::engine) const fn rates(&self) -> PayAtQuantile {
        self.ranked[0]
    }

    /// The pay of the present job at the rank of a normal score, in dollars a month.
    pub(in crate::engine::career) fn present(&self, score: f64) -> f64 {
        let (base, climbs) = self.same_job(score);
        if climbs { base * self.experience.first().copied().unwrap_or(1.0) } else { base }
    }

    /// The normal score at which the present job pays so much a month.
    pub(in crate::engine::career) fn score_of(&self, monthly: f64) -> f64 {
        let learned = self.experience.first().copied().unwrap_or(1.0);
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

    /// Fills in the months in which the present job would simply go on.
    pub(in crate::engine::career) fn keep(
        &self,
        walk: &Walk,
        (score, ratio): Rank,
        pay: &mut [f64],
    ) {
        let end = end(walk, pay.len());
        let (base, climbs) = self.same_job(score);
        let base = base * ratio;
        let stop = if self.stops_learning { walk.office_over.min(end) } else { end };
        let experience = if climbs { &self.experience } else { &self.level };
        self.fill(pay, &Spell { from: 0, until: stop, base, experience });
        if stop < end {
            let learned = experience[stop as usize];
            let level = &self.level;
            self.fill(
                pay,
                &Spell { from: stop, until: end, base: base * learned, experience: level },
            );
        }
    }

    /// Fills in every month in the field, at the rank of a normal score and with the ratio of a
    /// stated pay to that rank's.
    pub(in crate::engine::career) fn earn(
        &self,
        walk: &Walk,
        (score, ratio): Rank,
        income: &mut [f64],
    ) {
        let end = end(walk, income.len());
        if walk.adjacent < end {
            let until = walk.coding.min(end);
            let base = self.adjacent.base(score);
            let experience = &self.adjacent.experience;
            self.fill(income, &Spell { from: walk.adjacent, until, base, experience });
        }
        let mut from = walk.coding;
        if from >= end {
            return;
        }
        let logs = self.ranked.map(|ranked| ranked.log_at(score) + self.constant);
        let office = libm::exp(logs[0]);
        let from_home = if self.is_one_place { office } else { libm::exp(logs[1]) };
        let bases = [office, from_home];
        while from < end {
            let until = self.until(walk, from, end);
            let (base, experience) = self.at(walk, from, (score, ratio), logs, bases);
            self.fill(income, &Spell { from, until, base, experience });
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

    /// The pay a month in a month of coding before experience, and what experience makes of it.
    fn at(
        &self,
        walk: &Walk,
        month: u32,
        (score, ratio): Rank,
        logs: [f64; 2],
        bases: [f64; 2],
    ) -> (f64, &[f64]) {
        let since = |month: u32| (month - walk.coding) as usize;
        let remote = usize::from(month >= walk.remote);
        match self.contract {
            Some((pay, true)) => return (pay * ratio, &self.level),
            Some((pay, false)) if remote == 1 => return (pay, &self.level),
            _ => {}
        }
        let in_role = month >= walk.role;
        match self.role.in_place_of(logs[remote], remote, score) {
            Some((base, None)) if in_role => return (base, &self.level),
            Some((base, Some(experience))) if in_role => {
                return (base * ratio, &experience[since(month)..]);
            }
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
            return (base * self.experience[since(walk.office_over)], &self.level);
        }
        (base, &self.experience[since(month)..])
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

    fn fill(&self, pay: &mut [f64], spell: &Spell<'_>) {
        let months = spell.from as usize..spell.until as usize;
        let growth = &self.growth[months.clone()];
        for ((pay, years), growth) in pay[months].iter_mut().zip(spell.experience).zip(growth) {
            *pay = spell.base * years * growth;
        }
    }
}

/// The month after the last in the field, within the months that are followed.
fn end(walk: &Walk, months: usize) -> u32 {
    walk.left.min(u32::try_from(months).unwrap_or(NEVER))
}
