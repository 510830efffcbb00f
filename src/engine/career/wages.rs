//! What a career earns in each month: the estimate for the profile of that month, at the rank
//! that the career keeps (`docs/METHOD.md`, "Pay along the way").

use super::career_stage::aims;
use super::stage_durations::Path;
use crate::data::{Locality, Occupation, Tables};
use crate::engine::combination::{combine_with, level_effect};
use crate::engine::contract;
use crate::engine::local_wages::local_wages;
use crate::engine::pay::{PayAtQuantile, Spread};
use crate::engine::pay_scale::{Scenario, scenarios};
use crate::profile::{
    AiAdoption, CareerStage, CertificationPlan, Fact, GeoPay, Key, Pivot, Profile,
};
use crate::quantity::{CertificationCount, Experience, Factor, LogEffect, Share};

/// The pay of a career, in dollars a month of the wages' year, ready for any rank and path.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Wages {
    /// Where the work is done in the office, and from afar.
    pub(super) places: [Locality; 2],
    ranked: [PayAtQuantile; 2],
    /// The log of everything that multiplies pay and never changes.
    constant: f64,
    /// By month since the first job: what years of work multiply pay by.
    experience: Vec<f64>,
    /// By certifications added since the first job.
    certifications: Vec<f64>,
    /// The months between two of them.
    every: u32,
    specialist: f64,
    pivot: PivotPay,
    stops_learning: bool,
    /// A contractor's pay a month, from working remotely on.
    contract: Option<f64>,
    /// What multiplies a pay that does not move.
    level: Vec<f64>,
}

/// What a pivot does to pay.
#[derive(Clone, Debug)]
enum PivotPay {
    /// The pay is multiplied; that of the specialty is not.
    Times(f64),
    /// The pay of another occupation, mixed with that of the first job by the causal share.
    Occupation { ranked: [PayAtQuantile; 2], constant: f64, share: f64, experience: Vec<f64> },
    /// A contractor's pay a month.
    Flat(f64),
    /// Nothing.
    Same,
}

/// A spell of months in which pay changes by experience alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spell<'w> {
    /// The first month.
    pub(super) from: u32,
    /// The month after the last.
    pub(super) until: u32,
    /// The pay a month before experience.
    pub(super) base: f64,
    /// What experience multiplies it by, from the first month of the spell on.
    pub(super) experience: &'w [f64],
}

impl Wages {
    pub(super) fn new(tables: &Tables, profile: &Profile, share: Share, months: u32) -> Self {
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
        let plan = plan(profile);
        let count =
            |more: u8| CertificationCount::new(held.get().saturating_add(more)).unwrap_or(held);
        let added = plan.up_to.get().saturating_sub(held.get());
        let chosen = scenarios(profile).next().expect("there is always a pay scale");
        let places = places(profile, chosen);
        let level = level_effect(tables, at_work.level()).get();
        let worked = at_work.experience().map_or(0.0, Experience::years);
        let time = libm::log(profile.work().full_time_equivalent() / 12.0);
        let contract = contract::net_of_rate(tables, profile.work());
        let contractor = profile.work().is_contract();
        let pivot = match goal.pivot {
            Pivot::Stay => PivotPay::Same,
            Pivot::Contracting => {
                contract.map_or(PivotPay::Same, |pay| PivotPay::Flat(pay.get() / 12.0))
            }
            Pivot::Informatics => informatics(tables, &at_work, places, share, months, time),
            role => {
                let level = tables.specialties.find("specialty", role.name());
                level.map_or(PivotPay::Same, |level| {
                    PivotPay::Times(libm::exp(gained(Fact::Specialty(level))))
                })
            }
        };
        Self {
            places,
            ranked: places
                .map(|place| PayAtQuantile::new(&local_wages(tables, None, place).pay, spread.k)),
            constant: level + start + time,
            experience: by_month(tables, worked, weights.of(Factor::Experience), months),
            certifications: (0..=added)
                .map(|more| libm::exp(gained(Fact::Certifications(count(more)))))
                .collect(),
            every: plan.every.get(),
            specialist: libm::exp(gained(Fact::Specialty(goal.specialty))),
            pivot,
            stops_learning: profile.plan().ai == Some(AiAdoption::Avoid),
            contract: contract.filter(|_| contractor).map(|pay| pay.get() / 12.0),
            level: vec![1.0; months as usize],
        }
    }

    /// The median pay of the first job when it begins, in dollars a year.
    pub(in crate::engine) fn first_pay(&self) -> f64 {
        let first = self.experience.first().copied().unwrap_or(1.0);
        libm::exp(self.ranked[0].log_at(0.0) + self.constant) * first * 12.0
    }

    /// How many certifications are added, and how many months lie between two of them.
    pub(super) fn certifications_added(&self) -> (u32, u32) {
        let added = self.certifications.len().saturating_sub(1);
        (u32::try_from(added).unwrap_or(u32::MAX), self.every)
    }

