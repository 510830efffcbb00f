//! What a step takes: its exam or search, how likely each part succeeds, and what it costs.

use super::exam_price::two_attempts;
use super::situation::{PaidAt, PresentJob, Situation};
use super::step_to::StepTo;
use crate::data::{CareerNumber, CareerSpan, CostItem, CredentialIndex, LevelIndex, Locality};
use crate::engine::career::{Draws, Leg, Since, attempts_of, further_exam};
use crate::profile::{AiAdoption, CareerStage, Pivot};
use crate::quantity::{Dollars, Triangular};

/// A step from where it is taken.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub(super) step: StepTo,
    pub(super) legs: Vec<Leg>,
    /// Where it leads.
    pub(super) then: Situation,
    /// What it costs who gets there, where that is known.
    pub(super) cost: Option<Dollars>,
    /// Whether the price of the exam is that of the CPC exam, since its own is not known.
    pub(super) is_stand_in: bool,
}

impl Taken {
    /// Whether figures say how many of those who try get there.
    pub(super) fn has_odds(&self) -> bool {
        self.legs.iter().all(|leg| leg.odds.is_some())
    }

    /// The months from now by which so many parts have their effect where each takes its median time and
    /// exams are passed at once, when the step is begun in a month.
    pub(super) fn months_of(&self, parts: usize, begun: u32, office_left: u32) -> u32 {
        self.legs.iter().take(parts).fold(begun, |month, leg| {
            let since = match leg.since {
                Since::Begun => begun,
                Since::OfficeOver => begun.max(office_left),
            };
            month.max(since + leg.wait.quantile(0.5))
        })
    }

    /// The share of those who try who get there, whatever the time.
    pub(super) fn chance(&self) -> Option<f64> {
        self.legs.iter().try_fold(1.0, |chance, leg| {
            Some(chance * leg.odds? * leg.exam.map_or(1.0, |(_, either)| either))
        })
    }
}

