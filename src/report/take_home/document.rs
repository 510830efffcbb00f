//! What is left of a pay, for people.

use super::left_out::{LEFT_OUT_IN_SHORT, doubt, is_an_estimate, local, not_counted};
use super::parts::{dollars, kept, label, money};
use super::two_states::sentence;
use crate::data::CareerNumber;
use crate::engine::TakeHomeAnswer;
use crate::engine::tax::{AmountLeft, PayAfterTax, StateTax, TakeHome, TakenAt};
use crate::profile::Asked;
use crate::report::answer::Report;
use crate::report::document::{Cell, Column, Document, Figure, Row, Text, pay_columns};
use crate::report::words::{person, population, short, short_list, unused};

impl Report for TakeHomeAnswer<'_> {
    fn document(&self) -> Document {
        let mut document = Document::from_tables(self.tables);
        let after = &self.after_tax;
        let taken = after.taken();
        opening(&mut document, self);
        by_name(&mut document, after, &taken);
        document.prose("estimate", is_an_estimate(after));
        document.prose("left_out_in_short", LEFT_OUT_IN_SHORT);
        let mut left_out = not_counted(after).into_iter();
        let in_full = left_out.next();
        for text in left_out {
            document.prose("left_out", text);
        }
        if let Some(text) = local(after) {
            document.prose("local", text);
        }
        grade(&mut document, after);
        document.prose("unused", unused(&self.profile, Asked::TakeHome));
        document.details(|details| {
            details.prose("who", person(self.tables, &self.profile));
            if let Some(text) = in_full {
                details.prose("left_out", text);
            }
            range(details, after);
            rules(details, after, &taken);
            sources(details, after);
        });
        document.prose(
            "more",
            "Next: add `--details` for every percentile and rule, or run `mbc-calc explain take-home` with \
             the same flags for the arithmetic of each step.",
        );
        document
    }
}

/// What is left, what two states make of it, and of whom the figures are.
pub(super) fn opening(document: &mut Document, answer: &TakeHomeAnswer<'_>) {
    let after = &answer.after_tax;
    document.prose("take_home", in_short(after));
    if let Some(text) = sentence(after) {
        document.prose("two_states", text);
    }
    if let Some(population) = population(answer.tables, &answer.profile) {
        document.prose("population", population);
    }
}

/// What is left, in one sentence.
fn in_short(answer: &PayAfterTax<'_>) -> Text {
    let headline = answer.headline();
    let (gross, left) = (headline.earnings.gross(), kept(&headline));
    let of = match headline.at {
        TakenAt::Percentile(_) => "the median pay of people like you, ",
        TakenAt::Mean => "the mean pay of people like you, ",
        TakenAt::Pay => "your pay of ",
        TakenAt::Rate => "what your rate brings after overhead, ",
    };
    Text::words("You keep about ")
        .dollars(left)
        .say(" a year (")
        .figure(Figure::Cents(left.times(1.0 / answer.hours)))
        .say(format!(" an hour) of {of}"))
        .dollars(dollars(gross))
        .say(": ")
        .dollars(left.times(1.0 / 12.0))
        .say(" a month, ")
        .dollars(left.times(1.0 / 26.0))
        .say(" every two weeks. Of another $1,000 you would keep ")
        .figure(money(answer.share_kept() * 1_000.0))
        .say(".")
}

/// Every tax by name, of an employee and of a contractor with the same gross.
fn by_name(document: &mut Document, answer: &PayAfterTax<'_>, stated: &TakeHome<'_>) {
    let taken = [stated, &answer.other_kind()];
    let columns = taken.map(|taken| {
        if taken.earnings.profit > 0.0 {
            Column::new("1099", "contractor (1099)")
        } else {
            Column::new("w2", "employee (W-2)")
        }
    });
    document.heading("Each tax by name, on the same gross pay, US dollars a year");
    let parts = [taken[0].parts(), taken[1].parts()];
    let row_of = |id: &'static str, name: &str| {
        let cells = parts.each_ref().map(|parts| {
            let found = parts.iter().find(|part| (part.id, part.label.as_str()) == (id, name));
            found.map(|part| money(part.amount)).into()
        });
        cells.to_vec()
    };
    let mut rows = vec![Row::new(
        "gross",
        "gross",
        taken.map(|taken| Cell::from(dollars(taken.earnings.gross()))).to_vec(),
    )];
    let mut listed: Vec<(&str, String)> = Vec::new();
    for part in parts.iter().flatten() {
        if !listed.iter().any(|(id, name)| (*id, name) == (part.id, &part.label)) {
            listed.push((part.id, part.label.clone()));
            rows.push(Row::new(part.id, label(answer, part), row_of(part.id, &part.label)));
        }
    }
    rows.push(Row::new(
        "take_home",
        Text::default().stress("what is left"),
        taken.map(|taken| Cell::from(dollars(taken.left()))).to_vec(),
    ));
    document.table("part", columns, rows);
    document.prose("kinds", benefits(answer, taken[0].earnings.gross()));
}

