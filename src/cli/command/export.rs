use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::new_file::NewFile;
use crate::cli::target::Target;
use crate::cli::{context::Context, failure::Failure, new_file, output, tables::known_table};
use crate::data::{TABLE_NAMES, TableTexts};
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
    let texts = crate::built_in_texts();
    let is_new = command.folder.symlink_metadata().is_err() && command.folder.file_name().is_some();
    let written = if is_new {
        write_folder(&command.folder, &texts, &files)
    } else {
        write_files(&texts, &files)
    };
    written
        .map_err(|(path, source)| Failure::Write { name: path.display().to_string(), source })?;
    let tables = crate::built_in();
    let written: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
    output::print(&Export { tables: &tables, files: &written }, context)
}

/// Writes a new folder: its files first, without names where the system allows it, then a hidden
/// folder of them, which is moved to its place.
fn write_folder(folder: &Path, texts: &TableTexts<'_>, files: &[(PathBuf, &str)]) -> Written {
    let failed = |source| (folder.to_owned(), source);
    let parent = new_file::folder_of(folder);
    fs::create_dir_all(parent).map_err(failed)?;
    let mut ready = Vec::new();
    for (path, name) in files {
        let begun = NewFile::begin_without_place(parent).and_then(|mut file| {
            file.write_all(texts.text(name).as_bytes())?;
            file.make_ready()?;
            Ok(file)
        });
        ready.push((path, begun.map_err(|source| (path.clone(), source))?));
    }
    let new = new_file::hidden(0o777).tempdir_in(parent).map_err(failed)?;
    for (path, file) in ready {
        let place = new.path().join(path.file_name().unwrap_or_default());
        file.finish_at(place).map_err(|source| (path.clone(), source))?;
    }
    fs::rename(new.path(), folder).map_err(failed)?;
    // It has its place, so nothing is to be removed.
    let _ = new.keep();
    Ok(())
}

/// Writes files to a folder that is there: each is ready before the first is moved to its place.
fn write_files(texts: &TableTexts<'_>, files: &[(PathBuf, &str)]) -> Written {
    let mut ready = Vec::new();
    for (path, name) in files {
        let begun = Target::of_file(path).and_then(|mut target| {
            target.write_all(texts.text(name).as_bytes())?;
            target.make_ready()?;
            Ok(target)
        });
        ready.push((path, begun.map_err(|source| (path.clone(), source))?));
    }
    for (path, target) in ready {
        target.finish_ready().map_err(|source| (path.clone(), source))?;
    }
    Ok(())
}

/// What was not written, and why not.
type Written = Result<(), (PathBuf, io::Error)>;
