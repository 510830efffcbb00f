use serde::Serialize;

/// A shape as JSON, indented for people, ending in a newline.
///
/// # Panics
/// Never: shapes are plain values with texts for keys.
#[must_use]
pub fn json(shape: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(shape).expect("a shape is plain values");
    text.push('\n');
    text
}
