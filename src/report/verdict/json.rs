use super::words::{fact, in_short, reservation, yes_or_no};
use crate::data::{Tables, Threshold};
use crate::engine::verdict::{Flip, InputValue, Judged, Measured, Verdict};
use crate::report::answer::WriteJson;
use crate::report::document::{Figure, Text};
use crate::report::json::{Explained, Json, answer_sources, head, question, source_ids};
use crate::report::programs::outcomes_at;

impl WriteJson for Verdict<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "verdict", self.tables);
            figures(json, self, Explained::Yes);
            trace(json, self);
        });
    }

    /// One record a criterion.
    fn write_rows(&self, json: &mut Json<'_>) {
        for judged in &self.judgement.criteria {
            json.object(|json| {
                json.plain_str_at("stage", self.stage.name());
                json.plain_str_at("answer", self.judgement.answer.name());
                criterion(json, self.tables, judged, Explained::Yes);
            });
        }
    }
}

impl WriteJson for Vec<Verdict<'_>> {
    fn write(&self, json: &mut Json<'_>) {
        let Some(first) = self.first() else { return };
        json.object(|json| {
            head(json, "verdicts", first.tables);
            all(json, self, Explained::Yes);
        });
    }

    /// One record a stage.
    fn write_rows(&self, json: &mut Json<'_>) {
        for verdict in self {
            json.object(|json| {
                json.plain_str_at("stage", verdict.stage.name());
                json.plain_str_at("answer", verdict.judgement.answer.name());
                reasons(json, verdict);
            });
        }
    }
}

/// Everything but what is quoted and where it comes from.
pub(crate) fn figures(json: &mut Json<'_>, verdict: &Verdict<'_>, explained: Explained) {
    asker(json, verdict);
    answer(json, verdict, explained);
    flips(json, verdict);
}

/// The answers for every stage of life.
pub(crate) fn all(json: &mut Json<'_>, verdicts: &[Verdict<'_>], explained: Explained) {
    if let Some(first) = verdicts.first() {
        asker(json, first);
    }
    json.array_at("verdicts", verdicts, |json, verdict| {
        json.object(|json| answer(json, verdict, explained));
    });
}

/// Who asks, and how it was simulated.
fn asker(json: &mut Json<'_>, verdict: &Verdict<'_>) {
    question(json, verdict.tables, &verdict.profile, &verdict.notices);
    json.plain_str_at("standing", verdict.career_stage.name());
    json.plain_str_at("level", verdict.level.name());
    json.count_at("wait", verdict.wait);
    if let Some(programs) = &verdict.programs {
        outcomes_at(json, "programs", verdict.tables, programs);
    }
    json.count_at("careers", verdict.settings.careers.get());
    json.count_at("seed", verdict.settings.seed);
}

fn answer(json: &mut Json<'_>, verdict: &Verdict<'_>, explained: Explained) {
    json.plain_str_at("stage", verdict.stage.name());
    json.plain_str_at("answer", verdict.judgement.answer.name());
    json.array_at("reservations", &verdict.judgement.reservations, |json, &why| {
        json.object(|json| {
            json.plain_str_at("id", why.name());
            json.str_at("text", reservation(why));
        });
    });
    json.array_at("criteria", &verdict.judgement.criteria, |json, judged| {
        json.object(|json| criterion(json, verdict.tables, judged, explained));
    });
    reasons(json, verdict);
    if !verdict.first_pay.is_empty() {
        json.array_at("first_pay", &verdict.first_pay, |json, (months, share)| {
            json.object(|json| {
                json.count_at("months", *months);
                json.figure_at("share", Figure::Share(*share));
            });
        });
    }
}

/// The strongest reason on either side, or null where there is none.
fn reasons(json: &mut Json<'_>, verdict: &Verdict<'_>) {
    for (key, judged) in [
        ("for", verdict.judgement.strongest_for()),
        ("against", verdict.judgement.strongest_against()),
    ] {
        json.key(key);
        match judged {
            Some(judged) => json.text(&in_short(judged)),
            None => json.null(),
        }
    }
}

