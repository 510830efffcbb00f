//! Changes of the present job, each followed in the careers in which that job would simply go on:
//! the same months, ranks and draws with and without (`docs/METHOD.md`, "The next step").

use super::columns::narrowed;
use super::outcome::{of_months, share_before};
use super::pay::growth;
use super::premises::Premises;
use super::simulation::Course;
use super::walk::{Dimension, NEVER, Sobol};
use crate::data::{CareerNumber, CareerSpan};
use crate::engine::pay::PayAtQuantile;
use crate::quantity::{Share, Triangular};

/// The years after which a gain is summed up.
const YEARS: [u32; 2] = [5, 10];

/// One part of a change, with what it takes and brings. Parts of one kind draw the same numbers, so that
/// only what differs between two changes makes the difference.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Leg {
    /// Which numbers it draws.
    pub(in crate::engine) draws: Draws,
    /// The share of those who try who get to the exam, or to the new job, where a figure says so; else
    /// everyone is counted.
    pub(in crate::engine) odds: Option<f64>,
    /// Since when the wait counts.
    pub(in crate::engine) since: Since,
    /// The months until the exam, or until it takes effect without one.
    pub(in crate::engine) wait: Triangular,
    /// Who pass at the first attempt, and at the first or the second.
    pub(in crate::engine) exam: Option<(f64, f64)>,
    /// What is paid when it takes effect, in dollars.
    pub(in crate::engine) fee: f64,
    /// The pay from then on.
    pub(in crate::engine) pay: PayThen,
}

/// Which numbers a part of a change draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Draws {
    /// Those of a certification that is added, by how many were added before it.
    Certification(usize),
    /// Those of a specialty.
    Specialty,
    /// Those of a role after it.
    Role,
    /// Those of another job.
    Job,
    /// Those of a course of study.
    Study,
}

/// Since when a wait counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Since {
    /// Since the change is begun.
    Begun,
    /// The same, but not before the time in the office is over.
    OfficeOver,
}

/// The pay after a change.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct PayThen {
    /// What multiplies the pay of the present job.
    pub(in crate::engine) times: f64,
    /// The rates that it is paid at.
    pub(in crate::engine) rates: Rates,
}

/// The rates that work is paid at.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum Rates {
    /// Those of the present job.
    Present,
    /// Those of another place.
    Elsewhere(PayAtQuantile),
    /// A contractor's, in dollars a month: neither rank nor experience moves them.
    Contract(f64),
}

/// A change in every career.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Followed {
    /// By career, what it gains in five and in ten years, each dollar discounted to now.
    pub(in crate::engine) gains: [Vec<f32>; 2],
    /// By career, the month in which the last part takes effect for who stays in the field.
    pub(in crate::engine) months: Vec<u32>,
}

/// One career in which the present job goes on.
struct Career<'c> {
    point: &'c Sobol,
    office_over: u32,
    left: u32,
    score: f64,
    /// The pay of the present job at the rates of here, by its logarithm.
    here: PayAtQuantile,
    /// By month, what the present pay before it is worth now.
    earned: &'c [f64],
}

/// What is the same in every career.
struct Terms {
    retake: Triangular,
    dues: f64,
    /// By month, what a dollar is worth now.
    discount: Vec<f64>,
    /// By month, what a dollar a month before it is worth now, grown as the field's pay does.
    grown: Vec<f64>,
}

/// Follows changes, each a list of steps of one or more parts, in the careers of the present job.
pub(in crate::engine) fn follow_changes(
    premises: Premises<'_>,
    course: &Course,
    changes: &[Vec<Vec<Leg>>],
) -> Vec<Followed> {
    let careers = course.settings.careers.get() as usize;
    let column = || Vec::with_capacity(careers);
    let new = |_: &_| Followed {
        gains: [Vec::with_capacity(careers), column()],
        months: Vec::with_capacity(careers),
    };
    let mut followed: Vec<Followed> = changes.iter().map(new).collect();
    let terms = Terms::new(premises, course);
    let mut earned = vec![0.0; terms.discount.len() + 1];
    course.keep_job(|point, walk, (score, _), pay| {
        for (month, pay) in pay.iter().enumerate() {
            earned[month + 1] = earned[month] + pay * terms.discount[month];
        }
        let career = Career {
            point,
            office_over: walk.office_over,
            left: walk.left,
            score,
            here: course.field.rates(),
            earned: &earned,
        };
        for (change, followed) in changes.iter().zip(&mut followed) {
            career.take(change, &terms, followed);
        }
    });
    followed
}

impl Terms {
    fn new(premises: Premises<'_>, course: &Course) -> Self {
        let discount = course.discount().to_vec();
        let months = course.settings.horizon.get() * 12;
        let mut grown = vec![0.0];
        let rate = premises.number(CareerNumber::RealGrowth);
        for (growth, worth) in growth(rate, months).iter().zip(&discount) {
            grown.push(grown.last().copied().unwrap_or(0.0) + growth * worth);
        }
        Self {
            retake: premises.span(CareerSpan::RetakePreparation),
            dues: course.costs.membership,
            discount,
            grown,
        }
    }

