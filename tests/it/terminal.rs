//! A terminal to run commands on: a pseudo-terminal of a given width, with nobody at the keyboard.

use std::fs::File;
use std::io::{Read, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::support::PROGRAM;

/// Far longer than any command takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A terminal on which a command is run.
pub(crate) struct Terminal<'a> {
    /// How many columns it has.
    pub(crate) width: u16,
    /// What the command finds in its environment in addition to `PATH` and `TERM`.
    pub(crate) environment: &'a [(&'a str, &'a str)],
    /// The folder that the command runs in.
    pub(crate) folder: &'a Path,
}

/// What a command left on the terminal.
pub(crate) struct Shown {
    /// The text, its lines ended by line feeds alone.
    pub(crate) text: String,
    /// The exit code; 128 and the number of the signal for a command that was killed.
    pub(crate) code: i32,
}

impl Terminal<'_> {
    /// Runs a line of shell with all three streams on the terminal.
    pub(crate) fn run(&self, line: &str) -> Shown {
        self.run_typing(line, "")
    }

    /// Runs a line of shell with somebody at the keyboard, who types this.
    pub(crate) fn run_typing(&self, line: &str, typed: &str) -> Shown {
        let (master, slave) = pair(self.width);
        let mut keyboard = master.try_clone().expect("a file can be shared");
        // Ctrl-D, so that what reads from the keyboard finds its end.
        let keys = format!("{typed}\x04");
        keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
        let child = self.spawn(line, &slave);
        // The reader sees the end when the last process has closed the terminal.
        drop(slave);
        let (bytes, status) = watch(line, child, master);
        let text = String::from_utf8(bytes).expect("what is shown is text");
        let killed = || 128 + status.signal().unwrap_or_default();
        Shown { text: text.replace("\r\n", "\n"), code: status.code().unwrap_or_else(killed) }
    }

    #[expect(clippy::disallowed_methods, reason = "the shell needs the folders of its commands")]
    fn spawn(&self, line: &str, slave: &File) -> Child {
        let stream = || slave.try_clone().expect("a file can be shared");
        let programs = Path::new(PROGRAM).parent().expect("the program is in a folder");
        let inherited = std::env::var("PATH").unwrap_or_default();
        Command::new("sh")
            .args(["-c", line])
            .current_dir(self.folder)
            .env_clear()
            .env("PATH", format!("{}:{inherited}", programs.display()))
            .env("TERM", "xterm-256color")
            .envs(self.environment.iter().copied())
            .stdin(stream())
            .stdout(stream())
            .stderr(stream())
            .process_group(0)
            .spawn()
            .expect("there is a shell")
    }
}

/// The two ends of a new pseudo-terminal.
fn pair(width: u16) -> (File, File) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY;
    let master = openpt(flags).expect("there are pseudo-terminals");
    grantpt(&master).expect("the pseudo-terminal can be granted");
    unlockpt(&master).expect("the pseudo-terminal can be unlocked");
    let size = Winsize { ws_row: 40, ws_col: width, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&master, size).expect("the pseudo-terminal has a size");
    let name = ptsname(&master, Vec::new()).expect("the pseudo-terminal has a name");
    let slave = File::options()
        .read(true)
        .write(true)
        // So that it does not become the terminal of the test itself.
        .custom_flags(OpenptFlags::NOCTTY.bits().cast_signed())
        .open(std::ffi::OsStr::from_bytes(name.to_bytes()))
        .expect("the pseudo-terminal can be opened");
    (File::from(master), slave)
}

/// What the child writes until it ends. A child that does not end is killed.
fn watch(line: &str, mut child: Child, mut master: File) -> (Vec<u8>, std::process::ExitStatus) {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // Linux reports the end of a terminal as an error.
        let _ = master.read_to_end(&mut bytes);
        let _ = send.send(bytes);
    });
    let bytes = receive.recv_timeout(PATIENCE).unwrap_or_else(|_| {
        let group = Pid::from_child(&child);
        kill_process_group(group, Signal::KILL).expect("the group of the child can be killed");
        panic!("`{line}` did not end within {PATIENCE:?}");
    });
    (bytes, child.wait().expect("the child can be waited for"))
}
