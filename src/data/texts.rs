use std::borrow::Cow;

/// The names of the tables, in alphabetical order. The file of a table is its name and `.toml`.
pub const TABLE_NAMES: [&str; 38] = [
    "accuracy",
    "area_prices",
    "areas",
    "career",
    "careers",
    "certifications",
    "cities",
    "claims",
    "combination",
    "costs",
    "counties",
    "credentials",
    "education",
    "experience",
    "geography",
    "grades",
    "market",
    "occupations",
    "prices",
    "programs",
    "projections",
    "salaries",
    "settings",
    "sources",
    "specialties",
    "synonyms",
    "tax_federal",
    "tax_local",
    "tax_payroll",
    "tax_rules",
    "tax_sources",
    "tax_states",
    "tax_two_states",
    "terms",
    "unlikely",
    "verdicts",
    "wage_history",
    "zip_codes",
];

const N: usize = TABLE_NAMES.len();

/// The text of every table: the built-in ones, and those that a user put in their place.
#[derive(Clone, Debug)]
pub struct TableTexts<'t>([TableText<'t>; N]);

/// The text of a table and its file.
#[derive(Clone, Debug)]
struct TableText<'t> {
    file: Cow<'t, str>,
    text: Cow<'t, str>,
    origin: Origin,
}

/// Who wrote the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    BuiltIn,
    Replaced,
}

impl<'t> TableTexts<'t> {
    /// The texts of [`TABLE_NAMES`], in order.
    #[must_use]
    pub fn new(texts: &[&'t str; N]) -> Self {
        Self(std::array::from_fn(|i| TableText {
            file: format!("{}.toml", TABLE_NAMES[i]).into(),
            text: texts[i].into(),
            origin: Origin::BuiltIn,
        }))
    }

    /// Puts a text in the place of a table; one that says the same changes nothing.
    ///
    /// # Panics
    /// When no table has this name.
    pub fn replace(&mut self, name: &str, file: String, text: String) {
        let table = &mut self.0[index(name)];
        if table.text != text {
            *table = TableText { file: file.into(), text: text.into(), origin: Origin::Replaced };
        }
    }

    /// The text of a table.
    ///
    /// # Panics
    /// When no table has this name.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        &self.0[index(name)].text
    }

    /// What messages call the file of a table. A built-in table among those of a user says so,
    /// because there is no such file to open.
    ///
    /// # Panics
    /// When no table has this name.
    #[must_use]
    pub fn file(&self, name: &str) -> String {
        let table = &self.0[index(name)];
        let is_among_others = self.replaced().next().is_some() && table.origin == Origin::BuiltIn;
        if is_among_others { format!("{} (built in)", table.file) } else { table.file.to_string() }
    }

    /// The names of the tables that are not the built-in ones, in alphabetical order.
    pub fn replaced(&self) -> impl Iterator<Item = &'static str> {
        let names = TABLE_NAMES.into_iter().zip(&self.0);
        names.filter(|(_, table)| table.origin == Origin::Replaced).map(|(name, _)| name)
    }

    /// Every text, in the order of [`TABLE_NAMES`].
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|table| table.text.as_ref())
    }
}

fn index(name: &str) -> usize {
    let index = TABLE_NAMES.iter().position(|&known| known == name);
    index.expect("only tables of the list are asked for")
}
