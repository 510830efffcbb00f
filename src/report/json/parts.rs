//! The parts that several JSON answers share (`docs/FORMATS.md`, schema 1).

use super::pieces::Piece;
use super::profile::stated;
use super::writer::Json;
use crate::data::{Locality, Source, SourceIndex, Tables};
use crate::engine::{AreaWithoutWages, KnownBias, LocalWages, MyPay, Scenario, ScenarioPay};
use crate::profile::{Asked, Key, Notice, Profile, Work};
use crate::quantity::{Pay, PlaceCode, PriceLevel};
use crate::report::document::Figure;
use crate::report::words::known_bias;

pub(crate) const SCHEMA: u32 = 1;

/// Which contract, which kind of answer, which program and tables.
pub(crate) fn head(json: &mut Json<'_>, kind: &'static str, tables: &Tables) {
    json.count_at("schema", SCHEMA);
    json.plain_str_at("kind", kind);
    tool(json, tables);
}

/// As [`head`], where there are no tables that could be used.
pub(crate) fn head_without_tables(json: &mut Json<'_>, kind: &'static str) {
    json.count_at("schema", SCHEMA);
    json.plain_str_at("kind", kind);
    json.object_at("tool", |json| json.plain_str_at("version", env!("CARGO_PKG_VERSION")));
}

/// Which program and tables.
pub(crate) fn tool(json: &mut Json<'_>, tables: &Tables) {
    json.piece(Piece::Tool, Some(0), |json| {
        json.object_at("tool", |json| {
            json.plain_str_at("version", env!("CARGO_PKG_VERSION"));
            json.plain_str_at("data_edition", tables.edition.name());
            if !tables.edition.replaced().is_empty() {
                json.array_at("data_replaced", tables.edition.replaced(), |json, name| {
                    json.plain_str(name);
                });
            }
        });
    });
}

/// The question as it was understood, with notices about it, and what of it the answer does not use.
pub(crate) fn question(
    json: &mut Json<'_>,
    tables: &Tables,
    profile: &Profile,
    notices: &[Notice],
    by: Asked,
) {
    asked(json, tables, profile);
    if !notices.is_empty() {
        json.array_at("warnings", notices, |json, notice| {
            json.object(|json| {
                json.plain_str_at("code", notice.code.name());
                json.str_at("message", &notice.message);
                json.optional_str_at("hint", notice.hint.as_deref());
            });
        });
    }
    json.array_at("unused", profile.unused(by), |json, unused| {
        json.object(|json| {
            json.plain_str_at("fact", unused.fact.name());
            json.str_at("reason", unused.reason);
        });
    });
}

/// The stated facts, in a question that can be asked again.
pub(crate) fn asked(json: &mut Json<'_>, tables: &Tables, profile: &Profile) {
    json.object_at("profile", |json| stated(json, tables, profile));
}

/// Whom the figures of a role describe, whether its wages are published at the place, if one counts,
/// and which of the stated facts do not count; of the field itself nothing.
pub(crate) fn occupation(
    json: &mut Json<'_>,
    tables: &Tables,
    profile: &Profile,
    place: Option<PlaceCode>,
) {
    let Some(role) = profile.role() else { return };
    let related = tables.occupations.of(role);
    json.object_at("occupation", |json| {
        json.str_at("code", &related.code);
        json.str_at("title", &related.wages.title);
        if let Some(place) = place {
            let without = tables.occupations.get(role, place).err();
            json.plain_str_at("wages", if without.is_some() { "derived" } else { "published" });
            json.optional_str_at("published_missing", without);
        }
    });
    json.array_at("not_counted", profile.not_counted().iter(), |json, factor| {
        json.str(factor.name());
    });
}

/// The pay scale and the place of its wages; an area only where one was asked about.
pub(crate) fn scale(
    json: &mut Json<'_>,
    tables: &Tables,
    scenario: Scenario,
    wages: &LocalWages<'_>,
) {
    let of = scenario.geo_pay as usize * PlaceCode::COUNT + scenario.place.index();
    json.piece(Piece::Scale, scenario.area.is_none().then_some(of), |json| {
        json.plain_str_at("geo_pay", scenario.geo_pay.name());
        wages_of(json, tables, scenario.locality(), wages);
    });
}

