use serde::{Deserialize, Serialize};

use super::federal::FederalLaw;
use super::kinds::{Filing, TaxIncome, TaxYear};
use super::local::LocalTax;
use super::payroll::Contribution;
use super::rule_kind::RuleKind;
use super::rules::{TaxRule, TaxStage};
use super::states::TaxState;
use super::two_states::TwoStates;
use crate::data::reading::{Citations, Fields, Sources};
use crate::data::wages::Geography;
use crate::quantity::PlaceCode;

/// The law of federal, state and local taxes on pay.
///
/// ```
/// use mbc_calc::data::{Filing, TaxYear};
/// let taxes = mbc_calc::built_in().taxes;
/// let law = taxes.federal(TaxYear::Of2026, Filing::Single);
/// assert_eq!(law.standard_deduction.value, 16_100.0);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taxes {
    federal: Vec<FederalLaw>,
    /// By state.
    states: Vec<TaxState>,
    /// By state and year, in the order in which they are applied.
    rules: Vec<TaxRule>,
    /// By state and year.
    payroll: Vec<Contribution>,
    local: Vec<LocalTax>,
    /// What happens where home and employer are in two states.
    pub two_states: TwoStates,
    /// Where the numbers come from.
    pub sources: Sources,
}

impl Taxes {
    /// Federal law of a year for a filing.
    ///
    /// # Panics
    /// Never: a table without a law is refused when it is read.
    #[must_use]
    pub fn federal(&self, year: TaxYear, filing: Filing) -> &FederalLaw {
        let found = self.federal.iter().find(|law| law.year == year && law.filing == filing);
        found.expect("a table without a law is refused")
    }

    /// What a state taxes; nothing of a territory.
    #[must_use]
    pub fn state(&self, state: PlaceCode) -> Option<&TaxState> {
        let found = self.states.binary_search_by_key(&state, |row| row.state);
        found.ok().map(|at| &self.states[at])
    }

    /// The rules of a state in a year for either filing, in the order in which they are applied.
    #[must_use]
    pub fn rules(&self, state: PlaceCode, year: TaxYear) -> &[TaxRule] {
        of_state(&self.rules, (state, year), |rule| (rule.state, rule.year))
    }

    /// The programs of a state that employees may contribute to.
    #[must_use]
    pub fn programs(&self, state: PlaceCode, year: TaxYear) -> &[Contribution] {
        of_state(&self.payroll, (state, year), |row| (row.state, row.year))
    }

    /// The local taxes of a year, those of every state.
    pub fn local(&self, year: TaxYear) -> impl Iterator<Item = &LocalTax> {
        self.local.iter().filter(move |row| row.year == year)
    }
}

/// The rows of a state and year among rows in that order.
fn of_state<T>(
    rows: &[T],
    wanted: (PlaceCode, TaxYear),
    key: impl Fn(&T) -> (PlaceCode, TaxYear),
) -> &[T] {
    let rest = &rows[rows.partition_point(|row| key(row) < wanted)..];
    &rest[..rest.iter().take_while(|row| key(row) == wanted).count()]
}

/// The tables of taxes while they are read.
pub(crate) struct TaxTables {
    pub(crate) sources: Citations,
    pub(crate) federal: Vec<FederalLaw>,
    pub(crate) states: Vec<TaxState>,
    pub(crate) rules: Vec<TaxRule>,
    pub(crate) payroll: Vec<Contribution>,
    pub(crate) local: Vec<LocalTax>,
    pub(crate) two_states: TwoStates,
}

impl TaxTables {
    /// The tables as one.
    pub(crate) fn together(self) -> Taxes {
        let Self { mut states, mut rules, mut payroll, .. } = self;
        states.sort_by_key(|row| row.state);
        // Those of a state and year keep their order.
        rules.sort_by_key(|rule| (rule.state, rule.year));
        payroll.sort_by_key(|row| (row.state, row.year));
        Taxes {
            federal: self.federal,
            states,
            rules,
            payroll,
            local: self.local,
            two_states: self.two_states,
            sources: self.sources.into_sources(),
        }
    }

