//! Time as pure data: stamps, dates, spans, the working calendar, and what follows from them. Nothing here reads a clock.

mod calendar;
mod date;
mod due;
mod holidays;
mod span;
mod stamp;

pub use calendar::{Calendar, CalendarYear, Shift, UnknownYear};
pub use date::Date;
pub use due::{Pause, Which, due, paused_now};
pub use span::Span;
pub use stamp::Stamp;
