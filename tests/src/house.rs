//! A data folder with the people and master data of a story.

use crate::program::{self, Calls, Ran};
use crate::story::{Account, Department, Named, Story};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;

/// The administrator, who is nobody in a story.
pub const ADMIN: &str = "admin";

/// The procedure that is in force in a new folder.
const FIRST: &str = "P-KS";

/// A folder that is gone when it is dropped.
pub struct House {
    /// Who is signed in; before the folder, so that they end first.
    seats: Mutex<BTreeMap<String, Calls>>,
    temp: TempDir,
    /// Accounts by login.
    pub accounts: BTreeMap<String, i64>,
    /// Departments by code.
    pub departments: BTreeMap<String, i64>,
    /// Customers by code.
    pub customers: BTreeMap<String, i64>,
    /// Products by code.
    pub products: BTreeMap<String, i64>,
    /// The plant.
    pub plant: i64,
}

/// The password of an account.
pub fn password(login: &str) -> String {
    format!("kesu-{login}-2026")
}

impl House {
    /// Makes an empty one.
    ///
    /// # Errors
    /// `kesu init` does not.
    pub fn new(org: &str) -> Result<House> {
        let temp = tempfile::tempdir()?;
        let dir = temp.path().join("data");
        let init = ["init", "--data", &text(&dir), "--org", org, "--admin", ADMIN];
        program::run(&password(ADMIN), &init)?.fine()?;
        let empty = BTreeMap::new;
        let (accounts, departments, customers, products) = (empty(), empty(), empty(), empty());
        let mut house = House { seats: Mutex::default(), temp, accounts, departments, customers, products, plant: 0 };
        let plants = house.call(ADMIN, "master_list", &json!({ "of": "plant" }))?;
        house.plant = plants["rows"][0]["id"].as_i64().context("a new folder has a plant")?;
        Ok(house)
    }

    /// Makes the one of a story.
    ///
    /// # Errors
    /// As above; or the story names what it does not have.
    pub fn of(story: &Story) -> Result<House> {
        let mut house = House::new(&story.org)?;
        if story.procedure != FIRST {
            house.call(ADMIN, "procedure_adopt", &json!({ "number": story.procedure }))?;
        }
        for department in &story.departments {
            house.add_department(department)?;
        }
        for account in &story.accounts {
            house.add_account(account)?;
        }
        for department in story.departments.iter().filter(|department| department.head.is_some()) {
            house.name_head(department)?;
        }
        let clerk = story.accounts.first().context("somebody has an account")?.login.clone();
        for customer in &story.customers {
            let id = house.add(&clerk, "master_save", "customer", customer, json!({}))?;
            house.customers.insert(customer.code.clone(), id);
        }
        for product in &story.products {
            let id = house.add(&clerk, "master_save", "product", product, json!({}))?;
            house.products.insert(product.code.clone(), id);
        }
        Ok(house)
    }

    /// Adds a department.
    ///
    /// # Errors
    /// The list refuses it.
    pub fn add_department(&mut self, department: &Department) -> Result<()> {
        let kept = self.call(ADMIN, "plant_save", &json!({ "row": self.department(department, None) }))?;
        let id = kept["id"].as_i64().with_context(|| format!("no id: {kept}"))?;
        self.departments.insert(department.code.clone(), id);
        Ok(())
    }

    /// Its head has an account by now.
    fn name_head(&self, department: &Department) -> Result<()> {
        let login = department.head.as_ref().context("no head")?;
        let head = self.accounts.get(login).with_context(|| format!("no account {login}"))?;
        let row = self.department(department, Some(*head));
        let id = self.departments[&department.code];
        self.call(ADMIN, "plant_save", &json!({ "id": id, "rev": 1, "row": row }))?;
        Ok(())
    }

    fn department(&self, named: &Department, head: Option<i64>) -> Value {
        let name = json!({ "zh": named.zh, "en": named.en });
        json!({ "kind": "department", "body": { "code": named.code, "name": name, "plant": self.plant, "head": head } })
    }

