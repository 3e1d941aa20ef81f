//! Master data 基础数据: plants, departments, customers, people at customers, products, accounts, calendars, settings.
//!
//! Each struct is the body of one sacred table (model § 3). How to add a field: a line here, with `#[serde(default)]`.

use crate::choice::Format;
use crate::id::{AccountId, CaseId, CustomerId, KeyId, PlantId};
use crate::people::FileDigest;
use crate::procedure::{Meaning, TaskId};
use crate::text::{Lang, Names};
use crate::time::{Date, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! bodies { ($( $(#[$m:meta])* pub struct $name:ident { $( $(#[$fm:meta])* $f:ident: $t:ty, )* } )*) => { $(
    $(#[$m])*
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
    #[serde(deny_unknown_fields)]
    pub struct $name { $( $(#[$fm])* pub $f: $t, )* }
)* } }

bodies! {
    /// A plant 工厂.
    pub struct Plant {
        /// Short code, e.g. `P1`.
        code: String,
        /// As printed in the head of the forms.
        name: Names,
        /// Unit below the name, e.g. 二厂.
        #[serde(default)] unit: Names,
        /// IANA zone, e.g. `Asia/Shanghai`.
        zone: String,
        /// ISO code, e.g. `CNY`.
        currency: String,
        /// The logo in the head of the forms.
        #[serde(default)] logo: Option<FileDigest>,
        /// Who is in charge of complaints here (M-5).
        #[serde(default)] in_charge: Option<AccountId>,
        /// Where customers complain, as published.
        #[serde(default)] contacts: Vec<PlantContact>,
    }
    /// A published way to complain; one of its means at least is filled.
    pub struct PlantContact {
        /// Desk or person, as published.
        #[serde(default)] name: String,
        /// 电话
        #[serde(default)] phone: String,
        /// 邮箱
        #[serde(default)] mail: String,
        /// QQ 号
        #[serde(default)] qq: String,
        /// 微信号
        #[serde(default)] wechat: String,
        /// 受理时间, and what else is said there.
        #[serde(default)] note: String,
    }
    /// A department 部门.
    pub struct Department {
        /// Short code.
        code: String,
        /// 名称
        name: Names,
        /// Where.
        plant: PlantId,
        /// 负责人
        #[serde(default)] head: Option<AccountId>,
    }
    /// A customer 客户.
    pub struct Customer {
        /// 客户编码
        code: String,
        /// 名称
        name: Names,
        /// Address, for the reply and for 820.35.
        #[serde(default)] address: String,
        /// Class of the customer, as the house counts them.
        #[serde(default)] class: String,
        /// The form of answer that this customer requires (M-10).
        #[serde(default)] format: Option<Format>,
        /// Language in which the customer is answered.
        #[serde(default)] language: Lang,
    }
    /// A person at a customer 联系人; the one place for them that is typed.
    pub struct Person {
        /// Whose.
        customer: CustomerId,
        /// 姓名
        name: String,
        /// 电话
        #[serde(default)] phone: String,
        /// 邮箱
        #[serde(default)] email: String,
    }
    /// A product 产品.
    pub struct Product {
        /// 料号
        code: String,
        /// 名称
        name: Names,
        /// 型号
        #[serde(default)] model: String,
        /// 图纸版本
        #[serde(default)] revision: String,
    }
    /// A named account; nobody shares one.
    pub struct Account {
        /// What is typed at sign-in; never used again for somebody else.
        login: String,
        /// 姓名, as printed beside signatures.
        name: String,
        /// May sign in.
        state: AccountState,
        /// Language of the screen.
        #[serde(default)] language: Lang,
        /// 职务, beside the posts that entitle.
        #[serde(default)] position: String,
        /// 技能: what this person can handle; assignment warns where it asks for another (M-5).
        #[serde(default)] skills: Vec<String>,
    }
    /// A signature, by account or from outside.
    pub struct Signature {
        /// Which case.
        case: CaseId,
        /// Which task row: task, slot, round.
        task: TaskId,
        /// Slot of the task row.
        #[serde(default)] slot: String,
        /// Round of the task row.
        round: u32,
        /// What signing said.
        meaning: Meaning,
        /// When.
        at: Stamp,
        /// The text that was signed, whole: it can be shown again as it was.
        manifest: String,
        /// Its SHA-256 in hex.
        digest: String,
        /// Who.
        by: Signer,
        /// The account, for finding; the same as in `by`.
        #[serde(default)] account: Option<AccountId>,
    }
    /// A form that was issued: a record, printed again with the same bytes.
    pub struct Issued {
        /// Check code, unique.
        code: String,
        /// Which case.
        case: CaseId,
        /// e.g. `F-3`
        form: String,
        /// Form number and version as printed.
        number: String,
        /// Version of the form.
        version: String,
        /// Languages on it.
        language: String,
        /// Which issue of this form, from 1.
        issue: u32,
        /// The manifest that it shows.
        manifest: String,
        /// Content digest over the manifest and the signatures shown, hex.
        content: String,
        /// Head of the case when it was issued.
        head: String,
        /// The PDF.
        file: FileDigest,
        /// When and by whom.
        at: Stamp,
        /// Who issued it.
        by: AccountId,
    }
    /// A file that a row claims.
    pub struct File {
        /// Its name in the store.
        sha256: FileDigest,
        /// e.g. `image/jpeg`
        media_type: String,
        /// Size.
        bytes: i64,
        /// Pixels, of pictures.
        #[serde(default)] pixels: Option<(u32, u32)>,
        /// The name under which it first came.
        name: String,
        /// The case it belongs to.
        #[serde(default)] case: Option<CaseId>,
        /// The other cases into which the same bytes were brought.
        #[serde(default, skip_serializing_if = "Vec::is_empty")] also: Vec<Brought>,
    }
    /// A file that was there already, brought into another case.
    pub struct Brought {
        /// Into which.
        case: CaseId,
        /// Under which name.
        name: String,
    }
    /// The file of a controlled document 受控文件 that a procedure cites, as the house keeps it (M-9).
    pub struct ControlledDocument {
        /// Number of the procedure that cites it, whatever its version.
        procedure: String,
        /// Its id there.
        document: String,
        /// Number that the house gave it, where it has one of its own.
        #[serde(default)] number: String,
        /// The version that this file is.
        #[serde(default)] version: String,
        /// The file.
        file: FileDigest,
        /// What it is called as a document: the same bytes may have another name in a case, which is nobody else's business.
        name: String,
    }
    /// A key of an account 密钥: what it signs with, and what its password opens. Its words are never in the history.
    pub struct Key {
        /// Whose.
        account: AccountId,
        /// SHA-256 of the public key, hex; how a signature names its key outside the folder.
        fingerprint: String,
        /// The public key that checks its signatures, hex.
        public: String,
        /// The public key to which envelopes are encrypted, hex.
        exchange: String,
        /// In use from.
        from: Stamp,
        /// In use until; signatures given before stay valid.
        #[serde(default)] until: Option<Stamp>,
        /// Why it was made: first, reset, recovered.
        why: String,
        /// Who stands for it: the key of an administrator. Shown as open until somebody does.
        #[serde(default)] endorsed: Option<Endorsement>,
        /// The private keys, as the password seals them.
        sealed: Sealed,
    }
    /// An administrator's word that a key belongs to its account.
    pub struct Endorsement {
        /// Whose key says so.
        by: KeyId,
        /// The signature, hex.
        signature: String,
    }
    /// Private keys under a password. Every text is lower-case hex.
    pub struct Sealed {
        /// Salt of the derivation.
        salt: String,
        /// Memory of the derivation, KiB.
        memory_kib: u32,
        /// Passes of the derivation.
        passes: u32,
        /// Lanes of the derivation.
        lanes: u32,
        /// Nonce of the encryption.
        nonce: String,
        /// The encrypted private keys and their tag.
        sealed: String,
    }
    /// One setting: the newest value under a name.
    pub struct Setting {
        /// Which.
        name: String,
        /// The typed value as JSON; read by the one place that owns the name.
        #[ts(type = "unknown")] value: serde_json::Value,
    }
    /// One version of a procedure as the plant keeps it.
    pub struct ProcedureText {
        /// 文件编号
        number: String,
        /// 版本
        version: String,
        /// The TOML, byte for byte.
        text: String,
        /// Draft, in force, or withdrawn.
        state: ProcedureState,
        /// Who approved it here.
        #[serde(default)] approved_by: Option<AccountId>,
        /// From when.
        #[serde(default)] effective: Option<Date>,
    }
}

impl ProcedureText {
    /// Stands behind the version of a draft that was dropped: no version of a document has it.
    pub const DROPPED: char = '~';

    /// A draft that was dropped: withdrawn, and never in force.
    pub fn is_dropped(&self) -> bool {
        self.version.contains(Self::DROPPED)
    }
    /// It is in force, will be, or was.
    pub fn was_issued(&self) -> bool {
        match self.state {
            ProcedureState::Draft => false,
            ProcedureState::Issued => true,
            ProcedureState::Withdrawn => !self.is_dropped(),
        }
    }
}

impl File {
    /// As this case knows it, if it was brought there. In which other cases it is, under which name, is nobody's business here.
    pub fn of(&self, case: CaseId) -> Option<File> {
        let name = match self.case {
            Some(first) if first == case => &self.name,
            _ => &self.also.iter().find(|brought| brought.case == case)?.name,
        };
        Some(File { name: name.clone(), case: Some(case), also: vec![], ..self.clone() })
    }
}

/// Whether an account may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// In use.
    Active,
    /// Left, or not to sign in any more; the name stays for what was signed.
    Disabled,
}

/// Where a version of a procedure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProcedureState {
    /// Being written.
    Draft,
    /// In force: new cases run on it.
    Issued,
    /// No new case runs on it; running ones keep it.
    Withdrawn,
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Signer {
    /// An account, with its key.
    Key {
        /// Whose.
        account: AccountId,
        /// Which of the account's keys.
        key: KeyId,
        /// The signature, hex.
        bytes: String,
    },
    /// A person without an account: name, scan, and a witness who has one.
    Outside {
        /// As the paper says.
        name: String,
        /// Of whom: department, customer, contractor.
        #[serde(default)]
        of: String,
        /// Date on the paper.
        on: Date,
        /// The scan.
        scan: FileDigest,
        /// Who recorded it.
        witness: AccountId,
    },
}
