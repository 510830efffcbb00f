//! What a difference between holders of credentials does not say.

use crate::data::{CareerNumber, Tables};
use crate::profile::Profile;
use crate::quantity::Share;
use crate::report::document::Text;

/// Whether two people differ in what they are certified for or specialized in.
pub(crate) fn differ_by_credential(one: &Profile, other: &Profile) -> bool {
    one.certifications() != other.certifications()
        || one.credentials() != other.credentials()
        || one.specialty() != other.specialty()
}

/// That holders are not the same people without the credential, and how much of the difference counts
/// as caused.
pub(crate) fn causal_line(tables: &Tables, stated: Option<Share>) -> Text {
    let assumed = tables.career.number(CareerNumber::CausalShare).value;
    Text::words(
        "Some of the extra pay of certified people comes from who they are, not from the \
         certificate. We assume that ",
    )
    .number(stated.map_or(assumed, Share::get) * 100.0, 0)
    .say("% of the difference would be yours.")
}
