//! What a career in medical billing and coding pays.
//!
//! A question takes one path through the layers:
//!
//! ```text
//!  data/*.toml ──▶ data ────┐           answer            document,
//!                           ├──▶ engine ──────▶ report ──────────────▶ render ──▶ cli ──▶ screen,
//!  flags, files ─▶ profile ─┘  computes        phrases      JSON       formats            file
//! ```
//!
//! An answer of `engine` holds every figure, notice and source that is printed with it; `report` puts
//! it into words and keys and computes nothing. Imports point one way: `quantity` ← `data` ← `profile`
//! ← `engine` ← `report` ← `render` ← `batch` ← `cli`. Only `cli` accesses the disk, the screen and the
//! environment; `batch` is handed its streams.

pub mod batch;
mod built_in;
pub mod cli;
pub mod data;
pub mod engine;
pub mod profile;
pub mod quantity;
pub mod render;
pub mod report;

pub use built_in::{built_in, built_in_texts};
