//! F-4: what the customer reads, in which language, and what is said before it goes out.

use crate::file::{bare, pages};
use crate::rich::{self, told};
use kesu_domain::text::{ForCustomer, Told};
use kesu_forms::view::f04::{Action, Actions, EightD, Place};
use kesu_forms::view::{FormLang, Issue, Lack, Open, Sheet, State};
use kesu_forms::{Pdf, f04};

const LANGS: [FormLang; 3] = [FormLang::Zh, FormLang::En, FormLang::Both];

fn printed(lang: FormLang, report: &EightD) -> Pdf {
    f04(&rich::sheet(lang, "QR-KS-04"), report).unwrap()
}

fn text(pdf: &Pdf) -> String {
    pages(pdf).concat()
}

/// A gap: its place, what was typed, what is wrong.
fn gaps(pdf: &Pdf) -> Vec<(&str, &str, Lack)> {
    pdf.untranslated.iter().map(|gap| (gap.place.as_str(), gap.text.as_str(), gap.lack)).collect()
}

#[test]
fn every_step_stands_in_its_order_in_the_language_of_the_form() {
    let zh = [
        "客户岚港城市家具有限公司",
        "客户投诉编号LG-QN-26-031",
        "报告状态最终报告r32026-06-16",
        "D0准备8D判定准则：需要",
        "客户描述装到滨海步道两个月",
        "应急响应成品库与在制品停发",
        "D1小组",
        "发起人何建平工场长—",
        "组长李敏品质0512-55500126",
        "D2问题描述",
        "交付400检查400不良12(3.0%)退回2发现日期2026-05-16发生情况首次发生",
        "D3围堵措施",
        "在制1201207",
        "外协————",
        "合计66065229未检8",
        "暂无数据半成品、中转仓/VMI",
        "首个洁净批B2606022026-06-02",
        "D4根本原因",
        "系统：设备停修引起的替代工艺没有纳入变更评审。",
        "故障可再现、可消除",
        "D5永久措施选择",
        "2恢复喷砂Sa2½，焊缝逐件目视发生吴志强2026-05-27",
        "D6实施与确认",
        "2已按D5实施B2606022026-05-27",
        "3检验指导书D/1已发行",
        "效果确认三批共15件",
        "围堵解除日期2026-06-13",
        "D7预防再发生",
        "4停机替代工艺纳入4M变更评审陈思远",
        "WI-W-07焊后清理作业指导书C/32026-05-272026-06-08",
        "D8结案",
        "未完措施0",
        "签章与日期",
        "制作Prepared",
        "批准Approved",
    ];
    let en = [
        "CustomerLangangStreetFurnitureCo.,Ltd.",
        "LG-QN-26-031",
        "Finalreportr32026-06-16",
        "D0Preparation8Dcriteriamet:yes",
        "D1Team",
        "LeaderLiMinQuality",
        "D2Problemdescription",
        "defective12(3.0%)",
        "D3Containment",
        "Inprocess1201207",
        "unchecked8",
        "Semi-finished,Hub,VMI",
        "D4Rootcause",
        "System:substituteprocesses",
        "D5Chosenpermanentactions",
        "D6Implementationandvalidation",
        "2CarriedoutaschoseninD5",
        "D7Preventionofrecurrence",
        "D8Closure",
        "Openactions0",
    ];
    let table: [(FormLang, &[&str]); 2] = [(FormLang::Zh, &zh), (FormLang::En, &en)];
    for (lang, in_order) in table {
        let pdf = printed(lang, &rich::eight_d());
        assert_eq!(gaps(&pdf), [], "{lang:?}");
        let text = text(&pdf);
        let mut from = 0;
        for said in in_order {
            let at = text[from..].find(said).unwrap_or_else(|| panic!("{said} after {from} in {text}"));
            from += at + said.len();
        }
    }
    let both = text(&printed(FormLang::Both, &rich::eight_d()));
    for said in ["发起人Sponsor何建平HeJianping工场长Plantmanager", "合计Total66065229", "未检8unchecked8"]
    {
        assert!(both.contains(said), "{said} in {both}");
    }
}

#[test]
fn a_report_has_so_many_pages_and_the_same_bytes_again() {
    for (lang, wanted) in LANGS.into_iter().zip([3, 3, 3]) {
        let pdf = printed(lang, &rich::eight_d());
        assert_eq!(pdf.pages, wanted, "{lang:?}");
        assert_eq!(pdf, printed(lang, &rich::eight_d()), "{lang:?}");
    }
}

