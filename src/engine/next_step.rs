//! What someone in the field could do next, and what it gains over the present job going on
//! (`docs/METHOD.md`, "The next step").
//!
//! A step is one change. What it gains is worked out in the mean and not walked: both arms share the
//! rank, the years and the leaving, so they differ by one factor from the month in which the step takes
//! effect.

use super::career::{Premises, Settings, at_first_job, career_stage, further_exam};
use super::combination::{combine_with, level_effect};
use super::local_wages::local_wages;
use super::pay::{PayAtQuantile, Spread};
use crate::data::{CareerNumber, CareerSpan, CostItem, LevelIndex, Locality, Tables};
use crate::profile::{AiAdoption, CareerStage, Fact, Key, Pivot, Profile};
use crate::quantity::{CertificationCount, Change, Dollars, Experience, Factor, Share, Triangular};

/// One change that someone in the field can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepTo {
    /// One more certification.
    Certification,
    /// A specialty with its certification.
    Specialty(LevelIndex),
    /// The role after the specialty, with its certification.
    Role(LevelIndex),
    /// Another kind of employer.
    Setting(LevelIndex),
    /// Work from home on the scale of the employer elsewhere that is stated.
    EmployersScale,
}

/// A step with what it takes and brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextStep {
    /// The change.
    pub step: StepTo,
    /// The median months until it takes effect, at the first attempt of an exam.
    pub months: u32,
    /// The share of those who try who get there within five years, if they stay in the field; none where
    /// no figure says how many do, and the gain is that of who does.
    pub odds: Option<Share>,
    /// What it costs who gets there.
    pub cost: Dollars,
    /// What it gains on average in five years over changing nothing, in dollars of now.
    pub gain: Change,
}

/// The months that a step is followed.
const MONTHS: u32 = 60;

/// The steps of someone in the field that the tables have a figure for, the one that gains most first of
/// those with known odds that pay, then the others; none for who is not in the field, and for a
/// contractor with a stated rate.
///
/// ```
/// use mbc_calc::{engine::next_steps, profile::{Draft, Key}};
/// let tables = mbc_calc::built_in();
/// let coder = Draft::default().state(Key::Certs, "1").state(Key::Experience, "4");
/// let steps = next_steps(&tables, &coder.profile(&tables).unwrap());
/// assert!(steps[0].gain.get() > 0.0);
/// ```
#[must_use]
pub fn next_steps(tables: &Tables, profile: &Profile) -> Vec<NextStep> {
    let bills = profile.work().is_contract() && profile.work().hourly_rate.is_some();
    if !profile.works_in_the_field() || bills {
        return Vec::new();
    }
    let job = PresentJob::new(tables, profile);
    let mut steps = job.steps();
    let pays = |step: &NextStep| step.odds.is_some() && step.gain.get() > 0.0;
    steps.sort_by(|a, b| pays(b).cmp(&pays(a)).then(b.gain.get().total_cmp(&a.gain.get())));
    steps
}

/// The present job going on.
struct PresentJob<'t, 'p> {
    premises: Premises<'t>,
    profile: &'p Profile,
    at_work: Profile,
    /// The part of a published difference that one gains.
    share: f64,
    /// By month: what of the pay from then on is worth now, for who is still in the field.
    ahead: Vec<f64>,
    /// By month: what a dollar then is worth now, for who is still in the field.
    worth: Vec<f64>,
    home: Locality,
    /// Dues a year from the first certification on, where none is held yet.
    dues: f64,
    /// The normal score of a stated pay.
    score: Option<f64>,
}

/// When a step takes effect, for whom, and at what cost.
struct Terms {
    step: StepTo,
    /// The share of those who try who get to the exam, or to the new job, where a figure says so.
    odds: Option<f64>,
    wait: Triangular,
    /// Months from now until the wait begins.
    from: u32,
    /// Who pass at the first attempt, and at the first or the second.
    exam: (f64, f64),
    fee: f64,
}

