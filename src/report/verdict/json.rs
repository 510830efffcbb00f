use super::words::{fact, in_short, reservation, yes_or_no};
use crate::data::{Tables, Threshold};
use crate::engine::verdict::{Flip, InputValue, Judged, Measured, Verdict};
use crate::report::document::{Figure, Text};
use crate::report::json::{Explained, Keyed as _, Shape, Sink, head, question, source_keys};

/// The answer to `verdict` for one stage of life.
#[derive(Clone, Copy, Debug)]
pub struct VerdictShape<'a>(pub &'a Verdict<'a>);

/// The answer to `verdict` for every stage of life.
#[derive(Clone, Copy, Debug)]
pub struct VerdictsShape<'a>(pub &'a [Verdict<'a>]);

impl Shape for VerdictShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        sink.record(|sink| {
            head(sink, "verdict", self.0.tables);
            figures(sink, self.0, Explained::Yes);
            trace(sink, self.0);
        });
    }

    /// One record a criterion.
    fn tell_records(&self, sink: &mut impl Sink) {
        for judged in &self.0.judgement.criteria {
            sink.record(|sink| {
                sink.word_at("stage", self.0.stage.name());
                sink.word_at("answer", self.0.judgement.answer.name());
                criterion(sink, self.0.tables, judged, Explained::Yes);
            });
        }
    }
}

impl Shape for VerdictsShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        let Some(first) = self.0.first() else { return };
        sink.record(|sink| {
            head(sink, "verdicts", first.tables);
            all(sink, self.0, Explained::Yes);
        });
    }

    /// One record a stage.
    fn tell_records(&self, sink: &mut impl Sink) {
        for verdict in self.0 {
            sink.record(|sink| {
                sink.word_at("stage", verdict.stage.name());
                sink.word_at("answer", verdict.judgement.answer.name());
                reasons(sink, verdict);
            });
        }
    }
}

/// Everything but what is quoted and where it comes from.
pub(crate) fn figures(sink: &mut impl Sink, verdict: &Verdict<'_>, explained: Explained) {
    whose(sink, verdict);
    answer(sink, verdict, explained);
    flips(sink, verdict);
}