/// What an employee has on top, and a contractor pays alone.
fn benefits(answer: &PayAfterTax<'_>, gross: f64) -> Text {
    let [benefits, leave] = [CareerNumber::JobBenefits, CareerNumber::JobPaidLeave]
        .map(|number| answer.tables.career.number(number));
    Text::words(match answer.headline().at {
        TakenAt::Rate => "Not in it: on top of such a wage employers pay ",
        _ => "Not in it: a contractor's overhead; and on top of such a wage employers pay ",
    })
    .number(benefits.value * 100.0, 0)
    .say("% for health insurance and retirement, ")
    .dollars(dollars(gross * benefits.value))
    .say(" a year, and ")
    .number(leave.value * 100.0, 0)
    .say("% of the hours are paid leave (")
    .say(short_list(answer.tables, &benefits.evidence.sources[..1]))
    .say(").")
}

/// What is left at each percentile and at the mean.
fn range(document: &mut Document, answer: &PayAfterTax<'_>) {
    document.heading("Of the pay of people like you, US dollars a year");
    let cells = |amount: &dyn Fn(&AmountLeft) -> f64| {
        answer.range.iter().map(|at| Cell::from(dollars(amount(at)))).collect::<Vec<_>>()
    };
    let mut rows = vec![
        Row::new("gross", "gross", cells(&|at| at.earnings.gross())),
        Row::new("left", "what is left", cells(&|at| at.left)),
    ];
    if let (Ok(price), Some(home)) = (answer.price_level, answer.home) {
        let home = home.in_sentence(answer.tables);
        let value = cells(&|at| at.left * 100.0 / price.get());
        rows.push(Row::new("home_value", format!("what that buys in {home}"), value));
    }
    document.table("range", pay_columns(), rows);
}

/// The rules of the home state that had an effect.
fn rules(document: &mut Document, answer: &PayAfterTax<'_>, taken: &TakeHome<'_>) {
    let Ok(state) = &taken.state else { return };
    let Some(home) = answer.law.home.filter(|_| !state.applied.is_empty()) else { return };
    let name = answer.tables.geography.in_sentence(home);
    document.heading(format!("How the income tax of {name} came about"));
    let columns =
        [Column::same("amount"), Column::new("basis", "basis"), Column::new("source", "source")];
    let row = |applied: &crate::engine::tax::AppliedRule<'_>| {
        let rule = applied.rule;
        let evidence = rule.evidence.as_ref();
        let sources = &answer.law.taxes.sources;
        let first = evidence.and_then(|evidence| evidence.sources.first());
        let source = first.map(|&index| short(sources.get(index)));
        let amount = if rule.stage == crate::data::TaxStage::Deduct {
            Cell::from(format!(
                "{} deducted",
                crate::report::number::in_table(money(applied.amount))
            ))
        } else {
            money(applied.amount).into()
        };
        let basis = evidence.map(|evidence| evidence.basis.name());
        let cells: Vec<Cell> = vec![amount, basis.into(), source.into()];
        Row::new(rule.id.clone(), rule.label.clone(), cells)
    };
    document.table("rule", columns, state.applied.iter().map(row));
    document.prose("state_tax", total(state));
}

fn total(state: &StateTax<'_>) -> Text {
    Text::words("Of a taxable income of ")
        .dollars(dollars(state.taxable))
        .say(" the tax is ")
        .figure(money(state.total()))
        .say(".")
}

/// How sure it is, and why not surer.
pub(super) fn grade(document: &mut Document, answer: &PayAfterTax<'_>) {
    let grade = answer.grade().name();
    let text = Text::default().stress("How sure? ").say(format!("Grade {grade}: "));
    let doubts = answer.doubts();
    let reasons = doubts.iter().map(|&why| doubt(answer, why));
    let reasons: Vec<String> = reasons.collect();
    let why = if reasons.is_empty() {
        "published law, computed exactly.".to_owned()
    } else {
        format!("{}.", reasons.join("; "))
    };
    document.prose("grade", text.say(why));
}

/// Where the law is written.
fn sources(document: &mut Document, answer: &PayAfterTax<'_>) {
    let sources = answer.sources();
    let sources =
        sources.iter().map(|&index| Text::words(short(answer.law.taxes.sources.get(index))));
    document.prose("source", Text::words("Law from: ").then(Text::joined("; ", sources)).say("."));
}
