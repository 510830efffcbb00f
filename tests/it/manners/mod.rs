//! How the program behaves apart from its answers: pipes, files, terminals, color, and the same bytes
//! every time. Tried on Linux: its devices and limits make the failures.

#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "manners show in files and streams")]

mod ask;
mod careers_fit_a_screen;
mod closed_pipe;
mod color;
mod completion;
mod environment;
mod sameness;
mod streams;
mod typed;
mod width;
mod written_file;

/// The example that must always work.
const EXAMPLE: [&str; 7] = ["estimate", "--state", "MS", "--employer-state", "MA", "--certs", "3"];
