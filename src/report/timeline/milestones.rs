//! When a career reaches what, and when it has paid off.

use super::words::{milestone_label, pivot_label};
use crate::engine::Timeline;
use crate::engine::career::BreakEven;
use crate::profile::{AiAdoption, Pivot};
use crate::report::document::{Column, Document, Figure, Row, Text};
use crate::report::words::counted;

pub(super) fn table(document: &mut Document, answer: &Timeline<'_>) {
    document.heading("When, counted from now");
    let rows = answer.milestones.iter().map(|reached| {
        let months = reached.months.map(|months| months.map(Some)).unwrap_or_default();
        let mut cells = vec![Figure::Share(reached.share).into()];
        cells.extend(months.map(|month| month.map(Figure::Months).into()));
        let id = format!("milestone.{}", reached.milestone.name());
        Row::new(id, milestone_label(answer, reached.milestone), cells)
    });
    let columns = [
        Column::new("reached", "get there"),
        Column::new("p10", "one in ten are there by"),
        Column::new("p50", "half are there by"),
        Column::new("p90", "nine in ten by"),
    ];
    document.table("milestone", columns, rows);
    if answer.aims.pivot != Pivot::Stay && answer.profile.plan().ai == Some(AiAdoption::Avoid) {
        document.prose(
            "no_pivot",
            format!(
                "Because you avoid AI tools, we assumed that you never reach {}, that pay stops growing with \
                 experience after the office years, and that more people lose their job.",
                pivot_label(answer.tables, answer.aims.pivot)
            ),
        );
    }
}

pub(super) fn break_even(document: &mut Document, answer: &Timeline<'_>) {
    let within = counted(answer.settings.horizon.get(), "year");
    let BreakEven { months, never, .. } = &answer.break_even;
    let [p10, p50, p90] = *months;
    let parts = [
        (p10, "one in ten", "one in ten"),
        (p50, "half", "half"),
        (p90, "nine in ten", "nine in ten"),
    ];
    let parts: Vec<(u32, &'static str, &'static str)> =
        parts.into_iter().filter_map(|(month, first, then)| Some((month?, first, then))).collect();
    // The largest of the shares that are reached by the same month stays, the others are left out.
    let mut shown = parts.iter().enumerate().filter_map(|(i, part)| {
        parts.get(i + 1).is_none_or(|next| next.0 != part.0).then_some(part)
    });
    let by = |text: Text, month, who: &'static str| {
        text.say("within ").figure(Figure::Months(month)).say(" ").say(who)
    };
    let text = match shown.next() {
        None => Text::words(format!("Fewer than one in ten earn back their costs within {within}")),
        Some(&(month, first, _)) => {
            let text = Text::words("Paid off: within ").figure(Figure::Months(month));
            let text = text.say(" ").say(first).say(" earn back their costs and lost pay");
            shown.fold(text, |text, &(month, _, then)| by(text.say(", "), month, then))
        }
    };
    let text = if never.get() <= 0.0 {
        text.say(format!("; everyone does within {within}."))
    } else {
        text.say("; ").figure(Figure::Share(*never)).say(format!(" never do within {within}."))
    };
    document.prose("break_even", text);
}
