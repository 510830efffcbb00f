//! Which of the profiles leaves more after taxes, and what a job with benefits has on top.

use super::named::{all, row};
use crate::data::CareerNumber;
use crate::engine::tax::{PayAfterTax, TakenAt};
use crate::engine::{Comparison, Estimate};
use crate::quantity::Dollars;
use crate::report::document::{Cell, Column, Document, Figure, Text};
use crate::report::take_home::{dollars, law_in_short};
use crate::report::words::short_list;

fn after<'a, 't>(answer: &'a Estimate<'t>) -> Option<&'a PayAfterTax<'t>> {
    answer.figures.take_home.as_ref()?.as_deref().ok()
}

/// Which leaves more, one sentence for each that is compared with the base.
pub(super) fn in_short(document: &mut Document, comparison: &Comparison<'_>) {
    let Some(base) = after(&comparison.base) else { return };
    for other in &comparison.others {
        let Some(compared) = after(&other.estimate) else { continue };
        let (mine, theirs) = (base.headline(), compared.headline());
        let (from, to) = (dollars(mine.left), dollars(theirs.left));
        let (more, less) = if to >= from {
            ((other.name.as_str(), to), (comparison.base_name.as_str(), from))
        } else {
            ((comparison.base_name.as_str(), from), (other.name.as_str(), to))
        };
        let apart = dollars(more.1.get() - less.1.get());
        let text = Text::words(format!("After taxes `{}` leaves ", more.0))
            .dollars(more.1)
            .say(" a year (")
            .dollars(more.1.times(1.0 / 12.0))
            .say(" a month), ")
            .dollars(apart)
            .say(format!(" more than `{}` (", less.0))
            .dollars(less.1)
            .say(").");
        document.prose("after_tax", text);
        let both = [(&*comparison.base_name, base, from), (&*other.name, compared, to)];
        if let [Some(job), Some(contract)] =
            [false, true].map(|is| both.iter().find(|(_, after, _)| after.is_contract == is))
        {
            let paid = job.1.headline().earnings.gross();
            let counted = benefits(comparison, (job.0, dollars(paid), job.2), contract.2);
            document.prose("benefits", counted);
        }
    }
}

/// What the benefits of a job are worth, and which is ahead with them.
fn benefits(
    comparison: &Comparison<'_>,
    (job, pay, left): (&str, Dollars, Dollars),
    of_contract: Dollars,
) -> Text {
    let tables = comparison.base.tables;
    let [benefits, leave] = [CareerNumber::JobBenefits, CareerNumber::JobPaidLeave]
        .map(|number| tables.career.number(number));
    let worth = pay.times(benefits.value);
    let ahead = left.get() + worth.get() - of_contract.get();
    Text::words("A contractor pays for health insurance and retirement alone: employers pay ")
        .number(benefits.value * 100.0, 0)
        .say("% of pay for them, ")
        .dollars(worth)
        .say(format!(" a year for `{job}`, and "))
        .number(leave.value * 100.0, 0)
        .say(format!(
            "% of the hours are paid leave ({}; any private employer). With that, before the leave, \
             `{job}` is ",
            short_list(tables, &benefits.evidence.sources[..1])
        ))
        .dollars(dollars(ahead.abs()))
        .say(if ahead >= 0.0 { " ahead." } else { " behind." })
}

/// Each profile with what is taken and what is left.
pub(super) fn table(document: &mut Document, comparison: &Comparison<'_>) {
    let rows: Vec<_> = all(comparison)
        .filter_map(|(name, answer)| Some(row("after_tax", name, cells(after(answer)?))))
        .collect();
    if rows.is_empty() {
        return;
    }
    document.heading("After taxes, US dollars a year");
    let columns = [
        Column::new("at", "of"),
        Column::new("gross", "before taxes"),
        Column::new("federal", "federal"),
        Column::new("payroll", "social security, Medicare"),
        Column::new("state", "state, local"),
        Column::new("left", "left"),
        Column::new("month", "a month"),
    ];
    document.table("after_tax", columns, rows);
    for (name, answer) in all(comparison) {
        if let Some(Err(why)) = &answer.figures.take_home {
            let text = format!("What `{name}` leaves after taxes is not known: {why}.");
            document.prose("after_tax_missing", text);
        }
    }
    let mut laws: Vec<_> =
        all(comparison).filter_map(|(_, answer)| Some(law_of(after(answer)?))).collect();
    laws.dedup();
    document.list("after_tax_law", laws.into_iter().map(Text::words));
}

fn law_of(after: &PayAfterTax<'_>) -> String {
    law_in_short(&after.law, after.applies_rules)
}

fn cells(after: &PayAfterTax<'_>) -> Vec<Cell> {
    let (headline, taken) = (after.headline(), after.taken());
    let [federal, social_security, medicare, self_employment, others @ ..] = taken.by_kind();
    let of = match headline.at {
        TakenAt::Pay => "the stated pay",
        TakenAt::Rate => "the stated rate, less overhead",
        TakenAt::Mean => "the mean pay",
        TakenAt::Percentile(_) => "the median pay",
    };
    let payroll = social_security + medicare + self_employment;
    let state: f64 = others.iter().sum();
    let amounts = [headline.earnings.gross(), federal, payroll, state, headline.left];
    let mut cells: Vec<Cell> = vec![of.into()];
    cells.extend(amounts.map(|amount| Cell::from(Figure::Dollars(dollars(amount)))));
    cells.push(Figure::Dollars(dollars(headline.left / 12.0)).into());
    cells
}
