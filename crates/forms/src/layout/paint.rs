//! The body of a page: bars, cells and their rules.

use super::body::{Align, Bar, Section};
use super::flow::{PageBody, Placed};
use super::grid::{
    BODY_TOP, CELL, FRAME, GUIDE, HAND_LINE, LABEL, LEFT, PAD_X, PAD_Y, RIGHT, SECTION, SECTION_D, TICK, TICK_TO_WORD,
    VALUE, WIDTH,
};
use super::pen::Pen;
use super::set::{OPTION_PITCH, PHOTO, Set, SetCell, SetRow, height};
use super::speech::Speech;
use crate::draw::Draw;
use crate::picture::Picture;
use crate::text::Span;
use crate::words::t;

/// From the top of a free place to its first dotted line.
const FIRST_GUIDE: f32 = 6.4;
/// The black square with the number of the section.
const BADGE: f32 = 4.5;
/// The same of a step of an 8D.
const BADGE_D: (f32, f32) = (7.5, 5.3);
const BADGE_X: f32 = 1.0;
/// From a badge to the title behind it.
const BADGE_TO_TITLE: f32 = 1.7;

/// What a page's body is painted from.
pub(super) struct Painter<'a> {
    pub(super) speech: Speech,
    pub(super) sections: &'a [Section],
    pub(super) pictures: &'a [Picture],
}

impl Painter<'_> {
    /// Paints a body; where its frame ends comes back.
    pub(super) fn body(&self, pen: &mut Pen<'_>, page: &PageBody) -> f32 {
        let mut y = BODY_TOP;
        for (n, placed) in page.placed.iter().enumerate() {
            match placed {
                Placed::Bar { section, again, .. } => self.bar(pen, *section, *again, y),
                Placed::Row(row) => self.row(pen, row, &page.placed[n..], y),
            }
            y += placed.height();
        }
        pen.rect(LEFT, BODY_TOP, WIDTH, y - BODY_TOP, FRAME);
        y
    }

    fn bar(&self, pen: &mut Pen<'_>, number: usize, again: bool, y: f32) {
        let section = &self.sections[number];
        let (badge, style, (w, h)) = match section.bar {
            Bar::Numbered => ((number + 1).to_string(), SECTION, (BADGE, BADGE)),
            Bar::Step(step) => (step.to_owned(), SECTION_D, BADGE_D),
            Bar::Bare => return,
        };
        if y > BODY_TOP {
            pen.rule((LEFT, y), (RIGHT, y), FRAME);
        }
        let bar = section.bar.height();
        pen.rule((LEFT, y + bar), (RIGHT, y + bar), CELL);
        let middle = y + bar / 2.0;
        pen.badge(&badge, if h > BADGE { SECTION } else { LABEL }, LEFT + BADGE_X, middle - h / 2.0, w, h);
        let mut title = self.speech.title(section.title, style);
        if again {
            title.insert(1, Span::new(t(self.speech.first(), "common.continued"), style));
        }
        let from = LEFT + BADGE_X + w + BADGE_TO_TITLE;
        let end = from + pen.width(&title);
        pen.say(&title, from, WIDTH, middle, Align::Left);
        if !section.hint.is_empty() && end + pen.width(&section.hint) + 2.0 * PAD_X < RIGHT {
            pen.say(&section.hint, LEFT, WIDTH - PAD_X, middle, Align::Right);
        }
    }

    fn row(&self, pen: &mut Pen<'_>, row: &SetRow, below: &[Placed], y: f32) {
        for cell in &row.cells {
            let tall: f32 = below.iter().take(cell.rows).map(Placed::height).sum();
            let x = LEFT + cell.x;
            pen.rule((x, y + tall), (x + cell.width, y + tall), CELL);
            if x + cell.width < RIGHT - 0.1 {
                pen.rule((x + cell.width, y), (x + cell.width, y + tall), CELL);
            }
            self.cell(pen, row, cell, (x, y), tall);
        }
    }

    fn cell(&self, pen: &mut Pen<'_>, row: &SetRow, cell: &SetCell, (x, y): (f32, f32), tall: f32) {
        let (left, width) = (x + PAD_X, cell.width - 2.0 * PAD_X);
        let top = y + PAD_Y + VALUE.em() / 2.0;
        match &cell.content {
            Set::Lines(lines) => {
                let centred = y + (tall - height(lines)) / 2.0 + lines.first().map_or(0.0, |line| line.em / 2.0);
                let middle = if row.top && cell.rows == 1 { top } else { centred };
                pen.lines(lines, left, width, middle, cell.align);
            }
            Set::Options(lines) => {
                let mut middle = if row.top { top } else { y + tall / 2.0 };
                for option in lines
                    .iter()
                    .flat_map(|line| line.iter().map(move |option| (option, std::ptr::eq(option, &line[0]))))
                {
                    let (option, begins) = option;
                    let first = std::ptr::eq(option, &lines[0][0]);
                    if begins && !first {
                        middle += OPTION_PITCH;
                    }
                    pen.draws.push(Draw::Tick {
                        x: left + option.x,
                        y: middle - TICK / 2.0,
                        size: TICK,
                        ticked: option.ticked,
                    });
                    pen.line_of_text(&option.word, left + option.x + TICK + TICK_TO_WORD, width, middle, Align::Left);
                }
            }
            Set::Guides(guides) => {
                for n in 0..*guides {
                    let at = y + FIRST_GUIDE + f32::from(n) * HAND_LINE;
                    pen.dotted((left, at), (left + width, at), GUIDE);
                }
            }
            Set::Photo { picture, caption } => {
                let (w, h) = self.pictures[*picture].contained(PHOTO.0, PHOTO.1);
                let (px, py) = (left + (PHOTO.0 - w) / 2.0, y + PAD_X + (PHOTO.1 - h) / 2.0);
                pen.draws.push(Draw::Image { x: px, y: py, w, h, picture: *picture });
                let first = y + PAD_X + PHOTO.1 + PAD_X + caption.first().map_or(0.0, |line| line.em / 2.0);
                pen.lines(caption, left, width, first, Align::Left);
            }
            Set::Fishbone(diagram) => diagram.paint(pen, (x + 2.0, y + 2.0)),
        }
    }
}
