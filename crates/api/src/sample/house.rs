//! The sample plant: its accounts with real keys, posts, departments, customers, contacts, products, procedures.

use super::content::Line;
use super::content::master::{CUSTOMERS, DEPARTMENTS, FOREIGN, GIVEN, PEOPLE, PRODUCTS, SURNAMES};
use super::dice::Dice;
use crate::app::App;
use crate::error::{ApiError, Result};
use crate::password::{Opened, current_key};
use crate::seat::Seat;
use kesu_domain::choice::Format;
use kesu_domain::id::{AccountId, CustomerId, DepartmentId, PlantId, ProcedureId, ProductId};
use kesu_domain::master::{
    Account, AccountState, Customer, Department, Endorsement, Key, Person, Plant, ProcedureState, ProcedureText,
    Product,
};
use kesu_domain::people::Post;
use kesu_domain::procedure::{BUILTIN, Proven};
use kesu_domain::text::{Lang, Names};
use kesu_domain::time::{Calendar, Date, Stamp};
use kesu_keys::{Password, endorsement_text, new_pair};
use kesu_store::door::Write;
use std::sync::Arc;

/// The name of the plant, by which every form shows that it is a sample.
pub(super) const PLANT: &str = "示例工厂";

/// Everything around the cases.
pub(super) struct House {
    pub(super) plant: PlantId,
    pub(super) calendar: Arc<Calendar>,
    pub(super) people: Vec<Worker>,
    pub(super) departments: Vec<(&'static str, DepartmentId)>,
    pub(super) customers: Vec<Buyer>,
    pub(super) products: Vec<Good>,
    pub(super) procedures: Vec<(ProcedureId, Arc<Proven>)>,
}

/// Somebody with an account and an open key.
pub(super) struct Worker {
    pub(super) login: &'static str,
    pub(super) seat: Seat,
    pub(super) key: Opened,
}

/// A customer with the people who call.
pub(super) struct Buyer {
    pub(super) id: CustomerId,
    pub(super) foreign: bool,
    pub(super) format: Option<Format>,
    pub(super) address: &'static str,
    pub(super) contacts: Vec<(String, String, String)>,
}

/// A product.
pub(super) struct Good {
    pub(super) id: ProductId,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    pub(super) code: String,
    pub(super) line: Line,
}

impl House {
    /// Furnishes a folder that `init` has just made.
    pub(super) fn furnish(app: &App, admin: &str, password: &str, seed: u64, now: Stamp) -> Result<House> {
        let command = app.command(None, "sample", now, None);
        app.folder.write(command, |db| {
            let plant = mark(db)?;
            let calendar = db.calendar(plant)?;
            let procedures = in_force(db, now.day(calendar.zone()))?;
            let accounts = accounts(app, db, admin, password)?;
            let departments = departments(db, plant, &accounts)?;
            posts(db, plant, &accounts, &departments, &procedures)?;
            let mut dice = Dice::new(seed, u64::MAX);
            let (customers, products) = (customers(db, &mut dice)?, products(db)?);
            let mut people = vec![];
            for (login, account, key) in accounts {
                people.push(Worker { login, seat: Seat::today(db, account, now)?, key });
            }
            Ok(House { plant, calendar, people, departments, customers, products, procedures })
        })
    }

    /// The account of that login; every login of the sample is there.
    pub(super) fn account(&self, login: &str) -> AccountId {
        self.people.iter().find(|person| person.login == login).map_or(AccountId(1), |person| person.seat.account)
    }

