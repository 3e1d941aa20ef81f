//! iCalendar (RFC 5545) as calendars on phones and desktops read it: moments in UTC, folded lines, UIDs that stay.

use kesu_domain::time::Stamp;

/// A deadline.
pub(crate) struct Event {
    /// The same for as long as the task is: so that a calendar moves it and makes no second one.
    pub(crate) uid: String,
    pub(crate) due: Stamp,
    pub(crate) summary: String,
    pub(crate) description: String,
}

/// The most bytes of a line.
const LINE: usize = 75;

/// The whole file. A deadline is an event without length that takes nobody's time.
pub(crate) fn calendar(name: &str, now: Stamp, events: &[Event]) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &str| fold(&mut out, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Kesu//Kesu//ZH");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escaped(name));
    for event in events {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&event.uid));
        line("DTSTAMP", &moment(now));
        line("DTSTART", &moment(event.due));
        line("SUMMARY", &escaped(&event.summary));
        line("DESCRIPTION", &escaped(&event.description));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    out
}

fn moment(at: Stamp) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| *sign != '\r') {
        match sign {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(sign);
            }
            other => out.push(other),
        }
    }
    out
}

/// A line of at most 75 bytes, which goes on after a blank; no character is broken.
fn fold(out: &mut String, line: &str) {
    let mut room = LINE;
    for sign in line.chars() {
        if sign.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= sign.len_utf8();
        out.push(sign);
    }
    out.push_str("\r\n");
}
