//! What is left of the pay of a profile after taxes, at each percentile, at the mean and at a stated
//! pay. What an answer says beyond these amounts is worked out when it is asked for.

use super::federal::{Earnings, FederalTax};
use super::refusal::TakeHomeError;
use super::take_home::{Law, LawRows, StateLeftOut, TakeHome};
use super::two_states::{StateCase, state_case};
use crate::data::{CareerNumber, Filing, LawBasis, Locality, SourceIndex, Tables, TaxYear};
use crate::engine::Grade;
use crate::engine::contract::billed_less_overhead;
use crate::profile::{ConvenienceRule, Profile};
use crate::quantity::{Pay, Percentile, PlaceCode, PriceLevel, WeeklyHours};

/// What is left of the pay of a profile after taxes.
#[derive(Clone, Debug, PartialEq)]
pub struct PayAfterTax<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The law that was applied.
    pub law: Law<'t>,
    /// What two states make of it.
    pub case: StateCase<'t>,
    /// The state of the employer.
    pub employer: Option<PlaceCode>,
    /// The home, as closely as is stated.
    pub home: Option<Locality>,
    /// Each percentile, then the mean.
    pub range: [AmountLeft; 6],
    /// What is left of the stated rate, or of the stated pay.
    pub stated: Option<AmountLeft>,
    /// The price level at home, or why there is none.
    pub price_level: Result<PriceLevel, &'t str>,
    /// Whether the work is a contractor's.
    pub is_contract: bool,
    /// Between which incomes a specified trade is granted less of the deduction for business income, where
    /// the headline lies there.
    pub trade_limits: Option<[f64; 2]>,
    /// Whether rules on the convenience of the employer are applied, as far as they reach the work.
    pub applies_rules: bool,
    /// Working hours a year.
    pub hours: f64,
    /// The year of the dollars of the pay.
    pub dollars_of: u32,
    /// The law under the other reading of a rule on the convenience of the employer.
    other_reading: Option<Law<'t>>,
    /// The pay that a contractor's profit is worked out from is times this.
    gross_of_pay: f64,
}

/// What is left of one amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AmountLeft {
    /// Which amount it is.
    pub at: TakenAt,
    /// The amount before taxes.
    pub earnings: Earnings,
    /// What is left of it, in dollars a year.
    pub left: f64,
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

