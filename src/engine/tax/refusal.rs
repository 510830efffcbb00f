//! The homes for which nothing is computed.

/// Why there is no answer on take-home pay.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TakeHomeError {
    /// The tax law of the place is not in the tables.
    #[error(
        "the tax law of {0} is not in the tables: it has an income tax of its own beside the federal one"
    )]
    Territory(String),
}

impl TakeHomeError {
    /// What may help.
    #[must_use]
    pub fn hint(&self) -> String {
        let Self::Territory(_) = self;
        "name a state or the district, or leave `--state` out for federal tax alone".to_owned()
    }
}
