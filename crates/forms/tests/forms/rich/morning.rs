//! A bad morning: more is late than a page holds.

use super::{e, s, w};
use kesu_forms::view::Entry;
use kesu_forms::view::morning::{MorningCase, MorningHolder, MorningLine, MorningSheet};

pub(crate) fn morning() -> MorningSheet {
    let customers = [
        ("岚港城市家具有限公司", "Langang Street Furniture Co., Ltd."),
        ("绿洲物业", "Oasis Property"),
        ("海明酒店用品", "Haiming Hotel Supplies"),
    ];
    let tasks = [
        ("库存确认与围堵", "Stock check and containment"),
        ("判定成立与否、定级", "Judge validity, level and track"),
        ("制定纠正与预防措施", "Plan corrective and preventive actions"),
    ];
    let holders = [("品质工程师", "Quality engineer"), ("焊接车间", "Welding"), ("业务", "Sales")];
    let customer = |n: usize| e(customers[n % 3].0, customers[n % 3].1);
    let line = |n: usize, late: Entry| MorningLine {
        number: s(&format!("KS-2026-{:04}", 130 + n)),
        customer: customer(n),
        task: e(tasks[n % 3].0, tasks[n % 3].1),
        holder: e(holders[n % 3].0, holders[n % 3].1),
        since: s("06-12 09:15"),
        due: s("06-15 17:30"),
        late,
    };
    let late = |n: usize| match n % 4 {
        0 => e("等模具供应商回复，已约 6 月 18 日", "Waits for the tool maker, promised for 18 June"),
        _ => e(&format!("{n} 天 3 小时"), &format!("{n} d 3 h")),
    };
    MorningSheet {
        day: "2026-06-16".into(),
        totals: [s("57"), s("23"), s("6"), s("9"), s("4")],
        overdue: (0..20).map(|n| line(n, late(n))).collect(),
        overdue_in_all: 23,
        today: (20..26).map(|n| line(n, Entry::NotApplicable)).collect(),
        today_in_all: 6,
        holders: (0..6)
            .map(|n| MorningHolder {
                holder: if n == 3 {
                    w("customer（外部）", "customer (outside)")
                } else {
                    w(holders[n % 3].0, holders[n % 3].1)
                },
                counts: [s("12"), s("5"), s("2")],
                oldest: s("05-28 10:40"),
            })
            .collect(),
        holders_in_all: 6,
        new: (0..4)
            .map(|n| MorningCase {
                number: s(&format!("KS-2026-{:04}", 160 + n)),
                customer: customer(n),
                words: e(
                    "底座四角角焊缝处返锈，涂层起泡，要求全部更换并说明原因",
                    "Rust at the fillet welds of the base; all pieces are to be exchanged",
                ),
                received: s("06-15 14:02"),
            })
            .collect(),
        new_in_all: 4,
    }
}
