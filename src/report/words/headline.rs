//! The first sentence of an answer about a pay: how much, where, and whom it counts.

use super::person::{factor_label, joined};
use super::place::rates;
use crate::data::{Locality, Tables};
use crate::engine::Figures;
use crate::profile::{GeoPay, Profile, Work};
use crate::quantity::{Change, Dollars, Factor, Percentile, WeeklyHours};
use crate::report::document::{Figure, Text};

/// `$51,000 a year ($24.50 an hour)`, by the hours that are worked.
pub(crate) fn a_year(amount: Dollars, work: &Work) -> Text {
    let hours = work.hours.unwrap_or(WeeklyHours::FULL_TIME).hours_a_year();
    Text::default()
        .figure(Figure::About(amount))
        .say(" a year (")
        .figure(Figure::AboutHourly(amount.times(1.0 / hours)))
        .say(" an hour)")
}

/// How much more the second amount is than the first, in dollars and percent.
pub(crate) fn more(from: Dollars, to: Dollars) -> Text {
    const FEW: f64 = 10.0;
    let text = Text::default().figure(Figure::Apart { from, to });
    match Change::between(from, to).percent_of(from).map(f64::abs) {
        Some(percent) => text.say(" (").number(percent, u8::from(percent < FEW)).say("%)"),
        None => text,
    }
}

/// The typical pay of people like the one described, and what half of them earn.
pub(crate) fn headline(tables: &Tables, profile: &Profile, figures: &Figures<'_>) -> Text {
    let chosen = figures.chosen();
    let at = |percentile| chosen.pay.percentiles.at(percentile);
    let paid = chosen.wages.of;
    let who = if profile.work().is_contract() { "As an employee: about " } else { "About " };
    Text::words(who)
        .then(a_year(at(Percentile::P50), profile.work()))
        .say(place(tables, profile, chosen.scenario.geo_pay, paid))
        .then(person(tables, profile))
        .say("; half of ")
        .say(workers(tables, profile, paid))
        .say(" earn ")
        .dollars(at(Percentile::P25))
        .say(" to ")
        .dollars(at(Percentile::P75))
        .say(".")
}

/// Where that is earned: ` in Ohio`, ` at Massachusetts rates, living in Mississippi`.
fn place(tables: &Tables, profile: &Profile, scale: GeoPay, paid: Locality) -> String {
    let name = |at: Locality| at.in_sentence(tables);
    let at_rates = || format!(" at {}", rates(tables, paid));
    match (scale, profile.home_locality(), profile.employer_locality()) {
        (GeoPay::Residence, Some(home), Some(employer)) if home != employer => {
            format!("{}, for an employer in {}", at_rates(), name(employer))
        }
        (GeoPay::Employer, Some(home), Some(employer)) if home != employer => {
            format!("{}, living in {}", at_rates(), name(home))
        }
        (GeoPay::National, Some(home), _) => format!("{}, living in {}", at_rates(), name(home)),
        (GeoPay::Employer, None, _) => format!(" for an employer in {}", name(paid)),
        _ => format!(" in {}", name(paid)),
    }
}

/// What was stated of the person and counts: ` with CPC and 4 years of experience, in auditing`.
fn person(tables: &Tables, profile: &Profile) -> Text {
    let counted = profile.stated();
    let label = |factor| {
        let is_named = factor == Factor::Certifications && !profile.credentials().is_empty();
        if is_named { credentials(tables, profile) } else { factor_label(tables, profile, factor) }
    };
    let among = |factors: &[Factor]| -> Vec<Text> {
        factors.iter().filter(|&&factor| counted.contains(factor)).map(|&f| label(f)).collect()
    };
    let has = among(&[Factor::Certifications, Factor::Experience, Factor::Education]);
    let mut text = Text::default();
    if !has.is_empty() {
        text = text.say(" with ").then(joined(has));
    }
    for (word, factor) in [(", in ", Factor::Specialty), (", working for ", Factor::Setting)] {
        text = among(&[factor]).into_iter().fold(text, |text, label| text.say(word).then(label));
    }
    match profile.work().other_hours() {
        Some(hours) => {
            text.say(", working ").figure(Figure::Years(hours.get())).say(" hours a week")
        }
        None => text,
    }
}

fn credentials(tables: &Tables, profile: &Profile) -> Text {
    let id = |&held| Text::from(tables.credentials.get(held).id.clone());
    joined(profile.credentials().iter().map(id).collect())
}

/// Whom the range counts: everybody in the occupation there, or those like the person.
fn workers(tables: &Tables, profile: &Profile, paid: Locality) -> String {
    if !profile.stated().is_empty() || profile.work().other_hours().is_some() {
        return "people like this".to_owned();
    }
    let workers = profile
        .role()
        .map_or("medical records specialists", |role| tables.occupations.of(role).workers.as_str());
    let home = profile.home_locality();
    match profile.employer_locality().or(home) {
        None => workers.to_owned(),
        Some(_) if home.is_none_or(|home| home == paid) => format!("{workers} there"),
        Some(_) => format!("{workers} in {}", paid.in_sentence(tables)),
    }
}
