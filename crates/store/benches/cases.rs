//! How long a case takes: written in bulk, opened, saved, found. The bulk figure is printed first, for each entry; the
//! goal is 20 µs (a sample of 100,000 cases in some minutes). Run on a quiet machine.
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on says so by failing")]

use criterion::Criterion;
use kesu_domain::case::{Case, Head, SectionRow};
use kesu_domain::engine::{Actor, Doing, Moment, Step, advance, begin};
use kesu_domain::id::{AccountId, CaseId, PlantId, ProcedureId};
use kesu_domain::master::{Plant, ProcedureState, ProcedureText};
use kesu_domain::people::{Post, Who};
use kesu_domain::procedure::{BUILTIN, Proven};
use kesu_domain::section::Section;
use kesu_domain::text::Names;
use kesu_domain::time::{Calendar, Stamp};
use kesu_store::derived::{Order, Page, RegisterFilter};
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use kesu_store::verify::Scope;
use std::time::Instant;

fn at(minutes: i64) -> Stamp {
    "2025-11-22T05:00:00.000Z".parse::<Stamp>().unwrap().plus_millis(minutes * 60_000)
}

fn command(minutes: i64) -> Command {
    let (zone, machine) = ("+08:00".into(), "bench".into());
    let actor = Some(AccountId(1));
    Command { actor, now: at(minutes), action: "bench", reason: String::new(), request: None, zone, machine }
}

fn post(role: &str) -> Post {
    let (account, plant) = (AccountId(1), PlantId(1));
    let (procedure, department, from, until, deputy_for) = (None, None, None, None, None);
    Post { account, role: role.into(), procedure, plant, department, from, until, deputy_for }
}

fn complaint(n: i64, more: &str) -> Section {
    let what = ["焊缝生锈", "表面划伤", "尺寸超差", "包装破损", "漏装配件"][n as usize % 5];
    let words = format!("户外果皮箱 {n} 批，两个月内 12 只{what}，客户要求全部更换并说明原因{more}");
    let body = serde_json::json!({ "customer": n % 50 + 1, "channel": "phone", "received_at": at(n), "class": "quality",
        "words": { "zh": words }, "acknowledged": "yes", "samples": "no", "customer_no": format!("C-{n}") });
    serde_json::from_value(serde_json::json!({ "kind": "complaint", "body": body })).unwrap()
}

/// A registered case.
fn begun(p: &Proven, calendar: &Calendar, number: &str, n: i64) -> Case {
    let (received, plant, procedure) = (at(n), PlantId(1), ProcedureId(1));
    let head = Head { confidential: n % 100 == 0, ..Head::new(number.into(), plant, procedure, received, received) };
    let moment = Moment { now: received, calendar };
    let mut case = begin(p, head, &moment);
    let section = complaint(n, "");
    case.sections.push(SectionRow {
        id: None,
        slot: String::new(),
        round: 1,
        section,
        extra: Default::default(),
        gone: Default::default(),
    });
    let (who, posts) = (Who::Account(AccountId(1)), [post("sales")]);
    let actor = Actor { who: &who, posts: &posts, heads: &[], recorded_by: None };
    let doing = Doing { step: Step::Done, hand: None, signed: false, reason: "" };
    advance(p, &case, &actor, &case.tasks[0].key(), &doing, &moment).unwrap()
}

/// Nanoseconds that the processor has given this thread, where the system tells; a loaded machine makes waits of the rest.
fn worked() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or_default()
}

