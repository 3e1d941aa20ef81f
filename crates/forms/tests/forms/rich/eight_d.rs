//! The 8D report that the customer gets of it.

use super::{signed, told};
use kesu_domain::choice::{ActionKind, Branch, Effect, Mode, YesNo};
use kesu_domain::text::{Names, Told};
use kesu_domain::time::Date;
use kesu_forms::view::f04::{
    Action, Actions, Causes, Containment, Document, Done, EightD, Line, Member, Place, Prepared, Problem, Role,
    Standards, Team, Validation,
};
use kesu_forms::view::{Open, SignBox, SignState, Words};

fn named(zh: &str, en: &str) -> Open {
    Open::name(&Names { zh: zh.to_owned(), en: en.to_owned() })
}

fn on(month: u32, day: u32) -> Option<Date> {
    Date::new(2026, month, day)
}

fn member(role: Role, who: (&str, &str), function: (&str, &str), phone: &str) -> Member {
    Member { role, name: named(who.0, who.1), function: named(function.0, function.1), phone: Open::code(phone) }
}

fn place(name: (&str, &str), numbers: (i64, i64, i64), day: &str) -> Place {
    Place {
        name: named(name.0, name.1),
        applies: Some(YesNo::Yes),
        stock: Some(numbers.0),
        checked: Some(numbers.1),
        ng: Some(numbers.2),
        on: Open::code(day),
    }
}

fn action(what: Told, kind: ActionKind, against: Option<Branch>, owner: (&str, &str), due: (u32, u32)) -> Action {
    let done = Done { what: Told::default(), first_batch: Open::code("B260602"), on: on(due.0, due.1) };
    Action { what, kind: Some(kind), against, owner: named(owner.0, owner.1), due: on(due.0, due.1), done: Some(done) }
}

