use serde::{Deserialize, Serialize};

use super::fields::Fields;
use super::problem::Quoted;
use super::sources::{SourceIndex, Sources};

/// Facts about the market that answers quote beside the numbers; none enters a formula.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Market(Vec<MarketFact>);

/// One published fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarketFact {
    /// The name by which answers ask for it.
    pub item: String,
    /// The value in its unit.
    pub value: f64,
    /// A word that bounds the value, such as `over`.
    pub bound: Option<String>,
    /// The unit of the value.
    pub unit: String,
    /// The time that the value describes.
    pub period: String,
    /// What a reader should know of it.
    pub note: String,
    /// Where it was published.
    pub sources: Vec<SourceIndex>,
}

impl Market {
    /// The facts that answers quote: a table without one of them is refused.
    const QUOTED: [&'static str; 1] = ["geo-pay-residence"];

    /// The share of employers who pay remote workers by where they live.
    ///
    /// # Panics
    /// Never: a table without this fact is refused when it is read.
    #[must_use]
    pub fn residence_scale(&self) -> &MarketFact {
        self.0
            .iter()
            .find(|fact| fact.item == Self::QUOTED[0])
            .expect("a market table without the facts that answers quote is refused")
    }

    /// Every fact in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &MarketFact> {
        self.0.iter()
    }

    pub(super) fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        self.0.iter().flat_map(|fact| fact.sources.iter().copied())
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Sources) -> Self {
        let mut facts: Vec<MarketFact> = Vec::new();
        table.tables("rows", |row| {
            let item = row.owned_text("item");
            let value = row.number("value");
            let bound = row.optional_owned_text("bound");
            let unit = row.owned_text("unit");
            let period = row.owned_text("period");
            let note = row.owned_text("note");
            let cited = sources.cited(row);
            let fact = MarketFact {
                item: item?,
                value: *value?.get_ref(),
                bound,
                unit: unit?,
                period: period?,
                note: note?,
                sources: cited?,
            };
            if facts.iter().any(|other| other.item == fact.item) {
                let message = format!("the fact {} is stated twice", Quoted(&fact.item));
                row.problem_at("item", message);
                return None;
            }
            facts.push(fact);
            Some(())
        });
        let missing = |item: &&str| !facts.iter().any(|fact| fact.item == *item);
        if table.is_sound()
            && let Some(item) = Self::QUOTED.iter().find(|item| missing(item))
        {
            table.problem_here(format!("the fact `{item}`, which answers quote, is missing"));
        }
        Self(facts)
    }
}
