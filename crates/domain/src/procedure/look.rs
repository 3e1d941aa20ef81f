//! What is asked of a procedure again and again.

use super::{Anchor, Limit, List, Procedure, Stage, StageId, Task, TaskId, Words};
use crate::choice::Amount;
use crate::fact::Fact;
use crate::path::{Path, Target};

impl Words {
    /// All of them.
    pub fn list(&self) -> &[String] {
        match self {
            Words::One(word) => std::slice::from_ref(word),
            Words::Of(words) => words,
        }
    }
    /// Is this one of them?
    pub fn contain(&self, word: &str) -> bool {
        self.list().iter().any(|w| w == word)
    }
}

impl Task {
    /// The facts that it decides: only a task that demands the field decides the fact.
    pub fn decides(&self) -> impl Iterator<Item = Fact> + '_ {
        Fact::ALL.iter().copied().filter(|fact| self.decides_fact(*fact))
    }
    /// Does it decide this one?
    pub fn decides_fact(&self, fact: Fact) -> bool {
        self.needs.iter().any(|path| fact.reads(path))
    }
    /// What its signature covers.
    pub fn covers(&self) -> &[Target] {
        self.signs.as_ref().map_or(&[], |signs| &signs.covers)
    }
}

impl Procedure {
    /// The stage of that id; none for the archive.
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == *id)
    }
    /// Every task with its stage.
    pub fn tasks(&self) -> impl Iterator<Item = (&Stage, &Task)> {
        self.stages.iter().flat_map(|stage| stage.tasks.iter().map(move |task| (stage, task)))
    }
    /// The task of that id.
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.tasks().map(|(_, task)| task).find(|task| task.id == *id)
    }
    /// The words of a fact, worst first. Of an amount the highest limit is the worst.
    pub fn words(&self, fact: Fact) -> Vec<&str> {
        if !fact.own_words().is_empty() {
            return fact.own_words().to_vec();
        }
        self.limits_of(fact).rev().map(|limit| limit.word.as_str()).chain(["below"]).collect()
    }
    /// The word of an amount: that of the highest limit reached.
    pub fn word_of(&self, fact: Fact, amount: Amount) -> &str {
        self.limits_of(fact).rfind(|limit| limit.from <= amount).map_or("below", |limit| &limit.word)
    }
    /// The list whose codes this field takes, e.g. `containment.places.place`.
    pub fn list_of(&self, field: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.of.as_ref().is_some_and(|of| of.to_string() == field))
    }
    /// Both are done once for each of the same list: slot waits for slot.
    pub fn same_list(&self, task: &Task, other: &TaskId) -> bool {
        task.each.is_some() && self.task(other).is_some_and(|other| other.each == task.each)
    }
    fn limits_of(&self, fact: Fact) -> impl DoubleEndedIterator<Item = &Limit> {
        self.limits.iter().filter(move |limit| limit.fact == fact)
    }
}

impl TryFrom<String> for Anchor {
    type Error = String;
    fn try_from(text: String) -> Result<Anchor, String> {
        match (text.as_str(), text.split_once(':')) {
            ("received", _) => Ok(Anchor::Received),
            ("registered", _) => Ok(Anchor::Registered),
            ("entered", _) => Ok(Anchor::Entered),
            (_, Some(("done", task))) => Ok(Anchor::Done(TaskId::from(task))),
            (_, Some(("field", path))) => Path::try_from(path.to_owned()).map(Anchor::Field),
            (_, Some(_) | None) => Err(format!(
                "no clock starts at `{text}`: write received, registered, entered, done:task or field:section.field"
            )),
        }
    }
}

impl From<Anchor> for String {
    fn from(anchor: Anchor) -> String {
        match anchor {
            Anchor::Received => "received".into(),
            Anchor::Registered => "registered".into(),
            Anchor::Entered => "entered".into(),
            Anchor::Done(task) => format!("done:{task}"),
            Anchor::Field(path) => format!("field:{path}"),
        }
    }
}
