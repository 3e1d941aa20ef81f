//! Team, problem, causes, responsibility.

use super::Scene;
use crate::sample::content::shared;
use crate::sample::dice::Dice;
use kesu_domain::choice::{Bone, Branch, Standing, YesNo};
use kesu_domain::id::LineId;
use kesu_domain::people::Who;
use kesu_domain::section::{Analyst, Causes, IsNot, Member, Problem, Responsibility, Share, Team, Twig, Why};
use kesu_domain::text::House;

pub(super) fn team(scene: &Scene) -> Team {
    let (_, responsible) = scene.responsible();
    let mut accounts =
        vec![scene.house.account("qe"), responsible, scene.house.account("dept"), scene.house.account("sales")];
    let mut seen = vec![];
    accounts.retain(|account| {
        !seen.contains(account) && {
            seen.push(*account);
            true
        }
    });
    let functions = ["品质", "工艺", "生产", "业务"];
    let members = accounts.iter().enumerate().map(|(n, account)| Member {
        id: LineId(n as i64 + 1),
        who: Some(Who::Account(*account)),
        function: functions[n % functions.len()].to_owned(),
        phone: format!("80{}", 12 + n),
    });
    Team { leader: scene.person("qe"), sponsor: scene.person("plant"), members: members.collect() }
}

pub(super) fn problem(scene: &Scene) -> Problem {
    let (story, trouble) = (scene.story, scene.story.trouble);
    let statement = format!("{{p}}批号 {{lot}} 在客户处发现{}，检查 {{of}} 件，不良 {{n}} 件。", trouble.zh);
    let is_not = |n, question: &str, is: &str, is_not: &str, difference: &str| IsNot {
        id: LineId(n),
        question: question.to_owned(),
        is: scene.house_words(is),
        is_not: House(is_not.to_owned()),
        difference: House(difference.to_owned()),
    };
    Problem {
        statement: scene.house_words(&statement),
        told: scene.told(&statement, trouble.said_en),
        what: House(trouble.zh.to_owned()),
        when: House(format!("{} 客户发现", scene.case.head.received.day(scene.house.calendar.zone()))),
        where_: House("客户装配线；我司二车间 3 号线生产".to_owned()),
        who: House(story.contact(scene.house).0.clone()),
        why: House(trouble.effect.to_owned()),
        how: House("客户来料抽检，目视与量具".to_owned()),
        how_many: scene.house_words("{n}/{of}"),
        is_not: vec![
            is_not(1, "哪一批", "{lot}", "前后批次", "换模后第一批"),
            is_not(2, "哪个班次", "夜班", "白班", "夜班当日换人"),
        ],
        others: House("同系列产品共用设备，列入横向排查".to_owned()),
    }
}

pub(super) fn causes(scene: &Scene, dice: &mut Dice) -> Causes {
    let (story, trouble) = (scene.story, scene.story.trouble);
    let mut whys: Vec<Why> = vec![];
    let mut chain = |branch: Branch, steps: &[&str], bone: Bone| {
        for (n, step) in steps.iter().enumerate() {
            let root = n + 1 == steps.len();
            whys.push(Why {
                id: LineId(whys.len() as i64 + 1),
                branch: Some(branch),
                cause: House(scene.again((*step).to_owned())),
                bone: root.then_some(bone),
                standing: Some(Standing::Confirmed),
            });
        }
    };
    chain(Branch::Occurrence, &trouble.whys, trouble.bone);
    chain(Branch::Escape, &shared::ESCAPES[story.escape], Bone::Measurement);
    chain(Branch::System, &shared::SYSTEMS[story.system], Bone::Management);
    let twig = |n: usize, bone, cause: &str, standing| Twig {
        id: LineId(n as i64 + 1),
        bone: Some(bone),
        cause: House(cause.to_owned()),
        standing: Some(standing),
    };
    let bones = vec![
        twig(0, trouble.bone, trouble.whys[1], Standing::Confirmed),
        twig(1, trouble.bone, trouble.whys[0], Standing::Confirmed),
        twig(2, Bone::People, "新员工上岗不足一个月", Standing::Excluded),
        twig(3, Bone::Environment, "夜班照度偏低", if dice.percent(50) { Standing::Open } else { Standing::Excluded }),
        twig(4, Bone::Measurement, shared::ESCAPES[story.escape][0], Standing::Confirmed),
        twig(5, Bone::Material, "来料批次更换", Standing::Excluded),
        twig(6, Bone::Management, shared::SYSTEMS[story.system][1], Standing::Confirmed),
    ];
    let (_, responsible) = scene.responsible();
    let by = [scene.house.account("qe"), responsible];
    let by = by.iter().enumerate().map(|(n, who)| Analyst { id: LineId(n as i64 + 1), who: Some(Who::Account(*who)) });
    let said = format!("经分析，{}；根本原因为：{}。", trouble.whys[0], trouble.whys[3]);
    Causes {
        whys,
        bones,
        changed: House((*dice.pick(&["换模后第一批", "夜班换人", "更换供应商批次", "无明显变化"])).to_owned()),
        verification: House(format!("按疑似条件复现 {} 件，不良再现；恢复条件后 0 件。", dice.between(10, 50))),
        reproducible: Some(YesNo::Yes),
        told: scene.told(&said, &format!("Root cause was found and reproduced. {}", trouble.said_en)),
        by: by.collect(),
        on: Some(scene.day(0)),
        files: vec![],
    }
}

pub(super) fn responsibility(scene: &Scene, dice: &mut Dice) -> Responsibility {
    let (code, _) = scene.responsible();
    let first = scene.house.department(code);
    let mut departments = vec![first];
    if dice.percent(25) && code != "CY" {
        departments.push(scene.house.department("CY"));
    }
    let percents: &[i64] = if departments.len() == 1 { &[100] } else { &[70, 30] };
    let share = |(n, department): (usize, &kesu_domain::id::DepartmentId)| Share {
        id: LineId(n as i64 + 1),
        department: Some(*department),
        percent: Some(percents[n]),
        agreed: Some(YesNo::Yes),
        ..Share::default()
    };
    let shares = departments.iter().enumerate().map(share).collect();
    Responsibility {
        shares,
        departments,
        penalised: None,
        reason: House(format!("根本原因：{}。", scene.story.trouble.whys[3])),
    }
}
