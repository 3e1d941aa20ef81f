//! Plays a story in the terminal, and holds what is seen against what the story says.

use crate::fill::{Meaning, Typed};
use crate::house::{House, password, text};
use crate::look::{Look, reasons_of};
use crate::program::Ran;
use crate::story::{Counts, Form, How, Paper, Register, Step, Story, Then, folder};
use anyhow::{Context, Result, bail, ensure};
use kesu_domain::path::Target;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A story under way.
pub struct Play {
    /// The folder that it is played in.
    pub house: House,
    case: i64,
    /// Number of the case.
    pub number: String,
    /// Where its papers go, for people to look at.
    papers: PathBuf,
    printed: u32,
    files: BTreeMap<String, String>,
    /// Check code of the paper that was printed last.
    code: String,
    /// What was done by hand.
    pub counts: Counts,
}

/// Plays a story to its end.
///
/// # Errors
/// The step at which something else was seen than the story says.
pub fn play(story: &Story, papers: &Path) -> Result<Play> {
    std::fs::create_dir_all(papers)?;
    let mut play = Play {
        house: House::of(story)?,
        case: 0,
        number: String::new(),
        papers: papers.to_owned(),
        printed: 0,
        files: BTreeMap::new(),
        code: String::new(),
        counts: Counts::default(),
    };
    play.register(&story.procedure, &story.register).context("registration")?;
    for (n, step) in story.steps.iter().enumerate() {
        let named = || format!("step {} ({} {}: {})", n + 1, step.who, step.task, step.say);
        play.step(step).with_context(named)?;
    }
    play.row(story).context("the row of the register")?;
    Ok(play)
}

impl Play {
    fn register(&mut self, procedure: &str, register: &Register) -> Result<()> {
        let target = Target::named("complaint").context("there is a section of complaints")?;
        let typed = self.typed(target, &Value::Null, &register.fill)?;
        let request = json!({ "complaint": typed.body, "procedure": procedure });
        let done = self.house.call(&register.who, "case_register", &request)?;
        self.case = done["case"].as_i64().context("a case has an id")?;
        self.number = done["number"].as_str().context("a case has a number")?.to_owned();
        if done["missing"].as_array().is_some_and(Vec::is_empty) {
            self.counts.tasks += 1;
        }
        self.counts.fields += typed.fields;
        self.see(&register.who, &register.then)
    }

    fn step(&mut self, step: &Step) -> Result<()> {
        for name in &step.attach {
            self.attach(&step.who, name)?;
        }
        let before = self.look(&step.who)?;
        let ran = self.does(step, &before)?;
        let told = if ran.code == 0 { BTreeSet::new() } else { reasons_of(&ran.error()) };
        let wanted: BTreeSet<String> = step.refused.iter().cloned().collect();
        ensure!(told == wanted, "refused {told:?}, not {wanted:?}: {}{}", ran.out, ran.err);
        if !wanted.is_empty() {
            ensure!(ran.code == 2 && ran.err.lines().count() > 1, "a refusal is exit 2 and a sentence: {ran:?}");
            let after = self.look(&step.who)?;
            ensure!((before.stage(), before.round()) == (after.stage(), after.round()), "a refusal moved the case");
        }
        self.see(&step.who, &step.then)
    }

    fn does(&mut self, step: &Step, before: &Look) -> Result<Ran> {
        match step.how {
            How::Issue => {
                let form = step.form.as_ref().context("which form?")?;
                return self.issue(&step.who, form);
            }
            How::Reopen => {
                let to = step.to.as_ref().context("to which stage?")?;
                let request = json!({ "case": self.case, "to": to, "reason": step.reason });
                return self.house.try_call(&step.who, "case_reopen", &request);
            }
            How::Do | How::Unsigned | How::Save | How::NotNeeded | How::Reported | How::Excuse => {}
        }
        let key = before.key(&step.task, &self.slot(step, before)?);
        if step.how == How::Excuse {
            let request = json!({ "case": self.case, "task": key, "reason": step.reason });
            return self.house.try_call(&step.who, "task_excuse", &request);
        }
        let mut filled = 0;
        let mut last = None;
        for (name, said) in &step.fill {
            let target = Target::named(name).with_context(|| format!("nothing is called {name}"))?;
            let (old, rev, record) = before.standing(target, &key);
            let typed = self.typed(target, &old, said)?;
            filled += typed.fields;
            let ran = self.save(step, target, &key, typed, rev, record)?;
            if ran.code != 0 {
                return Ok(ran);
            }
            last = Some(ran);
        }
        if step.how == How::Save {
            self.counts.fields += filled;
            return last.context("nothing was typed");
        }
        let ran = self.finish(step, &key)?;
        if ran.code == 0 {
            self.counts.tasks += 1;
            self.counts.fields += filled;
        }
        Ok(ran)
    }

