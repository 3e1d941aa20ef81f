//! Containment, verdict, level, explanation, investigation.

use super::Scene;
use crate::sample::content::shared;
use crate::sample::dice::Dice;
use kesu_domain::choice::{Choice as _, Disposition, Ground, Track, Verdict, YesNo};
use kesu_domain::fact::Fact;
use kesu_domain::id::LineId;
use kesu_domain::section::{Containment, Explanation, Investigation, Level, Place, Validity};
use kesu_domain::text::House;

/// Places are the procedure's; where it names none, the two that every plant has.
fn places(scene: &Scene) -> Vec<String> {
    let list = scene.procedure.list_of(crate::form::PLACES);
    let codes = list.map(|list| list.items.iter().map(|item| item.code.clone()).collect::<Vec<_>>());
    codes.unwrap_or_else(|| vec!["finished".into(), "wip".into()])
}

pub(super) fn containment(scene: &Scene, dice: &mut Dice) -> Containment {
    let all = places(scene);
    let kept: Vec<&String> = all.iter().filter(|_| dice.percent(60)).collect();
    let kept = if kept.len() < 3 { all.iter().collect() } else { kept };
    let place = |(n, code): (usize, &&String)| {
        let here = dice.percent(75);
        let stock = if here { dice.between(0, 60) * 20 } else { 0 };
        let ng = if stock > 0 { dice.between(0, stock / 40 + 1) } else { 0 };
        Place {
            id: LineId(n as i64 + 1),
            place: (*code).clone(),
            applies: Some(if here { YesNo::Yes } else { YesNo::No }),
            who: scene.person(dice.pick::<&str>(&["qe", "dept", "logistics"])),
            done_at: Some(scene.at.plus_millis(-dice.between(10, 60) * 60_000)),
            stock: Some(stock),
            checked: Some(stock),
            ng: Some(ng),
            disposition: (ng > 0).then(|| *dice.pick(&[Disposition::Scrap, Disposition::Rework, Disposition::Sort])),
            concession: String::new(),
            note: House(String::new()),
        }
    };
    let places = kept.iter().enumerate().map(place).collect();
    Containment {
        scope: scene.house_words("批号 {lot} 及前后各一批；同模具、同班次生产的{p}一并列入。"),
        places,
        clean_point: format!("{}-01", scene.day(2).0.format("%y%m%d")),
        marking: "外箱贴绿色圆点，内袋盖检验章".into(),
        clean_from: Some(scene.day(2)),
        told: scene.told(
            "已停发同批次产品，库存与在途正在全检，断点后产品以绿点标识。",
            "The lot is stopped, stock and transit are being sorted; clean parts carry a green dot.",
        ),
        verified_by: scene.person("plant"),
    }
}

pub(super) fn validity(scene: &Scene, dice: &mut Dice) -> Validity {
    let usual = if dice.percent(30) { Verdict::Partly } else { Verdict::Established };
    let verdict = scene.choose(Fact::Validity, usual);
    let (reason, demand, words) = match verdict {
        Verdict::Established => (YesNo::Yes, YesNo::Yes, shared::ESTABLISHED),
        Verdict::Partly => (YesNo::Yes, YesNo::No, shared::PARTLY),
        Verdict::Not => (YesNo::No, YesNo::No, shared::NOT_ESTABLISHED),
        Verdict::Pending => (YesNo::No, YesNo::No, shared::PENDING),
    };
    let grounds = [Ground::NoTrouble, Ground::Misuse, Ground::Transport, Ground::Other];
    Validity {
        reason_holds: (verdict != Verdict::Pending).then_some(reason),
        demand_holds: (verdict != Verdict::Pending).then_some(demand),
        verdict: Some(verdict),
        reason: scene.house_words(dice.pick::<&str>(words)),
        ground: (verdict == Verdict::Not).then(|| *dice.pick(&grounds)),
        no_investigation: House(String::new()),
    }
}

pub(super) fn level(scene: &Scene) -> Level {
    let severity = scene.choose(Fact::Severity, scene.story.severity);
    let track = scene.choose(Fact::Track, Track::Simple);
    let reason = match track {
        Track::EightD => "客户要求 8D，且涉及多批次，成立跨部门小组。",
        Track::Capa => "原因需要分析并防止再发，按纠正与预防措施办理。",
        Track::Simple => "问题单一、影响小，简易处理。",
    };
    let yes = |is: bool| Some(if is { YesNo::Yes } else { YesNo::No });
    Level {
        alone: None,
        severity: Some(severity),
        track: Some(track),
        reason: House(reason.into()),
        owner: Some(scene.house.account("qe")),
        safety: yes(severity.word() == "major"),
        repeat: yes(scene.story.repeat),
        urgent: yes(severity.word() != "ordinary"),
        earlier: String::new(),
    }
}

pub(super) fn explanation(scene: &Scene, dice: &mut Dice) -> Explanation {
    let (zh, en) = *dice.pick(shared::EXPLANATIONS);
    let accepted = scene.choose(Fact::Explained, YesNo::Yes);
    let (other, other_en) = shared::OTHER_WAYS;
    Explanation {
        told: scene.told(zh, en),
        how: format!("邮件，{}", scene.story.contact(scene.house).0),
        sent_at: Some(scene.at),
        other_ways: scene.told(other, other_en),
        accepted: Some(accepted),
        objection: if accepted == YesNo::No { (*dice.pick(shared::OBJECTIONS)).to_owned() } else { String::new() },
    }
}

pub(super) fn investigation(scene: &Scene, dice: &mut Dice) -> Investigation {
    let findings = [
        "调阅 {lot} 批生产与检验记录，当班首件合格，中件未见记录；留样复测 5 件，1 件超差。",
        "到客户现场确认实物 {n} 件，缺陷位置一致，拍照并带回 3 件。",
        "第三方检测报告收到，与客户结论一致。",
    ];
    Investigation {
        findings: scene.house_words(dice.pick::<&str>(&findings)),
        by: scene.me(),
        clause: (*dice.pick(&["8.5.1", "8.6", "8.7", "8.4.2"])).to_owned(),
        document: (*dice.pick(&["QP-08 过程控制程序", "WI-JY-012 成品检验规范", "QP-11 不合格品控制程序"])).to_owned(),
        evidence: scene.house_words("检验记录 JL-{lot}、照片 6 张。"),
        ..Investigation::default()
    }
}
