//! What two states make of a pay, in sentences.

use super::parts::{capital, dollars};
use crate::data::{ConvenienceKind, Source, SourceIndex};
use crate::engine::PayAfterTax;
use crate::engine::tax::{StateCase, TakeHome};
use crate::report::document::Text;
use crate::report::words::short;

/// What two states make of the pay; nothing where there is one.
pub(super) fn sentence(answer: &PayAfterTax<'_>) -> Option<Text> {
    let tables = answer.tables;
    let home = answer.law.home?;
    let employer = answer.employer.filter(|&employer| employer != home)?;
    let here = tables.geography.in_sentence(home);
    let (there, at_there) = (tables.geography.in_sentence(employer), capital(tables, employer));
    let only = format!("you owe {here} only");
    let text = match answer.case {
        StateCase::OneState => return None,
        StateCase::Untaxed => format!("{at_there} does not tax pay: {only}."),
        StateCase::Contractor { warning: None } => {
            format!("A contractor who works at home in {here} owes {here} only.")
        }
        StateCase::Contractor { warning: Some(_) } => format!(
            "A contractor who works at home in {here} owes {here}; {there} also taxes contractors \
             elsewhere whose clients there receive the benefit, which is not in this answer."
        ),
        StateCase::Reciprocal(agreement) => {
            let condition = agreement.condition.as_ref();
            let condition = condition.map_or(String::new(), |words| format!("; {words}"));
            format!(
                "{at_there} does not tax the wages of residents of {here} (its form {} stops \
                 withholding{condition}): {only}.",
                agreement.form
            )
        }
        StateCase::DoneElsewhere(_) => {
            format!("{at_there} does not tax work that is done in {here}: {only}.")
        }
        StateCase::NotReached(rule) if rule.kind == ConvenienceKind::Unsettled => format!(
            "Whether {there} taxes such work is not settled ({}). In this answer {only}.",
            rule.says
        ),
        StateCase::NotReached(rule) => {
            format!("{at_there} does not tax this work done in {here} ({}): {only}.", rule.says)
        }
        StateCase::Convenience(_) => return convenience(answer, &here, &there, &at_there),
    };
    Some(Text::words(text).say(written(answer)))
}

/// Both amounts of a rule on the convenience of the employer, and what triggers it.
fn convenience(answer: &PayAfterTax<'_>, here: &str, there: &str, at_there: &str) -> Option<Text> {
    let StateCase::Convenience(rule) = answer.case else { return None };
    let (stated, alternative) = (&answer.taken(), &answer.alternative()?);
    let is_applied = answer.is_rule_applied();
    let (applied, without) = if is_applied { (stated, alternative) } else { (alternative, stated) };
    let both = |text: Text, first: &TakeHome<'_>, second: &TakeHome<'_>| {
        let text = text.dollars(dollars(first.left())).say(" instead of ");
        text.dollars(dollars(second.left())).say(".")
    };
    let text = Text::default();
    let mut text = if is_applied {
        let text = text.say(format!(
            "{at_there} taxes this pay as if you worked there (its convenience rule, applied as you \
             asked): you keep "
        ));
        both(text, applied, without)
    } else {
        let text = text.say(format!(
            "{at_there} does not tax work that is done in {here} unless its convenience rule \
             reaches it; then you keep "
        ));
        both(text, applied, without)
    };
    if let Some(presence) = &rule.presence {
        text = text.say(format!(" The rule takes: {presence}."));
    }
    let mut rules = answer.law.taxes.two_states.convenience(rule.state);
    if rules.any(|row| row.kind == ConvenienceKind::Dispute) {
        text = text
            .say(format!(" Whether it reaches someone who never works in {there} is disputed."));
    }
    if let Some(other) = applied.other.as_ref().filter(|other| other.may_be_denied) {
        text = text
            .say(format!(" If {here} refuses the credit for that tax, you keep "))
            .dollars(dollars(applied.left() - other.credit))
            .say(".");
    }
    Some(text.say(written(answer)))
}

/// Where it is written, in parentheses.
fn written(answer: &PayAfterTax<'_>) -> String {
    let name = |index: SourceIndex| -> &Source { answer.law.taxes.sources.get(index) };
    let source = answer.case.source();
    source.map_or(String::new(), |index| format!(" ({})", short(name(index))))
}
