//! What an answer on take-home pay leaves out, and why it is less sure than published law.

use super::parts::dollars;
use crate::data::LocalTax;
use crate::engine::PayAfterTax;
use crate::engine::tax::{Doubt, StateLeftOut};
use crate::quantity::PlaceCode;
use crate::report::document::Text;

/// The most of what nothing here counts, for a first reading.
pub(super) const LEFT_OUT_IN_SHORT: &str =
    "Not in it: health premiums, retirement savings, itemized deductions, children, other income.";

/// What nothing here counts.
const NOT_COUNTED: &str = "Not in it: health premiums, retirement, HSA and other pre-tax pay; \
    itemized deductions; children and other income; the deductions of 2025 to 2028 for seniors, \
    tips, overtime and car loans; one-off rebates; tax credits of renters and owners; the \
    alternative minimum tax; a move within the year; quarterly payments, penalties and withholding \
    (a paycheck differs from the year's tax); the employer's share of anything.";

/// What of that is for contractors alone.
const NOT_COUNTED_OF_CONTRACTORS: &str = "The excise tax of Hawaii, the business taxes of \
    Washington and New Hampshire and those of cities are not in it.";

/// What is left out, whoever asks, and of a contractor.
pub(super) fn not_counted(answer: &PayAfterTax<'_>) -> Vec<Text> {
    let mut texts = vec![Text::words(NOT_COUNTED)];
    if answer.is_contract {
        texts.push(NOT_COUNTED_OF_CONTRACTORS.into());
    }
    if let Some([start, end]) = answer.trade_limits {
        let text = Text::words(
            "Billing and coding is taken as no specified trade. If it counts as a \
            health service, the deduction for business income is smaller between ",
        );
        texts.push(
            text.dollars(dollars(start))
                .say(" and ")
                .dollars(dollars(end))
                .say(" of taxable income, where this pay lies."),
        );
    }
    texts
}

/// What the answer is, once.
pub(super) fn is_an_estimate(answer: &PayAfterTax<'_>) -> String {
    let who = match answer.law.filing {
        crate::data::Filing::Single => "one person with this pay alone",
        crate::data::Filing::Joint => "a married couple of whom one earns, with this pay alone",
    };
    format!(
        "An estimate for {who} and the standard deduction, by the law of {} as of November 2026, on \
         pay in {} dollars. Not tax advice: your own return decides.",
        answer.law.year.name(),
        answer.dollars_of
    )
}

/// The local taxes that are left out at home.
pub(super) fn local(answer: &PayAfterTax<'_>) -> Option<Text> {
    let home = answer.law.home?;
    if !answer.law.local.is_empty() {
        return None;
    }
    let state = answer.law.taxes.state(home)?;
    let name = answer.tables.geography.in_sentence(home);
    if let Some(tax) = &state.local_everywhere {
        let [lowest, highest] = rates(answer, home);
        let text = Text::words(format!("Everybody in {name} pays {tax} of "))
            .number(lowest * 100.0, 2)
            .say(" to ")
            .number(highest * 100.0, 2)
            .say(" percent too, which is not in it: name yours with `--local`.");
        return Some(text);
    }
    let words = state.local.as_ref()?;
    let has_names = !answer.law.taxes.local_names(answer.law.year, home).is_empty();
    let name_one = if has_names { " `--local` adds the one that it names." } else { "" };
    Some(Text::words(format!("Local taxes in {name}: {words}.{name_one}")))
}

/// The lowest and the highest rate of a state.
fn rates(answer: &PayAfterTax<'_>, home: PlaceCode) -> [f64; 2] {
    let rows = || answer.law.taxes.local(answer.law.year).filter(|row| row.state == home);
    let lowest = rows().filter_map(LocalTax::lowest_rate).fold(f64::INFINITY, f64::min);
    let highest = rows().filter_map(LocalTax::highest_rate).fold(0.0, f64::max);
    [lowest, highest]
}

/// Why the answer is less sure than published law, in one sentence.
pub(super) fn doubt(answer: &PayAfterTax<'_>, doubt: Doubt) -> String {
    let [lowest, highest] = answer.law.checked();
    let [lowest, highest] = [lowest, highest].map(|bound| format!("${}", thousands(bound)));
    let home = answer.law.home.map(|home| answer.tables.geography.in_sentence(home));
    let home = home.unwrap_or_default();
    match doubt {
        Doubt::Applied2025 => {
            "numbers of 2025 are used where those of 2026 were not to be had".to_owned()
        }
        Doubt::Derived => "a number is worked out from official ones".to_owned(),
        Doubt::Unchecked => {
            format!("an amount is outside of {lowest} to {highest}, which was checked")
        }
        Doubt::StateLeftOut(StateLeftOut::NoHome) => {
            "no home state is stated, so this is federal tax alone".to_owned()
        }
        Doubt::StateLeftOut(StateLeftOut::TooLow) => format!(
            "of less than $10,000 only federal tax is taken: the credits of {home} for very low \
             incomes are not in the tables"
        ),
        Doubt::StateLeftOut(StateLeftOut::TooHigh) => format!(
            "of more than $400,000 only federal tax is taken: what {home} recaptures and the \
             alternative minimum tax are not in the tables"
        ),
        Doubt::LocalLeftOut => format!("a local tax that everybody in {home} pays is left out"),
        Doubt::Disputed => {
            "whether the state of the employer may tax it depends on a disputed rule".to_owned()
        }
        Doubt::TwoEarners => format!("a couple of whom both earn pays less in {home}"),
    }
}

/// A whole number of dollars with its thousands apart.
fn thousands(amount: f64) -> String {
    format!("{:.0},000", amount / 1_000.0)
}
