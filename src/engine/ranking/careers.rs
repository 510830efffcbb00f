//! Careers with as little schooling as medical coding, next to it: what they pay, how they grow, and
//! what becomes of those who train for them.

use super::choices::{Order, SortedPoint};
use super::order::put_in_order;
use crate::data::{
    CareerJob, CareerOutlook, Completers, GradeRule, Locality, ShortCareer, SourceIndex,
    StudyField, Tables,
};
use crate::engine::local_wages::local_wages;
use crate::profile::{Notice, Profile};
use crate::quantity::{Pay, Percentile, PlaceCode, named};

named! {
    /// The figure that careers are compared by.
    pub enum CareerSort {
        /// The 10th percentile of pay.
        P10 = "pay.p10",
        /// The 25th percentile of pay.
        P25 = "pay.p25",
        /// The median pay.
        P50 = "pay.p50",
        /// The 75th percentile of pay.
        P75 = "pay.p75",
        /// The 90th percentile of pay.
        P90 = "pay.p90",
        /// The mean pay.
        Mean = "pay.mean",
        /// How employment is projected to change.
        Growth = "growth",
        /// The openings a year.
        Openings = "openings",
        /// What graduates of certificate programs earn.
        Earnings = "earnings",
    }
}

impl CareerSort {
    /// The point of pay; none where it is another figure.
    #[must_use]
    pub const fn of_pay(self) -> Option<SortedPoint> {
        match self {
            Self::P10 => Some(SortedPoint::At(Percentile::P10)),
            Self::P25 => Some(SortedPoint::At(Percentile::P25)),
            Self::P50 => Some(SortedPoint::At(Percentile::P50)),
            Self::P75 => Some(SortedPoint::At(Percentile::P75)),
            Self::P90 => Some(SortedPoint::At(Percentile::P90)),
            Self::Mean => Some(SortedPoint::Mean),
            Self::Growth | Self::Openings | Self::Earnings => None,
        }
    }
}

/// What a ranking of careers is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CareerRankingRequest {
    /// The figure to compare by.
    pub sort: CareerSort,
    /// Which end comes first.
    pub order: Order,
    /// How many are shown.
    pub top: usize,
}

/// Careers in order.
#[derive(Clone, Debug)]
pub struct CareerRanking<'t> {
    /// The tables that the answer was made from.
    pub tables: &'t Tables,
    /// The question; only the state of the home counts.
    pub profile: Profile,
    /// What was asked for.
    pub request: CareerRankingRequest,
    /// The state of the wages, or the nation where none is stated.
    pub place: PlaceCode,
    /// The careers with the figure, in the order that was asked for.
    pub careers: Vec<RankedCareer<'t>>,
    /// The others, in the order of the table.
    pub unranked: Vec<UnrankedCareer<'t>>,
    /// What to know of the profile.
    pub notices: Vec<Notice>,
}

/// A career with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedCareer<'t> {
    /// From 1, the largest; equal figures share a rank.
    pub rank: usize,
    /// The figure that it is compared by: dollars a year, percent, or openings a year.
    pub value: f64,
    /// The name in answers.
    pub id: &'t str,
    /// The workers, as they read in a sentence.
    pub workers: &'t str,
    /// The federal occupation code.
    pub code: &'t str,
    /// Whether it is medical coding itself.
    pub is_coding: bool,
    /// The pay at the place.
    pub pay: Pay,
    /// Whether it is worked out from the nation's, since none is published there.
    pub is_derived: bool,
    /// Whether the mean has a large sampling error.
    pub is_thin: bool,
    /// How many hold such a job at the place, where that is published.
    pub employment: Option<u32>,
    /// How the occupation grows in the nation, where that is known.
    pub outlook: Option<CareerOutlook>,
    /// The certificate programs that train for it, or why there are none.
    pub field: Result<&'t StudyField, &'t str>,
    /// What became of those who finished a short program, where that is known.
    pub completers: Option<&'t Completers>,
    /// Where the figures come from.
    pub sources: Vec<SourceIndex>,
}

/// A career without the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnrankedCareer<'t> {
    /// The name in answers.
    pub id: &'t str,
    /// The workers, as they read in a sentence.
    pub workers: &'t str,
    /// Why it has none.
    pub reason: &'t str,
}

impl<'t> CareerRanking<'t> {
    /// The careers to show.
    #[must_use]
    pub fn shown(&self) -> &[RankedCareer<'t>] {
        &self.careers[..self.request.top.min(self.careers.len())]
    }

    /// Medical coding itself, shown or not.
    #[must_use]
    pub fn coding(&self) -> Option<&RankedCareer<'t>> {
        self.careers.iter().find(|career| career.is_coding)
    }
}

/// The workers of the field itself.
pub(super) const FIELD_WORKERS: &str = "medical records specialists";

/// Why a career has no figure.
const NO_OUTLOOK: &str = "no projection of it was found";

