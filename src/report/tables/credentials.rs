//! The credentials by name, for people: all of them on one page, or one in full.

use super::credential_words::{Fact, apprentice_rules, facts, share};
use crate::data::{
    Credential, CredentialFact, CredentialIndex, Payer, Quality, SourceIndex, Tables,
};
use crate::report::document::{Cell, Column, Document, Row, Text};
use crate::report::words::{named, short_list};

/// All credentials by name.
pub(super) fn add_credentials(document: &mut Document, tables: &Tables) {
    for issuer in tables.credentials.issuers() {
        document.heading(format!("Credentials of {issuer}"));
        let of_issuer = tables.credentials.iter().filter(|(_, c)| c.issuer == issuer);
        let rows = of_issuer.map(|(_, credential)| name_row(tables, credential));
        let columns = [Column::new("name", "full name"), Column::same("specialty")];
        document.table("credential", columns, rows);
        let memberships = tables.credentials.memberships().iter().filter(|m| m.issuer == issuer);
        let items = memberships.map(|membership| {
            let who = if membership.who == Payer::Student { " for students" } else { "" };
            Text::words(format!("membership{who}: "))
                .dollars(membership.amount)
                .say(format!(" a year in {} ", membership.year))
                .say(format!("({})", short_list(tables, &membership.evidence.sources)))
        });
        document.list("membership", items);
    }
    document.heading("What one attempt costs, how many pass it, what holders earn");
    let columns = vec![
        Column::new("fee", "one attempt"),
        Column::new("pass_rate", "pass the first time"),
        Column::new("pay", "pay of holders"),
    ];
    let rows = tables.credentials.iter().map(|(_, credential)| figures_row(credential));
    document.table("figures", columns, rows);
    document.heading("How to read it");
    document.list("note", reading(tables));
    document.prose(
        "more",
        "For one of them in full with its sources, run `mbc-calc data show credentials CRC`.",
    );
}

fn name_row(tables: &Tables, credential: &Credential) -> Row {
    let specialty = credential.specialty.as_ref().ok();
    let specialty = specialty.map_or("none", |&level| &tables.specialties.get(level).id);
    let cells = [credential.name.clone().into(), specialty.to_owned().into()];
    Row::new(credential.id.clone(), credential.id.clone(), cells)
}

fn figures_row(credential: &Credential) -> Row {
    let fee = credential.fee(1, Payer::Standard).map(|fee| {
        let member = if fee.who == Payer::Member { ", members" } else { "" };
        Text::default().dollars(fee.amount).say(format!(" ({}{member})", fee.year))
    });
    let rate =
        credential.first_time_pass_rate().map(|rate| share(rate).say(format!(" ({})", rate.year)));
    let pay = credential.pay.as_ref().ok().and_then(|pays| pays.iter().max_by_key(|p| p.year));
    let pay = pay.map(|pay| {
        Text::default().dollars(pay.pay).say(format!(" ({}, {})", pay.statistic.name(), pay.year))
    });
    let cells = [fee, rate, pay].map(|text| text.unwrap_or_else(|| "not known".into()).into());
    Row::new(credential.id.clone(), credential.id.clone(), cells)
}

fn reading(tables: &Tables) -> Vec<Text> {
    let mut notes: Vec<Text> = vec![
        "pay is that of those who hold the credential, alone or beside others, in the dollars of \
         its own year: not what the credential adds, and not comparable between years"
            .into(),
        "a fee is that of one attempt, the standard one or a member's, in the newest year found; \
         further fees are with each credential"
            .into(),
        "an estimate is somebody else's than the issuer's".into(),
        "`not known` means that no figure was found that can be relied on; the reason is with each \
         credential"
            .into(),
        format!(
            "pay by number of certifications is known of {}'s only; the others count as one each, \
             which the grade counts as a shortcoming",
            tables.credentials.surveyed_issuer()
        )
        .into(),
    ];
    for (_, credential) in tables.credentials.iter() {
        let former = credential.former.iter();
        notes.extend(former.map(|former| {
            Text::words(format!("{} is a former name of {}", former.name, credential.id))
        }));
    }
    for (_, credential) in tables.credentials.iter() {
        notes.extend(apprentice_rules(credential).map(|rule| {
            Text::words(format!("{} is for apprentices: ", credential.id)).then(rule.text)
        }));
        let caution = credential.caution.iter();
        notes.extend(caution.map(|caution| format!("{}: {caution}", credential.id).into()));
    }
    notes
}

