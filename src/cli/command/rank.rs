use std::num::NonZeroUsize;

use clap::Args;

use crate::cli::facts::{Facts, Rank};
use crate::cli::options::one_of;
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine::{self, Order, RankBy, RankingRequest, SortFigure};

/// What is ranked, and how.
#[derive(Debug, Args)]
pub(crate) struct RankArguments {
    /// What to rank
    ///
    /// Each of its levels in turn replaces that fact of the profile. Areas are those of the state
    /// that the profile names.
    #[arg(long, value_name = "FACT", value_parser = one_of(RankBy::ALL.map(|by| (by.name(), "", by))))]
    by: RankBy,
    /// What to compare, such as `pay.p90` or `home_value.mean` [default: `home_value.p50`, or `pay.p50`
    /// where prices at home are not known]
    #[arg(
        long,
        value_name = "FIGURE",
        hide_possible_values = true,
        value_parser = one_of(sorts())
    )]
    sort: Option<SortFigure>,
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

/// The figures that can be compared, by their names.
fn sorts() -> impl Iterator<Item = (&'static str, &'static str, SortFigure)> {
    SortFigure::names().filter_map(|name| Some((name, "", SortFigure::named(name)?)))
}

/// Which of them is best?
pub(crate) fn run(command: &RankArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = &tables::read(context)?;
    let draft = input::draft(&command.facts, context)?;
    let profile = draft.open(command.by.key()).profile(tables)?;
    context.warn(None, &profile.notices(tables));
    let request = RankingRequest {
        by: command.by,
        sort: command.sort,
        order: if command.reverse { Order::LowestFirst } else { Order::HighestFirst },
        top: command.top.get(),
    };
    output::print(&engine::ranking(tables, &profile, request)?, context)
}
