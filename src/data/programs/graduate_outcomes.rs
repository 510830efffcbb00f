//! What graduates of several programs earn and owe: each program counts once, however many finish it.

use serde::{Deserialize, Serialize};

use super::college_program::{Award, CollegeProgram, EarningsYear};
use crate::quantity::{Dollars, Share};

/// The three amounts that cut a list of amounts into quarters.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quartiles {
    /// A quarter are below.
    pub p25: Dollars,
    /// Half are below: the median.
    pub p50: Dollars,
    /// Three quarters are below.
    pub p75: Dollars,
}

/// What graduates of certificate programs earn four years on, over programs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GraduateOutcomes {
    /// How many programs have earnings four years on.
    pub programs: usize,
    /// Their yearly earnings.
    pub earnings: Quartiles,
    /// How many of them can be compared with the high-school graduates of their state.
    pub compared: usize,
    /// The share of those that can be compared with graduates who earn more.
    pub above_threshold: Share,
    /// How many of them have a debt.
    pub indebted: usize,
    /// The median of that debt, where any has one.
    pub debt: Option<Dollars>,
}

impl Quartiles {
    /// The quartiles of amounts, linear between neighbors; nothing of no amounts.
    #[must_use]
    pub fn of(mut amounts: Vec<Dollars>) -> Option<Self> {
        if amounts.is_empty() {
            return None;
        }
        amounts.sort_by(|a, b| a.get().total_cmp(&b.get()));
        let quarter = |quarters: usize| {
            let steps = (amounts.len() - 1) * quarters;
            let (below, rest) = (amounts[steps / 4].get(), steps % 4);
            if rest == 0 {
                return amounts[steps / 4];
            }
            let above = amounts[steps / 4 + 1].get();
            // Never below the lower of two amounts, both of them 0 or more.
            #[expect(clippy::cast_precision_loss, reason = "the rest is below 4")]
            let between = below + (above - below) * rest as f64 / 4.0;
            Dollars::new(between).unwrap_or(amounts[steps / 4])
        };
        Some(Self { p25: quarter(1), p50: quarter(2), p75: quarter(3) })
    }
}

impl GraduateOutcomes {
    /// Of certificate programs with earnings four years on; nothing where none can be compared with the
    /// high-school graduates of its state.
    #[must_use]
    pub fn of<'a>(programs: impl Iterator<Item = &'a CollegeProgram>) -> Option<Self> {
        let (mut earnings, mut debts) = (Vec::new(), Vec::new());
        let (mut compared, mut above) = (0_u32, 0_u32);
        for program in programs.filter(|program| program.award == Award::Certificate) {
            let Some(earned) = program.earnings_in(EarningsYear::Fourth) else { continue };
            earnings.push(earned);
            debts.extend(program.debt);
            if let Some(threshold) = program.threshold {
                compared += 1;
                above += u32::from(earned > threshold);
            }
        }
        let share = (compared > 0).then(|| f64::from(above) / f64::from(compared))?;
        Some(Self {
            programs: earnings.len(),
            earnings: Quartiles::of(earnings)?,
            compared: compared as usize,
            above_threshold: Share::new(share).ok()?,
            indebted: debts.len(),
            debt: Quartiles::of(debts).map(|debt| debt.p50),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quartiles(amounts: &[f64]) -> Option<[f64; 3]> {
        let amounts = amounts.iter().map(|&amount| Dollars::new(amount).unwrap()).collect();
        Quartiles::of(amounts).map(|q| [q.p25, q.p50, q.p75].map(Dollars::get))
    }

    #[test]
    fn quartiles_are_linear_between_neighbors() {
        assert_eq!(quartiles(&[]), None);
        assert_eq!(quartiles(&[7.0]), Some([7.0, 7.0, 7.0]));
        assert_eq!(quartiles(&[40.0, 10.0]), Some([17.5, 25.0, 32.5]));
        assert_eq!(quartiles(&[3.0, 1.0, 2.0, 5.0, 4.0]), Some([2.0, 3.0, 4.0]));
    }
}
