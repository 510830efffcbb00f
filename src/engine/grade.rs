//! How far an answer can be trusted (`docs/METHOD.md`, "The grade").

use crate::data::{Source, SourceIndex, Tables};
use crate::profile::{PayLevel, Profile};
use crate::quantity::{Factor, PlaceCode};

use super::step::Step;

/// The grade of an answer, from the firmest to the loosest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A published row as it is.
    A,
    /// Published or derived figures at most three years old.
    B,
    /// One shortcoming.
    C,
    /// Two kinds of shortcoming, or a source over ten years old.
    D,
}

impl Grade {
    /// The letter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// The grade with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Graded {
    /// The grade.
    pub grade: Grade,
    /// Why; never empty.
    pub reasons: Vec<GradeReason>,
}

/// One reason for a grade.
#[derive(Clone, Debug, PartialEq)]
pub enum GradeReason {
    /// The answer is a published row as it is.
    PublishedRow,
    /// Every figure is published or derived, and the oldest source is of this year.
    Recent(u32),
    /// Something that lowers the grade.
    Shortcoming(Shortcoming),
    /// The range around the middle rests on an assumed spread of this factor; that alone does not
    /// lower the grade.
    AssumedRange(Factor),
}

/// Something that lowers a grade.
#[derive(Clone, Debug, PartialEq)]
pub enum Shortcoming {
    /// The survey's average, against which its pay level and certifications are measured, rests on
    /// an assumed share of uncertified members.
    AssumedShare,
    /// The weights that combine several factors rest on assumed spreads and correlations.
    AssumedWeights,
    /// A figure stands in for one that does not exist.
    StandIn(Factor, String),
    /// The wages of the place have a large sampling error: its percent.
    SamplingError(PlaceCode, f64),
    /// A source is over three and at most five years old: its age.
    Ageing(SourceIndex, u32),
    /// A source is over five and at most ten years old: its age.
    Old(SourceIndex, u32),
    /// A source is over ten years old: its age.
    VeryOld(SourceIndex, u32),
}

/// The kinds of which two make a D.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Assumption,
    Fallback,
    Age,
    Sampling,
}

const LARGEST_PRSE: f64 = 5.0;

impl Shortcoming {
    const fn kind(&self) -> Option<Kind> {
        match self {
            Self::AssumedShare | Self::AssumedWeights => Some(Kind::Assumption),
            Self::StandIn(..) => Some(Kind::Fallback),
            Self::SamplingError(..) => Some(Kind::Sampling),
            Self::Old(..) | Self::VeryOld(..) => Some(Kind::Age),
            Self::Ageing(..) => None,
        }
    }

    /// The shortcoming of a source of this age in years, if it is one.
    fn of_age(source: SourceIndex, age: u32) -> Option<Self> {
        match age {
            0..=3 => None,
            4..=5 => Some(Self::Ageing(source, age)),
            6..=10 => Some(Self::Old(source, age)),
            _ => Some(Self::VeryOld(source, age)),
        }
    }
}

/// The grade of an answer whose steps are known.
pub(super) fn grade(
    tables: &Tables,
    profile: &Profile,
    place: PlaceCode,
    steps: &[Step],
) -> Graded {
    let shortcomings = shortcomings(tables, profile, place, steps);
    let stated = profile.stated();
    let as_published = steps.len() == 1;
    let grade = match shortcomings.as_slice() {
        [] if as_published => Grade::A,
        [] => Grade::B,
        some => grade_of(some),
    };
    let mut reasons = Vec::new();
    if as_published {
        reasons.push(GradeReason::PublishedRow);
    } else if shortcomings.is_empty() {
        let oldest = cited(tables, steps).map(|(_, source)| source.year).min();
        reasons.extend(oldest.map(GradeReason::Recent));
    }
    reasons.extend(shortcomings.into_iter().map(GradeReason::Shortcoming));
    if stated.len() == 1 {
        reasons.extend(stated.iter().map(GradeReason::AssumedRange));
    }
    Graded { grade, reasons }
}

/// The grade of an answer with these shortcomings, at least one.
fn grade_of(shortcomings: &[Shortcoming]) -> Grade {
    let mut kinds = shortcomings.iter().filter_map(Shortcoming::kind);
    let first = kinds.next();
    let two_kinds = kinds.any(|kind| Some(kind) != first);
    let very_old = shortcomings.iter().any(|s| matches!(s, Shortcoming::VeryOld(..)));
    if two_kinds || very_old { Grade::D } else { Grade::C }
}

fn shortcomings(
    tables: &Tables,
    profile: &Profile,
    place: PlaceCode,
    steps: &[Step],
) -> Vec<Shortcoming> {
    let stated = profile.stated();
    let mut found = Vec::new();
    if profile.level() == PayLevel::Survey || stated.contains(Factor::Certifications) {
        found.push(Shortcoming::AssumedShare);
    }
    if stated.len() > 1 {
        found.push(Shortcoming::AssumedWeights);
    }
    for (factor, table, level) in [
        (Factor::Specialty, &tables.specialties, profile.specialty()),
        (Factor::Setting, &tables.settings, profile.setting()),
        (Factor::Education, &tables.education, profile.education()),
    ] {
        let stand_in = level.and_then(|level| table.get(level).evidence.stand_in.clone());
        found.extend(stand_in.map(|what| Shortcoming::StandIn(factor, what)));
    }
    let row = tables.salaries.get(place).ok();
    found.extend(
        row.filter(|row| row.mean_prse > LARGEST_PRSE)
            .map(|row| Shortcoming::SamplingError(place, row.mean_prse)),
    );
    let now = tables.edition.year();
    found.extend(
        cited(tables, steps).filter_map(|(index, source)| {
            Shortcoming::of_age(index, now.saturating_sub(source.year))
        }),
    );
    found
}

/// Every source of the steps, each once.
fn cited<'t>(
    tables: &'t Tables,
    steps: &[Step],
) -> impl Iterator<Item = (SourceIndex, &'t Source)> {
    let mut indices: Vec<SourceIndex> =
        steps.iter().flat_map(|step| step.sources.iter().copied()).collect();
    indices.sort_unstable();
    indices.dedup();
    indices.into_iter().map(|index| (index, tables.sources.get(index)))
}
