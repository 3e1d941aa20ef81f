//! Sections over pages: what is kept together, what is repeated, where a row breaks (forms-language § 5).

use super::body::Kind;
use super::grid::{BODY_END, BODY_TOP, FOOT_GAP};
use super::set::SetRow;
use std::collections::BTreeSet;

/// A section that has been set.
pub(super) struct SetSection {
    /// Height of its bar.
    pub(super) bar: f32,
    pub(super) rows: Vec<SetRow>,
    pub(super) countersigned: bool,
}

/// What the boxes to sign take at the foot of a page; nothing where there are none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foot {
    pub(super) signed: f32,
    pub(super) countered: f32,
}

impl Foot {
    /// Where the body ends above such boxes.
    pub(super) fn end(self, signed: bool, countered: bool) -> f32 {
        let above = |end: f32, height: f32| if height > 0.0 { end - height - FOOT_GAP } else { end };
        let end = if signed { above(BODY_END, self.signed) } else { BODY_END };
        if countered { above(end, self.countered) } else { end }
    }
}

/// Something on a page, from the top of its body downwards.
#[derive(Clone)]
pub(super) enum Placed {
    /// The bar of this section; once more on a page that goes on with it.
    Bar {
        section: usize,
        again: bool,
        height: f32,
    },
    Row(SetRow),
}

/// What stands between header and foot of a page.
#[derive(Default)]
pub(super) struct PageBody {
    pub(super) placed: Vec<Placed>,
    /// Where the body may end at most.
    pub(super) end: f32,
    /// The 会签 row stands at its foot.
    pub(super) countersigned: bool,
    /// Index of the last section that ends on it, for looking it up.
    ends: Vec<usize>,
}

/// A row that no page can hold.
#[derive(Debug)]
pub(super) struct TooTall {
    pub(super) section: usize,
    pub(super) height: f32,
    pub(super) most: f32,
}

impl Placed {
    pub(super) fn height(&self) -> f32 {
        match self {
            Placed::Bar { height, .. } => *height,
            Placed::Row(row) => row.height,
        }
    }
}

impl PageBody {
    /// The height of everything on it.
    pub(super) fn used(&self) -> f32 {
        self.placed.iter().map(Placed::height).sum()
    }

    fn begins_with(&self, section: usize) -> bool {
        matches!(self.placed.first(), Some(Placed::Bar { section: first, again: false, .. }) if *first == section)
    }

    fn holds_start_of(&self, section: usize) -> bool {
        self.placed
            .iter()
            .any(|placed| matches!(placed, Placed::Bar { section: own, again: false, .. } if *own == section))
    }
}

/// Puts sections on as few pages as they need. The last page leaves room for the sign-off row, the page on which the
/// countersigned section ends for the 会签 row.
pub(super) fn flow(sections: &[SetSection], foot: Foot) -> Result<Vec<PageBody>, TooTall> {
    let countersigned = sections.iter().position(|section| section.countersigned);
    let mut limits = Limits { ends: Vec::new(), breaks: BTreeSet::new() };
    // Each round can only shorten a page or add a break; a few rounds settle it, and the last one stands.
    let mut pages = Vec::new();
    for _ in 0..=sections.len() + 4 {
        pages = Packing::pack(sections, &limits)?;
        if !limits.tighten(&mut pages, sections, foot, countersigned) {
            break;
        }
    }
    Ok(pages)
}

/// What the pages have to leave free, learned round by round.
struct Limits {
    /// Ends of the pages' bodies; [`BODY_END`] where none is known.
    ends: Vec<f32>,
    /// Sections that begin a page.
    breaks: BTreeSet<usize>,
}

impl Limits {
    fn end(&self, page: usize) -> f32 {
        self.ends.get(page).copied().unwrap_or(BODY_END)
    }

    /// Says what each page's end is; `true` when the pages do not keep it yet and must be packed anew.
    fn tighten(
        &mut self,
        pages: &mut [PageBody],
        sections: &[SetSection],
        foot: Foot,
        countersigned: Option<usize>,
    ) -> bool {
        let last = pages.len().saturating_sub(1);
        for (n, page) in pages.iter_mut().enumerate() {
            page.countersigned = countersigned.is_some_and(|section| page.ends.contains(&section));
            page.end = foot.end(n == last, page.countersigned);
        }
        let over = |page: &PageBody| BODY_TOP + page.used() > page.end + 0.01;
        let final_section = sections.len().saturating_sub(1);
        let alone = |page: &PageBody| !page.holds_start_of(final_section) || page.begins_with(final_section);
        let stands_alone = last > 0 && foot.signed > 0.0 && !pages[last].holds_start_of(final_section);
        if (over(&pages[last]) && !alone(&pages[last]) || stands_alone) && self.breaks.insert(final_section) {
            return true;
        }
        let Some(n) = pages.iter().position(over) else { return false };
        self.ends.resize(self.ends.len().max(n + 1), BODY_END);
        let tighter = pages[n].end < self.ends[n];
        self.ends[n] = pages[n].end;
        tighter
    }
}

