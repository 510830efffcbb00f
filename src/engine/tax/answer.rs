//! What is left of the pay that an estimate answers, at each percentile, at the mean and at a stated
//! pay.

use super::federal::Earnings;
use super::refusal::TakeHomeError;
use super::take_home::{Law, StateLeftOut, TakeHome};
use super::two_states::{StateCase, state_case};
use crate::data::{CareerNumber, Filing, LawBasis, SourceIndex, Tables, TaxYear};
use crate::engine::contract::billed_less_overhead;
use crate::engine::{Estimator, Figures, Grade};
use crate::profile::{ConvenienceRule, Profile};
use crate::quantity::{Percentile, PlaceCode, WeeklyHours};

/// What is left of a pay after taxes.
#[derive(Clone, Debug)]
pub struct TakeHomeAnswer<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// The pay.
    pub figures: Figures<'t>,
    /// The law that was applied.
    pub law: Law<'t>,
    /// What two states make of it.
    pub case: StateCase<'t>,
    /// The amount that the answer begins with: of the stated rate, of the stated pay, or the median.
    pub headline: AmountAt<'t>,
    /// Each percentile, then the mean.
    pub range: Vec<AmountAt<'t>>,
    /// The same gross earned in the other way: as a contractor, or as an employee.
    pub other_kind: TakeHome<'t>,
    /// The headline under the other reading of a rule on the convenience of the employer.
    pub alternative: Option<TakeHome<'t>>,
    /// What is kept of each dollar of the next thousand.
    pub share_kept: f64,
    /// Working hours a year.
    pub hours: f64,
    /// Why the answer is less sure than published law.
    pub doubts: Vec<Doubt>,
    /// B without a doubt, C with one, D with more.
    pub grade: Grade,
    /// Every source of taxes that it used, each once.
    pub sources: Vec<SourceIndex>,
}

/// What is left of one amount.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountAt<'t> {
    /// Which amount it is.
    pub at: TakenAt,
    /// What is left of it.
    pub taken: TakeHome<'t>,
}

/// An amount that taxes are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenAt {
    /// The pay at a percentile.
    Percentile(Percentile),
    /// The mean pay.
    Mean,
    /// The pay that is stated.
    Pay,
    /// What the stated rate brings.
    Rate,
}

/// Why an answer is less sure than published law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Numbers of 2025 are used for 2026.
    Applied2025,
    /// A number is worked out from official ones, or is a choice of ours.
    Derived,
    /// The income is outside of what was checked.
    Unchecked,
    /// The state tax is left out.
    StateLeftOut(StateLeftOut),
    /// Everybody there pays a local tax, and no place was named.
    LocalLeftOut,
    /// Whether the state of the employer may tax it is disputed.
    Disputed,
    /// A couple with two earners would pay less.
    TwoEarners,
}

impl TakenAt {
    /// The name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Percentile(percentile) => percentile.name(),
            Self::Mean => "mean",
            Self::Pay => "pay",
            Self::Rate => "hourly_rate",
        }
    }
}

/// What is left after taxes of the pay of a profile.
///
/// # Errors
/// When the home is a territory.
///
/// # Panics
/// When the profile was made with other tables.
///
/// ```
/// use mbc_calc::{engine::take_home, profile::{Draft, Key}};
/// let tables = mbc_calc::built_in();
/// let draft = Draft::default().state(Key::State, "TX").state(Key::Pay, "81227");
/// let answer = take_home(&tables, &draft.profile(&tables).unwrap()).unwrap();
/// assert!((answer.headline.taken.left() - 65_973.19).abs() < 0.01);
/// ```
pub fn take_home<'t>(
    tables: &'t Tables,
    profile: &Profile,
) -> Result<TakeHomeAnswer<'t>, TakeHomeError> {
    let facts = profile.taxes();
    let home = profile.home().filter(|&home| home != PlaceCode::NATION);
    let year = facts.year.unwrap_or(TaxYear::Of2026);
    let filing = facts.filing.unwrap_or(Filing::Single);
    if let Some(home) = home.filter(|&home| tables.taxes.state(home).is_none()) {
        return Err(TakeHomeError::Territory(tables.geography.in_sentence(home)));
    }
    let local = home
        .zip(facts.local.as_deref())
        .and_then(|(home, place)| tables.taxes.local_rows((year, filing), home, place).ok());
    let is_contract = profile.work().is_contract();
    let case = match home {
        Some(home) => state_case(&tables.taxes, home, profile.employer(), is_contract),
        None => StateCase::OneState,
    };
    let at_home = Law {
        taxes: &tables.taxes,
        year,
        filing,
        home,
        other: None,
        local: local.unwrap_or_default(),
    };
    let applied = at_home.with_other(case);
    let (law, alternative) = match (facts.convenience, applied) {
        (Some(ConvenienceRule::Apply), Some(applied)) => (applied, Some(at_home)),
        (_, alternative) => (at_home, alternative),
    };
    let mut figures = Estimator::new(tables).figures(profile);
    figures.notices = profile.tax_notices(tables);
    let range = range(tables, profile, &figures, &law);
    let headline = headline(tables, profile, &law, &range);
    let earnings = headline.taken.earnings;
    let other_kind = law_of_other_kind(&law, is_contract)
        .take_home(Earnings { wages: earnings.profit, profit: earnings.wages });
    let doubts = doubts(tables, &law, case, &headline, &range);
    let all = range.iter().chain([&headline]).flat_map(|amount| amount.taken.sources());
    let mut sources: Vec<_> = all.chain(other_kind.sources()).chain(case.source()).collect();
    sources.sort_unstable();
    sources.dedup();
    Ok(TakeHomeAnswer {
        tables,
        profile: profile.clone(),
        share_kept: law.share_kept(earnings),
        alternative: alternative.map(|law| law.take_home(earnings)),
        hours: profile.work().hours.unwrap_or(WeeklyHours::FULL_TIME).hours_a_year(),
        grade: match doubts.len() {
            0 => Grade::B,
            1 => Grade::C,
            _ => Grade::D,
        },
        figures,
        case,
        headline,
        range,
        other_kind,
        doubts,
        sources,
        law,
    })
}

