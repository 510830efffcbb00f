//! The answer to `verdict`: whether the career is worth it, for people.

mod found;
pub(super) mod json;
mod numbers;
mod sentence;
mod words;

use crate::data::{Basis, CriterionKind, CriterionMeasure, Stance};
use crate::engine::verdict::{Answer, Flip, Judged, Measured, Verdict};
use crate::profile::{CareerStage, Key};
use crate::quantity::Share;
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Gauge, Row, Text};
use crate::report::programs::outcomes_line;
use crate::report::timeline::{caution, level_words};
use crate::report::words::{
    counted, joined, known_bias, seeker as described, short_list, step_words, unused,
};
use found::found;
use json::asked_of;
use numbers::{asked, measured};
use sentence::answer;
use words::{fact, seeker, value, word, yes_or_no};

impl Report for Verdict<'_> {
    /// The first line is the answer; then what speaks against, what is open and what speaks in favor.
    fn document(&self) -> Document {
        let mut document = Document::default();
        document.prose("answer", answer(self));
        document.own_tables(self.tables);
        document.prose("who", who(self));
        document.details(|details| first_pay(details, self));
        reasons(&mut document, self);
        open(&mut document, self);
        flips(&mut document, self);
        next_step(&mut document, self);
        document.details(|details| {
            programs(details, self);
            ten_years_on(details, self);
            criteria(details, self);
            facts(details, self);
            why(details, self);
            measured_how(details, self);
        });
        cautions(&mut document, self);
        if let Some(text) = taxes(self) {
            document.prose("take_home", text);
        }
        let asked = asked_of(std::slice::from_ref(self));
        document.prose("unused", unused(&self.profile, asked));
        document.prose(
            "more",
            "Every test and its source: add `--details`. Pay by year: `mbc-calc timeline` with these facts.",
        );
        document
    }
}

impl Report for Vec<Verdict<'_>> {
    fn document(&self) -> Document {
        let mut document = Document::default();
        let Some(first) = self.first() else { return document };
        document.prose("answers", answers(self));
        document.own_tables(first.tables);
        document.prose("who", who(first));
        document.heading("One answer for each stage of life that fits");
        let rows = self.iter().map(|verdict| {
            let judgment = &verdict.judgment;
            let strongest = |reasons: Vec<&Judged<'_>>| reasons.first().copied().map(found);
            let open = judgment.open().len();
            let open = (open > 0).then(|| Text::default().figure(Figure::Count(open as u64)));
            let cells = [
                word(judgment.answer).into(),
                strongest(judgment.in_favor()).into(),
                strongest(judgment.against()).into(),
                open.into(),
            ];
            let stage = verdict.stage.name();
            Row::new(format!("verdict.{stage}"), stage, cells)
        });
        let columns = vec![
            Column::same("answer"),
            Column::new("in_favor", "in favor"),
            Column::same("against"),
            Column::new("open", "still to answer"),
        ];
        document.table("verdict", columns, rows);
        document.details(|details| programs(details, first));
        cautions(&mut document, first);
        document.prose(
            "more",
            "For every question, and what would change the answer, add `--stage` and one of these names, \
             such as `--stage graduate`.",
        );
        document
    }
}

/// What graduates of programs at home earn, for a newcomer.
fn programs(document: &mut Document, verdict: &Verdict<'_>) {
    if let Some(programs) = &verdict.programs {
        document.prose("programs", outcomes_line(verdict.tables, programs));
    }
}