fn criterion(json: &mut Json<'_>, tables: &Tables, judged: &Judged<'_>, explained: Explained) {
    let criterion = judged.criterion;
    json.str_at("id", &criterion.id);
    if explained == Explained::Yes {
        json.str_at("label", &criterion.label);
    }
    json.plain_str_at("kind", criterion.kind.name());
    let missing = |json: &mut Json<'_>, why| json.missing_at("value", "value_missing", why);
    match judged.measured {
        Measured::Number(number) => json.number_at("value", number),
        Measured::Said(said @ Some(_)) => json.plain_str_at("value", yes_or_no(said)),
        Measured::Adoption(ai) => json.plain_str_at("value", ai.name()),
        Measured::Said(None) => missing(json, "it was not said"),
        Measured::BeyondMeasure(why) | Measured::Missing(why) => missing(json, why),
    }
    let (comparison, threshold) = match criterion.threshold {
        Threshold::AtLeast(number) => ("at least", Ok(number)),
        Threshold::AtMost(number) => ("at most", Ok(number)),
        Threshold::Said(wanted) => ("is", Err(yes_or_no(Some(wanted)))),
        Threshold::NotAvoided => ("is not", Err("avoid")),
    };
    json.plain_str_at("comparison", comparison);
    match threshold {
        Ok(number) => json.number_at("threshold", number),
        Err(word) => json.plain_str_at("threshold", word),
    }
    json.key("holds");
    match judged.holds {
        Some(holds) => json.raw(if holds { "true" } else { "false" }),
        None => json.null(),
    }
    if explained == Explained::Yes {
        json.plain_str_at("basis", criterion.evidence.basis.name());
        json.optional_str_at("why", criterion.evidence.note.as_deref());
        source_ids(json, tables, &criterion.evidence.sources);
    }
}

/// What would turn each criterion that does not hold, and which nothing turns.
fn flips(json: &mut Json<'_>, verdict: &Verdict<'_>) {
    json.array_at("flips", &verdict.flips, flip);
    let unturned = verdict.judgement.criteria.iter().filter(|judged| {
        judged.holds != Some(true)
            && !verdict.flips.iter().any(|flip| flip.criterion == judged.criterion.id)
    });
    json.array_at("no_flip", unturned, |json, judged| json.str(&judged.criterion.id));
}

/// What is quoted next to the criteria, and where everything comes from.
pub(crate) fn trace(json: &mut Json<'_>, verdict: &Verdict<'_>) {
    let tables = verdict.tables;
    json.array_at("facts", tables.verdicts.quoted(verdict.stage), |json, quoted| {
        json.object(|json| {
            json.str_at("item", &quoted.item);
            json.plain_str_at("view", quoted.view.name());
            if let Some(known) = tables.market.fact(&quoted.item) {
                json.text_at("text", &fact(tables, &quoted.label, known));
                source_ids(json, tables, &known.sources);
            }
        });
    });
    answer_sources(json, tables, &verdict.sources);
}

fn flip(json: &mut Json<'_>, flip: &Flip) {
    json.object(|json| {
        json.str_at("criterion", &flip.criterion);
        json.plain_str_at("input", flip.input.name());
        for (key, value) in [("from", &flip.from), ("to", &flip.to)] {
            json.key(key);
            input(json, value);
        }
        json.plain_str_at("answer", flip.answer.name());
    });
}

fn input(json: &mut Json<'_>, value: &InputValue) {
    match value {
        InputValue::NotStated => json.null(),
        InputValue::Dollars(amount) => json.figure(Figure::Dollars(*amount)),
        InputValue::Months(number) | InputValue::Count(number) => {
            json.figure(Figure::Count(u64::from(*number)));
        }
        InputValue::Word(word) => json.text(&Text::words(word.clone())),
        InputValue::Place(place) => json.plain_str(place.as_str()),
    }
}
