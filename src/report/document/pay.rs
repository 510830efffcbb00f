//! Columns and cells of a pay.

use super::block::{Cell, Column};
use crate::quantity::{Pay, Percentile};

pub(crate) fn pay_columns() -> Vec<Column> {
    let mut columns: Vec<Column> = Percentile::ALL.into_iter().map(percentile_column).collect();
    columns.push(Column::same("mean"));
    columns
}

pub(crate) const fn percentile_column(percentile: Percentile) -> Column {
    match percentile {
        Percentile::P50 => Column::new("p50", "median"),
        other => Column::same(other.name()),
    }
}

pub(crate) fn pay_cells(pay: &Pay) -> Vec<Cell> {
    let mut cells: Vec<Cell> = pay.percentiles.amounts().into_iter().map(Cell::from).collect();
    cells.push(pay.mean.into());
    cells
}

const MIDDLE: [Percentile; 3] = [Percentile::P25, Percentile::P50, Percentile::P75];

pub(crate) fn middle_columns() -> Vec<Column> {
    let mut columns: Vec<Column> = MIDDLE.into_iter().map(percentile_column).collect();
    columns.push(Column::same("mean"));
    columns
}

pub(crate) fn middle_cells(pay: &Pay) -> Vec<Cell> {
    let mut cells: Vec<Cell> =
        MIDDLE.into_iter().map(|p| Cell::from(pay.percentiles.at(p))).collect();
    cells.push(pay.mean.into());
    cells
}
