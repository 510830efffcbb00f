use std::collections::BTreeMap;
use std::ops::Range;

use super::catalog::{Credential, CredentialIndex, Credentials, FormerName};
use super::facts::{CredentialFact, CredentialPay, CredentialText, Fee, Membership, PassRate};
use crate::data::factors::{LevelIndex, LevelTable};
use crate::data::reading::{
    Citations, Fields, Message, Problem, Quoted, UniqueNames, ValueRange, nearest, record,
};
use crate::quantity::named;

/// A row while its facts are read.
struct Row {
    span: Range<usize>,
    apprentice_of: Option<(String, Range<usize>)>,
    specialty: Option<LevelIndex>,
    credential: Credential,
    missing: BTreeMap<CredentialFact, String>,
}

/// The rows, and whether none was refused.
struct Rows {
    rows: Vec<Row>,
    are_all: bool,
}

named! {
    /// What a text of the table is about.
    enum TextSubject {
        Prerequisites = "prerequisites",
        Format = "format",
        Retake = "retake",
        Education = "education",
        Apprentice = "apprentice",
    }
}

impl Credentials {
    pub(crate) fn read(
        table: &mut Fields<'_>,
        sources: &Citations,
        specialties: &LevelTable,
        education: &LevelTable,
    ) -> Option<Self> {
        let bounds = table.range();
        let surveyed_issuer = table.string("surveyed_issuer");
        let mut rows = read_rows(table, sources, [specialties, education]);
        read_facts(table, sources, bounds, &mut rows);
        let memberships = table.tables("memberships", |row| {
            let membership = Membership::read(row, sources, bounds)?;
            if !rows.rows.iter().any(|known| known.credential.issuer == membership.issuer) {
                let issuer = Quoted(&membership.issuer);
                row.problem_at("issuer", format!("no credential is awarded by {issuer}"));
            }
            Some(membership)
        });
        read_missing(table, &mut rows);
        if !table.is_sound() {
            return None;
        }
        let surveyed_issuer = surveyed_issuer?;
        if !rows.rows.iter().any(|row| row.credential.issuer == surveyed_issuer) {
            let message = format!("no credential is awarded by {}", Quoted(&surveyed_issuer));
            table.problem_at("surveyed_issuer", message);
        }
        join_apprentices(table, &mut rows);
        let mut credentials: Vec<Credential> = Vec::new();
        for mut row in rows.rows {
            row.credential.is_surveyed = row.credential.issuer == surveyed_issuer;
            credentials.push(row.settled(table));
        }
        take_over_exams(&mut credentials);
        table.is_sound().then_some(Self { surveyed_issuer, rows: credentials, memberships })
    }
}

fn read_rows(table: &mut Fields<'_>, sources: &Citations, levels: [&LevelTable; 2]) -> Rows {
    let mut taken = UniqueNames::default();
    let mut are_all = true;
    let rows = table.tables("rows", |row| {
        let Some(read) = read_row(row, sources, levels) else {
            are_all = false;
            return None;
        };
        row.register("credential", read.credential.names(), &mut taken);
        Some(read)
    });
    Rows { rows, are_all }
}

fn read_row(
    row: &mut Fields<'_>,
    sources: &Citations,
    [specialties, education]: [&LevelTable; 2],
) -> Option<Row> {
    let credential = record!(Credential {
        id: row.string("credential"),
        name: row.string("name"),
        issuer: row.string("issuer"),
        certifies: row.string("certifies"),
        aliases: Some(row.strings("aliases")),
        former: Some(row.tables("former", |former| read_former(former, sources))),
        apprentice_of: Some(None),
        is_entry_level: Some(row.optional_one_of("level", &[("entry", ())]).is_some()),
        is_surveyed: Some(false),
        degree: Some(read_level(row, "degree", ("education", education))),
        caution: Some(row.optional_string("caution")),
        specialty: Some(Err(String::new())),
        fees: Some(Ok(Vec::new())),
        pass_rates: Some(Ok(Vec::new())),
        pay: Some(Ok(Vec::new())),
        prerequisites: Some(Ok(Vec::new())),
        format: Some(Ok(Vec::new())),
        retake: Some(Ok(Vec::new())),
        education: Some(Ok(Vec::new())),
        apprentice_rules: Some(Vec::new()),
    });
    let apprentice_of = row.optional_string("apprentice_of");
    let specialty = read_level(row, "specialty", ("specialty", specialties));
    let (span, credential) = (row.span_of("credential"), credential?);
    let apprentice_of = apprentice_of.map(|of| (of, row.span_of("apprentice_of")));
    Some(Row { span, apprentice_of, specialty, credential, missing: BTreeMap::new() })
}

