//! Where a fault lies: a place in the tree of the procedure, and its line in the text.

use super::{Fault, Why};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A place in the tree. The first part is for the text, the second for people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    steps: Vec<Step>,
    words: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(&'static str),
    Item(usize),
}

impl Place {
    /// One of a list of the procedure, by its id.
    pub(super) fn of(list: &'static str, index: usize, id: impl std::fmt::Display) -> Place {
        Place::default().named(list, index, id)
    }
    /// One of a list here, by its id: a task of a stage.
    pub(super) fn named(mut self, list: &'static str, index: usize, id: impl std::fmt::Display) -> Place {
        self.steps.extend([Step::Key(list), Step::Item(index)]);
        self.say(&format!("{list} {id}"))
    }
    /// One of a list here, by its number.
    pub(super) fn item(mut self, list: &'static str, index: usize) -> Place {
        self.steps.extend([Step::Key(list), Step::Item(index)]);
        self.say(&format!("{list}[{}]", index + 1))
    }
    /// The steps of it from the root, counted from 0: `stage.3.task.0.needs.1`.
    pub(super) fn path(&self) -> String {
        let step = |step: &Step| match step {
            Step::Key(key) => (*key).to_owned(),
            Step::Item(index) => index.to_string(),
        };
        self.steps.iter().map(step).collect::<Vec<_>>().join(".")
    }
    /// A part of it.
    pub(super) fn key(mut self, key: &'static str) -> Place {
        self.steps.push(Step::Key(key));
        self.say(key)
    }
    fn say(mut self, words: &str) -> Place {
        if !self.words.is_empty() {
            self.words.push_str(", ");
        }
        self.words.push_str(words);
        self
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words)
    }
}

/// The fault of a text that is no procedure.
pub fn unreadable(text: &str, error: &toml::de::Error) -> Fault {
    let line = error.span().map(|span| line_of(text, span.start));
    Fault { at: String::new(), line, why: unread(error.message()), place: Place::default() }
}

/// What the parser says, as data where it is one of the slips that everybody makes.
fn unread(message: &str) -> Why {
    let mut quoted = message.split('`').skip(1).step_by(2).map(str::to_owned);
    let mut first = || quoted.next().unwrap_or_default();
    let said = |start: &str| message.starts_with(start);
    if said("unknown field") {
        Why::UnknownKey { key: first() }
    } else if said("missing field") {
        Why::MissingKey { key: first() }
    } else if said("unknown variant") {
        let word = first();
        Why::NoSuchWord { word, words: quoted.collect::<Vec<_>>().join(", ") }
    } else if said("duplicate key") {
        Why::KeyTwice { key: first() }
    } else {
        Why::Unreadable { message: message.to_owned() }
    }
}

/// The same faults with the lines of their places in the text from which the procedure was read, in the order of the lines.
pub fn with_lines(text: &str, mut faults: Vec<Fault>) -> Vec<Fault> {
    let Ok(root) = DeTable::parse(text) else { return faults };
    for fault in &mut faults {
        fault.line = Some(line_of(text, start(&root, &fault.place.steps)));
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// Where the place begins; where the text does not have it, the nearest that it has.
fn start(root: &Spanned<DeTable<'_>>, steps: &[Step]) -> usize {
    let Some((Step::Key(first), mut rest)) = steps.split_first() else { return 0 };
    let Some((key, mut value)) = root.get_ref().get_key_value(*first) else { return 0 };
    let mut at = key.span().start;
    while let Some((step, later)) = rest.split_first() {
        (at, value) = match (step, value.get_ref()) {
            (Step::Key(key), DeValue::Table(table)) => match table.get_key_value(*key) {
                Some((key, value)) => (key.span().start, value),
                None => return at,
            },
            (Step::Item(index), DeValue::Array(items)) => match items.get(*index) {
                Some(item) => (item.span().start, item),
                None => return at,
            },
            (Step::Key(_) | Step::Item(_), _) => return at,
        };
        rest = later;
    }
    at
}

fn line_of(text: &str, byte: usize) -> u32 {
    let lines = text.as_bytes().iter().take(byte).filter(|b| **b == b'\n').count();
    u32::try_from(lines).unwrap_or(u32::MAX - 1) + 1
}
