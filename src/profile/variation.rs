//! Reads a variation of a profile, `employer-state=MA,certs=3`, into facts.

use super::errors::ProfileErrors;
use super::facts::Key;
use crate::data::{Message, Quoted};

/// What a variation changes of the profile that it varies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Variation {
    /// What it is called: its `name`, else its facts as they were typed.
    pub(super) name: String,
    /// The facts; a blank text takes the fact away.
    pub(super) facts: Vec<(Key, String)>,
    /// Everything that is wrong with how it is written.
    pub(super) problems: Vec<Message>,
}

impl Variation {
    /// Reads `key=value` pairs with commas between them. A piece without `=` goes on with the value
    /// before it where that may hold commas: a name, or certifications.
    pub(super) fn read(text: &str) -> Self {
        // A name is the pair without a key.
        let mut pairs: Vec<(Option<Key>, String)> = Vec::new();
        let mut problems = Vec::new();
        for piece in text.split(',').filter(|piece| !piece.trim().is_empty()) {
            // The rest is likely no better, and each message looks for a name that is near.
            if problems.len() == ProfileErrors::MAX_LISTED {
                break;
            }
            let Some((key, value)) = piece.split_once('=') else {
                match pairs.last_mut() {
                    Some((None | Some(Key::Certs), value)) => {
                        value.push(',');
                        value.push_str(piece.trim_end());
                    }
                    _ => problems.push(not_a_pair(piece.trim())),
                }
                continue;
            };
            match stated_by(key.trim()) {
                Err(problem) => problems.push(problem),
                Ok(stated) if pairs.iter().any(|(taken, _)| *taken == stated) => {
                    let message = format!("{} is stated twice", Quoted(key.trim()));
                    problems.push(Message::new(message));
                }
                Ok(stated) => pairs.push((stated, value.trim().to_owned())),
            }
        }
        let mut variation = Self { problems, ..Self::default() };
        for (stated, value) in pairs {
            match stated {
                None => variation.name = value,
                Some(key) => variation.facts.push((key, value)),
            }
        }
        if variation.facts.is_empty() && variation.problems.is_empty() {
            let message = match variation.name.as_str() {
                "" => "nothing is stated".to_owned(),
                name => format!("{} changes nothing", Quoted(name)),
            };
            let hint = "state what differs, such as `certs=3`".to_owned();
            variation.problems.push(Message::new(message).with_hint(hint));
        }
        if variation.name.is_empty() {
            let typed =
                variation.facts.iter().map(|(key, value)| format!("{}={value}", key.word()));
            variation.name = typed.collect::<Vec<_>>().join(", ");
        }
        variation
    }
}

/// The fact that a key states; none for the name.
fn stated_by(key: &str) -> Result<Option<Key>, Message> {
    match key.to_lowercase().replace('-', "_").as_str() {
        "name" => Ok(None),
        name => Key::named(name).map(Some).ok_or_else(|| Key::unknown(key, &["name"], Key::word)),
    }
}

fn not_a_pair(piece: &str) -> Message {
    Message::new(format!("{} states no fact", Quoted(piece)))
        .with_hint("write `key=value`, such as `employer-state=MA,certs=3`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        Variation::read(text).problems.into_iter().map(|problem| problem.text).collect()
    }

    #[test]
    fn pairs_are_facts_and_a_blank_value_takes_a_fact_away() {
        let read = Variation::read(" Employer-State = MA, geo_pay=residence ,certs=");
        assert_eq!(read.problems, []);
        assert_eq!(read.name, "employer-state=MA, geo-pay=residence, certs=");
        let facts = [(Key::EmployerState, "MA"), (Key::GeoPay, "residence"), (Key::Certs, "")];
        assert_eq!(read.facts, facts.map(|(key, text)| (key, text.to_owned())));
    }

    #[test]
    fn names_and_certifications_may_hold_commas() {
        let read = Variation::read("name=Boston, remote,certs=CPC,CRC,experience=2");
        assert_eq!((read.name.as_str(), read.facts.len()), ("Boston, remote", 2));
        assert_eq!(read.facts[0], (Key::Certs, "CPC,CRC".to_owned()));
    }

    #[test]
    fn everything_wrong_is_reported_at_once() {
        assert_eq!(
            messages("foo,stat=MA,certs=1,certs=2,level=oews,bar"),
            [
                "`foo` states no fact",
                "a profile has no key `stat`",
                "`certs` is stated twice",
                "`bar` states no fact"
            ]
        );
        assert_eq!(messages(" , "), ["nothing is stated"]);
        assert_eq!(messages("name=same"), ["`same` changes nothing"]);
    }
}
