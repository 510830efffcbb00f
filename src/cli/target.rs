//! Where an answer is written: standard output, a file, or what only looks like one.

use std::fs::{self, File};
use std::io::{self, Stderr, StdoutLock, Write, stderr, stdout};
use std::path::{Path, PathBuf};

use anstream::AutoStream;

use super::new_file::{NewFile, folder_of};

/// Where an answer is written.
pub(super) enum Target {
    /// Standard output; where a console needs it, color is made by calls and not by characters.
    Screen(AutoStream<StdoutLock<'static>>),
    /// Standard error, by its name as a file.
    Errors(Stderr),
    /// Not a file but a device or a pipe, which is written to in place.
    Device(File),
    /// A file, which is replaced when the answer is whole.
    File(Box<NewFile>),
}

impl Target {
    /// Standard output.
    pub(super) fn screen() -> Self {
        Self::Screen(AutoStream::always(stdout().lock()))
    }

    /// The file of a path, links followed, or what the path leads to instead.
    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        match Place::of(path)? {
            Place::Output => Ok(Self::screen()),
            Place::Errors => Ok(Self::Errors(stderr())),
            Place::Device(path) => {
                // A file behind an open stream keeps what others have written there.
                let is_file = fs::metadata(&path)?.is_file();
                let options = File::options().write(true).append(is_file).open(path)?;
                Ok(Self::Device(options))
            }
            Place::File(path) => NewFile::begin(path).map(|file| Self::File(Box::new(file))),
        }
    }

    /// Whether other names of a replaced file will keep what it was.
    pub(super) fn has_other_names(&self) -> bool {
        matches!(self, Self::File(file) if file.has_other_names())
    }

    /// Writes what is left; of a file nothing is then to be done but to move it to its place.
    pub(super) fn make_ready(&mut self) -> io::Result<()> {
        match self {
            Self::File(file) => file.make_ready(),
            other => other.flush(),
        }
    }

    /// Moves a file to its place; it must be ready.
    pub(super) fn finish_ready(self) -> io::Result<()> {
        match self {
            Self::File(file) => file.finish(),
            Self::Screen(_) | Self::Errors(_) | Self::Device(_) => Ok(()),
        }
    }

    /// Writes what is left, and moves a whole file to its place.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.make_ready()?;
        self.finish_ready()
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Screen(screen) => screen.write(bytes),
            Self::Errors(errors) => errors.write(bytes),
            Self::Device(file) => file.write(bytes),
            Self::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Screen(screen) => screen.flush(),
            Self::Errors(errors) => errors.flush(),
            Self::Device(file) => file.flush(),
            Self::File(file) => file.flush(),
        }
    }
}

/// What a path leads to.
enum Place {
    Output,
    Errors,
    Device(PathBuf),
    /// A file, or where one can be.
    File(PathBuf),
}

impl Place {
    /// Follows links one by one, also to a file that is not there yet.
    fn of(path: &Path) -> io::Result<Self> {
        let there = match fs::metadata(path) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if there.is_none() && path.as_os_str().as_encoded_bytes().ends_with(b"/") {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut at = path.to_owned();
        loop {
            // A path that ends in `..` leads to a folder, which cannot be opened as a device.
            let Some(name) = at.file_name() else { return Ok(Self::Device(at)) };
            let folder = folder_of(&at).canonicalize()?;
            if let Some(stream) = Self::of_open_file(&folder, name.to_str()) {
                return Ok(stream);
            }
            at = folder.join(name);
            match fs::read_link(&at) {
                // A circle of links has no metadata, and so was refused.
                Ok(link) => at = folder.join(link),
                Err(_) => break,
            }
        }
        let is_file = there.is_none_or(|metadata| metadata.is_file());
        Ok(if is_file && !is_of_devices(&at) { Self::File(at) } else { Self::Device(at) })
    }

    /// A file that this process has open, by its number in the folder of such files.
    fn of_open_file(folder: &Path, number: Option<&str>) -> Option<Self> {
        let is_theirs = ["/proc/self/fd", "/dev/fd"]
            .into_iter()
            .any(|open| Path::new(open).canonicalize().is_ok_and(|open| open == folder));
        match number.filter(|_| is_theirs)? {
            "1" => Some(Self::Output),
            "2" => Some(Self::Errors),
            number => Some(Self::Device(folder.join(number))),
        }
    }
}

/// Whether a path leads below a folder of devices; files in shared memory are files.
fn is_of_devices(path: &Path) -> bool {
    ["/dev", "/proc", "/sys"].into_iter().any(|devices| path.starts_with(devices))
        && !path.starts_with("/dev/shm")
}
