//! What stands on F-1 and F-3: every value of the view, in the languages of the form, and what is reported.

use crate::file::{bare, pages};
use crate::rich;
use kesu_forms::view::f01::ComplaintRecord;
use kesu_forms::view::f03::CapaReport;
use kesu_forms::view::{Choice, Entry, FormLang, Sheet, SignState, State};
use kesu_forms::{f01, f03};

#[test]
fn a_form_has_so_many_pages() {
    let table = [(FormLang::Zh, 2, 3), (FormLang::En, 2, 3), (FormLang::Both, 3, 4)];
    for (lang, record, report) in table {
        assert_eq!(f01(&rich::sheet(lang, "QR-KS-01"), &rich::complaint()).unwrap().pages, record, "{lang:?}");
        assert_eq!(f03(&rich::sheet(lang, "QR-KS-03"), &rich::capa()).unwrap().pages, report, "{lang:?}");
    }
}

#[test]
fn f1_says_all_that_was_received() {
    let text = |lang| pages(&f01(&rich::sheet(lang, "QR-KS-01"), &rich::complaint()).unwrap()).concat();
    let (zh, en, both) = (text(FormLang::Zh), text(FormLang::En), text(FormLang::Both));
    let table = [
        ("客户投诉记录表", "Customer Complaint Record"),
        ("岚港城市家具有限公司", "Langang Street Furniture Co., Ltd."),
        ("最早获知时间", "First known"),
        ("（3.0 %）", "(3.0 %)"),
        ("底座四角角焊缝处返锈，涂层起泡", "Fillet welds at the four corners"),
        ("客户原话照录，不得改写", "The customer's own words"),
        ("评估说明", "Reasons"),
        ("① 客户邮件", "① Customer's mail"),
        ("图 2", "Fig. 2"),
        ("电子签名", "Signed electronically"),
        ("保存期限", "Retention"),
    ];
    for (in_zh, in_en) in table {
        assert!(zh.contains(&bare(in_zh)), "{in_zh} in {zh}");
        assert!(en.contains(&bare(in_en)), "{in_en} in {en}");
        assert!(both.contains(&bare(in_zh)), "{in_zh} in {both}");
    }
    for said in ["LG-QN-26-031", "wlq@langang.example", "GPX-240-00Rev.C", "2026-05-1809:12", "3D90·A14F"] {
        assert!([&zh, &en, &both].iter().all(|text| text.contains(said)), "{said}");
    }
}

#[test]
fn f3_says_causes_in_three_branches_and_measures_in_three_boxes() {
    let text = pages(&f03(&rich::sheet(FormLang::Zh, "QR-KS-03"), &rich::capa()).unwrap()).concat();
    let in_order = [
        "5纠正",
        "客户处12件整件换货",
        "6纠正措施",
        "恢复喷砂Sa2½",
        "7预防措施",
        "停机单自动触发4M评审",
        "8计划评估",
        "9实施检查",
        "10效果确认",
        "11标准化",
        "PFMEA-GPX-240",
        "发出Issued",
        "纸质签字（由李敏录入）",
        "吴志强（手签）",
        "签名2份有效，1份纸质，1份待签",
    ];
    let mut from = 0;
    for said in in_order {
        let at = text[from..].find(said).unwrap_or_else(|| panic!("{said} after {from} in {text}"));
        from += at + said.len();
    }
    let chain = "出货检验未发现←划格与盐雾样板均取自平板←SIP-240编制时以平板为涂层最弱处";
    for said in
        [chain, "CA-2026-0027", "KS-2026-0043", "●喷砂机停修", "○焊机参数漂移", "流出原因", "系统原因", "发生原因"]
    {
        assert!(text.contains(said), "{said}");
    }
}

/// Nothing is ever blank: what is missing says so, what does not apply is a dash, an empty list says ——无——.
#[test]
fn an_empty_view_says_what_is_missing() {
    let sheet = rich::sheet(FormLang::Zh, "QR-KS-01");
    let record = pages(&f01(&sheet, &ComplaintRecord::default()).unwrap()).concat();
    assert_eq!(record.matches("未填写").count(), 48, "{record}");
    let report = pages(&f03(&sheet, &CapaReport::default()).unwrap()).concat();
    assert_eq!(report.matches("——无——").count(), 5, "{report}");
    assert!(report.contains("发生原因未填写"), "{report}");
}

