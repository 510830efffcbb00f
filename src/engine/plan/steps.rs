//! Which steps there are for someone in the field.

use super::legs::is_role;
use super::request::PlanRequest;
use super::situation::PresentJob;
use super::step_to::{StepKind, StepTo};
use crate::data::{Locality, PlaceKind, Salary};
use crate::engine::local_wages::local_wages;
use crate::profile::{AiAdoption, CertificationPlan, Profile};
use crate::quantity::CertificationCount;

/// Whether someone bills by a stated rate, which no step of the tables moves.
pub(super) fn is_contractor(profile: &Profile) -> bool {
    profile.work().is_contract() && profile.work().hourly_rate.is_some()
}

/// The steps that a verdict weighs.
pub(super) fn weighed(job: &PresentJob<'_>) -> Vec<StepTo> {
    let mut steps = vec![StepTo::Certification];
    let any = PlanRequest::default();
    for kind in [StepKind::Specialty, StepKind::Role, StepKind::Setting] {
        steps.extend(of_kind(job, kind, &any));
    }
    steps.push(StepTo::EmployersScale);
    steps
}

/// The steps of one kind, in the order of their table.
pub(super) fn of_kind(job: &PresentJob<'_>, kind: StepKind, request: &PlanRequest) -> Vec<StepTo> {
    let tables = job.premises.tables;
    let now = job.unchanged();
    let specialties = |roles: bool| {
        let others = tables
            .specialties
            .iter()
            .filter(move |(level, row)| is_role(&row.id) == roles && Some(*level) != now.specialty);
        others.map(
            move |(level, _)| {
                if roles { StepTo::Role(level) } else { StepTo::Specialty(level) }
            },
        )
    };
    match kind {
        StepKind::Credential => credentials(job),
        StepKind::Specialty => specialties(false).collect(),
        StepKind::Role => {
            let avoids = job.profile.plan().ai == Some(AiAdoption::Avoid);
            let open = now.is_specialist && !avoids;
            if open { specialties(true).collect() } else { Vec::new() }
        }
        StepKind::Setting => {
            let levels = tables.settings.iter().map(|(level, _)| level);
            levels.filter(|&level| Some(level) != now.setting).map(StepTo::Setting).collect()
        }
        StepKind::EmployerState => employers(job, request.by.is_some() || request.seeks_a_pay()),
        StepKind::Degree => degrees(job),
        StepKind::Contract => request.contract.into_iter().map(StepTo::Contract).collect(),
        StepKind::Program => Vec::new(),
    }
}

/// The credentials that are not held, with an exam that is open; those of beginners only for who holds
/// none.
fn credentials(job: &PresentJob<'_>) -> Vec<StepTo> {
    let tables = job.premises.tables;
    let none =
        job.profile.certifications().is_some_and(|held| held == CertificationCount::default());
    let adds_none = job.profile.plan().certifications.is_some_and(CertificationPlan::adds_none);
    if adds_none {
        return Vec::new();
    }
    let is_open = |credential: &crate::data::Credential| {
        !credential.is_apprentice()
            && (none || !credential.is_entry_level)
            && credential.is_open_to(job.profile.education())
    };
    let held = job.profile.credentials();
    let open = tables.credentials.iter().filter(|(index, credential)| {
        let holds_apprentice =
            |&held: &_| tables.credentials.get(held).apprentice_of == Some(*index);
        is_open(credential) && !held.contains(index) && !held.iter().any(holds_apprentice)
    });
    open.map(|(index, _)| StepTo::Credential(index)).collect()
}

/// Every state but that in which the present work is paid; where every kind of step is asked for, only the
/// best paying of which the wages are known well, and the stated one.
fn employers(job: &PresentJob<'_>, all: bool) -> Vec<StepTo> {
    let tables = job.premises.tables;
    let paid = job.course.paid_at().place;
    let places = tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    let mut rows: Vec<_> = places
        .filter(|place| place.code != paid)
        .filter_map(|place| tables.salaries.get(place.code).ok())
        .collect();
    if !all {
        let known =
            |row: &&Salary| !local_wages(tables, None, Locality::whole(row.place)).has_large_error;
        let best = rows.iter().copied().filter(known);
        let best = best.max_by(|a, b| a.pay.mean.get().total_cmp(&b.pay.mean.get()));
        let best = best.map(|row| row.place);
        let stated = job.profile.employer();
        rows.retain(|row| Some(row.place) == best || Some(row.place) == stated);
    }
    rows.into_iter().map(|row| StepTo::Employer(row.place)).collect()
}

/// The degrees above the schooling that is stated; where none is, above high school.
fn degrees(job: &PresentJob<'_>) -> Vec<StepTo> {
    let tables = job.premises.tables;
    let stated = job.profile.education();
    let above = tables.education.iter().filter(|&(level, _)| stated.is_none_or(|now| level > now));
    above.skip(usize::from(stated.is_none())).map(|(level, _)| StepTo::Degree(level)).collect()
}
