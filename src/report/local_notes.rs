//! What to know of the wages of the place that an answer starts from.

use super::figure::Figure;
use super::text::Text;
use crate::data::{Locality, Occupation, Tables};
use crate::engine::{AreaWithoutWages, Estimate, LocalWages, has_large_error, local_wages};

/// The wages of the place that the answer starts from.
pub(super) fn wages_of<'t>(answer: &Estimate<'t>) -> LocalWages<'t> {
    let at = answer.figures.chosen().scenario.locality();
    local_wages(answer.tables, answer.profile.role(), at)
}

/// What to know of them: that those of the state stand in, and how sure they are.
pub(super) fn local_notes(answer: &Estimate<'_>) -> Vec<Text> {
    let wages = wages_of(answer);
    let without = wages.without.map(|without| stands_in(answer.tables, without, wages.of));
    let is_unsure = has_large_error(answer.tables, wages.row);
    let role = answer.profile.role().zip(wages.stand_in);
    let derived = role.map(|(role, by)| nation_stands_in(answer.tables, role, wages.of, by.reason));
    let unsure = is_unsure.then(|| sampling(answer.tables, &wages));
    without.into_iter().chain(derived).chain(unsure).collect()
}

/// That the nation's wages of a role stand in for those of a place, and why.
pub(super) fn nation_stands_in(
    tables: &Tables,
    role: Occupation,
    of: Locality,
    reason: &str,
) -> Text {
    let (workers, place) = (&tables.occupations.of(role).workers, of.in_sentence(tables));
    format!(
        "no wages of {workers} are published in {place} ({reason}): the nation's stand in, raised or \
         lowered as the pay of all occupations is there"
    )
    .into()
}

/// Whose wages stand in for those of an area, and why.
pub(super) fn stands_in(tables: &Tables, without: AreaWithoutWages<'_>, of: Locality) -> Text {
    let AreaWithoutWages { area, reason } = without;
    let area = tables.areas.get(area).in_sentence();
    let state = of.in_sentence(tables);
    format!("there are no wages of {area} itself ({reason}): those of {state} stand in").into()
}

/// How far the published mean may be off.
fn sampling(tables: &Tables, wages: &LocalWages<'_>) -> Text {
    let place = wages.row_of().in_sentence(tables);
    let text = match &wages.row.employment {
        Ok(jobs) => Text::words("BLS counts ")
            .figure(Figure::Count(u64::from(*jobs)))
            .say(format!(" such jobs in {place}")),
        Err(reason) => format!("how many such jobs there are in {place} is {reason}").into(),
    };
    text.say(
        ", and their published mean is an estimate from a sample: the chance is about two in \
         three that it lies within ",
    )
    .number(wages.row.mean_prse, 1)
    .say(
        "% of the true mean, and one in three that it is further off (the relative standard \
         error); the range leaves that out",
    )
}