    fn save(
        &self,
        step: &Step,
        target: Target,
        key: &Value,
        typed: Typed,
        rev: i64,
        record: Option<i64>,
    ) -> Result<Ran> {
        let body = json!({ "kind": target.name(), "body": typed.body });
        // What stands there is corrected for a reason, whoever filled it; a task is named where it is filled for one.
        let task = if step.task.is_empty() { Value::Null } else { key.clone() };
        let (command, request) = match target {
            Target::Section(_) => (
                "section_save",
                json!({ "case": self.case, "task": task, "rev": rev, "section": body, "reason": step.reason }),
            ),
            Target::Record(_) => (
                "record_save",
                json!({
                    "case": self.case, "record": record, "task": task, "rev": rev, "state": step.state, "body": body,
                    "reason": step.reason,
                }),
            ),
        };
        self.house.try_call(&step.who, command, &request)
    }

    fn finish(&mut self, step: &Step, key: &Value) -> Result<Ran> {
        let mut request = json!({ "case": self.case, "task": key, "reason": step.reason });
        if step.how == How::NotNeeded {
            request["step"] = json!("not_needed");
        } else if step.how == How::Reported {
            request["step"] = json!("reported");
        } else if let Some(behalf) = &step.behalf {
            request["behalf"] = json!({ "who": self.meaning().who(&behalf.who), "source": behalf.source });
            request["reason"] = json!("");
        } else if let Some(paper) = &step.paper {
            request["paper"] = self.on_paper(&step.who, paper)?;
        } else if step.how == How::Do {
            let manifest =
                self.house.try_call(&step.who, "task_manifest", &json!({ "case": self.case, "task": key }))?;
            if manifest.code == 0 {
                return self.sign(&step.who, key, &manifest.json()?);
            }
        }
        self.house.try_call(&step.who, "task_do", &request)
    }

    fn sign(&self, who: &str, key: &Value, manifest: &Value) -> Result<Ran> {
        let request = json!({
            "case": self.case, "task": key, "digest": manifest["digest"], "head": manifest["head"],
            "password": password(who),
        });
        self.house.try_call(who, "case_sign", &request)
    }

    /// Prints the form, has it signed by hand, scans it and brings the scan.
    fn on_paper(&mut self, who: &str, paper: &Paper) -> Result<Value> {
        if let Some(form) = &paper.form {
            self.issue(who, form)?.fine()?;
        }
        let scan = self.attach(who, &paper.scan)?;
        let on = crate::time::date("today")?;
        Ok(json!({ "who": self.meaning().who(&paper.who), "of": paper.of, "on": on, "scan": scan, "code": self.code }))
    }

    /// Prints a form twice: the second is the first, byte for byte.
    fn issue(&mut self, who: &str, form: &Form) -> Result<Ran> {
        self.printed += 1;
        let name = |copy: &str| format!("{:02}-{}-{}{copy}.pdf", self.printed, form.id, form.lang);
        let first = self.papers.join(name(""));
        let again = self.house.beside().join(name("-again"));
        let print = |to: &Path| {
            let to = text(to);
            let mut args = vec!["form", &form.id, &self.number, "--lang", &form.lang, "-o", &to];
            args.extend(form.accept_gaps.then_some("--accept-gaps"));
            self.house.run_as(who, &args)
        };
        let ran = print(&first)?;
        if ran.code != 0 {
            return Ok(ran);
        }
        print(&again)?.fine()?;
        let bytes = std::fs::read(&first)?;
        ensure!(bytes == std::fs::read(&again)?, "{} printed again has other bytes", first.display());
        ensure!(bytes.starts_with(b"%PDF"), "{} is no PDF", first.display());
        self.code = ran.out.split_whitespace().last().context("a paper has a check code")?.to_owned();
        let found = self.house.call(who, "form_check", &json!({ "code": self.code }))?;
        ensure!(found["form"] == form.id && found["outdated"] == false, "another paper has this code: {found}");
        reads(&first, &form.reads, &form.hides)?;
        Ok(ran)
    }

    fn attach(&mut self, who: &str, name: &str) -> Result<String> {
        let path = text(&folder("data").join(name));
        let ran = self.house.run_as(who, &["file", "add", &self.number, &path])?.fine()?;
        let digest = ran.out.split_whitespace().next().context("a file has a digest")?.to_owned();
        self.files.insert(name.to_owned(), digest.clone());
        Ok(digest)
    }

