//! The tables inside the binary.

use std::sync::LazyLock;

use crate::data::{Lazy, TABLE_NAMES, TableTexts, Tables, inflated};

/// The tables inside the binary. They were read from `data/*.toml` and checked when the crate was
/// built; unpacking them costs a few microseconds. The areas, the cities,
/// counties and ZIP codes, the credentials, the programs, the careers, the synonyms and the taxes are unpacked when one is asked
/// for.
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
    let cities = Lazy::deflated(include_bytes!(concat!(env!("OUT_DIR"), "/cities.deflate")));
    let counties = Lazy::deflated(include_bytes!(concat!(env!("OUT_DIR"), "/counties.deflate")));
    let zip_codes = Lazy::deflated(include_bytes!(concat!(env!("OUT_DIR"), "/zip_codes.deflate")));
    let credentials =
        Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/credentials.postcard")));
    let programs = Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/programs.postcard")));
    let careers = Lazy::deflated(include_bytes!(concat!(env!("OUT_DIR"), "/careers.deflate")));
    let synonyms = Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/synonyms.postcard")));
    let taxes = Lazy::packed(include_bytes!(concat!(env!("OUT_DIR"), "/taxes.postcard")));
    let tables = Tables { areas, cities, counties, zip_codes, ..tables };
    Tables { credentials, programs, careers, taxes, synonyms, ..tables }
}

/// The texts that the built-in tables were read from.
///
/// ```
/// let texts = mbc_calc::built_in_texts();
/// assert!(texts.text("salaries").contains("dollars_of = 2025"));
/// ```
#[must_use]
pub fn built_in_texts() -> TableTexts<'static> {
    TableTexts::new(&TEXTS.each_ref().map(String::as_str))
}

/// The texts, which few ask for and which are therefore deflated.
static TEXTS: LazyLock<[String; TABLE_NAMES.len()]> = LazyLock::new(|| {
    let texts: [&[u8]; TABLE_NAMES.len()] = include!(concat!(env!("OUT_DIR"), "/texts.rs"));
    let text = |deflated| String::from_utf8(inflated(deflated)).expect("the build read texts");
    texts.map(text)
});
