//! The forms: each says its fields in order and leaves their place to `layout`.

mod customer;
mod f01;
mod f03;
mod f04;
mod f04_steps;
mod morning;

pub(crate) use f01::f01;
pub(crate) use f03::f03;
pub(crate) use f04::f04;
pub(crate) use morning::morning;

use crate::layout::speech::Speech;
use crate::view::{Sheet, State};

/// How the labels of this sheet are said.
fn speech(sheet: &Sheet) -> Speech {
    Speech { lang: sheet.lang, by_hand: matches!(sheet.state, State::ByHand(_)) }
}