#[test]
fn what_has_not_begun_follows_later() {
    let report = EightD { team: None, causes: None, actions: None, effect: None, standards: None, ..rich::eight_d() };
    let pdf = printed(FormLang::Zh, &report);
    let text = text(&pdf);
    assert_eq!(text.matches("后续报告中说明").count(), 5, "{text}");
    assert_eq!((gaps(&pdf), text.contains("未填写")), (vec![], false), "{text}");
}

/// One language never stands in for the other, and nothing is printed of what was typed in it.
#[test]
fn a_language_that_is_missing_is_a_gap() {
    let of = |told: Told| {
        let mut report = rich::eight_d();
        report.causes.as_mut().unwrap().what = told;
        report
    };
    let (zh, en) = ("焊渣没有除净", "Slag stayed on the weld");
    let (only_zh, only_en, none) = (of(told(zh, "")), of(told("", en)), of(Told::default()));
    let (missing, root) = (Lack::Language, "根本原因");
    type Gaps<'a> = &'a [(&'a str, &'a str, Lack)];
    let table: [(&str, &EightD, FormLang, Gaps, &str); 9] = [
        ("zh has zh", &only_zh, FormLang::Zh, &[], zh),
        ("en has no zh", &only_zh, FormLang::En, &[("Root cause", zh, missing)], "Rootcausenotfilledin"),
        ("both has one", &only_zh, FormLang::Both, &[(root, zh, missing)], "焊渣没有除净notfilledin"),
        ("zh has no en", &only_en, FormLang::Zh, &[(root, en, missing)], "根本原因未填写"),
        ("en has en", &only_en, FormLang::En, &[], en),
        ("both has the other", &only_en, FormLang::Both, &[(root, en, missing)], "未填写Slagstayed"),
        ("nothing, zh", &none, FormLang::Zh, &[(root, "", Lack::Words)], "根本原因未填写"),
        ("nothing, en", &none, FormLang::En, &[("Root cause", "", Lack::Words)], "Rootcausenotfilledin"),
        ("nothing, both", &none, FormLang::Both, &[(root, "", Lack::Words)], "未填写notfilledin"),
    ];
    for (what, report, lang, wanted, said) in table {
        let pdf = printed(lang, report);
        assert_eq!(gaps(&pdf), wanted, "{what}");
        let text = text(&pdf);
        assert!(text.contains(&bare(said)), "{what}: {said} in {text}");
        let hidden = [(FormLang::Zh, en), (FormLang::En, zh)];
        for (_, hidden) in hidden.iter().filter(|(of, _)| *of == lang) {
            assert!(!text.contains(&bare(hidden)), "{what}: {hidden} in {text}");
        }
    }
}

#[test]
fn han_in_the_english_is_named_line_by_line() {
    let mut report = rich::eight_d();
    report.causes.as_mut().unwrap().what.en = "Slag stayed\n硅渣 on the weld\nand 磷化膜 did not form".to_owned();
    report.actions.as_mut().unwrap().lines[2].what.en = "Test the weld 焊缝".to_owned();
    report.team.as_mut().unwrap().members[1].function = Open::code("品质");
    let en = [
        ("Function", "品质", Lack::Language),
        ("Root cause, line 2", "硅渣 on the weld", Lack::English),
        ("Root cause, line 3", "and 磷化膜 did not form", Lack::English),
        ("Action 3", "Test the weld 焊缝", Lack::English),
    ];
    assert_eq!(gaps(&printed(FormLang::En, &report)), en);
    let both: Vec<&str> = vec!["职能", "根本原因，第 2 行", "根本原因，第 3 行", "措施 3"];
    let pdf = printed(FormLang::Both, &report);
    assert_eq!(gaps(&pdf).into_iter().map(|gap| gap.0).collect::<Vec<_>>(), both);
    assert_eq!(gaps(&printed(FormLang::Zh, &report)), []);
    report = rich::eight_d();
    report.lines[0].model = Open::code("240S / C 版");
    let model = [("Product, model", "240S / C 版", Lack::Language)];
    assert_eq!(gaps(&printed(FormLang::En, &report)), model, "the English name before it does not hide it");
    assert_eq!(gaps(&printed(FormLang::Zh, &report)), []);
    // A person is called what they are called.
    report = rich::eight_d();
    report.team.as_mut().unwrap().members[0].name = Open::person("何建平");
    assert_eq!(gaps(&printed(FormLang::En, &report)), []);
}

