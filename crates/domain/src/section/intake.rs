//! What is written down when a complaint comes in (forms § 1).

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Amount, Channel, Class, Demand, Format, Issue, Mode, Object, Route, YesNo};
use crate::id::{AccountId, CustomerId, DepartmentId, LineId, ProductId};
use crate::people::FileDigest;
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

crate::fields! {
    /// 投诉内容. Registration needs six facts (I-14); everything else is asked by the task that needs it.
    pub struct Complaint {
        /// 客户
        customer: Option<CustomerId>,
        /// The person who complains, and how to reach them 投诉人
        contact: String, phone: String, email: String, address: String,
        /// End customer, where the customer sells on
        end_customer: String,
        /// 渠道
        channel: Option<Channel>,
        /// 接收时间: date and time; the clock of the customer starts here
        received_at: Option<Stamp>,
        /// When the house first knew, if earlier
        aware_at: Option<Stamp>,
        /// Language and channel in which the customer wants the answer
        answer_in: String,
        /// 客户投诉编号 and other numbers of the customer
        customer_no: String, order_no: String, delivery_note: String,
        /// The date until which the customer requires the answer, and its form
        reply_due: Option<Stamp>, format: Option<Format>,
        /// 类别
        class: Option<Class>,
        /// 发现阶段
        mode: Option<Mode>,
        /// 产品
        lines: Vec<ProductLine>,
        /// The customer's words, as said and in their language 投诉原话
        words: Told,
        /// 不良现象 in our terms, and its code in the dictionary
        defect: House, defect_code: String,
        /// 发现地点, 发现时间, 如何发现, 影响
        where_found: String, found_on: Option<Date>, how_found: String, effect: String,
        /// 投诉要求: by kind and in words
        demand: Option<Demand>, demand_words: Told,
        /// Amount asked for
        demand_amount: Option<Amount>,
        /// Told on the spot that it was received: then no acknowledgement follows
        acknowledged: Option<YesNo>,
        /// Defective pieces are asked for (I-4)
        samples: Option<YesNo>,
        /// The person complained about, if it is one of ours (V-6)
        about: Option<AccountId>,
        /// 问题类型: a complaint, or something that may become one (I-8)
        issue: Option<Issue>,
        /// By which desk it came in 受理路径
        route: Option<Route>,
        /// 投诉对象: a person, a department or a product, and which departments
        object: Option<Object>, about_departments: Vec<DepartmentId>,
        /// 分类代码 of the procedure's tree of categories (C-JD)
        category: String,
        /// 有退货: goods come back with it (I-3)
        returned: Option<YesNo>,
        /// The customer lets it be told to third parties (M-7)
        consent: Option<YesNo>,
        /// Photos, mails, scans
        files: Vec<FileDigest>,
    }
    /// One product of the complaint with its lots and numbers.
    pub struct ProductLine {
        /// Its number in this section
        id: LineId,
        /// From the master data; the name as said where it is not there yet
        product: Option<ProductId>, name: String,
        /// 客户零件号, 型号/图纸版本
        customer_part: String, model: String,
        /// 批号/序列号, 生产日期, 交付日期
        lot: String, made_on: Option<Date>, delivered_on: Option<Date>,
        /// 交付, 检查, 不良, 退回数量; 停线分钟
        delivered: Option<i64>, inspected: Option<i64>, defective: Option<i64>, returned: Option<i64>, line_stop_minutes: Option<i64>,
    }
}
