//! How labels and values are said in the language of the form.

use super::body::{Content, Value};
use super::grid::{CAPTION, HINT, HINT_BOLD, LABEL, LABEL_EN, VALUE, VALUE_BOLD, VALUE_EN, VALUE_EN_BOLD};
use crate::text::{Span, Style, is_han};
use crate::view::{Entry, FormLang, Photo, Tick, Words};
use crate::words::{sentence, t};
use kesu_domain::text::Lang;

/// Paragraphs of a cell, one below the other.
pub(crate) type Paragraphs = Vec<Vec<Span>>;

/// Language and purpose of the form that is being laid.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speech {
    pub(crate) lang: FormLang,
    /// Paper to be filled by hand: what is missing is a free place.
    pub(crate) by_hand: bool,
}

impl Speech {
    /// Both languages stand on the paper.
    pub(crate) fn is_pair(self) -> bool {
        self.lang == FormLang::Both
    }

    /// The modules that a label takes (forms-language § 1).
    pub(crate) fn label_columns(self) -> u8 {
        match self.lang {
            FormLang::Zh => 3,
            FormLang::En | FormLang::Both => 4,
        }
    }

    /// The language that stands first.
    pub(crate) fn first(self) -> Lang {
        match self.lang {
            FormLang::Zh | FormLang::Both => Lang::Zh,
            FormLang::En => Lang::En,
        }
    }

    /// A label or column head: English below the Chinese.
    pub(crate) fn label(self, key: &str) -> Paragraphs {
        let mut said = vec![vec![Span::new(t(self.first(), key), LABEL)]];
        if self.is_pair() {
            said.push(vec![Span::new(t(Lang::En, key), LABEL_EN)]);
        }
        said
    }

    /// The title of a section: English beside the Chinese.
    pub(crate) fn title(self, key: &str, style: Style) -> Vec<Span> {
        let mut said = vec![Span::new(t(self.first(), key), style)];
        if self.is_pair() {
            said.push(Span::new(format!("  {}", t(Lang::En, key)), VALUE_EN));
        }
        said
    }

    /// A short word of the catalogue in one line, English beside the Chinese.
    pub(crate) fn word(self, key: &str, data: &[(&str, &str)], styles: (Style, Style)) -> Vec<Span> {
        let mut said = vec![Span::new(sentence(self.first(), key, data), styles.0)];
        if self.is_pair() {
            said.push(Span::new(format!(" {}", sentence(Lang::En, key, data)), styles.1));
        }
        said
    }

    /// The note at the right end of a section bar.
    pub(crate) fn hint(self, key: &str, data: &[(&str, &str)]) -> Vec<Span> {
        vec![Span::new(sentence(self.first(), key, data), HINT)]
    }

    /// Words one below the other.
    pub(crate) fn words(self, words: &Words, style: Style) -> Paragraphs {
        match (self.lang, other(words)) {
            (FormLang::En, Some(en)) => vec![vec![Span::new(en, style)]],
            (FormLang::Both, Some(en)) => vec![vec![Span::new(&words.text, style)], vec![Span::new(en, VALUE_EN)]],
            (FormLang::Zh, _) | (FormLang::En | FormLang::Both, None) => vec![vec![Span::new(&words.text, style)]],
        }
    }

    /// These words lack a language of the form. Figures, codes and names of a word or two serve in any.
    pub(crate) fn lacks(self, words: &Words) -> bool {
        let has_han = words.text.chars().any(is_han);
        match self.lang {
            FormLang::Zh => !has_han && is_sentence(&words.text),
            FormLang::En => words.en.is_none() && has_han,
            FormLang::Both => words.en.is_none() && has_han || !has_han && is_sentence(&words.text),
        }
    }