impl<'t, 'p> PresentJob<'t, 'p> {
    fn new(tables: &'t Tables, profile: &'p Profile) -> Self {
        let premises = Premises::new(tables);
        let at_work = at_first_job(tables, profile);
        let weights = tables.combination.covariance.weights(at_work.stated());
        let spread = Spread::new(&tables.salaries.nation().pay, weights.explained);
        let home = profile.home_locality().unwrap_or(Locality::NATION);
        let wages = &local_wages(tables, None, home).pay;
        let effect =
            level_effect(tables, at_work.level()).plus(combine_with(tables, &at_work, &weights));
        let hours = profile.work().full_time_equivalent();
        let pay = profile.work().pay.map(Dollars::get);
        let present = pay.unwrap_or_else(|| wages.mean.get() * effect.factor() * hours);
        let score = pay.map(|pay| {
            let modeled = libm::log(pay / hours) - effect.get();
            PayAtQuantile::new(wages, spread.k).score_of(modeled)
        });
        let number = |number| tables.career.number(number).value;
        let avoids = profile.plan().ai == Some(AiAdoption::Avoid);
        let office = office_left(tables, profile);
        let [stays, stays_on] =
            [CareerNumber::Leaving, CareerNumber::Displaced].map(|rate| 1.0 - number(rate));
        let yearly =
            (1.0 + number(CareerNumber::RealGrowth)) / (1.0 + number(CareerNumber::DiscountRate));
        let years = at_work.experience().unwrap_or_default().years();
        let learned = |month: u32| {
            let month = if avoids { month.min(office) } else { month };
            let now = Experience::new((years + f64::from(month) / 12.0).min(Experience::MAX));
            let effect = |years: Experience| tables.experience.effect(years);
            let gained = now.map_or(0.0, |now| {
                effect(now).get() - effect(at_work.experience().unwrap_or_default()).get()
            });
            libm::exp(weights.of(Factor::Experience) * gained)
        };
        let stay = |month: u32| {
            let after = if avoids { month.saturating_sub(office) } else { 0 };
            libm::pow(stays, f64::from(month) / 12.0) * libm::pow(stays_on, f64::from(after) / 12.0)
        };
        let worth: Vec<f64> = (0..MONTHS)
            .map(|month| {
                let rate = 1.0 + number(CareerNumber::DiscountRate);
                stay(month) / libm::pow(rate, f64::from(month) / 12.0)
            })
            .collect();
        let mut ahead = vec![0.0; MONTHS as usize + 1];
        for month in (0..MONTHS).rev() {
            let grown = libm::pow(yearly, f64::from(month) / 12.0);
            let paid = present / 12.0 * learned(month) * grown * stay(month);
            ahead[month as usize] = ahead[month as usize + 1] + paid;
        }
        let share = Settings::new(premises, profile).causal_share.get();
        let held = at_work.certifications().unwrap_or_default().get();
        let membership = tables.costs.get(CostItem::Membership).value;
        let dues = if held > 0 { 0.0 } else { membership };
        Self { premises, profile, at_work, share, ahead, worth, home, dues, score }
    }

    fn steps(&self) -> Vec<NextStep> {
        let tables = self.premises.tables;
        let mut steps = vec![self.certification()];
        let avoids = self.profile.plan().ai == Some(AiAdoption::Avoid);
        let specialist = career_stage(tables, self.profile) == CareerStage::Specialist;
        for (level, row) in tables.specialties.iter() {
            let is_role = Pivot::named(&row.id).is_some();
            if Some(level) == self.at_work.specialty() || (is_role && (avoids || !specialist)) {
                continue;
            }
            steps.push(self.specialty(level, is_role));
        }
        for (level, _) in tables.settings.iter() {
            if Some(level) != self.profile.setting() {
                steps.push(self.setting(level));
            }
        }
        steps.extend(self.employers_scale());
        steps
    }

    fn certification(&self) -> NextStep {
        let tables = self.premises.tables;
        let more = Fact::Certifications(self.one_more());
        self.taken(
            &Terms {
                step: StepTo::Certification,
                odds: Some(1.0),
                wait: tables.career.span(CareerSpan::ExamPreparation).value,
                from: 0,
                exam: further_exam(self.premises, None),
                fee: tables.costs.get(CostItem::Exam).value,
            },
            libm::exp(self.share * self.gained(&self.at_work.with(more))),
        )
    }

    fn specialty(&self, level: LevelIndex, is_role: bool) -> NextStep {
        let tables = self.premises.tables;
        let (step, odds, span, from) = if is_role {
            (StepTo::Role(level), CareerNumber::RoleShare, CareerSpan::ToPivot, 0)
        } else {
            let office = office_left(tables, self.profile);
            (
                StepTo::Specialty(level),
                CareerNumber::SpecialtyShare,
                CareerSpan::ToSpecialist,
                office,
            )
        };
        let early = match self.profile.plan().ai {
            Some(AiAdoption::Early) => tables.career.number(CareerNumber::AiEarly).value,
            _ => 1.0,
        };
        let more = Fact::Certifications(self.one_more());
        let then = self.at_work.with(more).with(Fact::Specialty(level));
        self.taken(
            &Terms {
                step,
                odds: Some(tables.career.number(odds).value),
                wait: tables.career.span(span).value.scaled(early),
                from,
                exam: further_exam(self.premises, Some(level)),
                fee: tables.costs.get(CostItem::Exam).value,
            },
            libm::exp(self.share * self.gained(&then)),
        )
    }

    /// Another kind of employer counts in full; how many find a job there is not known.
    fn setting(&self, level: LevelIndex) -> NextStep {
        let tables = self.premises.tables;
        let then = self.at_work.with(Fact::Setting(level));
        let weights = tables.combination.covariance.weights(then.stated());
        let effect = |person: &Profile| combine_with(tables, person, &weights).get();
        // An unstated employer is the average one and has no effect.
        let gained = effect(&then) - effect(&self.at_work);
        self.taken(&self.new_job(StepTo::Setting(level), None, 0), libm::exp(gained))
    }

