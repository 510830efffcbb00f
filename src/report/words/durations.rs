//! Hours, years and counts in words.

use crate::profile::Work;
use crate::quantity::{Experience, WeeklyHours};
use crate::report::document::{Figure, Text};

/// `US dollars a year, full-time, before tax`, or for how many hours a week.
pub(crate) fn amounts_of_a_year(work: &Work) -> Text {
    let text = Text::words("US dollars a year, ");
    let text = match work.other_hours() {
        None => text.say("full-time"),
        Some(hours) => text.say("for ").then(hours_a_week(hours)),
    };
    text.say(", before tax")
}

/// `20 hours a week`.
pub(super) fn hours_a_week(hours: WeeklyHours) -> Text {
    let one = (hours.get() - 1.0).abs() < f64::EPSILON;
    let text = Text::default().figure(Figure::Years(hours.get()));
    text.say(if one { " hour a week" } else { " hours a week" })
}

/// The hours of a step: `20 hours a week instead of 40`.
pub(crate) fn other_hours(from: Option<WeeklyHours>, to: Option<WeeklyHours>) -> Text {
    let [from, to] = [from, to].map(|hours| hours.unwrap_or(WeeklyHours::FULL_TIME));
    hours_a_week(to).say(" instead of ").figure(Figure::Years(from.get()))
}

/// `1 year`, `2.5 years`.
pub(crate) fn years_of(experience: Experience) -> Text {
    let one = (experience.years() - 1.0).abs() < f64::EPSILON;
    Text::default().figure(Figure::Years(experience.years())).say(if one {
        " year"
    } else {
        " years"
    })
}

/// `1 year`, `10 years`.
pub(crate) fn counted(count: u32, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
