//! Values as a form prints them: words chosen, counted and dated, in both languages where there are both.

use super::book::Book;
use kesu_domain::choice::{CHOICES, Choice as Choices};
use kesu_domain::people::Who;
use kesu_domain::text::{House, Lang, Names, Told};
use kesu_domain::time::{Date, Stamp};
use kesu_domain::words;
use kesu_forms::view::{Choice, Entry, Tick, Words};

/// The word at a key of the catalogue, in both languages.
pub(crate) fn word(key: &str, data: &[(&str, &str)]) -> Words {
    let said = |lang| words::sentence(lang, key, data).unwrap_or_default();
    Words { text: said(Lang::Zh), en: Some(said(Lang::En)) }
}

/// Plain words; — where there are none.
pub(crate) fn text(text: &str) -> Entry {
    let text = text.trim();
    Entry::or_not_applicable((!text.is_empty()).then_some(text))
}

/// Words for the house; — where there are none.
pub(crate) fn house(said: &House) -> Entry {
    text(&said.0)
}

/// Words in both languages; missing where there are none in either.
pub(crate) fn told(said: &Told) -> Entry {
    let words = match (said.get(Lang::Zh), said.get(Lang::En)) {
        (Some(zh), en) => Some(Words { text: zh.to_owned(), en: en.map(str::to_owned) }),
        (None, Some(en)) => Some(Words { text: en.to_owned(), en: Some(en.to_owned()) }),
        (None, None) => None,
    };
    Entry::or_missing(words)
}

/// Words in both languages; — where there are none in either.
pub(crate) fn told_or_none(said: &Told) -> Entry {
    match told(said) {
        Entry::Missing => Entry::NotApplicable,
        entry => entry,
    }
}

/// A name in both languages; — where there is none.
pub(crate) fn names(names: &Names) -> Entry {
    let empty = names.zh.is_empty() && names.en.is_empty();
    Entry::or_not_applicable((!empty).then(|| Words::from(names)))
}

/// Several names in a row.
pub(crate) fn list(all: &[Names]) -> Entry {
    let join = |lang, by| all.iter().map(|names| names.get(lang)).collect::<Vec<_>>().join(by);
    let words = Words { text: join(Lang::Zh, "、"), en: Some(join(Lang::En, ", ")) };
    Entry::or_missing((!all.is_empty()).then_some(words))
}

/// A day; — where there is none.
pub(crate) fn date(date: Option<Date>) -> Entry {
    Entry::or_not_applicable(date.map(|date| date.to_string()))
}

/// A moment to the minute; — where there is none.
pub(crate) fn stamp(book: &Book, at: Option<Stamp>) -> Entry {
    Entry::or_not_applicable(at.map(|at| book.minute(at)))
}

/// Somebody's name; — where there is nobody.
pub(crate) fn who(book: &Book, who: Option<&Who>) -> Entry {
    // A name is the same in every language of a form.
    let name = who.map(|who| book.who(who)).filter(|name| !name.trim().is_empty());
    Entry::or_not_applicable(name.map(|name| Words { en: Some(name.clone()), text: name }))
}

/// Several people's names, which are the same in every language of a form.
pub(crate) fn people(names: &[String]) -> Entry {
    let text = names.join("、");
    Entry::said(Words { en: Some(text.clone()), text })
}

/// Pieces; — where nobody counted.
pub(crate) fn pieces(n: Option<i64>) -> Entry {
    Entry::or_not_applicable(n.map(|n| word("print.pieces", &[("n", &n.to_string())])))
}

/// All words of a choice in the order of their list, the chosen one ticked.
pub(crate) fn choice<T: Choices>(chosen: Option<T>) -> Choice {
    let name = CHOICES.iter().find(|(_, words)| *words == T::WORDS).map(|(name, _)| *name).unwrap_or_default();
    let tick = |known: &&'static str| Tick {
        words: word(&format!("choice.{name}.{known}"), &[]),
        ticked: chosen.is_some_and(|chosen| chosen.word() == *known),
    };
    Choice { options: T::WORDS.iter().map(tick).collect() }
}

/// The same of a choice with a best and a worst: lists stand worst first, a form reads the other way.
pub(crate) fn graded<T: Choices>(chosen: Option<T>) -> Choice {
    let mut choice = choice(chosen);
    choice.options.reverse();
    choice
}

/// Words of the forms' own to be ticked.
pub(crate) fn ticks(options: &[(&str, bool)]) -> Choice {
    let tick = |(key, ticked): &(&str, bool)| Tick { words: word(&format!("print.{key}"), &[]), ticked: *ticked };
    Choice { options: options.iter().map(tick).collect() }
}
