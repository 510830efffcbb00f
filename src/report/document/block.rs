use std::borrow::Cow;

use super::drawing::Drawing;
use super::figure::Figure;
use super::text::Text;
use crate::data::Tables;
use crate::quantity::{Dollars, Share};

/// An answer for people, in blocks, before anybody knows on what it will be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document(pub Vec<Block>);

/// A part of a document. Its id names it where a word identifies each block, as in plain text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading over what follows.
    Heading(Text),
    /// A paragraph.
    Prose {
        /// The name of the block.
        id: &'static str,
        /// What it says.
        text: Text,
    },
    /// A list of short texts.
    List {
        /// The name of the block.
        id: &'static str,
        /// The items, in order.
        items: Vec<Text>,
    },
    /// Rows and columns.
    Table {
        /// The name of the block.
        id: &'static str,
        /// The columns after the first, which holds the names of the rows.
        columns: Vec<Column>,
        /// The rows.
        rows: Vec<Row>,
    },
    /// A picture of the numbers of the tables next to it, for the eye alone.
    Picture(Drawing),
    /// What a first reading can do without.
    Details(Document),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in plain text.
    pub id: Cow<'static, str>,
    /// The heading for people.
    pub label: Cow<'static, str>,
    /// Whether a first reading does without it.
    pub is_detail: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name in plain text.
    pub id: Cow<'static, str>,
    /// The name for people.
    pub label: Text,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Whether a first reading does without it.
    pub is_detail: bool,
}

/// What a cell of a table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number, set to the right.
    Figure(Figure),
    /// Words, set to the left.
    Text(Text),
    /// A bar as long as this share of the longest, for the eye alone: the number is next to it.
    Bar(Share),
    /// Where amounts lie on a common scale, for the eye alone. The heading of the column says what
    /// the mark is.
    Band(Band),
    /// What was found next to what is asked, for the eye alone.
    Gauge(Gauge),
    /// Nothing.
    Empty,
}

/// Amounts as shares of the way from the left end of a picture to its right end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The 10th percentile, the median and the 90th, where there are any.
    pub range: Option<[Share; 3]>,
    /// The 25th percentile and the 75th, where they are shown; without a range, a low end and a high one.
    pub half: Option<[Share; 2]>,
    /// What they are measured against, if there is anything.
    pub mark: Option<Share>,
}

/// What was found and what is asked, as shares of the larger of the two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gauge {
    /// What was found.
    pub found: Share,
    /// What is asked.
    pub asked: Share,
}

impl Block {
    /// The name of the block, where it has one.
    #[must_use]
    pub const fn id(&self) -> Option<&'static str> {
        match self {
            Self::Prose { id, .. } | Self::List { id, .. } | Self::Table { id, .. } => Some(id),
            Self::Picture(drawing) => Some(drawing.id),
            Self::Heading(_) | Self::Details(_) => None,
        }
    }
}

impl Column {
    /// A column with its name and its heading.
    #[must_use]
    pub const fn new(id: &'static str, label: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), label: Cow::Borrowed(label), is_detail: false }
    }

    /// A column with the same name and heading.
    #[must_use]
    pub const fn same(id: &'static str) -> Self {
        Self::new(id, id)
    }

    /// A column called by a key of a table of data.
    #[must_use]
    pub fn of_key(key: &str) -> Self {
        Self { id: key.to_owned().into(), label: key.replace('_', " ").into(), is_detail: false }
    }

    /// The column as one that a first reading does without.
    pub(crate) const fn in_details(mut self) -> Self {
        self.is_detail = true;
        self
    }
}

impl Row {
    /// A row with one cell a column.
    pub(crate) fn new(
        id: impl Into<Cow<'static, str>>,
        label: impl Into<Text>,
        cells: impl Into<Vec<Cell>>,
    ) -> Self {
        Self { id: id.into(), label: label.into(), cells: cells.into(), is_detail: false }
    }

    /// The row as one that a first reading does without.
    pub(crate) fn in_details(mut self) -> Self {
        self.is_detail = true;
        self
    }
}

