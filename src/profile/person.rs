//! Who asks whether the career is worth it, and what they say of themselves.

use crate::quantity::{LifeStage, WaitMonths, WorkStyle};

/// What a person says of themselves, for a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seeker {
    /// The stage of life.
    pub stage: Option<LifeStage>,
    /// How long the person can wait for a first pay.
    pub wait: Option<WaitMonths>,
    pub(super) work_styles: [Option<bool>; WorkStyle::ALL.len()],
}

impl Seeker {
    /// Whether a work style is the person's, if stated.
    #[must_use]
    pub const fn has(&self, style: WorkStyle) -> Option<bool> {
        self.work_styles[style as usize]
    }

    /// The same with another wait for a first pay.
    #[must_use]
    pub const fn with_wait(mut self, wait: Option<WaitMonths>) -> Self {
        self.wait = wait;
        self
    }

    /// The same with a work style that is the person's, is not, or is not stated.
    #[must_use]
    pub const fn with(mut self, style: WorkStyle, is_theirs: Option<bool>) -> Self {
        self.work_styles[style as usize] = is_theirs;
        self
    }
}