/// One credential with everything that is known of it, and what is not.
pub(super) fn add_credential(document: &mut Document, tables: &Tables, index: CredentialIndex) {
    let credential = tables.credentials.get(index);
    document.prose(
        "credential",
        Text::default().stress(credential.id.clone()).say(format!(
            ", {}, is awarded by {}. It certifies {}.",
            credential.name, credential.issuer, credential.certifies
        )),
    );
    document.list("note", remarks(tables, index, credential));
    document.heading("What is known, and what is not");
    let all = CredentialFact::ALL.into_iter().flat_map(|fact| facts(credential, fact));
    let all = all.chain(apprentice_rules(credential));
    let mut rows: Vec<Row> = all.map(|fact| fact_row(tables, fact)).collect();
    if let Ok(level) = credential.specialty {
        let level = tables.specialties.get(level);
        let text = Text::words(format!("{}, as in `--specialty {}`", level.label, level.id));
        let cells = [text.into(), Cell::Empty, Cell::Empty, Cell::Empty];
        rows.push(Row::new("specialty", "specialty", cells));
    }
    let columns = vec![
        Column::new("known", "what is known"),
        Column::same("year"),
        Column::same("quality"),
        Column::same("source"),
    ];
    document.table("fact", columns, rows);
    let mut cited: Vec<SourceIndex> = Vec::new();
    credential.for_each_source(|source| cited.push(source));
    cited.sort_unstable();
    cited.dedup();
    if !cited.is_empty() {
        document.heading("Sources");
        document.list("source", cited.iter().map(|&index| named(tables.sources.get(index))));
    }
}

/// Former names, forms and cautions.
fn remarks(tables: &Tables, index: CredentialIndex, credential: &Credential) -> Vec<Text> {
    let mut remarks: Vec<Text> = Vec::new();
    for former in &credential.former {
        let how = match (&former.source, &former.note) {
            (Some(source), _) => short_list(tables, &[*source]),
            (None, note) => note.clone().unwrap_or_default(),
        };
        remarks.push(format!("it was called {} ({how})", former.name).into());
    }
    if let Some(full) = credential.apprentice_of {
        let full = &tables.credentials.get(full).id;
        let text = format!("it is the apprentice form of {full}, whose exam it is");
        remarks.push(text.into());
    }
    if let Some(apprentice) = tables.credentials.apprentice_form(index) {
        let text = format!("those whose experience is still to come hold it as {}", apprentice.id);
        remarks.push(text.into());
    }
    if !credential.is_surveyed {
        let surveyed = tables.credentials.surveyed_issuer();
        let text = format!(
            "it counts as one certification, although the survey of pay by their number counts \
             {surveyed}'s"
        );
        remarks.push(text.into());
    }
    remarks.extend(credential.caution.clone().map(Text::from));
    remarks
}

fn fact_row(tables: &Tables, fact: Fact<'_>) -> Row {
    let known = fact.known.map(|(year, evidence)| {
        let quality = evidence.sources.iter().map(|&i| tables.sources.get(i).quality);
        // The loosest of them is what the fact rests on.
        let quality = quality.max_by_key(|quality| *quality as u8).unwrap_or(Quality::Own).name();
        let sources = short_list(tables, &evidence.sources);
        [year.to_string().into(), quality.into(), sources.into()]
    });
    let [year, quality, source] = known.unwrap_or([Cell::Empty, Cell::Empty, Cell::Empty]);
    Row::new(fact.id, fact.label, [fact.text.into(), year, quality, source])
}
