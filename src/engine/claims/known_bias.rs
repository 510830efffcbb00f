use crate::data::{AnswersOfKind, ClaimKind, LevelTable, Tables};
use crate::profile::{CareerStage, Profile};
use crate::quantity::{Experience, PlaceCode};

/// That answers of a kind have come out too high or too low next to published claims.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownBias<'t> {
    /// The kind.
    pub kind: &'t ClaimKind,
    /// The median share by which they are too high, or too low where it is negative.
    pub bias: f64,
}

/// The kinds beyond their tolerance of which an estimate for this profile is, with the wages of a place.
pub(crate) fn known_biases<'t>(
    tables: &'t Tables,
    profile: &Profile,
    place: PlaceCode,
) -> Vec<KnownBias<'t>> {
    beyond_tolerance(tables, |answers| is_of(answers, tables, profile, place))
}

/// The kinds beyond their tolerance of which a career from this stage is.
pub(crate) fn known_career_biases(tables: &Tables, stage: CareerStage) -> Vec<KnownBias<'_>> {
    beyond_tolerance(tables, |answers| answers.newcomer && stage == CareerStage::Newcomer)
}

/// The kinds beyond their tolerance of which such answers are.
fn beyond_tolerance(tables: &Tables, are: impl Fn(&AnswersOfKind) -> bool) -> Vec<KnownBias<'_>> {
    let beyond = tables.accuracy.beyond_tolerance();
    let of_kind = beyond.filter(|(kind, _)| kind.answers.as_ref().is_some_and(&are));
    of_kind.map(|(kind, bias)| KnownBias { kind, bias }).collect()
}

/// Whether every fact by which answers are of a kind holds for a profile.
fn is_of(answers: &AnswersOfKind, tables: &Tables, profile: &Profile, place: PlaceCode) -> bool {
    let stated = profile.stated();
    let is_among = |names: &[String], table: &LevelTable, level: Option<_>| {
        names.is_empty() || level.is_some_and(|level| names.contains(&table.get(level).id))
    };
    let years = profile.experience().map(Experience::get);
    let is_new = |under: f64| years.is_some_and(|years| years < under);
    let is_not_new = |from: f64| years.is_none_or(|years| years >= from);
    let is_in_role = match profile.role() {
        None => answers.roles.is_empty(),
        Some(role) => answers.roles.contains(&role),
    };
    !answers.newcomer
        && answers.factors.iter().all(|&factor| stated.contains(factor))
        && answers.experience_under.is_none_or(is_new)
        && answers.experience_from.is_none_or(is_not_new)
        && (!answers.credential || !profile.credentials().is_empty())
        && is_among(&answers.specialties, &tables.specialties, profile.specialty())
        && is_among(&answers.settings, &tables.settings, profile.setting())
        && is_in_role
        && (answers.states.is_empty() || answers.states.contains(&place))
}
