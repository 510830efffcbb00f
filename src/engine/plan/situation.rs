//! Where a person in the field would be after some steps, and what that pays.

use super::step_to::StepTo;
use crate::data::{LevelIndex, Locality, Tables};
use crate::engine::career::{
    Course, PayThen, Premises, Rates, Settings, at_first_job, career_stage,
};
use crate::engine::combination::combine_with;
use crate::engine::contract::net_of_rate;
use crate::engine::local_wages::local_wages;
use crate::engine::pay::{PayAtQuantile, Spread};
use crate::profile::{CareerStage, Employment, Fact, GeoPay, Key, Profile, Work};
use crate::quantity::{CertificationCount, Dollars, Horizon, Share};

/// The present job going on, and what the tables say of people in it.
pub(super) struct PresentJob<'t> {
    pub(super) premises: Premises<'t>,
    pub(super) profile: Profile,
    pub(super) at_work: Profile,
    pub(super) course: Course,
    share: Share,
    /// How much of the width of the range is left.
    k: f64,
}

/// What differs from the present job.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Situation {
    /// Certifications that are added.
    pub(super) added: u8,
    pub(super) specialty: Option<LevelIndex>,
    pub(super) is_specialist: bool,
    pub(super) setting: Option<LevelIndex>,
    pub(super) education: Option<LevelIndex>,
    pub(super) paid_at: PaidAt,
}

/// At which rates the work is paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PaidAt {
    Present,
    Place(Locality),
    Contract(Dollars),
}

impl<'t> PresentJob<'t> {
    /// The job of someone in the field, in so many careers as the profile asks for, followed for as long
    /// as gains are summed up.
    pub(super) fn new(tables: &'t Tables, profile: &Profile) -> Self {
        let premises = Premises::new(tables);
        let at_work = at_first_job(tables, profile);
        let weights = tables.combination.covariance.weights(at_work.stated());
        let settings = settings(premises, profile);
        Self {
            premises,
            profile: profile.clone(),
            course: Course::new(premises, profile, settings, &[]),
            share: settings.causal_share,
            k: Spread::new(&tables.salaries.nation().pay, weights.explained).k,
            at_work,
        }
    }

    /// Nothing is changed yet.
    pub(super) fn unchanged(&self) -> Situation {
        Situation {
            added: 0,
            specialty: self.at_work.specialty(),
            is_specialist: career_stage(self.premises.tables, &self.profile)
                == CareerStage::Specialist,
            setting: self.at_work.setting(),
            education: self.at_work.education(),
            paid_at: PaidAt::Present,
        }
    }

    /// The pay there. Of certifications and specialties the causal share counts, of employers and
    /// places all of the difference; an unstated employer or schooling is the average one.
    pub(super) fn pay(&self, then: &Situation) -> PayThen {
        let tables = self.premises.tables;
        let weights = tables.combination.covariance.weights(self.at_work.stated());
        let effect = |person: &Profile| {
            combine_with(tables, &person.without(Key::Experience), &weights).get()
        };
        let mut learned = self.at_work.with(Fact::Certifications(self.held(then)));
        if let Some(level) = then.specialty {
            learned = learned.with(Fact::Specialty(level));
        }
        let mut log = self.share.get() * (effect(&learned) - effect(&self.at_work));
        let stated = [
            then.setting.filter(|&level| Some(level) != self.at_work.setting()).map(Fact::Setting),
            then.education
                .filter(|&level| Some(level) != self.at_work.education())
                .map(Fact::Education),
        ];
        for fact in stated.into_iter().flatten() {
            let person = self.at_work.with(fact);
            let weights = tables.combination.covariance.weights(person.stated());
            let effect = |person: &Profile| combine_with(tables, person, &weights).get();
            let moved = effect(&person) - effect(&self.at_work);
            log +=
                if matches!(fact, Fact::Education(_)) { self.share.get() * moved } else { moved };
        }
        let rates = match then.paid_at {
            PaidAt::Present => Rates::Present,
            PaidAt::Place(place) => Rates::Elsewhere(self.rates_of(place)),
            PaidAt::Contract(rate) => Rates::Contract(self.contract(rate).get() / 12.0),
        };
        PayThen { times: libm::exp(log), rates }
    }

    fn rates_of(&self, at: Locality) -> PayAtQuantile {
        PayAtQuantile::new(&local_wages(self.premises.tables, None, at).pay, self.k)
    }

