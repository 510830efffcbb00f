use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::export;
use crate::cli::tables::{UserTables, known_table};
use crate::cli::{context::Context, failure::Failure, output};
use crate::data::{
    Message, Quoted, TableErrors, TableView, Tables, ViewCell, ViewList, assumptions, differences,
    nearest, source_uses, views, warnings,
};
use crate::engine;
use crate::report::{
    AssumptionList, ClaimDetail, PageContent, SourceList, TableCheck, TableList, TablePage,
    TablesDifference,
};

#[derive(Debug, Args)]
pub(crate) struct DataArguments {
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
    /// Every number that is our choice and not published, with its reason
    Assumptions,
    /// Whether the tables can be used, what in them deserves a look, and published claims
    Check {
        /// Every claim, not only counts.
        #[arg(long, help = "Tell every claim with what the model says, and why it says otherwise")]
        claims: bool,
    },
    /// Write the built-in tables to a folder, as files to edit
    Export(export::ExportArguments),
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
    /// Only the rows of this place, level or name, or part of a name
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Only the rows of this place: code or name, in any case
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
}

/// What the numbers are made from.
pub(crate) fn run(command: &DataArguments, context: &Context<'_>) -> Result<(), Failure> {
    if let DataCommand::Export(command) = &command.command {
        return export::run(command, context);
    }
    let own = UserTables::of(context)?;
    let views = views(&own.texts);
    if let DataCommand::Check { claims } = &command.command {
        let detail = if *claims { ClaimDetail::Each } else { ClaimDetail::Counted };
        return check(&own, &views, detail, context);
    }
    let tables = &own.tables()?;
    match &command.command {
        DataCommand::Show(command) => {
            let view = &shown(command, tables, views)?;
            let page = TablePage { tables, view, content: page_content(command, tables, view) };
            output::print(&page, context)
        }
        DataCommand::Sources => {
            output::print(&SourceList { tables, uses: &source_uses(tables, &views) }, context)
        }
        DataCommand::Assumptions => {
            output::print(&AssumptionList { tables, assumptions: &assumptions(&views) }, context)
        }
        DataCommand::Diff { folder } => difference(&own, tables, folder, context),
        DataCommand::List | DataCommand::Check { .. } | DataCommand::Export(_) => {
            output::print(&TableList { tables, views: &views }, context)
        }
    }
}

/// The rows of a table that a name calls, and those of others that have any.
pub(crate) fn show_rows(
    first: &str,
    others: &[&str],
    name: &str,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let own = UserTables::of(context)?;
    let (views, tables) = (views(&own.texts), &own.tables()?);
    let command = |table: &str| {
        let (table, name) = (table.to_owned(), Some(name.to_owned()));
        ShowArguments { table, name, state: None }
    };
    let command_of_first = command(first);
    let mut view = shown(&command_of_first, tables, views.clone())?;
    // Not every table has a row of everything.
    let others =
        others.iter().filter_map(|table| shown(&command(table), tables, views.clone()).ok());
    for other in others {
        let lists = other
            .lists
            .into_iter()
            .map(|list| ViewList { name: format!("{}.{}", other.name, list.name), ..list });
        view.lists.extend(lists);
    }
    let page =
        TablePage { tables, view: &view, content: page_content(&command_of_first, tables, &view) };
    output::print(&page, context)
}

/// The requested rows.
fn shown(
    command: &ShowArguments,
    tables: &Tables,
    views: Vec<TableView>,
) -> Result<TableView, Failure> {
    let table = match (known_table(&command.table)?, &command.name) {
        // A certification by name has its row among the credentials.
        ("certifications", Some(name)) if tables.credentials.find(name).is_ok() => "credentials",
        (table, _) => table,
    };
    let view = views.into_iter().find(|view| view.name == table);
    let mut view = view.expect("tables that were read can be shown");
    if let Some(state) = &command.state {
        let place = tables.geography.find(state)?;
        let of_place = view.clone().called(place.code.as_str());
        if of_place.lists.is_empty() {
            let message = format!("no row of `{table}` is of {}", place.name);
            return Err(Message::new(message).into());
        }
        view = of_place;
    }
    match &command.name {
        Some(name) => Ok(called(tables, &view, name)?),
        None => Ok(view),
    }
}

