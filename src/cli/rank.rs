use super::answer::Answer;
use super::args::{OutputArguments, RankArguments};
use super::failure::Failure;
use super::input;
use super::terminal::Terminal;
use crate::data::Tables;
use crate::engine::{self, Order, RankingRequest};
use crate::report::{RankingShape, ranking_document};

/// Which of them is best?
pub(super) fn run(
    tables: &Tables,
    command: &RankArguments,
    to: &OutputArguments,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    let draft = input::draft(&command.profile, to, terminal)?;
    let profile = draft.open(command.by.key()).profile(tables)?;
    let request = RankingRequest {
        by: command.by,
        sort: command.sort,
        order: if command.reverse { Order::LowestFirst } else { Order::HighestFirst },
        top: command.top.get(),
    };
    let answer = engine::ranking(tables, &profile, request)?;
    Answer::of(|| ranking_document(&answer), &RankingShape(&answer), to, terminal)
}
