//! The eight questions of `ask`, and the facts that each answer states.

use crate::profile::{Draft, Key};

/// A fact and its value.
pub(super) type Fact = (Key, String);

/// The draft that states these facts.
pub(crate) fn draft<'f>(facts: impl IntoIterator<Item = &'f Fact>) -> Draft<'f> {
    let facts = facts.into_iter();
    facts.fold(Draft::default(), |draft, (key, text)| draft.state(*key, text.as_str()))
}

/// A question of `ask`.
pub(super) struct Question {
    /// The question.
    pub(super) text: &'static str,
    /// What it is asked for.
    pub(super) meaning: &'static str,
    pub(super) kind: Kind,
}

/// How a question is answered.
pub(super) enum Kind {
    /// By the number of one choice, the first where nothing is typed, or by a value for a fact.
    One {
        choices: &'static [Choice],
        /// The fact that a value states, and how such a value looks.
        own: Option<(Key, &'static str)>,
    },
    /// By the numbers of the work styles that are hard, none where nothing is typed.
    Hard(&'static [Style]),
}

/// A numbered choice.
pub(super) struct Choice {
    pub(super) label: &'static str,
    /// The fact that it states, if it states one.
    fact: Option<(Key, &'static str)>,
}

/// A part of the work that a person can find hard.
pub(super) struct Style {
    pub(super) label: &'static str,
    key: Key,
    /// What is stated where it is hard, and where it is not.
    values: [&'static str; 2],
}

const fn choice(label: &'static str, key: Key, value: &'static str) -> Choice {
    Choice { label, fact: Some((key, value)) }
}

const fn no_answer(label: &'static str) -> Choice {
    Choice { label, fact: None }
}

const fn hard(label: &'static str, key: Key) -> Style {
    Style { label, key, values: ["no", "yes"] }
}

pub(super) static QUESTIONS: [Question; 8] = [
    Question {
        text: "Have you worked in medical billing or coding?",
        meaning: "Years of work in the field raise pay, and coders with experience are hired first. \
            A choice counts as the middle of its years.",
        kind: Kind::One {
            choices: &[
                choice("No, never", Key::Experience, "0"),
                choice("Less than a year", Key::Experience, "0.5"),
                choice("1 or 2 years", Key::Experience, "1.5"),
                choice("3 to 5 years", Key::Experience, "4"),
                choice("6 to 10 years", Key::Experience, "8"),
            ],
            own: Some((Key::Experience, "your time in the field, such as 12 years")),
        },
    },
    Question {
        text: "Which certifications do you hold?",
        meaning: "For example CPC, CCS or CRC. Most employers ask for one; you can earn it later.",
        kind: Kind::One {
            choices: &[
                choice("None yet", Key::Certs, "0"),
                choice("One", Key::Certs, "1"),
                choice("Two", Key::Certs, "2"),
                choice("Three or more", Key::Certs, "3"),
            ],
            own: Some((Key::Certs, "their names, such as CPC, CRC")),
        },
    },
    Question {
        text: "Which describes you best?",
        meaning: "Each group is judged by what matters most to it, such as time, cost or security.",
        kind: Kind::One {
            choices: &[
                choice("I work in another field", Key::Stage, "career-changer"),
                choice("I just finished high school", Key::Stage, "graduate"),
                choice("I want a secure job for the long run", Key::Stage, "long-term"),
                choice("I want to work from home", Key::Stage, "remote"),
                choice("I already work in the field", Key::Stage, "coder"),
            ],
            own: None,
        },
    },
    Question {
        text: "Where do you live?",
        meaning: "Pay and prices differ from state to state.",
        kind: Kind::One {
            choices: &[no_answer("Use national figures")],
            own: Some((Key::State, "your state, such as Ohio or OH")),
        },
    },
    Question {
        text: "What do you earn now?",
        meaning: "A new career is worth it if it pays more than what you would earn without it.",
        kind: Kind::One {
            choices: &[no_answer("I would rather not say")],
            own: Some((Key::Pay, "a yearly pay before taxes, such as 34,000")),
        },
    },
    Question {
        text: "How long can you wait for your first coding paycheck?",
        meaning: "Training, the exam and the search for a first job all take time.",
        kind: Kind::One {
            choices: &[
                choice("18 months", Key::Wait, "18"),
                choice("6 months", Key::Wait, "6"),
                choice("1 year", Key::Wait, "12"),
                choice("2 years", Key::Wait, "24"),
            ],
            own: None,
        },
    },
    Question {
        text: "Do you want to work from home?",
        meaning: "Few beginners work from home; most who do have years of experience.",
        kind: Kind::One {
            choices: &[
                no_answer("It doesn't matter"),
                choice("Yes, I have to", Key::Remote, "yes"),
                choice("No", Key::Remote, "no"),
            ],
            own: None,
        },
    },
    Question {
        text: "Which of these would be hard for you?",
        meaning: "The work is quiet, exact and repetitive. It suits some people and not others.",
        kind: Kind::Hard(&[
            hard("Working without supervision", Key::SelfDiscipline),
            hard("Doing the same kind of task all day", Key::Repetition),
            hard("Learning new rules every year", Key::Learning),
            hard("Using new software", Key::Technology),
            hard("Getting every detail right", Key::Detail),
            hard("Deadlines of 2 to 5 business days", Key::Deadlines),
            hard("Keeping a room and a screen private", Key::HomeOffice),
            Style {
                label: "Working with few people around",
                key: Key::Company,
                values: ["yes", "no"],
            },
        ]),
    },
];

impl Question {
    /// The labels of what is numbered, from 1.
    pub(super) fn labels(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::One { choices, .. } => choices.iter().map(|choice| choice.label).collect(),
            Kind::Hard(styles) => styles.iter().map(|style| style.label).collect(),
        }
    }

    /// What can be typed.
    pub(super) fn how(&self) -> String {
        match self.kind {
            Kind::One { own: Some((_, such)), .. } => format!("a number or {such} [1]"),
            Kind::One { own: None, .. } => "a number [1]".to_owned(),
            Kind::Hard(_) => "numbers, such as 2 5; or skip [none of them]".to_owned(),
        }
    }

    /// The facts that an answer states, or why it is none.
    pub(super) fn facts(&self, typed: &str) -> Result<Vec<Fact>, String> {
        match self.kind {
            Kind::One { choices, own } => {
                let number = if typed.is_empty() { Some(1) } else { number_of(typed) };
                let chosen = number.and_then(|number| choices.get(number.checked_sub(1)?));
                match (chosen, own) {
                    (Some(Choice { fact, .. }), _) => {
                        Ok(fact.iter().map(|&(key, value)| (key, value.to_owned())).collect())
                    }
                    (None, Some((key, _))) => Ok(vec![(key, typed.to_owned())]),
                    (None, None) => Err(format!("type a number from 1 to {}", choices.len())),
                }
            }
            Kind::Hard(_) if typed == "skip" => Ok(Vec::new()),
            Kind::Hard(styles) => {
                let chosen = chosen(typed, styles.len())?;
                let stated = styles.iter().enumerate().map(|(index, style)| {
                    let is_hard = chosen.contains(&index);
                    (style.key, style.values[usize::from(!is_hard)].to_owned())
                });
                Ok(stated.collect())
            }
        }
    }
}

fn number_of(typed: &str) -> Option<usize> {
    typed.trim_end_matches(['.', ')']).parse().ok()
}

/// The indices of numbers that are separated by spaces or commas.
fn chosen(typed: &str, count: usize) -> Result<Vec<usize>, String> {
    let words = typed.split([' ', ',']).filter(|word| !word.is_empty() && *word != "and");
    let index = |word: &str| number_of(word)?.checked_sub(1).filter(|&index| index < count);
    words
        .map(|word| index(word).ok_or_else(|| format!("type numbers from 1 to {count}, or skip")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(question: usize, typed: &str) -> Result<Vec<(&'static str, String)>, String> {
        let facts = QUESTIONS[question - 1].facts(typed)?;
        Ok(facts.into_iter().map(|(key, value)| (key.name(), value)).collect())
    }

    #[test]
    fn an_answer_is_the_number_of_a_choice_or_a_value() {
        assert_eq!(stated(1, "").unwrap(), [("experience", "0".to_owned())]);
        assert_eq!(stated(1, "4").unwrap(), [("experience", "4".to_owned())]);
        assert_eq!(stated(1, "7 years").unwrap(), [("experience", "7 years".to_owned())]);
        assert_eq!(stated(2, "CPC, CRC").unwrap(), [("certs", "CPC, CRC".to_owned())]);
        assert_eq!(stated(3, "2)").unwrap(), [("stage", "graduate".to_owned())]);
        assert_eq!(stated(3, "6").unwrap_err(), "type a number from 1 to 5");
        assert_eq!(stated(4, "").unwrap(), []);
        assert_eq!(stated(5, "34000").unwrap(), [("pay", "34000".to_owned())]);
    }

    #[test]
    fn what_is_not_hard_is_fine() {
        let all = stated(8, "").unwrap();
        assert_eq!(all.len(), 8);
        assert!(all.iter().all(|(key, value)| (value == "no") == (*key == "company")));
        let some = stated(8, "2, 8").unwrap();
        assert!(some.contains(&("repetition", "no".to_owned())));
        assert!(some.contains(&("company", "yes".to_owned())));
        assert!(some.contains(&("learning", "yes".to_owned())));
        assert_eq!(stated(8, "skip").unwrap(), []);
        assert_eq!(stated(8, "9").unwrap_err(), "type numbers from 1 to 8, or skip");
    }
}
