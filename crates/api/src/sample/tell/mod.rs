//! From a story to the bodies of a case: what people would have typed.
//!
//! A kind that nothing is told about stays empty and is filled by its types (see [`super::write`]): that is why the two
//! lists below end in a name for all others, and why a new kind needs no line here.

mod answer;
mod cause;
mod judge;
mod measure;

use super::content::shared;
use super::dice::Dice;
use super::pace::day_after;
use super::write::Scene;
use kesu_domain::choice::{CapaSource, Choice, Satisfied, YesNo};
use kesu_domain::fact::Fact;
use kesu_domain::id::{AccountId, LineId};
use kesu_domain::people::Who;
use kesu_domain::record::{ActionProgress, Capa, Communication, FollowUp, Record, RecordKind, Sample};
use kesu_domain::section::{Actions, Complaint, Kind, Section};
use kesu_domain::text::{House as ForHouse, Told};
use kesu_domain::time::Date;

/// A section as somebody would have filled it.
pub(super) fn section(scene: &Scene, kind: Kind, dice: &mut Dice) -> Section {
    match kind.empty() {
        Section::Complaint(_) => {
            let known: Option<&Complaint> = scene.case.get(Kind::Complaint);
            let anew = || scene.story.complaint(scene.house, scene.case.head.received, false, dice);
            known.cloned().unwrap_or_else(anew).into()
        }
        Section::Containment(_) => judge::containment(scene, dice).into(),
        Section::Validity(_) => judge::validity(scene, dice).into(),
        Section::Level(_) => judge::level(scene).into(),
        Section::Explanation(_) => judge::explanation(scene, dice).into(),
        Section::Investigation(_) => judge::investigation(scene, dice).into(),
        Section::Team(_) => cause::team(scene).into(),
        Section::Problem(_) => cause::problem(scene).into(),
        Section::Causes(_) => cause::causes(scene, dice).into(),
        Section::Responsibility(_) => cause::responsibility(scene, dice).into(),
        Section::Plan(_) => measure::plan(scene, dice).into(),
        Section::Actions(_) => measure::actions(scene, dice).into(),
        Section::Evaluation(_) => measure::evaluation(scene, dice).into(),
        Section::Approval(_) => measure::approval(scene, dice).into(),
        Section::Standardisation(_) => measure::standardisation(scene, dice).into(),
        Section::Reply(_) => answer::reply(scene, dice).into(),
        Section::Effectiveness(_) => answer::effectiveness(scene, dice).into(),
        Section::Summary(_) => answer::summary(scene, dice).into(),
        Section::Closure(_) => answer::closure(dice).into(),
        #[expect(clippy::allow_attributes, reason = "while every kind is told about, the last arm has nothing to take")]
        #[allow(unreachable_patterns, reason = "a kind that nothing is told about")]
        other => other,
    }
}

/// A record as somebody would have filled it.
pub(super) fn record(scene: &Scene, kind: RecordKind, dice: &mut Dice) -> Record {
    match kind.empty() {
        Record::Communication(_) => communication(scene, dice).into(),
        Record::Sample(_) => samples(scene, dice).into(),
        Record::ActionProgress(_) => progress(scene, dice).into(),
        Record::FollowUp(_) => follow_up(scene, dice).into(),
        Record::Capa(_) => capa(scene, dice).into(),
        #[expect(clippy::allow_attributes, reason = "while every kind is told about, the last arm has nothing to take")]
        #[allow(unreachable_patterns, reason = "a kind that nothing is told about")]
        other => other,
    }
}

impl Scene<'_> {
    fn house_words(&self, text: &str) -> ForHouse {
        ForHouse(self.story.tell(self.house, text))
    }
    fn told(&self, zh: &str, en: &str) -> Told {
        self.story.told(self.house, zh, en)
    }
    /// A day so many days from now.
    fn day(&self, days: i64) -> Date {
        day_after(&self.house.calendar, self.at, days)
    }
    fn person(&self, login: &str) -> Option<Who> {
        Some(Who::Account(self.house.account(login)))
    }
    fn me(&self) -> Option<Who> {
        Some(Who::Account(self.who))
    }
    /// The word of a fact that leads where the case is to go; what the story would say elsewhere.
    fn choose<T: Choice + serde::de::DeserializeOwned>(&self, fact: Fact, otherwise: T) -> T {
        let wished = self.wish(fact).map(|word| serde_json::from_value(serde_json::Value::from(word)));
        wished.and_then(Result::ok).unwrap_or(otherwise)
    }
    /// Said again in a later round, with what is new.
    fn again(&self, text: String) -> String {
        match self.case.head.round {
            0 | 1 => text,
            round => format!("{text}（第 {round} 轮修订）"),
        }
    }
    /// The department to which this trouble belongs, and an account in it.
    fn responsible(&self) -> (&'static str, AccountId) {
        use kesu_domain::choice::Class;
        let (code, login) = match self.story.trouble.class {
            Class::Quality | Class::Packaging => ("SC", "dept"),
            Class::Delivery | Class::Freight => ("CY", "logistics"),
            Class::Order | Class::Documents | Class::Service => ("YW", "sales"),
        };
        (code, self.house.account(login))
    }
}

