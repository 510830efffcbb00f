//! The JSON contract, schema 1 (`docs/FORMATS.md`): shapes that grow by keys and change none.

use super::contract::work_keys;
use super::explanation::{notes, sources};
use super::figure::Figure;
use super::reasons::reasons;
use super::sink::{Keyed as _, Shape, Sink};
use super::stated::stated;
use super::step_words::{formula, label, note};
use crate::data::{Locality, Quality, Source, Tables, Term};
use crate::engine::{
    AreaWithoutWages, Estimate, Figures, Scenario, ScenarioPay, Step, StepKind, local_wages,
    wage_table,
};
use crate::profile::Profile;
use crate::quantity::{Pay, PlaceCode, PriceLevel};

const SCHEMA: u32 = 1;

/// The answer to `estimate`.
#[derive(Clone, Copy, Debug)]
pub struct EstimateShape<'a>(pub &'a Estimate<'a>);

/// The answer to `explain`: an estimate whose steps carry their formulas.
#[derive(Clone, Copy, Debug)]
pub struct ExplanationShape<'a>(pub &'a Estimate<'a>);

/// The answer to one profile of a stream: an estimate with the line it came from and the caller's
/// id.
#[derive(Clone, Copy, Debug)]
pub struct RecordShape<'a> {
    /// The line, from 1.
    pub line: u64,
    /// The caller's id, as JSON.
    pub id: Option<&'a str>,
    /// The tables of the answer.
    pub tables: &'a Tables,
    /// The question.
    pub profile: &'a Profile,
    /// The answer.
    pub figures: &'a Figures<'a>,
    /// How it came about, where that is told.
    pub answer: Option<&'a Estimate<'a>>,
}

/// The answer to `explain TERM`.
#[derive(Clone, Copy, Debug)]
pub struct TermShape<'a> {
    /// The tables of the term.
    pub tables: &'a Tables,
    /// The term.
    pub term: &'a Term,
}

impl Shape for EstimateShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "estimate", self.0.tables);
            figures(sink, self.0.tables, &self.0.profile, &self.0.figures);
            trace(sink, self.0, Detail::Short);
        });
    }
}

impl Shape for ExplanationShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "explain", self.0.tables);
            figures(sink, self.0.tables, &self.0.profile, &self.0.figures);
            trace(sink, self.0, Detail::Full);
        });
    }
}

impl Shape for RecordShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            sink.count_at("schema", SCHEMA);
            sink.word_at("kind", "estimate");
            sink.figure_at("line", Figure::Count(self.line));
            if let Some(id) = self.id {
                sink.key("id");
                sink.verbatim(id);
            }
            tool(sink, self.tables);
            figures(sink, self.tables, self.profile, self.figures);
            match self.answer {
                Some(answer) => trace(sink, answer, Detail::Full),
                None => sink.word_at("grade", self.figures.grade.name()),
            }
        });
    }
}

impl Shape for TermShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "term", self.tables);
            sink.text_at("id", &self.term.id);
            sink.text_at("name", &self.term.name);
            sink.text_at("text", &self.term.text);
        });
    }
}

/// Which contract, which kind of answer, which program and tables.
pub(super) fn head(sink: &mut impl Sink, kind: &'static str, tables: &Tables) {
    sink.count_at("schema", SCHEMA);
    sink.word_at("kind", kind);
    tool(sink, tables);
}

/// As [`head`], where there are no tables that could be used.
pub(super) fn head_without_tables(sink: &mut impl Sink, kind: &'static str) {
    sink.count_at("schema", SCHEMA);
    sink.word_at("kind", kind);
    sink.record_at("tool", |sink| sink.word_at("version", env!("CARGO_PKG_VERSION")));
}

fn tool(sink: &mut impl Sink, tables: &Tables) {
    sink.record_at("tool", |sink| {
        sink.word_at("version", env!("CARGO_PKG_VERSION"));
        sink.word_at("data_edition", tables.edition.name());
        if !tables.edition.replaced().is_empty() {
            sink.list_at("data_replaced", tables.edition.replaced(), |sink, name| sink.word(name));
        }
    });
}