    /// What a yearly payment from a month on comes to before another, each discounted to now.
    fn dues(&self, from: u32, until: u32) -> f64 {
        let months = (from..until).step_by(12);
        self.dues * months.map(|month| self.discount[month as usize]).sum::<f64>()
    }
}

impl Career<'_> {
    /// Takes a change, and adds what follows.
    fn take(&self, change: &[Vec<Leg>], terms: &Terms, followed: &mut Followed) {
        let ends = YEARS.map(|years| {
            let end = u32::try_from(terms.discount.len()).unwrap_or(NEVER).min(years * 12);
            end.min(self.left)
        });
        let mut gains = [0.0; 2];
        let mut pays_dues = terms.dues > 0.0;
        let mut month = 0;
        let mut taken: Option<(u32, &Leg)> = None;
        let mut add = |from: u32, until: u32, leg: &Leg| {
            for (gain, end) in gains.iter_mut().zip(ends) {
                let (from, until) = (from.min(end) as usize, until.min(end) as usize);
                *gain += self.brings(leg, terms, from, until);
            }
        };
        let mut spent = [0.0; 2];
        'steps: for step in change {
            let begun = month;
            for leg in step {
                let Some(reached) = self.reaches(leg, begun, terms) else {
                    month = NEVER;
                    break 'steps;
                };
                month = month.max(reached);
                if let Some((since, before)) = taken.replace((month, leg)) {
                    add(since, month, before);
                }
                for (spent, end) in spent.iter_mut().zip(ends) {
                    if month < end && leg.fee > 0.0 {
                        *spent += leg.fee * terms.discount[month as usize];
                        if pays_dues {
                            *spent += terms.dues(month, end);
                        }
                    }
                }
                pays_dues &= leg.fee <= 0.0;
            }
        }
        if let Some((since, last)) = taken {
            add(since, NEVER, last);
        }
        for ((column, gain), spent) in followed.gains.iter_mut().zip(gains).zip(spent) {
            column.push(narrowed(gain - spent));
        }
        followed.months.push(month);
    }

    /// The month in which a part that was begun in another takes effect, if it does.
    fn reaches(&self, leg: &Leg, begun: u32, terms: &Terms) -> Option<u32> {
        let (coin, wait, retake) = leg.draws.dimensions();
        if leg.odds.zip(coin).is_some_and(|(odds, coin)| self.point.at(coin) >= odds) {
            return None;
        }
        let since = match leg.since {
            Since::Begun => begun,
            Since::OfficeOver => begun.max(self.office_over),
        };
        let month = since + leg.wait.quantile(self.point.at(wait));
        let Some((first, either)) = leg.exam else { return Some(month) };
        let drawn = leg.draws.exam(self.point);
        if drawn < first {
            Some(month)
        } else {
            (drawn < either).then(|| month + terms.retake.quantile(self.point.at(retake)))
        }
    }

    /// What the pay after a part brings beyond the present pay from one month until another, worth now.
    fn brings(&self, leg: &Leg, terms: &Terms, from: usize, until: usize) -> f64 {
        if from >= until {
            return 0.0;
        }
        let present = self.earned[until] - self.earned[from];
        let PayThen { times, rates } = leg.pay;
        match rates {
            Rates::Present => present * (times - 1.0),
            Rates::Elsewhere(there) => {
                let ratio = libm::exp(there.log_at(self.score) - self.here.log_at(self.score));
                present * (times * ratio - 1.0)
            }
            Rates::Contract(monthly) => {
                monthly * (terms.grown[until] - terms.grown[from]) - present
            }
        }
    }
}

impl Draws {
    /// What decides whether one gets to the exam or the job, the wait, and the wait for a second attempt.
    const fn dimensions(self) -> (Option<Dimension>, Dimension, Dimension) {
        use Dimension as D;
        match self {
            Self::Certification(_) => (None, D::ExamPreparation, D::RetakePreparation),
            Self::Specialty => (Some(D::Specialty), D::ToSpecialist, D::SpecialtyRetake),
            Self::Role => (Some(D::Role), D::ToPivot, D::RoleRetake),
            Self::Job => (Some(D::Remote), D::FirstJobSearch, D::RetakePreparation),
            Self::Study => (Some(D::Completion), D::Training, D::RetakePreparation),
        }
    }

    /// The draw that decides an exam.
    fn exam(self, point: &Sobol) -> f64 {
        match self {
            Self::Certification(nth) => point.at_added_exam(nth),
            Self::Role => point.at(Dimension::RoleExam),
            Self::Specialty | Self::Job | Self::Study => point.at(Dimension::SpecialtyExam),
        }
    }
}

/// The month by which half of those who get there have, within ten years.
pub(in crate::engine) fn median_month(followed: &Followed) -> Option<u32> {
    let mut months: Vec<u32> =
        followed.months.iter().copied().filter(|&month| month < YEARS[1] * 12).collect();
    of_months(&mut months)[1]
}

/// The share who get there within so many years.
pub(in crate::engine) fn share_within(followed: &Followed, years: u32) -> Share {
    Share::new(share_before(&followed.months, years * 12)).expect("a part of careers is a share")
}