#[test]
fn a_missing_language_is_reported_before_the_form_is_issued() {
    let mut report = rich::capa();
    report.fact = Entry::said("焊缝锈蚀");
    report.clause = Entry::said("ISO 9001 8.5.6");
    report.corrections[1].what = Entry::said("返工");
    report.occurrence[1] = "起泡".into();
    report.evidence = Entry::said("Only written in English by somebody who left");
    let table: [(FormLang, &[&str]); 3] = [
        (FormLang::Zh, &["Only written in English by somebody who left"]),
        (FormLang::En, &["焊缝锈蚀", "起泡", "返工"]),
        (FormLang::Both, &["焊缝锈蚀", "Only written in English by somebody who left", "起泡", "返工"]),
    ];
    for (lang, wanted) in table {
        let pdf = f03(&rich::sheet(lang, "QR-KS-03"), &report).unwrap();
        let found: Vec<&str> = pdf.untranslated.iter().map(|gap| gap.text.as_str()).collect();
        assert_eq!(found, wanted, "{lang:?}");
        let text = pages(&pdf).concat();
        assert!(found.iter().all(|said| text.contains(&bare(said))), "what lacks a language stands as it was typed");
    }
    let en = f03(&rich::sheet(FormLang::En, "QR-KS-03"), &report).unwrap();
    assert_eq!(en.untranslated[0].place, "Facts");
}

#[test]
fn characters_that_no_font_has_are_reported_in_a_draft_and_refused_on_a_record() {
    let mut record = rich::complaint();
    record.words = Entry::said("气死了😡！𪚥字也要印");
    let issued = rich::sheet(FormLang::Zh, "QR-KS-01");
    let draft = f01(&Sheet { state: State::Draft, ..issued.clone() }, &record).unwrap();
    assert_eq!(draft.missing, ['😡', '𪚥']);
    assert!(pages(&draft).concat().contains("气死了〓！〓字也要印"));
    let refused = f01(&issued, &record).unwrap_err().to_string();
    assert!(refused.contains("😡 (U+1F621), 𪚥 (U+2A6A5)"), "{refused}");
}

#[test]
fn states_of_a_signature_are_words() {
    let voided = SignState::Voided {
        name: "吴志强".into(),
        at: "2026-05-24 18:11:02 +08:00".into(),
        key: "B07E·5512".into(),
        signed: "r5".into(),
        present: "r7".into(),
    };
    let substitute = SignState::Electronic {
        name: "何建平".into(),
        substitute: true,
        at: "2026-06-16 08:47:29 +08:00".into(),
        key: "E7A4·2B16".into(),
        drawn: Some(rich::photo(("签名", "name"), 3).file),
    };
    let table = [(voided, "已失效·须重签"), (substitute, "何建平代"), (SignState::Open, "签名日期")];
    for (state, wanted) in table {
        let mut report = rich::capa();
        report.signatures[3].state = state;
        let text = pages(&f03(&rich::sheet(FormLang::Zh, "QR-KS-03"), &report).unwrap()).concat();
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    let asked = CapaReport { countersigned: rich::countersigned(), ..rich::capa() };
    let text = pages(&f03(&rich::sheet(FormLang::Zh, "QR-KS-03"), &asked).unwrap()).concat();
    assert!(text.contains("会签业务部") && text.contains("有异议（附页）") && text.contains("签名4份有效"), "{text}");
}

#[test]
fn several_products_stand_in_a_table_and_lose_no_field() {
    let mut record = rich::complaint();
    record.lines = vec![record.lines[0].clone(); 3];
    record.lines[2].lot = rich::s("B260399");
    record.class = Choice::default();
    let text = pages(&f01(&rich::sheet(FormLang::Zh, "QR-KS-01"), &record).unwrap()).concat();
    for said in ["B260399", "0min", "2026-03-08", "2026-03-12", "12件（3.0%）", "2件（样品）", "投诉类别未填写"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
}