/// The answers for all stages, those with the same answer in one sentence.
fn answers(verdicts: &[Verdict<'_>]) -> Text {
    let mut joint = "";
    let answers = [Answer::Yes, Answer::Conditional, Answer::No];
    answers.into_iter().fold(Text::default(), |text, answer| {
        let of = verdicts.iter().filter(|verdict| verdict.judgment.answer == answer);
        let stages: Vec<Text> = of.map(|verdict| seeker(verdict.stage).into()).collect();
        if stages.is_empty() {
            return text;
        }
        let text = text.say(joint).stress(words::first_word(answer));
        joint = " ";
        text.say(" for ").then(joined(stages)).say(".")
    })
}

/// Who asks, the stage they start at, and how long they can wait.
fn who(verdict: &Verdict<'_>) -> Text {
    described(verdict.tables, &verdict.profile, verdict.career_stage).then(starting_point(verdict))
}

/// How likely a first pay is by when.
fn first_pay(document: &mut Document, verdict: &Verdict<'_>) {
    let mut joint = "Of people who start, ";
    let mut verb = " have a first coding paycheck ";
    let mut text = Text::default();
    for (months, share) in &verdict.first_pay {
        text = text.say(joint).figure(Figure::Share(*share));
        text = text.say(format!("{verb}within {}", counted(*months, "month")));
        (joint, verb) = (", ", " ");
    }
    if !verdict.first_pay.is_empty() {
        document.prose("first_pay", text.say("."));
    }
}

/// The stage that the person starts at, and how long they can wait.
fn starting_point(verdict: &Verdict<'_>) -> Text {
    let words = match verdict.career_stage {
        CareerStage::Newcomer => {
            " You would start with a training program and a certification exam."
        }
        CareerStage::Certified => " You would start by looking for a first job.",
        CareerStage::Apprentice => " You are in your first years in an office.",
        CareerStage::Coder => " You work in the field already.",
        CareerStage::Specialist => " You work in a specialty already.",
    };
    let text = Text::words(words);
    match verdict.wait {
        Some(wait) if !verdict.first_pay.is_empty() => text
            .say(format!(" You can wait {} for a first coding paycheck.", counted(wait, "month"))),
        _ => text,
    }
}

/// On which level pay is, and what is not looked at.
fn measured_how(document: &mut Document, verdict: &Verdict<'_>) {
    document.prose("level", level_words(verdict.survey_level, verdict.level));
    let plan = verdict.profile.plan();
    if plan.horizon.is_some() || plan.nominal == Some(true) {
        document.prose(
            "years",
            format!(
                "A verdict covers five or ten years in {} dollars, whatever horizon and dollars you state.",
                verdict.tables.salaries.dollars_of
            ),
        );
    }
}

/// What speaks against, and the strongest in favor, each with what was found next to what is asked.
fn reasons(document: &mut Document, verdict: &Verdict<'_>) {
    const IN_FAVOR: usize = 2;
    let judgment = &verdict.judgment;
    let mut in_favor = judgment.in_favor();
    in_favor.truncate(IN_FAVOR);
    let sides = [("against", "Against", judgment.against()), ("in_favor", "In favor", in_favor)];
    let rows = sides.into_iter().flat_map(|(id, side, reasons)| {
        reasons.into_iter().enumerate().map(move |(i, judged)| {
            let id = format!("{id}.{}", judged.criterion.id);
            let side = if i == 0 { side } else { "" };
            Row::new(id, side, [found(judged).into(), gauge(judged).into()])
        })
    });
    let rows: Vec<Row> = rows.collect();
    if !rows.is_empty() {
        let columns = [
            Column::new("found", "what we found, and what we ask for"),
            Column::new("picture", "asked"),
        ];
        document.table("reason", columns, rows);
    }
}

/// The number found next to the number asked for, where both are numbers.
fn gauge(judged: &Judged<'_>) -> Option<Cell> {
    let (Measured::Number(found), Some(asked)) = (judged.measured, judged.asked()) else {
        return None;
    };
    let longest = found.max(asked);
    let part = |number: f64| {
        let part = if longest > 0.0 { number / longest } else { 0.0 };
        Share::new(part.clamp(0.0, 1.0)).expect("a clamped part is a share")
    };
    Some(Cell::Gauge(Gauge { found: part(found), asked: part(asked) }))
}

/// What is still to answer.
fn open(document: &mut Document, verdict: &Verdict<'_>) {
    let decides = |judged: &&Judged<'_>| judged.criterion.kind == CriterionKind::Must;
    let (decisive, helpful): (Vec<_>, Vec<_>) =
        verdict.judgment.open().into_iter().partition(decides);
    if decisive.is_empty() && helpful.is_empty() {
        return;
    }
    document.heading("Still to answer");
    document.list("open", decisive.into_iter().map(found));
    let flag = |judged: &&Judged<'_>| match judged.criterion.measure {
        CriterionMeasure::WorkStyle(style) => Some(Key::stating(style).flag()),
        _ => None,
    };
    let flags: Vec<Text> =
        helpful.iter().filter_map(flag).map(|flag| format!("`{flag}`").into()).collect();
    if !flags.is_empty() {
        let also = Text::words("It also helps to know: ").then(joined(flags));
        document.prose("also_open", also.say(" (add `yes` or `no`)."));
    }
    document.details(|details| details.list("open", helpful.into_iter().map(found)));
}

/// The best step of who works in the field.
fn next_step(document: &mut Document, verdict: &Verdict<'_>) {
    let Some(next) = &verdict.next_step else { return };
    let text =
        Text::words(format!("The best next step: {}", step_words(verdict.tables, next.step)));
    let text = match next.odds {
        Some(odds) => text
            .say(format!(". It takes about {} and works out for ", counted(next.months, "month")))
            .figure(Figure::Share(odds))
            .say(" of those who try"),
        None => text.say(format!(
            ", if you find such a job. It takes about {}",
            counted(next.months, "month")
        )),
    };
    let text = text.say(". On average it brings ").figure(Figure::Change(next.gain));
    document.prose("next_step", text.say(" over five years, compared with no change."));
}

/// How others fare in ten years.
fn ten_years_on(document: &mut Document, verdict: &Verdict<'_>) {
    if !verdict.profile.works_in_the_field() {
        let [stay, role] = verdict.ten_years_on;
        let text = Text::words("Ten years on, ")
            .figure(Figure::Share(stay))
            .say(" of people who start are in the field, and ")
            .figure(Figure::Share(role))
            .say(" have reached the role they aim for.");
        document.prose("ten_years_on", text);
    }
}

