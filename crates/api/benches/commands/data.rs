//! The folder that is measured, and calls to it.

use kesu_api::app::{App, Caller};
use kesu_api::machine::{Machine, RealMachine};
use kesu_api::sample::{Sample, make};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

const PASSWORD: &str = "bench-password";

/// A sample, open, with people signed in.
pub(crate) struct Desk {
    pub(crate) dir: PathBuf,
    /// What its evidence takes on disk.
    pub(crate) bytes: u64,
    /// How long it took to make, when this run made it.
    pub(crate) made: Option<Duration>,
    app: App,
    sales: Caller,
    qe: Caller,
    admin: Caller,
}

impl Desk {
    /// The sample of that size, made now or by an earlier run of the same program version.
    pub(crate) fn open(cases: u64) -> Desk {
        Desk::of(&cases.to_string(), cases, 0)
    }

    /// The house of a sample with so many complaints registered in it, all of them open.
    pub(crate) fn with_open(cases: u64) -> Desk {
        Desk::of(&format!("open-{cases}"), 0, cases)
    }

    fn of(name: &str, cases: u64, open: u64) -> Desk {
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"));
        let dir = target.join("bench-data").join(format!("{name}-{}", env!("CARGO_PKG_VERSION")));
        let made = (!dir.exists()).then(|| {
            let part = PathBuf::from(format!("{}.part", dir.display()));
            let _ = std::fs::remove_dir_all(&part);
            std::fs::create_dir_all(dir.parent().unwrap()).unwrap();
            let begun = Instant::now();
            let sample = Sample { cases, full: cases.min(1000), seed: 1, password: PASSWORD.into() };
            make(&part, &sample, Arc::new(RealMachine), &mut |_, _| {}).unwrap();
            if open > 0 {
                let desk = Desk::signed_in(part.clone(), None);
                for _ in 0..open {
                    desk.register();
                }
            }
            let took = begun.elapsed();
            std::fs::rename(&part, &dir).unwrap();
            took
        });
        Desk::signed_in(dir, made)
    }

    fn signed_in(dir: PathBuf, made: Option<Duration>) -> Desk {
        let app = App::open(&dir, Arc::new(RealMachine)).unwrap();
        let bytes = std::fs::metadata(dir.join("kesu.db")).unwrap().len();
        let sign_in = |login: &str| {
            let asked = json!({ "login": login, "password": PASSWORD });
            let answer = call(&app, &Caller::default(), "sign_in", &asked);
            Caller { token: answer["token"].as_str().map(str::to_owned), device: "bench".into() }
        };
        let (sales, qe, admin) = (sign_in("sales"), sign_in("qe"), sign_in("admin"));
        Desk { dir, bytes, made, app, sales, qe, admin }
    }

    fn caller(&self, login: &str) -> &Caller {
        match login {
            "sales" => &self.sales,
            "admin" => &self.admin,
            _ => &self.qe,
        }
    }

    /// Now, as rows of lists are written.
    pub(crate) fn now(&self) -> String {
        RealMachine.now().to_string()
    }

    /// Takes one more day off in its year; what that reached.
    pub(crate) fn off(&self, day: &str) -> String {
        let year: i32 = day[..4].parse().unwrap();
        let known = self.call("admin", "calendar_get", json!({ "plant": 1, "year": year }));
        let mut own = known["own"].clone();
        if own.is_null() {
            own = json!({ "plant": 1, "year": year, "off": [], "work": [], "shifts": [], "source": "bench" });
        }
        let off = own["off"].as_array_mut().unwrap();
        let at = off.iter().position(|known| known == day);
        match at {
            Some(at) => drop(off.remove(at)),
            None => off.push(json!(day)),
        }
        let saved = self.call("admin", "calendar_save", json!({ "id": known["id"], "rev": known["rev"], "year": own }));
        format!("{} of {} open cases changed", saved["changed"], saved["open"])
    }

    /// A command with its answer read.
    pub(crate) fn call(&self, login: &str, name: &str, payload: Value) -> Value {
        call(&self.app, self.caller(login), name, &payload)
    }

    /// A command with its answer as it goes to the transport.
    pub(crate) fn read(&self, login: &str, name: &str, payload: Value) -> Box<RawValue> {
        send(&self.app, self.caller(login), name, &payload)
    }

