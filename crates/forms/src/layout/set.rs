//! Rows that have been set: every cell knows its place, its lines and the height that it needs.

use super::body::{Align, Cell, Content, Kind, Row};
use super::fishbone::Diagram;
use super::grid::{
    COLUMNS, HAND_EXTRA, HAND_LINE, HAND_ROW, HEAD_ROW, HEAD_ROW_PAIR, LABEL, MODULE, OPTION_GAP, PAD_HEAD, PAD_X,
    PAD_Y, ROW, ROW_PAIR, TALL, TICK, TICK_TO_WORD, VALUE,
};
use super::speech::{Paragraphs, Speech};
use crate::font::Ruler;
use crate::text::{Line, Span, wrap};

/// Height of a photo within its cell, and what a photo may be wide.
pub(super) const PHOTO: (f32, f32) = (57.0, 42.75);
/// From the first line of options to the next.
pub(super) const OPTION_PITCH: f32 = 4.8;

/// A row with its cells.
#[derive(Clone)]
pub(super) struct SetRow {
    pub(super) kind: Kind,
    pub(super) cells: Vec<SetCell>,
    pub(super) height: f32,
    /// Its first lines stand at the top, on one level; else all lines are centred.
    pub(super) top: bool,
    pub(super) grows: bool,
    /// A cell above or in it reaches into the next row.
    pub(super) tied: bool,
}

/// A cell with its place.
#[derive(Clone)]
pub(super) struct SetCell {
    /// From the left end of the frame.
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) rows: usize,
    pub(super) is_label: bool,
    pub(super) align: Align,
    pub(super) content: Set,
    /// Of a label: how it reads on the next page.
    again: Vec<Line>,
}

/// Content with its lines.
#[derive(Clone)]
pub(super) enum Set {
    Lines(Vec<Line>),
    /// Options, line by line.
    Options(Vec<Vec<SetOption>>),
    /// Dotted lines to write on, with the first one's distance from the top.
    Guides(u8),
    Photo {
        picture: usize,
        caption: Vec<Line>,
    },
    Fishbone(Diagram),
}

/// One option with its place in its line.
#[derive(Clone)]
pub(super) struct SetOption {
    pub(super) x: f32,
    pub(super) ticked: bool,
    pub(super) word: Line,
}

/// Height of lines, from the top of the first em to the foot of the last.
pub(super) fn height(lines: &[Line]) -> f32 {
    let halves = [lines.first(), lines.last()].into_iter().flatten().map(|line| line.em / 2.0).sum::<f32>();
    halves + lines.iter().skip(1).map(|line| line.pitch).sum::<f32>()
}

/// Paragraphs as lines. The smaller English below the Chinese keeps the distance of the larger lines above it.
pub(super) fn paragraphs(ruler: &Ruler, said: &Paragraphs, width: f32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for spans in said {
        let mut next = wrap(ruler, spans, width);
        if let (Some(above), Some(first)) = (lines.last(), next.first_mut()) {
            first.pitch = first.pitch.max(above.pitch - 0.2);
        }
        lines.extend(next);
    }
    lines
}

/// Sets all rows of a section.
pub(super) fn set(ruler: &Ruler, speech: Speech, rows: Vec<Row>) -> Vec<SetRow> {
    let mut taken = [0usize; COLUMNS as usize];
    let mut done: Vec<SetRow> = Vec::new();
    for row in rows {
        let set = set_row(ruler, speech, row, &mut taken);
        done.push(set);
    }
    share_tall_cells(&mut done);
    done
}

/// `taken` holds for how many more rows each column belongs to a cell from above.
fn set_row(ruler: &Ruler, speech: Speech, row: Row, taken: &mut [usize; COLUMNS as usize]) -> SetRow {
    let grows = row.cells.iter().any(|cell| cell.grows);
    let mut at = 0;
    let mut cells = Vec::new();
    for cell in row.cells {
        while taken.get(at).is_some_and(|rows| *rows > 0) {
            at += 1;
        }
        let end = at + usize::from(cell.columns);
        taken[at..end.min(COLUMNS.into())].fill(cell.rows);
        cells.push(set_cell(ruler, speech, cell, at as f32 * MODULE));
        at = end;
    }
    taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    let alone: Vec<&SetCell> = cells.iter().filter(|cell| cell.rows == 1).collect();
    let needed = alone.iter().map(|cell| cell.needs(row.kind)).fold(0.0, f32::max);
    let top = row.kind != Kind::Head && (grows || alone.iter().any(|cell| cell.is_long()));
    let least = least(row.kind, speech, &alone);
    SetRow { kind: row.kind, height: needed.max(least), top, grows, tied: taken.iter().any(|rows| *rows > 0), cells }
}

fn least(kind: Kind, speech: Speech, cells: &[&SetCell]) -> f32 {
    let is_pair = cells.iter().any(|cell| matches!(&cell.content, Set::Lines(lines) if lines.len() > 1));
    match kind {
        Kind::Head => {
            if speech.is_pair() {
                HEAD_ROW_PAIR
            } else {
                HEAD_ROW
            }
        }
        Kind::Last => HEAD_ROW,
        Kind::Entry if speech.by_hand => HAND_ROW,
        Kind::Entry | Kind::Fields => {
            if is_pair {
                ROW_PAIR
            } else {
                ROW
            }
        }
    }
}

