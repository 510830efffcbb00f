//! How tables are read: typed fields with their positions, every problem collected, names that are
//! spelled almost right, and the sources that rows cite.

mod evidence;
mod fields;
mod folded_index;
mod missing;
mod place_words;
mod problem;
mod range;
mod rows;
mod sources;
mod spelling;
mod syntax;
mod value;

pub use evidence::{Basis, Evidence, Measure, Statistic};
pub(crate) use fields::Fields;
pub(in crate::data) use folded_index::FoldedIndex;
pub(crate) use missing::{MayMiss, Missing, ReadKey, read_code, read_code_as};
pub(crate) use place_words::{PlaceWords, WordRun};
pub use problem::{Message, Problem, is_unprintable};
pub(crate) use problem::{Quoted, position};
pub(crate) use range::{Literal, ValueRange, effect_of};
pub(crate) use rows::record;
pub(crate) use sources::Citations;
pub use sources::{Quality, Source, SourceIndex, Sources};
pub(crate) use spelling::nearest;
pub(crate) use spelling::{UniqueNames, find_named, folded, folds, nearest_or_all, not_known};
pub(crate) use syntax::parse_toml;
pub(crate) use value::{decimal, found};
