//! What is fixed about a fact.

use super::table_names::TableName;
use crate::data::Tables;
use crate::quantity::WorkStyle;

/// The questions that a fact bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Pay, and all that follows from it.
    Pay,
    /// Taxes on pay.
    Taxes,
    /// The course of a career.
    Career,
    /// The person who asks for a verdict.
    You,
}

/// What values a fact has.
#[derive(Clone, Copy, Debug)]
pub(super) enum Values {
    /// Numbers, or names that are too many to list.
    Open,
    /// Names of a table.
    InTable(for<'t> fn(&'t Tables) -> Vec<TableName<'t>>),
    /// A fixed set of words.
    OneOf(fn() -> Vec<&'static str>),
    /// Yes, no or unknown.
    YesOrNo,
}

/// What a fact can be that is true, false or not known.
pub(super) const YES_OR_NO: [&str; 3] = ["yes", "no", "unknown"];

/// What is fixed about a fact.
#[derive(Debug)]
pub struct FactRow {
    /// The name in files and answers; a flag has hyphens in place of the underscores.
    pub name: &'static str,
    /// The questions that it bears on.
    pub group: Group,
    /// What the help calls its value, such as `STATE`.
    pub value_name: &'static str,
    /// What it is, in one line without a stop.
    pub help: &'static str,
    /// A paragraph of the long help, after the short help.
    pub more_help: Option<&'static str>,
    /// Whether a value may begin with a minus sign, to be refused as a number and not as a flag.
    pub is_signed: bool,
    /// The value of a flag without one; `None` where it needs one.
    pub bare_value: Option<&'static str>,
    /// The commands that show the flag in `-h`; the others in `--help` only.
    pub common_in: &'static [&'static str],
    /// Other names that mean the same in files; a flag has hyphens there too.
    pub aliases: &'static [&'static str],
    pub(super) values: Values,
    pub(super) takes_a_list: bool,
    pub(super) work_style: Option<WorkStyle>,
}

impl FactRow {
    pub(super) const fn new(
        name: &'static str,
        group: Group,
        value_name: &'static str,
        help: &'static str,
    ) -> Self {
        Self {
            name,
            group,
            value_name,
            help,
            more_help: None,
            values: Values::Open,
            takes_a_list: false,
            is_signed: false,
            bare_value: None,
            aliases: &[],
            common_in: &[],
            work_style: None,
        }
    }

    /// Other names of the same fact.
    pub(super) const fn also(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    pub(super) const fn more(self, text: &'static str) -> Self {
        Self { more_help: Some(text), ..self }
    }

    /// A number.
    pub(super) const fn signed(self) -> Self {
        Self { is_signed: true, ..self }
    }

    pub(super) const fn list(self) -> Self {
        Self { takes_a_list: true, ..self }
    }

    pub(super) const fn in_table(
        self,
        names: for<'t> fn(&'t Tables) -> Vec<TableName<'t>>,
    ) -> Self {
        Self { values: Values::InTable(names), ..self }
    }

    pub(super) const fn one_of(self, words: fn() -> Vec<&'static str>) -> Self {
        Self { values: Values::OneOf(words), ..self }
    }

    pub(super) const fn yes_or_no(self) -> Self {
        Self { values: Values::YesOrNo, ..self }
    }

    pub(super) const fn bare(self, value: &'static str) -> Self {
        Self { bare_value: Some(value), ..self }
    }

    pub(super) const fn common_in(self, commands: &'static [&'static str]) -> Self {
        Self { common_in: commands, ..self }
    }

    pub(super) const fn work_style(self, style: WorkStyle) -> Self {
        Self { work_style: Some(style), ..self }.yes_or_no()
    }
}
