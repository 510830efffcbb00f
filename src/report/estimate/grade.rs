//! The grade and its reasons in words.

use crate::data::{GradeRule, Tables};
use crate::engine::{Estimate, Grade, GradeReason, Shortcoming};
use crate::report::document::Text;
use crate::report::words::{nation_fallback, short, state_fallback};

/// The grade and its weightiest reason in one line, those aside that notes on the place say.
pub(super) fn doubt(answer: &Estimate<'_>) -> Text {
    let grade = answer.figures.grade;
    let text = Text::default().stress(format!("How sure? Grade {}", grade.name()));
    let text = text.say(match grade {
        Grade::A => " (the best)",
        Grade::B => " (good)",
        Grade::C => " (fair)",
        Grade::D => " (rough)",
    });
    let weight = |why: &GradeReason<'_>| match why {
        GradeReason::Shortcoming(Shortcoming::VeryOld(_, age)) => 200 + age,
        GradeReason::Shortcoming(Shortcoming::StandIn(..) | Shortcoming::OtherIssuer(_)) => 120,
        GradeReason::Shortcoming(Shortcoming::Old(_, age)) => 100 + age,
        GradeReason::Shortcoming(Shortcoming::Aging(_, age)) => 1 + age,
        GradeReason::Shortcoming(_) => 50,
        GradeReason::PublishedRow | GradeReason::Recent(_) => 1,
        GradeReason::AssumedRange(_) => 0,
    };
    let is_of_place = |why: &&GradeReason<'_>| {
        matches!(
            why,
            GradeReason::Shortcoming(
                Shortcoming::SamplingError(..)
                    | Shortcoming::AreaWithoutWages(..)
                    | Shortcoming::WagesStandIn(..)
            )
        )
    };
    let reasons = answer.grade_reasons.iter().filter(|why| !is_of_place(why));
    match reasons.max_by_key(|why| weight(why)) {
        Some(why) => text.say(": ").then(reason(answer.tables, why)).say("."),
        None => text.say("."),
    }
}

/// What a grade means, in one line.
pub(super) fn meaning(tables: &Tables, grade: Grade) -> String {
    match grade {
        Grade::A => "a published figure, unchanged".to_owned(),
        Grade::B => format!(
            "published figures, or worked out from them, at most {} years old",
            over(tables, GradeRule::Aging)
        ),
        Grade::C => "one kind of weakness".to_owned(),
        Grade::D => format!(
            "{} kinds of weakness, or a source over {} years old: a rough figure",
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
        GradeReason::PublishedRow => "it is a published figure, unchanged".into(),
        GradeReason::Recent(year) => format!(
            "every figure is published or worked out from published ones, the oldest from {year}"
        )
        .into(),
        GradeReason::AssumedRange(factor) => format!(
            "how wide the range is rests on our assumption about {} (this alone doesn't lower the \
             grade)",
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
            Text::words("we assume that ")
                .number(share.get() * 100.0, 0)
                .say("% of the people in AAPC's survey hold no certification")
        }
        Shortcoming::AssumedCenter => "we assume how many people work in each specialty".into(),
        Shortcoming::AssumedWeights => {
            "how your facts add up together rests on our assumptions".into()
        }
        Shortcoming::AssumedHours => {
            "we assume that an hour pays the same whatever the hours a week".into()
        }
        Shortcoming::OtherIssuer(held) => {
            let credential = tables.credentials.get(*held);
            let surveyed = tables.credentials.surveyed_issuer();
            let (id, issuer) = (&credential.id, &credential.issuer);
            format!(
                "{id} comes from {issuer}, and we use the pay of people certified by {surveyed}"
            )
            .into()
        }
        Shortcoming::StandIn(factor, what) => {
            format!("the {} has no figure of its own: {what}", factor.name()).into()
        }
        Shortcoming::AreaWithoutWages(without, of) => state_fallback(tables, *without, *of),
        Shortcoming::WagesStandIn(role, of, reason) => nation_fallback(tables, *role, *of, reason),
        Shortcoming::OfTheField(factor) => format!(
            "what {} adds is known only for medical records specialists, and we use it here too",
            factor.name()
        )
        .into(),
        Shortcoming::SamplingError(place, prse) => Text::words(format!(
            "few people were surveyed in {} (relative standard error of the mean ",
            place.in_sentence(tables)
        ))
        .number(*prse, 1)
        .say("%)"),
        Shortcoming::Aging(source, age)
        | Shortcoming::Old(source, age)
        | Shortcoming::VeryOld(source, age) => {
            format!("part of it is {age} years old ({})", short(tables.sources.get(*source))).into()
        }
    }
}