/// The level that a key names, if it is there.
fn read_level(
    row: &mut Fields<'_>,
    key: &'static str,
    (what, levels): (&str, &LevelTable),
) -> Option<LevelIndex> {
    let level = row.optional_string(key)?;
    let problem = |Message { text, hint }| {
        row.problem(Problem::new(row.span_of(key), text).with_hint(hint));
    };
    levels.find(what, &level).map_err(problem).ok()
}

fn read_former(former: &mut Fields<'_>, sources: &Citations) -> Option<FormerName> {
    if !former.has("source") && !former.has("note") {
        former.problem_here("a former name needs a `source`, or a `note` on how it is known");
    }
    former.optional("source");
    record!(FormerName {
        name: former.string("name"),
        note: Some(former.optional_string("note")),
        source: Some(former.has("source").then(|| sources.cited_once(former)).flatten()),
    })
}

fn read_facts(table: &mut Fields<'_>, sources: &Citations, bounds: ValueRange, rows: &mut Rows) {
    table.tables("fees", |row| {
        let (of, fee) = (rows.of(row), Fee::read(row, sources, bounds));
        add(&mut rows.rows[of?].credential.fees, fee?)
    });
    table.tables("pass_rates", |row| {
        let (of, rate) = (rows.of(row), PassRate::read(row, sources));
        add(&mut rows.rows[of?].credential.pass_rates, rate?)
    });
    table.tables("pay", |row| {
        let (of, pay) = (rows.of(row), CredentialPay::read(row, sources, bounds));
        add(&mut rows.rows[of?].credential.pay, pay?)
    });
    table.tables("texts", |row| {
        let of = rows.of(row);
        let subject = row.choice("fact");
        let text = CredentialText::read(row, sources);
        let credential = &mut rows.rows[of?].credential;
        let texts = match subject? {
            TextSubject::Prerequisites => &mut credential.prerequisites,
            TextSubject::Format => &mut credential.format,
            TextSubject::Retake => &mut credential.retake,
            TextSubject::Education => &mut credential.education,
            TextSubject::Apprentice => {
                credential.apprentice_rules.push(text?);
                return Some(());
            }
        };
        add(texts, text?)
    });
}

fn add<T>(facts: &mut Result<Vec<T>, String>, fact: T) -> Option<()> {
    facts.as_mut().ok()?.push(fact);
    Some(())
}

impl Rows {
    /// The row of the credential that a key names by its letters.
    fn of(&self, row: &mut Fields<'_>) -> Option<usize> {
        let name = row.text("credential")?;
        let found = self.find(name.get_ref());
        if found.is_none() {
            self.report_unknown(row, name.get_ref(), name.span());
        }
        found
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.credential.id == id)
    }

    /// Reports a credential without a row, unless its row may be among those refused.
    fn report_unknown(&self, fields: &mut Fields<'_>, id: &str, span: Range<usize>) {
        if self.are_all {
            let near = nearest(id, self.rows.iter().map(|row| row.credential.id.as_str()));
            let hint = near.map(|near| format!("did you mean `{near}`?"));
            let message = format!("no row is of the credential {}", Quoted(id));
            fields.problem(Problem::new(span, message).with_hint(hint));
        }
    }
}

fn read_missing(table: &mut Fields<'_>, rows: &mut Rows) {
    table.tables("missing", |row| {
        let fact = row.choice::<CredentialFact>("fact");
        let names = row.texts("credentials");
        if !row.has("credentials") {
            row.problem_here("the key `credentials` is missing");
        }
        let reason = row.string("reason");
        let (fact, reason) = (fact?, reason?);
        for name in names {
            let Some(of) = rows.find(name.get_ref()) else {
                rows.report_unknown(row, name.get_ref(), name.span());
                continue;
            };
            if rows.rows[of].missing.insert(fact, reason.clone()).is_some() {
                let fact = fact.name();
                let message = format!("`{fact}` of `{}` is stated missing twice", name.get_ref());
                row.problem(Problem::new(name.span(), message));
            }
        }
        Some(())
    });
}

