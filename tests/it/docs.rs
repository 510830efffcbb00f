//! What the documents show is what the program says.
//!
//! Every block of `README.md` and `docs/*.md` that is fenced as `console` is run: a line that begins
//! with `$ ` is a command, the lines up to the next one are its output. A command goes on after a
//! `\` at the end of its line, and until the end of its here-document (`<<END`). Each block runs in
//! a folder of its own, empty at first, on a terminal 100 columns wide, without color. A block
//! marked `needs=TOOL` is left out where that tool is not installed.
//!
//! To accept new outputs, read them after `UPDATE_DOCS=1 cargo test --test it docs`.

#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "the documents are files")]

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::terminal::Terminal;

/// Commands that a document may show but that are not run here.
const NOT_RUN: [&str; 2] = [
    "cargo install --locked --path . && mbc-calc estimate --state MS --employer-state MA --certs 3",
    "cargo test --locked",
];

/// A command of a document and the lines that it is said to answer.
#[derive(Debug, PartialEq)]
struct Example {
    /// Which block it is part of.
    block: usize,
    /// The line of the command, from 0.
    line: usize,
    /// What is typed.
    command: String,
    /// The lines of the output, from 0.
    output: Range<usize>,
}

#[test]
fn what_the_documents_show_is_what_the_program_says() {
    let mut wrong = String::new();
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&path).display();
        let examples = examples(&text).unwrap_or_else(|error| panic!("{name}:{error}"));
        if path.ends_with("README.md") {
            assert!(!examples.is_empty(), "README.md shows no command");
        }
        let outputs = run(&examples);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, updated(&text, &examples, &outputs)).expect("a document is writable");
            continue;
        }
        for (example, got) in examples.iter().zip(&outputs) {
            if let Some(difference) = difference(&text, example, got) {
                let _ = writeln!(wrong, "{name}:{}: {difference}", example.line + 1);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_readme_is_read_in_a_few_minutes() {
    let text = include_str!("../../README.md");
    let prose = text.split("```").step_by(2);
    let words: usize = prose.map(|part| part.split_whitespace().count()).sum();
    assert!(words <= 1_000, "README.md has {words} words beside its transcripts");
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let read = |path: &Path| fs::read_to_string(path).expect("a document can be read");
    let mut wrong = String::new();
    for path in documents() {
        let text = read(&path);
        let links = text.split("](").skip(1).filter_map(|after| after.split(')').next());
        for link in links.filter(|link| !link.starts_with("http")) {
            let (file, section) = link.split_once('#').unwrap_or((link, ""));
            let to = if file.is_empty() { path.clone() } else { path.with_file_name(file) };
            let leads = to.exists()
                && (section.is_empty()
                    || read(&to).lines().filter_map(anchor).any(|a| a == section));
            if !leads {
                let _ = writeln!(wrong, "{}: nothing is at `{link}`", path.display());
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_document_is_split_into_commands_and_their_outputs() {
    let text = "\
# Title
```console
$ printf 'a\\n' > file
$ cat file \\
    file
a
a

$ cat <<'END'
$ not a command
END
$ not a command
```
";
    let found = examples(text).unwrap();
    let shown: Vec<_> =
        found.iter().map(|e| (e.line, e.command.as_str(), e.output.clone())).collect();
    assert_eq!(
        shown,
        [
            (2, "printf 'a\\n' > file", 3..3),
            (3, "cat file \\\n    file", 5..8),
            (8, "cat <<'END'\n$ not a command\nEND", 11..11),
            (11, "not a command", 12..12),
        ]
    );
}

#[test]
fn what_would_go_untested_is_refused() {
    for (text, refused) in [
        ("```sh\n$ mbc-calc\n```\n", "2: a command outside of a `console` block"),
        (" ```console\n $ mbc-calc\n ```\n", "1: a `console` block that is indented"),
        ("```console\n$ cargo bench\n```\n", "2: `cargo bench` is not run, and not one of"),
        ("```console\nmbc-calc\n```\n", "2: an output without a command"),
        (
            "```console\n$ cargo test --locked\nok\n```\n",
            "2: `cargo test --locked` is not run, so its output",
        ),
        ("```console\n$ true\n", "1: a `console` block without an end"),
    ] {
        let error = examples(text).unwrap_err();
        assert!(error.starts_with(refused), "{error} against {refused}");
    }
}

#[test]
fn a_wrong_output_is_reported_with_both_texts_and_can_be_put_right() {
    let text = "```console\n$ echo one > file\n$ cat file; echo 'two  '\none\nthree\n```\n";
    let examples = examples(text).unwrap();
    let outputs = run(&examples);
    assert_eq!(outputs, ["", "one\ntwo"]);
    assert_eq!(difference(text, &examples[0], &outputs[0]), None);
    let message = difference(text, &examples[1], &outputs[1]).unwrap();
    assert!(message.contains("one\nthree") && message.contains("one\ntwo"), "{message}");
    let right = "```console\n$ echo one > file\n$ cat file; echo 'two  '\none\ntwo\n```\n";
    assert_eq!(updated(text, &examples, &outputs), right);
}

/// `README.md` and the documents of `docs`.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = fs::read_dir(root.join("docs")).expect("there is a folder of documents");
    let paths = folder.map(|entry| entry.expect("the folder can be read").path());
    let mut documents: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    documents.push(root.join("README.md"));
    documents.sort();
    documents
}

/// What a link calls the section that a line begins, if it begins one.
fn anchor(line: &str) -> Option<String> {
    let title = line.strip_prefix('#')?.trim_start_matches('#').strip_prefix(' ')?;
    let of_link = |c: char| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        _ => c.is_alphanumeric().then(|| c.to_ascii_lowercase()),
    };
    Some(title.chars().filter_map(of_link).collect())
}

/// The examples of a document, or what would go untested in it.
fn examples(text: &str) -> Result<Vec<Example>, String> {
    let lines: Vec<&str> = text.lines().collect();
    let (mut examples, mut blocks, mut at) = (Vec::new(), 0, 0);
    while at < lines.len() {
        let line = lines[at].trim_start();
        if line.starts_with("$ ") {
            return Err(format!("{}: a command outside of a `console` block", at + 1));
        }
        if let Some(info) = line.strip_prefix("```console") {
            if line != lines[at] {
                return Err(format!("{}: a `console` block that is indented", at + 1));
            }
            blocks += 1;
            let from = at + 1;
            let length = lines[from..].iter().position(|line| line.starts_with("```"));
            at = from + length.ok_or(format!("{from}: a `console` block without an end"))?;
            if info.trim().strip_prefix("needs=").is_none_or(is_installed) {
                of_block(&lines, from..at, blocks, &mut examples)?;
            }
        }
        at += 1;
    }
    Ok(examples)
}

/// Whether a tool that a block needs is there to be run.
fn is_installed(tool: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(tool).is_file())
}

fn of_block(
    lines: &[&str],
    block: Range<usize>,
    number: usize,
    examples: &mut Vec<Example>,
) -> Result<(), String> {
    let mut at = block.start;
    while at < block.end {
        let line = at;
        let first = lines[at].strip_prefix("$ ");
        let mut command =
            first.ok_or(format!("{}: an output without a command", at + 1))?.to_owned();
        at += 1;
        let end = here_document(&command);
        while at < block.end && (command.ends_with('\\') || end.is_some()) {
            let _ = write!(command, "\n{}", lines[at]);
            at += 1;
            if end.as_deref() == Some(lines[at - 1]) {
                break;
            }
        }
        let output = at;
        at = (at..block.end).find(|&at| lines[at].starts_with("$ ")).unwrap_or(block.end);
        if is_run(&command) {
            examples.push(Example { block: number, line, command, output: output..at });
        } else if !NOT_RUN.contains(&command.as_str()) {
            return Err(format!(
                "{}: `{command}` is not run, and not one of {NOT_RUN:?}",
                line + 1
            ));
        } else if output < at {
            return Err(format!(
                "{}: `{command}` is not run, so its output is not known",
                line + 1
            ));
        }
    }
    Ok(())
}

/// The line that ends the here-document of a command, if it has one.
fn here_document(command: &str) -> Option<String> {
    let (_, after) = command.split_once("<<")?;
    Some(after.split_whitespace().next()?.trim_matches(['\'', '"']).to_owned())
}

fn is_run(command: &str) -> bool {
    !["cargo", "git"].contains(&command.split_whitespace().next().unwrap_or_default())
}

/// What each example answers, without white space at the ends of lines.
fn run(examples: &[Example]) -> Vec<String> {
    let mut folder: Option<(usize, tempfile::TempDir)> = None;
    let answer = |example: &Example| {
        let of_block = folder.take().filter(|(block, _)| *block == example.block);
        let new = || (example.block, tempfile::tempdir().expect("there is room for a folder"));
        let (_, directory) = folder.insert(of_block.unwrap_or_else(new));
        let home = directory.path().to_string_lossy().into_owned();
        let environment = [("NO_COLOR", "1"), ("HOME", home.as_str())];
        let terminal = Terminal { width: 100, environment: &environment, folder: directory.path() };
        let shown = terminal.run(&example.command);
        let known = ![126, 127].contains(&shown.code);
        assert!(known, "`{}` cannot be run: {}", example.command, shown.text);
        trimmed(shown.text.lines())
    };
    examples.iter().map(answer).collect()
}

fn trimmed<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines.map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// How the output that is shown differs from the one that was got.
fn difference(text: &str, example: &Example, got: &str) -> Option<String> {
    let shown = text.lines().skip(example.output.start).take(example.output.len());
    let expected = trimmed(shown);
    let command = &example.command;
    (expected != got).then(|| format!("$ {command}\nexpected:\n{expected}\ngot:\n{got}\n"))
}

/// The document with the outputs that were got.
fn updated(text: &str, examples: &[Example], outputs: &[String]) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for (example, got) in examples.iter().zip(outputs).rev() {
        lines.splice(example.output.clone(), got.lines());
    }
    lines.join("\n") + "\n"
}
