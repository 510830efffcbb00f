//! What one estimate costs, without the process around it: unpacking the tables, and answering.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use mbc_calc::engine::{Estimator, estimate};
use mbc_calc::profile::{Draft, Key};
use mbc_calc::render::push_json_line_of_many;
use mbc_calc::report::{Pieces, Record, RecordAnswer};

fn benchmark(c: &mut Criterion) {
    c.bench_function("unpack the built-in tables", |b| b.iter(mbc_calc::built_in));

    let tables = mbc_calc::built_in();
    let draft = Draft::default()
        .state(Key::State, "MS")
        .state(Key::EmployerState, "MA")
        .state(Key::Certs, "3")
        .state(Key::Experience, "10");
    c.bench_function("make a profile of a draft", |b| {
        b.iter(|| black_box(&draft).profile(&tables));
    });
    let profile = draft.profile(&tables).expect("the example is a sound profile");
    c.bench_function("estimate two states", |b| {
        b.iter(|| estimate(&tables, black_box(&profile)));
    });
    let answer = estimate(&tables, &profile);
    c.bench_function("write the answer as JSON", |b| {
        b.iter(|| mbc_calc::render::json(black_box(&answer)));
    });
    let mut estimator = Estimator::new(&tables);
    let mut line = Vec::new();
    let mut pieces = Pieces::default();
    c.bench_function("answer and write one record of a stream", |b| {
        b.iter(|| {
            line.clear();
            let profile = black_box(&profile);
            let figures = &estimator.figures(profile);
            let answer = RecordAnswer::Estimate(figures, None);
            let record = Record {
                line: Some(1),
                id: Some("\"p1\""),
                tables: &tables,
                profile,
                answer,
                kept: &[],
            };
            push_json_line_of_many(&record, &mut line, &mut pieces);
            black_box(line.len())
        });
    });
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