fn communication(scene: &Scene, dice: &mut Dice) -> Communication {
    let (zh, en) = shared::RECEIPTS;
    let channel = (*dice.pick(&["邮件", "电话", "微信"])).to_owned();
    let with = scene.story.contact(scene.house).0.clone();
    Communication {
        channel,
        at: Some(scene.at),
        with,
        by: scene.me(),
        text: scene.told(zh, en),
        ..Communication::default()
    }
}

fn samples(scene: &Scene, dice: &mut Dice) -> Sample {
    let what = scene.story.tell(scene.house, "{p}，批号 {lot}，带不良标识");
    let received = dice.percent(70).then(|| scene.day(dice.between(1, 4)));
    let received_on = received.filter(|day| *day <= scene.day(0));
    let (pieces, asked_on) = (Some(dice.between(2, 10).min(scene.story.bad)), Some(scene.day(0)));
    Sample {
        what,
        pieces,
        asked_on,
        received_on,
        place: "品质部样品柜 3 层".into(),
        holder: scene.person("qe"),
        ..Sample::default()
    }
}

fn progress(scene: &Scene, dice: &mut Dice) -> ActionProgress {
    let line = scene.key.slot.parse().ok().map(LineId);
    let actions: Option<&Actions> = scene.case.get(Kind::Actions);
    let planned = actions.and_then(|actions| actions.lines.iter().find(|action| Some(action.id) == line));
    let what = planned.map(|action| action.what.0.clone()).unwrap_or_default();
    let proof = dice.pick(shared::EVIDENCE).replace("{n}", &dice.between(1000, 9999).to_string());
    ActionProgress {
        action: line,
        text: ForHouse(format!("已完成：{what}")),
        told: scene.told("已按计划完成。", "Done as planned."),
        done_on: Some(scene.day(0)),
        evidence: ForHouse(proof),
        first_batch: format!("{}-01", scene.day(1).0.format("%y%m%d")),
        ..ActionProgress::default()
    }
}

fn follow_up(scene: &Scene, dice: &mut Dice) -> FollowUp {
    let satisfied = scene.choose(Fact::Satisfied, Satisfied::Yes);
    let (score, words) = match satisfied {
        Satisfied::Yes => (dice.between(4, 5), shared::SATISFIED),
        Satisfied::No => (dice.between(1, 2), shared::NOT_SATISFIED),
    };
    let (with, words) = (scene.story.contact(scene.house).0.clone(), (*dice.pick(words)).to_owned());
    FollowUp { on: Some(scene.day(0)), by: scene.me(), with, satisfied: Some(satisfied), score: Some(score), words }
}

fn capa(scene: &Scene, dice: &mut Dice) -> Capa {
    let trouble = scene.story.trouble;
    let fact = format!("客户反映{{p}}{}：{{of}} 件中 {{n}} 件，批号 {{lot}}。{}。", trouble.zh, trouble.effect);
    let source = if scene.story.repeat { CapaSource::Repeat } else { CapaSource::Complaint };
    Capa {
        source: Some(source),
        issued_on: Some(scene.day(0)),
        reply_due: Some(scene.day(dice.between(5, 10))),
        from_department: Some(scene.house.department("PZ")),
        issued_by: Some(scene.house.account("qe")),
        fact: ForHouse(scene.again(scene.story.tell(scene.house, &fact))),
        immediate: scene.house_words("停发库存同批次，隔离并挂红牌；在途 {n} 件以上全部召回挑选。"),
        immediate_by: scene.person("dept"),
        immediate_at: Some(scene.at),
        immediate_verified_by: scene.person("qe"),
        plan_accepted: Some(YesNo::Yes),
        ..Capa::default()
    }
}
