//! What a career costs, without the process around it: a timeline with the line on the causal share,
//! its writing, and a verdict with its flip points.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use mbc_calc::engine::{timeline, verdict, verdict_without_flips};
use mbc_calc::profile::{Draft, Key};
use mbc_calc::quantity::LifeStage;

fn benchmark(c: &mut Criterion) {
    let tables = mbc_calc::built_in();
    let newcomer = Draft::default()
        .state(Key::State, "MS")
        .state(Key::EmployerState, "MA")
        .state(Key::Pay, "31000");
    let coder = newcomer.clone().state(Key::Certs, "1").state(Key::Experience, "3");
    let [newcomer, coder] = [newcomer, coder]
        .map(|draft| draft.career(&tables).expect("the example is a sound profile"));
    for (name, profile) in [("a newcomer", &newcomer), ("a coder", &coder)] {
        c.bench_function(&format!("simulate 10,000 careers of 10 years of {name}"), |b| {
            b.iter(|| timeline(&tables, black_box(profile)));
        });
    }
    let answer = timeline(&tables, &newcomer);
    c.bench_function("write a timeline as JSON", |b| {
        b.iter(|| mbc_calc::render::json(black_box(&answer)));
    });
    let mut verdicts = c.benchmark_group("a verdict with its flip points");
    verdicts.sample_size(10);
    for stage in LifeStage::ALL {
        verdicts.bench_function(stage.name(), |b| {
            b.iter(|| verdict(&tables, black_box(&newcomer), stage));
        });
    }
    verdicts.finish();
    c.bench_function("a verdict without them", |b| {
        b.iter(|| verdict_without_flips(&tables, black_box(&newcomer), LifeStage::CareerChanger));
    });
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
