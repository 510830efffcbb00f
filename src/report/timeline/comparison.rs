//! Careers side by side, for people.

use super::after_tax::in_short;
use super::cautions::caution;
use super::words::{money, pivot_label, standing_words};
use crate::engine::career::Milestone;
use crate::engine::{COMPARED_YEARS, ComparedTimeline, Timeline, TimelineComparison};
use crate::profile::{AiAdoption, CareerStage, Pivot, Program, Study};
use crate::quantity::{Change, Dollars};
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::words::{a_year, counted, known_bias, scale_name, seeker};

impl Report for TimelineComparison<'_> {
    fn document(&self) -> Document {
        let base = &self.base().timeline;
        let mut document = Document::default();
        document.prose("answer", answer(self));
        document.own_tables(base.tables);
        document.prose("who", seeker(base.tables, &base.profile, base.career_stage));
        document.details(|details| {
            details.list("profile", self.careers.iter().map(described));
            details.prose("seed", seed_note(self));
        });
        milestones(&mut document, self);
        document.details(|details| pay(details, self));
        gain(&mut document, self);
        document.list("take_home", self.careers.iter().filter_map(after_taxes));
        document.details(|details| differences(details, self));
        document.details(|details| {
            details.list("known_bias", base.known_biases.iter().map(known_bias));
        });
        let share = base.settings.causal_share;
        let doubt = caution(base.tables, base.career_stage, share, &base.known_biases);
        document.prose("doubt", doubt);
        document.prose(
            "more",
            "Pay and differences: add `--details`. One career in full: run `mbc-calc timeline` with its \
             facts.",
        );
        document
    }
}

fn after_taxes(career: &ComparedTimeline<'_>) -> Option<Text> {
    let text = Text::default().stress(format!("{}: ", career.name));
    Some(match career.timeline.take_home.as_ref()? {
        Ok(after) => text.then(in_short(after)),
        Err(why) => text.say(format!("what is left after taxes is not known: {why}.")),
    })
}

/// Which one brings most on average, and how much more than the first, or than the next best.
fn answer(comparison: &TimelineComparison<'_>) -> Text {
    let base = comparison.base();
    let has_ten = comparison.careers.iter().all(|career| career.timeline.gain_10.is_some());
    let gain = |career: &ComparedTimeline<'_>| {
        let timeline = &career.timeline;
        let gain = if has_ten { timeline.gain_10.as_ref() } else { timeline.gain_5.as_ref() };
        gain.map(|gain| gain.mean)
    };
    let mut ranked: Vec<(&ComparedTimeline<'_>, Change)> =
        comparison.careers.iter().filter_map(|one| Some((one, gain(one)?))).collect();
    ranked.sort_by(|(_, one), (_, other)| other.get().total_cmp(&one.get()));
    let [(best, most), others @ ..] = ranked.as_slice() else {
        return "These careers have fewer than 5 years, so there is no gain to compare.".into();
    };
    let next = others.iter().find(|(one, _)| one.name == base.name).or_else(|| others.first());
    let Some((next, less)) = next else { return Text::default() };
    let years = if has_ten { 10 } else { 5 };
    let ahead = more(Some(*less), Some(*most)).filter(|ahead| ahead.get() >= 0.5);
    match ahead {
        None => Text::words(format!("No difference over {years} years, on average.")),
        Some(ahead) => {
            let name = best.name.clone();
            let text = Text::default().stress(name).say(" brings ");
            let text = text.figure(Figure::Change(ahead));
            text.say(format!(" more than `{}` over {years} years, on average.", next.name))
        }
    }
    .then(typical_pay(comparison, best))
}

/// What those in the field earn in year 5 with the best one.
fn typical_pay(comparison: &TimelineComparison<'_>, best: &ComparedTimeline<'_>) -> Text {
    let [year, _] = COMPARED_YEARS;
    let pay = |career: &ComparedTimeline<'_>| pays(&career.timeline, year)[0];
    let Some(pay_then) = pay(best) else { return Text::default() };
    let text = Text::words(format!(" Typical pay in year {year}: about "))
        .then(a_year(pay_then, best.timeline.profile.work()));
    match pay(comparison.base()) {
        Some(base) if best.name != comparison.base().name => text
            .say(format!(", with `{}` ", comparison.base().name))
            .figure(Figure::About(base))
            .say("."),
        _ => text.say("."),
    }
}

