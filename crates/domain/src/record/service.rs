//! Service at the customer's: orders, repairs, the quality of a consultation.

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Amount, Scope, YesNo};
use crate::people::{FileDigest, Who};
use crate::text::House;
use crate::time::{Date, Stamp};

crate::fields! {
    /// 客户服务单 (forms § 4): numbered before, filled on site, signed by the customer.
    pub struct ServiceOrder {
        site: String, contact: String, phone: String, product: String, warranty: Option<YesNo>,
        /// What was reported
        reported: String,
        engineer: Option<Who>, left_at: Option<Stamp>, arrived_at: Option<Stamp>, finished_at: Option<Stamp>,
        diagnosis: House, work: House, parts: String, cost: Option<Amount>,
        solved: Option<YesNo>, scope: Option<Scope>, next: House,
        /// What the customer says, and who signed for the customer
        customer_words: String, score: Option<i64>, customer_signed: String,
        files: Vec<FileDigest>,
    }
    /// 维修(护)处理单
    pub struct Repair {
        what: House, by: Option<Who>, started_on: Option<Date>, done_on: Option<Date>,
        result: House, warranty: String, files: Vec<FileDigest>,
    }
    /// 咨询质量跟踪表
    pub struct Tracking {
        consultant: Option<Who>, project: String, content: House, told_at: Option<Stamp>,
        findings: House, measures: House,
    }
}
