//! Goods: defective pieces, returns, and what is done with what does not conform.

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Disposition, Goods};
use crate::people::{FileDigest, Who};
use crate::text::House;
use crate::time::Date;

crate::fields! {
    /// Defective pieces: asked for, received, kept, analysed.
    pub struct Sample {
        what: String, pieces: Option<i64>,
        asked_on: Option<Date>, received_on: Option<Date>,
        /// Where it lies and who has it
        place: String, holder: Option<Who>,
        /// 故障标识 (C-7)
        fault_mark: String,
        result: House,
        files: Vec<FileDigest>,
    }
    /// Goods that the customer sends back.
    pub struct Return {
        what: String, lot: String,
        /// Pieces asked for, allowed, received
        asked: Option<i64>, allowed: Option<i64>, received: Option<i64>,
        asked_on: Option<Date>, received_on: Option<Date>, place: String,
        confirmed_by: Option<Who>, result: House,
        files: Vec<FileDigest>,
    }
    /// 处置 of nonconforming goods, by the procedure for nonconforming product.
    pub struct GoodsDisposition {
        goods: Option<Goods>, what: String, place: String, pieces: Option<i64>,
        disposition: Option<Disposition>, concession: String,
        by: Option<Who>, on: Option<Date>, note: House,
    }
}
