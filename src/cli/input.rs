use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::Path;

use super::context::Context;
use super::facts::{FILE_VARIABLE, Facts, Question};
use super::failure::Failure;
use super::terminal::printable;
use crate::data::{Problem, Tables};
use crate::profile::{Draft, Group, Profile, ProfileText};

/// Limit of a profile, far more than one needs.
const MAX_PROFILE_BYTES: u64 = 1 << 20;

/// Limit of a table or an answer, far more than the largest built-in one has.
const MAX_TABLE_BYTES: u64 = 1 << 24;

/// The profile for a question, from the flags and their file.
pub(super) fn profile<Q: Question>(
    tables: &Tables,
    facts: &Facts<Q>,
    context: &Context<'_>,
) -> Result<Profile, Failure> {
    let draft = draft(facts, tables, context)?;
    let is_career = Q::GROUPS.contains(&Group::Career);
    let profile = if is_career { draft.career(tables)? } else { draft.profile(tables)? };
    let notices = if is_career { profile.career_notices(tables) } else { profile.notices(tables) };
    context.warn(None, &notices);
    Ok(profile)
}

/// What the flags and the file that they name state, not validated yet.
pub(super) fn draft<'a, Q: Question>(
    facts: &'a Facts<Q>,
    tables: &Tables,
    context: &Context<'_>,
) -> Result<Draft<'a>, Failure> {
    let mut draft = Draft::default();
    if let Some(path) = facts.file() {
        if facts.file_is_inherited() {
            let name = printable(&path.display().to_string());
            context.note(&format!("facts from `{name}` (by `{FILE_VARIABLE}`)\n"));
        }
        draft = draft.with_file(file(path, context)?);
    }
    facts.stated(draft, tables)
}

/// Whether a path means standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The name of a file in messages.
pub(super) fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// The profile of a file, or of standard input.
pub(super) fn file(path: &Path, context: &Context<'_>) -> Result<ProfileText, Failure> {
    if is_stdin(path) && context.terminal.stdin_is_tty {
        context.note("reading the profile from the keyboard; end it with Ctrl-D\n");
    }
    Ok(ProfileText::new(name(path), &text_of(path)?))
}

/// The text of a file no larger than a profile, or of standard input.
pub(super) fn text_of(path: &Path) -> Result<String, Failure> {
    let name = name(path);
    let read = if is_stdin(path) {
        read_text(stdin().lock())
    } else {
        File::open(path).and_then(read_text)
    };
    let bytes = read.map_err(|source| Failure::Read { name: name.clone(), source })?;
    text(name, bytes)
}

/// The text of a saved answer.
pub(super) fn answer(path: &Path, context: &Context<'_>) -> Result<String, Failure> {
    if is_stdin(path) && context.terminal.stdin_is_tty {
        context.note("reading the answer from the keyboard; end it with Ctrl-D\n");
    }
    let read = |from: &mut dyn Read| read_all(from, MAX_TABLE_BYTES, "an answer");
    let read = if is_stdin(path) {
        read(&mut stdin().lock())
    } else {
        File::open(path).and_then(|mut file| read(&mut file))
    };
    let bytes = read.map_err(|source| Failure::Read { name: name(path), source })?;
    text(name(path), bytes)
}

/// The text of a table.
pub(super) fn table(path: &Path) -> Result<String, Failure> {
    let name = name(path);
    let read = File::open(path).and_then(|file| read_all(file, MAX_TABLE_BYTES, "a table"));
    let bytes = read.map_err(|source| Failure::Read { name: name.clone(), source })?;
    let text = text(name, bytes)?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

/// Bytes as text; the failure has the position of the first that is not UTF-8.
fn text(name: String, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let readable = String::from_utf8_lossy(valid).into_owned();
        let end = readable.len();
        let from = if end == 0 { "" } else { " from here on" };
        let problem = Problem::new(end..end, format!("the file is not text in UTF-8{from}"));
        Failure::NotText { name, readable, problem }
    })
}

fn read_text(from: impl Read) -> io::Result<Vec<u8>> {
    read_all(from, MAX_PROFILE_BYTES, "a profile")
}

fn read_all(from: impl Read, max_bytes: u64, what: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(max_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes {
        let larger = format!("larger than {what} can be");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, larger));
    }
    Ok(bytes)
}