/// Finds the credential of each apprentice form.
fn join_apprentices(table: &mut Fields<'_>, rows: &mut Rows) {
    for at in 0..rows.rows.len() {
        let row = &rows.rows[at];
        let Some((of, span)) = &row.apprentice_of else {
            if !row.credential.apprentice_rules.is_empty() {
                let message = format!(
                    "`{}` is no apprentice credential and has a text `apprentice`",
                    row.credential.id
                );
                table.problem(Problem::new(row.span.clone(), message));
            }
            continue;
        };
        if row.credential.apprentice_rules.is_empty() {
            let message = format!(
                "the apprentice credential `{}` has no `apprentice` text",
                row.credential.id
            );
            table.problem(Problem::new(row.span.clone(), message));
        }
        match rows.find(of) {
            None => rows.report_unknown(table, of, span.clone()),
            Some(full) if rows.rows[full].apprentice_of.is_some() => {
                let message = format!("`{of}` is an apprentice credential itself");
                table.problem(Problem::new(span.clone(), message));
            }
            Some(full) => {
                let full = u16::try_from(full).expect("there are fewer credentials than that");
                rows.rows[at].credential.apprentice_of = Some(CredentialIndex(full));
            }
        }
    }
}

impl Row {
    /// The credential, each fact of which is known or has a reason; an apprentice form may leave
    /// out what is that of its exam.
    fn settled(mut self, table: &mut Fields<'_>) -> Credential {
        let mut credential = self.credential;
        credential.specialty = self.specialty.ok_or_else(String::new);
        let has = |fact| match fact {
            CredentialFact::Fees => is_filled(&credential.fees),
            CredentialFact::Prerequisites => is_filled(&credential.prerequisites),
            CredentialFact::Format => is_filled(&credential.format),
            CredentialFact::PassRate => is_filled(&credential.pass_rates),
            CredentialFact::Retake => is_filled(&credential.retake),
            CredentialFact::Education => is_filled(&credential.education),
            CredentialFact::Pay => is_filled(&credential.pay),
            CredentialFact::Specialty => credential.specialty.is_ok(),
        };
        for fact in CredentialFact::ALL {
            let (id, name) = (&credential.id, fact.name());
            let (message, hint) = match (has(fact), self.missing.contains_key(&fact)) {
                (true, true) => (format!("`{id}` has `{name}` and is stated missing too"), None),
                (false, false) if self.apprentice_of.is_none() => (
                    format!("`{id}` has no `{name}` and no reason why"),
                    Some("state it in `missing` with its reason".to_owned()),
                ),
                _ => continue,
            };
            table.problem(Problem::new(self.span.clone(), message).with_hint(hint));
        }
        let mut reason = |fact| self.missing.remove(&fact);
        give(&mut credential.fees, reason(CredentialFact::Fees));
        give(&mut credential.prerequisites, reason(CredentialFact::Prerequisites));
        give(&mut credential.format, reason(CredentialFact::Format));
        give(&mut credential.pass_rates, reason(CredentialFact::PassRate));
        give(&mut credential.retake, reason(CredentialFact::Retake));
        give(&mut credential.education, reason(CredentialFact::Education));
        give(&mut credential.pay, reason(CredentialFact::Pay));
        give(&mut credential.specialty, reason(CredentialFact::Specialty));
        credential
    }
}

fn is_filled<T>(facts: &Result<Vec<T>, String>) -> bool {
    facts.as_ref().is_ok_and(|facts| !facts.is_empty())
}

fn give<T>(fact: &mut Result<T, String>, reason: Option<String>) {
    if let Some(reason) = reason {
        *fact = Err(reason);
    }
}

/// Gives each apprentice form what is known of the exam, where it has no fact of its own.
fn take_over_exams(credentials: &mut [Credential]) {
    for at in 0..credentials.len() {
        let Some(CredentialIndex(full)) = credentials[at].apprentice_of else { continue };
        let full = credentials[usize::from(full)].clone();
        let own = &mut credentials[at];
        take_over(&mut own.fees, full.fees);
        take_over(&mut own.prerequisites, full.prerequisites);
        take_over(&mut own.format, full.format);
        take_over(&mut own.pass_rates, full.pass_rates);
        take_over(&mut own.retake, full.retake);
        take_over(&mut own.education, full.education);
        take_over(&mut own.pay, full.pay);
        if own.specialty.as_ref().is_err_and(String::is_empty) {
            own.specialty = full.specialty;
        }
    }
}

fn take_over<T>(own: &mut Result<Vec<T>, String>, full: Result<Vec<T>, String>) {
    if own.as_ref().is_ok_and(Vec::is_empty) {
        *own = full;
    }
}