fn main() {
    let cases: i64 = std::env::var("KESU_BENCH_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let dir = tempfile::tempdir().unwrap();
    let folder =
        Folder::create(&dir.path().join("data"), "bench", command(0), Box::new(|bytes| bytes.fill(7))).unwrap();
    let (number, text) = BUILTIN[0];
    folder
        .write::<_, Error>(command(0), |w| {
            let (code, zone, currency) = ("P1".into(), "Asia/Shanghai".into(), "CNY".into());
            w.add(&Plant {
                code,
                name: Names::default(),
                unit: Names::default(),
                zone,
                currency,
                logo: None,
                in_charge: None,
                contacts: vec![],
            })?;
            w.add(&post("qe"))?;
            let (number, version, text) = (number.into(), "A/0".into(), text.into());
            let state = ProcedureState::Issued;
            w.add(&ProcedureText { number, version, text, state, approved_by: None, effective: None })
        })
        .unwrap();
    let (p, calendar) =
        folder.read::<_, Error>(None, at(0), |r| Ok((r.procedure(ProcedureId(1))?, r.calendar(PlantId(1))?))).unwrap();
    let started = Instant::now();
    let mut written = started;
    folder
        .bulk::<_, Error>(|bulk| {
            for n in 1..=cases {
                bulk.command(command(n), |w| {
                    let number = w.next_number("KS", PlantId(1), 2025)?;
                    w.add_case(&p, &begun(&p, &calendar, &number, n), &calendar)
                })?;
            }
            written = Instant::now();
            Ok::<_, Error>(())
        })
        .unwrap();
    let entries = folder.head().unwrap().seq as f64;
    let each = |from: Instant, until: Instant| (until - from).as_micros() as f64 / entries;
    let done = Instant::now();
    println!(
        "bulk: {entries} entries of {cases} cases, {:.1} µs an entry, with lists and search {:.1} µs",
        each(started, written),
        each(started, done)
    );
    let actor = Some(AccountId(1));
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let mut group = criterion.benchmark_group(format!("{cases} cases"));
    let now = at(cases);
    let mut n = 0;
    group.bench_function("open a case", |b| {
        b.iter(|| {
            n = n % cases + 1;
            folder.read::<_, Error>(actor, now, |r| {
                r.case_of_number(&format!("KS-2025-{n:04}")).and_then(|id| r.case(id))
            })
        })
    });
    group.bench_function("save a section", |b| {
        b.iter(|| {
            n = n % cases + 1;
            folder
                .write::<_, Error>(command(cases), |w| {
                    let before = w.case(CaseId(n))?;
                    let mut after = before.case.clone();
                    after.sections[0].section = complaint(n, &format!("，第{n}次"));
                    after.sections[0].extra.clear();
                    w.save_case(&before, &after, &p, &calendar)
                })
                .unwrap()
        })
    });
    let page = Page { order: Order::Received, after: None, skip: 0, limit: 100 };
    let mut list = |name: &str, filter: RegisterFilter| {
        group.bench_function(name, |b| {
            b.iter(|| folder.read::<_, Error>(actor, now, |r| r.register(&filter, &page)).unwrap())
        });
    };
    let search = |words: &str| RegisterFilter { search: words.into(), ..RegisterFilter::default() };
    list("page of 100", RegisterFilter::default());
    list(
        "page of 100 of a customer",
        RegisterFilter { customer: Some(kesu_domain::id::CustomerId(7)), ..Default::default() },
    );
    list("page of 100 overdue", RegisterFilter { overdue: true, ..Default::default() });
    list("search that all have", search("果皮"));
    list("search that a fifth has", search("划伤"));
    list("search that one has", search(&format!("KS-2025-{cases:04}")));
    list("search that none has", search("爆炸"));
    group.bench_function("inbox of 50", |b| b.iter(|| folder.read::<_, Error>(actor, now, |r| r.inbox(50)).unwrap()));
    group.finish();
    for _ in 0..5 {
        let (started, worked) = (Instant::now(), worked());
        let report = folder.verify(Scope::Full, &mut |found| panic!("{found}")).unwrap();
        let processor = (self::worked() - worked) / 1e3 / report.entries as f64;
        let wall = started.elapsed().as_micros() as f64 / report.entries as f64;
        println!("verify: {wall:.2} µs an entry, {processor:.2} µs of it of the processor");
    }
    let started = Instant::now();
    folder.verify(Scope::Derived(now), &mut |found| println!("{found}")).unwrap();
    println!("verify --derived: {:.1} µs a case", started.elapsed().as_micros() as f64 / cases as f64);
    let started = Instant::now();
    folder.rebuild(now).unwrap();
    println!("rebuild: {:.1} µs a case", started.elapsed().as_micros() as f64 / cases as f64);
    criterion.final_summary();
}