    /// What somebody types when a complaint comes in.
    pub(crate) fn complaint(&self) -> Value {
        json!({
            "customer": 9, "channel": "phone", "class": "quality", "contact": "张敏", "phone": "13812345678",
            "words": { "zh": "装了不到两个月,焊缝处就生锈了,400 个里有 12 个,要求全部更换。", "en": "" },
            "lines": [{ "id": 1, "product": 46, "name": "分类垃圾桶 240L", "lot": "260901-03", "delivered": 400, "defective": 12 }],
            "acknowledged": "no", "samples": "yes", "demand": "replace",
        })
    }

    /// Registers a complaint; returns its id.
    pub(crate) fn register(&self) -> i64 {
        self.call("sales", "case_register", json!({ "procedure": "P-KS", "complaint": self.complaint() }))["case"]
            .as_i64()
            .unwrap()
    }

    /// Cases that are closed: full ones and short ones, as they come.
    pub(crate) fn archived(&self) -> Vec<i64> {
        let page = self.call("qe", "register_list", json!({ "state": "archived", "limit": 300 }));
        page["rows"].as_array().unwrap().iter().map(|row| row["case"].as_i64().unwrap()).collect()
    }

    /// A case whose CAPA report has grown long, and is not archived yet.
    pub(crate) fn form(&self) -> Option<Form> {
        ["summary", "visit", "standardise", "effect", "implement"].iter().find_map(|stage| {
            let page = self.call("qe", "register_list", json!({ "stage": stage, "limit": 200 }));
            // The factory's own procedure prints it; of the others not all do.
            let is_ours = |row: &&Value| row["number"].as_str().is_some_and(|number| number.starts_with("KS-"));
            let case = page["rows"].as_array()?.iter().find(is_ours)?["case"].as_i64()?;
            let view = self.call("qe", "case_get", json!({ "case": case }));
            let plan = view["sections"].as_array()?.iter().rfind(|row| row["row"]["kind"] == "plan")?;
            let (rev, body) = (plan["rev"].as_i64()?, plan["row"]["body"].clone());
            Some(Form { case, rev, body, times: 0, sentences: 0 })
        })
    }
}

/// The CAPA report of one case. A form that shows nothing new is not drawn again: so something in it is changed each time.
pub(crate) struct Form {
    case: i64,
    rev: i64,
    body: Value,
    times: u64,
    /// What the customer was told is so long.
    sentences: usize,
}

/// So many pages the report has.
const PAGES: usize = 3;

impl Form {
    /// Changes the plan, and returns the request for the form.
    pub(crate) fn change(&mut self, desk: &Desk) -> Value {
        self.times += 1;
        let stamp = std::process::id();
        let told = format!(
            "更换并补货,第 {stamp}-{} 次修订。{}",
            self.times,
            "焊缝逐条检查,补涂底漆后再喷面漆。".repeat(self.sentences)
        );
        self.body["told"] = json!({ "zh": told, "en": "" });
        let section = json!({ "kind": "plan", "body": self.body });
        let asked = json!({ "case": self.case, "rev": self.rev, "section": section, "reason": "修订" });
        self.rev = desk.call("qe", "section_save", asked)["rev"].as_i64().unwrap();
        json!({ "case": self.case, "form": "F-3", "language": "zh", "accept_gaps": true })
    }

    /// How many pages it has, made as long as it is to be.
    pub(crate) fn pages(&mut self, desk: &Desk) -> usize {
        loop {
            let pages = self.drawn(desk);
            if pages >= PAGES {
                return pages;
            }
            self.sentences += 5;
        }
    }

    fn drawn(&mut self, desk: &Desk) -> usize {
        let request = self.change(desk);
        let issued = desk.call("qe", "form_issue", request);
        let (_, bytes) = desk.app.paper(&desk.qe, issued["code"].as_str().unwrap()).unwrap();
        let is_page = |at: usize| bytes[at..].starts_with(b"/Type/Page") && bytes.get(at + 10) != Some(&b's');
        (0..bytes.len()).filter(|at| is_page(*at)).count()
    }
}

fn call(app: &App, caller: &Caller, name: &str, payload: &Value) -> Value {
    serde_json::from_str(send(app, caller, name, payload).get()).unwrap()
}

fn send(app: &App, caller: &Caller, name: &str, payload: &Value) -> Box<RawValue> {
    let payload = serde_json::value::to_raw_value(payload).unwrap();
    kesu_api::call(app, caller, name, None, &payload).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}
