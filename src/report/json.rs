//! The JSON contract, schema 1 (`docs/FORMATS.md`): shapes that grow by keys and change none.

use serde::Serialize;

use super::explanation::{overlap_notes, sources};
use super::figure::Figure;
use super::reasons::reason;
use super::step_words::{formula, label, note};
use super::text::Text;
use crate::data::{Quality, Source, Tables, Term};
use crate::engine::{Estimate, ScenarioPay, Step, StepKind};
use crate::profile::{GeoPay, PayLevel, Profile};
use crate::quantity::{CertificationCount, Pay, Percentile};

const SCHEMA: u32 = 1;
const DECIMALS: u8 = 6;

/// Which program and which tables answered.
#[derive(Clone, Debug, Serialize)]
pub struct Tool {
    version: &'static str,
    data_edition: String,
}

impl Tool {
    fn of(tables: &Tables) -> Self {
        Self { version: env!("CARGO_PKG_VERSION"), data_edition: tables.edition.to_string() }
    }
}

/// The answer to `estimate`.
#[derive(Clone, Debug, Serialize)]
pub struct EstimateShape<'t> {
    schema: u32,
    kind: &'static str,
    tool: Tool,
    profile: ProfileShape<'t>,
    pay: PayShape,
    unit: &'static str,
    dollars_of: u32,
    #[serde(flatten)]
    home_value: HomeValueShape,
    geo_pay: &'static str,
    place: String,
    scenarios: Vec<ScenarioShape>,
    level: &'static str,
    levels: Vec<LevelShape>,
    spread: SpreadShape,
    steps: Vec<StepShape<'t>>,
    grade: &'static str,
    grade_reasons: Vec<Text>,
    sources: Vec<SourceShape<'t>>,
}

impl<'t> EstimateShape<'t> {
    /// The shape of an estimate.
    #[must_use]
    pub fn of(answer: &'t Estimate<'t>) -> Self {
        Self::with(answer, "estimate", |step| StepShape::short(answer, step))
    }

    fn with(
        answer: &'t Estimate<'t>,
        kind: &'static str,
        step: impl Fn(&'t Step) -> StepShape<'t>,
    ) -> Self {
        let tables = answer.tables;
        let chosen = answer.chosen();
        Self {
            schema: SCHEMA,
            kind,
            tool: Tool::of(tables),
            profile: ProfileShape::of(tables, &answer.profile),
            pay: PayShape::of(&chosen.pay),
            unit: "USD/year",
            dollars_of: tables.salaries.dollars_of,
            home_value: HomeValueShape::of(answer, chosen),
            geo_pay: chosen.scenario.geo_pay.name(),
            place: chosen.scenario.place.to_string(),
            scenarios: answer.scenarios.iter().map(|s| ScenarioShape::of(answer, s)).collect(),
            level: answer.profile.level().name(),
            levels: answer
                .levels
                .iter()
                .map(|(level, pay)| LevelShape { level: level.name(), pay: PayShape::of(pay) })
                .collect(),
            spread: SpreadShape {
                explained: Figure::Number(answer.spread.explained, DECIMALS),
                variance: Figure::Number(answer.spread.variance, DECIMALS),
                k: Figure::Number(answer.spread.k, DECIMALS),
            },
            steps: answer.steps.iter().map(step).collect(),
            grade: answer.graded.grade.name(),
            grade_reasons: answer.graded.reasons.iter().map(|r| reason(tables, r)).collect(),
            sources: sources(answer).into_iter().map(|(_, s)| SourceShape::of(s)).collect(),
        }
    }
}

/// The answer to `explain`: an estimate whose steps carry their formulas.
#[derive(Clone, Debug, Serialize)]
pub struct ExplanationShape<'t> {
    #[serde(flatten)]
    estimate: EstimateShape<'t>,
    notes: Vec<Text>,
}

impl<'t> ExplanationShape<'t> {
    /// The shape of an explanation.
    #[must_use]
    pub fn of(answer: &'t Estimate<'t>) -> Self {
        Self {
            estimate: EstimateShape::with(answer, "explain", |step| StepShape::full(answer, step)),
            notes: overlap_notes(answer),
        }
    }
}

/// The answer to `explain TERM`.
#[derive(Clone, Debug, Serialize)]
pub struct TermShape<'t> {
    schema: u32,
    kind: &'static str,
    tool: Tool,
    id: &'t str,
    name: &'t str,
    text: &'t str,
}

impl<'t> TermShape<'t> {
    /// The shape of a term.
    #[must_use]
    pub fn of(tables: &Tables, term: &'t Term) -> Self {
        Self {
            schema: SCHEMA,
            kind: "term",
            tool: Tool::of(tables),
            id: &term.id,
            name: &term.name,
            text: &term.text,
        }
    }
}

/// The facts that were stated, as they were understood.
#[derive(Clone, Debug, Serialize)]
struct ProfileShape<'t> {
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    employer_state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo_pay: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certs: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    experience: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    specialty: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    setting: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    education: Option<&'t str>,
}

