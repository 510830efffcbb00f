//! How the program behaves apart from its answers: pipes, files, terminals, colour, and the same bytes
//! every time. Tried on Linux: its devices and limits make the failures.

#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "manners show in files and streams")]

mod closed_pipe;
mod colour;
mod sameness;
mod streams;
#[path = "../terminal/mod.rs"]
mod terminal;
mod width;
mod written_file;

use std::ffi::OsStr;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_mbc-calc");

/// The example that must always work.
const EXAMPLE: [&str; 7] = ["estimate", "--state", "MS", "--employer-state", "MA", "--certs", "3"];

/// Runs the program with nothing to read and both of its outputs in pipes.
fn mbc_calc(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Output {
    Command::new(PROGRAM).args(arguments).output().expect("the program runs")
}

/// What the program answers, where it must.
fn answer(arguments: &[&str]) -> String {
    let output = mbc_calc(arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    text(&output.stdout)
}

/// What was written, as text.
fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what is written is text")
}
