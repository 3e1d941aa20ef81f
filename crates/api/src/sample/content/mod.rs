//! What is told in the sample: troubles of a factory, who complains, what they say, why it happened, what was done.
//!
//! Lists of words and nothing else. How they are combined into a case is [`super::story`]'s business. `{p}` is the
//! product, `{n}` the pieces that are not good, `{of}` those looked at, `{lot}` the lot.

pub(super) mod goods;
pub(super) mod master;
pub(super) mod metal;
pub(super) mod service;
pub(super) mod shared;

use kesu_domain::choice::{Bone, Class};

/// A kind of product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// 冲压件
    Stamping,
    /// 压铸件
    Casting,
    /// 紧固件
    Fastener,
    /// 钣金机箱
    Cabinet,
    /// 注塑件
    Moulding,
    /// 线束电缆
    Cable,
    /// 户外家具、垃圾桶
    Outdoor,
    /// 纸箱包材
    Packing,
}

/// One thing that goes wrong.
#[derive(Debug)]
pub(super) struct Trouble {
    /// With which products; any, where none is named.
    pub(super) line: Option<Line>,
    pub(super) class: Class,
    /// Code in the defect dictionary.
    pub(super) code: &'static str,
    /// 不良现象
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    /// The customer's words.
    pub(super) said: [&'static str; 2],
    pub(super) said_en: &'static str,
    /// What it does at the customer's.
    pub(super) effect: &'static str,
    /// Why after why; the last is the root.
    pub(super) whys: [&'static str; 4],
    pub(super) bone: Bone,
    /// What removes the root, as the customer may read it.
    pub(super) fix: &'static str,
    pub(super) fix_en: &'static str,
    /// By what it is measured.
    pub(super) measure: &'static str,
}

/// Every trouble: of goods, and of what is done around them.
pub(super) fn troubles() -> impl Iterator<Item = &'static Trouble> {
    metal::TROUBLES.iter().chain(goods::TROUBLES).chain(service::TROUBLES)
}

/// Of all of them, those with goods of this kind; for a service those that are no trouble of goods.
pub(super) fn of_goods(line: Line) -> Vec<&'static Trouble> {
    troubles().filter(|trouble| trouble.line == Some(line)).collect()
}

/// Trouble with what is done around the goods: delivery, order, freight, documents, service.
pub(super) fn of_service() -> &'static [Trouble] {
    service::TROUBLES
}
