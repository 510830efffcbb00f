//! The grade and its reasons in words.

use crate::data::{GradeRule, Tables};
use crate::engine::{Estimate, Grade, GradeReason, Shortcoming};
use crate::report::document::Text;
use crate::report::words::{nation_fallback, short, state_fallback};

/// What a grade means, in one line.
pub(super) fn meaning(tables: &Tables, grade: Grade) -> String {
    match grade {
        Grade::A => "a published row as it is".to_owned(),
        Grade::B => format!(
            "published or derived figures, at most {} years old",
            over(tables, GradeRule::Aging)
        ),
        Grade::C => "one kind of shortcoming".to_owned(),
        Grade::D => format!(
            "{} kinds of shortcoming, or a source over {} years old: a rough figure",
            in_words(tables.grades.over(GradeRule::Kinds) + 1.0),
            over(tables, GradeRule::VeryOld)
        ),
    }
}

/// The value of a rule of the grade in words, as far as there are short ones.
pub(crate) fn over(tables: &Tables, rule: GradeRule) -> String {
    in_words(tables.grades.over(rule))
}

fn in_words(value: f64) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let word = WORDS.iter().zip(0_u8..).find(|&(_, n)| f64::from(n).total_cmp(&value).is_eq());
    word.map_or_else(|| value.to_string(), |(&word, _)| word.to_owned())
}

/// The reasons of a grade, a sentence each; those that read alike appear once.
pub(super) fn reasons(answer: &Estimate<'_>) -> Vec<Text> {
    let mut sentences = Vec::new();
    for why in &answer.grade_reasons {
        let text = reason(answer.tables, why);
        if !sentences.contains(&text) {
            sentences.push(text);
        }
    }
    sentences
}

fn reason(tables: &Tables, reason: &GradeReason<'_>) -> Text {
    match reason {
        GradeReason::PublishedRow => "the answer is a published row as it is".into(),
        GradeReason::Recent(year) => {
            format!("every figure is published or derived, the oldest of {year}").into()
        }
        GradeReason::AssumedRange(factor) => format!(
            "how much the range narrows rests on an assumed spread of {} over workers (this alone \
             does not lower the grade)",
            factor.name()
        )
        .into(),
        GradeReason::Shortcoming(shortcoming) => shortcoming_words(tables, shortcoming),
    }
}

fn shortcoming_words(tables: &Tables, shortcoming: &Shortcoming) -> Text {
    match shortcoming {
        Shortcoming::AssumedShare => {
            let share = tables.certifications.survey.uncertified_share;
            Text::words("the survey's own average rests on an assumption: that ")
                .number(share.get() * 100.0, 0)
                .say("% of those who answered hold no certification")
        }
        Shortcoming::AssumedCenter => {
            "a specialty is measured from the average worker by an assumed mix of specialties"
                .into()
        }
        Shortcoming::AssumedWeights => {
            "how several facts count together rests on assumed spreads and correlations".into()
        }
        Shortcoming::AssumedHours => {
            "that an hour pays the same at other hours than full-time is an assumption".into()
        }
        Shortcoming::OtherIssuer(held) => {
            let credential = tables.credentials.get(*held);
            let surveyed = tables.credentials.surveyed_issuer();
            let (id, issuer) = (&credential.id, &credential.issuer);
            format!("{id} is awarded by {issuer}: figures of those who hold {surveyed}'s stand in")
                .into()
        }
        Shortcoming::StandIn(factor, what) => {
            format!("the {} has no figure of its own: {what}", factor.name()).into()
        }
        Shortcoming::AreaWithoutWages(without, of) => state_fallback(tables, *without, *of),
        Shortcoming::WagesStandIn(role, of, reason) => nation_fallback(tables, *role, *of, reason),
        Shortcoming::OfTheField(factor) => format!(
            "what {} adds is known of medical records specialists only, and stands in here",
            factor.name()
        )
        .into(),
        Shortcoming::SamplingError(place, prse) => Text::words(format!(
            "the wages of {} are uncertain: the relative standard error of their mean is ",
            place.in_sentence(tables)
        ))
        .number(*prse, 1)
        .say("%"),
        Shortcoming::Aging(source, age)
        | Shortcoming::Old(source, age)
        | Shortcoming::VeryOld(source, age) => {
            format!("a source is {age} years old: {}", short(tables.sources.get(*source))).into()
        }
    }
}
