//! Reads and checks `data/*.toml` with the crate's own loader and packs the result, so that the
//! program parses no table when it answers.

#![allow(clippy::disallowed_methods, reason = "a build script reads files and the environment")]

use std::path::Path;

#[path = "src/data/mod.rs"]
#[expect(dead_code, unused_imports, unreachable_pub, reason = "only the loader is used here")]
mod data;
#[path = "src/quantity/mod.rs"]
#[expect(
    dead_code,
    unnameable_types,
    unreachable_pub,
    unused_imports,
    reason = "only the loader is used here"
)]
mod quantity;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=src/data");
    println!("cargo:rerun-if-changed=src/quantity");
    let texts = data::TABLE_NAMES.map(|name| {
        let path = format!("data/{name}.toml");
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    });
    let texts = texts.each_ref().map(String::as_str);
    let tables =
        data::Tables::read(&texts).unwrap_or_else(|errors| panic!("{}", all_messages(&errors)));
    pack("tables", &tables);
    pack("areas", &*tables.areas);
    for (name, places) in [("cities", &tables.cities), ("counties", &tables.counties)] {
        write(&format!("{name}.deflate"), deflated(&packed(&**places)));
    }
    write("zip_codes.deflate", deflated(&packed(&*tables.zip_codes)));
    pack("credentials", &*tables.credentials);
    pack("programs", &*tables.programs);
    write("careers.deflate", deflated(&packed(&*tables.careers)));
    pack("synonyms", &*tables.synonyms);
    pack("taxes", &*tables.taxes);
    // The texts themselves, for those who ask for a table and not for an answer.
    for (name, text) in data::TABLE_NAMES.iter().zip(texts) {
        write(&format!("{name}.toml.deflate"), deflated(text.as_bytes()));
    }
    let included = data::TABLE_NAMES.map(|name| {
        format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.toml.deflate\")),\n")
    });
    let included = format!("[\n{}]\n", included.concat());
    write("texts.rs", included);
    println!("cargo:rustc-env=MBC_CALC_EDITION={}", tables.edition);
}

/// Packs a part of the tables into a file of its own, so that a part that few answers need is
/// unpacked for those alone.
fn pack(name: &str, part: &impl serde::Serialize) {
    write(&format!("{name}.postcard"), packed(part));
}

fn packed(part: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(part).expect("tables are plain values")
}

/// As small as it gets: what is deflated is asked for by few.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(bytes, 9)
}

fn write(name: &str, bytes: impl AsRef<[u8]>) {
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    std::fs::write(Path::new(&out).join(name), bytes).expect("OUT_DIR is writable");
}

/// One line a problem: file, line, column, message.
fn all_messages(errors: &data::TableErrors) -> String {
    let line = |error: &data::TableError, problem: &data::Problem| {
        let (line, column) = data::position(&error.text, problem.span.start);
        format!("data/{}:{line}:{column}: {}\n", error.file, problem.message)
    };
    let lines = |error: &data::TableError| {
        error.problems.iter().map(|p| line(error, p)).collect::<String>()
    };
    errors.0.iter().map(lines).collect::<String>()
}