/// Pages on the way.
struct Packing<'a> {
    limits: &'a Limits,
    pages: Vec<PageBody>,
    y: f32,
}

impl<'a> Packing<'a> {
    fn pack(sections: &[SetSection], limits: &'a Limits) -> Result<Vec<PageBody>, TooTall> {
        let mut packing = Packing { limits, pages: vec![PageBody::default()], y: BODY_TOP };
        for (n, section) in sections.iter().enumerate() {
            packing.section(n, section)?;
        }
        Ok(packing.pages)
    }

    fn room(&self) -> f32 {
        self.limits.end(self.pages.len() - 1) - self.y
    }

    fn place(&mut self, placed: Placed) {
        self.y += placed.height();
        if let Some(page) = self.pages.last_mut() {
            page.placed.push(placed);
        }
    }

    fn next_page(&mut self) {
        self.pages.push(PageBody::default());
        self.y = BODY_TOP;
    }

    fn section(&mut self, section: usize, set: &SetSection) -> Result<(), TooTall> {
        let together = set.bar + chain(&set.rows, 0);
        let begun = self.y > BODY_TOP;
        if begun && (together > self.room() || self.limits.breaks.contains(&section)) {
            self.next_page();
        }
        self.place(Placed::Bar { section, again: false, height: set.bar });
        for at in 0..set.rows.len() {
            if chain(&set.rows, at) > self.room()
                && !self.only_bar()
                && set.rows[at].kind != Kind::Last
                && !is_tied(&set.rows, at)
            {
                self.go_on(section, set, at);
            }
            self.row(section, set, at)?;
        }
        if let Some(page) = self.pages.last_mut() {
            page.ends.push(section);
        }
        Ok(())
    }

    /// Nothing but bars and repeated heads stands on the page yet.
    fn only_bar(&self) -> bool {
        let bare = |placed: &Placed| match placed {
            Placed::Bar { .. } => true,
            Placed::Row(row) => row.kind == Kind::Head,
        };
        self.pages.last().is_some_and(|page| page.placed.iter().all(bare))
    }

    /// A new page with the bar, and the head if a table goes on.
    fn go_on(&mut self, section: usize, set: &SetSection, at: usize) {
        let rows = &set.rows;
        self.next_page();
        self.place(Placed::Bar { section, again: true, height: set.bar });
        if matches!(rows[at].kind, Kind::Entry | Kind::Last) {
            let head =
                rows[..at].iter().rev().take_while(|row| row.kind != Kind::Fields).find(|row| row.kind == Kind::Head);
            if let Some(head) = head {
                self.place(Placed::Row(head.clone()));
            }
        }
    }

    fn row(&mut self, section: usize, set: &SetSection, at: usize) -> Result<(), TooTall> {
        let mut row = set.rows[at].clone();
        while row.height > self.room() {
            let most = self.room();
            let may = row.may_break() || self.only_bar() && row.least_part() <= most && row.is_text();
            if !may {
                return Err(TooTall { section, height: row.height, most });
            }
            let (head, rest) = row.broken_at(most);
            self.place(Placed::Row(head));
            self.go_on(section, set, at);
            row = rest;
        }
        self.place(Placed::Row(row));
        Ok(())
    }
}

/// The height that must stand on one page with the row at `at`: a head and what follows it, the first two rows of a
/// section, the last row of a table and what closes it, rows that share a cell.
fn chain(rows: &[SetRow], at: usize) -> f32 {
    let mut height = 0.0;
    for n in at..rows.len() {
        let row = &rows[n];
        if row.may_break() {
            return height + row.least_part();
        }
        height += row.height;
        let first = rows.iter().take(n + 1).filter(|row| row.kind != Kind::Head).count() == 1;
        let closes = rows.get(n + 1).is_some_and(|next| next.kind == Kind::Last);
        if !(row.tied || row.kind == Kind::Head || first || closes) {
            break;
        }
    }
    height
}

fn is_tied(rows: &[SetRow], at: usize) -> bool {
    at > 0 && rows[at - 1].tied
}