    /// Why after why as one text, the root cause bold; `None` for a free place.
    pub(crate) fn chain(self, whys: &[Words]) -> Option<Paragraphs> {
        let Some((root, before)) = whys.split_last() else { return self.entry(&Entry::Missing, VALUE) };
        let said = |word: &dyn Fn(&Words) -> String, (plain, bold): (Style, Style)| {
            let mut spans: Vec<Span> =
                before.iter().map(|why| Span { text: format!("{} ← ", word(why)), style: plain }).collect();
            let only = spans.is_empty();
            spans.push(Span::new(word(root), if only { plain } else { bold }));
            spans
        };
        let first = said(&|why| self.name(why).to_owned(), (VALUE, VALUE_BOLD));
        let translated = self.is_pair() && whys.iter().all(|why| other(why).is_some());
        let en = translated.then(|| said(&|why| why.en.clone().unwrap_or_default(), (VALUE_EN, VALUE_EN_BOLD)));
        Some(std::iter::once(first).chain(en).collect())
    }

    /// A name in the first language of the form.
    pub(crate) fn name(self, words: &Words) -> &str {
        match (self.first(), &words.en) {
            (Lang::En, Some(en)) => en,
            (Lang::Zh, _) | (Lang::En, None) => &words.text,
        }
    }

    /// Words in one paragraph, English beside them.
    pub(crate) fn beside(self, words: &Words, styles: (Style, Style)) -> Vec<Span> {
        match (self.lang, other(words)) {
            (FormLang::En, Some(en)) => vec![Span::new(en, styles.0)],
            (FormLang::Both, Some(en)) => {
                vec![Span::new(&words.text, styles.0), Span::new(format!(" {en}"), styles.1)]
            }
            (FormLang::Zh, _) | (FormLang::En | FormLang::Both, None) => vec![Span::new(&words.text, styles.0)],
        }
    }

    /// What stands in a field; `None` for a free place.
    pub(crate) fn entry(self, entry: &Entry, style: Style) -> Option<Paragraphs> {
        match entry {
            Entry::Said(words) => Some(self.words(words, style)),
            // On paper to be filled by hand nothing is known yet, not even that it does not apply.
            Entry::Missing | Entry::NotApplicable if self.by_hand => None,
            Entry::Missing => Some(vec![self.word("common.missing", &[], (VALUE, VALUE_EN))]),
            Entry::NotApplicable => Some(vec![vec![Span::new("—", VALUE)]]),
        }
    }

    /// What stands in a cell; `lines` to write on where it is a free place.
    pub(crate) fn content(self, value: &Value<'_>, lines: u8) -> Content {
        match value {
            Value::Entry(entry) => self.entry(entry, VALUE).map_or(Content::Free(lines), Content::Text),
            Value::Choice(choice) if choice.options.is_empty() => self.content(&Value::Entry(&Entry::Missing), lines),
            Value::Choice(choice) => {
                let option = |tick: &Tick| (tick.ticked, self.beside(&tick.words, (VALUE, VALUE_EN)));
                Content::Options(choice.options.iter().map(option).collect())
            }
            Value::Figure(entry, share) => {
                let said = self.entry(entry, VALUE_BOLD).map(|mut said| {
                    let brackets = |share: &str| match self.first() {
                        Lang::Zh => format!("（{share}）"),
                        Lang::En => format!(" ({share})"),
                    };
                    if let (Some(first), Some(share)) = (said.first_mut(), share) {
                        first.push(Span { text: brackets(share), style: VALUE });
                    }
                    said
                });
                said.map_or(Content::Free(lines), Content::Text)
            }
            Value::Chain(whys) => self.chain(whys).map_or(Content::Free(lines), Content::Text),
            Value::Text(said) => Content::Text(said.clone()),
        }
    }

    pub(super) fn caption(self, number: usize, photo: &Photo) -> Paragraphs {
        let mut said = self.words(&photo.subject, HINT);
        let label = sentence(self.first(), "common.photo", &[("n", &number.to_string())]);
        if let Some(first) = said.first_mut() {
            first.insert(0, Span { text: format!("{label}  "), style: HINT_BOLD });
        }
        said.push(vec![Span::new(format!("{} · {}", self.name(&photo.taken), photo.digest), CAPTION)]);
        said
    }
}

/// Five words of letters in a row of text are no code and no name.
fn is_sentence(text: &str) -> bool {
    text.split_whitespace().filter(|word| word.chars().filter(|sign| sign.is_alphabetic()).count() > 1).count() >= 5
}

/// The English of words, where it says anything else.
fn other(words: &Words) -> Option<&str> {
    words.en.as_deref().filter(|en| *en != words.text)
}
