//! Private words, for which there are plain ones, occur in no identifier and no comment.

use crate::sources::sources;
use crate::tokens::{Kind, Token, tokens};

/// `WORD = INSTEAD`, one a line; a word in backticks counts as a whole identifier only.
const WORDS: &str = include_str!("words.txt");

#[test]
fn no_private_word_is_used() {
    let mut wrong = hits("build.rs", include_str!("../../build.rs"));
    for folder in ["src", "tests", "benches"] {
        for source in sources(folder) {
            wrong.extend(hits(&format!("{folder}/{}", source.name), &source.text));
        }
    }
    assert!(wrong.is_empty(), "{} hits\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_private_word_is_found_in_every_spelling() {
    let (word, instead) = entries().next().unwrap();
    let (upper, capital) =
        (word.to_uppercase(), format!("{}{}", &word[..1].to_uppercase(), &word[1..]));
    let text = format!(
        "fn is_{word}() {{}} // {capital} `{word}`\nstruct Not{capital} {{ in{word}: u8 }}\n{upper} \"{word}\" '{word}"
    );
    let line = |line: usize, text: &str| format!("x:{line}: {text}: say {instead}");
    let expected = [
        line(1, &format!("is_{word}")),
        line(1, &format!("// {capital} `{word}`")),
        line(2, &format!("Not{capital}")),
        line(3, &upper),
    ];
    assert_eq!(hits("x", &text), expected);
    let (whole, _) = entries()
        .find_map(|(word, instead)| Some((word.strip_prefix('`')?.strip_suffix('`')?, instead)))
        .unwrap();
    assert_eq!(hits("x", &format!("{whole} of_{whole} // {whole}")).len(), 1);
}

/// The names and comments of a source that hold a private word, with what to say instead.
fn hits(name: &str, text: &str) -> Vec<String> {
    let entries: Vec<_> = entries().collect();
    let mut found = Vec::new();
    for Token { kind, text, line } in tokens(text) {
        let words = match kind {
            Kind::Comment => parts(&without_code(text)),
            Kind::Name => [parts(text), vec![format!("`{}`", text.to_lowercase())]].concat(),
            _ => continue,
        };
        let instead = words.iter().find_map(|word| entries.iter().find(|entry| entry.0 == word));
        found.extend(instead.map(|(_, instead)| format!("{name}:{line}: {text}: say {instead}")));
    }
    found
}

/// The private words, each with what to say instead.
fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.lines().map(|line| line.split_once(" = ").expect("a word and what to say instead"))
}

/// A comment without what is quoted in backticks.
fn without_code(comment: &str) -> String {
    let pieces: Vec<_> = comment.split('`').collect();
    let is_text = |at: &usize| at.is_multiple_of(2) || at + 1 == pieces.len();
    (0..pieces.len()).filter(is_text).map(|at| pieces[at]).collect::<Vec<_>>().join(" ")
}

/// The words of a text or an identifier, in small letters.
fn parts(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        if c.is_ascii_alphabetic() {
            let continues =
                before.is_ascii_alphabetic() && (c.is_lowercase() || before.is_uppercase());
            match words.last_mut().filter(|_| continues) {
                Some(word) => word.push(c.to_ascii_lowercase()),
                None => words.push(c.to_lowercase().to_string()),
            }
        }
        before = c;
    }
    words
}
