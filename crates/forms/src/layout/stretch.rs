//! Spare height goes into the stretch cells, at most double (forms-language § 5.6).

use super::flow::{PageBody, Placed};
use super::grid::{BODY_TOP, HAND_EXTRA, HAND_LINE};
use super::set::{Set, SetRow};

/// Lets the stretch cells of a page grow until its frame ends where it may; the rest stays white.
pub(super) fn stretch(page: &mut PageBody) {
    let spare = page.end - BODY_TOP - page.used();
    let mut rows: Vec<&mut SetRow> = page
        .placed
        .iter_mut()
        .filter_map(|placed| match placed {
            Placed::Row(row) if row.grows => Some(row),
            Placed::Row(_) | Placed::Bar { .. } => None,
        })
        .collect();
    let wanted: f32 = rows.iter().map(|row| row.height).sum();
    if wanted <= 0.0 || spare <= 0.0 {
        return;
    }
    let share = (spare / wanted).min(1.0);
    for row in &mut rows {
        row.grow(row.height * share);
    }
}

impl SetRow {
    /// Taller by so much; lines to write on by whole lines only.
    fn grow(&mut self, by: f32) {
        let mut by = by;
        for cell in &mut self.cells {
            if let Set::Guides(guides) = &mut cell.content
                && *guides > 0
            {
                let more = (by / HAND_LINE).floor();
                *guides += more as u8;
                by = (f32::from(*guides) * HAND_LINE + HAND_EXTRA - self.height).max(0.0);
            }
        }
        self.height += by;
    }
}