    /// What a rate leaves in a year.
    fn contract(&self, rate: Dollars) -> Dollars {
        let work = Work {
            employment: Some(Employment::Contract),
            hourly_rate: Some(rate),
            ..*self.profile.work()
        };
        net_of_rate(self.premises.tables, &work).unwrap_or(Dollars::ZERO)
    }

    /// The rate an hour that leaves a contractor what the present job pays.
    pub(super) fn rate_like_now(&self) -> Dollars {
        let one = self.contract(Dollars::ONE).get();
        Dollars::new(self.now().get() / one).unwrap_or(Dollars::ZERO)
    }

    /// The certifications held there.
    pub(super) fn held(&self, then: &Situation) -> CertificationCount {
        let held = self.at_work.certifications().unwrap_or_default();
        CertificationCount::new(held.get().saturating_add(then.added)).unwrap_or(held)
    }

    /// The pay now, in dollars a year: as stated, else that in the middle.
    pub(super) fn now(&self) -> Dollars {
        Dollars::new(self.course.without_now()).unwrap_or(Dollars::ZERO)
    }

    /// The pay a year there at the rank of the present pay, as if it took effect in a month from now,
    /// with the years worked until then.
    pub(super) fn at(&self, pay: &PayThen, month: u32) -> Dollars {
        let score = self.course.present_score();
        let present = self.course.present_pay().get(month as usize).copied().unwrap_or(0.0) * 12.0;
        let amount = match pay.rates {
            Rates::Present => present * pay.times,
            Rates::Elsewhere(there) => {
                let here = self.course.field.rates();
                present * pay.times * libm::exp(there.log_at(score) - here.log_at(score))
            }
            Rates::Contract(monthly) => monthly * 12.0,
        };
        Dollars::new(amount).unwrap_or(Dollars::ZERO)
    }

    /// The pay a year of the present job in a month from now.
    pub(super) fn at_present(&self, month: u32) -> Dollars {
        self.at(&PayThen { times: 1.0, rates: Rates::Present }, month)
    }

    /// The profile of someone there.
    pub(super) fn person(&self, then: &Situation) -> Profile {
        let tables = self.premises.tables;
        let mut person = self.at_work.without(Key::Pay);
        if then.added > 0 || then.specialty != self.at_work.specialty() {
            person = person.with(Fact::Certifications(self.held(then)));
        }
        person = then.specialty.map_or(person.clone(), |level| person.with(Fact::Specialty(level)));
        person = then.setting.map_or(person.clone(), |level| person.with(Fact::Setting(level)));
        person = then.education.map_or(person.clone(), |level| person.with(Fact::Education(level)));
        match then.paid_at {
            PaidAt::Place(at) => match tables.salaries.get(at.place) {
                Ok(wages) => {
                    person.with(Fact::Employer(wages)).with(Fact::GeoPay(GeoPay::Employer))
                }
                Err(_) => person,
            },
            PaidAt::Present | PaidAt::Contract(_) => person,
        }
    }
}

/// The most careers that are kept side by side; more would need much memory.
const MOST_CAREERS: u32 = 100_000;

/// How steps are followed: ten years, whatever the horizon of the profile.
pub(super) fn settings(premises: Premises<'_>, profile: &Profile) -> Settings {
    let settings = Settings::new(premises, profile);
    let careers = settings.careers.get().min(MOST_CAREERS);
    Settings {
        horizon: Horizon::default(),
        careers: crate::quantity::CareerCount::new(careers).unwrap_or_default(),
        ..settings
    }
}

impl Situation {
    /// The same after a step, without regard to whether one gets there.
    pub(super) fn after(mut self, tables: &Tables, step: StepTo) -> Self {
        match step {
            StepTo::Certification => self.added += 1,
            StepTo::Credential(index) => {
                self.added += 1;
                if let Ok(level) = tables.credentials.get(index).specialty {
                    self.specialty = Some(level);
                    self.is_specialist = true;
                }
            }
            StepTo::Specialty(level) | StepTo::Role(level) => {
                self.added += 1;
                self.specialty = Some(level);
                self.is_specialist = true;
            }
            StepTo::Setting(level) => self.setting = Some(level),
            StepTo::Degree(level) => self.education = Some(level),
            StepTo::Employer(place) => self.paid_at = PaidAt::Place(Locality::whole(place)),
            StepTo::Contract(rate) => self.paid_at = PaidAt::Contract(rate),
            StepTo::EmployersScale | StepTo::Program(..) | StepTo::Search => {}
        }
        self
    }
}
