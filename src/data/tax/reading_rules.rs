use super::bands::Bands;
use super::evidence::LawEvidence;
use super::kinds::{Filing, Rounding, TaxIncome, amount, multiple, read_year, share};
use super::rule_kind::RuleKind;
use super::rules::{TaxRule, TaxStage};
use super::states::read_state;
use crate::data::reading::{Citations, Fields, record};
use crate::data::wages::Geography;

impl TaxRule {
    pub(super) fn read(
        row: &mut Fields<'_>,
        sources: &Citations,
        geography: &Geography,
    ) -> Option<Self> {
        let rule = record!(Self {
            state: read_state(row, "state", geography),
            year: read_year(row),
            filing: row.one_of(
                "filing",
                &[("single", Some(Filing::Single)), ("joint", Some(Filing::Joint)), ("both", None)],
            ),
            stage: row.choice("stage"),
            id: row.string("rule"),
            label: row.string("label"),
            kind: read_kind(row),
            evidence: Some(read_evidence(row, sources)),
        })?;
        if !stages(&rule.kind).contains(&rule.stage) {
            let stage = rule.stage.name();
            row.problem_at("type", format!("a rule of this type has no place in `{stage}`"));
            return None;
        }
        Some(rule)
    }
}

/// Where the numbers come from; a rule on the federal tax has none.
fn read_evidence(row: &mut Fields<'_>, sources: &Citations) -> Option<LawEvidence> {
    if row.optional_text("type").is_some_and(|kind| *kind.get_ref() == "federal_tax") {
        return None;
    }
    LawEvidence::read(row, sources)
}

/// Shares by their keys; every other number is an amount.
const SHARES: [&str; 8] =
    ["share", "rate", "max_share", "low_rate", "high_rate", "in_rate", "out_rate", "phase_in_rate"];

/// The numbers of some keys; each that is missing or wrong is a problem.
fn numbers<const N: usize>(row: &mut Fields<'_>, keys: [&'static str; N]) -> Option<[f64; N]> {
    let read = keys.map(|key| {
        let check = if SHARES.contains(&key) { share } else { amount };
        row.quantity(key, check)
    });
    read.iter().all(Option::is_some).then(|| read.map(Option::unwrap_or_default))
}

