//! What commands cost, each beside plain SQLite doing the same work in the same run (`cargo xtask bench`).
//!
//! The folder is a sample, kept under `target/bench-data` for the next run; what is measured here is written into it. Run on
//! a quiet machine: waiting for the disk shows false steps on a loaded one.
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on says so by failing")]

mod data;
mod open;
mod raw;
mod table;

use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};
use data::Desk;
use raw::Raw;
use serde_json::json;
use std::time::{Duration, Instant};
use table::{Aim, Table};

/// Two characters that stand in many cases.
const SOUGHT: &str = "焊缝";

/// Cases whose sections are saved in turn.
const SAVED: usize = 200;

fn main() {
    let sizes = std::env::var("KESU_BENCH_CASES").unwrap_or_else(|_| "10000".into());
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(400))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let mut table = Table::default();
    // None: only the lists of a house in which much is open.
    for size in sizes.split(',').filter(|size| !size.trim().is_empty()) {
        let cases: u64 = size.trim().parse().unwrap();
        let desk = Desk::open(cases);
        let raw = Raw::open(&desk.dir, desk.register());
        let mut group = criterion.benchmark_group(format!("{cases} cases"));
        table.size(cases, desk.bytes, desk.made);
        saves(&mut group, &mut table, &desk, &raw);
        reads(&mut group, &mut table, &desk, &raw);
        paper(&mut group, &mut table, &desk);
        group.finish();
    }
    let desk = Desk::with_open(open::OPEN);
    let raw = Raw::open(&desk.dir, desk.register());
    let mut group = criterion.benchmark_group(format!("{} open cases", open::OPEN));
    table.size(open::OPEN, desk.bytes, desk.made);
    open::lists(&mut group, &mut table, &desk, &raw);
    group.finish();
    table.print();
}

type Group<'a> = BenchmarkGroup<'a, WallTime>;

/// Measures each run of `f` by itself; returns the median.
fn measure<T>(group: &mut Group, name: &str, mut before: impl FnMut() -> T, mut f: impl FnMut(T)) -> Duration {
    let mut all: Vec<Duration> = vec![];
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|times| {
            let mut sum = Duration::ZERO;
            for _ in 0..times {
                let ready = before();
                let begun = Instant::now();
                f(ready);
                let took = begun.elapsed();
                all.push(took);
                sum += took;
            }
            sum
        });
    });
    all.sort();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

fn saves(group: &mut Group, table: &mut Table, desk: &Desk, raw: &Raw) {
    // Many cases, each of which is corrected a few times: a case with thousands of revisions is nobody's.
    let mut cases: Vec<(i64, i64)> = (0..SAVED).map(|_| (desk.register(), 1)).collect();
    let mut complaint = desk.complaint();
    let mut n = 0;
    let ours = measure(
        group,
        "section_save",
        || (),
        |()| {
            n += 1;
            let (case, rev) = &mut cases[n % SAVED];
            complaint["effect"] = json!(format!("停线 {n} 分钟"));
            let section = json!({ "kind": "complaint", "body": complaint });
            let request = json!({ "case": case, "rev": rev, "section": section, "reason": "更正" });
            let saved = desk.call("sales", "section_save", request);
            *rev = saved["rev"].as_i64().unwrap();
        },
    );
    let theirs = measure(group, "raw: save a section", || (), |()| raw.save_section());
    table.line("save a section", ours, Some(theirs), Aim::Times(5.0));
    let ours = measure(
        group,
        "case_register",
        || (),
        |()| {
            desk.register();
        },
    );
    let theirs = measure(group, "raw: register", || (), |()| raw.register());
    table.line("register", ours, Some(theirs), Aim::Times(5.0));
}

fn reads(group: &mut Group, table: &mut Table, desk: &Desk, raw: &Raw) {
    let cases = desk.archived();
    let mut n = 0;
    let mut next = || {
        n += 1;
        cases[n % cases.len()]
    };
    let ours = measure(group, "case_get", &mut next, |case| drop(desk.read("qe", "case_get", json!({ "case": case }))));
    let theirs = measure(group, "raw: open a case", &mut next, |case| raw.open_case(case));
    table.line("open a case", ours, Some(theirs), Aim::Times(5.0));
    let page = json!({ "state": "archived", "class": "quality", "limit": 100 });
    let ours = measure(group, "register_list", || page.clone(), |page| drop(desk.read("qe", "register_list", page)));
    let theirs = measure(group, "raw: page of 100", || (), |()| raw.page());
    table.line("page of 100 by filter", ours, Some(theirs), Aim::Times(5.0));
    let search = json!({ "search": SOUGHT, "limit": 100 });
    let ours = measure(group, "search", || search.clone(), |search| drop(desk.read("qe", "register_list", search)));
    let theirs = measure(group, "raw: search", || (), |()| raw.search(SOUGHT));
    table.line("two-character search", ours, Some(theirs), Aim::Times(5.0));
}

fn paper(group: &mut Group, table: &mut Table, desk: &Desk) {
    let Some(mut form) = desk.form() else { return };
    let pages = form.pages(desk);
    let ours = measure(group, "F-3", || form.change(desk), |request| drop(desk.read("qe", "form_issue", request)));
    table.line(&format!("F-3 of {pages} pages, issued"), ours, None, Aim::Within(Duration::from_millis(15)));
}
