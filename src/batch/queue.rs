//! The work that waits: whoever is free takes the next, so that an easy part never waits behind a hard
//! one.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Values that one side adds and several take in order, until it is closed.
#[derive(Debug)]
pub(super) struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

#[derive(Debug)]
struct State<T> {
    waiting: VecDeque<T>,
    is_closed: bool,
}

impl<T> Queue<T> {
    pub(super) const fn new() -> Self {
        let state = State { waiting: VecDeque::new(), is_closed: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// Adds a value, unless the queue is closed.
    pub(super) fn add(&self, value: T) {
        let mut state = self.state();
        if !state.is_closed {
            state.waiting.push_back(value);
            drop(state);
            self.changed.notify_one();
        }
    }

    /// The next value, as soon as there is one; nothing when the queue is closed and empty.
    pub(super) fn take(&self) -> Option<T> {
        let mut state = self.state();
        loop {
            if let Some(value) = state.waiting.pop_front() {
                return Some(value);
            }
            if state.is_closed {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Ends the queue: what waits is still taken, nothing is added.
    pub(super) fn close(&self) {
        self.state().is_closed = true;
        self.changed.notify_all();
    }

    /// Ends the queue and drops what waits.
    pub(super) fn abandon(&self) {
        self.state().waiting.clear();
        self.close();
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
