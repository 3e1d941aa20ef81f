//! A data folder with the people of P-KS, a clock that stands still, and short ways to call the list.

use kesu_api::app::{App, Caller, RequestId};
use kesu_api::error::ApiError;
use kesu_api::folder::{Cost, NewFolder, init};
use kesu_api::machine::{Machine, StillMachine};
use kesu_domain::master::{ProcedureState, ProcedureText};
use kesu_domain::time::Stamp;
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

pub(crate) const PASSWORD: &str = "垃圾桶-400-只";

/// People with their posts, signed in, and a department.
pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) machine: Arc<StillMachine>,
    pub(crate) customer: i64,
    pub(crate) department: i64,
    tokens: BTreeMap<String, String>,
    pub(crate) accounts: BTreeMap<String, i64>,
    pub(crate) data: PathBuf,
    _dir: tempfile::TempDir,
}

pub(crate) fn stamp(text: &str) -> Stamp {
    text.parse().expect("a stamp")
}

/// A new folder with its administrator, in a directory that goes when it is dropped.
pub(crate) fn folder(now: &str) -> (tempfile::TempDir, PathBuf, Arc<StillMachine>) {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let machine = Arc::new(StillMachine::new(stamp(now), 7));
    let data = dir.path().join("data");
    let new = NewFolder { org: "俊德环卫设备有限公司", admin: "admin", password: PASSWORD };
    let as_machine: Arc<dyn Machine> = machine.clone();
    init(&data, &new, as_machine, Cost::TEST).expect("a new folder");
    (dir, data, machine)
}

impl Desk {
    /// sales, qe, dept, plant, gm and an auditor.
    pub(crate) fn new() -> Desk {
        Desk::at("2026-11-24T01:00:00.000Z")
    }

    /// The same at another moment.
    pub(crate) fn at(now: &str) -> Desk {
        let (dir, data, machine) = folder(now);
        let as_machine: Arc<dyn Machine> = machine.clone();
        let app = App::with_cost(&data, as_machine, Cost::TEST).expect("the folder opens");
        let (tokens, accounts) = (BTreeMap::new(), BTreeMap::new());
        let mut desk = Desk { app, machine, customer: 0, department: 0, tokens, accounts, data, _dir: dir };
        desk.sign_in("admin", PASSWORD);
        let department = json!({"code": "WELD", "name": {"zh": "焊接车间", "en": "Welding"}, "plant": 1, "head": null});
        let department = desk.done("admin", "plant_save", json!({"row": {"kind": "department", "body": department}}));
        desk.department = department["id"].as_i64().expect("an id");
        let people = [
            ("sales", "王丽"),
            ("qe", "李明"),
            ("dept", "赵强"),
            ("plant", "陈刚"),
            ("gm", "周总"),
            ("reader", "审核员"),
        ];
        for (role, name) in people {
            desk.hire(role, name, role);
        }
        let customer = json!({"code": "C001", "name": {"zh": "绿洲物业", "en": "Oasis Property"}, "address": "苏州市"});
        let customer = desk.done("sales", "master_save", json!({"row": {"kind": "customer", "body": customer}}));
        desk.customer = customer["id"].as_i64().expect("an id");
        desk
    }

    /// A procedure of the test's own is in force.
    pub(crate) fn put_in_force(&self, number: &str, text: &str) {
        let now = self.machine.now();
        let (zone, machine) = ("+08:00".into(), "still".into());
        let command = Command { actor: None, now, action: "test", reason: String::new(), request: None, zone, machine };
        let (number, version, text) = (number.into(), "A/0".into(), text.into());
        let state = ProcedureState::Issued;
        let issued = ProcedureText { number, version, text, state, approved_by: None, effective: None };
        let folder = Folder::open(&self.data, Box::new(|bytes| bytes.fill(3))).expect("a second process");
        folder.write::<_, Error>(command, |w| w.add(&issued)).expect("issued");
    }

    /// An account with one post, signed in.
    pub(crate) fn hire(&mut self, login: &str, name: &str, role: &str) -> i64 {
        let new = json!({"login": login, "name": name, "first_password": PASSWORD, "password": PASSWORD});
        let added = self.done("admin", "account_add", new);
        assert_eq!(added["is"], "done", "{added}");
        let account = added["done"]["account"].as_i64().expect("an id");
        let department = (role == "dept").then_some(self.department);
        let post = json!({"account": account, "role": role, "plant": 1, "department": department});
        self.done("admin", "post_save", json!({"post": post}));
        self.accounts.insert(login.into(), account);
        self.sign_in(login, PASSWORD);
        account
    }

