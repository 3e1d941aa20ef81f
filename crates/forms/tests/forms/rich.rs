//! One complaint told in full, as a plant would: 12 of 400 outdoor litter bins rusted at the weld within two months.
//! All names in it are invented.

use kesu_domain::time::Stamp;
use kesu_forms::view::f01::{Attachment, ComplaintRecord, ProductLine};
use kesu_forms::view::f03::{Action, Bone, CapaReport, Cause, Fishbone, Measure, Standard, Standing};
use kesu_forms::view::{
    Choice, CounterSign, Entry, FormLang, Head, Issue, Opinion, Photo, Plant, Printed, Sheet, SignBox, SignState,
    State, Tick, Words,
};

pub(crate) fn e(zh: &str, en: &str) -> Entry {
    Entry::said((zh, en))
}

/// What reads alike in both languages.
pub(crate) fn s(text: &str) -> Entry {
    Entry::said(text)
}

fn w(zh: &str, en: &str) -> Words {
    Words::from((zh, en))
}

pub(crate) fn choice(options: &[(&str, &str)], ticked: &[usize]) -> Choice {
    let tick = |(n, (zh, en)): (usize, &(&str, &str))| Tick { words: w(zh, en), ticked: ticked.contains(&n) };
    Choice { options: options.iter().enumerate().map(tick).collect() }
}

