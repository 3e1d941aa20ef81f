//! The 24-hour containment sheet (D-4, N-1, N-4): places are data, "0" or 不适用 counts as filled.

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Disposition, YesNo};
use crate::id::LineId;
use crate::people::Who;
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

crate::fields! {
    /// 围堵: where could more of it be, and what was found there.
    pub struct Containment {
        /// Which lots, dates, other parts may be hit 可疑范围
        scope: House,
        /// One line for each place
        places: Vec<Place>,
        /// First good batch and how its parts are marked 断点
        clean_point: String, marking: String, clean_from: Option<Date>,
        /// What the customer may be told at once
        told: Told,
        /// Who checked the containment itself
        verified_by: Option<Who>,
    }
    /// One place, with a person and a time of its own.
    pub struct Place {
        /// Its number in this section
        id: LineId,
        /// Code from the procedure's list of places
        place: String,
        /// Not there at all counts as filled
        applies: Option<YesNo>,
        /// Who looks, and when it was done
        who: Option<Who>, done_at: Option<Stamp>,
        /// Pieces there, checked, not good
        stock: Option<i64>, checked: Option<i64>, ng: Option<i64>,
        /// 处置, with the number of the concession where one is needed
        disposition: Option<Disposition>, concession: String,
        /// What else there is to say
        note: House,
    }
}
