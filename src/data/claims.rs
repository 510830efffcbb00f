use toml::de::DeValue;

use super::reading::{Citations, Evidence, Fields, Problem, Quoted, ValueRange, found, record};
use super::wages::Geography;
use crate::quantity::{Dollars, Percentile, PlaceCode};

/// Published claims that the model does not use, to hold its answers against.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims(Vec<Claim>);

/// One published claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The name of the claim.
    pub id: String,
    /// What was published, in words.
    pub says: String,
    /// What was published, in figures.
    pub published: Published,
    /// Whom it is about.
    pub people: ClaimPeople,
    /// Which figure of theirs.
    pub statistic: ClaimStatistic,
    /// The share by which an answer may be off; of an order the share of the named places that may
    /// be elsewhere.
    pub tolerance: f64,
    /// Why it may be off by that much.
    pub because: String,
    /// Who was counted.
    pub population: String,
    /// When.
    pub period: String,
    /// How the claim came to be.
    pub evidence: Evidence,
    /// Why the model says otherwise, where it does.
    pub why: Option<String>,
}

/// What a claim says.
#[derive(Clone, Debug, PartialEq)]
pub enum Published {
    /// The people earn this, or something in this range; without an upper end, at least this.
    Value {
        /// The least, in dollars a year.
        low: Dollars,
        /// The most.
        high: Option<Dollars>,
    },
    /// The people earn this many times what others earn.
    Ratio {
        /// How many times.
        ratio: f64,
        /// Whether it is at least that many times.
        at_least: bool,
        /// With whom they are compared.
        against: ClaimPeople,
        /// Which figure of theirs.
        statistic: ClaimStatistic,
    },
    /// These places pay most, or least, in this order.
    Order {
        /// The end of the order.
        end: OrderEnd,
        /// The places, the outermost first.
        places: Vec<PlaceCode>,
    },
}

/// An end of an order of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderEnd {
    /// Those that pay most.
    Highest,
    /// Those that pay least.
    Lowest,
}

/// Whom a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimPeople {
    /// All certified members of the survey that the table of certifications rests on.
    AllCertified,
    /// Someone with these facts, as a profile states them: keys with their texts.
    Person {
        /// The facts.
        facts: Vec<(String, String)>,
        /// The places over which they are averaged by employment; none when it is one place.
        places: Vec<PlaceCode>,
    },
}

/// A figure of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimStatistic {
    /// The average.
    Mean,
    /// The average that the five percentiles describe.
    ImpliedMean,
    /// A percentile.
    Percentile(Percentile),
}

impl ClaimStatistic {
    fn all() -> impl Iterator<Item = Self> {
        [Self::Mean, Self::ImpliedMean].into_iter().chain(Percentile::ALL.map(Self::Percentile))
    }

    /// The word in tables and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::ImpliedMean => "implied-mean",
            Self::Percentile(percentile) => percentile.name(),
        }
    }
}

impl Claims {
    /// Every claim in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Claim> {
        self.0.iter()
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Citations, geography: &Geography) -> Self {
        let bounds = table.range();
        let read = |row: &mut Fields<'_>| read_claim(row, sources, geography, bounds);
        Self(table.named_tables("claim", ("claim", "the claim "), read, |claim| &claim.id))
    }
}

fn read_claim(
    row: &mut Fields<'_>,
    sources: &Citations,
    geography: &Geography,
    bounds: ValueRange,
) -> Option<Claim> {
    let statistics: Vec<_> = ClaimStatistic::all().map(|one| (one.name(), one)).collect();
    record!(Claim {
        id: row.string("claim"),
        says: row.string("says"),
        statistic: row.one_of("statistic", &statistics),
        people: read_people(row, geography, "person", "places"),
        published: read_published(row, geography, bounds, (statistic, &statistics)),
        tolerance: row.quantity("tolerance", |share| match share {
            0.0..=0.5 => Ok(share),
            _ => Err("a tolerance is between 0 and 0.5"),
        }),
        because: row.string("because"),
        population: row.string("population"),
        period: row.string("period"),
        evidence: Evidence::read(row, sources),
        why: Some(row.optional_string("why")),
    })
}

#[derive(Clone, Copy)]
enum Kind {
    Value,
    Ratio,
    Order,
}