fn described(career: &ComparedTimeline<'_>) -> Text {
    let ComparedTimeline { name, timeline } = career;
    let (tables, profile) = (timeline.tables, &timeline.profile);
    let who = seeker(tables, profile, timeline.career_stage);
    let specialty = &tables.specialties.get(timeline.aims.specialty).label;
    let aims = match timeline.aims.pivot {
        _ if timeline.career_stage == CareerStage::Specialist => String::new(),
        Pivot::Stay => format!("Aims at {specialty}. "),
        _ if timeline.profile.plan().ai == Some(AiAdoption::Avoid) => {
            format!("Aims at {specialty}. ")
        }
        pivot => format!("Aims at {specialty} and then {}. ", pivot_label(tables, pivot)),
    };
    Text::default()
        .stress(format!("{name}: "))
        .then(who)
        .say(" ")
        .say(standing_words(timeline.career_stage))
        .say(" ")
        .say(aims)
        .say(chosen(timeline))
        .say(format!(
            "Paid at {}; compared with ",
            scale_name(tables, timeline.scenario, &timeline.wages)
        ))
        .dollars(timeline.counterfactual.now)
        .say(" a year.")
}

/// What is chosen about the way, where it differs from the usual.
fn chosen(timeline: &Timeline<'_>) -> String {
    let plan = timeline.profile.plan();
    let studies = timeline.career_stage == CareerStage::Newcomer;
    let words = [
        (studies && plan.program == Some(Program::Accelerated), "Takes an accelerated program. "),
        (studies && plan.study == Some(Study::FullTime), "Studies full-time. "),
        (plan.ai == Some(AiAdoption::Early), "Takes up AI tools early. "),
        (plan.ai == Some(AiAdoption::Avoid), "Avoids AI tools. "),
    ];
    words.iter().filter(|(is_so, _)| *is_so).map(|(_, words)| *words).collect()
}

fn seed_note(comparison: &TimelineComparison<'_>) -> Text {
    let base = comparison.base();
    let settings = base.timeline.settings;
    let years = counted(settings.horizon.get(), "year");
    let text = Text::default().figure(Figure::Count(u64::from(settings.careers.get())));
    let text = if comparison.share_seed() {
        text.say(format!(
            " careers of {years} are simulated for each with the same random numbers (seed {}): the same \
             pay ranks, exam results and job searches. So the differences come from the facts, not from \
             chance.",
            settings.seed
        ))
    } else {
        text.say(format!(
            " careers of {years} are simulated for `{}`. Others have another number of careers or \
             another seed, so some of the difference is chance.",
            base.name
        ))
    };
    if comparison.careers.iter().all(|c| c.timeline.settings.horizon == settings.horizon) {
        return text;
    }
    text.say(
        " They don't all run for the same number of years. In fewer years only fast careers reach the last \
         steps, so compare the months of those steps with care.",
    )
}

fn row(block: &str, career: &ComparedTimeline<'_>, cells: Vec<Cell>) -> Row {
    Row::new(format!("{block}.{}", career.name), career.name.clone(), cells)
}

/// The milestones as columns.
const COLUMNS: [(Milestone, Column); 7] = [
    (Milestone::Trained, Column::new("trained", "program")),
    (Milestone::Certified, Column::new("certified", "exam")),
    (Milestone::FirstJob, Column::new("first_job", "coding job")),
    (Milestone::Remote, Column::new("remote", "from home")),
    (Milestone::Specialist, Column::new("specialist", "specialty")),
    (Milestone::Pivot, Column::new("pivot", "next role")),
    (Milestone::BreakEven, Column::new("break_even", "paid off")),
];

/// The milestones that lie ahead of any of them.
fn ahead(comparison: &TimelineComparison<'_>) -> impl Iterator<Item = (Milestone, Column)> {
    let of_any = |milestone| {
        comparison.careers.iter().any(|career| career.timeline.median_month(milestone).is_some())
    };
    COLUMNS.into_iter().filter(move |(milestone, _)| of_any(*milestone))
}

fn milestones(document: &mut Document, comparison: &TimelineComparison<'_>) {
    document.heading("When: months from now until half are there");
    let columns: Vec<(Milestone, Column)> = ahead(comparison).collect();
    let rows = comparison.careers.iter().map(|career| {
        let answer = &career.timeline;
        let mut cells: Vec<Cell> =
            columns.iter().map(|(milestone, _)| count(answer.median_month(*milestone))).collect();
        let works = answer.years.last().map(|year| Figure::Share(year.in_field));
        cells.extend([Some(Figure::Share(answer.break_even.never)), works].map(Cell::from));
        row("milestone", career, cells)
    });
    let rows: Vec<Row> = rows.collect();
    let mut columns: Vec<Column> = columns.into_iter().map(|(_, column)| column).collect();
    columns.extend([Column::same("never"), Column::new("in_field", "in the field")]);
    document.table("milestone", columns, rows);
    document.prose(
        "milestone_meaning",
        "Blank = already done, or never reached. `paid off`: half have earned back their costs and lost \
         pay; `never`: the share that doesn't. `in the field`: the share still there at the end.",
    );
}