impl PresentJob<'_> {
    /// A step taken from a situation; nothing where it cannot be, or changes nothing.
    pub(super) fn take(&self, from: &Situation, step: StepTo) -> Option<Taken> {
        let tables = self.premises.tables;
        let then = from.after(tables, step);
        let fee = self.premises.cost(CostItem::Exam);
        let (legs, then) = match step {
            StepTo::Certification => (vec![self.certification(from, &then, None)], then),
            StepTo::Credential(index) => return self.credential(from, index),
            StepTo::Specialty(level) => (vec![self.specialty(&then, level, fee)], then),
            StepTo::Role(level) if from.is_specialist && !self.avoids() => {
                (vec![self.role(&then, level, fee)], then)
            }
            StepTo::Role(_) | StepTo::Program(..) | StepTo::Search => return None,
            StepTo::Setting(_) | StepTo::Contract(_) => (vec![self.job(&then, None)], then),
            StepTo::Employer(_) => (vec![self.remote_job(&then)?], then),
            StepTo::EmployersScale => self.employers_scale(from)?,
            StepTo::Degree(level) => (vec![self.degree(&then, level)?], then),
        };
        let cost = legs.iter().map(|leg| leg.fee).sum();
        let cost = Dollars::new(cost).ok().filter(|_| !matches!(step, StepTo::Degree(_)));
        Some(Taken { step, legs, then, cost, is_stand_in: false })
    }

    fn avoids(&self) -> bool {
        self.profile.plan().ai == Some(AiAdoption::Avoid)
    }

    /// The pass rates of a credential by its own published rate, else those of any later exam.
    fn exam_of(&self, index: Option<CredentialIndex>) -> (f64, f64) {
        index
            .and_then(|index| attempts_of(self.premises.tables, index))
            .unwrap_or_else(|| further_exam(self.premises, None))
    }

    /// The price of two attempts, and whether it is that of the CPC exam.
    fn price_of(&self, index: CredentialIndex) -> (f64, bool) {
        let own = two_attempts(self.premises.tables, index, self.exam_of(Some(index)));
        (own.unwrap_or_else(|| self.premises.cost(CostItem::Exam)), own.is_none())
    }

    fn certification(
        &self,
        from: &Situation,
        then: &Situation,
        index: Option<CredentialIndex>,
    ) -> Leg {
        let fee = match index {
            Some(index) => self.price_of(index).0,
            None => self.premises.cost(CostItem::Exam),
        };
        Leg {
            draws: Draws::Certification(usize::from(from.added)),
            odds: Some(1.0),
            since: Since::Begun,
            wait: self.premises.span(CareerSpan::ExamPreparation),
            exam: Some(self.exam_of(index)),
            fee,
            pay: self.pay(then),
        }
    }

    /// The exam of a credential, and then the specialty or role that it leads to, where that pays more.
    #[expect(clippy::unnecessary_wraps, reason = "other kinds of step cannot always be taken")]
    fn credential(&self, from: &Situation, index: CredentialIndex) -> Option<Taken> {
        let tables = self.premises.tables;
        let certified = Situation { added: from.added + 1, ..*from };
        let mut legs = vec![self.certification(from, &certified, Some(index))];
        let (price, is_stand_in) = self.price_of(index);
        let mut then = certified;
        if let Ok(level) = tables.credentials.get(index).specialty
            && Some(level) != from.specialty
        {
            let moved = from.after(tables, StepTo::Credential(index));
            let leg = if is_role(&tables.specialties.get(level).id) {
                (from.is_specialist && !self.avoids()).then(|| self.role(&moved, level, 0.0))
            } else {
                Some(self.specialty(&moved, level, 0.0))
            };
            let pays = self.pay(&moved).times > self.pay(&certified).times;
            if let Some(leg) = leg.filter(|_| pays) {
                // The exam is behind.
                legs.push(Leg { exam: None, ..leg });
                then = moved;
            }
        }
        let step = StepTo::Credential(index);
        Some(Taken { step, legs, then, cost: Dollars::new(price).ok(), is_stand_in })
    }

    fn early(&self) -> f64 {
        match self.profile.plan().ai {
            Some(AiAdoption::Early) => self.premises.number(CareerNumber::AiEarly),
            _ => 1.0,
        }
    }

    fn specialty(&self, then: &Situation, level: LevelIndex, fee: f64) -> Leg {
        Leg {
            draws: Draws::Specialty,
            odds: Some(self.premises.number(CareerNumber::SpecialtyShare)),
            since: Since::OfficeOver,
            wait: self.premises.span(CareerSpan::ToSpecialist).scaled(self.early()),
            exam: Some(further_exam(self.premises, Some(level))),
            fee,
            pay: self.pay(then),
        }
    }

    fn role(&self, then: &Situation, level: LevelIndex, fee: f64) -> Leg {
        Leg {
            draws: Draws::Role,
            odds: Some(self.premises.number(CareerNumber::RoleShare)),
            since: Since::Begun,
            wait: self.premises.span(CareerSpan::ToPivot).scaled(self.early()),
            exam: Some(further_exam(self.premises, Some(level))),
            fee,
            pay: self.pay(then),
        }
    }

    /// Another employer takes as long to find as a first job; how many find one no figure says.
    fn job(&self, then: &Situation, odds: Option<f64>) -> Leg {
        Leg {
            draws: Draws::Job,
            odds,
            since: Since::Begun,
            wait: self.premises.span(CareerSpan::FirstJobSearch),
            exam: None,
            fee: 0.0,
            pay: self.pay(then),
        }
    }

    /// A job that is done from home, which so many come to who do not do so yet.
    fn remote_job(&self, then: &Situation) -> Option<Leg> {
        let odds = match self.profile.plan().remote {
            Some(false) => return None,
            Some(true) => None,
            None => Some(self.premises.number(CareerNumber::RemoteShare)),
        };
        Some(Leg { since: Since::OfficeOver, ..self.job(then, odds) })
    }

    /// The rates of the stated employer elsewhere, once the office time is over.
    fn employers_scale(&self, from: &Situation) -> Option<(Vec<Leg>, Situation)> {
        let there = self.profile.employer_locality()?;
        let home: Locality = self.profile.home_locality()?;
        if there == home || self.profile.plan().remote.is_some() {
            return None;
        }
        let then = Situation { paid_at: PaidAt::Place(there), ..*from };
        let wait = Triangular::fixed(0.0).ok()?;
        Some((vec![Leg { wait, ..self.remote_job(&then)? }], then))
    }

    /// How long a degree takes is a row of the table; what it costs no figure says.
    fn degree(&self, then: &Situation, level: LevelIndex) -> Option<Leg> {
        let span = match self.premises.tables.education.get(level).id.as_str() {
            "associate" => CareerSpan::AssociateDegree,
            "bachelor" => CareerSpan::BachelorDegree,
            "master" => CareerSpan::MasterDegree,
            _ => return None,
        };
        let wait = self.premises.span(span);
        Some(Leg { draws: Draws::Study, wait, ..self.job(then, None) })
    }

    /// The likeliest months in the office that are still ahead.
    pub(super) fn office_left(&self) -> u32 {
        let worked = self.profile.stated_experience().map_or(0.0, |years| years.years() * 12.0);
        let left = self.premises.span(CareerSpan::InOffice).mode() - worked;
        let stage = crate::engine::career::career_stage(self.premises.tables, &self.profile);
        match stage {
            CareerStage::Specialist => 0,
            _ => Triangular::fixed(left.max(0.0)).map_or(0, |left| left.quantile(0.5)),
        }
    }
}

/// Whether a level of the table of specialties is a role that comes after a specialty.
pub(super) fn is_role(id: &str) -> bool {
    Pivot::named(id).is_some()
}
