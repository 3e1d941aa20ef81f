//! `kesu procedure`: the procedures that come with the program, and the proof of any file.

use crate::fault::Fault;
use crate::out::{self, Done, Result};
use crate::{speech, table};
use clap::Subcommand;
use kesu_api::error::ApiError;
use kesu_api::machine::RealMachine;
use kesu_api::staffing::{self, Gap};
use kesu_domain::procedure::{BUILTIN, By, Procedure, Stage, Task, load};
use kesu_domain::proof::{self, Fault as Flaw};
use kesu_domain::text::Lang;
use kesu_domain::words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The longest procedure that is read.
const LONGEST: u64 = 1 << 20;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct ProcedureVerb {
    #[command(subcommand)]
    does: Does,
}

#[derive(Debug, Subcommand)]
enum Does {
    /// The library of the program
    List,
    /// One of them: roles, stages, tasks, deadlines, ways
    Show {
        /// Its number, e.g. P-KS
        #[arg(value_name = "ID")]
        number: String,
        /// Its text, to be copied and changed
        #[arg(long)]
        toml: bool,
    },
    /// Proves files, and names each fault with place, line and reason
    Check {
        /// The files
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// With it: posts that nobody holds, quorums that cannot be met
        #[arg(long = "data", env = "KESU_DATA", value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

impl ProcedureVerb {
    /// The data folder, where one is named.
    pub(crate) fn dir(&self) -> Option<&Path> {
        match &self.does {
            Does::Check { files: _, dir } => dir.as_deref(),
            Does::List | Does::Show { .. } => None,
        }
    }

    /// Lists, shows or checks.
    pub(crate) fn run(&self) -> Result<Done> {
        let lang = speech::lang();
        match &self.does {
            Does::List => list(lang),
            Does::Show { number, toml } => show(lang, number, *toml),
            Does::Check { files, dir } => {
                let mut done = Done::Fine;
                for file in files {
                    if check(lang, file, dir.as_deref())? == Done::Found {
                        done = Done::Found;
                    }
                }
                Ok(done)
            }
        }
    }
}

fn list(lang: Lang) -> Result<Done> {
    let mut rows = vec![];
    for (number, text) in BUILTIN {
        let proven = load(text).map_err(|flaws| unproved(number, &flaws))?;
        let (version, effective) = (proven.version.clone(), proven.effective.to_string());
        rows.push(vec![(*number).to_owned(), version, effective, proven.title.get(lang).to_owned()]);
    }
    out::line(table::columns(&rows))?;
    Ok(Done::Fine)
}

fn show(lang: Lang, number: &str, toml: bool) -> Result<Done> {
    let text = BUILTIN.iter().find(|(known, _)| *known == number).map(|(_, text)| *text);
    let text = text.ok_or_else(|| ApiError::not_found(format!("procedure {number}")))?;
    if toml {
        out::line(text.trim_end())?;
        return Ok(Done::Fine);
    }
    let proven = load(text).map_err(|flaws| unproved(number, &flaws))?;
    out::line(format_args!("{} {} {}", proven.number, proven.version, proven.title.get(lang)))?;
    out::line(proven.purpose.get(lang))?;
    for stage in &proven.stages {
        out::line(format_args!("\n{} ({})", stage.name.get(lang), stage.id))?;
        let rows: Vec<Vec<String>> = stage.tasks.iter().map(|task| task_line(lang, &proven, task)).collect();
        out::line(table::columns(&rows))?;
        for way in ways(lang, &proven, stage) {
            out::line(way)?;
        }
    }
    Ok(Done::Fine)
}

fn task_line(lang: Lang, p: &Procedure, task: &Task) -> Vec<String> {
    let or = words::word(lang, "by.or").unwrap_or_default();
    let by: Vec<String> = task.by.iter().map(|by| words::by(lang, by, Some(p))).collect();
    let due = task.due.as_ref().map(|due| due.span.to_string()).unwrap_or_default();
    let signs = task.signs.as_ref().map(|signs| words::meaning(lang, signs.meaning)).unwrap_or_default();
    vec![format!("  {}", task.name.get(lang)), task.id.to_string(), by.join(or), due, signs.to_owned()]
}

fn ways(lang: Lang, p: &Procedure, stage: &Stage) -> Vec<String> {
    let name = |id| {
        p.stage(id)
            .map_or_else(|| words::case_state(lang, kesu_domain::case::CaseState::Archived), |s| s.name.get(lang))
    };
    let ways = stage.exits.iter().map(|exit| {
        let to: Vec<&str> = exit.to.iter().map(name).collect();
        let when = exit.when.iter().map(|(fact, said)| {
            let said: Vec<&str> =
                said.list().iter().map(|word| words::fact_word(lang, *fact, word).unwrap_or(word)).collect();
            format!("{} = {}", words::fact(lang, *fact), said.join(" / "))
        });
        let when = when.collect::<Vec<_>>().join(", ");
        let ends: Vec<&str> = exit.ends.iter().map(|end| words::end(lang, *end)).collect();
        let mut way = format!("  → {}", to.join(" / "));
        for part in [when, ends.join(", ")].iter().filter(|part| !part.is_empty()) {
            way.push_str(&format!("  [{part}]"));
        }
        way
    });
    ways.collect()
}

fn check(lang: Lang, file: &Path, dir: Option<&Path>) -> Result<Done> {
    let shown = file.display().to_string();
    let too_long = std::fs::metadata(file).is_ok_and(|about| about.len() > LONGEST);
    if too_long {
        return Err(ApiError::invalid(&shown, "too_large", format!("{} MiB", LONGEST >> 20)).into());
    }
    let text = std::fs::read_to_string(file).map_err(|cause| Fault::file(&shown, "unreadable", &cause))?;
    let say = |flaw: &Flaw| {
        let line = flaw.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{shown}{line}: {}", table::plain(&speech::fault(lang, flaw)))
    };
    let proven = match load(&text) {
        Ok(proven) => proven,
        Err(flaws) => {
            for flaw in &flaws {
                out::line(say(flaw))?;
            }
            out::line(speech::cli(lang, "procedure.faults", &[("count", &flaws.len().to_string())]))?;
            return Ok(Done::Found);
        }
    };
    for flaw in proof::warnings(&proven) {
        out::line(format_args!("{} {}", speech::cli(lang, "procedure.warning", &[]), say(&flaw)))?;
    }
    let gaps = dir.map(|dir| staffing::gaps(dir, &proven, Arc::new(RealMachine))).transpose()?.unwrap_or_default();
    for gap in &gaps {
        out::line(format_args!("{shown}: {}", gap_in_words(lang, &proven, gap)))?;
    }
    let title = format!("{} {}", proven.number, proven.version);
    out::line(speech::cli(lang, "procedure.proved", &[("procedure", &title)]))?;
    Ok(if gaps.is_empty() { Done::Fine } else { Done::Found })
}

fn gap_in_words(lang: Lang, p: &Procedure, gap: &Gap) -> String {
    match gap {
        Gap::EmptyPost { role } => {
            speech::cli(lang, "procedure.empty_post", &[("role", &words::by(lang, &By::Role(role.clone()), Some(p)))])
        }
        Gap::Quorum { task, needs, can } => {
            let name = p.task(task).map_or_else(|| task.to_string(), |task| task.name.get(lang).to_owned());
            let data = [("task", name.as_str()), ("needs", &needs.to_string()), ("can", &can.to_string())];
            speech::cli(lang, "procedure.quorum", &data)
        }
    }
}

/// A built-in procedure that is not proved is a fault of the program; its tests prove them all.
fn unproved(number: &str, flaws: &[Flaw]) -> Fault {
    Fault::internal(format!("{number} is not proved: {flaws:?}"))
}
