//! What was stated and is not used by an answer, and why: nothing is left out in silence.

use super::choices::{CareerStage, GeoPay};
use super::fact_row::Group;
use super::facts::Key;
use super::person::Seeker;
use super::plan::{CareerPlan, TaxFacts};
use super::resolved::Profile;
use crate::quantity::Factor;

/// What a profile is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Pay now, on every pay scale.
    Pay,
    /// Pay now, on the chosen pay scale only, of profiles or levels next to each other.
    ManyPays,
    /// The same of homes in several states or areas.
    ManyHomes,
    /// What is left of a pay after taxes.
    TakeHome,
    /// What graduates of programs earn.
    Programs,
    /// What other careers pay everyone in them.
    OtherCareers,
    /// The course of a career.
    Career,
    /// Whether it is worth it.
    Verdict,
    /// All of it on one page.
    Page,
    /// The same, by tests that compare no pay with another after taxes.
    UntaxedVerdict,
}

/// A stated fact that an answer does not use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The fact.
    pub fact: Key,
    /// Why: one lower-case clause.
    pub reason: &'static str,
}

impl Profile {
    /// The stated facts that the answer to a question does not use, in the order of the flags.
    ///
    /// ```
    /// use mbc_calc::profile::{Asked, Draft, Key};
    /// let tables = mbc_calc::built_in();
    /// let profile = Draft::default().state(Key::Tuition, "3000").profile(&tables).unwrap();
    /// assert_eq!(profile.unused(Asked::Pay)[0].fact, Key::Tuition);
    /// assert_eq!(profile.unused(Asked::Career), []);
    /// ```
    #[must_use]
    pub fn unused(&self, asked: Asked) -> Vec<Unused> {
        let has_taxes = *self.taxes() != TaxFacts::default();
        let has_plan = *self.plan() != CareerPlan::default();
        let has_seeker = *self.seeker() != Seeker::default();
        let keys = Key::ALL.into_iter().filter(|key| match key.group() {
            Group::Pay => true,
            Group::Taxes => has_taxes,
            Group::Career => has_plan,
            Group::You => has_seeker,
        });
        let stated = keys.filter(|&key| self.states(key));
        stated
            .filter_map(|fact| Some(Unused { fact, reason: self.why_unused(fact, asked)? }))
            .collect()
    }

