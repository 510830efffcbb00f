use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Fields, Problem, Quoted, record};
use crate::data::wages::Occupation;
use crate::quantity::{Factor, Named, PlaceCode};

/// How the answers compare with published claims, by kind of claim.
///
/// ```
/// let tables = mbc_calc::built_in();
/// assert!(tables.accuracy.kinds().all(|kind| kind.agreeing <= kind.claims));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// From how many compared figures on answers of the kind say that they are off.
    least: u32,
    kinds: Vec<ClaimKind>,
}

/// The place of a kind in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimKindIndex(usize);

/// Claims that are about the same, and what the model says of them together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimKind {
    /// The name of the kind.
    pub id: String,
    /// What they are about, in words.
    pub label: String,
    /// The share by which the answers may be too high or too low in the middle of all these claims.
    pub tolerance: f64,
    /// Why by that much.
    pub because: String,
    /// How many claims there are.
    pub claims: u32,
    /// How many of them the model agrees with.
    pub agreeing: u32,
    /// How many figures of theirs say an amount or a ratio, so that the model can be above or below.
    pub compared: u32,
    /// The median share by which the model is above them, or below where it is negative.
    pub bias: Option<f64>,
    /// Which answers are of this kind; none when no answer is.
    pub answers: Option<AnswersOfKind>,
}

/// The facts by which an answer is of a kind: each that is stated here must hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswersOfKind {
    /// The answer states every one of these factors.
    pub factors: Vec<Factor>,
    /// It states fewer years of work than these.
    pub experience_under: Option<f64>,
    /// It is a career from the start, where this is so, and no estimate.
    pub newcomer: bool,
    /// It states no fewer years of work than these; it may state none.
    pub experience_from: Option<f64>,
    /// It names a credential, where this is so.
    pub credential: bool,
    /// It has one of these specialties, by name; any, or none, where this is empty.
    pub specialties: Vec<String>,
    /// It has one of these settings, by name; any, or none, where this is empty.
    pub settings: Vec<String>,
    /// It has one of these occupations; where this is empty, that of the field.
    pub roles: Vec<Occupation>,
    /// Its wages are those of one of these places; of any, where this is empty.
    pub states: Vec<PlaceCode>,
}

impl Accuracy {
    /// Every kind in the order of the table.
    pub fn kinds(&self) -> impl Iterator<Item = &ClaimKind> {
        self.kinds.iter()
    }

    /// A kind.
    ///
    /// # Panics
    /// When the index comes from another table.
    #[must_use]
    pub fn get(&self, index: ClaimKindIndex) -> &ClaimKind {
        &self.kinds[index.0]
    }

    /// The kinds of which answers say that they have come out too high or too low: enough claims have
    /// a bias, and their median is beyond the tolerance.
    pub fn beyond_tolerance(&self) -> impl Iterator<Item = (&ClaimKind, f64)> {
        self.kinds.iter().filter_map(|kind| {
            let bias = kind.bias?;
            let is_beyond = kind.compared >= self.least && bias.abs() > kind.tolerance;
            is_beyond.then_some((kind, bias))
        })
    }

    pub(super) fn find(&self, id: &str) -> Option<ClaimKindIndex> {
        self.kinds.iter().position(|kind| kind.id == id).map(ClaimKindIndex)
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|kind| kind.id.as_str())
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        let least = table.whole("least_claims");
        let read = |row: &mut Fields<'_>| read_kind(row, sources);
        let kinds = table.named_tables("kind", ("kind", "the kind "), read, |kind| &kind.id);
        Some(Self { least: least?, kinds })
    }
}

fn read_kind(row: &mut Fields<'_>, sources: &Citations) -> Option<ClaimKind> {
    sources.cited_once(row);
    let bias = row.optional_quantity("bias", |bias| match bias {
        -1.0..=5.0 => Ok(bias),
        _ => Err("a bias is between -1 and 5"),
    });
    let kind = record!(ClaimKind {
        id: row.string("kind"),
        label: row.string("label"),
        tolerance: row.quantity("tolerance", |share| match share {
            0.0..=0.5 => Ok(share),
            _ => Err("a tolerance is between 0 and 0.5"),
        }),
        because: row.string("because"),
        claims: row.whole("claims"),
        agreeing: row.whole("agreeing"),
        compared: row.whole("compared"),
        bias: Some(bias),
        answers: Some(row.optional_table("answers", read_answers)),
    })?;
    if kind.agreeing > kind.claims {
        let (agreeing, claims) = (kind.agreeing, kind.claims);
        row.problem_at("agreeing", format!("`agreeing` is `{agreeing}`, of `{claims}` claims"));
    }
    if kind.bias.is_some() != (kind.compared > 0) {
        row.problem_here("a kind has a `bias` where claims are compared, and only there");
    }
    Some(kind)
}

fn read_answers(facts: &mut Fields<'_>) -> Option<AnswersOfKind> {
    record!(AnswersOfKind {
        factors: Some(named(facts, "factors")),
        experience_under: Some(read_years(facts, "experience_under")),
        experience_from: Some(read_years(facts, "experience_from")),
        newcomer: Some(facts.optional_one_of("career", &[("newcomer", ())]).is_some()),
        credential: Some(facts.optional_one_of("credential", &[("named", ())]).is_some()),
        specialties: Some(facts.strings("specialties")),
        settings: Some(facts.strings("settings")),
        roles: Some(named(facts, "roles")),
        states: Some(read_states(facts)),
    })
}

fn read_years(facts: &mut Fields<'_>, key: &'static str) -> Option<f64> {
    facts.optional_quantity(key, |years| match years {
        0.5..=60.0 => Ok(years),
        _ => Err("years of work are between 0.5 and 60"),
    })
}

fn read_states(facts: &mut Fields<'_>) -> Vec<PlaceCode> {
    let mut states = Vec::new();
    for code in facts.texts("states") {
        match PlaceCode::new(code.get_ref()) {
            Ok(state) => states.push(state),
            Err(error) => facts.problem(Problem::new(code.span(), error.to_string())),
        }
    }
    states
}

/// The values of a list of names.
fn named<T: Named>(facts: &mut Fields<'_>, key: &'static str) -> Vec<T> {
    let mut found = Vec::new();
    for text in facts.texts(key) {
        if let Some(&(_, value)) = T::NAMES.iter().find(|(name, _)| name == text.get_ref()) {
            found.push(value);
        } else {
            let known: Vec<_> = T::NAMES.iter().map(|(name, _)| format!("`{name}`")).collect();
            let (text, span) = (Quoted(text.get_ref()), text.span());
            let message = format!("an item of `{key}` is {text}, not one of {}", known.join(", "));
            facts.problem(Problem::new(span, message));
        }
    }
    found
}
