use super::errors::{ProblemCode, Refusal};
use crate::data::{Quoted, Unknown, nearest};
use crate::quantity::named;

named! {
    /// Whose pay scale a worker is paid on. Nobody publishes what employers of coders do, so this is a
    /// named scenario.
    pub enum GeoPay {
        /// The scale of the employer's state.
        Employer = "employer",
        /// The scale of the state where the worker lives.
        Residence = "residence",
        /// One scale for the whole nation.
        National = "national",
    }
}

named! {
    /// Whose workers an answer is level with: those of the wage survey of all employers, or the members
    /// of the trade association, who report more.
    pub enum PayLevel {
        /// The level of the AAPC member survey.
        Survey = "survey",
        /// The level of the BLS survey of employers.
        Oews = "oews",
    }
}

impl PayLevel {
    /// The other level.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Survey => Self::Oews,
            Self::Oews => Self::Survey,
        }
    }
}

named! {
    /// Whether one works for a wage or bills by the hour.
    pub enum Employment {
        /// For a wage.
        Employee = "employee",
        /// As a contractor.
        Contract = "contract",
    }
}

named! {
    /// How a person takes up AI tools.
    pub enum AiAdoption {
        /// Sooner than most.
        Early = "early",
        /// When most do.
        Average = "average",
        /// Not at all.
        Avoid = "avoid",
    }
}

named! {
    /// How one learns the trade.
    pub enum Program {
        /// A certificate programme of some months.
        Standard = "standard",
        /// A programme of twelve weeks.
        Accelerated = "accelerated",
    }
}

named! {
    /// Whether one works while studying.
    pub enum Study {
        /// The present work goes on.
        WhileWorking = "while-working",
        /// The present work stops until the exam is over.
        FullTime = "full-time",
    }
}

named! {
    /// The role that a career aims at after the specialty.
    pub enum Pivot {
        /// Auditing of coded records.
        Auditing = "auditing",
        /// Compliance with the rules.
        Compliance = "compliance",
        /// Teaching coders.
        Teaching = "teaching",
        /// Health informatics, an occupation of its own.
        Informatics = "informatics",
        /// Managing the revenue cycle.
        RevenueCycle = "revenue-cycle",
        /// The same work as a contractor.
        Contracting = "contracting",
        /// None: a coder for good.
        Stay = "none",
    }
}

impl Pivot {
    /// Other words that people type.
    pub(super) const ALIASES: &'static [(&'static str, Self)] = &[
        ("audit", Self::Auditing),
        ("auditor", Self::Auditing),
        ("compliance-officer", Self::Compliance),
        ("education", Self::Teaching),
        ("teacher", Self::Teaching),
        ("instructor", Self::Teaching),
        ("educator", Self::Teaching),
        ("health-informatics", Self::Informatics),
        ("revenue", Self::RevenueCycle),
        ("management", Self::RevenueCycle),
        ("contract", Self::Contracting),
        ("contractor", Self::Contracting),
        ("freelance", Self::Contracting),
        ("stay", Self::Stay),
    ];
}

named! {
    /// Where a person stands on the way.
    pub enum Standing {
        /// Before or in training.
        Newcomer = "newcomer",
        /// Certified, without a job in the field yet.
        Certified = "certified",
        /// In the first one or two years, in an office.
        Apprentice = "apprentice",
        /// At work in the field.
        Coder = "coder",
        /// At work in a specialty or another role of the field.
        Specialist = "specialist",
    }
}

/// The choice that a word names, by its name or another word for it.
pub(super) fn choice<T: Copy>(
    text: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
    aliases: &[(&'static str, T)],
) -> Result<T, Refusal> {
    let typed = text.trim().to_lowercase().replace(['_', ' '], "-");
    let words = all.iter().map(|&value| (name(value), value)).chain(aliases.iter().copied());
    if let Some((_, value)) = words.clone().find(|(word, _)| *word == typed) {
        return Ok(value);
    }
    let names: Vec<&str> = all.iter().map(|&value| name(value)).collect();
    let near = nearest(&typed, words.clone().map(|(word, _)| word));
    let meant = near.and_then(|near| words.clone().find(|(word, _)| *word == near));
    Err(not_one_of(text, &names, meant.map(|(_, value)| name(value))))
}

/// Yes, no or unknown, by these or other words for them.
pub(super) fn yes_or_no(text: &str) -> Result<Option<bool>, Refusal> {
    const WORDS: [(&str, Option<bool>); 3] =
        [("yes", Some(true)), ("no", Some(false)), ("unknown", None)];
    const ALIASES: [(&str, Option<bool>); 6] = [
        ("y", Some(true)),
        ("true", Some(true)),
        ("n", Some(false)),
        ("false", Some(false)),
        ("?", None),
        ("not sure", None),
    ];
    let names: Vec<&str> = WORDS.iter().map(|(word, _)| *word).collect();
    let typed = text.trim().to_lowercase();
    let found = WORDS.iter().chain(&ALIASES).find(|(word, _)| *word == typed);
    found.map(|&(_, said)| said).ok_or_else(|| not_one_of(text, &names, None))
}

fn not_one_of(text: &str, names: &[&str], near: Option<&str>) -> Refusal {
    let message = format!("{} is not one of {}", Quoted(text), names.join(", "));
    let hint = near.map(|near| format!("did you mean `{near}`?"));
    Refusal(ProblemCode::UnknownName, Unknown { message, hint })
}
