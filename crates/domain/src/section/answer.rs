//! What goes to the customer and how it ends: replies, effect, summary, closure (rows R).

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Effect, Heard, ReplyKind, YesNo};
use crate::people::{FileDigest, Who};
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

crate::fields! {
    /// 回复, one row a round.
    pub struct Reply {
        kind: Option<ReplyKind>,
        /// What was done, what prevents recurrence, result, grounds, advice
        text: Told,
        channel: String, sent_at: Option<Stamp>, sent_by: Option<Who>,
        /// Proof of sending
        proof: Vec<FileDigest>,
        /// What the customer says to it, and in which words
        answer: Option<Heard>, answer_words: String, answered_at: Option<Stamp>,
    }
    /// 效果确认: numbers, not words.
    pub struct Effectiveness {
        method: House, criterion: House,
        from: Option<Date>, until: Option<Date>,
        /// Sample and what was found in it, before and after
        sample: Option<i64>, before: String, after: String,
        verdict: Option<Effect>,
        result: House, told: Told,
        /// Containment lifted on
        contained_until: Option<Date>,
        files: Vec<FileDigest>,
    }
    /// 总结评价; one line is enough.
    pub struct Summary {
        text: House,
        went_well: House, to_improve: House, proposal: House,
    }
    /// 结案
    pub struct Closure {
        text: House,
        /// The customer confirmed it; where not, why it is closed all the same
        confirmed: Option<YesNo>, without: String,
    }
}
