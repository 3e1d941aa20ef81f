//! F-1 客户投诉记录表.

use super::{Choice, Entry, Photo, SignBox, Words};

/// A complaint as it was received, in the order of the form (forms-language § 7, forms.md § 1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ComplaintRecord {
    /// `None` on paper that has no case yet.
    pub case_no: Option<String>,

    /// When it reached the plant.
    pub received_at: Entry,
    /// When the house first knew of it, if earlier.
    pub aware_at: Entry,
    /// When it got its number.
    pub registered_at: Entry,
    /// Who gave it one.
    pub registered_by: Entry,
    /// By which way it came; several may hold.
    pub channel: Choice,
    /// When the customer was told that it has arrived.
    pub acknowledged_at: Entry,
    /// By when the customer wants an answer.
    pub reply_due: Entry,
    /// In which form.
    pub format: Choice,
    /// In which language, and by which way.
    pub answer_in: Entry,

    /// Who complains.
    pub customer: Entry,
    /// Its code in the master data.
    pub customer_code: Entry,
    /// Where it is.
    pub address: Entry,
    /// Who uses the product.
    pub end_customer: Entry,
    /// The person.
    pub contact: Entry,
    /// Of the person.
    pub phone: Entry,
    /// Of the person.
    pub email: Entry,
    /// The customer's own number for it.
    pub customer_no: Entry,
    /// Purchase order.
    pub order_no: Entry,
    /// Delivery note.
    pub delivery_note: Entry,

    /// What it is about; one line prints as fields, several as a table.
    pub lines: Vec<ProductLine>,

    /// What the customer said, word for word.
    pub words: Entry,
    /// Of what kind it is.
    pub class: Choice,
    /// Where in its life it came up: in the field, at the customer's line, at incoming inspection, in the house.
    pub mode: Choice,
    /// What is wrong, in the words of the house.
    pub defect: Entry,
    /// Its code.
    pub defect_code: Entry,
    /// Where it was found.
    pub where_found: Entry,
    /// On which day.
    pub found_on: Entry,
    /// How.
    pub how_found: Entry,
    /// What it does at the customer, its customer or a user.
    pub effect: Entry,
    /// What the customer wants.
    pub demand: Choice,
    /// The same in the customer's words, with the amount if one is asked for.
    pub demand_words: Entry,

    /// 一般, 严重, 重大.
    pub severity: Choice,
    /// Touches safety or law.
    pub safety: Choice,
    /// First or repeated.
    pub repeat: Choice,
    /// Something must be done at once.
    pub urgent: Choice,
    /// An 8D is to be made.
    pub eight_d: Choice,
    /// Who handles it.
    pub owner: Entry,
    /// Why it was assessed so.
    pub note: Entry,

    /// What came with it.
    pub attachments: Vec<Attachment>,
    /// What is printed of it as pictures.
    pub photos: Vec<Photo>,

    /// 制作, 审核, 批准.
    pub signatures: Vec<SignBox>,
}

/// One product of a complaint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductLine {
    /// What it is called.
    pub name: Entry,
    /// Model or drawing, with its revision.
    pub model: Entry,
    /// The customer's part number.
    pub customer_part: Entry,
    /// Batch or serial number.
    pub lot: Entry,
    /// When it was made.
    pub made_on: Entry,
    /// When it was delivered.
    pub delivered_on: Entry,
    /// How many, with unit.
    pub delivered: Entry,
    /// How many of them are bad, with unit; the figure that matters.
    pub defective: Entry,
    /// Their share, such as `3.0 %`; printed in brackets behind.
    pub defective_share: Option<String>,
    /// How many the customer has looked at.
    pub inspected: Entry,
    /// How many came back.
    pub returned: Entry,
    /// How long the customer's line stood.
    pub line_stop: Entry,
}

/// A file of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What it is.
    pub name: Words,
    /// Short digest; `None` for a thing that is no file.
    pub digest: Option<String>,
}
