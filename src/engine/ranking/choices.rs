//! What can be ranked, by which figure, and in which direction.

use crate::engine::{PayAfterTax, ScenarioPay};
use crate::profile::Key;
use crate::quantity::{Dollars, Factor, Percentile, named};

named! {
    /// The ranked fact.
    pub enum RankBy {
        /// In which state the employer is.
        EmployerState = "employer-state",
        /// In which state the person lives.
        State = "state",
        /// In which area the employer is.
        EmployerMetro = "employer-metro",
        /// In which area the person lives.
        Metro = "metro",
        /// How many certifications are held.
        Certs = "certs",
        /// Which credential is held, as the only one.
        Credential = "credential",
        /// What is coded, or the role.
        Specialty = "specialty",
        /// The occupation.
        Role = "role",
        /// Whom one works for.
        Setting = "setting",
        /// The highest schooling.
        Education = "education",
    }
}

impl RankBy {
    /// What the levels are, where they are places; of places pay or prices depend on the scale.
    #[must_use]
    pub const fn place_of(self) -> Option<PlaceOf> {
        match self {
            Self::EmployerState | Self::EmployerMetro => Some(PlaceOf::Employer),
            Self::State | Self::Metro => Some(PlaceOf::Home),
            Self::Certs
            | Self::Credential
            | Self::Specialty
            | Self::Role
            | Self::Setting
            | Self::Education => None,
        }
    }

    /// The ranked factor, unless the levels are places.
    #[must_use]
    pub const fn factor(self) -> Option<Factor> {
        match self {
            Self::EmployerState | Self::State | Self::EmployerMetro | Self::Metro | Self::Role => {
                None
            }
            Self::Certs | Self::Credential => Some(Factor::Certifications),
            Self::Specialty => Some(Factor::Specialty),
            Self::Setting => Some(Factor::Setting),
            Self::Education => Some(Factor::Education),
        }
    }

    /// The fact of the profile that each level replaces.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::EmployerState => Key::EmployerState,
            Self::State => Key::State,
            Self::EmployerMetro => Key::EmployerMetro,
            Self::Metro => Key::Metro,
            Self::Certs | Self::Credential => Key::Certs,
            Self::Role => Key::Role,
            Self::Specialty => Key::Specialty,
            Self::Setting => Key::Setting,
            Self::Education => Key::Education,
        }
    }
}

/// The role of a place in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceOf {
    /// Where the employer is.
    Employer,
    /// Where the person lives.
    Home,
}

/// The amount that levels are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortedAmount {
    /// The pay in dollars.
    Pay,
    /// What it buys at home.
    HomeValue,
    /// What is left of it after taxes.
    TakeHome,
    /// What that buys at home.
    TakeHomeValue,
}

/// The point of a pay that levels are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortedPoint {
    /// A percentile.
    At(Percentile),
    /// The mean.
    Mean,
}

/// The figure that levels are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortFigure {
    /// Of which amount.
    pub of: SortedAmount,
    /// At which point of it.
    pub point: SortedPoint,
}

impl SortFigure {
    /// The median pay.
    pub const PAY: Self = Self::new(SortedAmount::Pay, SortedPoint::At(Percentile::P50));
    /// The median of what the pay buys at home.
    pub const HOME_VALUE: Self =
        Self::new(SortedAmount::HomeValue, SortedPoint::At(Percentile::P50));

    /// The median of what is left after taxes.
    pub const TAKE_HOME: Self = Self::new(SortedAmount::TakeHome, SortedPoint::At(Percentile::P50));
    /// The median of what that buys at home.
    pub const TAKE_HOME_VALUE: Self =
        Self::new(SortedAmount::TakeHomeValue, SortedPoint::At(Percentile::P50));

