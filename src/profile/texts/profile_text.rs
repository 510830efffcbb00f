//! A text that states profiles, and its name.

/// The text of a profile's file and the name under which messages speak of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileText {
    /// The name of the file.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl ProfileText {
    /// The text of a file; a byte-order mark at its start is left out.
    #[must_use]
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned();
        Self { name: name.into(), text }
    }

    /// Whether the text is JSON: by the ending of the name, else by how the text begins.
    pub(super) fn is_json(&self) -> bool {
        let ends_with = |ending: &str| self.name.to_ascii_lowercase().ends_with(ending);
        let looks_like_json = match self.text.trim_start().as_bytes() {
            [b'{', ..] => true,
            // A list; a bracket before a word is the head of a TOML table.
            [b'[', next, ..] => !next.is_ascii_alphabetic(),
            _ => false,
        };
        ends_with(".json") || (looks_like_json && !ends_with(".toml"))
    }
}
