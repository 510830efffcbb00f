//! The parts that several JSON answers share (`docs/FORMATS.md`, schema 1).

use super::profile::stated;
use super::sink::{Keyed as _, Sink};
use crate::data::{Locality, Source, Tables};
use crate::engine::{AreaWithoutWages, LocalWages, Scenario, ScenarioPay};
use crate::profile::{Notice, Profile};
use crate::quantity::{Pay, PlaceCode, PriceLevel};

pub(crate) const SCHEMA: u32 = 1;

/// Which contract, which kind of answer, which program and tables.
pub(crate) fn head(sink: &mut impl Sink, kind: &'static str, tables: &Tables) {
    sink.count_at("schema", SCHEMA);
    sink.word_at("kind", kind);
    tool(sink, tables);
}

/// As [`head`], where there are no tables that could be used.
pub(crate) fn head_without_tables(sink: &mut impl Sink, kind: &'static str) {
    sink.count_at("schema", SCHEMA);
    sink.word_at("kind", kind);
    sink.record_at("tool", |sink| sink.word_at("version", env!("CARGO_PKG_VERSION")));
}

/// Which program and tables.
pub(crate) fn tool(sink: &mut impl Sink, tables: &Tables) {
    sink.record_at("tool", |sink| {
        sink.word_at("version", env!("CARGO_PKG_VERSION"));
        sink.word_at("data_edition", tables.edition.name());
        if !tables.edition.replaced().is_empty() {
            sink.list_at("data_replaced", tables.edition.replaced(), |sink, name| sink.word(name));
        }
    });
}

/// The question as it was understood, with notices about it.
pub(crate) fn question(
    sink: &mut impl Sink,
    tables: &Tables,
    profile: &Profile,
    notices: &[Notice],
) {
    sink.record_at("profile", |sink| stated(sink, tables, profile));
    if notices.is_empty() {
        return;
    }
    sink.list_at("warnings", notices, |sink, notice| {
        sink.record(|sink| {
            sink.word_at("code", notice.code.name());
            sink.text_at("message", &notice.message);
            sink.optional_text_at("hint", notice.hint.as_deref());
        });
    });
}

/// Whom the figures of a role describe, whether its wages are published at the place, if one counts,
/// and which of the stated facts do not count; of the field itself nothing.
pub(crate) fn occupation(
    sink: &mut impl Sink,
    tables: &Tables,
    profile: &Profile,
    place: Option<PlaceCode>,
) {
    let Some(role) = profile.role() else { return };
    let related = tables.occupations.of(role);
    sink.record_at("occupation", |sink| {
        sink.text_at("code", &related.code);
        sink.text_at("title", &related.wages.title);
        if let Some(place) = place {
            let without = tables.occupations.get(role, place).err();
            sink.word_at("wages", if without.is_some() { "derived" } else { "published" });
            sink.optional_text_at("published_missing", without);
        }
    });
    sink.list_at("not_counted", profile.not_counted().iter(), |sink, factor| {
        sink.text(factor.name());
    });
}

/// The pay scale and the place of its wages; an area only where one was asked about.
pub(crate) fn scale(
    sink: &mut impl Sink,
    tables: &Tables,
    scenario: Scenario,
    wages: &LocalWages<'_>,
) {
    sink.word_at("geo_pay", scenario.geo_pay.name());
    wages_of(sink, tables, scenario.locality(), wages);
}

/// The place of the wages; an area only where one was asked about.
pub(crate) fn wages_of(
    sink: &mut impl Sink,
    tables: &Tables,
    at: Locality,
    wages: &LocalWages<'_>,
) {
    sink.word_at("place", at.place.as_str());
    let Some(area) = at.area(tables) else { return };
    match wages.without {
        None => sink.record_at("area", |sink| {
            sink.text_at("code", &area.code.to_string());
            sink.text_at("name", &area.name);
        }),
        Some(AreaWithoutWages { reason, .. }) => {
            sink.key("area");
            sink.nothing();
            sink.text_at("area_missing", &format!("no wages of {}: {reason}", area.name));
        }
    }
}

pub(crate) fn pay_at(sink: &mut impl Sink, key: &'static str, pay: &Pay) {
    sink.record_at(key, |sink| sink.amounts(pay));
}

/// The purchasing power at home, or null and the reason beside it.
pub(crate) fn home_value(
    sink: &mut impl Sink,
    price_level: Result<PriceLevel, &str>,
    scenario: &ScenarioPay<'_>,
) {
    match (price_level, &scenario.home_value) {
        (Ok(price), Some(pay)) => sink.record_at("home_value", |sink| {
            sink.number_at("price_level", price.get());
            sink.amounts(pay);
        }),
        (missing, _) => {
            sink.key("home_value");
            sink.nothing();
            sink.optional_text_at("home_value_missing", missing.err());
        }
    }
}

/// The keys of a source; what is not known of it is absent and named in `not_known`.
pub(crate) fn source_keys(sink: &mut impl Sink, source: &Source) {
    sink.text_at("id", &source.id);
    sink.text_at("title", &source.title);
    sink.text_at("publisher", &source.publisher);
    sink.text_at("as_of", &source.as_of);
    sink.text_at("quality", source.quality.name());
    for (key, value) in [
        ("via", &source.via),
        ("url", &source.url),
        ("locator", &source.locator),
        ("released", &source.released),
        ("retrieved", &source.retrieved),
        ("licence", &source.licence),
        ("note", &source.note),
    ] {
        sink.optional_text_at(key, value.as_deref());
    }
    sink.list_at("not_known", source.not_known(), Sink::text);
}

/// Whether a record says how its answer came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// It does.
    Yes,
    /// It has the figures only.
    No,
}
