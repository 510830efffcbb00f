//! A text longer than the screen goes to the program that `PAGER` names.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::terminal::Terminal;

/// Shows a text in the pager where there is one and the screen is too small; whether it did.
pub(super) fn show(text: &str, terminal: &Terminal) -> bool {
    if !terminal.stdout_is_tty || !terminal.is_exceeded_by(text) {
        return false;
    }
    let Some(pager) = std::env::var_os("PAGER").filter(|pager| !pager.is_empty()) else {
        return false;
    };
    let mut command = if cfg!(windows) { Command::new("cmd") } else { Command::new("sh") };
    command.arg(if cfg!(windows) { "/C" } else { "-c" }).arg(pager).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut input) = child.stdin.take() {
        // Who leaves the pager early has seen enough.
        let _ = input.write_all(text.as_bytes());
    }
    // A shell that does not find the program says so with these, and nothing was shown.
    child.wait().is_ok_and(|status| !matches!(status.code(), Some(126 | 127)))
}
