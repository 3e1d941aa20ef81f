//! Plan, actions, their evaluation and approval, the standard.

use super::Scene;
use crate::sample::content::shared;
use crate::sample::dice::Dice;
use kesu_domain::choice::{ActionKind, Amount, Answer, Branch, Demand, Remedy, YesNo};
use kesu_domain::fact::Fact;
use kesu_domain::id::LineId;
use kesu_domain::people::Who;
use kesu_domain::section::{Action, Actions, Approval, Causes, Evaluation, Kind, Plan, Revision, Standardisation};
use kesu_domain::text::House;

pub(super) fn plan(scene: &Scene, dice: &mut Dice) -> Plan {
    let (remedy, zh, en) = match scene.story.demand {
        Demand::Replace => (
            Remedy::Exchange,
            "免费更换 {n} 件，三个工作日内送达。",
            "{n} pieces are replaced free of charge within three working days.",
        ),
        Demand::Rework | Demand::Sort => (
            Remedy::ReworkOnSite,
            "派员到贵司现场挑选返工，费用由我司承担。",
            "Our people sort and rework on your site at our cost.",
        ),
        Demand::Refund => {
            (Remedy::Return, "不良 {n} 件退货退款，下月对账冲减。", "The {n} pieces are taken back and credited.")
        }
        Demand::Discount => {
            (Remedy::Discount, "不良 {n} 件按八折让步接收。", "The {n} pieces are accepted at 20 % discount.")
        }
        Demand::Compensation => (
            Remedy::Compensation,
            "承担经双方确认的挑选费用，并补货 {n} 件。",
            "Agreed sorting costs are borne by us, {n} pieces are replaced.",
        ),
        Demand::Report => {
            (Remedy::Explanation, "提交分析报告，并补货 {n} 件。", "A report follows, {n} pieces are replaced.")
        }
        Demand::Visit => (Remedy::Service, "工程师两日内到现场处理。", "Our engineer is on site within two days."),
    };
    let cost = if scene.wish(Fact::Cost).is_some_and(|word| word != "below") || dice.percent(15) {
        dice.between(10_000, 48_000)
    } else {
        dice.between(200, 9_500)
    };
    Plan {
        remedy: Some(remedy),
        text: House(scene.again(scene.story.tell(scene.house, zh))),
        told: scene.told(zh, en),
        cost: Some(Amount(cost * 100)),
        due: Some(scene.day(dice.between(3, 10))),
    }
}

pub(super) fn actions(scene: &Scene, dice: &mut Dice) -> Actions {
    let (story, trouble) = (scene.story, scene.story.trouble);
    let causes: Option<&Causes> = scene.case.get(Kind::Causes);
    let root = |branch: Branch| {
        causes.and_then(|causes| causes.whys.iter().rfind(|why| why.branch == Some(branch))).map(|why| why.id)
    };
    let (_, responsible) = scene.responsible();
    let qe = scene.house.account("qe");
    let mut lines: Vec<Action> = vec![];
    let mut add = |kind, what: &str, en: &str, branch: Option<Branch>, owner, days: i64, criterion: &str| {
        lines.push(Action {
            id: LineId(lines.len() as i64 + 1),
            kind: Some(kind),
            what: House(scene.again(story.tell(scene.house, what))),
            told: scene.told(what, en),
            cause: branch.and_then(root),
            owner: Some(Who::Account(owner)),
            due: Some(scene.day(days)),
            criterion: House(criterion.to_owned()),
        });
    };
    let (now, now_en) = shared::CORRECTIONS[story.correction];
    add(ActionKind::Correction, now, now_en, None, responsible, dice.between(2, 5), "库存与在途 100 % 处理");
    add(
        ActionKind::Corrective,
        trouble.fix,
        trouble.fix_en,
        Some(Branch::Occurrence),
        responsible,
        dice.between(7, 14),
        trouble.measure,
    );
    let escape = "出货检验增加该项目，按加严方案抽样，连续十批合格后恢复";
    let escape_en = "Outgoing inspection now covers this item, tightened until ten lots are good";
    add(ActionKind::Corrective, escape, escape_en, Some(Branch::Escape), qe, dice.between(3, 7), "流出 0 件");
    for n in 0..dice.between(1, 2) {
        let at = (story.prevention + n.unsigned_abs() as usize) % shared::PREVENTIONS.len();
        let (what, en) = shared::PREVENTIONS[at];
        add(ActionKind::Preventive, what, en, Some(Branch::System), qe, dice.between(14, 30), "审核确认已落实");
    }
    Actions { lines }
}

pub(super) fn evaluation(scene: &Scene, dice: &mut Dice) -> Evaluation {
    let feasible = scene.choose(Fact::Feasible, YesNo::Yes);
    let words = if feasible == YesNo::Yes { shared::FEASIBLE } else { shared::INFEASIBLE };
    Evaluation { feasible: Some(feasible), reason: House((*dice.pick(words)).to_owned()) }
}

pub(super) fn approval(scene: &Scene, dice: &mut Dice) -> Approval {
    let answer = scene.choose(Fact::Approval, Answer::Approved);
    let (words, back_to) = match answer {
        Answer::Approved => (shared::APPROVALS, String::new()),
        Answer::Rejected => (shared::REJECTIONS, scene.back_to.map(ToString::to_string).unwrap_or_default()),
    };
    Approval { answer: Some(answer), reason: House((*dice.pick(words)).to_owned()), back_to }
}

pub(super) fn standardisation(scene: &Scene, dice: &mut Dice) -> Standardisation {
    let document = |n: i64, document: &str, number: String| Revision {
        id: LineId(n),
        document: document.to_owned(),
        number,
        version: if n == 1 { "B/1" } else { "C/0" }.to_owned(),
        issued_on: Some(scene.day(0)),
        trained_at: Some(scene.at),
    };
    let number = |stem: &str, n: i64| format!("{stem}-{n:03}");
    let (first, second) = (number("WI-SC", dice.between(1, 180)), number("CP", dice.between(1, 60)));
    Standardisation {
        proposal: House(format!("把“{}”写入作业指导书与控制计划。", scene.story.trouble.fix)),
        told: scene.told(
            "相关作业指导书与控制计划已修订并完成培训。",
            "Work instruction and control plan were revised, people trained.",
        ),
        documents: vec![document(1, "作业指导书", first), document(2, "控制计划", second)],
    }
}
