//! What workers like the one described earn, for people: first what fits a screen.

use super::contract::{contract, in_short};
use super::details::{grade, levels, pay, scales, steps};
use super::grade::doubt;
use crate::engine::{Estimate, ScenarioPay};
use crate::profile::{Asked, GeoPay};
use crate::quantity::{Dollars, Factor, Percentile, Share};
use crate::report::answer::Report;
use crate::report::document::{Band, Cell, Column, Document, Row, Text};
use crate::report::take_home::{in_one_line, notes_in_short};
use crate::report::words::{
    amounts_of_a_year, headline, known_bias, local_notes, my_pay, paid_by_home, person, population,
    priced_place, rates, scale_name, unused,
};

impl Report for Estimate<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        document.prose("answer", headline(self.tables, &self.profile, &self.figures));
        if let Some(contract) = &self.figures.contract {
            document.prose("contract_rate", in_short(contract));
        }
        range(&mut document, self);
        know(&mut document, self);
        document.prose("unused", unused(&self.profile, Asked::Pay));
        document.details(|details| {
            details.prose("who", person(self.tables, &self.profile));
            pay(details, self);
            contract(details, self);
            scales(details, self);
            levels(details, self);
            steps(details, self);
            grade(details, self);
        });
        document.prose(
            "more",
            "Next: add `--details` to see how this came about, or run `mbc-calc verdict` with the \
             same flags to see whether it is worth it.",
        );
        document
    }
}

/// The range on each pay scale, and the person's own pay in it.
fn range(document: &mut Document, answer: &Estimate<'_>) {
    let scenarios = &answer.figures.scenarios;
    let what = if scenarios.len() == 1 { "Pay in " } else { "Paid at which rates? Pay in " };
    document.heading(
        Text::words(what)
            .then(amounts_of_a_year(answer.profile.work()))
            .say(format!(", in {} dollars", answer.figures.dollars_of)),
    );
    let columns = [
        Column::new("p25", "quarter below"),
        Column::new("p50", "median"),
        Column::new("p75", "quarter above"),
        Column::new("range", "you"),
    ];
    let picture = Picture::of(answer);
    let rows = scenarios.iter().map(|scenario| {
        let at = |percentile| Cell::from(scenario.pay.percentiles.at(percentile));
        let mut cells = [Percentile::P25, Percentile::P50, Percentile::P75].map(at).to_vec();
        cells.push(Cell::Band(picture.band(scenario)));
        let id = format!("scale.{}", scenario.scenario.geo_pay.name());
        let name = if scenarios.len() == 1 {
            rates(answer.tables, scenario.wages.of)
        } else {
            scale_name(answer.tables, scenario.scenario, &scenario.wages)
        };
        Row::new(id, name, cells)
    });
    document.table("scale", columns, rows);
}

/// The ends of the picture of all scales, and the pay that is marked in it.
struct Picture {
    low: f64,
    high: f64,
    mark: Option<Dollars>,
}

impl Picture {
    fn of(answer: &Estimate<'_>) -> Self {
        let mark = answer.figures.my_pay.map(|mine| mine.amount);
        let ends = answer.figures.scenarios.iter().flat_map(|scenario| {
            [Percentile::P10, Percentile::P90].map(|at| scenario.pay.percentiles.at(at))
        });
        let all = || ends.clone().chain(mark).map(Dollars::get);
        Self { low: all().fold(f64::MAX, f64::min), high: all().fold(0.0, f64::max), mark }
    }

    fn share(&self, amount: Dollars) -> Share {
        let width = self.high - self.low;
        let part = if width > 0.0 { (amount.get() - self.low) / width } else { 0.5 };
        Share::new(part.clamp(0.0, 1.0)).expect("a clamped part is a share")
    }

    fn band(&self, scenario: &ScenarioPay<'_>) -> Band {
        let at = |percentile| self.share(scenario.pay.percentiles.at(percentile));
        Band {
            range: Some([Percentile::P10, Percentile::P50, Percentile::P90].map(at)),
            half: Some([Percentile::P25, Percentile::P75].map(at)),
            mark: self.mark.map(|pay| self.share(pay)),
        }
    }
}

/// What to know before relying on it, a line each.
fn know(document: &mut Document, answer: &Estimate<'_>) {
    if let Some(mine) = &answer.figures.my_pay {
        document.prose("my_pay", my_pay(mine));
    }
    if let Some(value) = home_value(answer) {
        document.prose("home_value_line", value);
    }
    if let Some(after) = &answer.figures.take_home {
        document.prose("take_home", in_one_line(after));
        document.list("take_home_note", after.iter().flat_map(|after| notes_in_short(after)));
    }
    document.prose("doubt", doubt(answer));
    document.list("place_note", local_notes(answer));
    document.list("known_bias", answer.known_biases.iter().map(known_bias));
    if let Some(assumed) = assumed(answer) {
        document.prose("assumed", assumed);
    }
    if let Some(population) = population(answer.tables, &answer.profile) {
        document.prose("population", population);
    }
    document.prose("workers", "These figures describe current workers; they aren't job offers.");
}

/// What the median buys at home.
fn home_value(answer: &Estimate<'_>) -> Option<Text> {
    let (price, home) = (answer.figures.price_level.ok()?, priced_place(answer)?);
    let value = answer.figures.chosen().home_value?;
    let apart = price.get() - 100.0;
    let side = if apart < 0.0 { "% below" } else { "% above" };
    let text = Text::words("The median buys as much as ")
        .dollars(value.percentiles.at(Percentile::P50))
        .say(" in the average US place: prices in ")
        .say(format!("{home} are "))
        .number(apart.abs(), 0)
        .say(format!("{side} average."));
    Some(text)
}

/// The assumption that matters most.
fn assumed(answer: &Estimate<'_>) -> Option<Text> {
    let (tables, profile) = (answer.tables, &answer.profile);
    let chosen = answer.figures.chosen();
    if answer.figures.scenarios.len() > 1 && chosen.scenario.geo_pay == GeoPay::Employer {
        let text = Text::words(format!("Don't count on {}: ", rates(tables, chosen.wages.of)));
        return Some(text.then(paid_by_home(tables)).say(". Choose with `--geo-pay`."));
    }
    let missing: Vec<&str> =
        [(Factor::Experience, "`--experience`"), (Factor::Certifications, "`--certs`")]
            .into_iter()
            .filter(|(factor, _)| {
                !profile.stated().contains(*factor) && !profile.not_counted().contains(*factor)
            })
            .filter(|(factor, _)| *factor == Factor::Experience || profile.role().is_none())
            .map(|(_, flag)| flag)
            .collect();
    let what = match missing.as_slice() {
        [] => return None,
        ["`--certs`"] => "average certifications",
        [_] => "average experience",
        _ => "average experience and certifications",
    };
    Some(Text::words(format!(
        "We assumed {what}, as you didn't say; add {}.",
        missing.join(" and ")
    )))
}