/// Everything that a customer may be told of the case.
pub(crate) fn eight_d() -> EightD {
    EightD {
        case_no: Open::code("KS-2026-0043"),
        customer: named("岚港城市家具有限公司", "Langang Street Furniture Co., Ltd."),
        customer_code: Open::code("C-0218"),
        customer_no: Open::code("LG-QN-26-031"),
        order_no: Open::code("PO-26-0715"),
        complained_at: Open::code("2026-05-18 09:12"),
        lines: vec![Line {
            name: named("户外双桶果皮箱", "Outdoor twin litter bin"),
            model: Open::code("GPX-240-00 Rev.C"),
            customer_part: Open::code("LG-TB-0240"),
            lot: Open::code("B260308"),
            made_on: on(3, 8),
            delivered: Some(400),
            inspected: Some(400),
            defective: Some(12),
            returned: Some(2),
        }],
        mode: Some(Mode::Field),
        customer_contact: Open::code("Wang Liqun  wlq@langang.example"),
        contact: named("李敏 0512-5550 0126", "Li Min 0512-5550 0126"),
        is_final: Some(YesNo::Yes),
        prepared: Prepared {
            symptom: told(
                "装到滨海步道两个月，12 个在底座焊缝长锈，锈水流到石材上。",
                "Two months after installation 12 bins show rust at the base welds; rust water stains the stone paving.",
            ),
            response: Some(told(
                "成品库与在制品停发、停产；请贵公司暂停安装同批次产品。",
                "Stock and line stopped; we ask you to suspend the installation of the same lot.",
            )),
            response_at: Open::code("2026-05-18 11:30"),
            eight_d: Some(YesNo::Yes),
            repeat: Some(YesNo::No),
        },
        team: Some(Team {
            members: vec![
                member(Role::Sponsor, ("何建平", "He Jianping"), ("工场长", "Plant manager"), ""),
                member(Role::Leader, ("李敏", "Li Min"), ("品质", "Quality"), "0512-5550 0126"),
                member(Role::Member, ("吴志强", "Wu Zhiqiang"), ("焊接", "Welding"), ""),
                member(Role::Member, ("陈思远", "Chen Siyuan"), ("工艺", "Process"), "0512-5550 0141"),
            ],
        }),
        problem: Some(Problem {
            statement: told(
                "交付 400 件，12 件（3.0 %）底座角焊缝锈蚀，涂层起泡 3–25 mm；平面部位完好。",
                "400 delivered, 12 (3.0 %) with corroded base corner welds and blisters of 3–25 mm; flat areas sound.",
            ),
            found_on: on(5, 16),
        }),
        containment: Some(Containment {
            what: told(
                "厂内库存与在制停发，焊缝逐件目视并划格抽检；客户仓库与现场全检，不良挂黄牌隔离。",
                "Stop-ship in our plant, every weld inspected, adhesion sampled; full check at your store and in the field, bad parts tagged yellow.",
            ),
            places: vec![
                place(("供应商/来料", "Supplier, incoming"), (0, 0, 0), "2026-05-18"),
                place(("在制", "In process"), (120, 120, 7), "2026-05-18"),
                place(("成品库", "Finished goods"), (60, 60, 3), "2026-05-18"),
                place(("在途", "In transit"), (80, 80, 2), "2026-05-19"),
                Place { applies: Some(YesNo::No), ..place(("外协", "Subcontractor"), (0, 0, 0), "") },
                place(("客户库", "Customer, store"), (152, 152, 5), "2026-05-20"),
                place(("市场", "Field"), (248, 240, 12), "2026-05-20"),
            ],
            unsaid: vec![named("半成品", "Semi-finished"), named("中转仓/VMI", "Hub, VMI")],
            clean_point: Open::code("B260602"),
            clean_from: on(6, 2),
            marking: Open::code("W"),
        }),
        causes: Some(Causes {
            what: told(
                "发生：喷砂机停修期间用钢丝刷清理焊缝，硅渣没有除净，磷化膜长不上，涂层附着力不足。\n流出：划格与盐雾试验只取平板，焊缝没有取样。\n系统：设备停修引起的替代工艺没有纳入变更评审。",
                "Occurrence: while the blaster was down, welds were cleaned with wire brushes; silica slag stayed, no phosphate film formed, and the coating did not adhere.\nNon-detection: adhesion and salt spray were tested on flat sheet only, never at the weld.\nSystem: substitute processes after a breakdown were not put under change review.",
            ),
            branches: vec![Branch::Occurrence, Branch::Escape, Branch::System],
            reproducible: Some(YesNo::Yes),
            on: on(5, 27),
        }),
        actions: Some(Actions { lines: actions() }),
        effect: Some(Validation {
            what: told(
                "三批共 15 件焊缝附着力全部 0 级；同代码投诉观察至 2026-09-14。",
                "Three lots, 15 parts, weld adhesion all class 0; we watch for repeat complaints until 2026-09-14.",
            ),
            from: on(6, 2),
            until: on(6, 13),
            sample: Some(15),
            before: Open::code("12 / 400"),
            after: Open::code("0 / 15"),
            verdict: Some(Effect::Effective),
            contained_until: on(6, 13),
        }),
        standards: Some(Standards {
            what: told(
                "焊后清理方法写入作业指导书与控制计划，推广到 GPX-120 与 BZ-60。",
                "Cleaning after welding is written into work instruction and control plan, and carried over to GPX-120 and BZ-60.",
            ),
            documents: vec![
                document("PFMEA-GPX-240", ("", ""), "r9", (6, 5)),
                document("CP-240", ("控制计划", "Control plan"), "r6", (6, 5)),
                document("WI-W-07", ("焊后清理作业指导书", "Cleaning after welding"), "C/3", (5, 27)),
                document("SIP-240", ("出货检验指导书", "Final inspection"), "D/1", (5, 29)),
            ],
        }),
        signatures: vec![
            signed("制作", "Prepared", super::MADE, "李敏", "2026-06-16 09:02:15 +08:00"),
            signed("审核", "Checked", super::REVIEWED, "周海涛", "2026-06-16 10:11:47 +08:00"),
            SignBox {
                role: Words::from(("批准", "Approved")),
                meaning: Words::from(super::APPROVED),
                state: SignState::Open,
            },
        ],
    }
}

fn document(number: &str, title: (&str, &str), version: &str, issued: (u32, u32)) -> Document {
    Document {
        number: Open::code(number),
        title: named(title.0, title.1),
        version: Open::code(version),
        issued_on: on(issued.0, issued.1),
        trained_on: Open::code("2026-06-08"),
    }
}

fn actions() -> Vec<Action> {
    let (wu, li, chen) = (("吴志强", "Wu Zhiqiang"), ("李敏", "Li Min"), ("陈思远", "Chen Siyuan"));
    let mut all = vec![
        action(
            told(
                "12 件不良品整件换货，库存不良焊缝返工重喷",
                "The 12 bad bins are replaced; bad welds in stock are reworked and recoated",
            ),
            ActionKind::Correction,
            None,
            li,
            (5, 25),
        ),
        action(
            told("恢复喷砂 Sa 2½，焊缝逐件目视", "Blasting Sa 2½ restored, every weld checked"),
            ActionKind::Corrective,
            Some(Branch::Occurrence),
            wu,
            (5, 27),
        ),
        action(
            told("每批 5 件焊缝划格，盐雾用焊接样板", "5 weld adhesion tests per lot; salt spray on welded panels"),
            ActionKind::Corrective,
            Some(Branch::Escape),
            li,
            (5, 29),
        ),
        action(
            told("停机替代工艺纳入 4M 变更评审", "Breakdown substitutes are put under 4M review"),
            ActionKind::Preventive,
            Some(Branch::System),
            chen,
            (6, 5),
        ),
    ];
    if let Some(done) = &mut all[2].done {
        done.what = told(
            "检验指导书 D/1 已发行，首批 5 件均 0 级",
            "Inspection instruction D/1 issued; the first 5 welds are class 0",
        );
    }
    all
}
