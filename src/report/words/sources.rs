use crate::data::{Basis, Source, SourceIndex, Tables};
use crate::report::document::Text;

/// A source in a few words: publisher and date.
pub(crate) fn short(source: &Source) -> String {
    format!("{}, {}", source.short, source.as_of)
}

/// Several sources in a few words.
pub(crate) fn short_list(tables: &Tables, sources: &[SourceIndex]) -> String {
    let mut names: Vec<String> =
        sources.iter().map(|&index| short(tables.sources.get(index))).collect();
    names.dedup();
    names.join("; ")
}

/// The basis of a number and the ids of its sources.
pub(crate) fn origin(tables: &Tables, basis: Basis, sources: &[SourceIndex]) -> String {
    let ids: Vec<&str> = sources.iter().map(|&at| tables.sources.get(at).id.as_str()).collect();
    format!("basis: {}; source: {}", basis.name(), ids.join(", "))
}

/// A source with its id, everything that is known of it, and what is not.
pub(crate) fn named(source: &Source) -> Text {
    Text::default().stress(source.id.clone()).say(": ").say(full(source))
}

/// A source with everything that is known of it, and what is not.
fn full(source: &Source) -> String {
    let mut parts = vec![format!("{}, {}", source.publisher, source.title)];
    parts.push(format!("data of {}", source.as_of));
    parts.extend(source.via.as_ref().map(|via| format!("as quoted by {via}")));
    parts.extend(source.locator.as_ref().map(|locator| format!("at {locator}")));
    parts.extend(source.released.as_ref().map(|date| format!("released {date}")));
    parts.extend(source.retrieved.as_ref().map(|date| format!("read {date}")));
    parts.extend(source.license.clone());
    parts.extend(source.url.clone());
    parts.extend(source.note.clone());
    let unknown = source.not_known();
    if !unknown.is_empty() {
        parts.push(format!("not known: {}", unknown.join(", ")));
    }
    parts.join("; ")
}
