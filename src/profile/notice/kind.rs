//! What a notice is, and what it can be about.

use crate::quantity::named;

named! {
    /// What a notice is about, by a name that stays the same from version to version.
    pub enum NoticeCode {
        /// An apprentice credential is named.
        Apprentice = "apprentice",
        /// A former name is used.
        FormerName = "former_name",
        /// A credential is named again, or in both of its forms.
        Duplicate = "duplicate",
        /// The survey of pay by number of certifications does not count it.
        OtherIssuer = "other_issuer",
        /// Something is not known of the credential itself.
        Uncertain = "uncertain",
        /// What the credentials say of the specialty, which is not stated.
        Specialty = "specialty",
        /// Entry-level credentials imply a year of work, where none is stated.
        EntryLevel = "entry_level",
        /// A full credential is held with fewer years of work than its apprentice form takes.
        FullCredential = "full_credential",
        /// What was typed has no figure of its own and is counted as something near.
        CountedAs = "counted_as",
        /// Hardly anybody is as described.
        Unlikely = "unlikely",
        /// A city is named where an area is asked for, or the larger of several places of a name is
        /// meant.
        PlaceMeant = "place_meant",
        /// Some of a city or ZIP code lies in another area than the answer is for.
        SeveralAreas = "several_areas",
        /// The area has no row in the wage figures.
        AreaUnlisted = "area_unlisted",
    }
}

/// Something to know that does not keep a profile from being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Machine-readable code.
    pub code: NoticeCode,
    /// One lower-case sentence.
    pub message: String,
    /// What may help.
    pub hint: Option<String>,
}

impl Notice {
    pub(in crate::profile) fn new(code: NoticeCode, message: String) -> Self {
        Self { code, message, hint: None }
    }
}
