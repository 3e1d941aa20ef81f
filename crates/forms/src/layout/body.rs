//! What a form says: sections with rows of cells, in order. Nothing is measured yet.

use super::grid::{BAR, BAR_D, COLUMNS, VALUE, VALUE_EN};
use super::speech::{Paragraphs, Speech};
use crate::error::FormError;
use crate::picture::Picture;
use crate::text::Span;
use crate::view::f03::Fishbone;
use crate::view::{Choice, Entry, Lack, Photo, Untranslated, Words};
use crate::words::t;

/// The sections of a form, filled from top to bottom.
pub(crate) struct Body {
    pub(crate) speech: Speech,
    pub(crate) sections: Vec<Section>,
    pub(crate) pictures: Vec<Picture>,
    /// Values that lack a language of the form.
    pub(crate) untranslated: Vec<Untranslated>,
    photos: usize,
}

/// What stands above the rows of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bar {
    /// The title, numbered through the form.
    Numbered,
    /// The title of a step of an 8D: `D0`.
    Step(&'static str),
    /// Nothing: the section is the head of its form.
    Bare,
}

impl Bar {
    pub(crate) fn height(self) -> f32 {
        match self {
            Bar::Numbered => BAR,
            Bar::Step(_) => BAR_D,
            Bar::Bare => 0.0,
        }
    }
}

/// A bar and the rows below it.
pub(crate) struct Section {
    pub(crate) bar: Bar,
    /// Key of the title.
    pub(crate) title: &'static str,
    /// At the right end of the bar.
    pub(crate) hint: Vec<Span>,
    pub(crate) rows: Vec<Row>,
    /// The 会签 row stands at the foot of the page on which this section ends.
    pub(crate) countersigned: bool,
}

/// What a row is to the rows around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Labels and values, a picture, a diagram.
    Fields,
    /// Column heads: kept with the row below, repeated on the next page.
    Head,
    /// A row of a table.
    Entry,
    /// What closes a table: never parted from the row above.
    Last,
}

/// One row of the grid.
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) cells: Vec<Cell>,
}

/// One cell, merged over some columns and rows.
pub(crate) struct Cell {
    pub(crate) columns: u8,
    pub(crate) rows: usize,
    pub(crate) is_label: bool,
    pub(crate) align: Align,
    pub(crate) content: Content,
    /// A stretch cell: takes the spare height of its page.
    pub(crate) grows: bool,
}

/// Where a line stands in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// What stands in a cell.
pub(crate) enum Content {
    Text(Paragraphs),
    /// All options of a choice, with what was ticked.
    Options(Vec<(bool, Vec<Span>)>),
    /// A free place with so many dotted lines to write on; without any where 0.
    Free(u8),
    Photo {
        picture: usize,
        caption: Paragraphs,
    },
    Fishbone(Fishbone),
}

/// A label and its value.
pub(crate) struct Field<'a> {
    columns: u8,
    label: &'static str,
    value: Value<'a>,
    lines: u8,
}

