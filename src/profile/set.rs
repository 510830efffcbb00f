use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::Draft;
use super::errors::{Origin, ProblemCode, Problems, ProfileErrors, ProfileProblem};
use super::fact_row::Group;
use super::facts::Key;
use super::resolved::Profile;
use super::texts::{NamedDraft, ProfileList, ProfileText};
use super::variation::Variation;
use crate::data::{Message, Quoted, Tables, is_unprintable};

/// Profiles to compare, not validated yet.
///
/// The base comes first: the draft of the flags, or else the first profile of the file. Variations
/// are the base with some facts replaced. The profiles of a file stand on their own and take
/// nothing from the base, so that they mean the same wherever they are read.
///
/// ```
/// use mbc_calc::profile::{Draft, Key, ProfileSet};
/// let tables = mbc_calc::built_in();
/// let base = Draft::default().state(Key::State, "MS").state(Key::Certs, "1");
/// let set = ProfileSet::default().with_base(base).with_variation("employer-state=MA,name=away");
/// let profiles = set.profiles(&tables).unwrap();
/// assert_eq!(profiles[1].name, "away");
/// assert_eq!(profiles[1].profile.home(), profiles[0].profile.home());
/// ```
#[derive(Clone, Debug, Default)]
pub struct ProfileSet<'t> {
    base: Option<Draft<'t>>,
    variations: Vec<String>,
    file: Option<Arc<ProfileText>>,
    subject: Subject,
}

/// What the answer is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Subject {
    #[default]
    Pay,
    Career,
}

impl Subject {
    /// Whether the answer can be another one for this fact.
    fn depends_on(self, key: Key) -> bool {
        match key.group() {
            Group::Pay | Group::Taxes => true,
            Group::Career | Group::You => self == Self::Career,
        }
    }

    fn profile(self, draft: &Draft, tables: &Tables) -> Result<Profile, ProfileErrors> {
        match self {
            Self::Pay => draft.profile(tables),
            Self::Career => draft.career(tables),
        }
    }
}

/// A profile and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedProfile {
    /// The name: printable, on one line, no other's.
    pub name: String,
    /// The profile.
    pub profile: Profile,
}

impl<'t> ProfileSet<'t> {
    /// The name of a base that has no other.
    pub const BASE: &'static str = "base";

    /// The most profiles that are compared with the base.
    pub const MAX_PROFILES: usize = 1_000;

    /// A set for an answer about careers, which lead through the field's own occupation.
    #[must_use]
    pub fn of_careers() -> Self {
        Self { subject: Subject::Career, ..Self::default() }
    }

    /// The set with a base.
    #[must_use]
    pub fn with_base(mut self, base: Draft<'t>) -> Self {
        self.base = Some(base);
        self
    }

    /// The set with one more variation of its base, such as `employer-state=MA,certs=3`.
    #[must_use]
    pub fn with_variation(mut self, variation: impl Into<String>) -> Self {
        self.variations.push(variation.into());
        self
    }

    /// The set with the profiles of a file: JSON Lines, a JSON array, CSV with a header, or TOML
    /// with `[[profile]]`.
    #[must_use]
    pub fn with_file(mut self, file: ProfileText) -> Self {
        self.file = Some(Arc::new(file));
        self
    }

    /// Validates the profiles: the base, its variations and the profiles of the file, in this order.
    ///
    /// # Errors
    /// Everything that is wrong with any of them, at once: what was typed first, then the file.
    pub fn profiles(&self, tables: &Tables) -> Result<Vec<NamedProfile>, Vec<ProfileErrors>> {
        let many = self.file.as_deref().map(ProfileList::read).unwrap_or_default();
        let mut checked = Checked::new(tables, self.subject);
        checked.in_file.append(many.problems);
        let stated = many.records.len() + self.variations.len();
        if stated > Self::MAX_PROFILES {
            let text = format!(
                "{stated} profiles are more than the {} that are compared",
                Self::MAX_PROFILES
            );
            let hint = "`mbc-calc batch` answers any number of profiles".to_owned();
            let (code, origin) = (ProblemCode::OutOfRange, Origin::File(0..0));
            let message = Message::new(text).with_hint(hint);
            checked.in_file.add(|| ProfileProblem::new(code, None, origin, message));
            return checked.finish(self.file.as_ref());
        }
        let mut records = many.records.iter().enumerate();
        let base = match &self.base {
            Some(draft) => {
                checked.base(draft);
                draft.clone()
            }
            None => records.next().map_or_else(Draft::default, |(i, record)| {
                checked.record(i, record);
                record.draft.clone()
            }),
        };
        let of_base = self
            .subject
            .profile(&base, tables)
            .err()
            .map_or_else(Vec::new, |errors| errors.problems);
        for (i, text) in self.variations.iter().enumerate() {
            checked.variation(i + 1, text, &base, &of_base);
        }
        for (i, record) in records {
            checked.record(i, record);
        }
        checked.finish(self.file.as_ref())
    }
}

