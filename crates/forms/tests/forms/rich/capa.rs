//! The CAPA that came of it.

use super::{APPROVED, LEVELS, MADE, VERIFIED, choice, e, photo, s, signed, w};
use kesu_forms::view::f03::{Action, Bone, CapaReport, Cause, Fishbone, Measure, Standard, Standing};
use kesu_forms::view::{Entry, SignBox, SignState, Words};

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

fn fishbone() -> Fishbone {
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
        customer_plan: e(
            "更换 12 只，补漆复检其余 388 只；费用 ¥3,600.00",
            "12 replaced, the other 388 recoated and inspected; cost ¥3,600.00",
        ),
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