    /// Visits every spell of work in the field before the month `end`, at the rank of a normal score.
    pub(super) fn for_each_spell<'w>(
        &'w self,
        path: &Path,
        score: f64,
        end: u32,
        mut see: impl FnMut(Spell<'w>),
    ) {
        let mut from = path.first_job;
        if from >= end {
            return;
        }
        let logs = self.ranked.map(|ranked| ranked.log_at(score) + self.constant);
        let bases = logs.map(libm::exp);
        let mut added = 0;
        let mut due = path.first_job.saturating_add(self.every);
        while from < end {
            let next = match self.certifications.get(added + 1) {
                Some(_) => due,
                None => end,
            };
            let until = [next, path.remote, path.specialist, path.pivot]
                .into_iter()
                .filter(|&event| event > from)
                .fold(end, u32::min);
            let place = usize::from(from >= path.remote);
            let since = |month: u32| (month - path.first_job) as usize;
            let mut experience = &self.experience[since(from)..];
            let mut base = bases[place] * self.certifications[added];
            if from >= path.pivot
                && let PivotPay::Times(times) = self.pivot
            {
                base *= times;
            } else if from >= path.specialist {
                base *= self.specialist;
            }
            if self.stops_learning && from >= path.remote {
                base *= self.experience[since(path.remote)];
                experience = &self.level;
            }
            match (&self.pivot, self.contract) {
                (_, Some(pay)) if from >= path.remote => (base, experience) = (pay, &self.level),
                (PivotPay::Flat(pay), _) if from >= path.pivot => {
                    (base, experience) = (*pay, &self.level);
                }
                (PivotPay::Occupation { ranked, constant, share, experience: years }, _)
                    if from >= path.pivot =>
                {
                    let there = ranked[1].log_at(score) + constant;
                    base = libm::exp((1.0 - share) * logs[1] + share * there);
                    experience = &years[since(from)..];
                }
                _ => {}
            }
            see(Spell { from, until, base, experience });
            if until == next {
                added += 1;
                due = due.saturating_add(self.every);
            }
            from = until;
        }
    }
}

/// The profile in the first job, or the present one of a person who works already.
pub(in crate::engine) fn at_first_job(tables: &Tables, profile: &Profile) -> Profile {
    let career_stage = super::career_stage(tables, profile);
    let held = profile.certifications().map_or(0, CertificationCount::get);
    // Who works and does not say how many certifications are held has the one that opens the field.
    let certified = match (career_stage, profile.certifications()) {
        (CareerStage::Coder | CareerStage::Specialist, Some(_)) => held,
        _ => held.max(1),
    };
    let certified = CertificationCount::new(certified).unwrap_or_default();
    let years = profile.stated_experience().unwrap_or_default();
    let in_the_field = profile.without(Key::Role);
    let at_work = in_the_field.with(Fact::Certifications(certified)).with(Fact::Experience(years));
    match career_stage {
        CareerStage::Specialist => match profile.specialty() {
            Some(level) => at_work.with(Fact::Specialty(level)),
            None => at_work,
        },
        _ => at_work.with(Fact::Specialty(tables.career.first_specialty())),
    }
}

/// How certifications are added: as stated, else one a year up to three.
pub(super) fn plan(profile: &Profile) -> CertificationPlan {
    profile.plan().certifications.unwrap_or_default()
}

/// Where the work is done in the office, and from afar: until one works remotely, at home, unless
/// one scale holds everywhere.
fn places(profile: &Profile, chosen: Scenario) -> [Locality; 2] {
    let office = match chosen.geo_pay {
        GeoPay::National => chosen.locality(),
        GeoPay::Employer | GeoPay::Residence => {
            profile.home_locality().unwrap_or(chosen.locality())
        }
    };
    [office, chosen.locality()]
}

/// By month from now: what years of work multiply pay by, when experience has this weight.
pub(super) fn by_month(tables: &Tables, worked: f64, weight: f64, months: u32) -> Vec<f64> {
    let at = |month: u32| {
        let years = Experience::new((worked + f64::from(month) / 12.0).min(Experience::MAX));
        let effect = years.map_or(LogEffect::NONE, |years| tables.experience.effect(years));
        effect.weighted(weight).factor()
    };
    (0..months).map(at).collect()
}

/// The pay in health informatics, which knows experience and education only.
fn informatics(
    tables: &Tables,
    at_work: &Profile,
    places: [Locality; 2],
    share: Share,
    months: u32,
    time: f64,
) -> PivotPay {
    let others = [Key::Certs, Key::Specialty, Key::Setting];
    let person = others.into_iter().fold(at_work.clone(), |person, key| person.without(key));
    let weights = tables.combination.covariance.weights(person.stated());
    let occupation = Occupation::HealthInformation;
    let nation = &tables.occupations.nation(occupation).pay;
    let spread = Spread::new(nation, weights.explained);
    let years_left_out = person.without(Key::Experience);
    let weight = share.get() * weights.of(Factor::Experience);
    let here = tables.combination.covariance.weights(at_work.stated()).of(Factor::Experience);
    let worked = at_work.experience().unwrap_or_default().years();
    PivotPay::Occupation {
        ranked: places.map(|place| {
            PayAtQuantile::new(&local_wages(tables, Some(occupation), place).pay, spread.k)
        }),
        constant: combine_with(tables, &years_left_out, &weights).get() + time,
        share: share.get(),
        experience: by_month(tables, worked, weight + (1.0 - share.get()) * here, months),
    }
}
