//! What a career reaches.

use crate::quantity::named;

named! {
    /// Something that a career reaches, or does not.
    pub enum Milestone {
        /// The program is finished.
        Trained = "trained",
        /// The exam is passed.
        Certified = "certified",
        /// An adjacent job begins.
        AdjacentJob = "adjacent_job",
        /// The first coding job begins.
        FirstJob = "first_job",
        /// Work goes on from home.
        Remote = "remote",
        /// Work is in a specialty.
        Specialist = "specialist",
        /// Work is in the role after it.
        Pivot = "pivot",
        /// The field is left.
        Left = "left",
        /// What was paid and forgone has come back for good.
        BreakEven = "break_even",
    }
}
