//! The answer to `verdict`: whether the career is worth it, for people.

pub(super) mod json;
mod sentence;
mod words;

use crate::data::{Basis, CriterionMeasure, Stance};
use crate::engine::verdict::{Judged, Verdict};
use crate::profile::{CareerStage, Key};
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text};
use crate::report::programs::outcomes_line;
use crate::report::timeline::level_words;
use crate::report::words::{counted, seeker as described, short_list};
use sentence::answer;
use words::{
    answered, asked, fact, first_word, in_short, measured, seeker, step, value, yes_or_no,
};

impl Report for Verdict<'_> {
    /// The first line is the answer; then what speaks against, what is open and what speaks in favor.
    fn document(&self) -> Document {
        let mut document = Document::default();
        document.prose("answer", answer(self));
        document.own_tables(self.tables);
        document.prose("who", who(self));
        first_pay(&mut document, self);
        reasons(&mut document, self);
        flips(&mut document, self);
        programs(&mut document, self);
        outlook(&mut document, self);
        criteria(&mut document, self);
        facts(&mut document, self);
        document.heading("Why each is asked");
        let notes = self.judgment.criteria.iter().map(|judged| {
            let evidence = &judged.criterion.evidence;
            let note = evidence.note.as_deref().unwrap_or("no reason is stated");
            let ours = match evidence.basis {
                Basis::Assumption => ". How much is enough is an assumption of ours",
                Basis::Published | Basis::Derived => "",
            };
            Text::words(format!("{}: {note}{ours}", judged.criterion.label))
        });
        document.list("why", notes);
        measured_how(&mut document, self);
        document.prose(
            "more",
            "The careers behind these numbers: `mbc-calc timeline` with the same facts. Every \
             threshold is in the table `verdicts`, to be changed.",
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
            let strongest = |reasons: Vec<&Judged<'_>>| reasons.first().copied().map(in_short);
            let open = judgment.open().len();
            let open = (open > 0).then(|| Text::default().figure(Figure::Count(open as u64)));
            let cells = [
                judgment.answer.name().into(),
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
        programs(&mut document, first);
        document.prose(
            "more",
            "Add `--stage` with one of these names for every question, its source, and what would \
             change the answer.",
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

/// The answers for all stages, in one sentence each.
fn answers(verdicts: &[Verdict<'_>]) -> Text {
    let mut joint = "";
    verdicts.iter().fold(Text::default(), |text, verdict| {
        let text = text.say(joint).stress(first_word(verdict.judgment.answer));
        joint = " ";
        text.say(format!(" for {}.", seeker(verdict.stage)))
    })
}

/// Who asks, the stage they start at, and how long they can wait.
fn who(verdict: &Verdict<'_>) -> Text {
    described(verdict.tables, &verdict.profile, verdict.career_stage).then(starting_point(verdict))
}

/// How likely a first pay is by when.
fn first_pay(document: &mut Document, verdict: &Verdict<'_>) {
    let mut joint = "Of those who begin, ";
    let mut verb = "have a first pay ";
    let mut text = Text::default();
    for (months, share) in &verdict.first_pay {
        text = text.say(joint).number(share.get() * 100.0, 0);
        text = text.say(format!("% {verb}within {}", counted(*months, "month")));
        (joint, verb) = (", ", "");
    }
    if !verdict.first_pay.is_empty() {
        document.prose("first_pay", text.say("."));
    }
}

/// The stage that the person starts at, and how long they can wait.
fn starting_point(verdict: &Verdict<'_>) -> Text {
    let words = match verdict.career_stage {
        CareerStage::Newcomer => " The way begins with a program and an exam.",
        CareerStage::Certified => " The way begins with the search for a first job.",
        CareerStage::Apprentice => " The way begins in the first years in an office.",
        CareerStage::Coder => " The way begins at work in the field.",
        CareerStage::Specialist => " The way begins at work in a specialty.",
    };
    let text = Text::words(words);
    if verdict.first_pay.is_empty() {
        return text;
    }
    match verdict.wait {
        Some(wait) => {
            text.say(format!(" You can wait {} for a first pay.", counted(wait, "month")))
        }
        None => text,
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
                "A verdict follows five or ten years in dollars of {}, whatever horizon and dollars are \
                 stated.",
                verdict.tables.salaries.dollars_of
            ),
        );
    }
}

/// What speaks against, what is still to answer, and the strongest in favor.
fn reasons(document: &mut Document, verdict: &Verdict<'_>) {
    const IN_FAVOR: usize = 2;
    let judgment = &verdict.judgment;
    let mut in_favor = judgment.in_favor();
    in_favor.truncate(IN_FAVOR);
    for (id, heading, reasons) in [
        ("against", "Against", judgment.against()),
        ("open", "Still to answer", judgment.open()),
        ("in_favor", "In favor", in_favor),
    ] {
        if !reasons.is_empty() {
            document.heading(heading);
            document.list(id, reasons.into_iter().map(answered));
        }
    }
}

/// What else the careers come to: the best step of who works in the field; how others fare in ten years.
fn outlook(document: &mut Document, verdict: &Verdict<'_>) {
    if let Some(next) = &verdict.next_step {
        let text = Text::words(format!(
            "The best next step: {}, which takes effect after ",
            step(verdict.tables, next.step)
        ))
        .say(counted(next.months, "month"))
        .say(" or so");
        let text = match next.odds {
            Some(odds) => {
                text.say(" for ").figure(Figure::Share(odds)).say(" of those who try, and brings ")
            }
            None => text.say(" if you find such a job, and then brings "),
        };
        let text = text
            .figure(Figure::Change(next.gain))
            .say(" in five years on average over changing nothing.");
        document.prose("next_step", text);
    }
    if !verdict.profile.works_in_the_field() {
        let [stay, role] = verdict.ten_years_on;
        let text = Text::words("Ten years on, ")
            .figure(Figure::Share(stay))
            .say(" of those who start are in the field, and ")
            .figure(Figure::Share(role))
            .say(" have reached the role that they aim at.");
        document.prose("ten_years_on", text);
    }
}

fn criteria(document: &mut Document, verdict: &Verdict<'_>) {
    document.heading("Everything that was asked, and what was found");
    let columns = vec![
        Column::new("kind", ""),
        Column::same("found"),
        Column::same("asked"),
        Column::same("holds"),
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
        let mut row = |cells: [Cell; 4]| {
            let id = format!("flip.{}", criterion.id);
            rows.push(Row::new(id, criterion.label.clone(), cells));
        };
        let turns = verdict.flips.iter().filter(|flip| flip.criterion == criterion.id);
        let mut turns = turns.peekable();
        if turns.peek().is_none() {
            row(["none of those tried".into(), Cell::Empty, Cell::Empty, Cell::Empty]);
        }
        for flip in turns {
            row([
                flip.input.flag().into(),
                value(&flip.from).into(),
                value(&flip.to).into(),
                flip.answer.name().into(),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    document.heading("What would change it, one thing at a time");
    let columns = vec![
        Column::same("fact"),
        Column::same("now"),
        Column::same("instead"),
        Column::new("answer", "answer then"),
    ];
    document.table("flip", columns, rows);
    let held = if verdict.flips.iter().any(|flip| flip.input == Key::Certs) {
        " `--certs`: if you held it already."
    } else {
        ""
    };
    document.prose(
        "flip_note",
        format!(
            "Each is the nearest value that turns its question, everything else as stated.{held}"
        ),
    );
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
