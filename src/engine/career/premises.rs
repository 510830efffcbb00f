//! The tables of a career, as they are or with one row changed.

use crate::data::{Career, CareerNumber, CareerSpan, CostItem, Costs, Tables};
use crate::quantity::Triangular;

/// The tables, with the parameters and the costs of the career that count.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct Premises<'t> {
    pub(in crate::engine) tables: &'t Tables,
    pub(super) career: &'t Career,
    pub(super) costs: &'t Costs,
}

impl<'t> Premises<'t> {
    /// The tables as they are.
    pub(in crate::engine) const fn new(tables: &'t Tables) -> Self {
        Self { tables, career: &tables.career, costs: &tables.costs }
    }

    pub(in crate::engine) fn number(&self, number: CareerNumber) -> f64 {
        self.career.number(number).value
    }

    pub(in crate::engine) fn span(&self, span: CareerSpan) -> Triangular {
        self.career.span(span).value
    }

    /// The amount of a cost, in dollars or dollars a year.
    pub(in crate::engine) fn cost(&self, item: CostItem) -> f64 {
        self.costs.get(item).value
    }
}
