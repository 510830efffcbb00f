use crate::quantity::named;
use std::cell::Cell;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::fields::Fields;
use super::problem::{Problem, Quoted};
use super::rows::record;
use super::spelling::nearest;

/// Where numbers come from. What is not known of a source is absent, never made up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The name by which rows cite it.
    pub id: String,
    /// The publisher and the publication in two or three words.
    pub short: String,
    /// Who published the numbers.
    pub publisher: String,
    /// What they were published as.
    pub title: String,
    /// The date or period that the numbers describe, in words.
    pub as_of: String,
    /// The year that the numbers describe; the age of a source counts from it.
    pub year: u32,
    /// Whether the publisher itself was read or somebody who quotes it.
    pub quality: Quality,
    /// Who quotes the publisher, for a secondary source.
    pub via: Option<String>,
    /// The address of the page.
    pub url: Option<String>,
    /// Where on the page or in the file.
    pub locator: Option<String>,
    /// When it was published.
    pub released: Option<String>,
    /// When it was read.
    pub retrieved: Option<String>,
    /// On what terms the numbers may be used.
    pub license: Option<String>,
    /// What a reader should know before relying on it.
    pub note: Option<String>,
}

impl Source {
    /// What should be known of a source and is not: its address, when it was read, its license.
    /// An assumption of this project has none of these.
    #[must_use]
    pub fn not_known(&self) -> Vec<&'static str> {
        if self.quality == Quality::Own {
            return Vec::new();
        }
        [("url", &self.url), ("retrieved", &self.retrieved), ("license", &self.license)]
            .into_iter()
            .filter_map(|(key, value)| value.is_none().then_some(key))
            .collect()
    }
}

named! {
    /// Whether a figure was read where it was published.
    #[derive(Serialize, Deserialize)]
    pub enum Quality {
        /// Read at its publisher's.
        Primary = "primary",
        /// Read in the words of somebody who quotes it.
        Secondary = "secondary",
        /// A choice of this project.
        Own = "own",
    }
}

/// The place of a source in the table of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceIndex(u16);

/// Every source, each once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// The source that a row cites.
    ///
    /// # Panics
    /// When the index comes from other tables.
    #[must_use]
    pub fn get(&self, index: SourceIndex) -> &Source {
        &self.0[usize::from(index.0)]
    }

    /// Every source with its index, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (SourceIndex, &Source)> {
        (0..).map(SourceIndex).zip(&self.0)
    }
}

/// The sources while rows that cite them are read: each is marked when a row names it.
#[derive(Debug)]
pub(crate) struct Citations {
    sources: Sources,
    /// The span of the id of each source, and whether a row cites it.
    marks: Vec<(Range<usize>, Cell<bool>)>,
}

impl Citations {
    /// The sources that a row names by `source` or `sources`, at least one.
    pub(crate) fn cited(&self, row: &mut Fields<'_>) -> Option<Vec<SourceIndex>> {
        if row.optional("sources").is_none() {
            return Some(vec![self.cited_once(row)?]);
        }
        if row.optional("source").is_some() {
            row.problem_at("source", "a row has either `source` or `sources`, not both");
        }
        let names = row.texts("sources");
        let found: Vec<_> = names.iter().filter_map(|name| self.find(row, name)).collect();
        (!found.is_empty()).then_some(found)
    }

    /// The one source that a row names by `source`.
    pub(crate) fn cited_once(&self, row: &mut Fields<'_>) -> Option<SourceIndex> {
        let name = row.text("source")?;
        self.find(row, &name)
    }

    fn find(&self, row: &mut Fields<'_>, name: &Spanned<&str>) -> Option<SourceIndex> {
        let mut sources = self.sources.iter().zip(&self.marks);
        let found = sources.find(|((_, source), _)| source.id == *name.get_ref());
        let Some(((index, _), (_, is_cited))) = found else {
            let ids = self.sources.iter().map(|(_, source)| source.id.as_str());
            let hint = nearest(name.get_ref(), ids).map(|near| format!("did you mean `{near}`?"));
            let message = format!("no source is called {}", Quoted(name.get_ref()));
            row.problem(Problem::new(name.span(), message).with_hint(hint));
            return None;
        };
        is_cited.set(true);
        Some(index)
    }

    /// A problem for every source that no row cited.
    pub(crate) fn unused(&self) -> Vec<Problem> {
        let sources = self.sources.iter().zip(&self.marks);
        let unused = sources.filter(|(_, (_, is_cited))| !is_cited.get());
        let message = |source: &Source| format!("no row cites the source `{}`", source.id);
        unused.map(|((_, source), (span, _))| Problem::new(span.clone(), message(source))).collect()
    }

    /// The sources, once every table is read.
    pub(crate) fn into_sources(self) -> Sources {
        self.sources
    }

    pub(crate) fn read(table: &mut Fields<'_>) -> Self {
        let mut marks = Vec::new();
        let read = |row: &mut Fields<'_>| {
            let source = read_source(row)?;
            marks.push((row.span_of("id"), Cell::new(false)));
            Some(source)
        };
        let sources = table.named_tables("source", ("id", "the source "), read, |s| &s.id);
        Self { sources: Sources(sources), marks }
    }
}

fn read_source(row: &mut Fields<'_>) -> Option<Source> {
    record!(Source {
        id: row.string("id"),
        short: row.string("short"),
        publisher: row.string("publisher"),
        title: row.string("title"),
        as_of: row.string("as_of"),
        year: row.whole("year"),
        quality: row.choice("quality"),
        via: Some(row.optional_string("via")),
        url: Some(row.optional_string("url")),
        locator: Some(row.optional_string("locator")),
        released: Some(row.optional_string("released")),
        retrieved: Some(row.optional_string("retrieved")),
        license: Some(row.optional_string("license")),
        note: Some(row.optional_string("note")),
    })
}