    /// The department of that code.
    pub(super) fn department(&self, code: &str) -> DepartmentId {
        self.departments.iter().find(|(known, _)| *known == code).map_or(DepartmentId(1), |(_, id)| *id)
    }
}

/// Every form of it says that it is no real plant.
fn mark(db: &mut Write) -> Result<PlantId> {
    let kept = db.list::<Plant>(&[])?.pop().ok_or_else(|| ApiError::internal("a new folder has no plant"))?;
    let body = Plant {
        name: Names { zh: PLANT.into(), en: "Sample plant".into() },
        unit: Names { zh: "示例数据".into(), en: "Sample data".into() },
        ..kept.body
    };
    db.put(kept.id, kept.rev, &body)?;
    Ok(kept.id)
}

/// Every built-in procedure, in force at this plant since the sample begins.
fn in_force(db: &mut Write, from: Date) -> Result<Vec<(ProcedureId, Arc<Proven>)>> {
    let known = db.list::<ProcedureText>(&[])?;
    let mut out = vec![];
    for (number, text) in BUILTIN {
        let id = match known.iter().find(|kept| kept.body.number == *number) {
            Some(kept) => {
                db.put(kept.id, kept.rev, &ProcedureText { effective: Some(from), ..kept.body.clone() })?;
                kept.id
            }
            None => {
                let proven = kesu_domain::procedure::load(text)
                    .map_err(|faults| ApiError::internal(format!("{number} is not proved: {faults:?}")))?;
                db.add(&ProcedureText {
                    number: proven.number.clone(),
                    version: proven.version.clone(),
                    text: (*text).to_owned(),
                    state: ProcedureState::Issued,
                    approved_by: None,
                    effective: Some(from),
                })?
            }
        };
        out.push((id, db.procedure(id)?));
    }
    Ok(out)
}

/// The administrator that `init` made, and the others with keys that it endorses.
fn accounts(app: &App, db: &mut Write, admin: &str, typed: &str) -> Result<Vec<(&'static str, AccountId, Opened)>> {
    let password = Password::typed(typed.to_owned());
    let account = db.find::<Account>(&[("login", &admin)])?.ok_or_else(|| ApiError::not_found("account"))?;
    db.put(account.id, account.rev, &Account { name: "吴敏".into(), ..account.body })?;
    let kept = current_key(db, account.id)?.ok_or_else(|| ApiError::not_found("key"))?;
    let open = kesu_keys::open(&kept.body.sealed, &kept.body.public, &password).map_err(ApiError::internal)?;
    let key = open.ok_or_else(|| ApiError::internal("the password of a moment ago is wrong"))?;
    let endorser = Opened { id: kept.id, kept, key };
    let mut out = vec![];
    for (login, name, ..) in PEOPLE {
        let (state, language) = (AccountState::Active, Lang::Zh);
        let account = db.add(&Account {
            login: (*login).into(),
            name: (*name).into(),
            state,
            language,
            position: String::new(),
            skills: vec![],
        })?;
        let new = new_pair(&|bytes| app.machine.random(bytes), &password, app.cost).map_err(ApiError::internal)?;
        let text = endorsement_text(app.folder_id(), login, &new.public, &new.exchange);
        let endorsed = Some(Endorsement { by: endorser.id, signature: endorser.key.sign(&text) });
        let (fingerprint, public, exchange, sealed) = (new.fingerprint, new.public, new.exchange, new.sealed);
        let (from, until, why) = (db.now, None, "new".to_owned());
        let id = db.add(&Key { account, fingerprint, public, exchange, from, until, why, endorsed, sealed })?;
        let kept = db.get::<Key>(id)?;
        out.push((*login, account, Opened { id, kept, key: new.open }));
    }
    out.push(("admin", account.id, endorser));
    Ok(out)
}

type Accounts = [(&'static str, AccountId, Opened)];

fn departments(db: &mut Write, plant: PlantId, accounts: &Accounts) -> Result<Vec<(&'static str, DepartmentId)>> {
    let mut out = vec![];
    for (code, zh, en, head) in DEPARTMENTS {
        let head = accounts.iter().find(|(login, ..)| login == head).map(|(_, id, _)| *id);
        let name = Names { zh: (*zh).into(), en: (*en).into() };
        out.push((*code, db.add(&Department { code: (*code).into(), name, plant, head })?));
    }
    Ok(out)
}

/// Each account holds the role that its line names; a role that no line names is held by the account of that name, else by
/// the quality engineer.
fn posts(
    db: &mut Write,
    plant: PlantId,
    accounts: &Accounts,
    departments: &[(&'static str, DepartmentId)],
    procedures: &[(ProcedureId, Arc<Proven>)],
) -> Result<()> {
    let (procedure, from, until, deputy_for) = (None, None, None, None);
    let mut give = |login: &str, role: &str| -> Result<()> {
        let Some((_, account, _)) = accounts.iter().find(|(known, ..)| *known == login) else { return Ok(()) };
        let code = PEOPLE.iter().find(|(known, ..)| *known == login).map(|(.., code)| *code);
        let department = departments.iter().find(|(known, _)| Some(*known) == code).map(|(_, id)| *id);
        let procedure = procedure.clone();
        db.add(&Post { account: *account, role: role.into(), procedure, plant, department, from, until, deputy_for })?;
        Ok(())
    };
    for (login, _, role, _) in PEOPLE {
        give(login, role)?;
    }
    let mut held: Vec<&str> = PEOPLE.iter().map(|(_, _, role, _)| *role).collect();
    for role in procedures.iter().flat_map(|(_, procedure)| &procedure.roles) {
        let role = role.id.as_str();
        if !held.contains(&role) {
            let namesake = PEOPLE.iter().find(|(login, ..)| *login == role).map_or("qe", |(login, ..)| login);
            give(namesake, role)?;
            held.push(role);
        }
    }
    Ok(())
}

fn customers(db: &mut Write, dice: &mut Dice) -> Result<Vec<Buyer>> {
    let formats = [None, Some(Format::EightD), Some(Format::Short), Some(Format::OwnEightD)];
    let mut out = vec![];
    for (n, (zh, en, foreign, address)) in CUSTOMERS.iter().enumerate() {
        let format = *dice.pick(&formats);
        let class = (*dice.pick(&["A", "B", "C"])).to_owned();
        let name = Names { zh: (*zh).into(), en: (*en).into() };
        let language = if *foreign { Lang::En } else { Lang::Zh };
        let (code, address_text) = (format!("C{:03}", n + 1), (*address).to_owned());
        let customer = db.add(&Customer { code, name, address: address_text, class, format, language })?;
        let mut contacts = vec![];
        for _ in 0..dice.between(1, 3) {
            let name = if *foreign {
                (*dice.pick(FOREIGN)).to_owned()
            } else {
                format!("{}{}", dice.pick(SURNAMES), dice.pick(GIVEN))
            };
            let phone = if *foreign {
                format!("+49 40 {}", dice.between(100_000, 999_999))
            } else {
                format!("1{}{:08}", dice.pick(&["38", "39", "50", "86"]), dice.between(0, 99_999_999))
            };
            let email = format!("q{}@c{:03}.example", contacts.len() + 1, n + 1);
            db.add(&Person { customer, name: name.clone(), phone: phone.clone(), email: email.clone() })?;
            contacts.push((name, phone, email));
        }
        out.push(Buyer { id: customer, foreign: *foreign, format, address, contacts });
    }
    Ok(out)
}

fn products(db: &mut Write) -> Result<Vec<Good>> {
    let mut out = vec![];
    for (n, (zh, en, line)) in PRODUCTS.iter().enumerate() {
        let code = format!("P-{:04}", 1000 + n * 7);
        let name = Names { zh: (*zh).into(), en: (*en).into() };
        let (model, revision) = (format!("M{:02}", n + 1), ["A", "B", "C"][n % 3].to_owned());
        let id = db.add(&Product { code: code.clone(), name, model, revision })?;
        out.push(Good { id, zh, en, code, line: *line });
    }
    Ok(out)
}
