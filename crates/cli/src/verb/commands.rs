//! `kesu commands`: the list.

use crate::out::{self, Done, Result};
use crate::table;
use serde::Serialize;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Commands {
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// One command as JSON.
#[derive(Serialize)]
struct Line {
    name: &'static str,
    group: &'static str,
    door: kesu_api::Door,
    permission: kesu_api::permission::Permission,
    request: String,
    response: String,
    about: &'static str,
}

impl Commands {
    /// Prints the list.
    pub(crate) fn run(&self) -> Result<Done> {
        let lines = kesu_api::COMMANDS.iter().map(|command| Line {
            name: command.name,
            group: command.group.0,
            door: command.door,
            permission: command.permission,
            request: (command.request.name)(),
            response: (command.response.name)(),
            about: command.about,
        });
        if self.json {
            out::json(&lines.collect::<Vec<_>>())?;
        } else {
            let rows: Vec<Vec<String>> = lines
                .map(|line| {
                    vec![line.name.into(), word(&line.door), word(&line.permission), line.request, line.response]
                })
                .collect();
            out::line(table::columns(&rows))?;
        }
        Ok(Done::Fine)
    }
}

/// The name of a door or a permission, as in JSON.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