/// What a field takes its content from.
pub(crate) enum Value<'a> {
    Entry(&'a Entry),
    Choice(&'a Choice),
    /// The one figure that matters, bold, and what stands in brackets behind it.
    Figure(&'a Entry, Option<&'a str>),
    /// Why after why, the root cause last.
    Chain(&'a [Words]),
    Text(Paragraphs),
}

impl<'a> From<&'a Entry> for Value<'a> {
    fn from(entry: &'a Entry) -> Value<'a> {
        Value::Entry(entry)
    }
}

impl<'a> From<&'a [Words]> for Value<'a> {
    fn from(whys: &'a [Words]) -> Value<'a> {
        Value::Chain(whys)
    }
}

impl<'a> From<&'a Choice> for Value<'a> {
    fn from(choice: &'a Choice) -> Value<'a> {
        Value::Choice(choice)
    }
}

/// A field whose label takes 3 modules in Chinese and its value `columns`; labels in English take one of these for themselves.
pub(crate) fn field<'a>(columns: u8, label: &'static str, value: impl Into<Value<'a>>) -> Field<'a> {
    Field { columns, label, value: value.into(), lines: 0 }
}

impl Field<'_> {
    /// Makes it a stretch cell, with so many lines when filled by hand.
    pub(crate) fn grows(mut self, lines: u8) -> Self {
        self.lines = lines;
        self
    }
}

/// A column of a table.
pub(crate) struct Column {
    pub(crate) columns: u8,
    pub(crate) label: &'static str,
    pub(crate) align: Align,
    short: bool,
}

impl Column {
    /// Holds words of a sign or two: their English stands beside them, not below.
    pub(crate) fn short(self) -> Column {
        Column { short: true, ..self }
    }
}

/// A column of so many modules.
pub(crate) fn column(columns: u8, label: &'static str, align: Align) -> Column {
    Column { columns, label, align, short: false }
}

impl Body {
    pub(crate) fn new(speech: Speech) -> Body {
        Body { speech, sections: Vec::new(), pictures: Vec::new(), untranslated: Vec::new(), photos: 0 }
    }

    /// Begins a section.
    pub(crate) fn section(&mut self, title: &'static str) -> &mut Section {
        self.under(Bar::Numbered, title)
    }

    /// Begins a section under another bar than the numbered one.
    pub(crate) fn under(&mut self, bar: Bar, title: &'static str) -> &mut Section {
        self.sections.push(Section { bar, title, hint: Vec::new(), rows: Vec::new(), countersigned: false });
        self.current()
    }

    fn current(&mut self) -> &mut Section {
        self.sections.last_mut().expect("a form begins with a section: each test that draws one sees it")
    }

    /// A row of labels and values.
    pub(crate) fn fields<'a>(&mut self, fields: impl IntoIterator<Item = Field<'a>>) {
        let speech = self.speech;
        let fields = self.fitted(fields.into_iter().collect());
        for field in &fields {
            self.look(field.label, &field.value);
        }
        let cells = fields.into_iter().flat_map(|field| {
            let grows = field.lines > 0;
            let label = Cell { grows, ..Cell::label(speech.label_columns(), speech.label(field.label)) };
            let content = speech.content(&field.value, field.lines);
            [label, Cell { grows, ..Cell::of(field.columns, Align::Left, content) }]
        });
        let cells = cells.collect();
        self.row(Kind::Fields, cells);
    }

    /// Wider labels take what they need from the widest values.
    fn fitted<'a>(&self, mut fields: Vec<Field<'a>>) -> Vec<Field<'a>> {
        let wider = fields.len() * usize::from(self.speech.label_columns() - 3);
        for _ in 0..wider {
            if let Some(widest) = fields.iter_mut().rev().max_by_key(|field| field.columns) {
                widest.columns -= 1;
            }
        }
        fields
    }

    /// Notes what a value lacks of the languages of the form.
    pub(crate) fn look(&mut self, label: &'static str, value: &Value<'_>) {
        let speech = self.speech;
        let lacks: Vec<&Words> = match value {
            Value::Entry(Entry::Said(words)) | Value::Figure(Entry::Said(words), _) => vec![words],
            Value::Entry(_) | Value::Figure(..) | Value::Text(_) => Vec::new(),
            Value::Choice(choice) => choice.options.iter().map(|tick| &tick.words).collect(),
            Value::Chain(whys) => whys.iter().collect(),
        };
        for words in lacks.into_iter().filter(|words| speech.lacks(words)) {
            let place = t(speech.first(), label).to_owned();
            self.gap(place, &words.text, Lack::Language);
        }
    }

    /// Notes what is to be said before the form is issued.
    pub(crate) fn gap(&mut self, place: String, text: &str, lack: Lack) {
        self.untranslated.push(Untranslated { place, text: text.to_owned(), lack });
    }

    /// A row of cells as they are.
    pub(crate) fn row(&mut self, kind: Kind, cells: Vec<Cell>) {
        let taken: u8 = cells.iter().filter(|cell| cell.rows == 1).map(|cell| cell.columns).sum();
        debug_assert!(taken <= COLUMNS, "a row of {taken} modules in {}", self.current().title);
        self.current().rows.push(Row { kind, cells });
    }

    /// Heads, numbered rows, and what closes a signed list: ——以下空白——, or ——无—— for an empty one. By hand, `free` empty rows.
    pub(crate) fn numbered(&mut self, columns: &[Column], rows: &[Vec<&Entry>], free: usize) {
        let number = column(1, "common.number", Align::Centre);
        let heads: Vec<&Column> = std::iter::once(&number).chain(columns).collect();
        self.heads(&heads);
        for (n, row) in rows.iter().enumerate() {
            self.entries(Some(n + 1), columns, row);
        }
        if self.speech.by_hand {
            for n in rows.len()..free.max(rows.len()) {
                self.entries(Some(n + 1), columns, &vec![&Entry::Missing; columns.len()]);
            }
        } else {
            self.closing(rows.is_empty());
        }
    }

    /// Heads and rows without numbers; by hand, `free` empty rows.
    pub(crate) fn table(&mut self, columns: &[Column], rows: &[Vec<&Entry>], free: usize) {
        self.heads(&columns.iter().collect::<Vec<_>>());
        for row in rows {
            self.entries(None, columns, row);
        }
        if self.speech.by_hand {
            for _ in rows.len()..free.max(rows.len()) {
                self.entries(None, columns, &vec![&Entry::Missing; columns.len()]);
            }
        } else {
            self.closing(rows.is_empty());
        }
    }

    /// The heads of a table.
    pub(crate) fn heads(&mut self, columns: &[&Column]) {
        let cells = columns.iter().map(|column| Cell::head(column.columns, self.speech.label(column.label))).collect();
        self.row(Kind::Head, cells);
    }

    pub(crate) fn entries(&mut self, number: Option<usize>, columns: &[Column], row: &[&Entry]) {
        let speech = self.speech;
        for (column, entry) in columns.iter().zip(row) {
            self.look(column.label, &Value::Entry(entry));
        }
        let number =
            number.map(|n| Cell::of(1, Align::Centre, Content::Text(vec![vec![Span::new(n.to_string(), VALUE)]])));
        let content = |column: &Column, entry: &Entry| match entry {
            Entry::Said(words) if column.short => Content::Text(vec![speech.beside(words, (VALUE, VALUE_EN))]),
            entry => speech.content(&Value::Entry(entry), 0),
        };
        let cells = columns
            .iter()
            .zip(row)
            .map(|(column, entry)| Cell::of(column.columns, column.align, content(column, entry)));
        let cells = number.into_iter().chain(cells).collect();
        self.row(Kind::Entry, cells);
    }

    /// The row after the last one of a list.
    pub(crate) fn closing(&mut self, is_empty: bool) {
        self.note(if is_empty { "common.none" } else { "common.end_of_list" });
    }

    /// A word of its own over the whole width, kept with the row above it.
    pub(crate) fn note(&mut self, key: &'static str) {
        let said = self.speech.word(key, &[], (super::grid::HINT, super::grid::HINT));
        self.row(Kind::Last, vec![Cell::of(COLUMNS, Align::Centre, Content::Text(vec![said]))]);
    }

    /// Photos, three a row, numbered through the whole form.
    ///
    /// # Errors
    /// A file is no picture.
    pub(crate) fn photos(&mut self, photos: &[Photo]) -> Result<(), FormError> {
        let speech = self.speech;
        for three in photos.chunks(3) {
            let mut cells = Vec::new();
            for photo in three {
                self.photos += 1;
                let picture = Picture::read(&photo.subject.text, &photo.file)?;
                for words in [&photo.subject, &photo.taken].into_iter().filter(|words| speech.lacks(words)) {
                    let place =
                        crate::words::sentence(speech.first(), "common.photo", &[("n", &self.photos.to_string())]);
                    self.gap(place, &words.text, Lack::Language);
                }
                let caption = self.speech.caption(self.photos, photo);
                cells.push(Cell::of(
                    COLUMNS / 3,
                    Align::Left,
                    Content::Photo { picture: self.pictures.len(), caption },
                ));
                self.pictures.push(picture);
            }
            while cells.len() < 3 {
                cells.push(Cell::of(COLUMNS / 3, Align::Left, Content::Free(0)));
            }
            self.row(Kind::Fields, cells);
        }
        Ok(())
    }

    /// The diagram of causes over the whole width.
    pub(crate) fn fishbone(&mut self, fishbone: &Fishbone) {
        let speech = self.speech;
        let causes = fishbone.bones.iter().flat_map(|bone| &bone.causes).map(|cause| &cause.words);
        for words in std::iter::once(&fishbone.effect).chain(causes).filter(|words| speech.lacks(words)) {
            let place = t(speech.first(), "section.causes.bones").to_owned();
            self.gap(place, &words.text, Lack::Language);
        }
        self.row(Kind::Fields, vec![Cell::of(COLUMNS, Align::Left, Content::Fishbone(fishbone.clone()))]);
    }
}

impl Section {
    /// What stands at the right end of the bar.
    pub(crate) fn hint(&mut self, hint: Vec<Span>) -> &mut Section {
        self.hint = hint;
        self
    }

    /// The 会签 row belongs to this section.
    pub(crate) fn countersigned(&mut self) {
        self.countersigned = true;
    }
}

impl Cell {
    pub(crate) fn of(columns: u8, align: Align, content: Content) -> Cell {
        Cell { columns, rows: 1, is_label: false, align, content, grows: false }
    }

    pub(crate) fn label(columns: u8, said: Paragraphs) -> Cell {
        Cell { is_label: true, ..Cell::of(columns, Align::Left, Content::Text(said)) }
    }

    pub(crate) fn head(columns: u8, said: Paragraphs) -> Cell {
        Cell::of(columns, Align::Centre, Content::Text(said))
    }

    /// Merges it over so many rows, which are then never parted.
    pub(crate) fn over(mut self, rows: usize) -> Cell {
        self.rows = rows;
        self
    }
}