    pub(crate) fn sign_in(&mut self, login: &str, password: &str) {
        let answer = self.call_as(None, "sign_in", json!({"login": login, "password": password})).expect("an answer");
        let token = answer["token"].as_str().unwrap_or_else(|| panic!("{answer}"));
        self.tokens.insert(login.into(), token.into());
    }

    pub(crate) fn caller(&self, login: &str) -> Caller {
        Caller { token: self.tokens.get(login).cloned(), device: "test".into() }
    }

    fn call_as(&self, login: Option<&str>, name: &str, payload: Value) -> Result<Value, ApiError> {
        let caller = login.map(|login| self.caller(login)).unwrap_or_default();
        self.send(&caller, name, None, &payload.to_string())
    }

    /// A call as a transport makes it.
    pub(crate) fn send(
        &self,
        caller: &Caller,
        name: &str,
        request: Option<&str>,
        payload: &str,
    ) -> Result<Value, ApiError> {
        let payload: Box<RawValue> = serde_json::from_str(payload).expect("the transport has seen that it is JSON");
        let request = request.map(|id| RequestId::new(id).expect("a request id"));
        let answer = kesu_api::call(&self.app, caller, name, request, &payload)?;
        Ok(serde_json::from_str(answer.get()).expect("an answer is JSON"))
    }

    pub(crate) fn call(&self, login: &str, name: &str, payload: Value) -> Result<Value, ApiError> {
        self.call_as(Some(login), name, payload)
    }

    /// Calls, and it is done.
    pub(crate) fn done(&self, login: &str, name: &str, payload: Value) -> Value {
        self.call(login, name, payload).unwrap_or_else(|e| panic!("{login} {name}: {}", said(&e)))
    }

    /// Calls, and it is refused: the error as a form gets it.
    pub(crate) fn refused(&self, login: &str, name: &str, payload: Value) -> Value {
        match self.call(login, name, payload) {
            Ok(done) => panic!("{login} {name} was done: {done}"),
            Err(error) => said(&error),
        }
    }

    /// The six facts of a complaint, and what P-KS asks beside them.
    pub(crate) fn complaint(&self) -> Value {
        json!({"customer": self.customer, "channel": "phone", "class": "quality", "acknowledged": "yes", "samples": "no",
            "received_at": self.machine.now(),
            "words": {"zh": "十二只垃圾桶焊缝生锈，要求全部四百只更换", "en": ""},
            "demand": "replace", "lines": [{"name": "户外垃圾桶", "lot": "L2609", "delivered": 400, "defective": 12}]})
    }

    /// A registered complaint: its id.
    pub(crate) fn register(&self) -> i64 {
        let registered = self.done("sales", "case_register", json!({"complaint": self.complaint()}));
        assert_eq!(registered["missing"], json!([]));
        registered["case"].as_i64().expect("an id")
    }

    pub(crate) fn view(&self, login: &str, case: i64) -> Value {
        self.done(login, "case_get", json!({"case": case}))
    }

    /// The key of the open row of a task.
    pub(crate) fn key(&self, case: i64, task: &str) -> Value {
        let view = self.view("qe", case);
        let rows = view["tasks"].as_array().expect("tasks").clone();
        // Not of who is told, or was asked to sign beside: those have slots with a colon.
        let own = |row: &&Value| !row["row"]["slot"].as_str().unwrap_or("").contains(':');
        let row = rows.iter().rev().filter(own);
        let row = row.into_iter().find(|row| row["row"]["task"] == task && row["row"]["state"] != "superseded");
        let row = &row.unwrap_or_else(|| panic!("no row of {task}"))["row"];
        json!({"task": row["task"], "slot": row["slot"], "round": row["round"]})
    }

    /// Saves a section for a task, over whatever is there.
    pub(crate) fn section(&self, login: &str, case: i64, task: &str, kind: &str, body: Value) -> Value {
        self.try_section(login, case, task, kind, body, "").unwrap_or_else(|e| panic!("{login} {kind}: {}", said(&e)))
    }

    pub(crate) fn try_section(
        &self,
        login: &str,
        case: i64,
        task: &str,
        kind: &str,
        body: Value,
        reason: &str,
    ) -> Result<Value, ApiError> {
        let key = self.key(case, task);
        let slot = format!("{}/{}", key["task"].as_str().unwrap_or(""), key["slot"].as_str().unwrap_or(""));
        let view = self.view("qe", case);
        let of_kind = |row: &&Value| {
            let row_slot = row["row"]["slot"].as_str().unwrap_or("");
            let mine = if row_slot.is_empty() {
                row["counts"] == true
            } else {
                row_slot == slot && row["row"]["round"] == key["round"]
            };
            row["row"]["kind"] == kind && mine
        };
        let rev = view["sections"]
            .as_array()
            .and_then(|rows| rows.iter().find(of_kind))
            .map_or(json!(0), |row| row["rev"].clone());
        let section = json!({"kind": kind, "body": body});
        let request = json!({"case": case, "task": key, "rev": rev, "section": section, "reason": reason});
        self.call(login, "section_save", request)
    }

