use std::num::NonZeroUsize;

use clap::Args;

use crate::cli::facts::{Facts, Rank};
use crate::cli::options::one_of;
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine::{
    self, Order, ProgramRankingRequest, ProgramSort, RankBy, RankingRequest, SortFigure,
};

/// What is ranked, and how.
#[derive(Debug, Args)]
pub(crate) struct RankArguments {
    /// What to rank
    ///
    /// Each of its levels in turn replaces that fact of the profile. Areas are those of the state
    /// that the profile names. Programs are those of that state, by what their graduates earn; without
    /// a state, the states by what graduates of their middle certificate program earn.
    #[arg(long, value_name = "FACT", value_parser = one_of(subjects()))]
    by: Option<Subject>,
    /// What to compare, such as pay.p90; of programs earnings or debt
    ///
    /// Without it, `home_value.p50`, or `pay.p50` where prices at home are not known; of programs,
    /// `earnings`.
    #[arg(
        long,
        value_name = "FIGURE",
        hide_possible_values = true,
        value_parser = one_of(sorts())
    )]
    sort: Option<Sort>,
    /// How many to show
    #[arg(long, value_name = "N", default_value = "10", value_parser = top)]
    top: NonZeroUsize,
    /// Show the lowest first
    #[arg(long)]
    reverse: bool,
    #[command(flatten)]
    facts: Facts<Rank>,
}

/// How many to show.
fn top(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "it must be a whole number, 1 or more")
}

/// What can be ranked.
#[derive(Clone, Copy, Debug)]
enum Subject {
    /// A fact of the profile.
    Fact(RankBy),
    /// Certificate and associate programs.
    Program,
}

const PROGRAM: &str = "program";

/// What can be ranked, by its name.
fn subjects() -> impl Iterator<Item = (&'static str, &'static str, Subject)> {
    let facts = RankBy::ALL.map(|by| (by.name(), "", Subject::Fact(by)));
    facts.into_iter().chain([(PROGRAM, "", Subject::Program)])
}

/// The figure to compare by.
#[derive(Clone, Copy, Debug)]
enum Sort {
    /// Of a pay.
    Pay(SortFigure),
    /// Of a program.
    Program(ProgramSort),
}

/// The figures that can be compared, by their names.
fn sorts() -> impl Iterator<Item = (&'static str, &'static str, Sort)> {
    let of_pay = SortFigure::names()
        .filter_map(|name| Some((name, "", Sort::Pay(SortFigure::named(name)?))));
    of_pay.chain(ProgramSort::ALL.map(|sort| (sort.name(), "", Sort::Program(sort))))
}

/// Which of them is best?
pub(crate) fn run(command: &RankArguments, context: &Context<'_>) -> Result<(), Failure> {
    match command.by {
        Some(Subject::Fact(by)) => fact(by, command, context),
        Some(Subject::Program) => program(command, context),
        None => Err(no_subject(command)),
    }
}

/// The levels of a fact.
fn fact(by: RankBy, command: &RankArguments, context: &Context<'_>) -> Result<(), Failure> {
    let sort = match command.sort {
        None => None,
        Some(Sort::Pay(figure)) => Some(figure),
        Some(Sort::Program(sort)) => {
            let hint = "programs have it: `--by program`".to_owned();
            return Err(not_of(by.name(), sort.name(), hint));
        }
    };
    let tables = tables::read(context)?;
    let draft = input::draft(&command.facts, tables, context)?;
    let profile = draft.open(by.key()).profile(tables)?;
    context.warn(None, &profile.notices(tables));
    let (order, top) = (command.order(), command.top.get());
    let request = RankingRequest { by, sort, order, top };
    output::print(&engine::ranking(tables, &profile, request)?, context)
}

/// The programs of a state, or the states by their programs.
fn program(command: &RankArguments, context: &Context<'_>) -> Result<(), Failure> {
    let sort = match command.sort {
        None => ProgramSort::Earnings,
        Some(Sort::Program(sort)) => sort,
        Some(Sort::Pay(figure)) => {
            let hint = "sort by `earnings` or `debt`".to_owned();
            return Err(not_of(PROGRAM, figure.name(), hint));
        }
    };
    let tables = tables::read(context)?;
    let profile = input::profile(tables, &command.facts, context)?;
    let request = ProgramRankingRequest { sort, order: command.order(), top: command.top.get() };
    if let Some(state) = profile.home() {
        return output::print(&engine::program_ranking(tables, &profile, state, request)?, context);
    }
    output::print(&engine::state_ranking(tables, &profile, request), context)
}

/// That nothing is said to rank, with a line for each thing that can be.
fn no_subject(command: &RankArguments) -> Failure {
    let stated = command.facts.line();
    let lines = subjects().map(|(name, ..)| format!("\n      mbc-calc rank --by {name}{stated}"));
    let lines: String = lines.collect();
    Failure::usage("`rank` needs `--by` and what to rank", format!("one of{lines}"))
}

fn not_of(by: &str, sort: &str, hint: String) -> Failure {
    Failure::usage(format!("`--by {by}` has no figure `{sort}`"), hint)
}

impl RankArguments {
    const fn order(&self) -> Order {
        if self.reverse { Order::LowestFirst } else { Order::HighestFirst }
    }
}