    fn meaning(&self) -> Meaning<'_> {
        Meaning { house: &self.house, files: &self.files }
    }

    fn typed(&self, target: Target, old: &Value, said: &toml::Table) -> Result<Typed> {
        self.meaning().typed(target, old, said)
    }

    /// Which row of the task: a line by its number, a department by its code, a member by who they are.
    fn slot(&self, step: &Step, look: &Look) -> Result<String> {
        match &step.slot {
            None => Ok(String::new()),
            Some(toml::Value::Integer(line)) => Ok(line.to_string()),
            // Whoever is told reads it: `told:receiver`.
            Some(toml::Value::String(name)) if name.starts_with("told:") => Ok(name.clone()),
            Some(toml::Value::String(name)) => {
                if let Some(id) = self.house.departments.get(name) {
                    return Ok(id.to_string());
                }
                let team = look.counts(Target::named("team").context("there is a team")?)?;
                let who = self.meaning().who(name);
                let member = team["members"].as_array().into_iter().flatten().find(|member| member["who"] == who);
                Ok(member.with_context(|| format!("{name} is no member"))?["id"].to_string())
            }
            Some(other) => bail!("no slot: {other}"),
        }
    }

    /// The case as somebody sees it.
    ///
    /// # Errors
    /// They do not.
    pub fn look(&self, who: &str) -> Result<Look> {
        Ok(Look(self.house.call(who, "case_get", &json!({ "case": self.case }))?))
    }

    fn see(&self, who: &str, then: &Then) -> Result<()> {
        let look = self.look(who)?;
        let same = |what: &str, seen: &str, wanted: Option<&String>| -> Result<()> {
            ensure!(wanted.is_none_or(|wanted| wanted == seen), "{what} is {seen}, not {wanted:?}");
            Ok(())
        };
        same("the stage", look.stage(), then.stage.as_ref())?;
        same("the state", look.state(), then.state.as_ref())?;
        let round = look.round();
        ensure!(
            then.round.is_none_or(|wanted| u64::from(wanted) == round),
            "the round is {round}, not {:?}",
            then.round
        );
        let sets = [
            ("open", look.tasks(|view| view["row"]["state"] == "open" && !is_told(view)), &then.open),
            ("void", look.tasks(|view| view["void"] == true), &then.void),
            ("set aside", look.tasks(|view| view["row"]["set_aside"] == true), &then.set_aside),
        ];
        for (what, seen, wanted) in sets {
            let wanted: Option<BTreeSet<String>> = wanted.as_ref().map(|list| list.iter().cloned().collect());
            ensure!(wanted.as_ref().is_none_or(|wanted| *wanted == seen), "{what}: {seen:?}, not {wanted:?}");
        }
        for (name, said) in &then.shows {
            let target = Target::named(name).with_context(|| format!("nothing is called {name}"))?;
            let body = look.counts(target)?;
            let wanted = self.typed(target, body, said)?.body;
            ensure!(*body == wanted, "{name} shows {body}, not {wanted}");
        }
        Ok(())
    }

    /// The register shows what the story says.
    fn row(&self, story: &Story) -> Result<()> {
        let who = &story.register.who;
        let page = self.house.run_as(who, &["cases", "--json"])?.fine()?.json()?;
        let row = page["rows"].as_array().into_iter().flatten().find(|row| row["number"] == self.number.as_str());
        let row = row.with_context(|| format!("{} is not in the register: {page}", self.number))?;
        for (name, said) in &story.row {
            let wanted = match (name.as_str(), said.as_str()) {
                ("customer", Some(code)) => json!(self.house.customers.get(code)),
                ("owner", Some(login)) => json!(self.house.accounts.get(login)),
                (_, _) => serde_json::to_value(said)?,
            };
            ensure!(row[name] == wanted, "{name} is {}, not {wanted}", row[name]);
        }
        let shown = self.house.run_as(who, &["cases"])?.fine()?.out;
        ensure!(shown.contains(&self.number), "the list does not show the case: {shown}");
        Ok(())
    }
}

/// These words are to be read on the paper, and those are not.
fn reads(paper: &Path, words: &[String], hidden: &[String]) -> Result<()> {
    let output = std::process::Command::new("pdftotext").arg("-raw").arg(paper).arg("-").output();
    let output =
        output.context("pdftotext is missing: `cargo xtask test` installs it, Debian has it in poppler-utils")?;
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let seen = squeezed(&String::from_utf8_lossy(&output.stdout));
    for word in words {
        ensure!(seen.contains(&squeezed(word)), "{} does not say {word}", paper.display());
    }
    for word in hidden {
        ensure!(!seen.contains(&squeezed(word)), "{} says {word}", paper.display());
    }
    Ok(())
}

/// It is merely to be read by somebody who is told.
fn is_told(view: &Value) -> bool {
    view["row"]["slot"].as_str().is_some_and(|slot| slot.starts_with("told:"))
}
