//! Every text that the program can print, and every page about it, is in plain American English.

#![expect(clippy::disallowed_methods, reason = "the texts are files")]

use std::fs;
use std::path::Path;

use crate::sources::sources;

/// `WORD = INSTEAD`, one a line.
const WORDS: &str = include_str!("spelling.txt");

/// `PHRASE = INSTEAD`, one a line: how it was once said, and how a reader would say it.
const PHRASES: &str = include_str!("phrases.txt");

/// Tables of names.
const NAMES_OF_PLACES: [&str; 2] = ["cities.toml", "counties.toml"];

#[test]
fn no_word_is_spelled_as_in_britain() {
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        // A city is called what it is called.
        if NAMES_OF_PLACES.iter().any(|table| name.ends_with(table)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let words = words(line);
            let british = entries(WORDS).filter(|(word, _)| words.iter().any(|w| w == word));
            wrong.extend(
                british.map(|(word, say)| format!("{name}:{}: `{word}`: write {say}", number + 1)),
            );
        }
    }
    assert!(wrong.is_empty(), "{} hits\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn nothing_is_said_in_a_way_that_readers_stumbled_over() {
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        // A sentence can go on after a line break.
        let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "\\").collect();
        let text = words.join(" ");
        let phrases = entries(PHRASES).filter(|(phrase, _)| text.contains(phrase));
        wrong.extend(phrases.map(|(phrase, say)| format!("{name}: `{phrase}`: say `{say}`")));
    }
    assert!(wrong.is_empty(), "{} hits\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_british_word_is_found_in_a_sentence_and_not_in_an_address() {
    assert_eq!(
        words("The Programme's colour: <https://x.org/programme>"),
        ["the", "programme", "s", "colour"]
    );
}

/// The sources, the tables and the pages, with their names.
fn texts() -> impl Iterator<Item = (String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["data", "docs"].into_iter().flat_map(move |folder| {
        let entries = fs::read_dir(root.join(folder)).expect("the folder can be read");
        entries.map(|entry| entry.expect("the folder can be read").path())
    });
    let pages = ["README.md", "CHANGELOG.md", "src/report/schema.json"];
    let files = files.chain(pages.into_iter().map(move |page| root.join(page)));
    let is_picture = |path: &Path| path.extension().is_some_and(|ending| ending == "png");
    let files = files.filter(move |path| path.is_file() && !is_picture(path)).map(|path| {
        let text = fs::read_to_string(&path).expect("a text can be read");
        (path.display().to_string(), text)
    });
    let sources = sources("src").into_iter().map(|source| (source.name, source.text));
    files.chain(sources)
}

/// The words of a line in small letters, without those of an address.
fn words(line: &str) -> Vec<String> {
    let texts = line.split_whitespace().filter(|word| !word.contains("://"));
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().map(|line| line.split_once(" = ").expect("a text and what to say instead"))
}
