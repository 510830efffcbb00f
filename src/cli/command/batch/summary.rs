//! What became of a stream, in words.

use crate::batch::Summary;
use crate::data::Quoted;
use crate::profile::Meaning;

/// The counts, and what a person should know of the columns, a line each.
pub(super) fn summary_text(summary: &Summary) -> String {
    let &Summary { answered, refused, blank, .. } = summary;
    let mut text = format!("{} answered, {refused} refused", counted(answered, "profile"));
    if blank > 0 {
        text = format!("{text}, {} skipped", counted(blank, "blank line"));
    }
    let end =
        if summary.stopped.is_some() { "; stopped at the first that was refused" } else { "" };
    let mut lines = vec![format!("{text}{end}")];
    lines.extend(near_misses(summary));
    lines.extend(others(summary));
    if summary.passed_over > 0 {
        let cells = counted(summary.passed_over, "value");
        let column = summary.passed_over_in.as_deref().unwrap_or_default();
        let column = Quoted(column);
        lines.push(format!("{column} states no fact in {cells}, which pass through"));
    }
    if summary.counted_as > 0 {
        let are = if summary.counted_as == 1 { "is" } else { "are" };
        let values = counted(summary.counted_as, "value");
        lines.push(format!(
            "{values} {are} counted as something near, as a range as its middle; see `warnings`"
        ));
    }
    lines.extend(most_refused(summary));
    lines.join("\n") + "\n"
}

/// Names that are all but those of facts.
fn near_misses(summary: &Summary) -> impl Iterator<Item = String> {
    summary.others.iter().filter_map(|name| {
        let near = Meaning::near_miss(name)?;
        Some(format!("{} states no fact; did you mean `{near}`?", Quoted(name)))
    })
}

/// What passed through.
fn others(summary: &Summary) -> Option<String> {
    const LISTED: usize = 8;
    let named = summary.others.iter().take(LISTED).map(|name| Quoted(name).to_string());
    let named = named.collect::<Vec<_>>().join(", ");
    let more = if summary.others.len() > LISTED { ", …" } else { "" };
    let what = if summary.keeps_others { "passed through" } else { "left out" };
    (!summary.others.is_empty()).then(|| format!("{what}, as no fact is called so: {named}{more}"))
}

/// The fact that most profiles were refused for, where it refused most of them.
fn most_refused(summary: &Summary) -> Option<String> {
    const FEW: u64 = 3;
    let (fact, count) = summary.refused_by.iter().max_by_key(|(_, count)| *count)?;
    let are_most = *count >= FEW && 2 * count > summary.answered + summary.refused;
    are_most.then(|| {
        let profiles = counted(*count, "profile");
        format!("{profiles} refused for `{fact}`; `--columns \"NAME=\"` passes a column through")
    })
}

fn counted(count: u64, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
