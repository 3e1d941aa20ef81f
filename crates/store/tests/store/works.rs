//! A plant that works: P-KS in force, people with posts, and short words for what they do.

use crate::house::{House, at, command, house};
use kesu_domain::case::{Case, Head, SectionRow, TaskKey};
use kesu_domain::engine::{Actor, Doing, Moment, Step, advance, begin};
use kesu_domain::id::{AccountId, CaseId, DepartmentId, PlantId, ProcedureId};
use kesu_domain::master::{Department, Plant, ProcedureState, ProcedureText, Signature, Signer};
use kesu_domain::people::{Post, Who};
use kesu_domain::procedure::{BUILTIN, Meaning, Proven};
use kesu_domain::section::Section;
use kesu_domain::text::Names;
use kesu_domain::time::{Calendar, Stamp};
use kesu_store::case::Loaded;
use kesu_store::door::{Command, Read, Write};
use kesu_store::error::{Error, Result};
use kesu_store::folder::Folder;
use kesu_store::verify::{Break, Scope};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) const SALES: AccountId = AccountId(1);
pub(crate) const QE: AccountId = AccountId(2);
pub(crate) const READER: AccountId = AccountId(6);
/// Has an account and no post.
pub(crate) const NOBODY: AccountId = AccountId(9);

pub(crate) struct Works {
    pub(crate) house: House,
    pub(crate) procedure: Arc<Proven>,
    pub(crate) calendar: std::sync::Arc<Calendar>,
}

pub(crate) fn post(account: i64, role: &str, plant: i64) -> Post {
    Post {
        account: AccountId(account),
        role: role.into(),
        procedure: None,
        plant: PlantId(plant),
        department: Some(DepartmentId(account)),
        from: None,
        until: None,
        deputy_for: None,
    }
}

pub(crate) fn works() -> Works {
    let house = house();
    house.write(|w| {
        for (code, zone) in [("P1", "Asia/Shanghai"), ("P2", "Europe/Berlin")] {
            let (name, unit) = (Names::default(), Names::default());
            let (zone, currency) = (zone.into(), "CNY".into());
            w.add(&Plant {
                code: code.into(),
                name,
                unit,
                zone,
                currency,
                logo: None,
                in_charge: None,
                contacts: vec![],
            })?;
        }
        for (account, role) in [(1, "sales"), (2, "qe"), (3, "dept"), (4, "plant"), (5, "gm"), (6, "reader")] {
            w.add(&post(account, role, 1))?;
        }
        w.add(&Department { code: "D1".into(), name: Names::default(), plant: PlantId(1), head: Some(AccountId(7)) })?;
        let (number, text) = BUILTIN[0];
        let (version, state) = ("A/0".into(), ProcedureState::Issued);
        let text = text.to_owned();
        let number = number.to_owned();
        w.add(&ProcedureText { number, version, text, state, approved_by: None, effective: None })
    });
    Works::of(house)
}

/// The words of a complaint, in Chinese.
pub(crate) fn complaint(words: &str) -> Section {
    let body = json!({ "customer": 1, "channel": "phone", "received_at": at(0), "class": "quality",
        "words": { "zh": words }, "acknowledged": "yes", "samples": "no" });
    section("complaint", body)
}

pub(crate) fn section(kind: &str, body: Value) -> Section {
    serde_json::from_value(json!({ "kind": kind, "body": body })).unwrap()
}

pub(crate) fn row(section: Section, round: u32) -> SectionRow {
    SectionRow { id: None, slot: String::new(), round, section, extra: Default::default(), gone: Default::default() }
}

impl Works {
    fn of(house: House) -> Works {
        let found =
            house.folder.read(None, at(0), |r| Ok::<_, Error>((r.procedure(ProcedureId(1))?, r.calendar(PlantId(1))?)));
        let (procedure, calendar) = found.unwrap();
        Works { house, procedure, calendar }
    }