/// The profiles so far, and what is wrong.
struct Checked<'t> {
    tables: &'t Tables,
    subject: Subject,
    profiles: Vec<NamedProfile>,
    /// Each name with its owner.
    taken: BTreeMap<String, String>,
    of_base: Option<ProfileErrors>,
    typed: Problems,
    in_file: Problems,
}

impl<'t> Checked<'t> {
    fn new(tables: &'t Tables, subject: Subject) -> Self {
        Self {
            tables,
            subject,
            profiles: Vec::new(),
            taken: BTreeMap::new(),
            of_base: None,
            typed: Problems::default(),
            in_file: Problems::default(),
        }
    }

    fn base(&mut self, draft: &Draft) {
        self.taken.insert(ProfileSet::BASE.to_owned(), "the base".to_owned());
        match self.subject.profile(draft, self.tables) {
            Ok(profile) => self.add(ProfileSet::BASE, profile),
            Err(errors) => self.of_base = Some(errors),
        }
    }

    /// A variation; a problem that its base has already is not repeated.
    fn variation(&mut self, number: usize, text: &str, base: &Draft, of_base: &[ProfileProblem]) {
        let Variation { name, facts, problems } = Variation::read(text);
        let origin = Origin::Variation(number);
        let here = |code, message| ProfileProblem::new(code, None, origin.clone(), message);
        if problems.is_empty()
            && let Err(message) = self.register(&name, format!("`--vs` {number}"), "`name=`")
        {
            self.typed.add(|| here(ProblemCode::BadName, message));
        }
        self.typed.extend(problems.into_iter().map(|p| here(ProblemCode::Malformed, p)));
        for (key, text) in &facts {
            if !text.trim().is_empty() && !self.subject.depends_on(*key) {
                let text =
                    format!("`{}` is about a career, and pay does not depend on it", key.name());
                let hint = "add `--timeline` to compare careers".to_owned();
                let message = Message::new(text).with_hint(hint);
                self.typed.add(|| here(ProblemCode::Contradiction, message));
            }
        }
        let varied =
            facts.iter().fold(base.clone(), |draft, (key, text)| draft.vary(number, *key, text));
        match self.subject.profile(&varied, self.tables) {
            Ok(profile) => self.add(&name, profile),
            Err(errors) => {
                // A fact of the base may contradict a fact of the variation only.
                let new = errors.problems.into_iter().filter(|p| !of_base.contains(p));
                self.typed.extend(new.map(|p| ProfileProblem {
                    field: None,
                    origin: origin.clone(),
                    ..p
                }));
            }
        }
    }

    fn record(&mut self, index: usize, record: &NamedDraft) {
        let numbered = format!("profile {}", index + 1);
        let name = record.name().unwrap_or(&numbered);
        if let Err(message) = self.register(name, format!("{numbered} of the file"), "`name`") {
            let origin = Origin::File(record.span());
            self.in_file.add(|| ProfileProblem::new(ProblemCode::BadName, None, origin, message));
        }
        match self.subject.profile(&record.draft, self.tables) {
            Ok(profile) => self.add(name, profile),
            Err(errors) => {
                self.in_file.extend(errors.problems);
                self.in_file.more += errors.more;
            }
        }
    }

    fn add(&mut self, name: &str, profile: Profile) {
        self.profiles.push(NamedProfile { name: name.to_owned(), profile });
    }

    /// Registers a name; an error says why not, with a hint.
    fn register(&mut self, name: &str, owner: String, key: &str) -> Result<(), Message> {
        const LONGEST: usize = 200;
        let (wrong, give) = if name.chars().any(is_unprintable) {
            ("holds characters that cannot be shown".to_owned(), "it another".to_owned())
        } else if name.chars().nth(LONGEST).is_some() {
            ("is too long".to_owned(), format!("it at most {LONGEST} characters"))
        } else if let Some(before) = self.taken.get(name) {
            (format!("is taken by {before}"), "each its own".to_owned())
        } else {
            self.taken.insert(name.to_owned(), owner);
            return Ok(());
        };
        Err(Message::new(format!("the name {} {wrong}", Quoted(name)))
            .with_hint(format!("give {give} with {key}")))
    }

    fn finish(
        mut self,
        file: Option<&Arc<ProfileText>>,
    ) -> Result<Vec<NamedProfile>, Vec<ProfileErrors>> {
        let mut errors = Vec::from_iter(self.of_base);
        let Problems { listed: problems, more } = self.typed;
        if !problems.is_empty() {
            errors.push(ProfileErrors { problems, more, file: None });
        }
        if !self.in_file.listed.is_empty() {
            self.in_file.listed.sort_by_key(|problem| match &problem.origin {
                Origin::File(span) => span.start,
                Origin::Flag(_) | Origin::Variation(_) => usize::MAX,
            });
            let Problems { listed: problems, more } = self.in_file;
            errors.push(ProfileErrors { problems, more, file: file.cloned() });
        }
        if errors.is_empty() { Ok(self.profiles) } else { Err(errors) }
    }
}
