//! What is known of a credential next to its pay in a ranking: what holders earn, what the exam costs,
//! and how many pass it.

use crate::data::{Credential, CredentialFact, CredentialPay, Payer, Tables};
use crate::engine::RankedLevel;
use crate::quantity::Share;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::json::Json;

/// The columns of a credential.
pub(super) const COLUMNS: [Column; 2] =
    [Column::new("specialty", "leads to"), Column::new("holders", "holders earn")];

/// The cells under them.
pub(super) fn cells(tables: &Tables, level: &RankedLevel<'_>) -> [Cell; 2] {
    let credential = credential(tables, level);
    let specialty = credential.and_then(|one| one.specialty.as_ref().ok());
    let specialty = specialty.map(|&level| tables.specialties.get(level).id.replace('-', " "));
    let holders = credential.and_then(holders);
    let holders =
        holders.map(|pay| Text::default().dollars(pay.pay).say(format!(" ({})", pay.year)));
    [specialty.into(), holders.into()]
}

/// What the exams cost, how many pass them, and how far the pay can be trusted.
pub(super) fn exams(document: &mut Document, tables: &Tables, levels: &[RankedLevel<'_>]) {
    let rows = levels.iter().map(|level| {
        let known = credential(tables, level);
        let fee = known.and_then(|one| one.fee(1, Payer::NonMember)).map(|fee| fee.amount);
        let pass = known.and_then(pass_rate).map(Figure::Share);
        let cells: [Cell; 3] = [fee.into(), pass.into(), level.grade.name().into()];
        Row::new(format!("exam.{}", level.id), level.label.to_owned(), cells)
    });
    let columns = [
        Column::new("fee", "exam, one attempt"),
        Column::new("pass_rate", "pass the first time"),
        Column::new("grade", "grade of the pay"),
    ];
    document.table("exam", columns, rows);
}

/// The keys of a credential in the open object.
pub(super) fn keys(json: &mut Json<'_>, tables: &Tables, level: &RankedLevel<'_>) {
    let Some(credential) = credential(tables, level) else { return };
    let reason = |fact| credential.missing(fact).unwrap_or("not known");
    match &credential.specialty {
        Ok(level) => json.str_at("specialty", &tables.specialties.get(*level).id),
        Err(reason) => json.missing_at("specialty", "specialty_missing", reason),
    }
    match holders(credential) {
        Some(pay) => {
            json.figure_at("holders", Figure::Dollars(pay.pay));
            json.count_at("holders_year", pay.year);
        }
        None => json.missing_at("holders", "holders_missing", reason(CredentialFact::Pay)),
    }
    match credential.fee(1, Payer::NonMember) {
        Some(fee) => json.figure_at("fee", Figure::Dollars(fee.amount)),
        None => json.missing_at("fee", "fee_missing", reason(CredentialFact::Fees)),
    }
    match pass_rate(credential) {
        Some(share) => json.figure_at("pass_rate", Figure::Share(share)),
        None => json.missing_at("pass_rate", "pass_rate_missing", reason(CredentialFact::PassRate)),
    }
}

fn credential<'t>(tables: &'t Tables, level: &RankedLevel<'_>) -> Option<&'t Credential> {
    tables.credentials.named(&level.id).map(|found| tables.credentials.get(found.credential))
}

/// The newest pay of holders.
fn holders(credential: &Credential) -> Option<&CredentialPay> {
    credential.pay.as_ref().ok()?.iter().max_by_key(|pay| pay.year)
}

/// The share who pass at the first attempt, in the middle of what is given.
fn pass_rate(credential: &Credential) -> Option<Share> {
    let rate = credential.first_time_pass_rate()?;
    Share::new(f64::midpoint(rate.low.get(), rate.high.get())).ok()
}