impl<'t> PayAfterTax<'t> {
    /// What is left of the pay of a profile, in dollars of a year and with the price level at home.
    ///
    /// # Errors
    /// When the home is a territory.
    ///
    /// # Panics
    /// When the profile was made with other tables.
    pub fn new(
        tables: &'t Tables,
        profile: &Profile,
        pay: &Pay,
        (price_level, dollars_of): (Result<PriceLevel, &'t str>, u32),
    ) -> Result<Self, TakeHomeError> {
        let AppliedLaw { law, case, other_reading } = AppliedLaw::new(tables, profile)?;
        let work = profile.work();
        let is_contract = work.is_contract();
        let gross_of_pay = gross_of_pay(tables, profile);
        let earned = |amount: f64| {
            if is_contract { Earnings::profit(amount) } else { Earnings::wages(amount) }
        };
        let rows = LawRows::new(&law);
        let amount = |at: TakenAt, gross: f64| {
            let earnings = earned(gross);
            AmountLeft { at, earnings, left: rows.left(earnings) }
        };
        let at = |percentile: Percentile| {
            let pay = pay.percentiles.at(percentile).get();
            amount(TakenAt::Percentile(percentile), pay * gross_of_pay)
        };
        let [p10, p25, p50, p75, p90] = Percentile::ALL.map(at);
        let mean = amount(TakenAt::Mean, pay.mean.get() * gross_of_pay);
        let rate = billed_less_overhead(tables, work).filter(|_| is_contract);
        let stated = match (rate, work.pay) {
            (Some(profit), _) => Some(amount(TakenAt::Rate, profit.get())),
            (None, Some(pay)) => Some(amount(TakenAt::Pay, pay.get())),
            (None, None) => None,
        };
        Ok(Self {
            tables,
            case,
            employer: profile.employer(),
            home: profile.home_locality(),
            range: [p10, p25, p50, p75, p90, mean],
            stated,
            price_level,
            is_contract,
            trade_limits: trade_limits(&law, stated.unwrap_or(p50)),
            applies_rules: applies_rules(profile),
            hours: work.hours.unwrap_or(WeeklyHours::FULL_TIME).hours_a_year(),
            dollars_of,
            other_reading,
            gross_of_pay,
            law,
        })
    }

    /// The amount that an answer begins with: of the stated rate, of the stated pay, or the median.
    #[must_use]
    pub fn headline(&self) -> AmountLeft {
        self.stated.unwrap_or(self.at(Percentile::P50))
    }

    /// What is left of the pay at a percentile.
    #[must_use]
    pub const fn at(&self, percentile: Percentile) -> AmountLeft {
        self.range[percentile as usize]
    }

    /// What is left of the mean pay, which is not the mean of what is left.
    #[must_use]
    pub const fn at_mean(&self) -> AmountLeft {
        self.range[Percentile::ALL.len()]
    }

    /// What is left of the pay at each percentile and of the mean pay, on another pay scale.
    #[must_use]
    pub fn left_of(&self, pay: &Pay) -> [f64; 6] {
        let [p10, p25, p50, p75, p90] = pay.percentiles.amounts();
        let rows = LawRows::new(&self.law);
        [p10, p25, p50, p75, p90, pay.mean].map(|amount| {
            let gross = amount.get() * self.gross_of_pay;
            rows.left(self.earned(gross))
        })
    }

    fn earned(&self, gross: f64) -> Earnings {
        if self.is_contract { Earnings::profit(gross) } else { Earnings::wages(gross) }
    }

    /// Every tax on the headline.
    #[must_use]
    pub fn taken(&self) -> TakeHome<'t> {
        self.law.take_home(self.headline().earnings)
    }

    /// The same gross earned in the other way: as a contractor, or as an employee.
    #[must_use]
    pub fn other_kind(&self) -> TakeHome<'t> {
        let Earnings { wages, profit } = self.headline().earnings;
        // A contractor's work is taxed at home alone.
        let other = self.law.other.filter(|_| self.is_contract);
        let law = Law { other, ..self.law.clone() };
        law.take_home(Earnings { wages: profit, profit: wages })
    }

    /// The headline under the other reading of a rule on the convenience of the employer.
    #[must_use]
    pub fn alternative(&self) -> Option<TakeHome<'t>> {
        let law = self.other_reading.as_ref()?;
        Some(law.take_home(self.headline().earnings))
    }

    /// Whether the rule of the employer's state is applied.
    #[must_use]
    pub const fn is_rule_applied(&self) -> bool {
        self.law.other.is_some()
    }

    /// What is kept of each dollar of the thousand after the headline.
    #[must_use]
    pub fn share_kept(&self) -> f64 {
        self.law.share_kept(self.headline().earnings)
    }

    /// Why the answer is less sure than published law, each kind once.
    #[must_use]
    pub fn doubts(&self) -> Vec<Doubt> {
        let law = &self.law;
        let taken = self.taken();
        let parts = taken.parts();
        let rests_on = |basis: LawBasis| {
            let mut evidence = parts.iter().flat_map(|part| part.evidence.iter());
            evidence.any(|evidence| evidence.basis == basis)
        };
        let [lowest, highest] = law.checked();
        let grosses = || self.range.iter().chain(&self.stated).map(|one| one.earnings.gross());
        let left_out = grosses().find_map(|gross| law.left_out(gross));
        let home = law.home.and_then(|home| law.taxes.state(home));
        let two = home.is_some_and(|home| home.is_less_for_two_earners);
        let everywhere = home.is_some_and(|home| home.local_everywhere.is_some());
        let kinds = [
            (rests_on(LawBasis::Applied2025), Doubt::Applied2025),
            (rests_on(LawBasis::Derived) || rests_on(LawBasis::Assumption), Doubt::Derived),
            (grosses().any(|gross| !(lowest..=highest).contains(&gross)), Doubt::Unchecked),
            (everywhere && law.local.is_empty(), Doubt::LocalLeftOut),
            (matches!(self.case, StateCase::Convenience(_)), Doubt::Disputed),
            (law.filing == Filing::Joint && two, Doubt::TwoEarners),
        ];
        let found = kinds.into_iter().filter_map(|(is_so, doubt)| is_so.then_some(doubt));
        left_out.map(Doubt::StateLeftOut).into_iter().chain(found).collect()
    }

    /// B without a doubt, C with one, D with more.
    #[must_use]
    pub fn grade(&self) -> Grade {
        match self.doubts().len() {
            0 => Grade::B,
            1 => Grade::C,
            _ => Grade::D,
        }
    }

    /// Every source of taxes that it used, each once.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceIndex> {
        let of_range = self.range.iter().flat_map(|one| self.law.take_home(one.earnings).sources());
        let of_kinds = [self.taken(), self.other_kind()];
        let of_kinds = of_kinds.iter().flat_map(TakeHome::sources);
        let mut sources: Vec<_> = of_range.chain(of_kinds).chain(self.case.source()).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }
}

