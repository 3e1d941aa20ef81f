//! Reply, effect, summary, closure.

use super::Scene;
use crate::sample::content::shared;
use crate::sample::dice::Dice;
use kesu_domain::choice::{Effect, Heard, ReplyKind, YesNo};
use kesu_domain::fact::Fact;
use kesu_domain::section::{Closure, Effectiveness, Kind, Plan, Reply, Summary};
use kesu_domain::text::House;

pub(super) fn reply(scene: &Scene, dice: &mut Dice) -> Reply {
    let trouble = scene.story.trouble;
    let heard = scene.choose(Fact::Heard, if dice.percent(6) { Heard::Exhausted } else { Heard::Accepted });
    let words = match heard {
        Heard::Accepted => shared::ACCEPTED,
        Heard::NotAccepted => shared::NOT_ACCEPTED,
        Heard::Exhausted => shared::EXHAUSTED,
    };
    let plan: Option<&Plan> = scene.case.get(Kind::Plan);
    let (given, given_en) = plan.map_or(("", ""), |plan| (plan.told.zh.as_str(), plan.told.en.as_str()));
    let zh = format!(
        "尊敬的{}：关于{{p}}{}一事，{given}原因：{}。措施：{}。由此带来的不便，我们深表歉意。",
        scene.story.contact(scene.house).0,
        trouble.zh,
        trouble.whys[0],
        trouble.fix
    );
    let en = format!(
        "Dear {}, regarding {} of {{p}}: {given_en} Measure: {}. We apologise for the trouble caused.",
        scene.story.contact(scene.house).0,
        trouble.en,
        trouble.fix_en
    );
    Reply {
        kind: Some(ReplyKind::Final),
        text: scene.told(&zh, &en),
        channel: (*dice.pick(&["邮件", "门户", "传真", "当面"])).to_owned(),
        sent_at: Some(scene.at.plus_millis(-dice.between(1, 20) * 60_000)),
        sent_by: scene.me(),
        answer: Some(heard),
        answer_words: (*dice.pick(words)).to_owned(),
        answered_at: Some(scene.at),
        ..Reply::default()
    }
}

pub(super) fn effectiveness(scene: &Scene, dice: &mut Dice) -> Effectiveness {
    let (story, trouble) = (scene.story, scene.story.trouble);
    let verdict = scene.choose(Fact::Effect, Effect::Effective);
    let sample = dice.between(5, 40) * 50;
    let before = story.bad as f64 * 100.0 / story.checked as f64;
    let (after, result, zh, en) = match verdict {
        Effect::Effective => {
            (0, "连续三批未再发生，维持措施。", "连续三批验证合格。", "Three lots in a row without the defect.")
        }
        Effect::Unclear => {
            (dice.between(0, 1), "批数不足，继续观察一个月。", "继续观察。", "Under observation for another month.")
        }
        Effect::No => (
            dice.between(2, 9),
            "仍有发生，重新立项分析。",
            "措施未达预期，正在重新分析。",
            "Not sufficient; the analysis is reopened.",
        ),
    };
    Effectiveness {
        method: House("连续三批加严抽样，按原检验方法复测".to_owned()),
        criterion: House(trouble.measure.to_owned()),
        from: Some(scene.day(-30)),
        until: Some(scene.day(0)),
        sample: Some(sample),
        before: format!("不良率 {before:.1} %"),
        after: format!("{after}/{sample}"),
        verdict: Some(verdict),
        result: House(result.to_owned()),
        told: scene.told(zh, en),
        contained_until: (verdict == Effect::Effective).then(|| scene.day(0)),
        files: vec![],
    }
}

pub(super) fn summary(scene: &Scene, dice: &mut Dice) -> Summary {
    Summary {
        text: House(format!("{}:{}。", scene.story.trouble.zh, scene.story.trouble.fix)),
        went_well: House((*dice.pick(shared::WENT_WELL)).to_owned()),
        to_improve: House((*dice.pick(shared::TO_IMPROVE)).to_owned()),
        proposal: House(String::new()),
    }
}

pub(super) fn closure(dice: &mut Dice) -> Closure {
    let confirmed = dice.percent(88);
    Closure {
        text: House("措施全部完成，效果确认有效，资料齐全，同意结案。".to_owned()),
        confirmed: Some(if confirmed { YesNo::Yes } else { YesNo::No }),
        without: if confirmed {
            String::new()
        } else {
            "客户三次催询无回复，按约定视为同意。".to_owned()
        },
    }
}
