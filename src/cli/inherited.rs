//! What the environment states in the place of flags, and that it does.

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::args::DATA_VARIABLE;
use super::context::Context;
use super::options::FORMAT_VARIABLE;
use super::terminal::printable;

/// Which options of every command come from the environment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inherited {
    pub(super) format: bool,
    pub(super) data: bool,
}

/// Which options no flag states but the environment.
pub(super) fn inherited(matches: &ArgMatches) -> Inherited {
    let of = |id| matches.value_source(id) == Some(ValueSource::EnvVariable);
    Inherited { format: of("format"), data: of("data") }
}

impl Inherited {
    /// Says so on standard error, where it counts.
    pub(super) fn say(self, context: &Context<'_>) {
        if let Some(folder) = context.data.filter(|_| self.data) {
            let name = printable(&folder.display().to_string());
            context.note(&format!("tables from `{name}` (by `{DATA_VARIABLE}`)\n"));
        }
        if self.format && context.output.has_format() {
            context.note(&format!("format by `{FORMAT_VARIABLE}`\n"));
        }
    }
}