/// The law of a profile, with what two states make of it.
pub(in crate::engine) struct AppliedLaw<'t> {
    pub(in crate::engine) law: Law<'t>,
    case: StateCase<'t>,
    /// The law under the other reading of a rule on the convenience of the employer.
    other_reading: Option<Law<'t>>,
}

impl<'t> AppliedLaw<'t> {
    pub(in crate::engine) fn new(
        tables: &'t Tables,
        profile: &Profile,
    ) -> Result<Self, TakeHomeError> {
        let at_home = law_at_home(tables, profile)?;
        let is_contract = profile.work().is_contract();
        let case = match at_home.home {
            Some(home) => state_case(&tables.taxes, home, profile.employer(), is_contract),
            None => StateCase::OneState,
        };
        let (law, other_reading) = match at_home.with_other(case) {
            Some(applied) if applies_rules(profile) => (applied, Some(at_home)),
            applied => (at_home, applied),
        };
        Ok(Self { law, case, other_reading })
    }
}

fn trade_limits(law: &Law<'_>, headline: AmountLeft) -> Option<[f64; 2]> {
    if headline.earnings.profit <= 0.0 {
        return None;
    }
    let federal = law.taxes.federal(law.year, law.filing);
    let income = FederalTax::new(federal, headline.earnings).adjusted_gross;
    let before = income - federal.standard_deduction.value;
    let start = federal.qbi_limit_start.value;
    let end = start + federal.qbi_limit_length.value;
    (start..end).contains(&before).then_some([start, end])
}

fn applies_rules(profile: &Profile) -> bool {
    profile.taxes().convenience == Some(ConvenienceRule::Apply)
}

/// What a pay is multiplied by to get what it takes before taxes: a contractor's profit pays the
/// employer's half of the payroll tax too.
pub(in crate::engine) fn gross_of_pay(tables: &Tables, profile: &Profile) -> f64 {
    if profile.work().is_contract() {
        1.0 + tables.career.number(CareerNumber::PayrollTax).value
    } else {
        1.0
    }
}

/// The law of the home of a profile.
pub(in crate::engine) fn law_at_home<'t>(
    tables: &'t Tables,
    profile: &Profile,
) -> Result<Law<'t>, TakeHomeError> {
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
    let (taxes, local) = (&*tables.taxes, local.unwrap_or_default());
    Ok(Law { taxes, year, filing, home, other: None, local })
}
