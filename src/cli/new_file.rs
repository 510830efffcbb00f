//! A file that is written whole or not at all.
//!
//! It has no name while it is written, where the system allows it (`O_TMPFILE`, on Linux): so nothing
//! is left behind, whatever ends the program. Elsewhere it has a hidden name, which a signal leaves.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A new file that takes the place of the old one, if there is one, when it is whole.
pub(super) struct NewFile {
    written: Written,
    path: PathBuf,
    old: Option<Metadata>,
}

/// Where the bytes are until then.
enum Written {
    #[cfg(target_os = "linux")]
    Unnamed(File),
    Named(NamedTempFile),
}

impl NewFile {
    /// Begins a file at a path that is no link.
    ///
    /// An old file is opened as if to write to it: one that is write-protected is not replaced.
    pub(super) fn begin(path: PathBuf) -> io::Result<Self> {
        let old = match fs::metadata(&path) {
            Ok(old) => {
                File::options().write(true).open(&path)?;
                Some(old)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        Ok(Self { written: Written::in_folder(folder_of(&path))?, path, old })
    }

    /// Begins a file that gets its place when it ends, on the file system of a folder.
    pub(super) fn begin_without_place(folder: &Path) -> io::Result<Self> {
        Ok(Self { written: Written::in_folder(folder)?, path: PathBuf::new(), old: None })
    }

    /// Whether other names of the old file will keep what it was.
    pub(super) fn has_other_names(&self) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            self.old.as_ref().is_some_and(|old| old.nlink() > 1)
        }
        #[cfg(not(unix))]
        false
    }

    /// Brings all of the file to the disk, with the permissions of the old one and, where that is
    /// allowed, its owner.
    pub(super) fn make_ready(&mut self) -> io::Result<()> {
        self.flush()?;
        let file = self.written.file();
        if let Some(old) = &self.old {
            keep_owner(file, old);
            file.set_permissions(old.permissions())?;
        }
        // Without this a power cut after the move can leave an empty file.
        file.sync_all()
    }

    /// Moves the file to a place of its own in a new folder.
    pub(super) fn finish_at(self, path: PathBuf) -> io::Result<()> {
        Self { path, ..self }.finish()
    }

    /// Moves the file to its place; it must be ready.
    pub(super) fn finish(self) -> io::Result<()> {
        match self.written {
            #[cfg(target_os = "linux")]
            Written::Unnamed(file) => name_unnamed(&file, &self.path),
            Written::Named(file) => Ok(file.persist(&self.path).map(|_| ())?),
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written.file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.written.file().flush()
    }
}

impl Written {
    fn in_folder(folder: &Path) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        if let Some(file) = unnamed_in(folder) {
            return Ok(Self::Unnamed(file));
        }
        hidden(0o666).tempfile_in(folder).map(Self::Named)
    }

    fn file(&self) -> &File {
        match self {
            #[cfg(target_os = "linux")]
            Self::Unnamed(file) => file,
            Self::Named(file) => file.as_file(),
        }
    }
}

/// A file without a name, where the file system has such.
#[cfg(target_os = "linux")]
fn unnamed_in(folder: &Path) -> Option<File> {
    use rustix::fs::{Mode, OFlags};
    // Only a name there leads to a file that has none.
    fs::metadata(OPEN_FILES).ok()?;
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    rustix::fs::open(folder, flags, Mode::from_raw_mode(0o666)).ok().map(File::from)
}

/// Gives a file its name; where another has it, a hidden one first, as only a name can replace one.
#[cfg(target_os = "linux")]
fn name_unnamed(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    use std::os::fd::AsRawFd as _;
    let open = format!("{OPEN_FILES}/{}", file.as_raw_fd());
    let name_it = |name: &Path| -> io::Result<()> {
        Ok(linkat(CWD, &*open, CWD, name, AtFlags::SYMLINK_FOLLOW)?)
    };
    match name_it(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Ok(hidden(0o666).make_in(folder_of(path), name_it)?.persist(path)?)
        }
        named => named,
    }
}

/// The folder of the files that this process has open.
#[cfg(target_os = "linux")]
const OPEN_FILES: &str = "/proc/self/fd";

/// Makes hidden files or folders, with these permissions less what the umask takes.
pub(super) fn hidden(mode: u32) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".mbc-calc-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

/// Gives a file the owner and the group of the old one, as far as that is allowed.
fn keep_owner(file: &File, old: &Metadata) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let (user, group) = (old.uid(), old.gid());
        let is_kept = file.metadata().is_ok_and(|new| (new.uid(), new.gid()) == (user, group));
        if !is_kept && fchown(file, Some(user), Some(group)).is_err() {
            // Only root gives files away, but one's own groups can be chosen.
            let _ = fchown(file, None, Some(group));
        }
    }
    #[cfg(not(unix))]
    let _ = (file, old);
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
