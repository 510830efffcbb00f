//! What to know of the wages of the place that an answer starts from.

use super::sources::short_list;
use crate::data::{FactValue, Locality, MarketFact, Occupation, PricedPart, Tables};
use crate::engine::{AreaWithoutWages, Estimate, LocalWages, Scenario};
use crate::profile::GeoPay;
use crate::report::document::{Figure, Text};

/// What to know of them: that those of the state are used, and how sure they are.
pub(crate) fn local_notes(answer: &Estimate<'_>) -> Vec<Text> {
    let wages = &answer.figures.chosen().wages;
    let without = wages.without.map(|without| state_fallback(answer.tables, without, wages.of));
    let role = answer.profile.role().zip(wages.stand_in);
    let derived = role.map(|(role, by)| nation_fallback(answer.tables, role, wages.of, by.reason));
    let unsure = wages.has_large_error.then(|| sampling(answer.tables, wages));
    without.into_iter().chain(derived).chain(unsure).collect()
}

/// That the nation's wages of a role are used for those of a place, and why.
pub(crate) fn nation_fallback(
    tables: &Tables,
    role: Occupation,
    of: Locality,
    reason: &str,
) -> Text {
    let (workers, place) = (&tables.occupations.of(role).workers, of.in_sentence(tables));
    format!(
        "no wages of {workers} are published in {place} ({reason}), so we use the nation's, adjusted \
         to what all jobs pay there"
    )
    .into()
}

/// That the wages of the state are used for those of an area, and why.
pub(crate) fn state_fallback(tables: &Tables, without: AreaWithoutWages<'_>, of: Locality) -> Text {
    let AreaWithoutWages { area, reason } = without;
    let area = tables.areas.get(area).in_sentence();
    let state = of.in_sentence(tables);
    format!("no wages of {area} itself are published ({reason}), so we use those of {state}").into()
}

/// How far the published mean may be off.
fn sampling(tables: &Tables, wages: &LocalWages<'_>) -> Text {
    let place = wages.row_of().in_sentence(tables);
    let text = match &wages.row.employment {
        Ok(jobs) => Text::words("few people were surveyed in ")
            .say(format!("{place} (BLS counts "))
            .figure(Figure::Count(u64::from(*jobs)))
            .say(" such jobs)"),
        Err(reason) => format!(
            "few people were surveyed in {place} (how many such jobs there are is {reason})"
        )
        .into(),
    };
    text.say(", so this is rough: the chance is one in three that the average is off by more than ")
        .number(wages.row.mean_prse, 1)
        .say("%")
}

/// What is known of the scales that employers use.
pub(crate) fn scale_fact(tables: &Tables) -> Text {
    let fact = tables.market.residence_scale();
    let note = fact.note.as_deref().map_or(String::new(), |note| format!(" {note}"));
    Text::words("Nobody publishes whose rates employers of remote coders use, but ")
        .then(amount(fact))
        .say(format!("{note} ({}).", short_list(tables, &fact.sources)))
}

/// The value of a fact with its bound and unit.
pub(crate) fn amount(fact: &MarketFact) -> Text {
    let text =
        Text::words(fact.bound.as_deref().map_or(String::new(), |bound| format!("{bound} ")));
    let text = match fact.value {
        FactValue::Number(number) => text.then(plain(number)),
        FactValue::Range { low, high } => text.then(plain(low)).say(" to ").then(plain(high)),
        FactValue::Changes { added, deleted, revised } => {
            text.say(format!("{added} added, {deleted} deleted and {revised} revised"))
        }
    };
    text.say(format!(" {}", fact.unit))
}

/// A number with the decimals that it has, up to two.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a fact that is a whole number of things is at least 0"
)]
fn plain(number: f64) -> Text {
    let decimals = (0..2_u8).find(|&decimals| {
        let shifted = number * libm::pow(10.0, f64::from(decimals));
        (shifted - libm::round(shifted)).abs() < 1e-9
    });
    match decimals {
        Some(0) if number >= 0.0 => Text::default().figure(Figure::Count(number as u64)),
        decimals => Text::default().number(number, decimals.unwrap_or(2)),
    }
}

/// How one is paid: `Massachusetts rates`, `Jackson, MS rates`, `national rates`.
pub(crate) fn rates(tables: &Tables, of: Locality) -> String {
    match of.area(tables) {
        Some(area) => format!("{} rates", area.name),
        None if of == Locality::NATION => "national rates".to_owned(),
        None => format!("{} rates", tables.geography.name(of.place)),
    }
}

/// The same with who decides it: `Massachusetts rates (employer)`, `Ohio rates (home)`.
pub(crate) fn scale_name(tables: &Tables, scenario: Scenario, wages: &LocalWages<'_>) -> String {
    let rates = rates(tables, wages.of);
    match scenario.geo_pay {
        GeoPay::Employer => format!("{rates} (employer)"),
        GeoPay::Residence => format!("{rates} (home)"),
        GeoPay::National => rates,
    }
}

/// In one line, how many employers pay by where people live.
pub(crate) fn paid_by_home(tables: &Tables) -> Text {
    let fact = tables.market.residence_scale();
    let note = fact.note.as_deref().unwrap_or_default();
    let short = note.split(';').next().unwrap_or_default();
    amount(fact).say(format!(" {short} ({})", short_list(tables, &fact.sources)))
}

/// Where the price level at home is that of, and why it is of no finer place.
pub(crate) fn priced_place(answer: &Estimate<'_>) -> Option<String> {
    let home = answer.profile.home_locality()?;
    let state = || answer.tables.geography.in_sentence(home.place);
    let price = home.area(answer.tables).and_then(|area| area.price_level.as_ref().ok());
    Some(match price.map(|price| &price.of) {
        None | Some(PricedPart::Area) => home.in_sentence(answer.tables),
        Some(PricedPart::NonmetropolitanPortion) => {
            format!("the nonmetropolitan part of {}", state())
        }
        Some(PricedPart::State(reason)) => format!("{} as a whole ({reason})", state()),
    })
}
