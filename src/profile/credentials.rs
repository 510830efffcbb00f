//! Reads certifications: how many, or which by name. A count and names say the same thing.

use super::errors::{ProblemCode, Refusal};
use super::values::{count, number};
use crate::data::{
    Credential, CredentialIndex, Credentials, FoundCredential, LevelIndex, Message, Quoted, Tables,
};
use crate::quantity::CertificationCount;

/// The credentials that a profile names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NamedCredentials {
    /// Each credential once, in the order named; one that is named with its apprentice form counts
    /// for both.
    pub(super) held: Vec<CredentialIndex>,
    /// Every name as it was found.
    pub(super) named: Vec<FoundCredential>,
    /// The specialty that they point to, where it is exactly one.
    pub(super) leads_to: Option<LevelIndex>,
    /// Whether they are those of a beginner: an apprentice's, which ends with experience, or none but
    /// what is awarded to beginners.
    pub(super) are_entry_level: bool,
}

/// The most unknown names that are listed; more are counted.
const MAX_LISTED: usize = 20;

/// The most names of a list: more than twice as many as anyone holds.
const MAX_NAMES: usize = 100;

/// How many certifications a text states, and which where it names them; they must be as many as
/// `expected` says, if it is stated.
pub(super) fn certifications(
    tables: &Tables,
    text: &str,
    expected: Option<&str>,
) -> Result<(CertificationCount, Option<NamedCredentials>), Vec<Refusal>> {
    let (count, names) = match how_many(text) {
        Ok(count) => (count, None),
        Err(_) if holds_names(text.trim()) => {
            by_name(tables, text).map(|(count, names)| (count, Some(names)))?
        }
        Err(refusal) => return Err(vec![refusal]),
    };
    if let Some(expected) = expected {
        let stated: CertificationCount = number(expected).map_err(|refusal| vec![refusal])?;
        if stated != count {
            let message = format!(
                "`certs` is {}, but the credentials named count as {}",
                Quoted(expected),
                count.get()
            );
            return Err(vec![wrong_count(message)]);
        }
    }
    Ok((count, names))
}

/// A count in digits or words, such as `3`, `three certs` or `none`.
fn how_many(text: &str) -> Result<CertificationCount, Refusal> {
    const NONE: [&str; 4] = ["none", "no", "nothing", "not certified"];
    if NONE.iter().any(|none| text.trim().eq_ignore_ascii_case(none)) {
        return Ok(CertificationCount::default());
    }
    count(text, &["certifications", "certification", "certs", "cert", "credentials", "credential"])
}

/// Whether a text that is no count is meant as names: `1e2` and `0x3` are slips of a number.
fn holds_names(text: &str) -> bool {
    let begins_like_a_number = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    text.contains([',', ';']) || (!begins_like_a_number && text.contains(char::is_alphabetic))
}