    /// Saves the record of a task.
    pub(crate) fn record(&self, login: &str, case: i64, task: &str, kind: &str, body: Value) -> Value {
        let record = json!({"kind": kind, "body": body});
        self.done(
            login,
            "record_save",
            json!({"case": case, "task": self.key(case, task), "rev": 0, "state": "done", "body": record}),
        )
    }

    /// Does a task that needs no signature.
    pub(crate) fn task(&self, login: &str, case: i64, task: &str) -> Value {
        self.done(login, "task_do", json!({"case": case, "task": self.key(case, task)}))
    }

    /// Signs a task.
    pub(crate) fn sign(&self, login: &str, case: i64, task: &str) -> Value {
        let answer = self.try_sign(login, case, task).unwrap_or_else(|e| panic!("{login} signs {task}: {}", said(&e)));
        assert_eq!(answer["is"], "done", "{answer}");
        answer["done"].clone()
    }

    pub(crate) fn try_sign(&self, login: &str, case: i64, task: &str) -> Result<Value, ApiError> {
        let key = self.key(case, task);
        let shown = self.call(login, "task_manifest", json!({"case": case, "task": key}))?;
        let (digest, head) = (&shown["digest"], &shown["head"]);
        let request = json!({"case": case, "task": key, "digest": digest, "head": head, "password": PASSWORD});
        self.call(login, "case_sign", request)
    }

    /// Judges: established, on this track.
    pub(crate) fn judge(&self, case: i64, track: &str) {
        self.section(
            "qe",
            case,
            "judge",
            "validity",
            json!({"verdict": "partly", "reason": "焊缝防锈处理漏涂，理由成立；全部更换不合理"}),
        );
        self.section("qe", case, "judge", "level", json!({"severity": "ordinary", "track": track, "reason": "按规程"}));
        self.task("qe", case, "judge");
    }

    /// Places looked at.
    pub(crate) fn contain(&self, case: i64) {
        let places = json!([{"place": "finished", "stock": 120, "checked": 120, "ng": 4}]);
        self.section("qe", case, "contain", "containment", json!({"places": places}));
        self.task("qe", case, "contain");
    }

    /// On the CAPA track until the measures and the plan are there, and evaluated.
    pub(crate) fn until_approval(&self, case: i64) {
        self.contain(case);
        self.judge(case, "capa");
        self.record(
            "qe",
            case,
            "issue",
            "capa",
            json!({"source": "complaint", "fact": "焊缝两个月内生锈", "reply_due": "2026-11-30"}),
        );
        self.sign("qe", case, "issue");
        let whys = json!([{"branch": "occurrence", "cause": "焊后未补涂防锈底漆"}, {"branch": "escape", "cause": "出货检验不含焊缝"}]);
        self.section("qe", case, "analyse", "causes", json!({"whys": whys}));
        self.task("qe", case, "analyse");
        self.section("qe", case, "responsible", "responsibility", json!({"departments": [self.department]}));
        self.task("qe", case, "responsible");
        let dept = json!({"account": self.accounts["dept"]});
        let lines =
            json!([{"kind": "corrective", "what": "增加焊后补漆工序", "cause": 1, "owner": dept, "due": "2026-12-15"}]);
        self.section("dept", case, "measures", "actions", json!({"lines": lines}));
        self.sign("dept", case, "measures");
        self.section(
            "sales",
            case,
            "plan",
            "plan",
            json!({"remedy": "exchange", "told": {"zh": "更换12只", "en": ""}, "cost": 360000}),
        );
        self.task("sales", case, "plan");
        self.section("dept", case, "evaluate_dept", "evaluation", json!({"feasible": "yes"}));
        self.task("dept", case, "evaluate_dept");
    }
}

/// An error as a form gets it.
pub(crate) fn said(error: &ApiError) -> Value {
    serde_json::to_value(error).expect("an error is JSON")
}

/// The reasons in a refusal.
pub(crate) fn whys(refusal: &Value) -> Vec<String> {
    let blocked = refusal["blocked"].as_array().unwrap_or_else(|| panic!("{refusal}"));
    blocked.iter().map(|one| one["why"].as_str().unwrap_or_default().to_owned()).collect()
}
