//! F-3 of three pages with photos, fishbone and QR codes, and F-4 of as many, warm; and the same with every cache of the
//! process as it is.

#[path = "../tests/forms/rich/mod.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod rich;

use criterion::{Criterion, criterion_group, criterion_main};
use kesu_forms::view::FormLang;
use kesu_forms::{f01, f03, f04, morning};
use std::hint::black_box;

fn forms(c: &mut Criterion) {
    let (sheet, record, report) = (rich::sheet(FormLang::Zh, "QR-KS-03"), rich::complaint(), rich::capa());
    c.bench_function("F-3 of three pages", |b| b.iter(|| f03(black_box(&sheet), black_box(&report))));
    let told = rich::eight_d();
    c.bench_function("F-4 of three pages", |b| b.iter(|| f04(black_box(&sheet), black_box(&told))));
    c.bench_function("F-1 of one page", |b| b.iter(|| f01(black_box(&sheet), black_box(&record))));
    let day = rich::morning();
    c.bench_function("morning sheet", |b| b.iter(|| morning(black_box(&sheet), black_box(&day))));
}

criterion_group!(benches, forms);
criterion_main!(benches);
