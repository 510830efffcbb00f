//! What was stated and is not used, in one line.

use crate::profile::{Asked, Profile};
use crate::report::document::Text;

/// What of a profile an answer does not use, and why; nothing where it uses all.
pub(crate) fn unused(profile: &Profile, asked: Asked) -> Text {
    let facts = profile.unused(asked);
    let mut text = Text::default();
    // Facts with one reason are named together.
    for (at, fact) in facts.iter().enumerate() {
        let is_same =
            |other: usize| facts.get(other).is_some_and(|next| next.reason == fact.reason);
        let lead = match at {
            0 => "Not used here: ",
            at if is_same(at - 1) => ", ",
            _ => "; ",
        };
        text = text.say(format!("{lead}`{}`", fact.fact.flag()));
        if !is_same(at + 1) {
            text = text.say(format!(" ({})", fact.reason));
        }
    }
    if facts.is_empty() { text } else { text.say(".") }
}

/// The same of several profiles, each with its name; those that use all are left out.
pub(crate) fn unused_by<'p>(
    profiles: impl Iterator<Item = (&'p str, &'p Profile)>,
    asked: Asked,
) -> Vec<Text> {
    let lines = profiles.map(|(name, profile)| (name, unused(profile, asked)));
    let some = lines.filter(|(_, text)| *text != Text::default());
    some.map(|(name, text)| Text::words(format!("`{name}`: ")).then(text)).collect()
}