/// Everything but how it came about.
fn figures(sink: &mut impl Sink, tables: &Tables, profile: &Profile, figures: &Figures<'_>) {
    let chosen = figures.chosen();
    question(sink, tables, profile);
    occupation(sink, tables, profile, Some(chosen.scenario.place));
    pay_at(sink, "pay", &chosen.pay);
    sink.word_at("unit", "USD/year");
    sink.count_at("dollars_of", wage_table(tables, profile).dollars_of);
    work_keys(sink, tables, profile.work(), &chosen.pay);
    home_value(sink, figures.price_level, chosen);
    scale(sink, tables, profile, chosen.scenario);
    sink.list_at("scenarios", &figures.scenarios, |sink, scenario| {
        sink.record(|sink| {
            scale(sink, tables, profile, scenario.scenario);
            pay_at(sink, "pay", &scenario.pay);
            home_value(sink, figures.price_level, scenario);
        });
    });
    sink.word_at("level", figures.level.name());
    sink.list_at("levels", figures.levels(), |sink, (level, pay)| {
        sink.record(|sink| {
            sink.word_at("level", level.name());
            pay_at(sink, "pay", &pay);
        });
    });
    sink.record_at("spread", |sink| {
        sink.number_at("explained", figures.spread.explained);
        sink.number_at("variance", figures.spread.variance);
        sink.number_at("k", figures.spread.k);
    });
}

/// Whom the figures of a role describe, whether its wages are published at the place, if one counts,
/// and which of the stated facts do not count; of the field itself nothing.
pub(super) fn occupation(
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

/// How much of each step is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Short,
    Full,
}

/// How it came about: the steps, the grade with its reasons, the sources, and what may surprise.
fn trace(sink: &mut impl Sink, answer: &Estimate<'_>, detail: Detail) {
    sink.list_at("steps", &answer.steps, |sink, step| {
        sink.record(|sink| step_record(sink, answer, step, detail));
    });
    sink.word_at("grade", answer.figures.grade.name());
    sink.list_at("grade_reasons", reasons(answer), |sink, why| sink.prose(&why));
    sink.list_at("sources", sources(answer), |sink, (_, source)| {
        sink.record(|sink| source_keys(sink, source));
    });
    sink.list_at("notes", notes(answer), |sink, note| sink.prose(&note));
}

/// What was asked, as it was understood, and what is to be told beside the answer.
pub(super) fn question(sink: &mut impl Sink, tables: &Tables, profile: &Profile) {
    sink.record_at("profile", |sink| stated(sink, tables, profile));
    let notices = profile.notices(tables);
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

/// Whose pay scale, and the place whose wages it means; an area only where one was asked about.
pub(super) fn scale(sink: &mut impl Sink, tables: &Tables, profile: &Profile, scenario: Scenario) {
    sink.word_at("geo_pay", scenario.geo_pay.name());
    wages_of(sink, tables, profile, scenario.locality());
}

/// The place whose wages count; an area only where one was asked about.
pub(super) fn wages_of(sink: &mut impl Sink, tables: &Tables, profile: &Profile, at: Locality) {
    sink.word_at("place", at.place.as_str());
    let Some(area) = at.area(tables) else { return };
    match local_wages(tables, profile.role(), at).without {
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

pub(super) fn pay_at(sink: &mut impl Sink, key: &'static str, pay: &Pay) {
    sink.record_at(key, |sink| sink.amounts(pay));
}

/// The purchasing power at home, or null and the reason beside it.
pub(super) fn home_value(
    sink: &mut impl Sink,
    price_level: Result<PriceLevel, &str>,
    scenario: &ScenarioPay,
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

fn step_record(sink: &mut impl Sink, answer: &Estimate<'_>, step: &Step, detail: Detail) {
    sink.text_at("id", step.kind.name());
    sink.key("label");
    sink.prose(&label(answer.tables, &answer.profile, step));
    sink.word_at("basis", step.basis.name());
    sink.number_at("effect", step.effect.get());
    sink.number_at("weight", step.weight);
    sink.number_at("factor", step.factor);
    sink.figure_at("mean_after", Figure::Dollars(step.mean_after));
    sink.list_at("sources", &step.sources, |sink, &source| {
        sink.text(&answer.tables.sources.get(source).id);
    });
    if let StepKind::Place(at) = step.kind {
        let wages = local_wages(answer.tables, answer.profile.role(), at);
        pay_at(sink, "published", &wages.row.pay);
    }
    if detail == Detail::Full {
        sink.key("formula");
        sink.prose(&formula(answer, step));
        sink.optional_text_at("note", note(answer, step).as_deref());
    }
}

/// The keys of a source; what is not known of it is absent and named in `not_known`.
pub(super) fn source_keys(sink: &mut impl Sink, source: &Source) {
    sink.text_at("id", &source.id);
    sink.text_at("title", &source.title);
    sink.text_at("publisher", &source.publisher);
    sink.text_at("as_of", &source.as_of);
    let quality = match source.quality {
        Quality::Primary => "primary",
        Quality::Secondary => "secondary",
        Quality::Own => "own",
    };
    sink.text_at("quality", quality);
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
