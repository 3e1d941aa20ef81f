//! The register 台账: one flat row a case, of all that lists filter, sort and count.

use crate::case::{Case, Head};
use crate::choice::Choice;
use crate::engine::Clock;
use crate::id::{AccountId, CustomerId, PlantId, ProcedureId};
use crate::people::Who;
use crate::section::{Complaint, Kind, Level, Validity};
use crate::time::{Date, Stamp};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One row of the register. Its words are those of the choices; names are looked up when it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RegisterRow {
    /// 案件编号
    pub number: String,
    /// Where.
    pub plant: PlantId,
    /// Under which version.
    pub procedure: ProcedureId,
    /// Where it stands.
    pub stage: String,
    /// `open`, `settled`, `closed`, `archived`, `withdrawn`, `merged`, `void`
    pub state: String,
    /// Counts going back.
    pub round: u32,
    /// 客户
    pub customer: Option<CustomerId>,
    /// 类别
    pub class: Option<String>,
    /// 等级
    pub severity: Option<String>,
    /// 路径
    pub track: Option<String>,
    /// 判定
    pub verdict: Option<String>,
    /// 负责人
    pub owner: Option<AccountId>,
    /// The customer's own number
    pub customer_no: String,
    /// First product line: name as said, and lot
    pub product: String,
    /// 批号
    pub lot: String,
    /// Code in the dictionary
    pub defect_code: String,
    /// What happened, cut to one line
    pub summary: String,
    /// 接收时间, and its day and month in the plant's zone, by which figures group
    pub received: Stamp,
    /// Day of receipt at the plant.
    pub received_on: Date,
    /// 登记时间
    pub registered: Stamp,
    /// The open task that falls due first, and when; the ball is with its holder
    pub next_task: Option<String>,
    /// Its deadline; none while its clock stands.
    pub next_due: Option<Stamp>,
    /// 客户侧关闭
    pub settled_at: Option<Stamp>,
    /// 结案
    pub closed_at: Option<Stamp>,
    /// 归档
    pub archived_at: Option<Stamp>,
    /// Seen only by those who take part.
    pub confidential: bool,
}

/// The row of a case. `clocks` are those of its open tasks.
pub fn register(c: &Case, clocks: &[Clock], zone: Tz) -> RegisterRow {
    let empty = Complaint::default();
    let said: &Complaint = c.get(Kind::Complaint).unwrap_or(&empty);
    let level: Option<&Level> = c.get(Kind::Level);
    let validity: Option<&Validity> = c.get(Kind::Validity);
    let line = said.lines.first();
    let next = clocks
        .iter()
        .filter(|clock| !clock.key.is_told())
        .min_by_key(|clock| (clock.fixed_due.is_none(), clock.fixed_due));
    let Head { number, plant, procedure, stage, state, round, received, registered, confidential, .. } = &c.head;
    RegisterRow {
        number: number.clone(),
        plant: *plant,
        procedure: *procedure,
        stage: stage.to_string(),
        state: state.word().to_owned(),
        round: *round,
        customer: said.customer,
        class: said.class.map(word),
        severity: level.and_then(|l| l.severity).map(word),
        track: level.and_then(|l| l.track).map(word),
        verdict: validity.and_then(|v| v.verdict).map(word),
        owner: level.and_then(|l| l.owner).or_else(|| receiver(c)).map(|id| c.head.now_for(id)),
        customer_no: said.customer_no.clone(),
        product: line.map(|l| l.name.clone()).unwrap_or_default(),
        lot: line.map(|l| l.lot.clone()).unwrap_or_default(),
        defect_code: said.defect_code.clone(),
        summary: super::one_line(if said.words.zh.is_empty() { &said.words.en } else { &said.words.zh }),
        received: *received,
        received_on: received.day(zone),
        registered: *registered,
        next_task: next.map(|clock| clock.key.task.to_string()),
        next_due: next.and_then(|clock| clock.fixed_due),
        settled_at: c.head.settled_at,
        closed_at: c.head.closed_at,
        archived_at: c.head.archived_at,
        confidential: *confidential,
    }
}

fn word(choice: impl Choice) -> String {
    choice.word().to_owned()
}

fn receiver(c: &Case) -> Option<AccountId> {
    c.tasks.first().and_then(|first| first.done_by.as_ref()).and_then(Who::account)
}
