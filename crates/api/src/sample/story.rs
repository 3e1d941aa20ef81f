//! What one case is about: who complains of what, thrown once; every body of the case is written from it.

use super::content::shared;
use super::content::{Line, Trouble, of_goods, of_service};
use super::dice::Dice;
use super::house::{Buyer, Good, House};
use super::pace::day_after;
use kesu_domain::choice::{Channel, Demand, Mode, Severity, YesNo};
use kesu_domain::id::LineId;
use kesu_domain::section::{Complaint, ProductLine};
use kesu_domain::text::{House as ForHouse, Told};
use kesu_domain::time::{Date, Stamp};

/// What one case is about.
#[derive(Clone)]
pub(super) struct Story {
    pub(super) buyer: usize,
    pub(super) contact: usize,
    pub(super) good: usize,
    pub(super) trouble: &'static Trouble,
    pub(super) lot: String,
    /// Pieces not good, of so many looked at, of so many delivered.
    pub(super) bad: i64,
    pub(super) checked: i64,
    pub(super) delivered: i64,
    pub(super) severity: Severity,
    pub(super) channel: Channel,
    pub(super) demand: Demand,
    pub(super) repeat: bool,
    /// Places in the lists of words, so that one case says the same thing everywhere.
    pub(super) escape: usize,
    pub(super) system: usize,
    pub(super) prevention: usize,
    pub(super) correction: usize,
}

const CHANNELS: &[Channel] = &[
    Channel::Phone,
    Channel::Phone,
    Channel::Email,
    Channel::Email,
    Channel::Wechat,
    Channel::Wechat,
    Channel::Qq,
    Channel::Portal,
    Channel::Visit,
    Channel::Return,
    Channel::Letter,
    Channel::Online,
];
const DEMANDS: &[Demand] = &[
    Demand::Replace,
    Demand::Replace,
    Demand::Rework,
    Demand::Sort,
    Demand::Refund,
    Demand::Discount,
    Demand::Compensation,
    Demand::Report,
    Demand::Visit,
];

impl Story {
    /// A story about goods mostly; a quick one is about what is done around them.
    pub(super) fn new(house: &House, quick: bool, received: Date, dice: &mut Dice) -> Story {
        let good = dice.below(house.products.len());
        let line: Line = house.products[good].line;
        let trouble = if quick || dice.percent(18) {
            &of_service()[dice.below(of_service().len())]
        } else {
            let of_goods = of_goods(line);
            of_goods[dice.below(of_goods.len())]
        };
        let buyer = dice.below(house.customers.len());
        let checked = dice.between(20, 400);
        let lot_day = received.plus(-dice.between(10, 60));
        let severities = if quick {
            vec![Severity::Ordinary]
        } else {
            vec![Severity::Ordinary, Severity::Ordinary, Severity::Serious, Severity::Ordinary, Severity::Major]
        };
        Story {
            buyer,
            contact: dice.below(house.customers[buyer].contacts.len()),
            good,
            trouble,
            lot: format!("{}-{:02}", lot_day.0.format("%y%m%d"), dice.between(1, 20)),
            bad: dice.between(2, (checked / 4).max(3)),
            checked,
            delivered: checked * dice.between(2, 20),
            severity: *dice.pick(&severities),
            channel: *dice.pick(CHANNELS),
            demand: *dice.pick(DEMANDS),
            repeat: dice.percent(12),
            escape: dice.below(shared::ESCAPES.len()),
            system: dice.below(shared::SYSTEMS.len()),
            prevention: dice.below(shared::PREVENTIONS.len()),
            correction: dice.below(shared::CORRECTIONS.len()),
        }
    }