    /// The federal law of each year for each filing.
    pub(crate) fn federal(table: &mut Fields<'_>, sources: &Citations) -> Vec<FederalLaw> {
        let mut laws: Vec<FederalLaw> = Vec::new();
        table.tables("law", |row| {
            let law = FederalLaw::read(row, sources)?;
            if laws.iter().any(|other| (other.year, other.filing) == (law.year, law.filing)) {
                row.problem_here("the law of this year for this filing is stated twice");
            }
            laws.push(law);
            Some(())
        });
        if table.is_sound() {
            for year in TaxYear::ALL {
                for filing in Filing::ALL {
                    if !laws.iter().any(|law| (law.year, law.filing) == (year, filing)) {
                        let (year, filing) = (year.name(), filing.name());
                        table.problem_here(format!("the law of {year} for `{filing}` is missing"));
                    }
                }
            }
        }
        laws
    }

    /// Every state, each once.
    pub(crate) fn states(table: &mut Fields<'_>, geography: &Geography) -> Vec<TaxState> {
        let mut states: Vec<TaxState> = Vec::new();
        table.tables("rows", |row| {
            let state = TaxState::read(row, geography)?;
            if states.iter().any(|other| other.state == state.state) {
                row.problem_at("state", format!("`{}` is stated twice", state.state));
            }
            states.push(state);
            Some(())
        });
        states
    }

    /// The rules of the states: each once, with the rules that they refer to, and a schedule for every
    /// state that taxes pay.
    pub(crate) fn rules(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
        states: &[TaxState],
    ) -> Vec<TaxRule> {
        let mut rules: Vec<TaxRule> = Vec::new();
        table.tables("rows", |row| {
            let rule = TaxRule::read(row, sources, geography)?;
            let of_state = |other: &&TaxRule| {
                (other.state, other.year) == (rule.state, rule.year)
                    && (other.filing.is_none()
                        || rule.filing.is_none()
                        || other.filing == rule.filing)
            };
            let is_known = |id: &str| rules.iter().filter(of_state).any(|other| other.id == id);
            if is_known(&rule.id) {
                row.problem_at("rule", format!("`{}` is stated twice", rule.id));
            }
            if let Some(needed) = needs(&rule.kind).filter(|id| !is_known(id)) {
                row.problem_here(format!("the rule `{needed}` must come before this one"));
            }
            rules.push(rule);
            Some(())
        });
        if table.is_sound() {
            for state in states.iter().filter(|state| state.base.is_some()) {
                for year in TaxYear::ALL {
                    for filing in Filing::ALL {
                        let has_tax = rules.iter().any(|rule| {
                            (rule.state, rule.year, rule.stage)
                                == (state.state, year, TaxStage::Tax)
                                && rule.is_for(filing)
                        });
                        if !has_tax {
                            table.problem_here(format!(
                                "`{}` taxes pay and has no tax of {} for `{}`",
                                state.state,
                                year.name(),
                                filing.name()
                            ));
                        }
                    }
                }
            }
        }
        rules
    }

    /// The contributions to state programs, each once a year.
    pub(crate) fn payroll(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Vec<Contribution> {
        let mut rows: Vec<Contribution> = Vec::new();
        table.tables("rows", |row| {
            let next = Contribution::read(row, sources, geography)?;
            let key = |row: &Contribution| (row.state, row.year, row.program.clone());
            if rows.iter().any(|other| key(other) == key(&next)) {
                row.problem_at("program", format!("`{}` is stated twice", next.program));
            }
            rows.push(next);
            Some(())
        });
        rows
    }

    /// The local taxes.
    pub(crate) fn local(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Vec<LocalTax> {
        let mut rows: Vec<LocalTax> = Vec::new();
        table.tables("rows", |row| {
            let next = LocalTax::read(row, sources, geography)?;
            let key = |row: &LocalTax| (row.state, row.year, row.place.to_lowercase());
            let is_same = |other: &LocalTax| {
                key(other) == key(&next)
                    && std::mem::discriminant(&other.kind) == std::mem::discriminant(&next.kind)
            };
            if rows.iter().any(is_same) {
                row.problem_at("place", format!("`{}` is stated twice", next.place));
            }
            rows.push(next);
            Some(())
        });
        rows
    }

    /// What happens between two states.
    pub(crate) fn two_states(
        table: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Option<TwoStates> {
        TwoStates::read(table, sources, geography)
    }
}

/// The rule that a type refers to.
fn needs(kind: &RuleKind) -> Option<&str> {
    let exemption = Some("exemption");
    match kind {
        RuleKind::EitcShareLess { less, .. } => Some(less),
        RuleKind::FirstExempt { .. } | RuleKind::Table { on: TaxIncome::BaseLessExemption, .. } => {
            exemption
        }
        _ => None,
    }
}