/// What to doubt, and what was assumed that matters most.
fn cautions(document: &mut Document, verdict: &Verdict<'_>) {
    document.details(|details| {
        details.list("known_bias", verdict.known_biases.iter().map(known_bias));
    });
    let share = verdict.settings.causal_share;
    let stage = verdict.career_stage;
    document.prose("doubt", caution(verdict.tables, stage, share, &verdict.known_biases));
}

/// Which amounts are after taxes, where that is asked for.
fn taxes(verdict: &Verdict<'_>) -> Option<&'static str> {
    verdict.judgment.criteria.iter().any(|judged| judged.is_after_tax).then_some(
        "The test of your pay in year 5 is after taxes; every other amount is before them. \
         `mbc-calc take-home` takes each tax by name.",
    )
}

fn criteria(document: &mut Document, verdict: &Verdict<'_>) {
    document.heading("Every test, what we found and what we ask for");
    let columns = vec![
        Column::new("kind", ""),
        Column::same("found"),
        Column::new("asked", "we ask for"),
        Column::new("holds", "passes"),
        Column::new("sources", "source"),
    ];
    let rows = verdict.judgment.criteria.iter().map(|judged| {
        let criterion = judged.criterion;
        let cells = [
            criterion.kind.name().into(),
            measured(judged).into(),
            asked(judged).into(),
            yes_or_no(judged.holds).into(),
            short_list(verdict.tables, &criterion.evidence.sources).into(),
        ];
        Row::new(format!("criterion.{}", criterion.id), criterion.label.clone(), cells)
    });
    document.table("criterion", columns, rows);
}

/// What would turn what was measured; what the person has only to say is in the list of open questions.
fn flips(document: &mut Document, verdict: &Verdict<'_>) {
    let by_words = |measure| matches!(measure, CriterionMeasure::WorkStyle(_));
    let turned = verdict
        .judgment
        .criteria
        .iter()
        .filter(|judged| judged.holds != Some(true) && !by_words(judged.criterion.measure));
    let mut rows = Vec::new();
    for judged in turned {
        let criterion = judged.criterion;
        let row = |cells: [Cell; 4]| {
            Row::new(format!("flip.{}", criterion.id), criterion.label.clone(), cells)
        };
        let turns: Vec<&Flip> =
            verdict.flips.iter().filter(|flip| flip.criterion == criterion.id).collect();
        let Some(best) = turns.iter().map(|flip| flip.answer).max() else {
            let none = "nothing you can change".into();
            rows.push(row([none, Cell::Empty, Cell::Empty, Cell::Empty]));
            continue;
        };
        // A first reading has one change a test: of those that help most the first.
        let first = turns.iter().position(|flip| flip.answer == best);
        rows.extend(turns.iter().enumerate().map(|(i, flip)| {
            let row = row([
                flip.input.flag().into(),
                value(&flip.from).into(),
                value(&flip.to).into(),
                word(flip.answer).into(),
            ]);
            if Some(i) == first { row } else { row.in_details() }
        }));
    }
    if rows.is_empty() {
        return;
    }
    document.heading("What would change it, one thing at a time");
    let columns = vec![
        Column::new("fact", "smallest change"),
        Column::same("now").in_details(),
        Column::same("instead"),
        Column::new("answer", "answer then"),
    ];
    document.table("flip", columns, rows);
    document.details(|details| {
        details.prose(
            "flip_note",
            "Each line is the smallest change that would flip that test. `--certs` means that you \
             already hold it.",
        );
    });
}

fn why(document: &mut Document, verdict: &Verdict<'_>) {
    document.heading("Why we ask");
    let notes = verdict.judgment.criteria.iter().map(|judged| {
        let evidence = &judged.criterion.evidence;
        let note = evidence.note.as_deref().unwrap_or("no reason is stated");
        let ours = match evidence.basis {
            Basis::Assumption => ". How much is enough is our own choice",
            Basis::Published | Basis::Derived => "",
        };
        Text::words(format!("{}: {note}{ours}", judged.criterion.label))
    });
    document.list("why", notes);
    document.prose("thresholds", "You can change what we ask for: it is in the table `verdicts`.");
}

fn facts(document: &mut Document, verdict: &Verdict<'_>) {
    let tables = verdict.tables;
    let quoted = tables.verdicts.quoted(verdict.stage);
    let items: Vec<Text> = quoted
        .filter_map(|quoted| {
            let view = match quoted.view {
                Stance::For => "for: ",
                Stance::Against => "against: ",
                Stance::Neutral => "",
            };
            let known = tables.market.fact(&quoted.item)?;
            Some(Text::words(view).then(fact(tables, &quoted.label, known)))
        })
        .collect();
    if !items.is_empty() {
        document.heading("What else is known");
        document.list("fact", items);
    }
}
