//! How the sources are built: imports point one way and run in no circle, only `cli` reaches the
//! outside, no file and no folder grows without end, and plain words are used.

mod circles;
mod direction;
mod imports;
mod portable;
mod promises;
mod sizes;
mod sources;
mod spelling;
mod tokens;
mod words;
