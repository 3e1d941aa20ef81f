//! Everything stands on the paper: within the text area, and no text on another.

use crate::rich;
use kesu_forms::view::f01::ComplaintRecord;
use kesu_forms::view::f03::CapaReport;
use kesu_forms::view::f04::EightD;
use kesu_forms::view::{FormLang, Issue, Sheet, State};
use kesu_forms::{Pdf, f01, f03, f04};
use lopdf::content::Content;
use lopdf::{Document, Object};

/// Millimetres of a point.
const MM: f32 = 25.4 / 72.0;

/// Where each text of each page begins: left end and baseline from the top, in millimetres.
fn places(pdf: &Pdf) -> Vec<Vec<(f32, f32)>> {
    let doc = Document::load_mem(&pdf.bytes).unwrap();
    let number = |object: &Object| object.as_float().unwrap();
    let of_page = |id| {
        let content = Content::decode(&doc.get_page_content(id)).unwrap();
        let moves = content.operations.into_iter().filter(|op| op.operator == "Tm");
        moves.map(|op| (number(&op.operands[4]) * MM, 297.0 - number(&op.operands[5]) * MM)).collect()
    };
    doc.get_pages().into_values().map(of_page).collect()
}

#[test]
fn nothing_stands_outside_the_text_area() {
    let mut all = Vec::new();
    for lang in [FormLang::Zh, FormLang::En, FormLang::Both] {
        let by_hand = Issue { number: "P7".to_owned(), code: "K7QM-2XRD-9FTA".to_owned(), digest: [7; 32], head: None };
        let sheet = rich::sheet(lang, "QR-KS-03");
        let by_hand = Sheet { state: State::ByHand(by_hand), ..sheet.clone() };
        all.extend([
            f01(&sheet, &rich::complaint()).unwrap(),
            f03(&sheet, &rich::capa()).unwrap(),
            f03(&sheet, &CapaReport { countersigned: rich::countersigned(), ..rich::capa() }).unwrap(),
            f01(&by_hand, &ComplaintRecord::default()).unwrap(),
            f03(&by_hand, &CapaReport::default()).unwrap(),
            f04(&sheet, &rich::eight_d()).unwrap(),
            f04(&sheet, &EightD::default()).unwrap(),
            f04(&by_hand, &EightD::default()).unwrap(),
        ]);
    }
    for pdf in &all {
        for mut page in places(pdf) {
            assert!(page.len() > 20);
            page.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
            for pair in page.windows(2) {
                let ((x, y), (next_x, next_y)) = (pair[0], pair[1]);
                assert!((next_x - x).abs() > 0.5 || (next_y - y).abs() > 1.5, "two texts at {x} {y}");
            }
            for (x, y) in page {
                assert!((17.9..198.0).contains(&x) && (10.0..287.0).contains(&y), "{x} {y}");
                // Between the end of the body and the rule of the footer nothing is written.
                assert!(!(274.1..276.5).contains(&y), "{x} {y}");
            }
        }
    }
}
