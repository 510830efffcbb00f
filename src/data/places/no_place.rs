//! Why a text means no place, or more than one.

use crate::data::reading::{Message, Quoted};

/// Why no one place is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// No place has such a name.
    Unknown(Message),
    /// Several places have.
    Several(Message),
    /// Only places elsewhere have, not in the state that was asked about.
    Elsewhere(Message),
}

/// How many places are named when a text fits several.
const LISTED: usize = 12;

/// That a text fits several places, which are named.
pub(super) fn several(typed: &str, what: &str, mut names: Vec<String>) -> NoPlace {
    names.dedup();
    let text = format!("{} fits {} {what}", Quoted(typed), names.len());
    let hint = format!("say which: {}", listed(names));
    NoPlace::Several(Message::new(text).with_hint(hint))
}

/// The names, the first dozen of them.
pub(super) fn listed(mut names: Vec<String>) -> String {
    names.dedup();
    let more = names.len().saturating_sub(LISTED);
    let shown = names.into_iter().take(LISTED).map(|name| format!("`{name}`"));
    let shown = shown.collect::<Vec<_>>().join("; ");
    if more == 0 { shown } else { format!("{shown}; and {more} more") }
}

/// Where a ZIP code goes that was typed for a name.
pub(super) fn zip_hint(typed: &str) -> Option<String> {
    let is_code = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let code = typed.split_whitespace().find(is_code)?;
    Some(format!("a ZIP code goes with `--zip {code}`"))
}
