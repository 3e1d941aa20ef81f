//! Time as pure data: stamps, dates, spans, the working calendar, and what follows from them. Nothing here reads a clock.
//!
//! Two clocks measure every deadline (D-5): the department's stops in any pause, the customer's only in one to which the
//! customer agreed. Past the last known year of the calendar the answer is [`UnknownYear`]: nothing is guessed.

mod calendar;
mod clock;
mod date;
mod due;
mod holidays;
mod import;
mod pause;
mod shift;
mod span;
mod stamp;
mod stretch;
mod year;

pub use calendar::{Calendar, UnknownYear};
pub use clock::{Deadline, MovedTo, Reading};
pub use date::Date;
pub use due::due;
pub use import::{LineFault, LineWrong, YearDays, read_days};
pub use pause::{Pause, Which, held_millis, paused_now, stopped_millis};
pub use shift::{Side, pressed, shifted};
pub use span::{Span, SpanError};
pub use stamp::Stamp;
pub use year::{CalendarYear, DayFault, Shift};
