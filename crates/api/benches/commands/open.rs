//! Lists of a house in which very much is open: ten thousand cases, of each several tasks for one person.

use crate::data::Desk;
use crate::raw::Raw;
use crate::table::{Aim, Table};
use crate::{Group, measure};
use serde_json::json;
use std::time::{Duration, Instant};

/// So many cases are open.
pub(crate) const OPEN: u64 = 10_000;

/// The lists that must stay quick, and what a changed calendar costs.
pub(crate) fn lists(group: &mut Group, table: &mut Table, desk: &Desk, raw: &Raw) {
    let within = Aim::Within(Duration::from_millis(10));
    let reads = Aim::Times(5.0);
    let now = desk.now();
    let mut line = |figure: &str, command: &'static str, asked: serde_json::Value, theirs: &dyn Fn(), aim: Aim| {
        let ours = measure(group, figure, || asked.clone(), |asked| drop(desk.read("qe", command, asked)));
        let theirs = measure(group, &format!("raw: {figure}"), || (), |()| theirs());
        table.line(figure, ours, Some(theirs), aim);
    };
    line("inbox of 100", "inbox_list", json!({}), &|| raw.inbox("role:qe@1"), within);
    line("board", "board", json!({}), &|| raw.board(&now), reads);
    line(
        "board of one stage, overdue",
        "board",
        json!({ "stage": "judge", "overdue": true }),
        &|| raw.board(&now),
        reads,
    );
    line("digest", "digest", json!({}), &|| raw.inbox("role:qe@1"), Aim::None);
    let begun = Instant::now();
    let saved = desk.off(&format!("{}-12-31", &now[..4]));
    println!("a changed calendar: {saved}, {:.1} s", begun.elapsed().as_secs_f64());
}
