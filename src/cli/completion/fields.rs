//! The paths that `--field` takes, from an answer of the command.

use clap_complete::CompletionCandidate;

use crate::data::Tables;
use crate::engine::{self, plan::PlanRequest};
use crate::profile::{Draft, Key, NamedProfile, Profile};
use crate::quantity::LifeStage;
use crate::render::paths;
use crate::report::Explanation;

/// The paths that begin with the last piece of a list of them.
pub(super) fn of_command(
    tables: &Tables,
    command: Option<&str>,
    typed: &str,
) -> Vec<CompletionCandidate> {
    let begun = typed.rfind(',').map_or(0, |at| at + 1);
    let (before, piece) = typed.split_at(begun);
    let all = command.map(|command| of_answer(tables, command)).unwrap_or_default();
    let found = all.into_iter().filter(|path| path.starts_with(piece));
    found.map(|path| CompletionCandidate::new(format!("{before}{path}"))).collect()
}

fn of_answer(tables: &Tables, command: &str) -> Vec<String> {
    let Ok(profile) = example(tables) else { return Vec::new() };
    match command {
        "estimate" | "batch" => paths(&engine::estimate(tables, &profile)),
        "explain" => paths(&Explanation(&engine::estimate(tables, &profile))),
        "take-home" => engine::take_home(tables, &profile).map_or(Vec::new(), |a| paths(&a)),
        "timeline" => paths(&engine::timeline(tables, &profile)),
        "verdict" => paths(&engine::verdict(tables, &profile, LifeStage::CareerChanger)),
        "plan" => engine::plan::plan(tables, &profile, PlanRequest::default())
            .map_or(Vec::new(), |answer| paths(&answer)),
        "compare" => {
            let named = |name: &str, profile| NamedProfile { name: name.to_owned(), profile };
            let base = named("base", profile.clone());
            paths(&engine::compare(tables, &base, &[named("other", profile)]))
        }
        _ => Vec::new(),
    }
}

/// Someone with two states: the answer has all that one may have.
fn example(tables: &Tables) -> Result<Profile, crate::profile::ProfileErrors> {
    let facts = [
        (Key::State, "MS"),
        (Key::EmployerState, "MA"),
        (Key::Careers, "100"),
        (Key::Pay, "31000"),
    ];
    let draft =
        facts.into_iter().fold(Draft::default(), |draft, (key, text)| draft.state(key, text));
    draft.career(tables)
}