fn set_cell(ruler: &Ruler, speech: Speech, cell: Cell, x: f32) -> SetCell {
    let width = f32::from(cell.columns) * MODULE;
    let inner = width - 2.0 * PAD_X;
    let lines = |said: &Paragraphs| paragraphs(ruler, said, inner);
    let mut again = Vec::new();
    let content = match &cell.content {
        Content::Text(said) => {
            if cell.is_label {
                let mut repeated = said.clone();
                if let Some(first) = repeated.first_mut() {
                    first.push(Span::new(crate::words::t(speech.first(), "common.continued"), LABEL));
                }
                again = lines(&repeated);
            }
            Set::Lines(lines(said))
        }
        Content::Options(options) => Set::Options(set_options(ruler, options, inner)),
        Content::Free(guides) => Set::Guides(*guides),
        Content::Photo { picture, caption } => Set::Photo { picture: *picture, caption: lines(caption) },
        Content::Fishbone(fishbone) => Set::Fishbone(Diagram::new(ruler, speech, fishbone)),
    };
    SetCell { x, width, rows: cell.rows, is_label: cell.is_label, align: cell.align, content, again }
}

/// Options side by side; more than fit go on in the next line, never smaller.
fn set_options(ruler: &Ruler, options: &[(bool, Vec<Span>)], width: f32) -> Vec<Vec<SetOption>> {
    let mut lines: Vec<Vec<SetOption>> = vec![Vec::new()];
    let mut x = 0.0;
    for (ticked, word) in options {
        for (n, word) in wrap(ruler, word, width - TICK - TICK_TO_WORD).into_iter().enumerate() {
            let own = TICK + TICK_TO_WORD + word.width;
            if n > 0 || (x > 0.0 && x + own > width) {
                lines.push(Vec::new());
                x = 0.0;
            }
            let option = SetOption { x, ticked: *ticked, word };
            lines.last_mut().into_iter().for_each(|line| line.push(option.clone()));
            x += own + OPTION_GAP;
        }
    }
    lines
}

impl SetCell {
    /// The height that it needs, padding included.
    fn needs(&self, kind: Kind) -> f32 {
        let pad = if matches!(kind, Kind::Head | Kind::Last) { PAD_HEAD } else { PAD_Y };
        match &self.content {
            Set::Lines(lines) => height(lines) + 2.0 * pad,
            Set::Options(lines) => VALUE.em() + (lines.len().max(1) - 1) as f32 * OPTION_PITCH + 2.0 * pad,
            Set::Guides(0) => 0.0,
            Set::Guides(guides) => f32::from(*guides) * HAND_LINE + HAND_EXTRA,
            Set::Photo { caption, .. } => PAD_X + PHOTO.1 + PAD_X + height(caption) + PAD_Y,
            Set::Fishbone(diagram) => diagram.height() + 4.0,
        }
    }

    /// More than one line, or than a pair of languages.
    fn is_long(&self) -> bool {
        match &self.content {
            Set::Lines(lines) => {
                let pair = matches!(lines.as_slice(), [first, second] if second.em < first.em || self.is_label);
                lines.len() > 1 && !pair
            }
            Set::Options(lines) => lines.len() > 1,
            Set::Guides(guides) => *guides > 0,
            Set::Photo { .. } | Set::Fishbone(_) => true,
        }
    }
}

/// Where a merged cell needs more than its rows have, the last of them grows.
fn share_tall_cells(rows: &mut [SetRow]) {
    for at in 0..rows.len() {
        let merged: Vec<(usize, f32)> = rows[at]
            .cells
            .iter()
            .filter(|cell| cell.rows > 1)
            .map(|cell| (cell.rows, cell.needs(rows[at].kind)))
            .collect();
        for (span, needed) in merged {
            let end = (at + span).min(rows.len());
            let has: f32 = rows[at..end].iter().map(|row| row.height).sum();
            rows[end - 1].height += (needed - has).max(0.0);
        }
    }
}

impl SetRow {
    /// It may be broken at a line: taller than 60, and nothing but text in it.
    pub(super) fn may_break(&self) -> bool {
        self.height > TALL && self.is_text()
    }

    /// Nothing but text in it, and no cell that reaches out of it.
    pub(super) fn is_text(&self) -> bool {
        !self.tied && self.cells.iter().all(|cell| cell.rows == 1 && matches!(cell.content, Set::Lines(_)))
    }

    /// The height of its first three lines.
    pub(super) fn least_part(&self) -> f32 {
        2.0 * PAD_Y + VALUE.em() + 2.0 * VALUE.pitch
    }

    /// The part that fits into a height, and the rest.
    pub(super) fn broken_at(&self, room: f32) -> (SetRow, SetRow) {
        let (mut head, mut rest) = (self.clone(), self.clone());
        for (first, second) in head.cells.iter_mut().zip(&mut rest.cells) {
            if let (Set::Lines(first_lines), Set::Lines(second_lines)) = (&mut first.content, &mut second.content) {
                if second.is_label {
                    *second_lines = second.again.clone();
                    continue;
                }
                let fits =
                    (1..=first_lines.len()).take_while(|n| height(&first_lines[..*n]) + 2.0 * PAD_Y <= room).last();
                *second_lines = first_lines.split_off(fits.unwrap_or(1).min(first_lines.len()));
            }
        }
        for row in [&mut head, &mut rest] {
            row.height = row.cells.iter().map(|cell| cell.needs(row.kind)).fold(ROW, f32::max);
            row.top = true;
        }
        head.grows = false;
        (head, rest)
    }
}
