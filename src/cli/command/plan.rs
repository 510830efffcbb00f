use std::num::{NonZeroU32, NonZeroUsize};

use clap::Args;

use crate::cli::facts::{Facts, Plan};
use crate::cli::options::one_of;
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine;
use crate::engine::plan::{PlanRequest, PlanSort, StepKind};
use crate::profile::{money_a_year, money_an_hour};
use crate::quantity::Dollars;

/// What is planned for, and within which limits.
#[derive(Debug, Args)]
pub(crate) struct PlanArguments {
    /// The pay to reach, such as 70000 or 35/hr
    ///
    /// Finds the cheapest and the fastest way of at most four steps.
    #[arg(long, value_name = "DOLLARS", value_parser = money_a_year)]
    target: Option<Dollars>,
    /// What is to be left of the pay in a year after taxes
    ///
    /// In place of `--target`: the pay that leaves so much is looked for.
    #[arg(long, value_name = "DOLLARS", value_parser = money_a_year, conflicts_with = "target")]
    target_take_home: Option<Dollars>,
    /// Steps of one kind only
    #[arg(long, value_name = "KIND", value_parser = one_of(StepKind::ALL.map(|kind| (kind.name(), "", kind))))]
    by: Option<StepKind>,
    /// What to put them in order by
    #[arg(
        long,
        value_name = "FIGURE",
        default_value = "gain-5",
        value_parser = one_of(PlanSort::ALL.map(|sort| (sort.name(), "", sort)))
    )]
    sort: PlanSort,
    /// The most that a step may cost
    #[arg(long, value_name = "DOLLARS", value_parser = money_a_year)]
    budget: Option<Dollars>,
    /// The most months that it may take
    #[arg(long, value_name = "MONTHS", value_parser = months)]
    months: Option<NonZeroU32>,
    /// A rate that you could bill as a contractor, in dollars an hour
    #[arg(long, value_name = "DOLLARS", value_parser = rate)]
    contract: Option<Dollars>,
    /// How many to show
    #[arg(long, value_name = "N", default_value = "10", value_parser = top)]
    top: NonZeroUsize,
    #[command(flatten)]
    facts: Facts<Plan>,
}

fn rate(text: &str) -> Result<Dollars, String> {
    let rate = money_an_hour(text)?;
    match rate.get() {
        1.0..=1_000.0 => Ok(rate),
        _ => Err("it must be between 1 and 1,000 dollars an hour".to_owned()),
    }
}

fn months(text: &str) -> Result<NonZeroU32, &'static str> {
    let whole: Option<NonZeroU32> = text.parse().ok();
    whole
        .filter(|months| months.get() <= 120)
        .ok_or("it must be a whole number of months, 1 to 120")
}

fn top(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "it must be a whole number, 1 or more")
}

/// What next?
pub(crate) fn run(command: &PlanArguments, context: &Context<'_>) -> Result<(), Failure> {
    let tables = tables::read(context)?;
    let profile = input::profile(tables, &command.facts, context)?;
    let request = PlanRequest {
        by: command.by,
        sort: command.sort,
        budget: command.budget,
        months: command.months.map(NonZeroU32::get),
        target: command.target,
        target_take_home: command.target_take_home,
        contract: command.contract,
        top: command.top.get(),
    };
    output::print(&engine::plan::plan(tables, &profile, request)?, context)
}
