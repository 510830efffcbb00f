use std::fs::{self, File};
use std::io::{self, Write as _, stderr, stdout};
use std::path::Path;

use super::answer::Answer;
use super::args::OutputArguments;
use super::failure::Failure;
use crate::data::is_unprintable;

/// Writes an answer to the screen or, whole or not at all, to the file that was asked for.
pub(super) fn deliver(answer: &Answer, to: &OutputArguments) -> Result<(), Failure> {
    let bytes = answer.0.as_bytes();
    let Some(path) = to.file() else {
        return match write_to_stdout(bytes) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::Write { name: "standard output".to_owned(), source: error })
            }
            // A closed pipe is a reader that has seen enough.
            _ => Ok(()),
        };
    };
    write_file(path, bytes)
        .map_err(|source| Failure::Write { name: path.display().to_string(), source })?;
    if !to.quiet {
        let visible = |c: char| if is_unprintable(c) { '\u{FFFD}' } else { c };
        let name: String = path.display().to_string().chars().map(visible).collect();
        tell(&format!("wrote {name}\n"));
    }
    Ok(())
}

/// Says something beside the answer. When nobody can hear it there is nobody to tell.
pub(super) fn tell(message: &str) {
    let _ = stderr().write_all(message.as_bytes());
}

fn write_to_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Writes beside the file and then renames, so that the old file stays until the new one is whole.
/// What is no regular file, such as a device or a pipe, is written to as it is.
fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let existing = match fs::metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if let Some(metadata) = &existing
        && !metadata.is_file()
    {
        return File::options().write(true).open(path)?.write_all(bytes);
    }
    // Through a symbolic link, so that the link stays and its target is replaced.
    let target = match (&existing, fs::read_link(path)) {
        (Some(_), _) => path.canonicalize()?,
        // A link to a file that is not there yet.
        (None, Ok(link)) => folder_of(path).join(link),
        (None, Err(_)) => path.to_owned(),
    };
    let mut file = new_file_in(folder_of(&target))?;
    file.write_all(bytes)?;
    if let Some(metadata) = existing {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.persist(target)?;
    Ok(())
}

/// The folder that a file is in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A temporary file with the permissions that a new file has.
fn new_file_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".mbc-calc-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
