//! The answer to `verdict`: whether the career is worth it, for people.

pub(super) mod json;
mod words;

use crate::data::{Basis, CriterionKind, Stance};
use crate::engine::verdict::{Answer, Verdict};
use crate::profile::CareerStage;
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Row, Text};
use crate::report::programs::outcomes_line;
use crate::report::timeline::level_words;
use crate::report::words::{counted, seeker as described, short_list};
use words::{asked, fact, first_word, in_short, measured, reservation, seeker, value, yes_or_no};

impl Report for Verdict<'_> {
    /// The first line is the answer.
    fn document(&self) -> Document {
        let mut document = Document::default();
        document.prose("answer", answer(self));
        document.own_tables(self.tables);
        document.prose("who", who(self));
        first_pay(&mut document, self);
        reasons(&mut document, self);
        programs(&mut document, self);
        criteria(&mut document, self);
        flips(&mut document, self);
        facts(&mut document, self);
        document.heading("Why each is asked");
        let notes = self.judgement.criteria.iter().map(|judged| {
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
        document.heading("One answer for each stage of life");
        let rows = self.iter().map(|verdict| {
            let cells = [
                verdict.judgement.answer.name().into(),
                verdict.judgement.strongest_for().map(in_short).into(),
                verdict.judgement.strongest_against().map(in_short).into(),
            ];
            let stage = verdict.stage.name();
            Row::new(format!("verdict.{stage}"), stage, cells)
        });
        document.table("verdict", ["answer", "for", "against"].map(Column::same), rows);
        programs(&mut document, first);
        document.prose(
            "more",
            "Add `--stage` with one of these names for every criterion, its source, and what would \
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

/// The answer and why, in one line.
fn answer(verdict: &Verdict<'_>) -> Text {
    let judgement = &verdict.judgement;
    let of = |kind| judgement.criteria.iter().filter(move |judged| judged.criterion.kind == kind);
    let held = |kind| of(kind).filter(|judged| judged.holds == Some(true)).count();
    let count = |kind| format!("{} of {}", held(kind), of(kind).count());
    let text = Text::default()
        .stress(first_word(judgement.answer))
        .say(format!(", for {}: ", seeker(verdict.stage)));
    match judgement.answer {
        Answer::Yes if of(CriterionKind::Should).count() == 0 => {
            text.say("everything that must hold does.")
        }
        Answer::Yes => text.say(format!(
            "everything that must hold does, and {} that should.",
            count(CriterionKind::Should)
        )),
        Answer::Conditional => {
            let why: Vec<&str> = judgement.reservations.iter().copied().map(reservation).collect();
            text.say(format!("nothing that must hold is broken, but {}.", why.join(", and ")))
        }
        Answer::No => {
            let broken = judgement.strongest_against();
            broken.map_or(text.clone(), |judged| {
                text.say("this must hold and does not: ").then(in_short(judged)).say(".")
            })
        }
    }
}

/// The answers for all stages, in one sentence each.
fn answers(verdicts: &[Verdict<'_>]) -> Text {
    let mut joint = "";
    verdicts.iter().fold(Text::default(), |text, verdict| {
        let text = text.say(joint).stress(first_word(verdict.judgement.answer));
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
        CareerStage::Newcomer => " The way begins with a programme and an exam.",
        CareerStage::Certified => " The way begins with the search for a first job.",
        CareerStage::Apprentice => " The way begins in the first years in an office.",
        CareerStage::Coder => " The way begins at work in the field.",
        CareerStage::Specialist => " The way begins at work in a specialty.",
    };
    let text = Text::words(words);
    if verdict.first_pay.is_empty() {
        return text;
    }
    let months = counted(verdict.wait, "month");
    text.say(match verdict.profile.seeker().wait {
        Some(_) => format!(" You can wait {months} for a first pay."),
        None => {
            format!(" You are taken to be able to wait {months} for a first pay; `--wait` says otherwise.")
        }
    })
}

/// On which level pay is, and what is not looked at.
fn measured_how(document: &mut Document, verdict: &Verdict<'_>) {
    document.prose("level", level_words(verdict.survey_level, verdict.level));
    let plan = verdict.profile.plan();
    if plan.horizon.is_some() || plan.nominal == Some(true) {
        document.prose(
            "years",
            format!(
                "A verdict follows ten years in dollars of {}, whatever horizon and dollars are stated.",
                verdict.tables.salaries.dollars_of
            ),
        );
    }
}

fn reasons(document: &mut Document, verdict: &Verdict<'_>) {
    for (id, head, judged) in [
        ("for", "For: ", verdict.judgement.strongest_for()),
        ("against", "Against: ", verdict.judgement.strongest_against()),
    ] {
        if let Some(judged) = judged {
            document.prose(id, Text::default().stress(head).then(in_short(judged)).say("."));
        }
    }
}

fn criteria(document: &mut Document, verdict: &Verdict<'_>) {
    document.heading("What is asked, and what was found");
    let columns = vec![
        Column::new("kind", ""),
        Column::same("found"),
        Column::same("asked"),
        Column::same("holds"),
        Column::new("sources", "source"),
    ];
    let rows = verdict.judgement.criteria.iter().map(|judged| {
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

fn flips(document: &mut Document, verdict: &Verdict<'_>) {
    let open: Vec<_> =
        verdict.judgement.criteria.iter().filter(|judged| judged.holds != Some(true)).collect();
    if open.is_empty() {
        return;
    }
    document.heading("What would change it, one thing at a time");
    let columns = vec![
        Column::same("fact"),
        Column::same("now"),
        Column::same("instead"),
        Column::new("answer", "answer then"),
    ];
    let mut rows = Vec::new();
    for judged in open {
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
    document.table("flip", columns, rows);
    document.prose(
        "flip_note",
        "Each is the nearest value that turns its criterion, everything else as stated. `--certs` \
         means that you held them already.",
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
