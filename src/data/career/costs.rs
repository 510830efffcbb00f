use serde::{Deserialize, Serialize};

use super::parameters::read_range;
use crate::data::reading::{Citations, Evidence, Fields, Quoted, record};
use crate::quantity::{Dollars, named};

/// What it costs to enter the field and stay in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Costs(Vec<Cost>);

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    /// The name of the row.
    pub item: String,
    /// What is paid for, in words.
    pub label: String,
    /// The value in its unit.
    pub value: f64,
    /// The lowest and the highest value, where a source gives a range.
    pub range: Option<(f64, f64)>,
    /// The unit, such as `USD`.
    pub unit: String,
    /// How the value came to be.
    pub evidence: Evidence,
}

named! {
    /// A cost that answers count.
    pub enum CostItem {
        /// A certificate program.
        Tuition = "tuition",
        /// An accelerated program.
        AcceleratedTuition = "accelerated-tuition",
        /// Code books.
        Books = "books",
        /// An exam with a second attempt.
        Exam = "exam-two-attempts",
        /// Dues, a year.
        Membership = "membership",
    }
}

impl CostItem {
    const fn unit(self) -> &'static str {
        match self {
            Self::Membership => "USD/year",
            _ => "USD",
        }
    }
}

impl Costs {
    /// The row of a cost that answers count.
    ///
    /// # Panics
    /// Never: a table without one of them is refused when it is read.
    #[must_use]
    pub fn get(&self, item: CostItem) -> &Cost {
        let found = self.0.iter().find(|cost| cost.item == item.name());
        found.expect("a table without a cost that answers count is refused")
    }

    /// The amount of a cost that answers count, in dollars or dollars a year.
    ///
    /// # Panics
    /// Never: an amount of the table is finite and above zero.
    #[must_use]
    pub fn amount(&self, item: CostItem) -> Dollars {
        Dollars::new(self.get(item).value).expect("an amount of the table is above zero")
    }

    /// The same with another amount for a cost that answers count.
    #[must_use]
    pub fn with(mut self, item: CostItem, value: f64) -> Self {
        for cost in self.0.iter_mut().filter(|cost| cost.item == item.name()) {
            cost.value = value;
        }
        self
    }

    /// Every row in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Cost> {
        self.0.iter()
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        let bounds = table.range();
        let read = |row: &mut Fields<'_>| {
            let cost = record!(Cost {
                item: row.string("item"),
                label: row.string("label"),
                value: row.dollars("value", bounds).map(Dollars::get),
                range: Some(read_range(row, value)),
                unit: row.string("unit"),
                evidence: Evidence::read(row, sources),
            })?;
            let known = CostItem::named(&cost.item);
            if let Some(unit) = known.map(CostItem::unit).filter(|unit| *unit != cost.unit) {
                let message = format!("`unit` is {}, not `{unit}`", Quoted(&cost.unit));
                row.problem_at("unit", message);
            }
            Some(cost)
        };
        let costs = table.named_tables("rows", ("item", ""), read, |cost| &cost.item);
        let missing = |item: &CostItem| !costs.iter().any(|cost| cost.item == item.name());
        if table.is_sound()
            && let Some(item) = CostItem::ALL.into_iter().find(missing)
        {
            table.problem_here(format!(
                "the cost `{}`, which answers count, is missing",
                item.name()
            ));
        }
        Self(costs)
    }
}
