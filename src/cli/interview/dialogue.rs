//! Asks the questions one after another, and takes the answers.

use std::io::{self, BufRead, Read as _};

use super::questions::{Fact, QUESTIONS, Question, draft};
use crate::data::Tables;
use crate::profile::ProfileErrors;

/// The longest line that is read, in bytes.
const MAX_LINE: u64 = 4096;

/// Where the answers come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answers {
    /// A person, who is asked again.
    Typed,
    /// A file, in which an answer that cannot be used is an error.
    Written,
}

/// Why there are no answers.
#[derive(Debug)]
pub(crate) enum Ended {
    /// The answers end before this question.
    Before(usize),
    /// The answer to this question cannot be used.
    Refused(usize, String),
    /// Reading failed.
    Read(io::Error),
}

/// Questions on one side, answers on the other.
pub(crate) struct Dialogue<R, W> {
    from: R,
    say: W,
    answers: Answers,
}

impl<R: BufRead, W: FnMut(&str)> Dialogue<R, W> {
    /// A dialogue that reads lines and says texts.
    pub(crate) const fn new(from: R, say: W, answers: Answers) -> Self {
        Self { from, say, answers }
    }

    /// The facts that a person states in eight answers.
    ///
    /// # Errors
    /// When the answers end early, or one in a file cannot be used.
    pub(crate) fn ask(&mut self, tables: &Tables) -> Result<Vec<Fact>, Ended> {
        (self.say)(
            "Eight questions. Press Enter for [the default], type ? for what a question means, \
             or back for the one before.\n",
        );
        let mut stated: Vec<Vec<Fact>> = Vec::new();
        while let Some(question) = QUESTIONS.get(stated.len()) {
            let number = stated.len() + 1;
            self.put(number, question);
            let typed = self.line().map_err(Ended::Read)?.ok_or(Ended::Before(number))?;
            match typed.to_lowercase().as_str() {
                "?" | "help" => (self.say)(&format!("  {}\n", question.meaning)),
                "back" => {
                    stated.pop();
                }
                _ => match answer(tables, &stated, question, &typed) {
                    Ok(facts) => stated.push(facts),
                    Err(why) if self.answers == Answers::Written => {
                        return Err(Ended::Refused(number, why));
                    }
                    Err(why) => (self.say)(&format!("  {why}\n")),
                },
            }
        }
        (self.say)("\n");
        Ok(stated.concat())
    }

    /// Puts a request, and reads one line in answer.
    ///
    /// # Errors
    /// When reading fails.
    pub(crate) fn request(&mut self, text: &str) -> io::Result<Option<String>> {
        (self.say)(text);
        self.line()
    }

    /// Ends the line of the last request.
    pub(crate) fn close(&mut self) {
        if self.answers == Answers::Written {
            (self.say)("\n");
        }
    }

    fn put(&mut self, number: usize, question: &Question) {
        (self.say)(&format!("\n{number} of {}. {}\n", QUESTIONS.len(), question.text));
        for (index, label) in question.labels().iter().enumerate() {
            (self.say)(&format!("  {}) {label}\n", index + 1));
        }
        (self.say)(&format!("Type {}: ", question.how()));
    }

    /// The next line without the space around it; answers of a file are shown as if they were typed.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let read = self.from.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes).trim().to_owned();
        if self.answers == Answers::Written {
            (self.say)(&format!("{line}\n"));
        }
        Ok(Some(line))
    }
}

/// The facts that an answer states, if they agree with those before.
fn answer(
    tables: &Tables,
    stated: &[Vec<Fact>],
    question: &Question,
    typed: &str,
) -> Result<Vec<Fact>, String> {
    let facts = question.facts(typed)?;
    draft(stated.iter().flatten().chain(&facts))
        .career(tables)
        .map_err(|errors| first_problem(&errors))?;
    Ok(facts)
}

fn first_problem(errors: &ProfileErrors) -> String {
    errors.problems.first().map_or_else(String::new, |problem| match &problem.hint {
        Some(hint) => format!("{} ({hint})", problem.message),
        None => problem.message.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(lines: &str, answers: Answers) -> (Result<Vec<Fact>, Ended>, String) {
        let mut said = String::new();
        let mut dialogue =
            Dialogue::new(lines.as_bytes(), |text: &str| said.push_str(text), answers);
        let facts = dialogue.ask(&crate::built_in());
        (facts, said)
    }

    #[test]
    fn a_person_is_asked_again_and_can_go_back() {
        let lines = "?\n\nnone\n2\nback\n9\n3\nOhoi\nback\n1\nOH\n$34,000\n2\n3\n2 8\n";
        let (facts, said) = ask(lines, Answers::Typed);
        let facts: Vec<_> =
            facts.unwrap().iter().map(|(key, value)| format!("{}={value}", key.name())).collect();
        assert_eq!(
            facts[..7],
            [
                "experience=0",
                "certs=none",
                "stage=career-changer",
                "state=OH",
                "pay=$34,000",
                "wait=6",
                "remote=no"
            ]
        );
        assert!(said.contains("Years of work in the field raise pay"));
        assert!(said.contains("type a number from 1 to 5"));
        assert!(said.contains("no state or territory is called `Ohoi`"));
    }

    #[test]
    fn a_file_ends_early_or_has_an_answer_that_cannot_be_used() {
        assert!(matches!(ask("\n\n", Answers::Written).0, Err(Ended::Before(3))));
        let (refused, _) = ask("\n\n5\n", Answers::Written);
        assert!(matches!(refused, Err(Ended::Refused(3, _))));
    }

    #[test]
    fn going_back_from_the_first_question_stays_there() {
        let (facts, said) = ask("back\n\n\n\n\n\n\n\n\n", Answers::Typed);
        assert_eq!(facts.unwrap().len(), 4 + 8);
        assert_eq!(said.matches("1 of 8").count(), 2);
    }
}
