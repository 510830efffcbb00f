use std::io;

use crate::data::Message;

/// Why a stream ended early.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// The input could not be read.
    #[error("cannot read the stream")]
    Read(#[source] io::Error),
    /// No row of the input can be used: it is no text, or its header states nothing.
    #[error("{0}")]
    Unusable(Message),
    /// The output could not be written; a closed pipe too.
    #[error("cannot write the stream")]
    Write(#[source] io::Error),
}
