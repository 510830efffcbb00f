use std::num::NonZeroUsize;

use clap::Args;

use crate::cli::facts::{Facts, Rank};
use crate::cli::options::one_of;
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine::{
    self, CareerRankingRequest, CareerSort, Order, ProgramRankingRequest, ProgramSort, RankBy,
    RankingRequest, SortFigure,
};

/// What is ranked, and how.
#[derive(Debug, Args)]
pub(crate) struct RankArguments {
    /// What to rank
    ///
    /// Each of its levels in turn replaces that fact of the profile. Areas are those of the state
    /// that the profile names. Programs are those of that state, by what their graduates earn; without
    /// a state, the states by what graduates of their middle certificate program earn. Careers are
    /// others with as little schooling, at the pay of that state or of the nation.
    #[arg(long, value_name = "FACT", value_parser = one_of(subjects()))]
    by: Option<Subject>,
    /// What to compare, such as pay.p90; of careers growth or openings
    ///
    /// Without it, `home_value.p50`, or `pay.p50` where prices at home are not known; of programs,
    /// `earnings` or `debt`; of careers, `pay.p50`.
    #[arg(
        long,
        value_name = "FIGURE",
        hide_possible_values = true,
        value_parser = one_of(sorts())
    )]
    sort: Option<&'static str>,
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
    /// Other careers.
    Career,
}

const PROGRAM: &str = "program";
const CAREER: &str = "career";

/// What can be ranked, by its name.
fn subjects() -> impl Iterator<Item = (&'static str, &'static str, Subject)> {
    let facts = RankBy::ALL.map(|by| (by.name(), "", Subject::Fact(by)));
    facts.into_iter().chain([(PROGRAM, "", Subject::Program), (CAREER, "", Subject::Career)])
}

/// The figures that can be compared, by their names, each once.
fn sorts() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let of_careers = CareerSort::ALL.map(CareerSort::name).into_iter();
    let of_careers = of_careers.filter(|name| SortFigure::named(name).is_none());
    let of_programs = ProgramSort::ALL.map(ProgramSort::name).into_iter();
    let of_programs = of_programs.filter(|name| CareerSort::named(name).is_none());
    SortFigure::names().chain(of_careers).chain(of_programs).map(|name| (name, "", name))
}

/// Which of them is best?
pub(crate) fn run(command: &RankArguments, context: &Context<'_>) -> Result<(), Failure> {
    match command.by {
        Some(Subject::Fact(by)) => fact(by, command, context),
        Some(Subject::Program) => program(command, context),
        Some(Subject::Career) => career(command, context),
        None => Err(no_subject(command)),
    }
}

/// The levels of a fact.
fn fact(by: RankBy, command: &RankArguments, context: &Context<'_>) -> Result<(), Failure> {
    let sort = command.sort(by.name(), SortFigure::named)?;
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
    let sort = command.sort(PROGRAM, ProgramSort::named)?;
    let sort = sort.unwrap_or(ProgramSort::Earnings);
    let tables = tables::read(context)?;
    let profile = input::profile(tables, &command.facts, context)?;
    let request = ProgramRankingRequest { sort, order: command.order(), top: command.top.get() };
    if let Some(state) = profile.home() {
        return output::print(&engine::program_ranking(tables, &profile, state, request)?, context);
    }
    output::print(&engine::state_ranking(tables, &profile, request), context)
}

/// Other careers next to this one.
fn career(command: &RankArguments, context: &Context<'_>) -> Result<(), Failure> {
    let sort = command.sort(CAREER, CareerSort::named)?.unwrap_or(CareerSort::P50);
    let tables = &tables::read(context)?;
    let profile = input::profile(tables, &command.facts, context)?;
    let request = CareerRankingRequest { sort, order: command.order(), top: command.top.get() };
    output::print(&engine::career_ranking(tables, &profile, request), context)
}

/// That nothing is said to rank, with a line for each thing that can be.
fn no_subject(command: &RankArguments) -> Failure {
    let stated = command.facts.line();
    let lines = subjects().map(|(name, ..)| format!("\n      mbc-calc rank --by {name}{stated}"));
    let lines: String = lines.collect();
    Failure::usage("`rank` needs `--by` and what to rank", format!("one of{lines}"))
}

impl RankArguments {
    /// The figure to compare by, if one is asked for, of what is ranked.
    fn sort<T>(&self, by: &str, named: fn(&str) -> Option<T>) -> Result<Option<T>, Failure> {
        let Some(name) = self.sort else { return Ok(None) };
        if let Some(sort) = named(name) {
            return Ok(Some(sort));
        }
        let hint = match by {
            PROGRAM => "sort by `earnings` or `debt`",
            CAREER => "sort by `pay.p50`, `growth`, `openings` or `earnings`",
            _ if name == ProgramSort::Debt.name() => "programs have it: `--by program`",
            _ => "careers have it: `--by career`",
        };
        Err(Failure::usage(format!("`--by {by}` has no figure `{name}`"), hint))
    }

    const fn order(&self) -> Order {
        if self.reverse { Order::LowestFirst } else { Order::HighestFirst }
    }
}