/// The income and the numbers of some keys.
fn on<const N: usize>(
    row: &mut Fields<'_>,
    keys: [&'static str; N],
) -> Option<(TaxIncome, [f64; N])> {
    let income = row.choice("on");
    let numbers = numbers(row, keys);
    Some((income?, numbers?))
}

/// The same of a rule with steps.
fn steps<const N: usize>(
    row: &mut Fields<'_>,
    keys: [&'static str; N],
) -> Option<(TaxIncome, Rounding, [f64; N])> {
    let rounding = row.choice("rounding");
    let (income, numbers) = on(row, keys)?;
    Some((income, rounding?, numbers))
}

/// The income of a rule with rows, and whether their bounds are exceeded and not reached.
fn of_rows(row: &mut Fields<'_>, column: &'static str) -> Option<(TaxIncome, bool, Bands)> {
    let is_exceeded = row.optional_one_of("rounding", &[("exceeds", ())]).is_some();
    let income = row.choice("on");
    let bands = Bands::read(row, column, None);
    Some((income?, is_exceeded, bands?))
}

fn read_kind(row: &mut Fields<'_>) -> Option<RuleKind> {
    let kind = *row.text("type")?.get_ref();
    let read = amounts(kind, row).or_else(|kind| of_taxes(kind, row));
    read.or_else(|kind| schedules(kind, row)).unwrap_or_else(|kind| {
        row.problem_at("type", format!("no rule has the type `{kind}`"));
        None
    })
}

/// The types that are an amount of a deduction or credit; another type is given back.
fn amounts<'k>(kind: &'k str, row: &mut Fields<'_>) -> Result<Option<RuleKind>, &'k str> {
    Ok(match kind {
        "flat" => numbers(row, ["amount"]).map(|[amount]| RuleKind::Flat { amount }),
        "step" => {
            let floor = row.optional_quantity("floor", amount).unwrap_or(0.0);
            steps(row, ["amount", "start", "increment", "per"]).map(
                |(on, rounding, [amount, start, increment, per])| RuleKind::Step {
                    on,
                    rounding,
                    amount,
                    start,
                    increment,
                    per,
                    floor,
                },
            )
        }
        "step_share" => steps(row, ["amount", "start", "increment", "share"]).map(
            |(on, rounding, [amount, start, increment, share])| RuleKind::StepShare {
                on,
                rounding,
                amount,
                start,
                increment,
                share,
            },
        ),
        "width" => {
            let by_tens =
                row.optional_one_of("rounding", &[("reduction-down-to-10", ())]).is_some();
            on(row, ["amount", "start", "width"]).map(|(on, [amount, start, width])| {
                RuleKind::Width { on, by_tens, amount, start, width }
            })
        }
        "rate_phase" => {
            let limit = row.optional_quantity("limit", amount);
            on(row, ["amount", "rate", "start"]).map(|(on, [amount, rate, start])| {
                RuleKind::RatePhase { on, amount, rate, start, limit }
            })
        }
        "rate_phase_of_share" => {
            on(row, ["share", "of", "rate", "start"]).map(|(on, [share, of, rate, start])| {
                RuleKind::RatePhaseOfShare { on, share, of, rate, start }
            })
        }
        "rate_phase_floored" => on(row, ["amount", "limit", "below_limit", "floor"]).map(
            |(on, [amount, limit, below_limit, floor])| RuleKind::RatePhaseFloored {
                on,
                amount,
                limit,
                below_limit,
                floor,
            },
        ),
        "two_rates" => on(row, ["amount", "max_share", "low", "low_rate", "high", "high_rate"])
            .map(|(on, [amount, max_share, low, low_rate, high, high_rate])| RuleKind::TwoRates {
                on,
                amount,
                max_share,
                low,
                low_rate,
                high,
                high_rate,
            }),
        "cliff" => on(row, ["amount", "limit"]).map(|(on, [amount, limit])| RuleKind::Cliff {
            on,
            amount,
            limit,
        }),
        "capped_above" => on(row, ["amount", "limit", "cap"])
            .map(|(on, [amount, limit, cap])| RuleKind::CappedAbove { on, amount, limit, cap }),
        "table" => of_rows(row, "amount").map(|(on, is_exceeded, bands)| RuleKind::Table {
            on,
            is_exceeded,
            bands,
        }),
        _ => return Err(kind),
    })
}

/// The types that are a part of other taxes and credits; another type is given back.
fn of_taxes<'k>(kind: &'k str, row: &mut Fields<'_>) -> Result<Option<RuleKind>, &'k str> {
    Ok(match kind {
        "federal_tax" => Some(RuleKind::FederalTax),
        "federal_tax_capped" => {
            of_rows(row, "cap").map(|(on, _, bands)| RuleKind::FederalTaxCapped { on, bands })
        }
        "federal_tax_share" => {
            let cap = numbers(row, ["cap"]);
            of_rows(row, "share")
                .zip(cap)
                .map(|((on, _, bands), [cap])| RuleKind::FederalTaxShare { on, bands, cap })
        }
        "payroll_capped" => numbers(row, ["cap"]).map(|[cap]| RuleKind::PayrollCapped { cap }),
        "eitc_share" => {
            let cap = row.optional_quantity("cap", amount);
            row.quantity("share", multiple).map(|share| RuleKind::EitcShare { share, cap })
        }
        "eitc_share_less" => {
            let less = row.string("less");
            numbers(row, ["share"])
                .zip(less)
                .map(|([share], less)| RuleKind::EitcShareLess { share, less })
        }
        "share_of_tax" => {
            let poverty_line = row.optional_quantity("poverty_line", amount);
            of_rows(row, "share").map(|(on, is_exceeded, bands)| RuleKind::ShareOfTax {
                on,
                is_exceeded,
                bands,
                poverty_line,
            })
        }
        "falling_share_of_tax" => steps(row, ["per", "start", "increment"]).map(
            |(on, rounding, [per, start, increment])| RuleKind::FallingShareOfTax {
                on,
                rounding,
                per,
                start,
                increment,
            },
        ),
        "in_out" => on(row, ["in_rate", "earned_limit", "out_rate", "start"]).map(
            |(on, [in_rate, earned_limit, out_rate, start])| RuleKind::InOut {
                on,
                in_rate,
                earned_limit,
                out_rate,
                start,
            },
        ),
        "ca_eitc" => numbers(
            row,
            ["factor", "phase_in_rate", "out_rate", "earned_limit", "second_amount", "end"],
        )
        .map(|[factor, phase_in_rate, out_rate, earned_limit, second_amount, end]| {
            RuleKind::CaliforniaEitc {
                factor,
                phase_in_rate,
                out_rate,
                earned_limit,
                second_amount,
                end,
            }
        }),
        _ => return Err(kind),
    })
}

/// The types that act on the tax; another type is given back.
fn schedules<'k>(kind: &'k str, row: &mut Fields<'_>) -> Result<Option<RuleKind>, &'k str> {
    Ok(match kind {
        "brackets" => Bands::read(row, "rate", None).map(|bands| RuleKind::Brackets { bands }),
        "brackets_above" => {
            let above = numbers(row, ["above"]);
            Bands::read(row, "rate", None)
                .zip(above)
                .map(|(bands, [above])| RuleKind::BracketsAbove { above, bands })
        }
        "table_less" => Bands::read(row, "amount", None).map(|bands| RuleKind::TableLess { bands }),
        "cap_table" => {
            of_rows(row, "amount").map(|(on, _, bands)| RuleKind::CapTable { on, bands })
        }
        "stated_bases" => {
            Bands::read(row, "rate", Some("base")).map(|bands| RuleKind::StatedBases { bands })
        }
        "first_exempt" => numbers(row, ["exempt", "rate"])
            .map(|[exempt, rate]| RuleKind::FirstExempt { exempt, rate }),
        "ladder" => steps(row, ["max", "per", "start", "increment"]).map(
            |(on, rounding, [max, per, start, increment])| RuleKind::Ladder {
                on,
                rounding,
                max,
                per,
                start,
                increment,
            },
        ),
        "flat_if_taxable" => {
            numbers(row, ["amount"]).map(|[amount]| RuleKind::FlatIfTaxable { amount })
        }
        "ny_recapture" => {
            let bounds = numbers(row, ["minimum", "length"]);
            Bands::read(row, "increment", Some("base")).zip(bounds).map(
                |(bands, [minimum, length])| RuleKind::NewYorkRecapture { minimum, length, bands },
            )
        }
        "share_of_income" => on(row, ["limit", "share"])
            .map(|(on, [limit, share])| RuleKind::ShareOfIncome { on, limit, share }),
        "rate_over" => on(row, ["limit", "rate", "start"])
            .map(|(on, [limit, rate, start])| RuleKind::RateOver { on, limit, rate, start }),
        "at_most" => on(row, ["limit"]).map(|(on, [limit])| RuleKind::AtMost { on, limit }),
        "below" => on(row, ["limit"]).map(|(on, [limit])| RuleKind::Below { on, limit }),
        "share_of_net_earnings" => {
            numbers(row, ["share"]).map(|[share]| RuleKind::ShareOfNetEarnings { share })
        }
        _ => return Err(kind),
    })
}

/// The stages in which a type has a place.
const fn stages(kind: &RuleKind) -> &'static [TaxStage] {
    match kind {
        RuleKind::Brackets { .. }
        | RuleKind::BracketsAbove { .. }
        | RuleKind::TableLess { .. }
        | RuleKind::CapTable { .. }
        | RuleKind::StatedBases { .. }
        | RuleKind::FirstExempt { .. } => &[TaxStage::Tax],
        RuleKind::Ladder { .. }
        | RuleKind::FlatIfTaxable { .. }
        | RuleKind::NewYorkRecapture { .. } => &[TaxStage::Add],
        RuleKind::ShareOfIncome { .. } => &[TaxStage::Floor],
        RuleKind::RateOver { .. } => &[TaxStage::Ceiling],
        RuleKind::AtMost { .. } | RuleKind::Below { .. } => &[TaxStage::Zero],
        RuleKind::ShareOfNetEarnings { .. } => &[TaxStage::Contribution],
        _ => &[TaxStage::Deduct, TaxStage::Credit, TaxStage::Refund],
    }
}
