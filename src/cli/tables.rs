use std::fs;
use std::path::{Path, PathBuf};

use super::context::Context;
use super::failure::Failure;
use super::input;
use super::terminal::printable;
use crate::data::{Message, Quoted, TABLE_NAMES, TableErrors, TableTexts, Tables, nearest};

/// The built-in tables, with the user's in their place if `--data` names a folder. They are kept until the
/// program ends: to give each text back at its end takes a third of the time of reading it.
pub(super) fn read(context: &Context<'_>) -> Result<&'static Tables, Failure> {
    let tables = match context.data {
        Some(folder) => UserTables::read(folder, context)?.tables()?,
        None => crate::built_in(),
    };
    Ok(Box::leak(Box::new(tables)))
}

/// The texts of the tables, and the files of a folder that are no tables.
#[derive(Debug)]
pub(super) struct UserTables {
    /// The built-in texts with those of the folder in their place.
    pub(super) texts: TableTexts<'static>,
    /// A message for each file with the name of no table.
    pub(super) unknown: Vec<Message>,
}

impl UserTables {
    /// The texts that answers are made from: the built-in ones, with those of `--data`.
    pub(super) fn of(context: &Context<'_>) -> Result<Self, Failure> {
        context.data.map_or_else(|| Ok(Self::built_in()), |folder| Self::read(folder, context))
    }

    fn built_in() -> Self {
        Self { texts: crate::built_in_texts(), unknown: Vec::new() }
    }

    /// Reads every table of a folder; a note says so if there is none.
    pub(super) fn read(folder: &Path, context: &Context<'_>) -> Result<Self, Failure> {
        let mut read = Self::built_in();
        let files = files(folder)
            .map_err(|source| Failure::Read { name: folder.display().to_string(), source })?;
        if files.is_empty() {
            let name = printable(&folder.display().to_string());
            context.note(&format!("`{name}` holds no table: the built-in tables answer\n"));
        }
        for (name, path) in files {
            if TABLE_NAMES.contains(&name.as_str()) {
                read.texts.replace(&name, path.display().to_string(), input::table(&path)?);
            } else {
                read.unknown.push(not_a_table(&name, &path));
            }
        }
        Ok(read)
    }

    /// The tables, checked.
    pub(super) fn tables(&self) -> Result<Tables, Failure> {
        match Tables::read_texts(&self.texts) {
            Ok(tables) if self.unknown.is_empty() => Ok(tables),
            read => {
                let errors = read.err().unwrap_or(TableErrors(Vec::new()));
                Err(Failure::Tables { unknown: self.unknown.clone(), errors })
            }
        }
    }
}

/// The name and path of every `.toml` file of a folder, in alphabetical order; hidden files, which
/// editors leave behind, are skipped.
fn files(folder: &Path) -> std::io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(name) = file.strip_suffix(".toml").filter(|_| !file.starts_with('.')) {
            files.push((name.to_owned(), path));
        }
    }
    files.sort();
    Ok(files)
}

/// The canonical name of a table.
pub(super) fn known_table(name: &str) -> Result<&'static str, Message> {
    let typed = name.trim().strip_suffix(".toml").unwrap_or(name.trim());
    let typed = typed.to_lowercase().replace('-', "_");
    TABLE_NAMES
        .into_iter()
        .find(|known| *known == typed)
        .ok_or_else(|| no_table(format!("no table is called {}", Quoted(name)), &typed, ""))
}

fn not_a_table(name: &str, path: &Path) -> Message {
    let file = path.display().to_string();
    no_table(format!("{} is called like no table", Quoted(&file)), name, ".toml")
}

/// The message with the nearest name, which `ending` follows, as its hint, or all of them.
fn no_table(message: String, name: &str, ending: &str) -> Message {
    let hint = match nearest(name, TABLE_NAMES) {
        Some(near) => format!("did you mean `{near}{ending}`?"),
        None => format!("the tables are {}", TABLE_NAMES.join(", ")),
    };
    Message::new(message).with_hint(hint)
}
