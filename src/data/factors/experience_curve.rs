use serde::{Deserialize, Serialize};

use crate::data::reading::{Citations, Evidence, Fields, Literal, effect_of};
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

    pub(crate) fn read(table: &mut Fields<'_>, sources: &Citations) -> Self {
        let bounds = table.range();
        let mut knots: Vec<Knot> = Vec::new();
        let mut before = None;
        table.tables("rows", |row| {
            let experience = row.quantity("years", Experience::new);
            let ratio = row.quantity("ratio", |ratio| {
                effect_of(bounds.number(ratio)?).map(|effect| (ratio, effect))
            });
            let evidence = Evidence::read(row, sources);
            match (before.replace(experience), experience) {
                (None, Some(first)) if first.years() > 0.0 => {
                    let first = Literal(first.years());
                    let message = format!("the first row must be of `0` years, not `{first}`");
                    row.problem_at("years", message);
                }
                (Some(Some(before)), Some(now)) if before >= now => {
                    let [before, now] = [before, now].map(|years| Literal(years.years()));
                    let message = format!("`years` must rise: `{now}` comes after `{before}`");
                    row.problem_at("years", message);
                }
                _ => {}
            }
            let (experience, (ratio, effect)) = (experience?, ratio?);
            knots.push(Knot { experience, ratio, effect, evidence: evidence? });
            Some(())
        });
        if before.is_none() {
            table.problem_here("there is no row: one of 0 years is needed");
        }
        Self(knots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::reading::Basis;

    /// Flat for a year, then doubling over two years, then flat again.
    fn curve() -> ExperienceCurve {
        let evidence =
            Evidence { basis: Basis::Assumption, sources: vec![], stand_in: None, note: None };
        let knot = |(years, ratio)| Knot {
            experience: Experience::new(years).unwrap(),
            ratio,
            effect: LogEffect::from_ratio(ratio).unwrap(),
            evidence: evidence.clone(),
        };
        ExperienceCurve([(0.0, 1.0), (1.0, 1.0), (3.0, 2.0)].map(knot).to_vec())
    }

    #[test]
    fn between_two_knots_the_log_is_a_straight_line_and_beyond_the_last_it_stays() {
        let curve = curve();
        for (years, ratio) in
            [(0.0, 1.0), (0.5, 1.0), (1.0, 1.0), (2.0, 2.0_f64.sqrt()), (3.0, 2.0), (60.0, 2.0)]
        {
            let found = curve.effect(Experience::new(years).unwrap()).factor();
            assert!((found - ratio).abs() < 1e-12, "{years} years: {found}");
        }
    }

    #[test]
    fn the_years_of_an_effect_give_that_effect_back() {
        let curve = curve();
        for years in [1.0, 1.7, 2.9, 3.0] {
            let effect = curve.effect(Experience::new(years).unwrap());
            assert!((curve.years_at(effect).unwrap().years() - years).abs() < 1e-9, "{years}");
        }
        for ratio in [0.9, 2.1] {
            assert_eq!(curve.years_at(LogEffect::from_ratio(ratio).unwrap()), None, "{ratio}");
        }
    }
}