fn yes_no(yes: bool) -> Choice {
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
        state: State::Issued(Issue { number: "r3".into(), digest, head: Some(Head { seq: 4812, hash }) }),
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

const MADE: (&str, &str) = ("本人制作了以上内容，并对其真实性负责。", "I made this, and answer for its truth.");
const REVIEWED: (&str, &str) =
    ("本人已审核以上内容，结论如所填写。", "I reviewed this, with the decision written here.");
const APPROVED: (&str, &str) = (
    "本人以核准人身份对以上内容作出核决，结论如所填写。",
    "I decide on this as its approver, with the decision written here.",
);
const VERIFIED: (&str, &str) = (
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

const CHANNELS: [(&str, &str); 15] = [
    ("电话", "Phone"),
    ("电子邮件", "E-mail"),
    ("传真", "Fax"),
    ("信函", "Letter"),
    ("网上表单", "Online form"),
    ("QQ", "QQ"),
    ("微信/企业微信", "WeChat"),
    ("社交媒体", "Social media"),
    ("客户门户", "Customer’s portal"),
    ("走访", "Visit"),
    ("客户审核", "Audit"),
    ("无通知退货", "Return without notice"),
    ("主管部门转办", "Passed on by an authority"),
    ("媒体", "Media"),
    ("员工发现", "Found by own staff"),
];
const CLASSES: [(&str, &str); 7] = [
    ("质量", "Quality"),
    ("包装与标签", "Packaging and label"),
    ("交付", "Delivery"),
    ("订单", "Order"),
    ("运输", "Freight"),
    ("单据", "Documents"),
    ("服务", "Service"),
];
const DEMANDS: [(&str, &str); 8] = [
    ("换货", "Replacement"),
    ("返工", "Rework"),
    ("挑选", "Sorting"),
    ("退款", "Refund"),
    ("折让", "Discount"),
    ("赔偿", "Compensation"),
    ("提交报告", "Report only"),
    ("上门处理", "Visit"),
];
const MODES: [(&str, &str); 4] = [
    ("使用现场", "Field"),
    ("客户生产线", "Customer’s line"),
    ("客户进料检验", "Incoming inspection"),
    ("厂内", "In the house"),
];
const FORMATS: [(&str, &str); 4] = [
    ("客户格式的 8D", "Customer’s own 8D"),
    ("8D 报告", "8D report"),
    ("简要答复", "Short reply"),
    ("无要求", "None asked for"),
];
const LEVELS: [(&str, &str); 3] = [("重大", "Major"), ("严重", "Serious"), ("一般", "Ordinary")];

/// The complaint as it was registered.
pub(crate) fn complaint() -> ComplaintRecord {
    ComplaintRecord {
        case_no: Some("KS-2026-0043".to_owned()),
        received_at: s("2026-05-18 09:12"),
        aware_at: s("2026-05-16 17:30"),
        registered_at: s("2026-05-18 09:26"),
        registered_by: e("赵婧（业务部）", "Zhao Jing (sales)"),
        channel: choice(&CHANNELS, &[0, 1]),
        acknowledged_at: s("2026-05-18 09:40"),
        reply_due: s("2026-05-25 17:00"),
        format: choice(&FORMATS, &[1]),
        answer_in: e("中文、英文，邮件", "Chinese, English; mail"),
        customer: e("岚港城市家具有限公司", "Langang Street Furniture Co., Ltd."),
        customer_code: s("C-0218"),
        address: e("岚港市临海区望潮路 88 号 3 号楼", "Building 3, 88 Wangchao Road, Linhai District, Langang"),
        end_customer: e("岚港市市容中心", "Langang City Services"),
        contact: e("王立群（质量主管）", "Wang Liqun (quality)"),
        phone: s("0555-5550 0143"),
        email: s("wlq@langang.example"),
        customer_no: s("LG-QN-26-031"),
        order_no: s("PO-260117"),
        delivery_note: s("DN-260312-02"),
        lines: vec![product()],
        words: e(
            "“三月份到的那批垃圾桶，装到滨海步道才两个月，已经有 12 个在底座焊缝那里长锈了，锈水流到石材上，市容中心打电话来问。\
             400 个我们都看过一遍，别的暂时没锈。这批货请全部换掉，再告诉我们什么原因，剩下的会不会也锈。”",
            "“The bins that came in March have stood on the seaside walk for two months, and 12 of them already rust at the weld \
             of the base; rust water runs onto the stone, and the city has called us. We looked at all 400, the others show none \
             yet. Please replace the whole lot, and tell us why it happened and whether the rest will rust, too.”",
        ),
        class: choice(&CLASSES, &[0]),
        mode: choice(&MODES, &[0]),
        defect: e(
            "底座四角角焊缝处返锈，涂层起泡 3–25 mm，锈水沿立面流淌；平面部位涂层完好。",
            "Fillet welds at the four corners of the base rust, coating blistered 3–25 mm, rust water runs down the faces; \
             coating of flat areas sound.",
        ),
        defect_code: e("W-07 焊缝锈蚀", "W-07 rust at the weld"),
        where_found: e("滨海步道 K1+200 至 K2+900，户外使用现场", "Seaside walk K1+200 to K2+900, outdoors in use"),
        found_on: s("2026-05-16"),
        how_found: e("最终客户例行巡查", "Routine round of the end customer"),
        effect: e(
            "外观不良，锈水污染地面石材；无结构与人身风险。",
            "Appearance, stained paving; no structural or personal risk.",
        ),
        demand: choice(&DEMANDS, &[0, 6]),
        demand_words: e(
            "400 件全部更换，并提交中英文 8D 报告。",
            "All 400 replaced, and an 8D report in Chinese and English.",
        ),
        severity: choice(&LEVELS, &[1]),
        safety: yes_no(false),
        repeat: yes_no(false),
        urgent: yes_no(true),
        eight_d: yes_no(true),
        owner: e("李敏（品质部）", "Li Min (quality)"),
        note: e(
            "锈蚀影响外观并污染石材，客户要求整批更换，金额较大，定为严重。同批成品库尚有 60 件、在途 80 件，须于 24 小时内完成围堵。",
            "Rust spoils appearance and paving, the customer asks for the whole lot, the sum is large: serious. 60 of the lot lie \
             in the store and 80 are on the way; containment within 24 hours.",
        ),
        attachments: vec![
            Attachment {
                name: w("客户邮件 2026-05-18 09:08", "Customer’s mail 2026-05-18 09:08"),
                digest: Some("4C1E 90B7".into()),
            },
            Attachment { name: w("现场照片 6 张", "6 photos on site"), digest: Some("E07A 2D11".into()) },
            Attachment {
                name: w("送货单 DN-260312-02 扫描件", "Delivery note, scanned"),
                digest: Some("71F0 3B9C".into()),
            },
            Attachment { name: w("退回样品 2 件", "2 returned samples"), digest: None },
        ],
        photos: vec![
            photo(("底座角焊缝锈蚀", "Rusted base weld"), 1),
            photo(("锈水流到石材上", "Rust water on the paving"), 2),
        ],
        signatures: vec![
            signed("制作", "Made", MADE, "赵婧", "2026-05-18 09:31:50 +08:00"),
            signed("审核", "Checked", REVIEWED, "周海涛", "2026-05-18 10:05:12 +08:00"),
            SignBox { role: w("批准", "Approved"), meaning: Words::from(APPROVED), state: SignState::Open },
        ],
    }
}

/// The product of the complaint.
pub(crate) fn product() -> ProductLine {
    ProductLine {
        name: e("户外双桶垃圾桶（镀锌板喷塑）", "Outdoor twin litter bin (galvanised, powder coated)"),
        model: s("GPX-240 / GPX-240-00 Rev.C"),
        customer_part: s("LG-TB-0240"),
        lot: s("B260308"),
        made_on: s("2026-03-08"),
        delivered_on: s("2026-03-12"),
        delivered: e("400 件", "400 pcs"),
        defective: e("12 件", "12 pcs"),
        defective_share: Some("3.0 %".to_owned()),
        inspected: e("400 件", "400 pcs"),
        returned: e("2 件（样品）", "2 pcs (samples)"),
        line_stop: s("0 min"),
    }
}

fn action(what: (&str, &str), cause: (&str, &str), who: (&str, &str), due: &str, done: (&str, &str)) -> Action {
    Action {
        what: Entry::said(what),
        cause: Entry::said(cause),
        who: Entry::said(who),
        due: s(due),
        done: Entry::said(done),
    }
}

fn bone(name: (&str, &str), causes: &[(&str, &str, Standing)]) -> Bone {
    let cause = |(zh, en, standing): &(&str, &str, Standing)| Cause { words: w(zh, en), standing: *standing };
    Bone { name: Words::from(name), causes: causes.iter().map(cause).collect() }
}

pub(crate) fn fishbone() -> Fishbone {
    use Standing::{Confirmed, Excluded, Open};
    Fishbone {
        effect: w("底座焊缝锈蚀", "Rust at the base weld"),
        bones: vec![
            bone(
                ("人", "People"),
                &[("刷洗力度不一", "Uneven brushing", Excluded), ("焊工资质不足", "Welder not qualified", Excluded)],
            ),
            bone(
                ("机", "Machine"),
                &[("喷砂机停修", "Blaster out of order", Confirmed), ("焊机参数漂移", "Welding drifts", Excluded)],
            ),
            bone(
                ("料", "Material"),
                &[("焊丝硅含量偏高", "Wire rich in silicon", Excluded), ("粉末过期", "Powder too old", Excluded)],
            ),
            bone(
                ("法", "Method"),
                &[
                    ("变更未评审", "Change not reviewed", Confirmed),
                    ("替代清理无标准", "No standard for it", Confirmed),
                ],
            ),
            bone(
                ("环", "Environment"),
                &[("安装环境盐雾", "Salt air on site", Open), ("前处理水质", "Rinse water", Excluded)],
            ),
            bone(
                ("测", "Measurement"),
                &[("焊缝未取样", "Weld not sampled", Confirmed), ("划格刀磨损", "Cutter worn", Excluded)],
            ),
        ],
    }
}

/// The CAPA report of it.
pub(crate) fn capa() -> CapaReport {
    let sources = [
        ("客户投诉", "Complaint"),
        ("审核", "Audit"),
        ("过程异常", "Process failure"),
        ("重复发生", "Repeat"),
        ("改善建议", "Suggestion"),
        ("其他", "Other"),
    ];
    CapaReport {
        report_no: Some("CA-2026-0027".to_owned()),
        case_no: Some("KS-2026-0043".to_owned()),
        source: choice(&sources, &[0]),
        issuing_department: e("品质部", "Quality"),
        responsible_department: e("焊接车间、工艺部", "Welding shop, process engineering"),
        level: choice(&LEVELS, &[1]),
        issued_on: s("2026-05-21"),
        due_on: s("2026-05-25"),
        answered_on: s("2026-05-24"),
        fact: e(
            "批号 B260308 垃圾桶（GPX-240）交付 400 件，其中 12 件（3.0 %）在交付后两个月内底座角焊缝锈蚀。复检库存与在途 260 件，\
             另有 17 件焊缝残留硅渣，尚未生锈。图纸 GPX-240-00 要求：焊缝涂层附着力 ≤ 1 级，中性盐雾 500 h 无锈。",
            "Of lot B260308 (GPX-240) 400 were delivered, and 12 (3.0 %) rusted at the corner welds of the base within two months. \
             Of 260 in store, in process and on the way, 17 more show silica slag on the weld, not rusted yet. Drawing GPX-240-00 \
             asks for adhesion at the weld ≤ grade 1 and 500 h of neutral salt spray without rust.",
        ),
        clause: e("ISO 9001 8.5.6 更改的控制", "ISO 9001 8.5.6 Control of changes"),
        document: e("WI-W-07 C/2 第 4.3 条", "WI-W-07 C/2, clause 4.3"),
        evidence: e(
            "金相剖切 LAB-26-118；划格记录 SIP-240-0521；停机单 EM-2602-07；照片图 1 至图 3。",
            "Section LAB-26-118; cross-cut record SIP-240-0521; downtime sheet EM-2602-07; figures 1 to 3.",
        ),
        photos: vec![
            photo(("底座角焊缝锈蚀，样品 1", "Rusted base weld, sample 1"), 1),
            photo(("涂层起泡与锈水，样品 2", "Blisters and rust water, sample 2"), 2),
            photo(("库存件焊缝残渣", "Slag on a weld in store"), 5),
        ],
        containment: e(
            "成品库 60 件、在制 120 件停发并逐件检查；在途 80 件到货检验；客户处 400 件会同客户全检。合计 660 件，不良 29 件，均已挂牌隔离；\
             首个合格批 B260521，外箱加绿色圆标。",
            "60 in the store and 120 in process stopped and checked one by one; 80 on the way checked on arrival; 400 at the customer \
             checked together. 29 of 660 not good, tagged and set apart. First good lot B260521, green dot on the box.",
        ),
        containment_by: e("李敏", "Li Min"),
        containment_done_at: s("2026-05-20 17:30"),
        containment_verified_by: e("周海涛", "Zhou Haitao"),
        fishbone: Some(fishbone()),
        changed: e(
            "喷砂机 2026-02-20 至 03-15 停修，焊后清理改用钢丝刷。",
            "The blaster was out of order from 2026-02-20 to 03-15; welds were cleaned with wire brushes instead.",
        ),
        occurrence: vec![
            w("底座角焊缝锈蚀", "Base weld rusts"),
            w("涂层下起泡，水汽自焊缝侵入", "coating blisters, moisture enters at the weld"),
            w("磷化膜在硅渣上不成膜", "no phosphate layer forms on silica slag"),
            w("钢丝刷不能除净硅渣", "wire brushes leave slag behind"),
            w(
                "以钢丝刷代替喷砂时未规定焊缝清洁度",
                "no cleanliness was set for the weld when brushes took the place of blasting",
            ),
        ],
        escape: vec![
            w("出货检验未发现", "Final inspection did not see it"),
            w("划格与盐雾样板均取自平板", "cross-cut and salt spray samples were flat sheet"),
            w(
                "SIP-240 编制时以平板为涂层最弱处，未用失效数据核对",
                "SIP-240 took flat sheet for the weakest place, without failure data",
            ),
        ],
        system: vec![
            w("临时变更未经评审", "The temporary change was not reviewed"),
            w("设备停修单与工艺变更单无关联", "downtime sheets and process changes are not linked"),
            w(
                "4M 变更程序只管“计划变更”，不含设备故障引起的替代工艺",
                "the 4M procedure knows planned changes only, not substitutes after a breakdown",
            ),
        ],
        verification: e(
            "同工件钢丝刷 5 件、喷砂 5 件，盐雾 240 h 后分别锈 4 件、0 件：现象可复现、可消除。",
            "Of one batch 5 brushed and 5 blasted: after 240 h of salt spray 4 and 0 rusted. The fault can be switched on and off.",
        ),
        analysed_by: e("陈思远、吴志强、李敏", "Chen Siyuan, Wu Zhiqiang, Li Min"),
        analysed_on: s("2026-05-24"),
        corrections: vec![
            action(
                (
                    "客户处 12 件整件换货，另 5 件现场打磨补涂",
                    "12 replaced at the customer, 5 more ground and recoated on site",
                ),
                ("事实", "Facts"),
                ("李敏", "Li Min"),
                "2026-06-05",
                ("2026-06-04 E-07", "2026-06-04 E-07"),
            ),
            action(
                ("厂内及在途 12 件返喷砂、重新喷涂", "12 in the plant and on the way blasted and coated again"),
                ("事实", "Facts"),
                ("吴志强", "Wu Zhiqiang"),
                "2026-05-29",
                ("2026-05-28 E-05", "2026-05-28 E-05"),
            ),
        ],
        correctives: vec![
            action(
                (
                    "恢复喷砂 Sa 2½；焊缝清洁度逐件目视并记录，不合格不得转序",
                    "Blasting to Sa 2½ again; every weld looked at and recorded before it moves on",
                ),
                ("发生", "Occurrence"),
                ("吴志强", "Wu Zhiqiang"),
                "2026-05-27",
                ("2026-05-27 E-05", "2026-05-27 E-05"),
            ),
            action(
                (
                    "每批取 5 件焊缝做划格；盐雾样板改为焊接样板",
                    "Cross-cut on 5 welds a lot; salt spray on welded samples",
                ),
                ("流出", "Escape"),
                ("李敏", "Li Min"),
                "2026-05-29",
                ("2026-05-29 E-06", "2026-05-29 E-06"),
            ),
        ],
        preventives: vec![
            action(
                (
                    "停机单自动触发 4M 评审，未批准替代工艺不得派工",
                    "A downtime sheet starts a 4M review; no work by a substitute process before it is approved",
                ),
                ("系统", "System"),
                ("陈思远", "Chen Siyuan"),
                "2026-06-05",
                ("2026-06-05 E-08", "2026-06-05 E-08"),
            ),
            action(
                ("横向展开至 GPX-120、座椅 BZ-60：焊缝清洁度核查", "Same check of welds on GPX-120 and bench BZ-60"),
                ("系统", "System"),
                ("陈思远", "Chen Siyuan"),
                "2026-06-12",
                ("2026-06-12 E-09", "2026-06-12 E-09"),
            ),
        ],
        countersigned: Vec::new(),
        plan: choice(&[("接受", "Accepted"), ("退回", "Returned")], &[0]),
        plan_by: e("周海涛", "Zhou Haitao"),
        plan_on: s("2026-05-25"),
        plan_note: e("三个分支均有对应措施，可行。", "Each of the three branches has its action; feasible."),
        check: choice(&[("全部完成", "All done"), ("部分完成", "In part"), ("未完成", "Not done")], &[0]),
        check_by: e("周海涛", "Zhou Haitao"),
        check_on: s("2026-06-12"),
        check_note: e(
            "六项措施的证据 E-05 至 E-09 齐全，现场抽查三个班次清理记录，均符合 WI-W-07 C/3。",
            "Evidence E-05 to E-09 of all six actions is there; cleaning records of three shifts agree with WI-W-07 C/3.",
        ),
        self_check_reason: Entry::NotApplicable,
        method: e(
            "连续 3 批每批 5 件焊缝划格 ≤ 1 级；焊接样板盐雾 500 h 无锈；90 天无 W-07 投诉。",
            "Three lots running, 5 welds each, cross-cut ≤ grade 1; 500 h salt spray on welded samples; no W-07 in 90 days.",
        ),
        measures: vec![
            Measure {
                what: e("焊缝划格（级，n = 5 / 15）", "Cross-cut at the weld (grade, n = 5 / 15)"),
                before: s("3"),
                after: s("0"),
                verdict: e("● 达到", "● reached"),
            },
            Measure {
                what: e("盐雾 500 h 锈蚀（件/样板）", "Rust after 500 h (of samples)"),
                before: s("4 / 5"),
                after: s("0 / 5"),
                verdict: e("● 达到", "● reached"),
            },
            Measure {
                what: e("同代码投诉（90 天）", "Complaints of this code (90 days)"),
                before: s("1"),
                after: s("0"),
                verdict: e("● 达到", "● reached"),
            },
        ],
        effect: choice(&[("有效", "Effective"), ("无效", "Not effective"), ("尚不明确", "Unclear")], &[0]),
        result: e(
            "三项指标全部达到，客户巡查未见新增锈蚀。",
            "All three figures reached; the customer’s rounds saw no new rust.",
        ),
        next_capa: Entry::NotApplicable,
        standards: vec![
            Standard {
                document: e("WI-W-07 焊后清理作业指导书", "WI-W-07 Cleaning after welding"),
                from: s("C/2"),
                to: s("C/3"),
                effective: s("2026-05-27"),
                change: e("禁用钢丝刷代替喷砂", "No wire brush instead of blasting"),
            },
            Standard {
                document: e("SIP-240 出货检验指导书", "SIP-240 Final inspection"),
                from: s("C/4"),
                to: s("D/1"),
                effective: s("2026-05-29"),
                change: e("增焊缝划格取样", "Cross-cut at the weld added"),
            },
            Standard {
                document: e("PFMEA-GPX-240", "PFMEA-GPX-240"),
                from: s("r8"),
                to: s("r9"),
                effective: s("2026-06-05"),
                change: e("增“清理不净”失效模式", "Failure mode “not cleaned” added"),
            },
        ],
        signatures: vec![
            signed("发出", "Issued", MADE, "李敏", "2026-06-15 15:58:20 +08:00"),
            SignBox {
                role: w("责任部门", "Responsible department"),
                meaning: Words::from(MADE),
                state: SignState::Scanned {
                    name: "吴志强".into(),
                    on_paper: "2026-06-15".into(),
                    recorded_by: "李敏".into(),
                    scanned_at: "06-15 16:20".into(),
                    digest: "61D0 3E9B".into(),
                    annex: "S-02".into(),
                },
            },
            signed("验证", "Verified", VERIFIED, "周海涛", "2026-06-15 17:05:31 +08:00"),
            SignBox { role: w("批准", "Approved"), meaning: Words::from(APPROVED), state: SignState::Open },
        ],
    }
}

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
