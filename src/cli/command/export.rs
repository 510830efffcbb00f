use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use tempfile::NamedTempFile;

use crate::cli::{context::Context, failure::Failure, output, tables::known_table};
use crate::data::TABLE_NAMES;
use crate::report::Export;

#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// The folder to write to; it is made when it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The tables to write [default: all]
    #[arg(value_name = "TABLE")]
    tables: Vec<String>,
    /// Replace files that are there
    #[arg(long)]
    overwrite: bool,
}

/// Writes the built-in tables as files: all of them, or none.
pub(crate) fn run(command: &ExportArguments, context: &Context<'_>) -> Result<(), Failure> {
    if context.data.is_some() {
        let message = "the built-in tables are exported, which `--data` cannot change";
        return Err(Failure::usage(message, "leave `--data` out"));
    }
    let mut names = Vec::new();
    for table in &command.tables {
        let name = known_table(table)?;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        names.extend(TABLE_NAMES);
    }
    let files: Vec<(PathBuf, &str)> =
        names.iter().map(|name| (command.folder.join(format!("{name}.toml")), *name)).collect();
    if !command.overwrite {
        let there = files.iter().filter(|(path, _)| path.symlink_metadata().is_ok());
        let there: Vec<String> = there.map(|(path, _)| path.display().to_string()).collect();
        if !there.is_empty() {
            return Err(Failure::Exists { names: there });
        }
    }
    write(&command.folder, &files)
        .map_err(|source| Failure::Write { name: command.folder.display().to_string(), source })?;
    let tables = crate::built_in();
    let written: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
    output::print(&Export { tables: &tables, files: &written }, context)
}

/// Writes every text to a temporary file before the first is renamed.
fn write(folder: &Path, files: &[(PathBuf, &str)]) -> io::Result<()> {
    let texts = crate::built_in_texts();
    fs::create_dir_all(folder)?;
    let mut ready: Vec<(NamedTempFile, &Path)> = Vec::new();
    for (path, name) in files {
        let mut file = output::new_file_in(folder)?;
        file.write_all(texts.text(name).as_bytes())?;
        file.flush()?;
        ready.push((file, path));
    }
    for (file, path) in ready {
        file.persist(path)?;
    }
    Ok(())
}
