use std::fs::{self, File};
use std::io::{self, StdoutLock, Write, stdout};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::context::Context;
use super::failure::Failure;
use super::options::Format;
use super::terminal::printable;
use crate::render;
use crate::report::Report;

/// Prints an answer in the format of `--format`; by default a table on a screen and plain in a file.
pub(super) fn print(report: &dyn Report, context: &Context<'_>) -> Result<(), Failure> {
    if let Some(path) = &context.output.field {
        return write(&render::field(report, path)?, context);
    }
    let default = if context.writes_to_screen() { Format::Table } else { Format::Plain };
    let text = match context.output.format.unwrap_or(default) {
        Format::Table => render::table(&report.document(), context.screen()),
        Format::Plain => render::plain(&report.document()),
        Format::Json => render::json(report),
        Format::Jsonl => render::jsonl(report),
        Format::Csv => render::csv(report),
        Format::Markdown => render::markdown(&report.document()),
    };
    write(&text, context)
}

/// Prints a text with one format, which `--format` and `--field` cannot change.
pub(super) fn print_fixed(
    what: &'static str,
    context: &Context<'_>,
    text: impl FnOnce() -> String,
) -> Result<(), Failure> {
    let output = context.output;
    let flags = [("--format", output.format.is_some()), ("--field", output.field.is_some())];
    match flags.into_iter().find(|(_, is_given)| *is_given) {
        Some((flag, _)) => Err(Failure::usage(
            format!("{what} has one form, which `{flag}` cannot change"),
            format!("leave `{flag}` out"),
        )),
        None => write(&text(), context),
    }
}

/// Writes a text to standard output or, whole or not at all, to the file of `--output`.
pub(super) fn write(text: &str, context: &Context<'_>) -> Result<(), Failure> {
    let mut target = Target::open(context)?;
    match target.write_all(text.as_bytes()) {
        Ok(()) => target.finish(context),
        Err(error) => check_closed_pipe(error, context),
    }
}

/// The failure of a write; a closed pipe is none, as its reader has seen enough.
pub(super) fn check_closed_pipe(source: io::Error, context: &Context<'_>) -> Result<(), Failure> {
    match source.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::Write { name: context.output.name(), source }),
    }
}

/// Where an answer is written.
pub(super) enum Target {
    /// Standard output.
    Screen(StdoutLock<'static>),
    /// Not a regular file but a device or a pipe, which is written to in place.
    Device(File),
    /// A temporary file in the same folder, which replaces the file when the answer is whole.
    Replacement { file: NamedTempFile, path: PathBuf, old: Option<fs::Permissions> },
}

impl Target {
    /// Opens standard output or the file of `--output`.
    pub(super) fn open(context: &Context<'_>) -> Result<Self, Failure> {
        match context.output.file() {
            None => Ok(Self::Screen(stdout().lock())),
            Some(path) => Self::of_file(path)
                .map_err(|source| Failure::Write { name: context.output.name(), source }),
        }
    }

    fn of_file(path: &Path) -> io::Result<Self> {
        let old = match fs::metadata(path) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if old.as_ref().is_some_and(|metadata| !metadata.is_file()) {
            return Ok(Self::Device(File::options().write(true).open(path)?));
        }
        // Resolved, so that a symbolic link is kept and its target replaced.
        let path = match (&old, fs::read_link(path)) {
            (Some(_), _) => path.canonicalize()?,
            // A link to a file that does not exist yet.
            (None, Ok(link)) => folder_of(path).join(link),
            (None, Err(_)) => path.to_owned(),
        };
        let old = old.map(|metadata| metadata.permissions());
        Ok(Self::Replacement { file: new_file_in(folder_of(&path))?, path, old })
    }

    /// Moves the whole answer to its place.
    pub(super) fn finish(mut self, context: &Context<'_>) -> Result<(), Failure> {
        if let Err(error) = self.flush().and_then(|()| self.persist()) {
            return check_closed_pipe(error, context);
        }
        if context.output.file().is_some() {
            context.note(&format!("wrote {}\n", printable(&context.output.name())));
        }
        Ok(())
    }

    fn persist(self) -> io::Result<()> {
        if let Self::Replacement { file, path, old } = self {
            if let Some(old) = old {
                file.as_file().set_permissions(old)?;
            }
            file.persist(path)?;
        }
        Ok(())
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Screen(screen) => screen.write(bytes),
            Self::Device(file) => file.write(bytes),
            Self::Replacement { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Screen(screen) => screen.flush(),
            Self::Device(file) => file.flush(),
            Self::Replacement { file, .. } => file.flush(),
        }
    }
}

/// The folder that a file is in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A temporary file with the permissions that a new file has.
pub(super) fn new_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".mbc-calc-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
