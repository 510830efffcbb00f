//! Columns and cells of a pay: its percentiles, or those in the middle, and its mean.

use super::block::{Cell, Column};
use crate::quantity::{Pay, Percentile};

const MIDDLE: [Percentile; 3] = [Percentile::P25, Percentile::P50, Percentile::P75];

pub(crate) fn pay_columns() -> Vec<Column> {
    columns(&Percentile::ALL)
}

pub(crate) fn middle_columns() -> Vec<Column> {
    columns(&MIDDLE)
}

pub(crate) fn pay_cells(pay: &Pay) -> Vec<Cell> {
    cells(&Percentile::ALL, pay)
}

pub(crate) fn middle_cells(pay: &Pay) -> Vec<Cell> {
    cells(&MIDDLE, pay)
}

fn columns(percentiles: &[Percentile]) -> Vec<Column> {
    let columns = percentiles.iter().map(|percentile| match percentile {
        Percentile::P50 => Column::new("p50", "median"),
        other => Column::same(other.name()),
    });
    columns.chain([Column::same("mean")]).collect()
}

fn cells(percentiles: &[Percentile], pay: &Pay) -> Vec<Cell> {
    let amounts = percentiles.iter().map(|&percentile| pay.percentiles.at(percentile));
    amounts.chain([pay.mean]).map(Cell::from).collect()
}
