use crate::engine::{Comparison, Estimate};
use crate::report::document::{Cell, Row};

/// Every profile with its name, the base first.
pub(super) fn all<'c, 't>(
    comparison: &'c Comparison<'t>,
) -> impl Iterator<Item = (&'c str, &'c Estimate<'t>)> {
    let others = comparison.others.iter().map(|other| (other.name.as_str(), &other.estimate));
    std::iter::once((comparison.base_name.as_str(), &comparison.base)).chain(others)
}

/// The row of a profile in a table.
pub(super) fn row(block: &str, name: &str, cells: Vec<Cell>) -> Row {
    Row::new(format!("{block}.{name}"), name.to_owned(), cells)
}
