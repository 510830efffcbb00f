//! What is left of the pay that an estimate answers, as an answer of its own.

use super::after_tax::PayAfterTax;
use super::refusal::TakeHomeError;
use crate::data::Tables;
use crate::engine::{Estimator, Figures};
use crate::profile::Profile;

/// What is left of a pay after taxes.
#[derive(Clone, Debug)]
pub struct TakeHomeAnswer<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question.
    pub profile: Profile,
    /// The pay.
    pub figures: Figures<'t>,
    /// What is left of it.
    pub after_tax: PayAfterTax<'t>,
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
/// assert!((answer.after_tax.headline().left - 65_973.19).abs() < 0.01);
/// ```
pub fn take_home<'t>(
    tables: &'t Tables,
    profile: &Profile,
) -> Result<TakeHomeAnswer<'t>, TakeHomeError> {
    let figures = Estimator::new(tables).figures(profile);
    let prices = (figures.price_level, figures.dollars_of);
    let after_tax = PayAfterTax::new(tables, profile, &figures.chosen().pay, prices)?;
    Ok(TakeHomeAnswer { tables, profile: profile.clone(), figures, after_tax })
}
