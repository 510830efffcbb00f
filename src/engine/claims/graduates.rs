use crate::data::Tables;
use crate::engine::career::{Milestone, Premises, Settings, of_amounts, simulate};
use crate::engine::programs::{OutcomesOf, local_outcomes};
use crate::profile::Profile;
use crate::quantity::{Dollars, PlaceCode};

/// The months after training in which College Scorecard asks for earnings.
const MONTHS_ON: u32 = 48;

/// The median of what graduates of certificate programs at a place earn four years on, where the place
/// has figures of its own.
pub(super) fn published_pay(tables: &Tables, place: PlaceCode) -> Option<Dollars> {
    let outcomes = local_outcomes(tables, Some(place).filter(|&place| place != PlaceCode::NATION));
    let has_own = matches!(outcomes.of, OutcomesOf::State(_) | OutcomesOf::Nation);
    has_own.then_some(outcomes.outcomes.earnings.p50)
}

/// The median of what everybody who finishes training earns, in the field or not, in the year with
/// the 48th month after it.
pub(super) fn pay_after_training(tables: &Tables, profile: &Profile) -> Option<Dollars> {
    let premises = Premises::new(tables);
    let columns = simulate(premises, profile, Settings::new(premises, profile));
    let trained = columns.months(Milestone::Trained).into_iter().enumerate();
    let mut pay: Vec<f32> = trained
        .filter_map(|(career, month)| {
            let year = month.checked_add(MONTHS_ON)? as usize / 12;
            columns.years.get(year).map(|year| year.pay[career])
        })
        .collect();
    Dollars::new(of_amounts(&mut pay)?.p50).ok()
}