    /// Pay by an employer elsewhere, once work is done from home; it counts in full.
    fn employers_scale(&self) -> Option<NextStep> {
        let tables = self.premises.tables;
        let plan = self.profile.plan();
        let there = self.profile.employer_locality().filter(|&there| there != self.home)?;
        if plan.remote.is_some() || self.profile.home_locality().is_none() {
            return None;
        }
        let weights = tables.combination.covariance.weights(self.at_work.stated());
        let k = Spread::new(&tables.salaries.nation().pay, weights.explained).k;
        let [here, there] = [self.home, there].map(|at| local_wages(tables, None, at).pay);
        let ratio = match self.score {
            Some(score) => {
                let log = |pay| PayAtQuantile::new(pay, k).log_at(score);
                libm::exp(log(&there) - log(&here))
            }
            None => there.mean.get() / here.mean.get(),
        };
        let odds = tables.career.number(CareerNumber::RemoteShare).value;
        let office = office_left(tables, self.profile);
        let mut terms = self.new_job(StepTo::EmployersScale, Some(odds), office);
        terms.wait = Triangular::fixed(0.0).unwrap_or(terms.wait);
        Some(self.taken(&terms, ratio))
    }

    /// A change of employer takes as long to find as a first job.
    fn new_job(&self, step: StepTo, odds: Option<f64>, from: u32) -> Terms {
        let wait = self.premises.tables.career.span(CareerSpan::FirstJobSearch).value;
        Terms { step, odds, wait, from, exam: (1.0, 1.0), fee: 0.0 }
    }

    fn one_more(&self) -> CertificationCount {
        let held = self.at_work.certifications().unwrap_or_default();
        CertificationCount::new(held.get().saturating_add(1)).unwrap_or(held)
    }

    /// The log of the published pay of such a person over the present one.
    fn gained(&self, then: &Profile) -> f64 {
        let tables = self.premises.tables;
        let weights = tables.combination.covariance.weights(self.at_work.stated());
        let effect = |person: &Profile| {
            combine_with(tables, &person.without(Key::Experience), &weights).get()
        };
        effect(then) - effect(&self.at_work)
    }

    /// What a step brings that multiplies pay by `ratio` once it takes effect.
    fn taken(&self, terms: &Terms, ratio: f64) -> NextStep {
        let retake = self.premises.tables.career.span(CareerSpan::RetakePreparation).value;
        let (first, either) = terms.exam;
        let (mut gain, mut reached) = (0.0, 0.0);
        let dues = if terms.fee > 0.0 { self.dues } else { 0.0 };
        let mut see = |month: u32, likely: f64| {
            if let Some(worth) = self.worth.get(month as usize) {
                let each_year = self.worth[month as usize..].iter().step_by(12);
                let paid = terms.fee * worth + dues * each_year.sum::<f64>();
                reached += likely;
                gain += likely * (self.ahead[month as usize] * (ratio - 1.0) - paid);
            }
        };
        for (wait, likely) in whole_months(&terms.wait) {
            let month = terms.from + wait;
            see(month, likely * first);
            for (again, as_likely) in whole_months(&retake) {
                see(month + again, likely * as_likely * (either - first));
            }
        }
        let odds = terms.odds.unwrap_or(1.0);
        let share = (reached * odds).clamp(0.0, 1.0);
        NextStep {
            step: terms.step,
            months: terms.from + terms.wait.quantile(0.5),
            odds: terms.odds.map(|_| Share::new(share).expect("a clamped part is a share")),
            cost: Dollars::new(terms.fee).expect("a fee of a checked table is an amount"),
            gain: Change::new(gain * odds).expect("a sum of finite amounts is finite"),
        }
    }
}

/// The likeliest months in the office that are still ahead.
fn office_left(tables: &Tables, profile: &Profile) -> u32 {
    let worked = profile.stated_experience().map_or(0.0, |years| years.years() * 12.0);
    let left = tables.career.span(CareerSpan::InOffice).value.mode() - worked;
    match career_stage(tables, profile) {
        CareerStage::Specialist => 0,
        _ => Triangular::fixed(left.max(0.0)).map_or(0, |left| left.quantile(0.5)),
    }
}

/// Months of a duration with how likely each is: at equally likely points of its distribution.
fn whole_months(span: &Triangular) -> impl Iterator<Item = (u32, f64)> + '_ {
    const POINTS: u32 = 120;
    (0..POINTS).map(|point| {
        let probability = (f64::from(point) + 0.5) / f64::from(POINTS);
        (span.quantile(probability), 1.0 / f64::from(POINTS))
    })
}
