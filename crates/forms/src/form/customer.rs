//! How a form says what a customer is told: in its own languages only, and what it lacks is noted (D-6).

use crate::layout::body::Body;
use crate::text::is_han;
use crate::view::{Entry, FormLang, Lack, Words};
use crate::words::{sentence, t};
use kesu_domain::text::{Lang, Told};

/// Where words of a customer's form stand: the label beside them, and the row of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub(super) label: &'static str,
    pub(super) row: Option<usize>,
}

/// Beside this label.
pub(super) fn at(label: &'static str) -> At {
    At { label, row: None }
}

impl At {
    /// In this row of a list.
    pub(super) fn row(self, row: usize) -> At {
        At { row: Some(row), ..self }
    }

    /// As it is named in this language.
    pub(super) fn said(self, lang: Lang) -> String {
        let label = t(lang, self.label);
        self.row.map_or_else(|| label.to_owned(), |row| format!("{label} {row}"))
    }
}

impl Body {
    /// What the customer is told here. Where nothing was written, it stays empty and is noted.
    pub(super) fn told(&mut self, at: At, told: &Told) -> Entry {
        if told.get(Lang::Zh).is_none() && told.get(Lang::En).is_none() {
            self.note_gap(at, "", Lack::Words);
            return Entry::Missing;
        }
        self.told_if_any(at, told)
    }

    /// The same where the customer need not be told anything: — then.
    pub(super) fn told_if_any(&mut self, at: At, told: &Told) -> Entry {
        let missing = |lang| t(lang, "common.missing").to_owned();
        match (self.speech.lang, told.get(Lang::Zh), told.get(Lang::En)) {
            (_, None, None) => Entry::NotApplicable,
            (FormLang::Zh, Some(zh), _) => Entry::said(zh),
            (FormLang::En, _, Some(en)) => {
                self.guard(at, en);
                Entry::said((en, en))
            }
            (FormLang::Both, Some(zh), Some(en)) => {
                self.guard(at, en);
                Entry::said((zh, en))
            }
            // One language never stands in for the other.
            (FormLang::Zh, None, Some(other)) | (FormLang::En, Some(other), None) => {
                self.note_gap(at, other, Lack::Language);
                Entry::Missing
            }
            (FormLang::Both, Some(zh), None) => {
                self.note_gap(at, zh, Lack::Language);
                Entry::Said(Words { text: zh.to_owned(), en: Some(missing(Lang::En)) })
            }
            (FormLang::Both, None, Some(en)) => {
                self.note_gap(at, en, Lack::Language);
                self.guard(at, en);
                Entry::Said(Words { text: missing(Lang::Zh), en: Some(en.to_owned()) })
            }
        }
    }

    /// Names each line of an English text that has Han characters in it.
    fn guard(&mut self, at: At, en: &str) {
        let lines: Vec<&str> = en.lines().map(str::trim).collect();
        for (n, line) in lines.iter().enumerate().filter(|(_, line)| line.chars().any(is_han)) {
            let first = self.speech.first();
            let mut place = at.said(first);
            if lines.len() > 1 {
                place.push_str(&sentence(first, "common.line", &[("n", &(n + 1).to_string())]));
            }
            self.gap(place, line, Lack::English);
        }
    }

    fn note_gap(&mut self, at: At, text: &str, lack: Lack) {
        // Paper to be filled by hand lacks everything, and that is what it is for.
        if !self.speech.by_hand {
            self.gap(at.said(self.speech.first()), text, lack);
        }
    }
}
