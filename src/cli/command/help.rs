use clap::{Args, Command};

use crate::cli::{context::Context, failure::Failure, output};
use crate::data::{Quoted, nearest};
use crate::render::Style;

#[derive(Debug, Args)]
pub(crate) struct HelpArguments {
    /// The command, such as verdict or data show [default: the program as a whole]
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// What `--help` of the command prints.
pub(crate) fn run(
    command: &HelpArguments,
    mut program: Command,
    context: &Context<'_>,
) -> Result<(), Failure> {
    program.build();
    let mut shown = program;
    for name in &command.command {
        let Some(inner) = shown.find_subcommand(name) else { return Err(unknown(name, &shown)) };
        shown = inner.clone();
    }
    let page = shown.term_width(context.screen().width).render_long_help();
    output::print_fixed("help", context, || match context.screen().style {
        Style::Color => page.ansi().to_string(),
        Style::Plain => page.to_string(),
    })
}

fn unknown(name: &str, of: &Command) -> Failure {
    let names: Vec<&str> = of.get_subcommands().map(Command::get_name).collect();
    let hint = match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if names.is_empty() => "`mbc-calc help` lists the commands".to_owned(),
        None => format!("the commands are {}", names.join(", ")),
    };
    Failure::usage(format!("there is no command {}", Quoted(name)), hint)
}