#[test]
fn nothing_of_the_house_stands_around_it_and_the_line_below_may_be_left_out() {
    let issued = rich::sheet(FormLang::Zh, "QR-KS-04");
    let code = issued.issue().unwrap().code.clone();
    let unmarked = Sheet { unmarked: true, ..issued.clone() };
    let draft = Sheet { state: State::Draft, ..issued.clone() };
    let table = [
        (&issued, true, "签发2026-06-16", "客户文件CUSTOMER"),
        (&unmarked, false, "KS-2026-0043", "客户文件CUSTOMER"),
        (&draft, false, "未签发", "草稿DRAFT"),
    ];
    let mut sizes = vec![];
    for (sheet, has_code, said, tag) in table {
        let pdf = f04(sheet, &rich::eight_d()).unwrap();
        for (n, page) in pages(&pdf).iter().enumerate() {
            assert_eq!(page.contains(&code), has_code, "{page}");
            assert!(page.contains(said) && page.contains(tag), "{said} {tag} in {page}");
            assert!(page.contains(&format!("第{}页/共{}页", n + 1, pdf.pages)), "{page}");
            for hidden in ["PC-QA-03", "#4812", "打印", "内部"] {
                assert!(!page.contains(hidden), "{hidden} in {page}");
            }
        }
        let of_file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
        let info =
            of_file.trailer.get(b"Info").and_then(|info| of_file.dereference(info)).unwrap().1.as_dict().unwrap();
        let author = lopdf::decode_text_string(info.get(b"Author").unwrap()).unwrap();
        assert_eq!(author, "澄远户外设施制造有限公司", "whoever printed it is nobody to the customer");
        sizes.push(pdf.bytes.len());
    }
    assert!(sizes[1] < sizes[0], "without the QR code there is less on it: {sizes:?}");
}

#[test]
fn paper_to_be_filled_by_hand_has_free_places_and_no_gaps() {
    let issue = Issue { number: "P7".to_owned(), code: "K7QM-2XRD-9FTA".to_owned(), digest: [7; 32], head: None };
    let sheet = Sheet { state: State::ByHand(issue), ..rich::sheet(FormLang::Zh, "QR-KS-04") };
    let pdf = f04(&sheet, &EightD::default()).unwrap();
    let text = text(&pdf);
    assert_eq!(gaps(&pdf), []);
    for never in ["未填写", "—", "后续报告"] {
        assert!(!text.contains(never), "{never} in {text}");
    }
}

/// Each row of a long list is there once and in order, and every page repeats the head.
#[test]
fn long_lists_go_over_pages_and_lose_nothing() {
    let mut report = rich::eight_d();
    let line = |n: usize| Action {
        what: told(&format!("第{n}项措施：逐件检查"), "Each is checked"),
        ..Action::default()
    };
    report.actions = Some(Actions { lines: (1..=120).map(line).collect() });
    let places = &mut report.containment.as_mut().unwrap().places;
    let place = |n: i64| Place { stock: Some(n), ng: Some(1), checked: Some(n), ..places[1].clone() };
    let all: Vec<Place> = (1..=60).map(place).collect();
    *places = all;
    report.lines = vec![report.lines[0].clone(); 40];
    let pdf = printed(FormLang::Zh, &report);
    let all = pages(&pdf);
    let text = all.concat();
    let mut from = 0;
    for n in 1..=120 {
        let said = format!("第{n}项措施：逐件检查");
        assert_eq!(text.matches(&said).count(), 1, "{said}");
        let at = text.find(&said).unwrap();
        assert!(at > from, "{said}");
        from = at;
    }
    assert!(text.contains("合计1830183060未检0") && text.contains("不良480(3.0%)"), "{text}");
    for page in all.iter().filter(|page| page.contains("项措施：")) {
        assert!(page.contains("序措施内容针对责任人完成期限"), "{page}");
    }
    assert_eq!(text.matches("实施中").count(), 120);
    assert!(text.contains("D5永久措施选择（续）") && text.contains("未完措施120"), "{text}");
}

#[test]
fn what_it_is_built_from_may_be_read_by_a_customer() {
    fn asked<T: ForCustomer>(_: &T) {}
    asked(&rich::eight_d());
    let pdf = printed(FormLang::Zh, &EightD::default());
    let wanted = [("客户描述", "", Lack::Words)];
    assert_eq!(gaps(&pdf), wanted, "an empty report says what it lacks");
}