    const NAMES: [(&'static str, Self); 24] = {
        use Percentile::{P10, P25, P50, P75, P90};
        use SortedAmount::{HomeValue, Pay, TakeHome, TakeHomeValue};
        use SortedPoint::{At, Mean};
        [
            ("pay.p10", Self::new(Pay, At(P10))),
            ("pay.p25", Self::new(Pay, At(P25))),
            ("pay.p50", Self::new(Pay, At(P50))),
            ("pay.p75", Self::new(Pay, At(P75))),
            ("pay.p90", Self::new(Pay, At(P90))),
            ("pay.mean", Self::new(Pay, Mean)),
            ("home_value.p10", Self::new(HomeValue, At(P10))),
            ("home_value.p25", Self::new(HomeValue, At(P25))),
            ("home_value.p50", Self::new(HomeValue, At(P50))),
            ("home_value.p75", Self::new(HomeValue, At(P75))),
            ("home_value.p90", Self::new(HomeValue, At(P90))),
            ("home_value.mean", Self::new(HomeValue, Mean)),
            ("take_home.p10", Self::new(TakeHome, At(P10))),
            ("take_home.p25", Self::new(TakeHome, At(P25))),
            ("take_home.p50", Self::new(TakeHome, At(P50))),
            ("take_home.p75", Self::new(TakeHome, At(P75))),
            ("take_home.p90", Self::new(TakeHome, At(P90))),
            ("take_home.at_mean", Self::new(TakeHome, Mean)),
            ("take_home.home_value.p10", Self::new(TakeHomeValue, At(P10))),
            ("take_home.home_value.p25", Self::new(TakeHomeValue, At(P25))),
            ("take_home.home_value.p50", Self::new(TakeHomeValue, At(P50))),
            ("take_home.home_value.p75", Self::new(TakeHomeValue, At(P75))),
            ("take_home.home_value.p90", Self::new(TakeHomeValue, At(P90))),
            ("take_home.home_value.mean", Self::new(TakeHomeValue, Mean)),
        ]
    };

    const fn new(of: SortedAmount, point: SortedPoint) -> Self {
        Self { of, point }
    }

    /// The names of all figures: their paths in an answer.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().map(|(name, _)| name)
    }

    /// The name in requests and answers.
    ///
    /// # Panics
    /// Never: every figure has a name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, figure)| *figure == self);
        found.expect("every figure has a name").0
    }

    /// The figure of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, figure)| figure)
    }

    /// Whether it is of what is left after taxes.
    #[must_use]
    pub const fn is_after_tax(self) -> bool {
        matches!(self.of, SortedAmount::TakeHome | SortedAmount::TakeHomeValue)
    }

    /// The figure of a pay, of what it buys where the price level at home is known, or of what is left
    /// of it after taxes.
    #[must_use]
    pub fn value(
        self,
        chosen: &ScenarioPay<'_>,
        after_tax: Option<&PayAfterTax<'_>>,
    ) -> Option<Dollars> {
        let left = |after: &PayAfterTax<'_>| {
            let amount = match self.point {
                SortedPoint::At(percentile) => after.at(percentile),
                SortedPoint::Mean => after.at_mean(),
            };
            Dollars::new(amount.left.max(0.0)).ok()
        };
        let amounts = match self.of {
            SortedAmount::Pay => &chosen.pay,
            SortedAmount::HomeValue => chosen.home_value.as_ref()?,
            SortedAmount::TakeHome => return left(after_tax?),
            SortedAmount::TakeHomeValue => {
                let after = after_tax?;
                let price = after.price_level.ok()?;
                return left(after).map(|left| left.times(100.0 / price.get()));
            }
        };
        Some(match self.point {
            SortedPoint::At(percentile) => amounts.percentiles.at(percentile),
            SortedPoint::Mean => amounts.mean,
        })
    }
}

named! {
    /// Which end of a ranking comes first.
    pub enum Order {
        /// The largest figure first.
        HighestFirst = "highest_first",
        /// The smallest figure first; ranks still count from the largest.
        LowestFirst = "lowest_first",
    }
}

/// What a ranking is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankingRequest {
    /// The ranked fact.
    pub by: RankBy,
    /// The sort key, if given.
    pub sort: Option<SortFigure>,
    /// Which end comes first.
    pub order: Order,
    /// How many levels of each group are shown.
    pub top: usize,
}

/// How old figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureAge {
    /// At most ten years.
    Recent,
    /// One of them over ten years.
    Old,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_found_by_its_name() {
        for by in RankBy::ALL {
            assert_eq!(RankBy::named(by.name()), Some(by));
        }
        for name in SortFigure::names() {
            assert_eq!(SortFigure::named(name).map(SortFigure::name), Some(name));
        }
        assert_eq!(SortFigure::PAY.name(), "pay.p50");
        assert_eq!(SortFigure::HOME_VALUE.name(), "home_value.p50");
        assert_eq!(SortFigure::named("pay"), None);
    }
}