impl<'t> ProfileShape<'t> {
    fn of(tables: &'t Tables, profile: &Profile) -> Self {
        Self {
            state: profile.home().map(|code| code.to_string()),
            employer_state: profile.employer().map(|code| code.to_string()),
            geo_pay: profile.stated_geo_pay().map(GeoPay::name),
            level: profile.stated_level().map(PayLevel::name),
            certs: profile.certifications().map(CertificationCount::get),
            experience: profile.experience().map(|years| Figure::Years(years.years())),
            specialty: profile.specialty().map(|i| tables.specialties.get(i).id.as_str()),
            setting: profile.setting().map(|i| tables.settings.get(i).id.as_str()),
            education: profile.education().map(|i| tables.education.get(i).id.as_str()),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct PayShape {
    p10: Figure,
    p25: Figure,
    p50: Figure,
    p75: Figure,
    p90: Figure,
    mean: Figure,
}

impl PayShape {
    fn of(pay: &Pay) -> Self {
        let at = |percentile| Figure::Dollars(pay.percentiles.at(percentile));
        Self {
            p10: at(Percentile::P10),
            p25: at(Percentile::P25),
            p50: at(Percentile::P50),
            p75: at(Percentile::P75),
            p90: at(Percentile::P90),
            mean: Figure::Dollars(pay.mean),
        }
    }
}

/// The purchasing power at home, or null and the reason beside it.
#[derive(Clone, Debug, Serialize)]
struct HomeValueShape {
    home_value: Option<PricedShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    home_value_missing: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct PricedShape {
    price_level: Figure,
    #[serde(flatten)]
    pay: PayShape,
}

impl HomeValueShape {
    fn of(answer: &Estimate<'_>, scenario: &ScenarioPay) -> Self {
        let home_value = match (&answer.price_level, &scenario.home_value) {
            (Ok(price), Some(pay)) => Some(PricedShape {
                price_level: Figure::Number(price.get(), 3),
                pay: PayShape::of(pay),
            }),
            _ => None,
        };
        Self { home_value, home_value_missing: answer.price_level.clone().err() }
    }
}

#[derive(Clone, Debug, Serialize)]
struct ScenarioShape {
    geo_pay: &'static str,
    place: String,
    pay: PayShape,
    #[serde(flatten)]
    home_value: HomeValueShape,
}

impl ScenarioShape {
    fn of(answer: &Estimate<'_>, scenario: &ScenarioPay) -> Self {
        Self {
            geo_pay: scenario.scenario.geo_pay.name(),
            place: scenario.scenario.place.to_string(),
            pay: PayShape::of(&scenario.pay),
            home_value: HomeValueShape::of(answer, scenario),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct LevelShape {
    level: &'static str,
    pay: PayShape,
}

#[derive(Clone, Debug, Serialize)]
struct SpreadShape {
    explained: Figure,
    variance: Figure,
    k: Figure,
}

#[derive(Clone, Debug, Serialize)]
struct StepShape<'t> {
    id: &'static str,
    label: Text,
    basis: &'static str,
    effect: Figure,
    weight: Figure,
    factor: Figure,
    mean_after: Figure,
    sources: Vec<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<PayShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    formula: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl<'t> StepShape<'t> {
    fn short(answer: &'t Estimate<'t>, step: &Step) -> Self {
        let published = match step.kind {
            StepKind::Place(place) => answer.tables.salaries.get(place).ok(),
            _ => None,
        };
        let ids = step.sources.iter().map(|&i| answer.tables.sources.get(i).id.as_str());
        Self {
            id: step.kind.name(),
            label: label(answer.tables, &answer.profile, step),
            basis: step.basis.name(),
            effect: Figure::Number(step.effect.get(), DECIMALS),
            weight: Figure::Number(step.weight, DECIMALS),
            factor: Figure::Number(step.factor, DECIMALS),
            mean_after: Figure::Dollars(step.mean_after),
            sources: ids.collect(),
            published: published.map(|row| PayShape::of(&row.pay)),
            formula: None,
            note: None,
        }
    }

    fn full(answer: &'t Estimate<'t>, step: &Step) -> Self {
        Self {
            formula: Some(formula(answer, step)),
            note: note(answer, step),
            ..Self::short(answer, step)
        }
    }
}

/// A source; what is not known of it is absent and named in `not_known`.
#[derive(Clone, Debug, Serialize)]
struct SourceShape<'t> {
    id: &'t str,
    title: &'t str,
    publisher: &'t str,
    as_of: &'t str,
    quality: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    released: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retrieved: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'t str>,
    not_known: Vec<&'static str>,
}

impl<'t> SourceShape<'t> {
    fn of(source: &'t Source) -> Self {
        Self {
            id: &source.id,
            title: &source.title,
            publisher: &source.publisher,
            as_of: &source.as_of,
            quality: match source.quality {
                Quality::Primary => "primary",
                Quality::Secondary => "secondary",
            },
            via: source.via.as_deref(),
            url: source.url.as_deref(),
            locator: source.locator.as_deref(),
            released: source.released.as_deref(),
            retrieved: source.retrieved.as_deref(),
            licence: source.licence.as_deref(),
            not_known: source.not_known(),
        }
    }
}
