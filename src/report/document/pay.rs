//! Columns and cells of a pay: its percentiles and its mean.

use super::block::{Cell, Column};
use crate::quantity::{Pay, Percentile};

pub(crate) fn pay_columns() -> Vec<Column> {
    let columns = Percentile::ALL.iter().map(|percentile| match percentile {
        Percentile::P50 => Column::new("p50", "median"),
        other => Column::same(other.name()),
    });
    columns.chain([Column::same("mean")]).collect()
}

pub(crate) fn pay_cells(pay: &Pay) -> Vec<Cell> {
    let amounts = Percentile::ALL.iter().map(|&percentile| pay.percentiles.at(percentile));
    amounts.chain([pay.mean]).map(Cell::from).collect()
}
