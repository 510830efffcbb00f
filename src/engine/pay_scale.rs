//! The pay scale: the place of the wages that count (`docs/METHOD.md`).

use crate::data::{AreaIndex, Locality};
use crate::profile::{GeoPay, Profile};
use crate::quantity::PlaceCode;

/// A pay scale and the place of its wages for this profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The scale.
    pub geo_pay: GeoPay,
    /// The state of the wages, or the nation.
    pub place: PlaceCode,
    /// The area of the wages, where one is stated.
    pub area: Option<AreaIndex>,
}

impl Scenario {
    /// Where the wages count.
    #[must_use]
    pub const fn locality(self) -> Locality {
        Locality { place: self.place, area: self.area }
    }
}

/// The scenarios of a profile: the chosen one first, and the others where the home and
/// the employer's place are known and differ.
pub(crate) fn scenarios(profile: &Profile) -> impl Iterator<Item = Scenario> {
    let chosen = chosen(profile);
    let differ = scales_differ(profile);
    let others = GeoPay::ALL.into_iter().filter(move |&geo_pay| differ && geo_pay != chosen);
    std::iter::once(chosen).chain(others).map(|geo_pay| scenario(profile, geo_pay))
}

/// Whether the scales count the wages of different places: the home is not where the employer is.
pub(super) fn scales_differ(profile: &Profile) -> bool {
    match (profile.home_locality(), profile.employer_locality()) {
        (Some(home), Some(employer)) => home != employer,
        _ => false,
    }
}

/// Whether pay depends on where the person lives, wherever that is.
pub(super) fn is_paid_by_home(profile: &Profile) -> bool {
    match profile.stated_geo_pay() {
        Some(scale) => scale == GeoPay::Residence,
        None => profile.employer().is_none(),
    }
}

/// The scale that was asked for; else the employer's where it is another place than home, else the
/// home's, else the nation's.
fn chosen(profile: &Profile) -> GeoPay {
    let places = (profile.home_locality(), profile.employer_locality());
    profile.stated_geo_pay().unwrap_or(match places {
        (Some(home), Some(employer)) if home == employer => GeoPay::Residence,
        (_, Some(_)) => GeoPay::Employer,
        (Some(_), None) => GeoPay::Residence,
        (None, None) => GeoPay::National,
    })
}

fn scenario(profile: &Profile, geo_pay: GeoPay) -> Scenario {
    let at = match geo_pay {
        GeoPay::Employer => profile.employer_locality(),
        GeoPay::Residence => profile.home_locality(),
        GeoPay::National => None,
    };
    let Locality { place, area } = at.unwrap_or(Locality::NATION);
    Scenario { geo_pay, place, area }
}
