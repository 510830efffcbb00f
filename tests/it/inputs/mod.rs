//! What people type is understood: natural flags and values mean what a careful reader takes them for,
//! and what cannot be meant is asked back.

mod crate_alone;
mod flags;
mod people;
mod values;
