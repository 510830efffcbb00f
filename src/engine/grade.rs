//! How far an answer can be trusted (`docs/METHOD.md`, "The grade").

use crate::data::{
    CredentialIndex, GradeRule, GradeRules, Locality, Occupation, SourceIndex, Tables,
};
use crate::profile::{PayLevel, Profile};
use crate::quantity::{Factor, named};

use super::local_wages::{AreaWithoutWages, LocalWages};
use super::sources::for_each_pay_source;

named! {
    /// The grade of an answer, from the firmest to the loosest.
    #[derive(PartialOrd, Ord)]
    pub enum Grade {
        /// A published row as it is.
        A = "A",
        /// Published or derived figures at most three years old.
        B = "B",
        /// One shortcoming.
        C = "C",
        /// Two kinds of shortcoming, or a source over ten years old.
        D = "D",
    }
}

/// One reason for a grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GradeReason<'t> {
    /// The answer is a published row as it is.
    PublishedRow,
    /// Every figure is published or derived, and the oldest source is of this year.
    Recent(u32),
    /// Something that lowers the grade.
    Shortcoming(Shortcoming<'t>),
    /// The range around the middle rests on an assumed spread of this factor; that alone does not
    /// lower the grade.
    AssumedRange(Factor),
}

/// Something that lowers a grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shortcoming<'t> {
    /// The survey's average, against which its pay level and certifications are measured, rests on
    /// an assumed share of uncertified members.
    AssumedShare,
    /// The average of the specialties, from which each is measured, is assumed.
    AssumedCenter,
    /// The weights that combine several factors rest on assumed spreads and correlations.
    AssumedWeights,
    /// Pay by the hour is assumed to be that of full-time work.
    AssumedHours,
    /// The survey of pay by number of certifications does not count this one, so its figures stand
    /// in.
    OtherIssuer(CredentialIndex),
    /// A figure substitutes for one that does not exist.
    StandIn(Factor, &'t str),
    /// The area has no wages of its own, and why; those of its state stand in.
    AreaWithoutWages(AreaWithoutWages<'t>, Locality),
    /// The role has no published wages at the place, and why; those of the nation stand in.
    WagesStandIn(Occupation, Locality, &'t str),
    /// What is known of a factor is of the field's own workers and substitutes for those of the role.
    OfTheField(Factor),
    /// The wages of the place have a large sampling error: its percent.
    SamplingError(Locality, f64),
    /// A source is over three and at most five years old: its age.
    Aging(SourceIndex, u32),
    /// A source is over five and at most ten years old: its age.
    Old(SourceIndex, u32),
    /// A source is over ten years old: its age.
    VeryOld(SourceIndex, u32),
}

/// The kinds of which several make a D.
#[derive(Clone, Copy)]
enum Kind {
    Assumption,
    Fallback,
    Age,
    Sampling,
}

impl Shortcoming<'_> {
    const fn kind(&self) -> Option<Kind> {
        match self {
            Self::AssumedShare
            | Self::AssumedCenter
            | Self::AssumedWeights
            | Self::AssumedHours => Some(Kind::Assumption),
            Self::OtherIssuer(_)
            | Self::StandIn(..)
            | Self::AreaWithoutWages(..)
            | Self::WagesStandIn(..)
            | Self::OfTheField(_) => Some(Kind::Fallback),
            Self::SamplingError(..) => Some(Kind::Sampling),
            Self::Old(..) | Self::VeryOld(..) => Some(Kind::Age),
            Self::Aging(..) => None,
        }
    }

    /// The age of the source, if the shortcoming is of one.
    const fn age(&self) -> Option<u32> {
        match self {
            Self::Aging(_, age) | Self::Old(_, age) | Self::VeryOld(_, age) => Some(*age),
            _ => None,
        }
    }

    /// The shortcoming of a source of this age in years, if it is one.
    fn of_age(rules: &GradeRules, source: SourceIndex, age: u32) -> Option<Self> {
        let is_over = |rule| f64::from(age) > rules.over(rule);
        if is_over(GradeRule::VeryOld) {
            Some(Self::VeryOld(source, age))
        } else if is_over(GradeRule::Old) {
            Some(Self::Old(source, age))
        } else {
            is_over(GradeRule::Aging).then_some(Self::Aging(source, age))
        }
    }
}

/// Whether a source is over ten years old.
pub(super) fn is_very_old(tables: &Tables, source: SourceIndex) -> bool {
    let age = tables.edition.year().saturating_sub(tables.sources.get(source).year);
    matches!(Shortcoming::of_age(&tables.grades, source, age), Some(Shortcoming::VeryOld(..)))
}

/// The grade of an answer that starts from these wages.
pub(super) fn grade(tables: &Tables, profile: &Profile, wages: &LocalWages<'_>) -> Grade {
    let mut kinds = Kinds::default();
    for_each_shortcoming(tables, profile, wages, |shortcoming| kinds.add(&shortcoming));
    kinds.grade(&tables.grades, is_published_row(profile))
}

/// Why the grade of an answer that starts from these wages is what it is; never empty.
pub(super) fn grade_reasons<'t>(
    tables: &'t Tables,
    profile: &Profile,
    wages: &LocalWages<'t>,
) -> Vec<GradeReason<'t>> {
    let mut shortcomings = Vec::new();
    for_each_shortcoming(tables, profile, wages, |shortcoming| {
        if !shortcomings.contains(&shortcoming) {
            shortcomings.push(shortcoming);
        }
    });
    shortcomings.sort_by_key(Shortcoming::age);
    let mut reasons = Vec::new();
    if is_published_row(profile) {
        let is_own = wages.without.is_none() && wages.stand_in.is_none();
        reasons.extend(is_own.then_some(GradeReason::PublishedRow));
    } else if shortcomings.is_empty() {
        let mut oldest = None;
        for_each_pay_source(tables, profile, wages, |source| {
            let year = tables.sources.get(source).year;
            oldest = Some(oldest.map_or(year, |oldest: u32| oldest.min(year)));
        });
        reasons.extend(oldest.map(GradeReason::Recent));
    }
    reasons.extend(shortcomings.into_iter().map(GradeReason::Shortcoming));
    let stated = profile.stated();
    if stated.len() == 1 {
        reasons.extend(stated.iter().map(GradeReason::AssumedRange));
    }
    reasons
}

