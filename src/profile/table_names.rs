//! The names of tables that a fact can be, for whoever lists them.

use std::borrow::Cow;

use crate::data::{LevelTable, PlaceKind, Tables};

/// A name that a fact can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableName<'t> {
    /// The name.
    pub name: Cow<'t, str>,
    /// Its meaning in words, where the name alone does not show it.
    pub help: Option<&'t str>,
}

impl<'t> TableName<'t> {
    /// A name that needs no help.
    pub(super) fn new(name: impl Into<Cow<'t, str>>) -> Self {
        Self { name: name.into(), help: None }
    }

    fn with_help(name: impl Into<Cow<'t, str>>, help: &'t str) -> Self {
        Self { help: Some(help), ..Self::new(name) }
    }
}

/// Every place below the nation by code, then by name.
pub(super) fn places(tables: &Tables) -> Vec<TableName<'_>> {
    let places = || tables.geography.iter().filter(|place| place.kind != PlaceKind::Nation);
    let codes = places().map(|place| TableName::with_help(place.code.to_string(), &place.name));
    codes.chain(places().map(|place| TableName::new(&place.name))).collect()
}

pub(super) fn credentials(tables: &Tables) -> Vec<TableName<'_>> {
    tables.credentials.iter().map(|(_, c)| TableName::with_help(&c.id, &c.name)).collect()
}

pub(super) fn specialties(tables: &Tables) -> Vec<TableName<'_>> {
    levels(&tables.specialties)
}

pub(super) fn settings(tables: &Tables) -> Vec<TableName<'_>> {
    levels(&tables.settings)
}

pub(super) fn education(tables: &Tables) -> Vec<TableName<'_>> {
    levels(&tables.education)
}

fn levels(table: &LevelTable) -> Vec<TableName<'_>> {
    table.iter().map(|(_, level)| TableName::with_help(&level.id, &level.label)).collect()
}

pub(super) fn roles(tables: &Tables) -> Vec<TableName<'_>> {
    let field = TableName::with_help(tables.occupations.field_name(), "the field itself");
    let roles = tables.occupations.roles();
    let roles = roles.map(|role| TableName::with_help(role.occupation.name(), &role.workers));
    std::iter::once(field).chain(roles).collect()
}
