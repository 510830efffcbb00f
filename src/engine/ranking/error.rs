//! The questions for which there is no order: all levels alike, or none with a value.

use super::choices::{PlaceOf, RankBy, RankingRequest, SortFigure, SortedAmount};
use crate::data::{Occupation, Tables};
use crate::engine::figures::price_level;
use crate::engine::pay_scale::is_paid_by_home;
use crate::engine::tax::{TakeHomeError, law_at_home};
use crate::profile::{ConvenienceRule, GeoPay, Key, Profile};
use crate::quantity::FactorSet;

/// Why levels cannot be put in order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RankingError {
    /// The fact does not count for the role.
    #[error("with the role `{}`, `{}` does not count, so every one pays the same", .0.name(), .1.name())]
    NotCounted(Occupation, RankBy),
    /// The wages of the role are known by state only.
    #[error("the wages of the role `{}` are not known by area", .0.name())]
    NoAreas(Occupation, PlaceOf),
    /// The employer's state does not count on the pay scale that was asked for.
    #[error("on the pay scale `{}` every employer's state pays the same", .0.name())]
    SameForEveryEmployer(GeoPay),
    /// Pay does not depend on the home.
    #[error("the pay is the same wherever you live, so `{}` ranks nothing", .0.name())]
    SameForEveryHome(SortFigure),
    /// The table has no program there.
    #[error("no certificate or associate program in {0} is in the table `programs`")]
    NoPrograms(String),
    /// What pay buys is asked for, and nobody knows where.
    #[error("`{}` needs to know where you live", .0.name())]
    NoHome(SortFigure),
    /// What is left after taxes is asked for, and the law at home is not known.
    #[error("`{}` has no value: {}", .0.name(), .1)]
    NoTakeHome(SortFigure, TakeHomeError),
    /// What pay buys is asked for, and the price level is not known.
    #[error("`{}` has no value in {home}: {reason}", .sort.name())]
    NoPriceLevel {
        /// The figure that was asked for.
        sort: SortFigure,
        /// The home.
        home: String,
        /// Why there is no price level.
        reason: String,
    },
}

impl RankingError {
    /// What may help.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NotCounted(..) => format!("leave out `{}`", Key::Role.flag()),
            Self::NoAreas(_, PlaceOf::Home) => "rank by `state`".to_owned(),
            Self::NoAreas(_, PlaceOf::Employer) => "rank by `employer-state`".to_owned(),
            Self::SameForEveryEmployer(_) => format!("leave out `{}`", Key::GeoPay.flag()),
            Self::SameForEveryHome(_) => "sort by `home_value.p50`: prices differ".to_owned(),
            Self::NoPrograms(_) => {
                format!("leave out `{}` to compare the states", Key::State.flag())
            }
            Self::NoHome(_) => format!("add `{}`, or sort by `pay.p50`", Key::State.flag()),
            Self::NoTakeHome(..) | Self::NoPriceLevel { .. } => "sort by `pay.p50`".to_owned(),
        }
    }
}