/// A contractor's work is taxed at home alone.
fn law_of_other_kind<'t>(law: &Law<'t>, is_contract: bool) -> Law<'t> {
    let other = if is_contract { law.other } else { None };
    Law { other, ..law.clone() }
}

/// The five percentiles and the mean. A contractor's profit is the pay and the employer's half of the
/// payroll tax on it.
fn range<'t>(
    tables: &Tables,
    profile: &Profile,
    figures: &Figures<'_>,
    law: &Law<'t>,
) -> Vec<AmountAt<'t>> {
    let pay = figures.chosen().pay;
    let is_contract = profile.work().is_contract();
    let earned = |amount: f64| {
        if is_contract {
            Earnings::profit(amount * (1.0 + tables.career.number(CareerNumber::PayrollTax).value))
        } else {
            Earnings::wages(amount)
        }
    };
    let percentiles = Percentile::ALL
        .map(|percentile| (TakenAt::Percentile(percentile), pay.percentiles.at(percentile)));
    percentiles
        .into_iter()
        .chain([(TakenAt::Mean, pay.mean)])
        .map(|(at, amount)| AmountAt { at, taken: law.take_home(earned(amount.get())) })
        .collect()
}

/// What the answer begins with.
fn headline<'t>(
    tables: &Tables,
    profile: &Profile,
    law: &Law<'t>,
    range: &[AmountAt<'t>],
) -> AmountAt<'t> {
    let work = profile.work();
    if let Some(profit) = billed_less_overhead(tables, work).filter(|_| work.is_contract()) {
        let taken = law.take_home(Earnings::profit(profit.get()));
        return AmountAt { at: TakenAt::Rate, taken };
    }
    if let Some(pay) = work.pay {
        let of = if work.is_contract() { Earnings::profit } else { Earnings::wages };
        return AmountAt { at: TakenAt::Pay, taken: law.take_home(of(pay.get())) };
    }
    range[Percentile::P50 as usize].clone()
}

/// Why the answer is less sure than published law, each kind once.
fn doubts(
    tables: &Tables,
    law: &Law<'_>,
    case: StateCase<'_>,
    headline: &AmountAt<'_>,
    range: &[AmountAt<'_>],
) -> Vec<Doubt> {
    let parts = headline.taken.parts();
    let rests_on = |basis: LawBasis| {
        let mut evidence = parts.iter().flat_map(|part| part.evidence.iter());
        evidence.any(|evidence| evidence.basis == basis)
    };
    let [lowest, highest] = law.checked();
    let all = || range.iter().chain([headline]);
    let is_unchecked =
        |amount: &AmountAt<'_>| !(lowest..=highest).contains(&amount.taken.earnings.gross());
    let left_out = all().find_map(|amount| amount.taken.state.as_ref().err().copied());
    let home = law.home.and_then(|home| tables.taxes.state(home));
    let everywhere = home.is_some_and(|home| home.local_everywhere.is_some());
    let disputed = matches!(case, StateCase::Convenience(_));
    let two = home.is_some_and(|home| home.is_less_for_two_earners);
    let kinds = [
        (rests_on(LawBasis::Applied2025), Doubt::Applied2025),
        (rests_on(LawBasis::Derived) || rests_on(LawBasis::Assumption), Doubt::Derived),
        (all().any(is_unchecked), Doubt::Unchecked),
        (everywhere && law.local.is_empty(), Doubt::LocalLeftOut),
        (disputed, Doubt::Disputed),
        (law.filing == Filing::Joint && two, Doubt::TwoEarners),
    ];
    let found = kinds.into_iter().filter_map(|(is_so, doubt)| is_so.then_some(doubt));
    left_out.map(Doubt::StateLeftOut).into_iter().chain(found).collect()
}
