use super::found::found;
use super::words::{fact, reservation, yes_or_no};
use crate::data::{Tables, Threshold};
use crate::engine::verdict::{Flip, InputValue, Judged, Measured, Verdict};
use crate::profile::Asked;
use crate::report::answer::WriteJson;
use crate::report::document::{Figure, Text};
use crate::report::json::{
    Explained, Json, answer_sources, asked, head, known_biases_at, question, receipt, source_ids,
};
use crate::report::programs::outcomes_at;
use crate::report::words::step_words;

impl WriteJson for Verdict<'_> {
    fn write(&self, json: &mut Json<'_>) {
        json.object(|json| {
            head(json, "verdict", self.tables);
            receipt(json, self.tables, "verdict", |json| {
                asked(json, self.tables, &self.profile);
            });
            figures(json, self, Explained::Yes);
            trace(json, self);
        });
    }

    /// One record a criterion.
    fn write_rows(&self, json: &mut Json<'_>) {
        for judged in &self.judgment.criteria {
            json.object(|json| {
                json.plain_str_at("stage", self.stage.name());
                json.plain_str_at("answer", self.judgment.answer.name());
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
            receipt(json, first.tables, "verdict", |json| {
                asked(json, first.tables, &first.profile);
            });
            all(json, self, Explained::Yes);
        });
    }

    /// One record a stage.
    fn write_rows(&self, json: &mut Json<'_>) {
        for verdict in self {
            json.object(|json| {
                json.plain_str_at("stage", verdict.stage.name());
                json.plain_str_at("answer", verdict.judgment.answer.name());
                let judgment = &verdict.judgment;
                for (key, reasons) in
                    [("in_favor", judgment.in_favor()), ("against", judgment.against())]
                {
                    json.key(key);
                    match reasons.first() {
                        Some(strongest) => json.text(&found(strongest)),
                        None => json.null(),
                    }
                }
                json.str_at("open", &open_ids(verdict));
            });
        }
    }
}

/// The names of what is still to answer.
pub(crate) fn open_ids(verdict: &Verdict<'_>) -> String {
    let open = verdict.judgment.open();
    let ids: Vec<&str> = open.iter().map(|judged| judged.criterion.id.as_str()).collect();
    ids.join("; ")
}

/// Everything but what is quoted and where it comes from.
pub(crate) fn figures(json: &mut Json<'_>, verdict: &Verdict<'_>, explained: Explained) {
    asker(json, verdict, asked_of(std::slice::from_ref(verdict)));
    answer(json, verdict, explained);
    if verdict.has_flips {
        flips(json, verdict);
    }
}

/// The answers for every stage of life.
pub(crate) fn all(json: &mut Json<'_>, verdicts: &[Verdict<'_>], explained: Explained) {
    if let Some(first) = verdicts.first() {
        asker(json, first, asked_of(verdicts));
    }
    json.array_at("verdicts", verdicts, |json, verdict| {
        json.object(|json| answer(json, verdict, explained));
    });
}