/// The figure to compare by: the one that was asked for; else what the pay buys at home, where a
/// price level is known; else the pay.
pub(super) fn checked_sort(
    tables: &Tables,
    profile: &Profile,
    request: RankingRequest,
) -> Result<SortFigure, RankingError> {
    if let Some(role) = profile.role().filter(|_| request.by != RankBy::Role) {
        if request.by.factor().is_some_and(|f| !FactorSet::OF_ANY_OCCUPATION.contains(f)) {
            return Err(RankingError::NotCounted(role, request.by));
        }
        match request.by {
            RankBy::EmployerMetro => return Err(RankingError::NoAreas(role, PlaceOf::Employer)),
            RankBy::Metro if is_paid_by_home(profile) => {
                return Err(RankingError::NoAreas(role, PlaceOf::Home));
            }
            _ => {}
        }
    }
    let scale = profile.stated_geo_pay();
    let place_of = request.by.place_of();
    let asks = profile.taxes().is_asked();
    let [pay, home_value] = if asks {
        [SortFigure::TAKE_HOME, SortFigure::TAKE_HOME_VALUE]
    } else {
        [SortFigure::PAY, SortFigure::HOME_VALUE]
    };
    if let (Some(PlaceOf::Employer), Some(scale @ (GeoPay::Residence | GeoPay::National))) =
        (place_of, scale)
    {
        let is_taxed_there = profile.taxes().convenience == Some(ConvenienceRule::Apply);
        if !(is_taxed_there && request.sort.unwrap_or(pay).is_after_tax()) {
            return Err(RankingError::SameForEveryEmployer(scale));
        }
    }
    if place_of == Some(PlaceOf::Home) {
        let sort = request.sort.unwrap_or(home_value);
        return match sort.of {
            SortedAmount::Pay if !is_paid_by_home(profile) => {
                Err(RankingError::SameForEveryHome(sort))
            }
            _ => Ok(sort),
        };
    }
    let sorts_after_tax = request.sort.map_or(asks, SortFigure::is_after_tax);
    if let (true, Err(why)) = (sorts_after_tax, law_at_home(tables, profile)) {
        return Err(RankingError::NoTakeHome(request.sort.unwrap_or(pay), why));
    }
    match (request.sort, profile.home_locality(), price_level(tables, profile)) {
        (None, _, Ok(_)) => Ok(home_value),
        (None, ..) => Ok(pay),
        (Some(sort), ..) if matches!(sort.of, SortedAmount::Pay | SortedAmount::TakeHome) => {
            Ok(sort)
        }
        (Some(sort), None, _) => Err(RankingError::NoHome(sort)),
        (Some(sort), Some(home), Err(reason)) => Err(RankingError::NoPriceLevel {
            sort,
            home: home.in_sentence(tables),
            reason: reason.to_owned(),
        }),
        (Some(sort), ..) => Ok(sort),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::ranking::Order;
    use crate::profile::Draft;

    fn sort(facts: &[(Key, &str)], by: &str, sort: Option<&str>) -> Result<&'static str, String> {
        let tables = crate::built_in();
        let by = super::super::RankBy::named(by).unwrap();
        let draft = facts.iter().fold(Draft::default(), |d, &(key, text)| d.state(key, text));
        let profile = draft.open(by.key()).profile(&tables).unwrap();
        let sort = sort.and_then(SortFigure::named);
        let request = RankingRequest { by, sort, order: Order::HighestFirst, top: 10 };
        checked_sort(&tables, &profile, request)
            .map(SortFigure::name)
            .map_err(|error| format!("{error}; {}", error.hint()))
    }

    #[test]
    fn levels_are_compared_by_what_pay_buys_where_that_is_known() {
        assert_eq!(sort(&[(Key::State, "MS")], "specialty", None), Ok("home_value.p50"));
        assert_eq!(sort(&[], "specialty", None), Ok("pay.p50"));
        assert_eq!(sort(&[(Key::State, "PR")], "specialty", None), Ok("pay.p50"));
        assert_eq!(sort(&[], "state", None), Ok("home_value.p50"));
        assert_eq!(sort(&[], "state", Some("pay.mean")), Ok("pay.mean"));
    }

    #[test]
    fn a_question_without_an_order_is_refused_with_what_may_help() {
        for (facts, by, figure, message) in [
            (
                vec![(Key::State, "MS"), (Key::GeoPay, "residence")],
                "employer-state",
                None,
                "on the pay scale `residence` every employer's state pays the same; leave out \
                 `--geo-pay`",
            ),
            (
                vec![(Key::EmployerState, "MA")],
                "state",
                Some("pay.p50"),
                "the pay is the same wherever you live, so `pay.p50` ranks nothing; sort by \
                 `home_value.p50`: prices differ",
            ),
            (
                vec![],
                "certs",
                Some("home_value.mean"),
                "`home_value.mean` needs to know where you live; add `--state`, or sort by \
                 `pay.p50`",
            ),
        ] {
            assert_eq!(sort(&facts, by, figure), Err(message.to_owned()));
        }
        let guam = sort(&[(Key::State, "GU")], "certs", Some("home_value.p50")).unwrap_err();
        assert!(guam.starts_with("`home_value.p50` has no value in Guam: "), "{guam}");
    }

    #[test]
    fn a_pay_scale_may_need_the_fact_that_is_ranked() {
        let scale = [(Key::State, "MS"), (Key::GeoPay, "employer")];
        assert_eq!(sort(&scale, "employer-state", None), Ok("home_value.p50"));
        let scale = [(Key::EmployerState, "MA"), (Key::GeoPay, "residence")];
        assert_eq!(sort(&scale, "state", Some("pay.p50")), Ok("pay.p50"));
    }
}
