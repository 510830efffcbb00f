//! Reads the rows of a table.

use super::fields::Fields;
use super::problem::Quoted;
use super::range::ValueRange;
use super::spelling::UniqueNames;
use crate::quantity::Dollars;

/// A struct of fields that are all read before an absent one makes the whole absent: so every problem
/// of a row is reported at once.
macro_rules! record {
    ($name:ident { $($field:ident $(: $read:expr)?),+ $(,)? }) => {
        'record: {
            $($(let $field = $read;)?)+
            $(let Some($field) = $field else { break 'record None };)+
            Some($name { $($field),+ })
        }
    };
}
pub(crate) use record;

impl<'t> Fields<'t> {
    /// An amount above 0 that must be there, within the range of the table.
    pub(crate) fn dollars(&mut self, key: &'static str, range: ValueRange) -> Option<Dollars> {
        self.quantity(key, |amount| range.dollars(amount))
    }

    /// A list of tables below this one, each called by its own `name`; a problem at `key` calls
    /// `what` it is that has the name of another.
    pub(crate) fn named_tables<T>(
        &mut self,
        list: &'static str,
        (key, what): (&str, &str),
        mut read: impl FnMut(&mut Fields<'t>) -> Option<T>,
        name: impl Fn(&T) -> &str,
    ) -> Vec<T> {
        let mut found: Vec<T> = Vec::new();
        self.tables(list, |row| {
            let next = read(row)?;
            if found.iter().any(|other| name(other) == name(&next)) {
                row.problem_at(key, format!("{what}{} is stated twice", Quoted(name(&next))));
            } else {
                found.push(next);
            }
            Some(())
        });
        found
    }

    /// Registers the names of this table; nothing, with a problem at `key`, when one is taken.
    pub(crate) fn register<'a>(
        &mut self,
        key: &str,
        names: impl Iterator<Item = &'a str>,
        taken: &mut UniqueNames,
    ) -> Option<()> {
        match taken.register(names) {
            None => Some(()),
            Some(name) => {
                self.problem_at(key, format!("the name {} is stated twice", Quoted(name)));
                None
            }
        }
    }
}
