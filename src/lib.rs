//! What a career in medical billing and coding pays.
//!
//! A [`Question`] about a person goes in, an [`Answer`] comes out:
//!
//! ```
//! use mbc_calc::{Asks, Question};
//!
//! let person = Question::new(Asks::Estimate).with("state", "MS").with("certs", 3);
//! let answer = person.with("employer_state", "MA").answer()?;
//! let [low, median, high] = ["pay.p25", "pay.p50", "pay.p75"].map(|path| answer.number(path));
//! assert_eq!(low, Some(63_649.0)); // dollars a year: a quarter earns less
//! assert_eq!(median, Some(77_926.0));
//! assert_eq!(high, Some(94_373.0));
//! assert_eq!(answer.text("grade").as_deref(), Some("C"));
//! # Ok::<(), mbc_calc::QuestionError>(())
//! ```
//!
//! What is public is on this page: those two, what is [asked](Asks), what can be [wrong](QuestionError)
//! with it, and the [contract](JSON_SCHEMA) of the answers. The feature `cli`, on by default, is the
//! program: it adds the crates for flags, tables and terminals, and shows the modules to the program
//! and to its tests. They are no part of what the crate promises. Without it, as in
//! `cargo add mbc-calc --no-default-features`, nothing else can be reached.
//!
//! # How it is built
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
//! ← `engine` ← `report` ← `render` ← `batch` ← `cli`; `answer` and `question` use `report`. Only `cli` accesses the disk, the screen and the
//! environment; `batch` is handed its streams.

#![cfg_attr(
    not(feature = "cli"),
    allow(
        dead_code,
        unnameable_types,
        unreachable_pub,
        unused_imports,
        reason = "the program uses what the crate alone does not"
    )
)]

mod answer;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod batch;
mod built_in;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(not(feature = "cli"))]
mod data;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod data;
#[cfg(not(feature = "cli"))]
mod engine;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod engine;
#[cfg(not(feature = "cli"))]
mod profile;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod profile;
#[cfg(not(feature = "cli"))]
mod quantity;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod quantity;
mod question;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod render;
#[cfg(not(feature = "cli"))]
mod report;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod report;

pub use answer::Answer;
#[cfg(not(feature = "cli"))]
use built_in::built_in;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub use built_in::{built_in, built_in_texts};
pub use question::{Asks, Question, QuestionError};
pub use report::{ErrorProblem, JSON_SCHEMA};
