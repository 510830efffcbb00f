use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::fields::Fields;
use super::sources::{SourceIndex, Sources};
use crate::quantity::{Experience, LogEffect};

/// What years of work do to pay: a curve through knots, straight in the log of the ratio between
/// them and level beyond the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExperienceCurve(Vec<Knot>);

/// One knot of the curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Knot {
    /// The years of work.
    pub experience: Experience,
    /// Pay over the average of all who answered.
    pub ratio: f64,
    /// The same on the log scale.
    pub effect: LogEffect,
    /// How the ratio came to be.
    pub evidence: Evidence,
}

impl ExperienceCurve {
    /// The effect of years of work.
    ///
    /// # Panics
    /// Never: a curve without knots is refused when it is read.
    #[must_use]
    pub fn effect(&self, experience: Experience) -> LogEffect {
        let (from, to) = self.around(experience);
        let width = to.experience.years() - from.experience.years();
        if width <= 0.0 {
            return from.effect;
        }
        let part = (experience.years() - from.experience.years()) / width;
        from.effect.weighted(1.0 - part).plus(to.effect.weighted(part))
    }

    /// The knots on both sides of a number of years; the last one twice beyond the end.
    ///
    /// # Panics
    /// Never: a curve without knots is refused when it is read.
    #[must_use]
    pub fn around(&self, experience: Experience) -> (&Knot, &Knot) {
        let last = self.0.last().expect("a curve without knots is refused");
        let above = self.0.iter().position(|knot| knot.experience > experience);
        match above {
            None => (last, last),
            Some(above) => (&self.0[above - 1], &self.0[above]),
        }
    }

    /// The years at which the curve reaches an effect, when it does.
    #[must_use]
    pub fn years_at(&self, effect: LogEffect) -> Option<Experience> {
        self.0.windows(2).find_map(|pair| {
            let (low, high) = (pair[0].effect.get(), pair[1].effect.get());
            let part = (effect.get() - low) / (high - low);
            let (from, to) = (pair[0].experience.years(), pair[1].experience.years());
            (0.0..=1.0).contains(&part).then(|| Experience::new(from + part * (to - from)).ok())?
        })
    }

    pub(super) fn cited(&self) -> impl Iterator<Item = SourceIndex> {
        self.0.iter().flat_map(|knot| knot.evidence.sources.iter().copied())
    }

    pub(super) fn read(table: &mut Fields<'_>, sources: &Sources) -> Option<Self> {
        let bounds = table.range();
        let mut knots: Vec<Knot> = Vec::new();
        table.tables("rows", |row| {
            let experience = row.quantity("years", Experience::new);
            let ratio = row
                .quantity("ratio", |ratio| bounds.map_or(Ok(ratio), |bounds| bounds.number(ratio)));
            let evidence = Evidence::read(row, sources);
            let (experience, ratio) = (experience?, ratio?);
            if knots.last().is_some_and(|before| before.experience >= experience) {
                row.problem_here("the years must rise from row to row");
                return None;
            }
            let Ok(effect) = LogEffect::from_ratio(ratio) else {
                row.problem_here("the ratio must be above 0");
                return None;
            };
            knots.push(Knot { experience, ratio, effect, evidence: evidence? });
            Some(())
        });
        if knots.first().is_none_or(|first| first.experience.years() > 0.0) {
            table.problem_here("the first row must be of 0 years");
            return None;
        }
        Some(Self(knots))
    }
}
