//! Whose pay scale: the place whose wages count (`docs/METHOD.md`, "Whose pay scale").

use crate::profile::{GeoPay, Profile};
use crate::quantity::PlaceCode;

/// A pay scale and the place whose wages it means for this profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Whose scale.
    pub geo_pay: GeoPay,
    /// The place whose wages count.
    pub place: PlaceCode,
}

/// The scenarios of a profile: the chosen one first, and the others beside it where the home and
/// the employer's place are known and differ.
pub fn scenarios(profile: &Profile) -> impl Iterator<Item = Scenario> {
    let chosen = chosen(profile);
    let differ = match (profile.home(), profile.employer()) {
        (Some(home), Some(employer)) => home != employer,
        _ => false,
    };
    let others = GeoPay::ALL.into_iter().filter(move |&geo_pay| differ && geo_pay != chosen);
    std::iter::once(chosen).chain(others).map(|geo_pay| scenario(profile, geo_pay))
}

/// The scale that was asked for; else the employer's where it is another place than home, else the
/// home's, else the nation's.
fn chosen(profile: &Profile) -> GeoPay {
    profile.stated_geo_pay().unwrap_or(match (profile.home(), profile.employer()) {
        (Some(home), Some(employer)) if home == employer => GeoPay::Residence,
        (_, Some(_)) => GeoPay::Employer,
        (Some(_), None) => GeoPay::Residence,
        (None, None) => GeoPay::National,
    })
}

fn scenario(profile: &Profile, geo_pay: GeoPay) -> Scenario {
    let place = match geo_pay {
        GeoPay::Employer => profile.employer(),
        GeoPay::Residence => profile.home(),
        GeoPay::National => None,
    };
    Scenario { geo_pay, place: place.unwrap_or(PlaceCode::NATION) }
}