fn count(months: Option<u32>) -> Cell {
    months.map(|months| Figure::Count(u64::from(months))).into()
}

/// The median pay of those in the field and of all, by year.
fn pays(answer: &Timeline<'_>, year: u32) -> [Option<Dollars>; 2] {
    let year = answer.year(year);
    [year.and_then(|year| Some(year.in_field_pay?.p50)), year.map(|year| year.pay.p50)]
}

const PAY_COLUMNS: [[Column; 2]; 2] = [
    [
        Column::new("in_field_year_5", "in the field, year 5"),
        Column::new("in_field_year_10", "in the field, year 10"),
    ],
    [Column::new("year_5", "everyone, year 5"), Column::new("year_10", "everyone, year 10")],
];

fn pay(document: &mut Document, comparison: &TimelineComparison<'_>) {
    document.heading(format!("Typical pay, {}", money(&comparison.base().timeline)));
    let rows = comparison.careers.iter().map(|career| {
        let [first, second] = COMPARED_YEARS.map(|year| pays(&career.timeline, year));
        let cells = [first[0], second[0], first[1], second[1]];
        row("pay", career, cells.map(Cell::from).to_vec())
    });
    document.table("pay", PAY_COLUMNS.into_iter().flatten(), rows);
    let base = comparison.base().timeline.inflation.is_some();
    for career in &comparison.careers {
        if career.timeline.inflation.is_some() != base {
            let money = money(&career.timeline);
            document.prose("money", format!("That of `{}` is in {money}.", career.name));
        }
    }
}

fn gain(document: &mut Document, comparison: &TimelineComparison<'_>) {
    let base = &comparison.base().timeline;
    document.heading(format!(
        "What it brings beyond the pay without it, in {} dollars",
        base.tables.salaries.dollars_of
    ));
    let rows = comparison.careers.iter().map(|career| {
        let gains = [career.timeline.gain_5, career.timeline.gain_10];
        let cells = gains.into_iter().flat_map(|gain| {
            let points = gain.map(|gain| [gain.mean, gain.p50, gain.p90].map(Some));
            points.unwrap_or_default().map(|point| point.map(Figure::Change).into())
        });
        row("gain", career, cells.collect())
    });
    let columns = vec![
        Column::new("years_5_mean", "five years, average"),
        Column::new("years_5_p50", "median"),
        Column::new("years_5_p90", "p90"),
        Column::new("years_10_mean", "ten years, average"),
        Column::new("years_10_p50", "median"),
        Column::new("years_10_p90", "p90"),
    ];
    document.table("gain", columns, rows);
}

/// How much more another is, where both have one.
pub(super) fn more(from: Option<Change>, to: Option<Change>) -> Option<Change> {
    Change::new(to?.get() - from?.get()).ok()
}

/// How many months later another is, where both get there.
pub(super) fn later(from: Option<u32>, to: Option<u32>) -> Option<i32> {
    i32::try_from(i64::from(to?) - i64::from(from?)).ok()
}

fn differences(document: &mut Document, comparison: &TimelineComparison<'_>) {
    let base = &comparison.base().timeline;
    document.heading(format!("Difference from `{}`", comparison.base().name));
    let rows = comparison.careers.iter().skip(1).map(|career| {
        let answer = &career.timeline;
        let months = [Milestone::FirstJob, Milestone::BreakEven]
            .map(|at| later(base.median_month(at), answer.median_month(at)));
        let pays = COMPARED_YEARS.map(|year| {
            pays(base, year)[0]
                .zip(pays(answer, year)[0])
                .map(|(from, to)| Figure::Difference { from, to })
        });
        let mean =
            |gain: Option<crate::engine::career::Outcome<Change>>| gain.map(|gain| gain.mean);
        let gains = [(base.gain_5, answer.gain_5), (base.gain_10, answer.gain_10)]
            .map(|(from, to)| more(mean(from), mean(to)).map(Figure::Change));
        let months = months.map(|months| months.map(Figure::MonthsLater));
        let cells = months.into_iter().chain(pays).chain(gains).map(Cell::from).collect();
        row("difference", career, cells)
    });
    let columns = vec![
        Column::new("first_job", "coding job"),
        Column::new("break_even", "paid off"),
        Column::new("in_field_year_5", "pay in year 5"),
        Column::new("in_field_year_10", "pay in year 10"),
        Column::new("years_5", "gain in five years"),
        Column::new("years_10", "gain in ten years"),
    ];
    document.table("difference", columns, rows);
    document.prose(
        "difference_meaning",
        "Months are later (+) or sooner (-), for half of those who get there. Pay is the typical pay in the \
         field, US dollars a year; the gain is the average above.",
    );
}
