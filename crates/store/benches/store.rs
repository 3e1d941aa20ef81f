//! How long a durable save and `verify` take. Run on a quiet machine: waiting for the disk shows false steps on a
//! loaded one. Goals: verify 5 µs an entry or less (design § 7).
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on says so by failing")]

use criterion::{Criterion, Throughput};
use kesu_domain::id::SettingId;
use kesu_domain::master::Setting;
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use kesu_store::verify::Scope;

const ENTRIES: usize = 50_000;

fn command() -> Command {
    let now = "2026-11-22T05:00:00.000Z".parse().unwrap();
    let (zone, machine) = ("+08:00".into(), "bench".into());
    Command { actor: None, now, action: "bench", reason: String::new(), request: None, zone, machine }
}

/// A body of about half a kilobyte.
fn setting(n: usize, word: &str) -> Setting {
    Setting { name: format!("setting {n}"), value: word.repeat(36).into() }
}

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::create(&dir.path().join("data"), "bench", command(), Box::new(|bytes| bytes.fill(7))).unwrap();
    let fill = |range: std::ops::Range<usize>| {
        let mut range = range;
        folder
            .write::<_, Error>(command(), |w| range.try_for_each(|n| w.add(&setting(n, "焊缝处")).map(drop)))
            .unwrap();
    };
    (0..ENTRIES).step_by(10_000).for_each(|from| fill(from..from + 10_000));
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut group = criterion.benchmark_group("store");
    let mut n = 0;
    group.bench_function("durable save", |b| {
        b.iter(|| {
            n += 1;
            let word = if n % 2 == 0 { "生锈处" } else { "开裂处" };
            folder.write::<_, Error>(command(), |w| {
                let row = w.get::<Setting>(SettingId(1))?;
                w.put(row.id, row.rev, &setting(0, word))
            })
        })
    });
    let entries = folder.head().unwrap().seq;
    group.throughput(Throughput::Elements(entries.unsigned_abs()));
    group.bench_function("verify", |b| b.iter(|| folder.verify(Scope::Full, &mut |found| panic!("{found}")).unwrap()));
    group.bench_function("verify the last hundred", |b| {
        b.iter(|| folder.verify(Scope::Since(entries - 100), &mut |found| panic!("{found}")).unwrap())
    });
    group.finish();
    criterion.final_summary();
}
