//! Writes the forms of one rich case in every language into the folder that `KESU_FORMS_OUT` names, to be looked at.

#[path = "../tests/forms/rich/mod.rs"]
mod rich;

use kesu_domain::choice::YesNo;
use kesu_forms::view::f01::ComplaintRecord;
use kesu_forms::view::f03::CapaReport;
use kesu_forms::view::f04::EightD;
use kesu_forms::view::{FormLang, Issue, Sheet, State};
use kesu_forms::{Pdf, f01, f03, f04, morning};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::var("KESU_FORMS_OUT").map_err(|_| "set KESU_FORMS_OUT to a folder")?;
    let write = |name: &str, pdf: Pdf| {
        println!("{name}: {} pages, {} kB", pdf.pages, pdf.bytes.len() / 1024);
        for gap in &pdf.untranslated {
            println!("  {}: {} ({:?})", gap.place, gap.text, gap.lack);
        }
        std::fs::write(Path::new(&folder).join(name), pdf.bytes)
    };
    for (lang, name) in [(FormLang::Zh, "zh"), (FormLang::En, "en"), (FormLang::Both, "both")] {
        write(&format!("f01-{name}.pdf"), f01(&rich::sheet(lang, "QR-KS-01"), &rich::complaint())?)?;
        write(&format!("f03-{name}.pdf"), f03(&rich::sheet(lang, "QR-KS-03"), &rich::capa())?)?;
        write(&format!("f04-{name}.pdf"), f04(&rich::sheet(lang, "QR-KS-04"), &rich::eight_d())?)?;
        write(&format!("f04-interim-{name}.pdf"), f04(&rich::sheet(lang, "QR-KS-04"), &interim())?)?;
        let working = Sheet { state: State::Working, ..rich::sheet(lang, "—") };
        write(&format!("morning-{name}.pdf"), morning(&working, &rich::morning())?)?;
        write(&format!("f04-long-{name}.pdf"), f04(&rich::sheet(lang, "QR-KS-04"), &long())?)?;
    }
    let by_hand = |form_no: &str| {
        let issue =
            Issue { number: "P7".to_owned(), code: "K7QM-2XRD-9FTA".to_owned(), digest: [0x5a; 32], head: None };
        Sheet { state: State::ByHand(issue), ..rich::sheet(FormLang::Zh, form_no) }
    };
    let mut empty = ComplaintRecord { channel: rich::complaint().channel, ..ComplaintRecord::default() };
    empty.signatures = rich::complaint().signatures.drain(2..).collect();
    write("f01-by-hand.pdf", f01(&by_hand("QR-KS-01"), &empty)?)?;
    write("f03-by-hand.pdf", f03(&by_hand("QR-KS-03"), &CapaReport::default())?)?;
    write("f04-by-hand.pdf", f04(&by_hand("QR-KS-04"), &EightD::default())?)?;
    let draft = Sheet { state: State::Draft, ..rich::sheet(FormLang::Zh, "QR-KS-03") };
    let mut asked = rich::capa();
    asked.countersigned = rich::countersigned();
    write("f03-draft.pdf", f03(&draft, &asked)?)?;
    Ok(())
}

/// What the customer gets after a day: D0 to D3, and no check code on it.
fn interim() -> EightD {
    let all = rich::eight_d();
    EightD {
        is_final: Some(YesNo::No),
        causes: None,
        actions: None,
        effect: None,
        standards: None,
        signatures: all.signatures.clone(),
        ..all
    }
}

/// Three products, thirty actions, a cause that goes on and on, and words that were forgotten.
fn long() -> EightD {
    let mut all = rich::eight_d();
    all.lines = vec![all.lines[0].clone(); 3];
    let cause = all.causes.clone().unwrap_or_default().what;
    let again = |text: &str| [text; 8].join("\n");
    if let Some(causes) = &mut all.causes {
        causes.what = rich::told(&again(&cause.zh), &again(&cause.en));
    }
    if let Some(actions) = &mut all.actions {
        let once = actions.lines.clone();
        actions.lines = once.iter().cycle().take(30).cloned().collect();
        actions.lines[4].what.en.clear();
        actions.lines[5].what = rich::told("", "");
        actions.lines[6].done = None;
        actions.lines[8].what.en = "Blasting 喷砂 restored".to_owned();
    }
    all
}
