use clap::Args;

use crate::cli::facts::{Facts, Report};
use crate::cli::options::Format;
use crate::cli::{context::Context, failure::Failure, input, output, tables};
use crate::engine::career::sensitivity;
use crate::engine::{
    self, Order, ProgramRankingRequest, ProgramSort, RankBy, RankingRequest, SortFigure,
};
use crate::profile::{Key, Profile};
use crate::render::html;
use crate::report::Page;

/// What a page is about.
#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    #[command(flatten)]
    facts: Facts<Report>,
}

/// How many programs a page has.
const PROGRAMS: usize = 5;

/// All of it on one page.
pub(crate) fn run(command: &ReportArguments, context: &Context<'_>) -> Result<(), Failure> {
    check(context)?;
    let tables = &tables::read(context)?;
    let profile = input::profile(tables, &command.facts, context)?;
    let draft = input::draft(&command.facts, tables, context)?;
    let anywhere = draft.open(Key::State).profile(tables)?;
    let mut timeline = engine::timeline(tables, &profile);
    timeline.sensitivity = sensitivity(&timeline);
    let by_state = RankingRequest {
        by: RankBy::State,
        sort: Some(SortFigure::HOME_VALUE),
        order: Order::HighestFirst,
        top: usize::MAX,
    };
    let page = Page {
        estimate: engine::estimate(tables, &profile),
        take_home: engine::take_home(tables, &profile),
        timeline,
        verdicts: match profile.seeker().stage {
            Some(stage) => vec![engine::verdict(tables, &profile, stage)],
            None => engine::verdicts(tables, &profile),
        },
        states: engine::ranking(tables, &anywhere, by_state)?,
        programs: programs(tables, &profile),
    };
    output::write(&html(&page.document()), context)
}

/// The programs at home that their graduates earn most with.
fn programs<'t>(
    tables: &'t crate::data::Tables,
    profile: &Profile,
) -> Option<engine::ProgramRanking<'t>> {
    let request = ProgramRankingRequest {
        sort: ProgramSort::Earnings,
        order: Order::HighestFirst,
        top: PROGRAMS,
    };
    engine::program_ranking(tables, profile, profile.home()?, request).ok()
}

/// That a page has one form, which no terminal shows.
fn check(context: &Context<'_>) -> Result<(), Failure> {
    if context.output.field.is_some() {
        let message = "`report` is a page of HTML, which has no fields";
        return Err(Failure::usage(message, "`mbc-calc estimate` has them"));
    }
    if context.output.format().is_some_and(|format| format != Format::Html) {
        let message = "`report` is a page of HTML, which `--format` cannot change";
        return Err(Failure::usage(message, "leave `--format` out"));
    }
    if context.writes_to_screen() {
        let message = "`report` is a page of HTML, and a terminal shows none";
        return Err(Failure::usage(
            message,
            "add `--output report.html`, and open it in a browser",
        ));
    }
    Ok(())
}