    /// Adds an account with its posts.
    ///
    /// # Errors
    /// The list refuses it.
    pub fn add_account(&mut self, account: &Account) -> Result<()> {
        let request = json!({
            "login": account.login, "name": account.name,
            "first_password": password(&account.login), "password": password(ADMIN),
        });
        let added = self.call(ADMIN, "account_add", &request)?;
        let id = added["done"]["account"].as_i64().with_context(|| format!("no account: {added}"))?;
        self.accounts.insert(account.login.clone(), id);
        for role in &account.roles {
            let code = account.department.as_ref();
            let department = code
                .map(|code| self.departments.get(code).with_context(|| format!("no department {code}")))
                .transpose()?;
            let post = json!({ "account": id, "role": role, "plant": self.plant, "department": department });
            self.call(ADMIN, "post_save", &json!({ "post": post }))?;
        }
        Ok(())
    }

    fn add(&self, who: &str, command: &str, kind: &str, named: &Named, more: Value) -> Result<i64> {
        let mut body = json!({ "code": named.code, "name": { "zh": named.zh, "en": named.en } });
        for (name, value) in more.as_object().into_iter().flatten() {
            body[name] = value.clone();
        }
        let kept = self.call(who, command, &json!({ "row": { "kind": kind, "body": body } }))?;
        kept["id"].as_i64().with_context(|| format!("no id: {kept}"))
    }

    /// The data folder.
    pub fn dir(&self) -> PathBuf {
        self.temp.path().join("data")
    }

    /// A folder beside it that goes with it.
    pub fn beside(&self) -> &Path {
        self.temp.path()
    }

    /// Runs a verb in the folder as somebody.
    ///
    /// # Errors
    /// The program could not be started.
    pub fn run_as(&self, login: &str, args: &[&str]) -> Result<Ran> {
        let dir = text(&self.dir());
        let args: Vec<&str> = args.iter().copied().chain(["--data", &dir, "--as", login]).collect();
        program::run(&password(login), &args)
    }

    /// Runs a verb of the folder itself.
    ///
    /// # Errors
    /// The program could not be started.
    pub fn run(&self, args: &[&str]) -> Result<Ran> {
        let dir = text(&self.dir());
        let args: Vec<&str> = args.iter().copied().chain(["--data", &dir]).collect();
        program::run(&password(ADMIN), &args)
    }

    /// Runs a command of the list, whatever comes of it. Who was asked for once stays signed in.
    ///
    /// # Errors
    /// The program could not be started.
    pub fn try_call(&self, login: &str, command: &str, request: &Value) -> Result<Ran> {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        if !seats.contains_key(login) {
            let dir = text(&self.dir());
            seats.insert(login.to_owned(), Calls::begin(&password(login), &["--data", &dir, "--as", login])?);
        }
        seats.get_mut(login).context("nobody sits there")?.call(command, request)
    }

    /// Signs everybody out, before something is done to the folder itself.
    pub fn all_leave(&self) {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Runs a command of the list that is to be done.
    ///
    /// # Errors
    /// It was not.
    pub fn call(&self, login: &str, command: &str, request: &Value) -> Result<Value> {
        let ran = self.try_call(login, command, request)?;
        ran.fine().with_context(|| format!("{login}: {command} {request}"))?.json()
    }

    /// Checks the evidence and the derived tables.
    ///
    /// # Errors
    /// Something is broken.
    pub fn verify(&self) -> Result<()> {
        for args in [&["verify"][..], &["verify", "--derived"]] {
            let ran = self.run(args)?;
            ensure!(ran.code == 0, "{args:?}: {}{}", ran.out, ran.err);
        }
        Ok(())
    }
}

/// A path as an argument.
pub fn text(path: &Path) -> String {
    path.display().to_string()
}
