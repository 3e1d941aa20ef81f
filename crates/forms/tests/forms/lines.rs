//! Where a line breaks: by the rules of the field, whatever its length (forms-language § 2).

use crate::rich;
use kesu_forms::f03;
use kesu_forms::view::f03::CapaReport;
use kesu_forms::view::{Entry, FormLang};
use lopdf::content::Content;
use lopdf::{Document, Object};

/// Where a value over the whole width begins: behind three modules and its padding, in points.
const VALUE: f32 = (18.0 + 22.5 + 1.5) * 72.0 / 25.4;

/// The lines of the value beside 事实陈述, as they are set, on all pages of the form.
fn lines(said: &str) -> Vec<String> {
    let report = CapaReport { fact: Entry::said(said), ..CapaReport::default() };
    let pdf = f03(&rich::sheet(FormLang::Zh, "QR-KS-03"), &report).unwrap();
    let doc = Document::load_mem(&pdf.bytes).unwrap();
    let mut lines: Vec<((f32, f32), String)> = Vec::new();
    for page in doc.get_pages().into_values() {
        let fonts = doc.get_page_fonts(page).unwrap();
        let (mut font, mut at) = (Vec::new(), (0.0, 0.0));
        for op in Content::decode(&doc.get_page_content(page)).unwrap().operations {
            match op.operator.as_str() {
                "Tf" => font = op.operands[0].as_name().unwrap().to_vec(),
                "Tm" => at = (op.operands[4].as_float().unwrap(), op.operands[5].as_float().unwrap()),
                "Tj" | "TJ" => {
                    let encoding = fonts[&font].get_font_encoding(&doc).unwrap();
                    let parts = op
                        .operands
                        .iter()
                        .flat_map(|part| part.as_array().map_or(vec![part], |all| all.iter().collect()));
                    let said = parts.filter_map(|part| match part {
                        Object::String(bytes, _) => Some(Document::decode_text(&encoding, bytes).unwrap()),
                        _ => None,
                    });
                    let said: String = said.collect();
                    match lines.last_mut() {
                        Some((last, line)) if last.1 == at.1 => line.push_str(&said),
                        _ => lines.push((at, said)),
                    }
                }
                _ => {}
            }
        }
    }
    let of_value = |at: (f32, f32), line: &str| (at.0 - VALUE).abs() < 0.1 && line != "未填写";
    lines
        .into_iter()
        .map(|(at, line)| (at, line.trim().to_owned()))
        .filter(|(at, line)| of_value(*at, line))
        .map(|(_, line)| line)
        .collect()
}

/// What must not be parted, what no line begins with, and what none ends with: tried at every place of a line.
#[test]
fn lines_break_where_they_may() {
    let whole = [
        "500 h",
        "12 件",
        "≤ 1 级",
        "2026-05-18",
        "GPX-240-00",
        "① 返",
        "第 3 批",
        "3.0 %",
        "2026 年 5 月 18 日",
        "——",
        "（焊",
        "锈）",
        "“清",
        "锈”",
        "a@b.example",
    ];
    for unit in whole {
        let bare = |text: &str| text.replace(' ', "");
        let typed: Vec<String> =
            (0..52).map(|n| format!("焊{}，{unit}，涂装前检查焊缝，其余不变。", "涂".repeat(n))).collect();
        let set = lines(&typed.join("\n"));
        assert_eq!(bare(&set.concat()), bare(&typed.concat()));
        assert!(set.len() > 60, "{} lines", set.len());
        let together = set.iter().filter(|line| bare(line).contains(&bare(unit))).count();
        assert_eq!(together, typed.len(), "{unit} is parted: {set:?}");
        for line in &set {
            assert!(!line.starts_with(['，', '。', '、', '；', '）', '”', '%', '—']), "{line}");
            assert!(!line.ends_with(['（', '“', '≤', '①', '第']), "{line}");
            let han = line.chars().filter(|sign| ('\u{4e00}'..='\u{9fff}').contains(sign)).count();
            assert!(han >= 2, "{line}");
        }
    }
}
