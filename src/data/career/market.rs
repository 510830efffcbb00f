use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Fields, Quoted, SourceIndex, record};

/// Facts about the market that answers quote with the numbers; none enters a formula.
///
/// ```
/// use mbc_calc::data::FactValue;
/// let market = mbc_calc::built_in().market;
/// let newest = market.fact("cpt-changes").unwrap();
/// assert_eq!(newest.value, FactValue::Changes { added: 288, deleted: 84, revised: 46 });
/// let of_2020 = market.iter().find(|fact| fact.item == "denial-rate" && fact.period == "2020");
/// assert_eq!(of_2020.unwrap().value, FactValue::Number(10.15));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Market(Vec<MarketFact>);

/// One published fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarketFact {
    /// The name by which answers ask for it.
    pub item: String,
    /// The value in its unit.
    pub value: FactValue,
    /// A word that bounds the value, such as `over`.
    pub bound: Option<String>,
    /// The unit of the value.
    pub unit: String,
    /// The time that the value describes, such as `May 2025` or `2024-34`.
    pub period: String,
    /// The first year of the period.
    pub year: u32,
    /// What a reader should know of it.
    pub note: Option<String>,
    /// Where it was published.
    pub sources: Vec<SourceIndex>,
}

/// The value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum FactValue {
    /// One number.
    Number(f64),
    /// From the lower to the higher number.
    Range {
        /// The lower number.
        low: f64,
        /// The higher number.
        high: f64,
    },
    /// How many entries of a code set changed.
    Changes {
        /// New ones.
        added: u32,
        /// Dropped ones.
        deleted: u32,
        /// Reworded ones.
        revised: u32,
    },
}

impl FactValue {
    /// The number, where the fact is one.
    #[must_use]
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Range { .. } | Self::Changes { .. } => None,
        }
    }
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
        self.fact(Self::QUOTED[0])
            .expect("a market table without the facts that answers quote is refused")
    }

    /// The fact about an item with the newest period.
    #[must_use]
    pub fn fact(&self, item: &str) -> Option<&MarketFact> {
        self.facts(item).into_iter().next()
    }

    /// Every fact about an item, the newest period first.
    #[must_use]
    pub fn facts(&self, item: &str) -> Vec<&MarketFact> {
        let mut facts: Vec<_> = self.0.iter().filter(|fact| fact.item == item).collect();
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.year));
        facts
    }

    /// Every fact in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &MarketFact> {
        self.0.iter()
    }

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        let mut facts: Vec<MarketFact> = Vec::new();
        table.tables("rows", |row| {
            let fact = read_fact(row, sources)?;
            let same =
                |other: &MarketFact| (&other.item, &other.period) == (&fact.item, &fact.period);
            if facts.iter().any(same) {
                let (item, period) = (Quoted(&fact.item), Quoted(&fact.period));
                row.problem_at("item", format!("the fact {item} of {period} is stated twice"));
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

fn read_fact(row: &mut Fields<'_>, sources: &Citations) -> Option<MarketFact> {
    let fact = record!(MarketFact {
        item: row.string("item"),
        value: read_value(row),
        bound: Some(row.optional_string("bound")),
        unit: row.string("unit"),
        period: row.string("period"),
        year: period.as_deref().map(|period| first_year(period).unwrap_or_default()),
        note: Some(row.optional_string("note")),
        sources: sources.cited(row),
    })?;
    if fact.year == 0 {
        row.problem_at("period", format!("`period` is {}, without a year", Quoted(&fact.period)));
        return None;
    }
    Some(fact)
}

/// A number, a range or three counts: whichever keys are there.
fn read_value(row: &mut Fields<'_>) -> Option<FactValue> {
    const COUNTS: [&str; 3] = ["added", "deleted", "revised"];
    let number = row.optional_number("value");
    let [low, high] = ["low", "high"].map(|key| row.optional_number(key));
    let counts = COUNTS.map(|key| row.optional_whole(key));
    let value = match (number, low, high, counts) {
        (Some(number), None, None, [None, None, None]) => FactValue::Number(number),
        (None, Some(low), Some(high), [None, None, None]) if low < high => {
            FactValue::Range { low, high }
        }
        (None, None, None, [Some(added), Some(deleted), Some(revised)]) => {
            FactValue::Changes { added, deleted, revised }
        }
        // A key that could not be read has its problem already.
        _ if !row.is_sound() => return None,
        _ => {
            row.problem_here(
                "a fact has either `value`, or `low` and `high`, the lower first, or `added`, \
                 `deleted` and `revised`",
            );
            return None;
        }
    };
    Some(value)
}

/// The first four digits in a row, as a year.
fn first_year(period: &str) -> Option<u32> {
    let digits = period.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 4)?;
    digits.parse().ok()
}
