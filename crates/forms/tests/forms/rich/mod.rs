//! One complaint told in full, as a plant would: 12 of 400 outdoor litter bins rusted at the weld within two months.
//! All names in it are invented.

mod capa;
mod complaint;
mod eight_d;
mod morning;

pub(crate) use capa::capa;
pub(crate) use complaint::complaint;
pub(crate) use eight_d::eight_d;
pub(crate) use morning::morning;

use kesu_domain::text::Told;
use kesu_domain::time::Stamp;
use kesu_forms::view::{
    Choice, CounterSign, Entry, FormLang, Head, Issue, Opinion, Photo, Plant, Printed, Sheet, SignBox, SignState,
    State, Tick, Words,
};

pub(crate) fn e(zh: &str, en: &str) -> Entry {
    Entry::said((zh, en))
}

/// What a customer is told, in both languages.
pub(crate) fn told(zh: &str, en: &str) -> Told {
    Told { zh: zh.to_owned(), en: en.to_owned() }
}

/// What reads alike in both languages.
pub(crate) fn s(text: &str) -> Entry {
    Entry::said(text)
}

pub(super) fn w(zh: &str, en: &str) -> Words {
    Words::from((zh, en))
}

pub(crate) fn choice(options: &[(&str, &str)], ticked: &[usize]) -> Choice {
    let tick = |(n, (zh, en)): (usize, &(&str, &str))| Tick { words: w(zh, en), ticked: ticked.contains(&n) };
    Choice { options: options.iter().enumerate().map(tick).collect() }
}

pub(super) fn yes_no(yes: bool) -> Choice {
    choice(&[("是", "Yes"), ("否", "No")], &[usize::from(!yes)])
}

/// The sheet of F-1 or F-3, issued.
pub(crate) fn sheet(lang: FormLang, form_no: &str) -> Sheet {
    let digest = std::array::from_fn(|n| (n as u8).wrapping_mul(47).wrapping_add(form_no.len() as u8 * 31));
    let hash = std::array::from_fn(|n| (n as u8).wrapping_mul(91).wrapping_add(0xb4));
    Sheet {
        lang,
        plant: Plant {
            name: w("澄远户外设施制造有限公司", "Chengyuan Outdoor Fixtures Mfg. Co., Ltd."),
            unit: Some(w("二厂", "Plant 2")),
            logo: None,
        },
        form_no: form_no.to_owned(),
        version: "A/0".to_owned(),
        unmarked: false,
        state: State::Issued(Issue {
            number: "r3".into(),
            code: "K7QM-2XRD-9FTA".into(),
            digest,
            head: Some(Head { seq: 4812, hash }),
        }),
        retention: w("10 年，至 2036-06-30", "10 years, until 2036-06-30"),
        printed: Printed {
            at: Stamp::from_millis(1_781_599_320_000).expect("a moment of 2026"),
            local: "2026-06-16 16:42 +08:00".to_owned(),
            by: w("李敏", "Li Min"),
            machine: Some("PC-QA-03".to_owned()),
        },
    }
}

pub(crate) fn signed(zh: &str, en: &str, meaning: (&str, &str), name: &str, at: &str) -> SignBox {
    let state = SignState::Electronic {
        name: name.to_owned(),
        substitute: false,
        at: at.to_owned(),
        key: "3D90·A14F".to_owned(),
        drawn: None,
    };
    SignBox { role: w(zh, en), meaning: Words::from(meaning), state }
}

pub(super) const MADE: (&str, &str) =
    ("本人制作了以上内容，并对其真实性负责。", "I made this, and answer for its truth.");
pub(super) const REVIEWED: (&str, &str) =
    ("本人已审核以上内容，结论如所填写。", "I reviewed this, with the decision written here.");
pub(super) const APPROVED: (&str, &str) = (
    "本人以核准人身份对以上内容作出核决，结论如所填写。",
    "I decide on this as its approver, with the decision written here.",
);
pub(super) const VERIFIED: (&str, &str) = (
    "本人已验证实施情况与效果，结论如所填写。",
    "I verified what was done and its effect, with the result written here.",
);

/// A photo of a weld, drawn: steel, a seam, rust.
pub(crate) fn photo(subject: (&str, &str), seed: u32) -> Photo {
    let mut pixels = image::RgbImage::new(320, 240);
    let noise = |x: u32, y: u32| {
        let mixed = x.wrapping_mul(374_761_393) ^ y.wrapping_mul(668_265_263) ^ seed.wrapping_mul(97);
        let mixed = mixed.wrapping_mul(1_274_126_177);
        (mixed ^ mixed >> 15) >> 24 & 31
    };
    for (x, y, pixel) in pixels.enumerate_pixels_mut() {
        let grain = noise(x, y) as u8;
        let seam = (y as i32 - 120 - noise(x / 9, seed) as i32 / 6).unsigned_abs();
        let reach = 8 + noise(x / 23, seed + 1) + noise(x / 7, seed + 2) / 4;
        let runs = y > 120 && y < 220 && noise(x / 17, seed + 3) < 6;
        *pixel = match seam {
            0..=9 => image::Rgb([104 + grain, 100 + grain, 98 + grain]),
            _ if seam < reach || runs => image::Rgb([120 + grain, 62 + grain, 30]),
            _ => image::Rgb([70 + grain / 3, 104 + grain / 3, 92 + grain / 3]),
        };
    }
    let mut file = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, 80);
    pixels.write_with_encoder(encoder).expect("a JPEG of plain pixels");
    Photo {
        file,
        subject: Words::from(subject),
        taken: w("2026-05-16 滨海步道", "2026-05-16, seaside walk"),
        digest: format!("E07A {:04X}", 0x2d11 + seed * 0x311),
    }
}

/// The levels of a complaint.
pub(super) const LEVELS: [(&str, &str); 3] = [("重大", "Major"), ("严重", "Serious"), ("一般", "Ordinary")];

/// The departments that agreed to the plan, for the forms that ask them.
pub(crate) fn countersigned() -> Vec<CounterSign> {
    let agreed = |zh: &str, en: &str, name: &str, at: &str| CounterSign {
        department: w(zh, en),
        opinion: Some(Opinion::Agrees),
        state: SignState::Electronic {
            name: name.to_owned(),
            substitute: false,
            at: at.to_owned(),
            key: "B07E·5512".to_owned(),
            drawn: None,
        },
    };
    vec![
        agreed("业务部", "Sales", "赵婧", "2026-05-23 17:02:41 +08:00"),
        agreed("工艺部", "Process", "陈思远", "2026-05-22 11:40:33 +08:00"),
        CounterSign { department: w("焊接车间", "Welding shop"), opinion: None, state: SignState::Open },
    ]
}
