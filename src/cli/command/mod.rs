//! The commands, one file each.

pub(super) mod ask;
pub(super) mod batch;
pub(super) mod compare;
pub(super) mod completions;
pub(super) mod data;
pub(super) mod estimate;
pub(super) mod explain;
mod export;
pub(super) mod help;
pub(super) mod man;
pub(super) mod plan;
pub(super) mod rank;
pub(super) mod replay;
pub(super) mod report;
pub(super) mod take_home;
pub(super) mod timeline;
pub(super) mod verdict;

pub(super) use ask::AskArguments;
pub(super) use batch::BatchArguments;
pub(super) use compare::CompareArguments;
pub(super) use completions::CompletionsArguments;
pub(super) use data::DataArguments;
pub(super) use explain::ExplainArguments;
pub(super) use help::HelpArguments;
pub(super) use man::ManArguments;
pub(super) use plan::PlanArguments;
pub(super) use rank::RankArguments;
pub(super) use replay::ReplayArguments;
pub(super) use report::ReportArguments;
pub(super) use timeline::TimelineArguments;
pub(super) use verdict::VerdictArguments;
