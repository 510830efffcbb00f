//! What the fuzz targets share: the tables, an input that arrives in pieces, and what every message
//! must be.

use std::io::{self, Read};
use std::sync::LazyLock;

use mbc_calc::batch::{Options, Summary, run};
use mbc_calc::data::{Problem, Tables, is_unprintable};
use mbc_calc::profile::{Origin, ProfileErrors};
use mbc_calc::render::{Style, diagnostic, error_line};

/// The tables inside the program.
pub static TABLES: LazyLock<Tables> = LazyLock::new(mbc_calc::built_in);

/// Gives the bytes in pieces: the first of `first` bytes, the others of `size`.
struct Pieces {
    bytes: Vec<u8>,
    at: usize,
    first: usize,
    size: usize,
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = if self.at == 0 && self.first > 0 { self.first } else { self.size };
        let count = most.min(into.len()).min(self.bytes.len() - self.at);
        into[..count].copy_from_slice(&self.bytes[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

/// What a stream answers, and its counts, when the input is cut so; nothing where it is refused.
#[must_use]
pub fn streamed(
    options: &Options,
    bytes: &[u8],
    first: usize,
    size: usize,
) -> Option<(Vec<u8>, Summary)> {
    let input = Pieces { bytes: bytes.to_vec(), at: 0, first, size };
    let mut out = Vec::new();
    match run(&TABLES, options, input, &mut out, |_| ()) {
        Ok(summary) => Some((out, summary)),
        Err(error) => {
            check_message(&error.to_string());
            None
        }
    }
}

/// A message is there, on one line, and nothing in it is obeyed by a terminal.
///
/// # Panics
/// When it is not so.
pub fn check_message(message: &str) {
    assert!(!message.trim().is_empty(), "a message is empty");
    assert!(!message.chars().any(is_unprintable), "{message:?}");
    assert!(message.len() < 100_000, "a message of {} bytes", message.len());
}

/// A page of problems is there, and nothing in it is obeyed by a terminal.
///
/// # Panics
/// When it is not so.
pub fn check_page(page: &str) {
    assert!(!page.trim().is_empty(), "a page is empty");
    assert!(!page.chars().any(|c| c != '\n' && is_unprintable(c)), "{page:?}");
}

/// What is wrong with a profile can be shown: where it is, and in words.
///
/// # Panics
/// When it cannot.
pub fn check_errors(errors: &ProfileErrors) {
    check_message(&errors.to_string());
    assert!(!errors.problems.is_empty(), "nothing is wrong");
    assert!(errors.problems.len() <= 100, "{} problems", errors.problems.len());
    for problem in &errors.problems {
        match (&problem.origin, &errors.file) {
            (Origin::File(span), Some(file)) => {
                let shown = Problem::new(span.clone(), problem.message.clone());
                check_page(&diagnostic(&file.name, &file.text, &shown, Style::Plain));
            }
            _ => {
                check_page(&error_line(&problem.message, problem.hint.as_deref(), Style::Plain));
            }
        }
    }
}
