//! Time as pure data: stamps, dates, spans, the working calendar, and what follows from them. Nothing here reads a clock.

mod date;
mod stamp;

pub use date::Date;
pub use stamp::Stamp;
