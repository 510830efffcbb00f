//! What both rankings have in common.

use crate::data::{Programs, Tables};
use crate::engine::{Order, ProgramRankingRequest, ProgramSort, RankedRows};
use crate::profile::{Key, Profile};
use crate::quantity::{Dollars, Share};
use crate::report::document::{Cell, Document, Figure};
use crate::report::json::{Json, answer_sources, asked};

/// What a ranking was asked for.
pub(super) fn request_keys(
    json: &mut Json<'_>,
    tables: &Tables,
    profile: &Profile,
    request: ProgramRankingRequest,
) {
    asked(json, tables, profile);
    json.plain_str_at("by", "program");
    json.plain_str_at("sort", request.sort.name());
    json.plain_str_at("order", request.order.name());
    json.figure_at("top", Figure::Count(request.top as u64));
}

/// The order in words.
pub(super) const fn order(request: ProgramRankingRequest) -> &'static str {
    match request.order {
        Order::HighestFirst => "highest first",
        Order::LowestFirst => "lowest first",
    }
}

/// How the first compares with the next.
pub(super) const fn comparative(request: ProgramRankingRequest) -> &'static str {
    match request.order {
        Order::HighestFirst => " more",
        Order::LowestFirst => " less",
    }
}

/// The figure as a column calls it.
pub(super) const fn column(sort: ProgramSort) -> &'static str {
    sort.name()
}

/// A bar as long as the amount is of the largest.
pub(super) fn bar(value: Dollars, largest: f64) -> Cell {
    Share::new(value.get() / largest).map_or(Cell::Empty, Cell::Bar)
}

/// The largest of the amounts that are shown.
pub(super) fn largest<T>(groups: &[&RankedRows<T>]) -> f64 {
    let shown = groups.iter().flat_map(|group| group.shown());
    shown.map(|ranked| ranked.value.get()).fold(0.0, f64::max)
}

/// How many rows are left out, if any.
pub(super) fn shown<T>(document: &mut Document, rows: &RankedRows<T>) {
    let (shown, all) = (rows.shown().len(), rows.all().len());
    if shown < all {
        document.prose("shown", format!("{shown} of {all} shown; `--top {all}` shows all."));
    }
}

/// That facts of the profile do not count, where there are any besides the home.
pub(super) fn not_counted(document: &mut Document, profile: &Profile) {
    if profile.without(Key::State) != Profile::default() {
        document.prose(
            "not_counted",
            "Only your state counts here: what graduates of a program earn does not depend on what \
             else you state.",
        );
    }
}

/// The sources of the table.
pub(super) fn sources(json: &mut Json<'_>, tables: &Tables, programs: &Programs) {
    answer_sources(json, tables, &[programs.own_field().source]);
}

pub(super) fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
