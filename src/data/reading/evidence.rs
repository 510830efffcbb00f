use serde::{Deserialize, Serialize};

use super::fields::Fields;
use super::range::{ValueRange, effect_of};
use super::rows::record;
use super::sources::{Citations, SourceIndex};
use crate::quantity::{Dollars, LogEffect, named};

named! {
    /// How a number came to be, from the firmest to the loosest.
    #[derive(PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Basis {
        /// Printed by its source as it is here.
        Published = "published",
        /// A formula on published numbers.
        Derived = "derived",
        /// A choice of this project, with its reason.
        Assumption = "assumption",
    }
}

named! {
    /// What kind of average a published pay is.
    #[derive(Serialize, Deserialize)]
    pub enum Statistic {
        /// The arithmetic mean.
        Mean = "mean",
        /// The value in the middle.
        Median = "median",
    }
}

/// The numbers behind an effect.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Measure {
    /// A pay over a reference of the same population, statistic and year.
    PayOverReference {
        /// The pay of those with this level.
        pay: Dollars,
        /// The pay it is compared with.
        reference: Dollars,
        /// What kind of average both are.
        statistic: Statistic,
    },
    /// A ratio stated as such.
    Ratio(f64),
}

impl Measure {
    /// Reads `pay` and `reference`, or `ratio`, with its `statistic`, and their effect on the log
    /// scale.
    pub(crate) fn read(row: &mut Fields<'_>, bounds: ValueRange) -> Option<(Self, LogEffect)> {
        let statistic = row.one_of(
            "statistic",
            &[
                ("mean", Some(Statistic::Mean)),
                ("median", Some(Statistic::Median)),
                ("ratio", None),
            ],
        );
        let Some(statistic) = statistic else {
            // Without it nobody knows which of the keys belong here, so none of them is refused.
            for key in ["pay", "reference", "ratio"] {
                row.optional(key);
            }
            return None;
        };
        let Some(statistic) = statistic else {
            let with_effect = |ratio| effect_of(ratio).map(|effect| (Self::Ratio(ratio), effect));
            return row.quantity("ratio", with_effect);
        };
        let pay = row.dollars("pay", bounds);
        let reference = row.dollars("reference", bounds);
        let (pay, reference) = (pay?, reference?);
        let effect = effect_of(pay.get() / reference.get());
        if let Err(error) = &effect {
            row.problem_at("pay", format!("`pay` over `reference`: {error}"));
        }
        Some((Self::PayOverReference { pay, reference, statistic }, effect.ok()?))
    }
}

/// How a row came to be: its basis, its sources and what must be said with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// How the number came to be.
    pub basis: Basis,
    /// The sources, at least one.
    pub sources: Vec<SourceIndex>,
    /// The substitute and what it replaces, when the figures have no row of its own for this level.
    pub stand_in: Option<String>,
    /// What a reader should know before relying on it.
    pub note: Option<String>,
}

impl Evidence {
    pub(crate) fn read(row: &mut Fields<'_>, sources: &Citations) -> Option<Self> {
        record!(Self {
            basis: row.choice("basis"),
            sources: sources.cited(row),
            stand_in: Some(row.optional_string("stand_in")),
            note: Some(row.optional_string("note")),
        })
    }
}
