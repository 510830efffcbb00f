use std::num::NonZeroUsize;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::{
    context::Context,
    facts::{Facts, Rank},
    failure::Failure,
    input,
    rendered::Rendered,
    tables,
};
use crate::engine::{self, Order, RankingRequest};
use crate::engine::{RankBy, SortFigure};
use crate::report::{RankingShape, ranking_document};

/// What is ranked, and how.
#[derive(Debug, Args)]
pub(crate) struct RankArguments {
    /// What to rank
    ///
    /// Each of its levels in turn replaces that fact of the profile. Areas are those of the state
    /// that the profile names.
    #[arg(long, value_name = "FACT", value_parser = one_of(RankBy::ALL.map(RankBy::name), RankBy::named))]
    by: RankBy,
    /// What to compare, such as `pay.p90` or `home_value.mean` [default: `home_value.p50`, or `pay.p50`
    /// where prices at home are not known]
    #[arg(
        long,
        value_name = "FIGURE",
        hide_possible_values = true,
        value_parser = one_of(SortFigure::names(), SortFigure::named)
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

/// Parses one of the names; an error suggests the nearest one.
fn one_of<T: Clone + Send + Sync + 'static>(
    names: impl IntoIterator<Item = &'static str>,
    find: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(names)
        .try_map(move |name| find(&name).ok_or_else(|| format!("`{name}` is not known")))
}

/// Which of them is best?
pub(crate) fn run(command: &RankArguments, context: &Context<'_>) -> Result<Rendered, Failure> {
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
    let answer = engine::ranking(tables, &profile, request)?;
    Rendered::new(|| ranking_document(&answer), &RankingShape(&answer), context)
}
