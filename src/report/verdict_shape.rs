use super::figure::Figure;
use super::shapes::head;
use super::sink::{Keyed as _, Shape, Sink};
use super::stated::stated;
use super::text::Text;
use super::verdict_words::{fact, in_short, reservation, reservation_id};
use crate::data::{CriterionKind, Tables, Threshold};
use crate::engine::verdict::{Flip, InputValue, Judged, Measured, Verdict};

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
            question(sink, self.0);
            answer(sink, self.0);
            sink.list_at("flips", &self.0.flips, flip);
            let unturned = |judged: &&Judged<'_>| {
                judged.holds != Some(true)
                    && !self.0.flips.iter().any(|flip| flip.criterion == judged.criterion.id)
            };
            let unturned = self.0.judgement.criteria.iter().filter(unturned);
            sink.list_at("no_flip", unturned, |sink, judged| sink.text(&judged.criterion.id));
            sink.list_at("facts", self.0.tables.verdicts.quoted(self.0.stage), |sink, quoted| {
                sink.record(|sink| {
                    sink.text_at("item", &quoted.item);
                    sink.word_at("view", quoted.view.name());
                    if let Some(known) = self.0.tables.market.fact(&quoted.item) {
                        sink.key("text");
                        sink.prose(&fact(self.0.tables, known));
                        sources(sink, self.0.tables, &known.sources);
                    }
                });
            });
        });
    }

    /// One record a criterion.
    fn tell_records(&self, sink: &mut impl Sink) {
        for judged in &self.0.judgement.criteria {
            sink.record(|sink| {
                sink.word_at("stage", self.0.stage.name());
                sink.word_at("answer", self.0.judgement.answer.name());
                criterion(sink, self.0.tables, judged);
            });
        }
    }
}

impl Shape for VerdictsShape<'_> {
    fn tell(&self, sink: &mut impl Sink) {
        let Some(first) = self.0.first() else { return };
        sink.record(|sink| {
            head(sink, "verdicts", first.tables);
            question(sink, first);
            sink.list_at("verdicts", self.0, |sink, verdict| {
                sink.record(|sink| answer(sink, verdict));
            });
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

/// Who asks, and how it was simulated.
fn question(sink: &mut impl Sink, verdict: &Verdict<'_>) {
    sink.record_at("profile", |sink| stated(sink, verdict.tables, &verdict.profile));
    sink.word_at("standing", verdict.standing.name());
    sink.count_at("wait", verdict.wait);
    sink.count_at("careers", verdict.settings.careers.get());
    sink.count_at("seed", verdict.settings.seed);
}

fn answer(sink: &mut impl Sink, verdict: &Verdict<'_>) {
    sink.word_at("stage", verdict.stage.name());
    sink.word_at("answer", verdict.judgement.answer.name());
    sink.list_at("reservations", &verdict.judgement.reservations, |sink, &why| {
        sink.record(|sink| {
            sink.word_at("id", reservation_id(why));
            sink.text_at("text", reservation(why));
        });
    });
    sink.list_at("criteria", &verdict.judgement.criteria, |sink, judged| {
        sink.record(|sink| criterion(sink, verdict.tables, judged));
    });
    reasons(sink, verdict);
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

fn criterion(sink: &mut impl Sink, tables: &Tables, judged: &Judged<'_>) {
    let criterion = judged.criterion;
    sink.text_at("id", &criterion.id);
    sink.text_at("label", &criterion.label);
    let kind = match criterion.kind {
        CriterionKind::Must => "must",
        CriterionKind::Should => "should",
    };
    sink.word_at("kind", kind);
    sink.key("value");
    match judged.measured {
        Measured::Number(number) => sink.figure(Figure::Number(number, 6)),
        Measured::Said(Some(said)) => sink.word(if said { "yes" } else { "no" }),
        Measured::Adoption(ai) => sink.word(ai.name()),
        Measured::Said(None) => {
            sink.nothing();
            sink.text_at("value_missing", "it was not said");
        }
        Measured::Missing(why) => {
            sink.nothing();
            sink.text_at("value_missing", why);
        }
    }
    let (comparison, threshold) = match criterion.threshold {
        Threshold::AtLeast(number) => ("at least", Ok(number)),
        Threshold::AtMost(number) => ("at most", Ok(number)),
        Threshold::Said(wanted) => ("is", Err(if wanted { "yes" } else { "no" })),
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
    sink.word_at("basis", criterion.evidence.basis.name());
    sink.optional_text_at("why", criterion.evidence.note.as_deref());
    sources(sink, tables, &criterion.evidence.sources);
}

fn sources(sink: &mut impl Sink, tables: &Tables, cited: &[crate::data::SourceIndex]) {
    sink.list_at("sources", cited, |sink, &source| sink.text(&tables.sources.get(source).id));
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
