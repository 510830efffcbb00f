//! What is known of a credential, fact by fact, in words.

use crate::data::{
    Credential, CredentialFact, CredentialPay, CredentialText, Evidence, Fee, PassRate, Payer,
    RateSource, Takers,
};
use crate::report::document::{Figure, Text};

/// A fact of a credential: what it is about, what is so, since when, and on what it rests.
pub(super) struct Fact<'t> {
    pub(super) id: &'static str,
    pub(super) label: Text,
    pub(super) text: Text,
    pub(super) known: Option<(u32, &'t Evidence)>,
}

impl<'t> Fact<'t> {
    fn new(
        id: &'static str,
        label: impl Into<Text>,
        text: Text,
        year: u32,
        evidence: &'t Evidence,
    ) -> Self {
        let text = match &evidence.note {
            Some(note) => text.say(format!(" ({note})")),
            None => text,
        };
        Self { id, label: label.into(), text, known: Some((year, evidence)) }
    }

    fn in_words(id: &'static str, label: &'static str, stated: &'t CredentialText) -> Self {
        Self::new(id, label, stated.text.clone().into(), stated.year, &stated.evidence)
    }
}

/// What a fact is about, for people.
pub(super) const fn name(fact: CredentialFact) -> &'static str {
    match fact {
        CredentialFact::Fees => "fee",
        CredentialFact::Prerequisites => "before the exam",
        CredentialFact::Format => "exam",
        CredentialFact::PassRate => "pass rate",
        CredentialFact::Retake => "retake",
        CredentialFact::Education => "continuing education",
        CredentialFact::Pay => "pay of holders",
        CredentialFact::Specialty => "specialty",
    }
}

/// The facts of one kind; where nothing is known, one that says why.
pub(super) fn facts(credential: &Credential, of: CredentialFact) -> Vec<Fact<'_>> {
    if let Some(reason) = credential.missing(of) {
        let what = if of == CredentialFact::Specialty { "none" } else { "not known" };
        let text = Text::words(format!("{what}: {reason}"));
        return vec![Fact { id: of.name(), label: name(of).into(), text, known: None }];
    }
    let in_words = |stated| Fact::in_words(of.name(), name(of), stated);
    match of {
        CredentialFact::Fees => each(&credential.fees, fee),
        CredentialFact::Prerequisites => each(&credential.prerequisites, in_words),
        CredentialFact::Format => each(&credential.format, in_words),
        CredentialFact::PassRate => each(&credential.pass_rates, pass_rate),
        CredentialFact::Retake => each(&credential.retake, in_words),
        CredentialFact::Education => each(&credential.education, in_words),
        CredentialFact::Pay => each(&credential.pay, pay),
        CredentialFact::Specialty => Vec::new(),
    }
}

fn each<'t, T>(
    facts: &'t Result<Vec<T>, String>,
    words: impl FnMut(&'t T) -> Fact<'t>,
) -> Vec<Fact<'t>> {
    facts.iter().flatten().map(words).collect()
}

/// The rules by which an apprentice becomes more than that.
pub(super) fn apprentice_rules(credential: &Credential) -> impl Iterator<Item = Fact<'_>> {
    let rules = credential.apprentice_rules.iter();
    rules.map(|stated| Fact::in_words("apprentice", "apprentice", stated))
}

fn fee(fee: &Fee) -> Fact<'_> {
    let attempts = match fee.attempts {
        1 => "one attempt".to_owned(),
        2 => "two attempts".to_owned(),
        more => format!("{more} attempts"),
    };
    let who = match fee.who {
        Payer::Standard => "",
        Payer::Member => ", members",
        Payer::NonMember => ", others",
        Payer::Student => ", students",
    };
    let amount = Text::default().dollars(fee.amount);
    Fact::new("fees", format!("fee, {attempts}{who}"), amount, fee.year, &fee.evidence)
}

fn pass_rate(rate: &PassRate) -> Fact<'_> {
    let of = match rate.of {
        Takers::FirstTime => "first time",
        Takers::AllAttempts => "in the end",
        Takers::AfterTraining => "after a program",
        Takers::SelfTaught => "self-taught",
    };
    let text = match rate.testers {
        Some(testers) => {
            share(rate).say(" of ").figure(Figure::Count(u64::from(testers))).say(" takers")
        }
        None => share(rate),
    };
    Fact::new("pass-rate", format!("pass rate, {of}"), text, rate.year, &rate.evidence)
}

/// `84%`; `50% to 60%, an estimate`.
pub(super) fn share(rate: &PassRate) -> Text {
    let percent = |text: Text, share: f64| text.number(share * 100.0, 0).say("%");
    let text = percent(Text::default(), rate.low.get());
    let text = if rate.low < rate.high { percent(text.say(" to "), rate.high.get()) } else { text };
    match rate.rated_by {
        RateSource::Official => text,
        RateSource::Estimate => text.say(", an estimate"),
    }
}

fn pay(pay: &CredentialPay) -> Fact<'_> {
    let label = format!("pay of holders, {}", pay.statistic.name());
    Fact::new("pay", label, Text::default().dollars(pay.pay), pay.year, &pay.evidence)
}
