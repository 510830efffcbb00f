use serde::{Deserialize, Serialize};

use super::parameters::read_range;
use crate::data::reading::{Citations, Evidence, Fields, Quoted};
use crate::quantity::Dollars;

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

/// A cost that answers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostItem {
    /// A certificate programme.
    Tuition,
    /// An accelerated programme.
    AcceleratedTuition,
    /// Code books.
    Books,
    /// An exam with a second attempt.
    Exam,
    /// Dues, a year.
    Membership,
}

impl CostItem {
    /// Every cost that answers count, with its unit.
    pub const ALL: [Self; 5] =
        [Self::Tuition, Self::AcceleratedTuition, Self::Books, Self::Exam, Self::Membership];

    /// The name of the row in the table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tuition => "tuition",
            Self::AcceleratedTuition => "accelerated-tuition",
            Self::Books => "books",
            Self::Exam => "exam-two-attempts",
            Self::Membership => "membership",
        }
    }

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

    /// Every row in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Cost> {
        self.0.iter()
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        let bounds = table.range();
        let mut costs: Vec<Cost> = Vec::new();
        table.tables("rows", |row| {
            let item = row.owned_text("item");
            let label = row.owned_text("label");
            let value = row.quantity("value", |value| bounds.dollars(value));
            let value = value.map(Dollars::get);
            let range = read_range(row, value);
            let unit = row.owned_text("unit");
            let evidence = Evidence::read(row, sources);
            let item = item?;
            if costs.iter().any(|other| other.item == item) {
                row.problem_at("item", format!("{} is stated twice", Quoted(&item)));
            }
            let unit = unit?;
            let known = CostItem::ALL.into_iter().find(|known| known.name() == item);
            if let Some(known) = known
                && known.unit() != unit
            {
                let message = format!("`unit` is {}, not `{}`", Quoted(&unit), known.unit());
                row.problem_at("unit", message);
            }
            costs.push(Cost {
                item,
                label: label?,
                value: value?,
                range,
                unit,
                evidence: evidence?,
            });
            Some(())
        });
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
