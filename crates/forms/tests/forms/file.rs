//! The file itself: what it says about itself, the same bytes again, fonts that can be read back.

use crate::rich;
use kesu_forms::view::{FormLang, Issue, Sheet, State};
use kesu_forms::{Pdf, f01, f03};
use lopdf::{Document, Object};

/// The text of each page, without spaces and line ends: where a line breaks is no part of what it says.
pub(crate) fn pages(pdf: &Pdf) -> Vec<String> {
    let doc = Document::load_mem(&pdf.bytes).unwrap();
    let numbers: Vec<u32> = doc.get_pages().keys().copied().collect();
    assert_eq!(numbers.len(), pdf.pages);
    numbers.iter().map(|n| bare(&doc.extract_text(&[*n]).unwrap())).collect()
}

pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    for lang in [FormLang::Zh, FormLang::En, FormLang::Both] {
        let sheet = rich::sheet(lang, "QR-KS-03");
        assert_eq!(f03(&sheet, &rich::capa()).unwrap(), f03(&sheet, &rich::capa()).unwrap());
        assert_eq!(f01(&sheet, &rich::complaint()).unwrap(), f01(&sheet, &rich::complaint()).unwrap());
    }
    let mut later = rich::sheet(FormLang::Zh, "QR-KS-03");
    later.printed.local = "2026-06-17 08:00 +08:00".to_owned();
    let first = f03(&rich::sheet(FormLang::Zh, "QR-KS-03"), &rich::capa()).unwrap();
    assert_ne!(first.bytes, f03(&later, &rich::capa()).unwrap().bytes);
}

#[test]
fn a_file_is_one_for_the_archive() {
    let pdf = f03(&rich::sheet(FormLang::Zh, "QR-KS-03"), &rich::capa()).unwrap();
    let doc = Document::load_mem(&pdf.bytes).unwrap();
    let catalog = doc.catalog().unwrap();
    assert_eq!(doc.version, "1.7");
    for key in ["Metadata", "OutputIntents", "Lang"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    assert!(doc.trailer.has(b"ID"));
    let fonts: Vec<String> = doc
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|of| of.get(b"Type").is_ok_and(|kind| kind == &Object::Name(b"Font".to_vec())))
        .filter_map(|of| Some(String::from_utf8_lossy(of.get(b"BaseFont").ok()?.as_name().ok()?).into_owned()))
        .collect();
    assert!(!fonts.is_empty() && fonts.iter().all(|font| font.contains("+NotoSansSC-")), "{fonts:?}");
    // Two whole fonts are 21 MB: a report of three pages with three photos carries what it shows.
    assert!(pdf.bytes.len() < 400_000, "{} bytes", pdf.bytes.len());
}

#[test]
fn what_makes_a_paper_checkable_stands_on_each_page_but_never_on_a_draft() {
    let issued = rich::sheet(FormLang::Zh, "QR-KS-03");
    let code = issued.issue().unwrap().code.clone();
    let draft = Sheet { state: State::Draft, ..issued.clone() };
    let by_hand = State::ByHand(Issue { number: "P7".to_owned(), head: None, ..issued.issue().unwrap().clone() });
    let by_hand = Sheet { state: by_hand, ..issued.clone() };
    for (sheet, has_code, head, tag) in [
        (&issued, true, true, "内部INTERNAL"),
        (&draft, false, false, "草稿DRAFT"),
        (&by_hand, true, false, "内部INTERNAL"),
    ] {
        let pdf = f03(sheet, &rich::capa()).unwrap();
        let all = pages(&pdf);
        for (n, page) in all.iter().enumerate() {
            assert_eq!(page.contains(&code), has_code, "{page}");
            assert_eq!(page.contains("#4812"), head, "{page}");
            assert!(page.contains(tag) && page.contains("CA-2026-0027"), "{page}");
            assert!(page.contains(&format!("第{}页/共{}页", n + 1, all.len())), "{page}");
        }
    }
}

#[test]
fn numbers_too_long_for_the_code_are_refused() {
    let mut record = rich::complaint();
    record.case_no = Some("KS-".to_owned() + &"9".repeat(60));
    let refused = f01(&rich::sheet(FormLang::Zh, "QR-KS-01"), &record).unwrap_err();
    assert!(refused.to_string().contains("holds 90"), "{refused}");
}
