//! Cities, counties and ZIP codes, each with the area of the wage figures that it lies in.

mod endings;
mod group;
mod name_forms;
mod named_places;
mod no_place;
mod search;
mod zip_codes;

pub use named_places::{FoundPlace, NamedPlaces, People};
pub use no_place::NoPlace;
pub use search::{FoundArea, FoundCity};
pub use zip_codes::{FoundZip, ZipCodes};
