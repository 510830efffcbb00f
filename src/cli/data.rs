use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::answer::Answer;
use super::args::OutputArguments;
use super::failure::Failure;
use super::tables::FolderTexts;
use super::terminal::Terminal;
use super::{data_export, output};
use crate::data::{
    Quoted, TABLE_NAMES, TableErrors, TableView, Tables, Unknown, differences, nearest,
    source_uses, views, warnings,
};
use crate::engine;
use crate::report::{
    SourceListShape, TableCheck, TableListShape, TableShape, TablesDifference,
    source_list_document, table_check_document, table_difference_document, table_document,
    table_list_document,
};

#[derive(Debug, Args)]
pub(super) struct DataArguments {
    #[command(subcommand)]
    command: DataCommand,
}

#[derive(Debug, Subcommand)]
enum DataCommand {
    /// Every table: what it holds, how many rows, its unit, basis and sources
    List,
    /// The rows of a table, or of one place, level or name in it; what is missing, and why
    Show(ShowArguments),
    /// Where the numbers come from, and how many rows use each source
    Sources,
    /// Whether the tables can be used, and what in them deserves a look
    Check,
    /// Write the built-in tables to a folder, as files to edit
    Export(data_export::ExportArguments),
    /// What the tables of a folder change: row by row, and in the pay of a few people
    Diff {
        /// The folder, as `--data` takes it
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
struct ShowArguments {
    /// The table, such as salaries
    #[arg(value_name = "TABLE")]
    table: String,
    /// Only the rows of this place, level or name
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Only the rows of this place: code or name, in any case
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
}

/// What the numbers are made from.
pub(super) fn run(
    command: &DataArguments,
    folder: Option<&Path>,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<(), Failure> {
    if let DataCommand::Export(command) = &command.command {
        return data_export::run(command, folder, to, terminal);
    }
    let own = match folder {
        Some(folder) => FolderTexts::read(folder, to)?,
        None => FolderTexts::built_in(),
    };
    let views = views(&own.texts);
    if let DataCommand::Check = &command.command {
        return check(&own, &views, to, terminal);
    }
    let tables = &own.tables()?;
    let answer = match &command.command {
        DataCommand::Show(command) => {
            let view = &shown(command, tables, views)?;
            let shape = TableShape { tables, view };
            Answer::of(|| table_document(tables, view), &shape, to, terminal)?
        }
        DataCommand::Sources => {
            let uses = &source_uses(tables, &views);
            let shape = SourceListShape { tables, uses };
            Answer::of(|| source_list_document(tables, uses), &shape, to, terminal)?
        }
        DataCommand::Diff { folder } => difference(&own, tables, folder, to, terminal)?,
        DataCommand::List | DataCommand::Check | DataCommand::Export(_) => {
            let shape = TableListShape { tables, views: &views };
            Answer::of(|| table_list_document(tables, &views), &shape, to, terminal)?
        }
    };
    output::deliver(&answer, to)
}

/// The name of a table as the list of tables writes it.
pub(super) fn known_table(name: &str) -> Result<&'static str, Unknown> {
    let typed = name.trim().strip_suffix(".toml").unwrap_or(name.trim());
    let typed = typed.to_lowercase().replace('-', "_");
    TABLE_NAMES.into_iter().find(|known| *known == typed).ok_or_else(|| {
        let hint = match nearest(&typed, TABLE_NAMES) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the tables are {}", TABLE_NAMES.join(", ")),
        };
        Unknown { message: format!("no table is called {}", Quoted(name)), hint: Some(hint) }
    })
}

/// The rows that are asked for.
fn shown(
    command: &ShowArguments,
    tables: &Tables,
    views: Vec<TableView>,
) -> Result<TableView, Failure> {
    let table = known_table(&command.table)?;
    let view = views.into_iter().find(|view| view.name == table);
    let mut view = view.expect("tables that were read can be shown");
    if let Some(state) = &command.state {
        let place = tables.geography.find(state)?;
        let of_place = view.clone().called(place.code.as_str());
        if of_place.lists.is_empty() {
            let message = format!("no row of `{table}` is of {} alone", place.name);
            return Err(Unknown { message, hint: None }.into());
        }
        view = of_place;
    }
    match &command.name {
        Some(name) => Ok(called(tables, &view, name)?),
        None => Ok(view),
    }
}

/// The rows that a name calls: a place may be called by any of its names.
fn called(tables: &Tables, view: &TableView, name: &str) -> Result<TableView, Unknown> {
    let place = || tables.geography.find(name).ok().map(|place| place.code.to_string());
    let found = [Some(name.to_owned()), place()].into_iter().flatten();
    let mut found = found.map(|name| view.clone().called(&name));
    found.find(|found| !found.lists.is_empty()).ok_or_else(|| {
        let message = format!("no row of `{}` is called {}", view.name, Quoted(name));
        let near = nearest(name, view.names()).map(|near| format!("did you mean `{near}`?"));
        let of_places = view.lists.iter().any(|list| list.columns.iter().any(|c| c == "place"));
        let place = || tables.geography.find(name).err().filter(|_| of_places)?.hint;
        Unknown { message, hint: near.or_else(place) }
    })
}

fn check(
    own: &FolderTexts,
    views: &[TableView],
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let (tables, errors) = match Tables::read_texts(&own.texts) {
        Ok(tables) => (Some(tables), TableErrors(Vec::new())),
        Err(errors) => (None, errors),
    };
    let warnings = &warnings(views, tables.as_ref());
    let check = TableCheck {
        tables: tables.as_ref(),
        unknown: &own.unknown,
        errors: &errors,
        views,
        warnings,
    };
    let answer = Answer::of(|| table_check_document(&check), &check, to, terminal)?;
    output::deliver(&answer, to)?;
    match check.findings() {
        0 => Ok(()),
        _ => Err(Failure::Findings { unknown: own.unknown.clone(), errors }),
    }
}

fn difference(
    own: &FolderTexts,
    from: &Tables,
    folder: &Path,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    let other = FolderTexts::read(folder, to)?;
    let other_tables = other.tables()?;
    let pairs = views(&own.texts).into_iter().zip(views(&other.texts));
    let changes = pairs.map(|(from, to)| (from.name.clone(), differences(&from, &to)));
    let before = engine::example_pay(from).into_iter();
    let people = before.zip(engine::example_pay(&other_tables));
    let difference = TablesDifference {
        from,
        to: &other_tables,
        changes: changes.filter(|(_, changes)| !changes.is_empty()).collect(),
        people: people.map(|((name, before), (_, after))| (name, [before, after])).collect(),
    };
    Answer::of(|| table_difference_document(&difference), &difference, to, terminal)
}