/// What people read of the rows; certifications have pages of their own.
fn page_content(command: &ShowArguments, tables: &Tables, view: &TableView) -> PageContent {
    match (view.name.as_str(), &command.name) {
        ("certifications", None) => PageContent::Certifications,
        ("credentials", Some(name)) => tables
            .credentials
            .find(name)
            .map_or(PageContent::Rows, |found| PageContent::Credential(found.credential)),
        _ => PageContent::Rows,
    }
}

/// Rows matching a name, a code or an alias.
fn called(tables: &Tables, view: &TableView, name: &str) -> Result<TableView, Message> {
    let place = || tables.geography.find(name).ok().map(|place| place.code.to_string());
    let credential = || {
        let found = tables.credentials.find(name).ok().filter(|_| view.name == "credentials")?;
        Some(tables.credentials.get(found.credential).id.clone())
    };
    let found = [credential(), Some(name.to_owned()), place()].into_iter().flatten();
    let in_part = std::iter::once_with(|| view.clone().called_in_part(name));
    let mut found = found.map(|name| view.clone().called(&name)).chain(in_part);
    found.find(|found| !found.lists.is_empty()).ok_or_else(|| {
        let message = format!("no row of `{}` is called {}", view.name, Quoted(name));
        let near = nearest(name, view.names()).map(|near| format!("did you mean `{near}`?"));
        let of_places = view.lists.iter().any(|list| list.columns.iter().any(|c| c == "place"));
        let place = || tables.geography.find(name).err().filter(|_| of_places)?.hint;
        let of_credentials = ["certifications", "credentials"].contains(&view.name.as_str());
        let credential = || tables.credentials.find(name).err().filter(|_| of_credentials)?.hint;
        let hint = near.or_else(place).or_else(credential).or_else(|| names_hint(view));
        Message::new(message).with_hint(hint)
    })
}

/// A hint that lists the names of the rows, if they are few.
fn names_hint(view: &TableView) -> Option<String> {
    const MAX_LISTED: usize = 30;
    let rows = view.lists.iter().flat_map(|list| &list.rows);
    let name = |row: &'_ [Option<ViewCell>]| match row.first() {
        Some(Some(ViewCell::Text(name))) => Some(name.clone()),
        _ => None,
    };
    let names: BTreeSet<String> = rows.filter_map(|row| name(row)).collect();
    let listed = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join(", ");
    let are_few = (1..=MAX_LISTED).contains(&names.len());
    are_few.then(|| format!("the rows are {}", listed(names)))
}

fn check(
    own: &UserTables,
    views: &[TableView],
    detail: ClaimDetail,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let (read, errors) = match Tables::read_with_claims(&own.texts) {
        Ok(read) => (Some(read), TableErrors(Vec::new())),
        Err(errors) => (None, errors),
    };
    let tables = read.as_ref().map(|(tables, _)| tables);
    let claims = read.as_ref().map(|(tables, claims)| engine::check_claims(tables, claims));
    let claims = claims.unwrap_or_default();
    let kinds = tables.map(|tables| engine::check_kinds(tables, &claims)).unwrap_or_default();
    let mut warnings = warnings(views, tables);
    warnings.extend(engine::check_accuracy(&kinds));
    let check = TableCheck {
        tables,
        unknown: &own.unknown,
        errors: &errors,
        views,
        warnings: &warnings,
        claims: &claims,
        kinds: &kinds,
        left_out: read.as_ref().map_or(&[], |(_, claims)| claims.left_out()),
        detail,
    };
    output::print(&check, context)?;
    match check.findings() {
        0 => Ok(()),
        _ => Err(Failure::Findings { unknown: own.unknown.clone(), errors }),
    }
}

fn difference(
    own: &UserTables,
    from: &Tables,
    folder: &Path,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let other = UserTables::read(folder, context)?;
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
    output::print(&difference, context)
}