/// The careers of the table in order of a figure, at the rates of the state where the person lives, or of
/// the nation.
///
/// # Panics
/// When the profile was made with other tables.
///
/// ```
/// use mbc_calc::engine::{CareerRankingRequest, CareerSort, Order, career_ranking};
/// let tables = mbc_calc::built_in();
/// let request =
///     CareerRankingRequest { sort: CareerSort::P50, order: Order::HighestFirst, top: 5 };
/// let answer = career_ranking(&tables, &Default::default(), request);
/// assert!(answer.coding().is_some_and(|coding| coding.rank == 1));
/// ```
#[must_use]
pub fn career_ranking<'t>(
    tables: &'t Tables,
    profile: &Profile,
    request: CareerRankingRequest,
) -> CareerRanking<'t> {
    let place = profile.home().unwrap_or(PlaceCode::NATION);
    let (mut careers, mut unranked) = (Vec::new(), Vec::new());
    for career in tables.careers.iter() {
        let ranked = known(tables, career, place).and_then(|mut known| {
            known.value = value(&known, request.sort)?;
            Ok(known)
        });
        let workers = workers(tables, career);
        match ranked {
            Ok(ranked) => careers.push(ranked),
            Err(reason) => unranked.push(UnrankedCareer { id: &career.id, workers, reason }),
        }
    }
    put_in_order(
        &mut careers,
        request.order,
        |career| (career.value, career.workers),
        |career, rank| career.rank = rank,
    );
    CareerRanking {
        tables,
        profile: profile.clone(),
        request,
        place,
        careers,
        unranked,
        notices: profile.notices(tables),
    }
}

fn value<'t>(career: &RankedCareer<'t>, sort: CareerSort) -> Result<f64, &'t str> {
    match (sort, sort.of_pay()) {
        (_, Some(SortedPoint::At(percentile))) => Ok(career.pay.percentiles.at(percentile).get()),
        (_, Some(SortedPoint::Mean)) => Ok(career.pay.mean.get()),
        (CareerSort::Growth, _) => career.outlook.map(|it| it.growth).ok_or(NO_OUTLOOK),
        (CareerSort::Openings, _) => {
            career.outlook.map(|it| f64::from(it.openings)).ok_or(NO_OUTLOOK)
        }
        _ => career.field.map(|field| field.earnings.p50.get()),
    }
}

fn workers<'t>(tables: &'t Tables, career: &'t ShortCareer) -> &'t str {
    match &career.job {
        CareerJob::Coding => FIELD_WORKERS,
        CareerJob::Role(role) => &tables.occupations.of(*role).workers,
        CareerJob::Other { workers, .. } => workers,
    }
}

/// What is known of a career at a place, but for its rank and the figure that it is compared by.
fn known<'t>(
    tables: &'t Tables,
    career: &'t ShortCareer,
    place: PlaceCode,
) -> Result<RankedCareer<'t>, &'t str> {
    let at = Locality::whole(place);
    let code = match &career.job {
        CareerJob::Coding => &tables.projections.field().code,
        CareerJob::Role(role) => &tables.occupations.of(*role).code,
        CareerJob::Other { code, .. } => code,
    };
    let (pay, row, is_derived) = match &career.job {
        CareerJob::Coding => {
            let wages = local_wages(tables, None, at);
            (wages.pay, wages.row, false)
        }
        CareerJob::Role(role) => {
            let wages = local_wages(tables, Some(*role), at);
            (wages.pay, wages.row, wages.stand_in.is_some())
        }
        CareerJob::Other { wages, .. } => {
            let row = wages.get(place)?;
            (row.pay, row, false)
        }
    };
    let is_thin = row.mean_prse > tables.grades.over(GradeRule::SamplingError);
    let outlook = tables.projections.of(code).map_or(career.outlook, |row| {
        let openings = (row.openings * 1_000.0).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "openings are above 0 and far below 2^32"
        )]
        let openings = openings as u32;
        Some(CareerOutlook { growth: row.change, openings, source: row.source })
    });
    let field = career.field.as_ref().map_err(String::as_str);
    let field = field.and_then(|cip| {
        let found = tables.programs.fields().iter().find(|field| field.cip == *cip);
        found.ok_or("the field of study is not known")
    });
    let mut sources = vec![row.source];
    sources.extend(outlook.map(|outlook| outlook.source));
    sources.extend(field.ok().map(|field| field.source));
    sources.extend(career.completers.as_ref().map(|completers| completers.source));
    sources.sort_unstable();
    sources.dedup();
    Ok(RankedCareer {
        rank: 0,
        value: 0.0,
        id: &career.id,
        workers: workers(tables, career),
        code,
        is_coding: career.job == CareerJob::Coding,
        pay,
        is_derived,
        is_thin,
        employment: row.employment.as_ref().ok().copied().filter(|_| !is_derived),
        outlook,
        field,
        completers: career.completers.as_ref(),
        sources,
    })
}
