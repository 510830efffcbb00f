use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::Path;

use super::args::{OutputArguments, ProfileArguments};
use super::failure::Failure;
use super::output;
use super::terminal::Terminal;
use crate::data::{Problem, Tables};
use crate::profile::{Draft, Profile, ProfileText};

/// A profile is a page at most; more is not a profile.
const LARGEST: u64 = 1 << 20;

/// The profile of the flags and of the file that they name.
pub(super) fn profile(
    tables: &Tables,
    stated: &ProfileArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Profile, Failure> {
    let profile = draft(stated, to, terminal)?.profile(tables)?;
    warn(tables, &profile, to, terminal);
    Ok(profile)
}

/// Tells what to know of a profile beside its answer.
pub(super) fn warn(tables: &Tables, profile: &Profile, to: &OutputArguments, terminal: &Terminal) {
    output::warn(None, &profile.notices(tables), to, terminal.error_style(to.color));
}

/// What the flags and the file that they name say, before anybody asks whether it makes sense.
pub(super) fn draft<'a>(
    stated: &'a ProfileArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Draft<'a>, Failure> {
    let mut draft = Draft::default();
    if let Some(path) = &stated.profile {
        draft = draft.with_file(file(path, to, terminal)?);
    }
    Ok(stated.stated(draft))
}

/// Whether a path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What messages call the file at a path.
pub(super) fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// The text of a file, or of standard input.
pub(super) fn file(
    path: &Path,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<ProfileText, Failure> {
    let from_stdin = is_stdin(path);
    let name = name(path);
    let read = if from_stdin {
        if terminal.reads_from_a_person() && !to.quiet {
            output::tell("reading the profile from the keyboard; end it with Ctrl-D\n");
        }
        read_text(stdin().lock())
    } else {
        File::open(path).and_then(read_text)
    };
    let bytes = read.map_err(|source| Failure::Read { name: name.clone(), source })?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(ProfileText::new(name, text)),
        Err(error) => {
            let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
            let end = readable.len();
            let from = if end == 0 { "" } else { " from here on" };
            let problem = Problem::new(end..end, format!("the file is not text in UTF-8{from}"));
            Err(Failure::NotText { name, readable, problem })
        }
    }
}

fn read_text(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than a profile can be"));
    }
    Ok(bytes)
}
