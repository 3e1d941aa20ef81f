//! How a story is written.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A whole story.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// What happens, in a line.
    pub title: String,
    /// Number of the procedure.
    pub procedure: String,
    /// The company.
    pub org: String,
    /// Who has an account, with which posts.
    #[serde(rename = "account")]
    pub accounts: Vec<Account>,
    /// Departments of the plant.
    #[serde(default, rename = "department")]
    pub departments: Vec<Department>,
    /// Customers.
    #[serde(rename = "customer")]
    pub customers: Vec<Named>,
    /// Products.
    #[serde(default, rename = "product")]
    pub products: Vec<Named>,
    /// Who registers, and what the complaint says.
    pub register: Register,
    /// One after the other.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
    /// Columns of the register at the end.
    pub row: BTreeMap<String, toml::Value>,
    /// What was done by hand, where the story is about that.
    pub counts: Option<Counts>,
}

/// Somebody with an account.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// As typed at sign-in.
    pub login: String,
    /// 姓名
    pub name: String,
    /// Roles of the procedure.
    pub roles: Vec<String>,
    /// Code of their department.
    #[serde(default)]
    pub department: Option<String>,
}

/// A department of the plant.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Its code.
    pub code: String,
    /// 名称
    pub zh: String,
    /// English
    #[serde(default)]
    pub en: String,
    /// Login of its head.
    #[serde(default)]
    pub head: Option<String>,
}

/// A row of master data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// 名称
    pub zh: String,
    /// English
    #[serde(default)]
    pub en: String,
}

/// The complaint comes in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Login.
    pub who: String,
    /// Fields of the complaint.
    pub fill: toml::Table,
    /// What is to be seen then.
    #[serde(default)]
    pub then: Then,
}

/// One step.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What happens, for the reader.
    #[serde(default)]
    pub say: String,
    /// Login.
    pub who: String,
    /// The task of the procedure; empty where the step is about none.
    #[serde(default)]
    pub task: String,
    /// Which of several: the number of a line, the code of a department, the person whom the line names; or who is told,
    /// as `told:receiver`.
    #[serde(default)]
    pub slot: Option<toml::Value>,
    /// What is done.
    #[serde(default)]
    pub how: How,
    /// Files that the person brings to the case first, from `data/`.
    #[serde(default)]
    pub attach: Vec<String>,
    /// Fields by section or record.
    #[serde(default)]
    pub fill: BTreeMap<String, toml::Table>,
    /// The state in which a record is saved: `open` where it goes on.
    #[serde(default = "done")]
    pub state: String,
    /// In words: why changed, why not needed, why taken back.
    #[serde(default)]
    pub reason: String,
    /// The paper that was signed by hand.
    #[serde(default)]
    pub paper: Option<Paper>,
    /// For whom it is recorded.
    #[serde(default)]
    pub behalf: Option<Behalf>,
    /// The form that is issued.
    #[serde(default)]
    pub form: Option<Form>,
    /// A stage to go back to by hand.
    #[serde(default)]
    pub to: Option<String>,
    /// Every reason for which it is refused, as in [`crate::look::reasons`]; then nothing moves.
    #[serde(default)]
    pub refused: Vec<String>,
    /// What is to be seen then.
    #[serde(default)]
    pub then: Then,
}

fn done() -> String {
    "done".into()
}

/// What is done with the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Filled and done; signed with the password where the task signs.
    #[default]
    Do,
    /// Done without a signature, whatever the task asks for.
    Unsigned,
    /// Filled only.
    Save,
    /// Not needed, for a reason.
    NotNeeded,
    /// 补办: reported first, with how and to whom as the reason; done in writing later.
    Reported,
    /// Somebody lets the holder approve or verify their own work, for a reason.
    Excuse,
    /// The case is taken back by hand, for a reason.
    Reopen,
    /// A form is issued, twice: the second is the first.
    Issue,
}

/// Signed by hand on a printed form.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Name of the signer, or a login.
    pub who: String,
    /// Of whom.
    #[serde(default)]
    pub of: String,
    /// The form that is printed for it; none: the one that was printed last.
    #[serde(default)]
    pub form: Option<Form>,
    /// The scan, from `data/`.
    pub scan: String,
}

/// Recorded for somebody.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behalf {
    /// Name, or a login.
    pub who: String,
    /// Paper, phone, mail, and where it lies.
    pub source: String,
}

/// A printed form.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// e.g. `F-3`
    pub id: String,
    /// `zh`, `en`, `both`
    pub lang: String,
    /// Although words are missing in its language.
    #[serde(default)]
    pub accept_gaps: bool,
    /// Words that are to be read on it.
    #[serde(default)]
    pub reads: Vec<String>,
    /// Words that must not stand on it.
    #[serde(default)]
    pub hides: Vec<String>,
}

/// What is to be seen; what is not said is not looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Then {
    /// The stage; `archive` at the end.
    #[serde(default)]
    pub stage: Option<String>,
    /// How often the case went back, from 1.
    #[serde(default)]
    pub round: Option<u32>,
    /// `open`, `settled`, `closed`, `archived`
    #[serde(default)]
    pub state: Option<String>,
    /// Every open task, several rows once; without what somebody is merely told.
    #[serde(default)]
    pub open: Option<Vec<String>>,
    /// Tasks whose signature is void.
    #[serde(default)]
    pub void: Option<Vec<String>>,
    /// Tasks whose signature was set aside, several rounds once.
    #[serde(default)]
    pub set_aside: Option<Vec<String>>,
    /// What stands in fields: `plan.remedy = "exchange"`.
    #[serde(default)]
    pub shows: BTreeMap<String, toml::Table>,
}

/// Counted over the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Tasks done by somebody.
    pub tasks: u32,
    /// Fields that somebody filled, those of lines too.
    pub fields: u32,
}

impl Story {
    /// Reads one.
    ///
    /// # Errors
    /// No such file, or it says what nobody understands, with line and column.
    pub fn read(path: &Path) -> Result<Story> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        toml::from_str(&text).with_context(|| path.display().to_string())
    }

    /// Every story, by the name of its file.
    ///
    /// # Errors
    /// As [`Story::read`].
    pub fn all() -> Result<BTreeMap<String, Story>> {
        let mut all = BTreeMap::new();
        for entry in std::fs::read_dir(folder("scenarios"))? {
            let path = entry?.path();
            if path.extension().is_some_and(|ext| ext == "toml") {
                let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                all.insert(name, Story::read(&path)?);
            }
        }
        Ok(all)
    }
}

/// A folder beside this crate's sources.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
