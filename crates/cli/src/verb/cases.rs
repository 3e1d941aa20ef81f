//! `kesu cases`: the register 台账, by filter.

use crate::args::As;
use crate::out::{self, Done, Result};
use crate::session::Session;
use crate::{speech, table};
use kesu_api::machine::{Machine, RealMachine};
use kesu_domain::case::CaseState;
use kesu_domain::path::Target;
use kesu_domain::procedure::{Procedure, StageId, TaskId};
use kesu_domain::section::Kind;
use kesu_domain::text::{Lang, Names};
use kesu_domain::time::Stamp;
use kesu_domain::words;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The longest page that the list gives.
const PAGE: u32 = 500;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Cases {
    #[command(flatten)]
    pub(crate) seat: As,
    /// As JSON
    #[arg(long)]
    json: bool,
    /// Only cases in this stage
    #[arg(long, value_name = "S")]
    stage: Option<String>,
    /// Only cases with an open task past its deadline
    #[arg(long)]
    overdue: bool,
    /// Only cases that contain all these words
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
}

/// A page, read only as far as it is shown; `--json` prints the rows as they came.
#[derive(Deserialize)]
struct Page {
    rows: Vec<Value>,
    next: Option<Value>,
}

/// What is shown of a row.
#[derive(Deserialize)]
struct Row {
    number: String,
    procedure: i64,
    stage: StageId,
    state: CaseState,
    customer: Option<i64>,
    class: Option<String>,
    next_task: Option<TaskId>,
    next_due: Option<Stamp>,
}

/// Names for what rows carry as ids.
struct Known {
    customers: BTreeMap<i64, Names>,
    procedures: BTreeMap<i64, Procedure>,
}

impl Cases {
    /// Prints the page.
    pub(crate) fn run(&self) -> Result<Done> {
        let session = Session::begin(&self.seat)?;
        let (rows, next) = self.rows(&session)?;
        if self.json {
            out::json(&json!({ "rows": rows, "next": next }))?;
            return Ok(Done::Fine);
        }
        let rows = rows.into_iter().map(serde_json::from_value::<Row>).collect::<std::result::Result<Vec<_>, _>>();
        let rows = rows.map_err(crate::fault::Fault::internal)?;
        let names = Known::of(&session, &rows)?;
        let lang = speech::lang();
        let heads = ["number", "customer", "class", "stage", "holder", "due", "overdue"];
        let head = heads.iter().map(|key| speech::cli(lang, &format!("cases.{key}"), &[])).collect();
        let lines = rows.iter().map(|row| names.line(lang, row));
        out::line(table::columns(&std::iter::once(head).chain(lines).collect::<Vec<_>>()))?;
        if next.is_some() {
            out::line(speech::cli(lang, "cases.more", &[("limit", &self.limit.to_string())]))?;
        }
        Ok(Done::Fine)
    }

    /// Page after page, until there are enough.
    fn rows(&self, session: &Session) -> Result<(Vec<Value>, Option<Value>)> {
        let mut rows = vec![];
        let mut after: Option<Value> = None;
        loop {
            let left = self.limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
            // A limit of none is passed on as it is: the list says what is wrong with it.
            if left == 0 && !rows.is_empty() {
                return Ok((rows, after));
            }
            let request = json!({
                "stage": self.stage, "overdue": self.overdue, "search": self.search.as_deref().unwrap_or(""),
                "limit": left.min(PAGE), "after": after,
            });
            let page: Page = session.ask("register_list", &request)?;
            rows.extend(page.rows);
            after = page.next;
            if after.is_none() {
                return Ok((rows, None));
            }
        }
    }
}

impl Known {
    fn of(session: &Session, rows: &[Row]) -> Result<Known> {
        #[derive(Deserialize)]
        struct Master {
            rows: Vec<MasterRow>,
        }
        #[derive(Deserialize)]
        struct MasterRow {
            id: i64,
            row: MasterBody,
        }
        #[derive(Deserialize)]
        struct MasterBody {
            body: Named,
        }
        #[derive(Deserialize)]
        struct Named {
            name: Names,
        }
        let mut names = Known { customers: BTreeMap::new(), procedures: BTreeMap::new() };
        if rows.iter().any(|row| row.customer.is_some()) {
            let master: Master = session.ask("master_list", &json!({ "of": "customer" }))?;
            names.customers = master.rows.into_iter().map(|row| (row.id, row.row.body.name)).collect();
        }
        for row in rows {
            if let Entry::Vacant(place) = names.procedures.entry(row.procedure) {
                place.insert(session.procedure(row.procedure)?);
            }
        }
        Ok(names)
    }

    fn line(&self, lang: Lang, row: &Row) -> Vec<String> {
        let procedure = self.procedures.get(&row.procedure);
        let customer = row.customer.and_then(|id| self.customers.get(&id));
        let class = row.class.as_deref().unwrap_or_default();
        let stage = match (row.state, procedure.and_then(|p| p.stage(&row.stage))) {
            (CaseState::Archived | CaseState::Withdrawn | CaseState::Merged | CaseState::Void, _) => {
                words::case_state(lang, row.state).to_owned()
            }
            (CaseState::Open | CaseState::Settled | CaseState::Closed, Some(stage)) => stage.name.get(lang).to_owned(),
            (CaseState::Open | CaseState::Settled | CaseState::Closed, None) => row.stage.to_string(),
        };
        let task = procedure.zip(row.next_task.as_ref()).and_then(|(p, id)| p.task(id));
        let or = words::word(lang, "by.or").unwrap_or_default();
        let holder = task.map(|task| {
            let names: Vec<String> = task.by.iter().map(|by| words::by(lang, by, procedure)).collect();
            names.join(or)
        });
        let late = row.next_due.is_some_and(|due| due < RealMachine.now());
        let overdue = words::choice(lang, "yes_no", if late { "yes" } else { "no" }).unwrap_or_default();
        vec![
            row.number.clone(),
            customer.map(|names| names.get(lang).to_owned()).unwrap_or_default(),
            words::chosen(lang, Target::Section(Kind::Complaint), "class", class).unwrap_or(class).to_owned(),
            stage,
            holder.unwrap_or_default(),
            row.next_due.map(speech::moment).unwrap_or_default(),
            overdue.to_owned(),
        ]
    }
}
