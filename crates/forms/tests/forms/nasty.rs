//! Input that nobody wishes for: it is drawn, or refused with a reason, and never cut.

use crate::file::pages;
use crate::rich;
use kesu_forms::view::f03::{Action, CapaReport};
use kesu_forms::view::{Entry, FormLang, Photo};
use kesu_forms::{Pdf, f03};

/// A change to the report, whether it is drawn, and what then stands on it or in the refusal.
type Case = (&'static str, fn(&mut CapaReport), Result<usize, ()>, &'static [&'static str]);

fn printed(report: &CapaReport) -> Result<Pdf, String> {
    f03(&rich::sheet(FormLang::Zh, "QR-KS-03"), report).map_err(|e| e.to_string())
}

fn actions(n: usize) -> Vec<Action> {
    let of = |n| Action { what: Entry::said(format!("第{n}项措施：逐件检查并记录")), ..Action::default() };
    (1..=n).map(of).collect()
}

#[test]
fn what_is_nasty_is_drawn_or_refused() {
    let table: &[Case] = &[
        ("two hundred rows", |r| r.corrections = actions(200), Ok(11), &["第1项措施", "第200项措施", "5纠正（续）"]),
        (
            "a cell of 5,000 signs",
            |r| r.fact = Entry::said("焊缝锈蚀，".repeat(999) + "到此为止"),
            Ok(5),
            &["到此为止", "事实陈述（续）"],
        ),
        (
            "5,000 signs in a table",
            |r| r.correctives[0].what = Entry::said("逐件".repeat(2500) + "完"),
            Ok(7),
            &["件完"],
        ),
        ("no place to break", |r| r.fact = Entry::said("X".repeat(299) + "Y"), Ok(3), &["XY"]),
        (
            "no place to break in a narrow cell",
            |r| r.corrections[0].who = Entry::said("W".repeat(300)),
            Ok(4),
            &["WWW"],
        ),
        (
            "controls",
            |r| r.fact = Entry::said("焊\u{0}\u{7}\u{200b}缝\u{202e}锈\u{fe0f}\r\n蚀\t了"),
            Ok(3),
            &["焊缝锈蚀了"],
        ),
        ("only spaces", |r| r.fact = Entry::said(" \u{3000}\n\n "), Ok(3), &["事实陈述"]),
        ("markup", |r| r.report_no = Some("<CA&\"1\">".into()), Ok(3), &["<CA&\"1\">"]),
        (
            "a long number",
            |r| r.report_no = Some("CAPA-2026-QUALITY-000027".into()),
            Ok(3),
            &["CAPA-2026-QUALITY-000027"],
        ),
        ("rare Han of GB 18030", |r| r.fact = Entry::said("镕喆堃犇淼㙍"), Ok(3), &["镕喆堃犇淼㙍"]),
        ("a huge photo", |r| r.photos[0].file = png(4000, 3000), Ok(3), &["图1"]),
        ("a photo of one line", |r| r.photos[0].file = png(3000, 1), Ok(3), &["图1"]),
        ("a broken photo", |r| r.photos[1].file.truncate(900), Err(()), &["涂层起泡与锈水，样品 2"]),
        ("a photo that is none", |r| r.photos[2].file = b"%PDF-1.7".to_vec(), Err(()), &["库存件焊缝残渣"]),
        ("thirty photos", |r| r.photos = vec![r.photos[0].clone(); 30], Ok(5), &["图30"]),
        (
            "no photo, no fishbone",
            |r| {
                r.photos = Vec::new();
                r.fishbone = None;
            },
            Ok(2),
            &["发生原因"],
        ),
        ("ten long causes on a bone", |r| long_bone(r), Ok(4), &["原因10"]),
        ("seven bones", |r| seventh(r), Ok(3), &["管理"]),
        ("eight boxes to sign", |r| r.signatures.extend(r.signatures.clone()), Ok(3), &["吴志强（手签）"]),
    ];
    let mut wrong = Vec::new();
    for (what, change, wanted, said) in table {
        let mut report = rich::capa();
        change(&mut report);
        let found = printed(&report);
        let text = match &found {
            Ok(pdf) => pages(pdf).concat(),
            Err(why) => why.clone(),
        };
        let is_whole = found.is_err() || ["完成期限", "变更要点"].iter().all(|last| text.contains(last));
        let count = found.map(|pdf| pdf.pages).map_err(|_| ());
        if count != *wanted || !is_whole || !said.iter().all(|said| text.contains(said)) {
            wrong.push(format!("{what}: {count:?}, {text}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Each row of a long list is there, once and in order, and every page repeats the head.
#[test]
fn a_long_list_loses_nothing() {
    let report = CapaReport { corrections: actions(200), ..rich::capa() };
    let all = pages(&printed(&report).unwrap());
    let text = all.concat();
    let mut from = 0;
    for n in 1..=200 {
        let said = format!("第{n}项措施");
        assert_eq!(text.matches(&said).count(), 1, "{said}");
        let at = text.find(&said).unwrap();
        assert!(at >= from, "{said}");
        from = at;
    }
    for page in all.iter().filter(|page| page.contains("项措施：")) {
        assert!(page.contains("序措施内容针对责任人完成期限完成/证据"), "{page}");
    }
}

/// A text over several pages is the text that was typed.
#[test]
fn a_long_text_is_whole() {
    let typed: String = (0..700).map(|n| format!("第{n}句话，")).collect();
    let mut report = rich::capa();
    report.fact = Entry::said(typed.as_str());
    let mut found = String::new();
    for page in pages(&printed(&report).unwrap()) {
        let Some((_, rest)) = page.split_once("事实陈述") else { break };
        let rest = rest.strip_prefix("（续）").unwrap_or(rest);
        found.push_str(rest.split("保存期限").next().unwrap().split("违反条款").next().unwrap());
    }
    let alike = found.chars().zip(typed.chars()).take_while(|(a, b)| a == b).count();
    let rest: String = found.chars().skip(alike).take(60).collect();
    assert!(found == typed, "after {alike} signs: {rest}");
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(width, height, image::Rgba([90, 120, 60, 128]))
        .write_to(&mut file, image::ImageFormat::Png)
        .unwrap();
    file.into_inner()
}

fn long_bone(report: &mut CapaReport) {
    let bone = &mut report.fishbone.as_mut().unwrap().bones[1];
    let mut cause = bone.causes[0].clone();
    bone.causes = (1..=10)
        .map(|n| {
            cause.words = format!("原因{n}：喷砂机长期停修而无备用设备可用").into();
            cause.clone()
        })
        .collect();
}

fn seventh(report: &mut CapaReport) {
    let bones = &mut report.fishbone.as_mut().unwrap().bones;
    let mut management = bones[0].clone();
    management.name = ("管理", "Management").into();
    bones.push(management);
}

/// A JPEG that the camera has turned stands upright: a wide file turned by a quarter is drawn tall.
#[test]
fn a_turned_photo_stands_upright() {
    let of = |file: Vec<u8>| Photo { file, ..rich::photo(("图", "photo"), 1) };
    let plain = rich::photo(("图", "photo"), 1).file;
    let mut turned = plain[..2].to_vec();
    // An EXIF segment that says nothing but: orientation 6.
    turned.extend([0xff, 0xe1, 0, 34]);
    turned.extend(*b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0");
    turned.extend(&plain[2..]);
    let size = |file| {
        let report = CapaReport { photos: vec![of(file)], ..rich::capa() };
        let doc = lopdf::Document::load_mem(&printed(&report).unwrap().bytes).unwrap();
        let number = |of: &lopdf::Dictionary, key: &[u8]| of.get(key).unwrap().as_i64().unwrap();
        let image = doc.objects.values().filter_map(|object| object.as_stream().ok()).find(|of| of.dict.has(b"Width"));
        image.map(|of| (number(&of.dict, b"Width"), number(&of.dict, b"Height"))).unwrap()
    };
    assert_eq!((size(plain), size(turned)), ((320, 240), (240, 320)));
}