/// The answers for every stage of life.
pub(crate) fn all(sink: &mut impl Sink, verdicts: &[Verdict<'_>], explained: Explained) {
    if let Some(first) = verdicts.first() {
        whose(sink, first);
    }
    sink.list_at("verdicts", verdicts, |sink, verdict| {
        sink.record(|sink| answer(sink, verdict, explained));
    });
}

/// Who asks, and how it was simulated.
fn whose(sink: &mut impl Sink, verdict: &Verdict<'_>) {
    question(sink, verdict.tables, &verdict.profile, &verdict.notices);
    sink.word_at("standing", verdict.career_stage.name());
    sink.word_at("level", verdict.level.name());
    sink.count_at("wait", verdict.wait);
    sink.count_at("careers", verdict.settings.careers.get());
    sink.count_at("seed", verdict.settings.seed);
}

fn answer(sink: &mut impl Sink, verdict: &Verdict<'_>, explained: Explained) {
    sink.word_at("stage", verdict.stage.name());
    sink.word_at("answer", verdict.judgement.answer.name());
    sink.list_at("reservations", &verdict.judgement.reservations, |sink, &why| {
        sink.record(|sink| {
            sink.word_at("id", why.name());
            sink.text_at("text", reservation(why));
        });
    });
    sink.list_at("criteria", &verdict.judgement.criteria, |sink, judged| {
        sink.record(|sink| criterion(sink, verdict.tables, judged, explained));
    });
    reasons(sink, verdict);
    if !verdict.first_pay.is_empty() {
        sink.list_at("first_pay", &verdict.first_pay, |sink, (months, share)| {
            sink.record(|sink| {
                sink.count_at("months", *months);
                sink.figure_at("share", Figure::Share(*share));
            });
        });
    }
}

/// The strongest reason on either side, or null where there is none.
fn reasons(sink: &mut impl Sink, verdict: &Verdict<'_>) {
    for (key, judged) in [
        ("for", verdict.judgement.strongest_for()),
        ("against", verdict.judgement.strongest_against()),
    ] {
        sink.key(key);
        match judged {
            Some(judged) => sink.prose(&in_short(judged)),
            None => sink.nothing(),
        }
    }
}

fn criterion(sink: &mut impl Sink, tables: &Tables, judged: &Judged<'_>, explained: Explained) {
    let criterion = judged.criterion;
    sink.text_at("id", &criterion.id);
    if explained == Explained::Yes {
        sink.text_at("label", &criterion.label);
    }
    sink.word_at("kind", criterion.kind.name());
    sink.key("value");
    match judged.measured {
        Measured::Number(number) => sink.figure(Figure::Number(number, 6)),
        Measured::Said(said @ Some(_)) => sink.word(yes_or_no(said)),
        Measured::Adoption(ai) => sink.word(ai.name()),
        Measured::Said(None) => {
            sink.nothing();
            sink.text_at("value_missing", "it was not said");
        }
        Measured::BeyondMeasure(why) | Measured::Missing(why) => {
            sink.nothing();
            sink.text_at("value_missing", why);
        }
    }
    let (comparison, threshold) = match criterion.threshold {
        Threshold::AtLeast(number) => ("at least", Ok(number)),
        Threshold::AtMost(number) => ("at most", Ok(number)),
        Threshold::Said(wanted) => ("is", Err(yes_or_no(Some(wanted)))),
        Threshold::NotAvoided => ("is not", Err("avoid")),
    };
    sink.word_at("comparison", comparison);
    match threshold {
        Ok(number) => sink.number_at("threshold", number),
        Err(word) => sink.word_at("threshold", word),
    }
    sink.key("holds");
    match judged.holds {
        Some(holds) => sink.verbatim(if holds { "true" } else { "false" }),
        None => sink.nothing(),
    }
    if explained == Explained::Yes {
        sink.word_at("basis", criterion.evidence.basis.name());
        sink.optional_text_at("why", criterion.evidence.note.as_deref());
        sources(sink, tables, &criterion.evidence.sources);
    }
}

fn sources(sink: &mut impl Sink, tables: &Tables, cited: &[crate::data::SourceIndex]) {
    sink.list_at("sources", cited, |sink, &source| sink.text(&tables.sources.get(source).id));
}

/// What would turn each criterion that does not hold, and which nothing turns.
fn flips(sink: &mut impl Sink, verdict: &Verdict<'_>) {
    sink.list_at("flips", &verdict.flips, flip);
    let unturned = verdict.judgement.criteria.iter().filter(|judged| {
        judged.holds != Some(true)
            && !verdict.flips.iter().any(|flip| flip.criterion == judged.criterion.id)
    });
    sink.list_at("no_flip", unturned, |sink, judged| sink.text(&judged.criterion.id));
}

/// What is quoted beside the criteria, and where everything comes from.
pub(crate) fn trace(sink: &mut impl Sink, verdict: &Verdict<'_>) {
    let tables = verdict.tables;
    sink.list_at("facts", tables.verdicts.quoted(verdict.stage), |sink, quoted| {
        sink.record(|sink| {
            sink.text_at("item", &quoted.item);
            sink.word_at("view", quoted.view.name());
            if let Some(known) = tables.market.fact(&quoted.item) {
                sink.key("text");
                sink.prose(&fact(tables, &quoted.label, known));
                sources(sink, tables, &known.sources);
            }
        });
    });
    sink.list_at("sources", &verdict.sources, |sink, &index| {
        sink.record(|sink| source_keys(sink, tables.sources.get(index)));
    });
}

fn flip(sink: &mut (impl Sink + ?Sized), flip: &Flip) {
    sink.record(|sink| {
        sink.text_at("criterion", &flip.criterion);
        sink.word_at("input", flip.input.name());
        for (key, value) in [("from", &flip.from), ("to", &flip.to)] {
            sink.key(key);
            input(sink, value);
        }
        sink.word_at("answer", flip.answer.name());
    });
}

fn input(sink: &mut (impl Sink + ?Sized), value: &InputValue) {
    match value {
        InputValue::NotStated => sink.nothing(),
        InputValue::Dollars(amount) => sink.figure(Figure::Dollars(*amount)),
        InputValue::Months(number) | InputValue::Count(number) => {
            sink.figure(Figure::Count(u64::from(*number)));
        }
        InputValue::Word(word) => sink.prose(&Text::words(word.clone())),
        InputValue::Place(place) => sink.word(place.as_str()),
    }
}