fn by_name(
    tables: &Tables,
    text: &str,
) -> Result<(CertificationCount, NamedCredentials), Vec<Refusal>> {
    let names: Vec<&str> = text
        .split([',', ';', '|', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .flat_map(|names| apart(&tables.credentials, names))
        .collect();
    let stated = names.len();
    if stated > MAX_NAMES {
        let message =
            format!("{stated} names of credentials are more than the {MAX_NAMES} that are read");
        return Err(vec![wrong_count(message)]);
    }
    let mut found = NamedCredentials::default();
    let mut refused: Vec<Refusal> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut more = 0_usize;
    for name in names {
        if refused.len() == MAX_LISTED {
            more += 1;
        } else if !seen.contains(&name) {
            match tables.credentials.find(name) {
                Ok(credential) => found.add(tables, credential),
                Err(unknown) => {
                    seen.push(name);
                    refused.push(Refusal(ProblemCode::UnknownName, unknown));
                }
            }
        }
    }
    if more > 0 {
        let message = format!("{more} more names follow");
        refused.push(Refusal(ProblemCode::UnknownName, Message::new(message)));
    }
    if found.named.is_empty() && refused.is_empty() {
        let hint = "give how many are held, such as `3`, or their names, such as `CPC,CRC`";
        let message = Message::new("no credential is named").with_hint(hint.to_owned());
        refused.push(Refusal(ProblemCode::UnknownName, message));
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let count = u8::try_from(found.held.len()).ok().and_then(|n| CertificationCount::new(n).ok());
    let count = count.ok_or_else(|| {
        let held = found.held.len();
        vec![wrong_count(format!("{held} credentials are more than anyone holds"))]
    })?;
    found.conclude(tables);
    Ok((count, found))
}

/// The names of a piece without commas: it may be one, or several with other marks between them.
fn apart<'n>(credentials: &Credentials, piece: &'n str) -> Vec<&'n str> {
    let is_name = |name: &str| credentials.named(name).is_some();
    // No names are so long, and to look for them would take its time.
    if piece.len() > 2_000 || is_name(piece) {
        return vec![piece];
    }
    let marked = piece.split(['+', '&', '/']).flat_map(|part| part.split(" and "));
    let parts = marked.map(str::trim).filter(|part| !part.is_empty());
    let words = |part: &'n str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let bare = words
            .iter()
            .copied()
            .filter(|word| !ADDS_NOTHING.contains(&word.to_lowercase().as_str()));
        let bare: Vec<&str> = bare.collect();
        let are_names = !bare.is_empty() && bare.iter().all(|word| is_name(word));
        if !is_name(part) && are_names { bare } else { vec![part] }
    };
    parts.flat_map(words).collect()
}

/// Words next to a name that add nothing to it.
const ADDS_NOTHING: [&str; 6] = ["certified", "certification", "cert", "credential", "and", "aapc"];

impl NamedCredentials {
    /// One credential by its name of today.
    pub(super) fn only(index: CredentialIndex, credential: &Credential) -> Self {
        Self {
            held: vec![index],
            named: vec![FoundCredential { credential: index, former: None }],
            leads_to: credential.specialty.as_ref().ok().copied(),
            are_entry_level: credential.is_apprentice() || credential.is_entry_level,
        }
    }

    /// Works out what the names together say of a person beyond their number.
    fn conclude(&mut self, tables: &Tables) {
        let held = || self.held.iter().map(|&held| tables.credentials.get(held));
        self.are_entry_level = held().any(Credential::is_apprentice)
            || held().all(|credential| credential.is_entry_level);
        let pointing = self.pointing(tables);
        let first = pointing.first().map(|&(_, level)| level);
        self.leads_to = first.filter(|&first| pointing.iter().all(|&(_, level)| level == first));
    }

    /// The credentials that point to a specialty, and to which. General coding is where most begin,
    /// so a credential of it says nothing where another of a specialty is held.
    pub(super) fn pointing(&self, tables: &Tables) -> Vec<(CredentialIndex, LevelIndex)> {
        let specialty = |held| tables.credentials.get(held).specialty.as_ref().ok().copied();
        let mut pointing: Vec<_> =
            self.held.iter().filter_map(|&held| Some((held, specialty(held)?))).collect();
        let general = tables.career.first_specialty();
        if pointing.iter().any(|&(_, level)| level != general) {
            pointing.retain(|&(_, level)| level != general);
        }
        pointing
    }

    fn add(&mut self, tables: &Tables, found: FoundCredential) {
        self.named.push(found);
        let credential = found.credential;
        let full = |of: CredentialIndex| tables.credentials.get(of).apprentice_of;
        let same = self.held.iter_mut().find(|held| {
            **held == credential
                || full(**held) == Some(credential)
                || full(credential) == Some(**held)
        });
        match same {
            // Of the two forms the full one is kept.
            Some(held) if full(*held) == Some(credential) => *held = credential,
            Some(_) => {}
            None => self.held.push(credential),
        }
    }
}

fn wrong_count(message: String) -> Refusal {
    Refusal(ProblemCode::OutOfRange, Message::new(message))
}
