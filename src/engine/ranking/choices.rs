//! What can be ranked, by which figure, and in which direction.

use crate::profile::Key;
use crate::quantity::{Dollars, Factor, Pay, Percentile, named};

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
        /// What is coded, or the role.
        Specialty = "specialty",
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
            Self::Certs | Self::Specialty | Self::Setting | Self::Education => None,
        }
    }

    /// The ranked factor, unless the levels are places.
    #[must_use]
    pub const fn factor(self) -> Option<Factor> {
        match self {
            Self::EmployerState | Self::State | Self::EmployerMetro | Self::Metro => None,
            Self::Certs => Some(Factor::Certifications),
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
            Self::Certs => Key::Certs,
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

    const NAMES: [(&'static str, Self); 12] = {
        use Percentile::{P10, P25, P50, P75, P90};
        use SortedAmount::{HomeValue, Pay};
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

    /// The figure of a pay and, where the price level at home is known, of what it buys there.
    #[must_use]
    pub fn value(self, pay: &Pay, home_value: Option<&Pay>) -> Option<Dollars> {
        let amounts = match self.of {
            SortedAmount::Pay => pay,
            SortedAmount::HomeValue => home_value?,
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
