//! The morning sheet: one page, whatever the morning; what has no room is counted.

use crate::file::{bare, pages};
use crate::rich;
use kesu_forms::morning;
use kesu_forms::view::morning::MorningSheet;
use kesu_forms::view::{FormLang, Sheet, State};

fn sheet(lang: FormLang) -> Sheet {
    Sheet { state: State::Working, ..rich::sheet(lang, "—") }
}

#[test]
fn a_bad_morning_has_one_page_and_says_how_much_it_leaves_out() {
    for (lang, said) in [
        (
            FormLang::Zh,
            ["客诉晨会单", "已逾期", "在谁手上", "KS-2026-0130", "岚港城市家具有限公司", "工作用纸", "共 23 项"],
        ),
        (
            FormLang::En,
            ["Complaints: morning sheet", "Overdue", "With whom", "KS-2026-0130", "Langang", "Work paper", "of 23"],
        ),
        (FormLang::Both, ["客诉晨会单", "Overdue", "在谁手上", "KS-2026-0130", "Langang", "工作用纸", "共 23 项"]),
    ] {
        let pdf = morning(&sheet(lang), &rich::morning()).unwrap();
        assert_eq!((pdf.pages, pdf.missing.len()), (1, 0), "{lang:?}");
        let text = pages(&pdf).concat();
        for words in said {
            assert!(text.contains(&bare(words)), "{lang:?}: {words} in {text}");
        }
        assert!(!text.contains("草稿") && !text.contains("DRAFT") && !text.contains("SHA-256"), "{text}");
    }
}

#[test]
fn a_quiet_morning_says_none() {
    let pdf =
        morning(&sheet(FormLang::Zh), &MorningSheet { day: "2026-06-16".into(), ..MorningSheet::default() }).unwrap();
    assert_eq!(pages(&pdf).concat().matches(&bare("——无——")).count(), 4, "four parts with nothing in them");
}