/// What the profile is asked about: with its taxes, where a test compares two pays after them.
pub(super) fn asked_of(verdicts: &[Verdict<'_>]) -> Asked {
    let mut criteria = verdicts.iter().flat_map(|verdict| &verdict.judgment.criteria);
    if criteria.any(|judged| judged.is_after_tax) { Asked::Verdict } else { Asked::UntaxedVerdict }
}

/// Who asks, and how it was simulated.
fn asker(json: &mut Json<'_>, verdict: &Verdict<'_>, asked: Asked) {
    question(json, verdict.tables, &verdict.profile, &verdict.notices, asked);
    json.plain_str_at("standing", verdict.career_stage.name());
    json.plain_str_at("level", verdict.level.name());
    match verdict.wait {
        Some(wait) => json.count_at("wait", wait),
        None => json.missing_at("wait", "wait_missing", "it was not said"),
    }
    if let Some(programs) = &verdict.programs {
        outcomes_at(json, "programs", verdict.tables, programs);
    }
    known_biases_at(json, &verdict.known_biases);
    json.count_at("careers", verdict.settings.careers.get());
    json.count_at("seed", verdict.settings.seed);
}

fn answer(json: &mut Json<'_>, verdict: &Verdict<'_>, explained: Explained) {
    json.plain_str_at("stage", verdict.stage.name());
    json.plain_str_at("answer", verdict.judgment.answer.name());
    json.array_at("reservations", &verdict.judgment.reservations, |json, &why| {
        json.object(|json| {
            json.plain_str_at("id", why.name());
            json.str_at("text", reservation(why));
        });
    });
    json.array_at("criteria", &verdict.judgment.criteria, |json, judged| {
        json.object(|json| criterion(json, verdict.tables, judged, explained));
    });
    reasons(json, verdict);
    if let Some(next) = &verdict.next_step {
        json.object_at("next_step", |json| {
            json.str_at("id", &next.step.name(verdict.tables));
            json.str_at("label", &step_words(verdict.tables, next.step));
            json.count_at("months", next.months);
            match next.odds {
                Some(odds) => json.figure_at("odds", Figure::Share(odds)),
                None => json.missing_at(
                    "odds",
                    "odds_missing",
                    "no figure says how many find such a job",
                ),
            }
            json.figure_at("cost", Figure::Dollars(next.cost));
            json.figure_at("gain", Figure::Change(next.gain));
        });
    }
    if !verdict.profile.works_in_the_field() {
        let [in_field, in_role] = verdict.ten_years_on;
        json.object_at("ten_years_on", |json| {
            json.figure_at("in_field", Figure::Share(in_field));
            json.figure_at("in_role", Figure::Share(in_role));
        });
    }
    if !verdict.first_pay.is_empty() {
        json.array_at("first_pay", &verdict.first_pay, |json, (months, share)| {
            json.object(|json| {
                json.count_at("months", *months);
                json.figure_at("share", Figure::Share(*share));
            });
        });
    }
}

/// Every reason on either side and everything that is still to answer, the strongest first.
fn reasons(json: &mut Json<'_>, verdict: &Verdict<'_>) {
    let judgment = &verdict.judgment;
    for (key, reasons) in [
        ("in_favor", judgment.in_favor()),
        ("against", judgment.against()),
        ("open", judgment.open()),
    ] {
        json.array_at(key, reasons, |json, judged| {
            json.object(|json| {
                json.str_at("id", &judged.criterion.id);
                json.text_at("text", &found(judged));
            });
        });
    }
}

fn criterion(json: &mut Json<'_>, tables: &Tables, judged: &Judged<'_>, explained: Explained) {
    let criterion = judged.criterion;
    json.str_at("id", &criterion.id);
    if explained == Explained::Yes {
        json.str_at("label", &criterion.label);
        json.str_at("question", &criterion.question);
    }
    json.plain_str_at("kind", criterion.kind.name());
    if judged.is_after_tax {
        json.bool_at("after_tax", true);
    }
    let missing = |json: &mut Json<'_>, why| json.missing_at("value", "value_missing", why);
    match judged.measured {
        Measured::Number(number) => json.number_at("value", number),
        Measured::Said(said @ Some(_)) => json.plain_str_at("value", yes_or_no(said)),
        Measured::Adoption(Some(ai)) => json.plain_str_at("value", ai.name()),
        Measured::Said(None) | Measured::Adoption(None) => missing(json, "it was not said"),
        Measured::BeyondMeasure(why) | Measured::Irrelevant(why) | Measured::Missing(why) => {
            missing(json, why);
        }
    }
    let (comparison, threshold) = match criterion.threshold {
        Threshold::AtLeast(number) => ("at least", Ok(number)),
        Threshold::AtMost(number) => ("at most", Ok(number)),
        Threshold::MoreThan(number) => ("more than", Ok(number)),
        Threshold::WithinWait => ("at most", judged.asked().ok_or("wait")),
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
    let unturned = verdict.judgment.criteria.iter().filter(|judged| {
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
        json.plain_str_at("kind", flip.kind.name());
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