fn read_published(
    row: &mut Fields<'_>,
    geography: &Geography,
    bounds: ValueRange,
    (statistic, statistics): (Option<ClaimStatistic>, &[(&str, ClaimStatistic)]),
) -> Option<Published> {
    let kinds = [("value", Kind::Value), ("ratio", Kind::Ratio), ("order", Kind::Order)];
    match row.one_of("measure", &kinds) {
        Some(Kind::Value) if row.has("pay") => {
            let low = row.dollars("pay", bounds);
            let at_least = read_bound(row);
            Some(Published::Value { low: low?, high: if at_least? { None } else { low } })
        }
        Some(Kind::Value) => {
            let low = row.dollars("low", bounds);
            let high = row.dollars("high", bounds);
            let (low, high) = (low?, high?);
            if low.get() >= high.get() {
                row.problem_at("high", "`high` must be above `low`");
            }
            Some(Published::Value { low, high: Some(high) })
        }
        Some(Kind::Ratio) => {
            let against = read_people(row, geography, "against", "against_places");
            let other = row.optional_one_of("against_statistic", statistics);
            let ratio = read_ratio(row, bounds);
            let at_least = read_bound(row);
            let (against, statistic) = (against?, other.or(statistic)?);
            Some(Published::Ratio { ratio: ratio?, at_least: at_least?, against, statistic })
        }
        Some(Kind::Order) => {
            let (end, key) = if row.has("lowest") {
                (OrderEnd::Lowest, "lowest")
            } else {
                (OrderEnd::Highest, "highest")
            };
            let places = read_places(row, geography, key);
            if places.is_empty() && row.is_sound() {
                row.problem_here("an order names its places by `highest` or `lowest`");
            }
            (!places.is_empty()).then_some(Published::Order { end, places })
        }
        None => {
            // Without it nobody knows which of the keys belong here, so none of them is refused.
            for key in [
                "pay",
                "reference",
                "ratio",
                "low",
                "high",
                "bound",
                "highest",
                "lowest",
                "against",
                "against_places",
                "against_statistic",
            ] {
                row.optional(key);
            }
            None
        }
    }
}

/// A ratio, as such or as two amounts.
fn read_ratio(row: &mut Fields<'_>, bounds: ValueRange) -> Option<f64> {
    if row.has("ratio") {
        return row.quantity("ratio", |ratio| match ratio {
            0.2..=5.0 => Ok(ratio),
            _ => Err("a ratio of pay is between 0.2 and 5"),
        });
    }
    let pay = row.dollars("pay", bounds);
    let reference = row.dollars("reference", bounds);
    Some(pay?.get() / reference?.get())
}

/// Whether a figure is the least that is claimed.
fn read_bound(row: &mut Fields<'_>) -> Option<bool> {
    match row.optional("bound") {
        Some(_) => row.one_of("bound", &[("over", true)]),
        None => Some(false),
    }
}

fn read_people(
    row: &mut Fields<'_>,
    geography: &Geography,
    key: &'static str,
    places_key: &'static str,
) -> Option<ClaimPeople> {
    let places = read_places(row, geography, places_key);
    let Some(value) = row.optional(key) else {
        row.problem_here(format!("the key `{key}` is missing"));
        return None;
    };
    match value.get_ref() {
        DeValue::String(word) if word == "all-certified" => Some(ClaimPeople::AllCertified),
        DeValue::Table(table) => {
            let mut facts: Vec<_> = table.iter().collect();
            facts.sort_by_key(|(name, _)| name.span().start);
            let facts: Option<Vec<_>> = facts
                .into_iter()
                .map(|(name, value)| {
                    let text = match value.get_ref() {
                        DeValue::String(text) => text.to_string(),
                        DeValue::Integer(number) => number.as_str().to_owned(),
                        DeValue::Float(number) => number.as_str().to_owned(),
                        other => {
                            let name = Quoted(name.get_ref());
                            let message =
                                format!("{name} must be a text or a number, not {}", found(other));
                            row.problem(Problem::new(value.span(), message));
                            return None;
                        }
                    };
                    Some((name.get_ref().to_string(), text))
                })
                .collect();
            Some(ClaimPeople::Person { facts: facts?, places })
        }
        other => {
            let message = format!("`{key}` must be facts or `all-certified`, not {}", found(other));
            row.problem_at(key, message);
            None
        }
    }
}

fn read_places(row: &mut Fields<'_>, geography: &Geography, key: &'static str) -> Vec<PlaceCode> {
    let codes = row.texts(key);
    let mut places = Vec::new();
    for code in codes {
        match PlaceCode::new(code.get_ref()) {
            Ok(place) if geography.get(place).is_some() => places.push(place),
            _ => {
                let message =
                    format!("{} is not a place of the geography table", Quoted(code.get_ref()));
                row.problem(Problem::new(code.span(), message));
            }
        }
    }
    places
}