    fn why_unused(&self, fact: Key, asked: Asked) -> Option<&'static str> {
        let is_place = matches!(fact, Key::State | Key::Metro | Key::City | Key::Zip | Key::County);
        match asked {
            Asked::Programs => {
                return (!is_place)
                    .then_some("what graduates earn is known of all of them together");
            }
            Asked::OtherCareers => {
                return (fact != Key::State)
                    .then_some("what a career pays is known of everyone in a state together");
            }
            _ => {}
        }
        let is_of_pay = matches!(asked, Asked::Pay | Asked::ManyPays | Asked::ManyHomes);
        match (fact.group(), asked) {
            (Group::Career, Asked::Career | Asked::Verdict | Asked::UntaxedVerdict)
            | (Group::You, Asked::Verdict | Asked::UntaxedVerdict)
            | (Group::Pay, _)
            | (Group::Taxes, Asked::TakeHome)
            | (_, Asked::Page) => {}
            (Group::Taxes, Asked::UntaxedVerdict) => {
                return Some("no test of this stage compares two pays; `take-home` counts it");
            }
            (Group::Taxes, _) => {
                if self.taxes().take_home == Some(false) && fact != Key::TakeHome {
                    return Some("`--take-home no` leaves taxes out");
                }
                let is_elsewhere = asked == Asked::ManyHomes && fact == Key::Local;
                return is_elsewhere.then_some("it counts only at homes in the state it is in");
            }
            (Group::Career, _) if fact == Key::CareerStage && self.work().pay.is_some() => {}
            (Group::Career, _) => return Some("this is pay now; `timeline` counts it"),
            (Group::You, _) => return Some("`verdict` asks for it"),
        }
        match fact {
            Key::Certs if self.not_counted().contains(Factor::Certifications) => Some(OF_THE_FIELD),
            Key::Specialty if self.not_counted().contains(Factor::Specialty) => Some(OF_THE_FIELD),
            Key::Setting if self.not_counted().contains(Factor::Setting) => Some(OF_THE_FIELD),
            Key::EmployerMetro | Key::EmployerState if !self.is_on_the_employers_scale() => {
                let taxed =
                    matches!(asked, Asked::TakeHome | Asked::Page) && fact == Key::EmployerState;
                let is_same = fact == Key::EmployerState
                    && self.employer_locality().is_some_and(|at| at.area.is_some());
                (!taxed && !is_same).then_some("the pay scale is not the employer's: `--geo-pay`")
            }
            Key::Pay if is_of_pay && !self.works_in_the_field() => Some(
                "no work in the field is stated, so it is the pay of another job; `--experience` says otherwise",
            ),
            Key::Tuition | Key::Aid | Key::Program | Key::Study if self.is_past_the_program() => {
                Some("the program is behind you")
            }
            _ => None,
        }
    }

    fn is_on_the_employers_scale(&self) -> bool {
        self.stated_geo_pay().is_none_or(|scale| scale == GeoPay::Employer)
    }

    /// Whether no program is ahead, by the career stage or by what is held.
    fn is_past_the_program(&self) -> bool {
        match self.plan().career_stage {
            Some(stage) => stage != CareerStage::Newcomer,
            None => {
                self.works_in_the_field()
                    || self.certifications().is_some_and(|held| held.get() > 0)
            }
        }
    }

    /// Whether a fact is stated.
    #[must_use]
    pub fn states(&self, key: Key) -> bool {
        let (work, plan, taxes, seeker) = (self.work(), self.plan(), self.taxes(), self.seeker());
        match key {
            Key::State => self.home.is_some(),
            Key::Metro => self.home.is_some_and(|home| home.area.is_some()),
            Key::City | Key::Zip | Key::County => self.home_name(key).is_some(),
            Key::EmployerState => self.employer.is_some(),
            Key::EmployerMetro => self.employer.is_some_and(|employer| employer.area.is_some()),
            Key::GeoPay => self.geo_pay.is_some(),
            Key::Level => self.level.is_some(),
            Key::Certs => self.certifications.is_some(),
            Key::Experience => self.experience.is_some(),
            Key::Specialty => self.specialty.is_some(),
            Key::Role => self.role.is_some(),
            Key::Setting => self.setting.is_some(),
            Key::Education => self.education.is_some(),
            Key::Hours => work.hours.is_some(),
            Key::Employment => work.employment.is_some(),
            Key::HourlyRate => work.hourly_rate.is_some(),
            Key::Pay => work.pay.is_some(),
            Key::TakeHome => taxes.take_home.is_some(),
            Key::TaxYear => taxes.year.is_some(),
            Key::Filing => taxes.filing.is_some(),
            Key::Local => taxes.local.is_some(),
            Key::Convenience => taxes.convenience.is_some(),
            Key::CareerStage => plan.career_stage.is_some(),
            Key::Ai => plan.ai.is_some(),
            Key::Tuition => plan.tuition.is_some(),
            Key::Aid => plan.aid.is_some(),
            Key::Program => plan.program.is_some(),
            Key::Study => plan.study.is_some(),
            Key::Pivot => plan.pivot.is_some(),
            Key::Remote => plan.remote.is_some(),
            Key::CertsPlan => plan.certifications.is_some(),
            Key::Horizon => plan.horizon.is_some(),
            Key::Careers => plan.careers.is_some(),
            Key::Seed => plan.seed.is_some(),
            Key::CausalShare => plan.causal_share.is_some(),
            Key::Nominal => plan.nominal.is_some(),
            Key::Stage => seeker.stage.is_some(),
            Key::Wait => seeker.wait.is_some(),
            Key::SelfDiscipline
            | Key::Repetition
            | Key::Learning
            | Key::Technology
            | Key::Company
            | Key::Detail
            | Key::Deadlines
            | Key::HomeOffice => {
                key.as_work_style().is_some_and(|style| seeker.has(style).is_some())
            }
        }
    }
}

/// Why the figures of the field do not count in another role.
const OF_THE_FIELD: &str = "what it brings is known of medical records specialists only";
