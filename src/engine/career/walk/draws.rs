//! The same draws for every question: what is drawn depends on the seed and the odds alone, so that
//! questions that differ in money share it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::milestone::Milestone;
use super::sobol::{Dimension, Sobol};
use super::walker::{Walk, Walker};
use crate::quantity::normal_quantile;

/// The walks of so many careers; of more at most, where more were drawn.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Walks {
    all: Rc<[Walk]>,
    count: usize,
}

/// The normal scores of the ranks of careers.
#[derive(Clone, Debug)]
pub(in crate::engine::career) struct Scores(Rc<[f64]>);

/// Walks that were drawn before, and with which odds and seed.
type DrawnWalks = VecDeque<(u32, Walker, Rc<[Walk]>)>;

/// More questions than so many are seldom asked of one person.
const KEPT: usize = 8;

/// More careers than so many are drawn anew, so that memory stays constant.
const MOST_KEPT: usize = 20_000;

thread_local! {
    static WALKS: RefCell<DrawnWalks> = const { RefCell::new(VecDeque::new()) };
    static SCORES: RefCell<Option<(u32, Rc<[f64]>)>> = const { RefCell::new(None) };
}

impl Walks {
    /// The walks of so many careers under a seed.
    pub(in crate::engine::career) fn drawn(walker: &Walker, seed: u32, count: usize) -> Self {
        let known = WALKS.with_borrow(|kept| {
            let mut kept = kept.iter();
            let known =
                kept.find(|(of, by, all)| *of == seed && all.len() >= count && by == walker);
            known.map(|(_, _, all)| Rc::clone(all))
        });
        let all = known.unwrap_or_else(|| {
            let mut point = Sobol::new(seed);
            let walk = |_| {
                let walk = walker.walk(&point);
                point.advance();
                walk
            };
            let all: Rc<[Walk]> = (0..count).map(walk).collect();
            if count <= MOST_KEPT {
                WALKS.with_borrow_mut(|kept| {
                    kept.truncate(KEPT - 1);
                    kept.push_front((seed, walker.clone(), Rc::clone(&all)));
                });
            }
            all
        });
        Self { all, count }
    }

    /// The month in which each reaches a milestone, [`NEVER`](super::NEVER) where it does not.
    pub(in crate::engine) fn months(&self, milestone: Milestone) -> Vec<u32> {
        self.iter().map(|walk| walk.reached(milestone)).collect()
    }

    /// The first month of each in the field, in coding or in an adjacent job.
    pub(in crate::engine) fn entered(&self) -> Vec<u32> {
        self.iter().map(Walk::entered).collect()
    }

    /// Each of them.
    pub(in crate::engine::career) fn iter(&self) -> std::slice::Iter<'_, Walk> {
        self.all[..self.count].iter()
    }
}

impl Scores {
    /// The normal scores of so many careers under a seed, at least.
    pub(in crate::engine::career) fn drawn(seed: u32, count: usize) -> Self {
        let known = SCORES.with_borrow(|kept| {
            let kept = kept.as_ref().filter(|(of, all)| *of == seed && all.len() >= count);
            kept.map(|(_, all)| Rc::clone(all))
        });
        Self(known.unwrap_or_else(|| {
            let mut point = Sobol::new(seed);
            let score = |_| {
                let score = normal_quantile(point.at(Dimension::Rank));
                point.advance();
                score
            };
            let all: Rc<[f64]> = (0..count).map(score).collect();
            if count <= MOST_KEPT {
                SCORES.set(Some((seed, Rc::clone(&all))));
            }
            all
        }))
    }

    /// Each of them, of the first career on.
    pub(in crate::engine::career) fn iter(&self) -> std::slice::Iter<'_, f64> {
        self.0.iter()
    }
}