fn is_published_row(profile: &Profile) -> bool {
    profile.stated().is_empty()
        && profile.level() == PayLevel::Oews
        && profile.work().other_hours().is_none()
}

/// What was found on the way to a grade.
#[derive(Default)]
struct Kinds {
    /// A bit for each kind.
    found: u8,
    any: bool,
    very_old: bool,
}

impl Kinds {
    fn add(&mut self, shortcoming: &Shortcoming<'_>) {
        self.any = true;
        self.very_old |= matches!(shortcoming, Shortcoming::VeryOld(..));
        if let Some(kind) = shortcoming.kind() {
            self.found |= 1 << kind as u8;
        }
    }

    fn grade(&self, rules: &GradeRules, is_published_row: bool) -> Grade {
        let several = f64::from(self.found.count_ones()) > rules.over(GradeRule::Kinds);
        match (self.any, several || self.very_old) {
            (true, true) => Grade::D,
            (true, false) => Grade::C,
            (false, _) if is_published_row => Grade::A,
            (false, _) => Grade::B,
        }
    }
}

/// Every shortcoming of an answer; that of a source may come more than once.
fn for_each_shortcoming<'t>(
    tables: &'t Tables,
    profile: &Profile,
    wages: &LocalWages<'t>,
    mut visit: impl FnMut(Shortcoming<'t>),
) {
    let stated = profile.stated();
    if profile.level() == PayLevel::Survey || stated.contains(Factor::Certifications) {
        visit(Shortcoming::AssumedShare);
    }
    if stated.contains(Factor::Specialty) {
        visit(Shortcoming::AssumedCenter);
    }
    if stated.len() > 1 {
        visit(Shortcoming::AssumedWeights);
    }
    if profile.work().other_hours().is_some() {
        visit(Shortcoming::AssumedHours);
    }
    let counted = stated.contains(Factor::Certifications);
    for &held in profile.credentials().iter().filter(|_| counted) {
        if !tables.credentials.get(held).is_surveyed {
            visit(Shortcoming::OtherIssuer(held));
        }
    }
    for (factor, table, level) in [
        (Factor::Specialty, &tables.specialties, profile.specialty()),
        (Factor::Setting, &tables.settings, profile.setting()),
        (Factor::Education, &tables.education, profile.education()),
    ] {
        let level = level.filter(|_| stated.contains(factor));
        if let Some(what) = level.and_then(|level| table.get(level).evidence.stand_in.as_deref()) {
            visit(Shortcoming::StandIn(factor, what));
        }
    }
    if let Some(without) = wages.without {
        visit(Shortcoming::AreaWithoutWages(without, wages.of));
    }
    if let Some(role) = profile.role() {
        if let Some(stand_in) = wages.stand_in {
            visit(Shortcoming::WagesStandIn(role, wages.of, stand_in.reason));
        }
        stated.iter().for_each(|factor| visit(Shortcoming::OfTheField(factor)));
    }
    if wages.has_large_error {
        visit(Shortcoming::SamplingError(wages.row_of(), wages.row.mean_prse));
    }
    let now = tables.edition.year();
    for_each_pay_source(tables, profile, wages, |source| {
        let age = now.saturating_sub(tables.sources.get(source).year);
        if let Some(shortcoming) = Shortcoming::of_age(&tables.grades, source, age) {
            visit(shortcoming);
        }
    });
}
