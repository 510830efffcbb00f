use clap::{Args, Command, ValueEnum};
use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;

use crate::cli::{completion, context::Context, failure::Failure, output};

#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell that will complete
    #[arg(value_name = "SHELL")]
    shell: KnownShell,
}

/// A shell that can complete.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum KnownShell {
    Bash,
    Elvish,
    Fish,
    Nushell,
    Powershell,
    Zsh,
}

/// What a shell reads so that it completes flags and names. Each asks the program what can follow but
/// nushell, which learns the flags.
pub(crate) fn run(
    command: &CompletionsArguments,
    mut program: Command,
    context: &Context<'_>,
) -> Result<(), Failure> {
    output::print_fixed("a completion script", context, || {
        let shell = match command.shell {
            KnownShell::Bash => Shell::Bash,
            KnownShell::Elvish => Shell::Elvish,
            KnownShell::Fish => Shell::Fish,
            KnownShell::Powershell => Shell::PowerShell,
            KnownShell::Zsh => Shell::Zsh,
            KnownShell::Nushell => {
                let mut script = Vec::new();
                generate(Nushell, &mut program, "mbc-calc", &mut script);
                return String::from_utf8_lossy(&script).into_owned();
            }
        };
        completion::registration(shell)
    })
}