    /// The same plant, from another process. Its folder stays.
    pub(crate) fn opened(folder: Folder) -> Works {
        Works::of(House { folder, dir: tempfile::tempdir().unwrap() })
    }

    pub(crate) fn at(&self, now: Stamp) -> Moment<'_> {
        Moment { now, calendar: &self.calendar }
    }

    /// A case as it is when its first task is done.
    pub(crate) fn begun(&self, number: &str, words: &str, received: Stamp) -> Case {
        let head = Head::new(number.into(), PlantId(1), ProcedureId(1), received, received);
        let mut case = begin(&self.procedure, head, &self.at(received));
        case.sections.push(row(complaint(words), 1));
        self.done(&case, SALES, "sales", "register", received)
    }

    pub(crate) fn done(&self, case: &Case, who: AccountId, role: &str, task: &str, now: Stamp) -> Case {
        let (person, posts) = (Who::Account(who), [post(who.0, role, 1)]);
        let actor = Actor { who: &person, posts: &posts, heads: &[], recorded_by: None };
        let key = key(case, task);
        let doing = Doing { step: Step::Done, hand: None, signed: true, reason: "" };
        advance(&self.procedure, case, &actor, &key, &doing, &self.at(now)).unwrap()
    }

    /// A case that was registered a number of minutes after the beginning.
    pub(crate) fn register(&self, words: &str, minutes: i64) -> CaseId {
        self.register_as(words, minutes, |_| {})
    }

    pub(crate) fn register_as(&self, words: &str, minutes: i64, change: impl FnOnce(&mut Case)) -> CaseId {
        self.house.write(|w| {
            let number = w.next_number("KS", PlantId(1), 2026)?;
            let mut case = self.begun(&number, words, at(minutes));
            change(&mut case);
            w.add_case(&self.procedure, &case, &self.calendar)
        })
    }

    pub(crate) fn load(&self, id: CaseId) -> Loaded {
        self.read(None, |r| r.case(id))
    }

    pub(crate) fn read<T>(&self, actor: Option<AccountId>, f: impl FnOnce(&Read) -> Result<T>) -> T {
        self.house.folder.read(actor, at(0), f).unwrap()
    }

    pub(crate) fn save(&self, before: &Loaded, after: &Case) -> Result<Loaded> {
        self.house.folder.write(command("test"), |w| self.save_in(w, before, after))
    }

    pub(crate) fn save_in(&self, w: &mut Write, before: &Loaded, after: &Case) -> Result<Loaded> {
        w.save_case(before, after, &self.procedure, &self.calendar)
    }

    /// The same as the present case, with something done to it.
    pub(crate) fn change(&self, id: CaseId, change: impl FnOnce(&mut Case)) -> Loaded {
        let before = self.load(id);
        let mut after = before.case.clone();
        change(&mut after);
        self.save(&before, &after).unwrap()
    }

    pub(crate) fn derived_breaks(&self) -> Vec<Break> {
        let mut found = vec![];
        self.house.folder.verify(Scope::Derived(at(0)), &mut |one| found.push(one)).unwrap();
        found
    }
}

pub(crate) fn key(case: &Case, task: &str) -> TaskKey {
    case.tasks.iter().rfind(|row| row.task == task).unwrap().key()
}

pub(crate) fn by(actor: AccountId) -> Command {
    Command { actor: Some(actor), ..command("test") }
}

/// A signature for a task, by account, over this manifest.
pub(crate) fn signature(case: CaseId, key: &TaskKey, manifest: String) -> Signature {
    Signature {
        case,
        task: key.task.clone(),
        slot: key.slot.clone(),
        round: key.round,
        meaning: Meaning::Approved,
        at: at(0),
        manifest,
        digest: "00".into(),
        by: Signer::Key { account: QE, key: kesu_domain::id::KeyId(1), bytes: "00".into() },
        account: Some(QE),
    }
}