impl From<Dollars> for Cell {
    fn from(amount: Dollars) -> Self {
        Self::Figure(Figure::Dollars(amount))
    }
}

impl From<Figure> for Cell {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&'static str> for Cell {
    fn from(words: &'static str) -> Self {
        Self::Text(words.into())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Text(words.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(content: Option<T>) -> Self {
        content.map_or(Self::Empty, T::into)
    }
}

impl Document {
    /// The beginning of an answer from these tables: where some are a user's own, which.
    pub(crate) fn from_tables(tables: &Tables) -> Self {
        let mut document = Self::default();
        document.own_tables(tables);
        document
    }

    /// Says which tables are a user's own, if some are.
    pub(crate) fn own_tables(&mut self, tables: &Tables) {
        let own = tables.edition.replaced();
        if !own.is_empty() {
            let which = format!(": {} (edition {}).", own.join(", "), tables.edition);
            self.prose("own_tables", Text::default().stress("Tables of your own").say(which));
        }
    }

    /// The blocks in order, those of the details among them.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> + Clone {
        self.0.iter().flat_map(|block| match block {
            Block::Details(details) => details.0.as_slice(),
            _ => std::slice::from_ref(block),
        })
    }

    /// The blocks of these names, in the order of the names.
    pub(crate) fn only(&self, ids: &[&str]) -> Self {
        let of = |id: &str| -> Vec<Block> {
            self.blocks().filter(|block| block.id() == Some(id)).cloned().collect()
        };
        Self(ids.iter().flat_map(|id| of(id)).collect())
    }

    /// The document without its details.
    #[must_use]
    pub fn brief(self) -> Self {
        Self(self.0.into_iter().filter_map(brief).collect())
    }

    /// Adds what a first reading can do without: `--details` shows it, and formats for programs
    /// always hold it.
    pub(crate) fn details(&mut self, write: impl FnOnce(&mut Self)) {
        let mut details = Self::default();
        write(&mut details);
        self.0.push(Block::Details(details));
    }

    /// Adds the blocks of another.
    pub(crate) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Adds a picture.
    pub(crate) fn picture(&mut self, drawing: Drawing) {
        self.0.push(Block::Picture(drawing));
    }

    /// Adds a heading.
    pub(crate) fn heading(&mut self, text: impl Into<Text>) {
        self.0.push(Block::Heading(text.into()));
    }

    /// Adds a paragraph.
    pub(crate) fn prose(&mut self, id: &'static str, text: impl Into<Text>) {
        let text = text.into();
        if text != Text::default() {
            self.0.push(Block::Prose { id, text });
        }
    }

    /// Adds a list; one of nothing is left out.
    pub(crate) fn list(&mut self, id: &'static str, items: impl IntoIterator<Item = Text>) {
        let items: Vec<Text> = items.into_iter().collect();
        if !items.is_empty() {
            self.0.push(Block::List { id, items });
        }
    }

    /// Adds a table.
    pub(crate) fn table(
        &mut self,
        id: &'static str,
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = Row>,
    ) {
        let (columns, rows) = (columns.into_iter().collect(), rows.into_iter().collect());
        self.0.push(Block::Table { id, columns, rows });
    }
}

/// The block without its details; nothing of details.
fn brief(block: Block) -> Option<Block> {
    match block {
        Block::Details(_) => None,
        Block::Table { id, columns, rows } => {
            let stays: Vec<bool> = columns.iter().map(|column| !column.is_detail).collect();
            let rows = rows.into_iter().filter(|row| !row.is_detail);
            let rows = rows.map(|row| Row { cells: kept(row.cells, &stays), ..row }).collect();
            Some(Block::Table { id, columns: kept(columns, &stays), rows })
        }
        block => Some(block),
    }
}

/// Those that stay.
fn kept<T>(all: Vec<T>, stays: &[bool]) -> Vec<T> {
    all.into_iter().zip(stays).filter(|(_, stays)| **stays).map(|(one, _)| one).collect()
}
