//! What the effect of a stated factor rests on.

use crate::data::{Basis, Evidence, Tables};
use crate::profile::Profile;
use crate::quantity::Factor;

/// The loosest basis of the numbers behind a stated factor's effect.
pub(super) fn factor_basis(tables: &Tables, profile: &Profile, factor: Factor) -> Basis {
    let rows = factor_evidence(tables, profile, factor).into_iter().flatten();
    let basis = rows.map(|evidence| evidence.basis).max().unwrap_or(Basis::Assumption);
    match factor {
        // The effect is against the survey's average, which rests on an assumed share.
        Factor::Certifications => basis.max(tables.certifications.survey.basis),
        // Between two knots the curve is a formula.
        Factor::Experience => basis.max(Basis::Derived),
        // The effect is against the average worker, by an assumed center.
        Factor::Specialty => basis.max(tables.combination.specialty_center.basis),
        Factor::Setting | Factor::Education => basis,
    }
}

/// The rows behind a stated factor: one, or the two knots around the years of experience.
pub(super) fn factor_evidence<'t>(
    tables: &'t Tables,
    profile: &Profile,
    factor: Factor,
) -> [Option<&'t Evidence>; 2] {
    let one = |evidence| [evidence, None];
    match factor {
        Factor::Certifications => {
            one(profile.certifications().map(|count| &tables.certifications.level(count).evidence))
        }
        Factor::Experience => match profile.experience().map(|y| tables.experience.around(y)) {
            Some((from, to)) => [Some(&from.evidence), Some(&to.evidence)],
            None => [None, None],
        },
        Factor::Specialty => one(profile.specialty().map(|i| &tables.specialties.get(i).evidence)),
        Factor::Setting => one(profile.setting().map(|i| &tables.settings.get(i).evidence)),
        Factor::Education => one(profile.education().map(|i| &tables.education.get(i).evidence)),
    }
}