/// The place of the wages; an area only where one was asked about.
pub(crate) fn wages_of(json: &mut Json<'_>, tables: &Tables, at: Locality, wages: &LocalWages<'_>) {
    json.plain_str_at("place", at.place.as_str());
    let Some(area) = at.area(tables) else { return };
    match wages.without {
        None => json.object_at("area", |json| {
            json.str_at("code", &area.code.to_string());
            json.str_at("name", &area.name);
        }),
        Some(AreaWithoutWages { reason, .. }) => {
            let reason = format!("no wages of {}: {reason}", area.name);
            json.missing_at("area", "area_missing", &reason);
        }
    }
}

pub(crate) fn pay_at(json: &mut Json<'_>, key: &'static str, pay: &Pay) {
    json.object_at(key, |json| json.amounts(pay));
}

/// A pay with the same in dollars an hour.
pub(crate) fn pay_and_hourly(json: &mut Json<'_>, pay: &Pay, work: &Work) {
    pay_at(json, "pay", pay);
    rates_at(json, "hourly", &work.hourly(pay));
}

/// Dollars an hour, with cents.
pub(crate) fn rates_at(json: &mut Json<'_>, key: &'static str, rates: &Pay) {
    json.object_at(key, |json| json.rates(rates));
}

/// The purchasing power at home, or null and the reason next to it.
pub(crate) fn home_value(
    json: &mut Json<'_>,
    price_level: Result<PriceLevel, &str>,
    scenario: &ScenarioPay<'_>,
) {
    match (price_level, &scenario.home_value) {
        (Ok(price), Some(pay)) => json.object_at("home_value", |json| {
            json.number_at("price_level", price.get());
            json.amounts(pay);
        }),
        (Err(reason), _) => json.missing_at("home_value", "home_value_missing", reason),
        (Ok(_), None) => json.figure_or_null_at("home_value", None),
    }
}

/// The ids of the sources of a number.
pub(crate) fn source_ids(json: &mut Json<'_>, tables: &Tables, sources: &[SourceIndex]) {
    json.array_at("sources", sources, |json, &index| json.str(&tables.sources.get(index).id));
}

/// Every source of an answer with its keys.
pub(crate) fn answer_sources(json: &mut Json<'_>, tables: &Tables, sources: &[SourceIndex]) {
    json.values_at("sources", |json| each_source(json, tables, sources));
}

/// The sources with their keys, in the open array.
pub(crate) fn each_source(json: &mut Json<'_>, tables: &Tables, sources: &[SourceIndex]) {
    for &index in sources {
        json.object(|json| source_keys(json, tables.sources.get(index)));
    }
}

/// The keys of a source; what is not known of it is absent and named in `not_known`.
pub(crate) fn source_keys(json: &mut Json<'_>, source: &Source) {
    json.str_at("id", &source.id);
    json.str_at("title", &source.title);
    json.str_at("publisher", &source.publisher);
    json.str_at("as_of", &source.as_of);
    json.str_at("quality", source.quality.name());
    for (key, value) in [
        ("via", &source.via),
        ("url", &source.url),
        ("locator", &source.locator),
        ("released", &source.released),
        ("retrieved", &source.retrieved),
        ("license", &source.license),
        ("note", &source.note),
    ] {
        json.optional_str_at(key, value.as_deref());
    }
    json.array_at("not_known", source.not_known(), Json::str);
}

/// Whether a record says how its answer came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// It does.
    Yes,
    /// It has the figures only.
    No,
}

/// What published claims show of answers like this one.
pub(crate) fn known_biases_at(json: &mut Json<'_>, known: &[KnownBias<'_>]) {
    json.array_at("known_biases", known, |json, known| {
        json.object(|json| {
            json.str_at("kind", &known.kind.id);
            json.text_at("says", &known_bias(known));
            json.number_at("bias", known.bias);
            json.count_at("compared", known.kind.compared);
        });
    });
}

/// The place of the stated pay among people like the one described, if it has one.
pub(crate) fn my_pay_at(json: &mut Json<'_>, mine: Option<&MyPay>) {
    let Some(mine) = mine else { return };
    json.object_at("my_pay", |json| {
        json.figure_at("amount", Figure::Dollars(mine.amount));
        json.count_at("percentile", mine.rank.of_hundred());
        json.plain_str_at("source", Key::Pay.name());
    });
}