    pub(super) fn buyer<'a>(&self, house: &'a House) -> &'a Buyer {
        &house.customers[self.buyer]
    }

    pub(super) fn good<'a>(&self, house: &'a House) -> &'a Good {
        &house.products[self.good]
    }

    pub(super) fn contact<'a>(&self, house: &'a House) -> &'a (String, String, String) {
        &self.buyer(house).contacts[self.contact]
    }

    /// A text with this story's product, pieces and lot in it.
    pub(super) fn tell(&self, house: &House, text: &str) -> String {
        self.put(text, self.good(house).zh)
    }

    /// The same in English.
    pub(super) fn tell_en(&self, house: &House, text: &str) -> String {
        self.put(text, self.good(house).en)
    }

    fn put(&self, text: &str, product: &str) -> String {
        text.replace("{p}", product)
            .replace("{n}", &self.bad.to_string())
            .replace("{of}", &self.checked.to_string())
            .replace("{lot}", &self.lot)
    }

    /// Words for the customer: in English too, where they are answered in it.
    pub(super) fn told(&self, house: &House, zh: &str, en: &str) -> Told {
        let en = if self.buyer(house).foreign { self.tell_en(house, en) } else { String::new() };
        Told { zh: self.tell(house, zh), en }
    }

    /// The complaint as it comes in.
    pub(super) fn complaint(&self, house: &House, received: Stamp, quick: bool, dice: &mut Dice) -> Complaint {
        let (buyer, good, contact) = (self.buyer(house), self.good(house), self.contact(house));
        let trouble = self.trouble;
        let said =
            format!("{}{}{}", dice.pick(shared::OPENINGS), dice.pick(&trouble.said), dice.pick(shared::CLOSINGS));
        let said_en = format!("{} {}", trouble.said_en, dice.pick(shared::CLOSINGS_EN));
        let words = self.told(house, &said, said_en.trim());
        let day = |days: i64| day_after(&house.calendar, received, days);
        let stop = (self.severity == Severity::Major).then(|| dice.between(20, 240));
        let line = ProductLine {
            id: LineId(1),
            product: Some(good.id),
            name: good.zh.to_owned(),
            customer_part: format!("{}-{}", good.code, self.buyer + 1),
            model: format!("{}/{}", good.code, ["A", "B", "C"][self.good % 3]),
            lot: self.lot.clone(),
            made_on: Some(day(-dice.between(12, 50))),
            delivered_on: Some(day(-dice.between(1, 9))),
            delivered: Some(self.delivered),
            inspected: Some(self.checked),
            defective: Some(self.bad),
            returned: (!quick).then(|| dice.between(0, self.bad)),
            line_stop_minutes: stop,
        };
        let asks_until = !quick && dice.percent(35);
        let demand = demand_words(self.demand);
        Complaint {
            customer: Some(buyer.id),
            contact: contact.0.clone(),
            phone: contact.1.clone(),
            email: contact.2.clone(),
            address: if dice.percent(30) { buyer.address.to_owned() } else { String::new() },
            channel: Some(self.channel),
            received_at: Some(received),
            answer_in: if buyer.foreign { "English".into() } else { String::new() },
            customer_no: format!("CR{}{:03}", day(0).0.format("%y%m"), dice.between(1, 999)),
            order_no: format!("PO{}", dice.between(100_000, 999_999)),
            delivery_note: format!("SH{}", dice.between(10_000, 99_999)),
            reply_due: asks_until.then(|| received.plus_millis(dice.between(5, 12) * 86_400_000)),
            format: buyer.format,
            class: Some(trouble.class),
            mode: Some(*dice.pick(&[Mode::Incoming, Mode::ZeroKm, Mode::Field, Mode::Incoming])),
            lines: vec![line],
            words,
            defect: ForHouse(trouble.zh.to_owned()),
            defect_code: trouble.code.to_owned(),
            where_found: (*dice.pick(&["来料检验", "装配线", "仓库", "安装现场", "终端用户处"])).to_owned(),
            found_on: Some(day(-dice.between(0, 2))),
            how_found: (*dice.pick(&["抽检", "全检", "使用中发现", "客户的客户反馈"])).to_owned(),
            effect: trouble.effect.to_owned(),
            demand: Some(self.demand),
            demand_words: self.told(house, demand.0, demand.1),
            acknowledged: Some(if quick || dice.percent(55) { YesNo::Yes } else { YesNo::No }),
            samples: Some(if quick || dice.percent(60) { YesNo::No } else { YesNo::Yes }),
            ..Complaint::default()
        }
    }
}

/// 投诉要求, as the customer puts it.
fn demand_words(demand: Demand) -> (&'static str, &'static str) {
    match demand {
        Demand::Replace => ("要求更换 {n} 件。", "Replacement of {n} pieces."),
        Demand::Rework => ("请安排返工。", "Please rework."),
        Demand::Sort => ("请派人到现场挑选。", "Please sort on our site."),
        Demand::Refund => ("要求退款。", "Refund."),
        Demand::Discount => ("要求折价接收。", "We accept at a discount."),
        Demand::Compensation => ("要求赔偿挑选与停线费用。", "Compensation of sorting and downtime."),
        Demand::Report => ("请提交 8D 报告。", "An 8D report."),
        Demand::Visit => ("请派技术人员到现场。", "A visit of your engineer."),
    }
}
