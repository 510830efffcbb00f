//! The tables inside the binary.

use crate::data::{Lazy, TableTexts, Tables};

/// The tables inside the binary. They were read from `data/*.toml` and checked when the crate was
/// built; unpacking them costs a few microseconds. The areas, the credentials,
/// the programs and the taxes are unpacked when one is asked for.
///
/// # Panics
/// Never: the build packs what this unpacks, with the same types.
///
/// ```
/// let tables = mbc_calc::built_in();
/// assert_eq!(tables.salaries.dollars_of, 2025);
/// ```
#[must_use]
pub fn built_in() -> Tables {
    let tables: Tables =
        postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/tables.postcard")))
            .expect("the build packs the tables with these same types");
    let areas = Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/areas.postcard")));
    let credentials =
        Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/credentials.postcard")));
    let programs = Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/programs.postcard")));
    let taxes = Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/taxes.postcard")));
    Tables { areas, credentials, programs, taxes, ..tables }
}

/// The texts that the built-in tables were read from.
///
/// ```
/// let texts = mbc_calc::built_in_texts();
/// assert!(texts.text("salaries").contains("dollars_of = 2025"));
/// ```
#[must_use]
pub fn built_in_texts() -> TableTexts<'static> {
    TableTexts::new(&include!(concat!(env!("OUT_DIR"), "/texts.rs")))
}
