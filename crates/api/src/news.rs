//! What has come for somebody since they were told last: for the notifications of the system, which the shell shows.
//!
//! Looking keeps no session alive: a window that nobody touches locks itself all the same.

use crate::app::{App, Caller};
use crate::error::{ApiError, Result};
use crate::seat::Seat;
use kesu_domain::derive::Press;
use kesu_domain::master::Account;
use kesu_domain::words;
use kesu_store::derived::ReminderLine;

/// So many are looked at.
const MOST: u32 = 50;

impl App {
    /// Reminders and escalations that have come and were not told yet, as one sentence each: the number of the case and no word
    /// of what it is about (M-7). Nothing for a window at which nobody sits.
    ///
    /// # Errors
    /// `folder`, `busy`.
    pub fn news(&self, caller: &Caller) -> Result<Vec<String>> {
        let Some(seat) = Seat::looked_up(self, caller)? else { return Ok(vec![]) };
        let now = self.machine.now();
        let (lang, lines) = self.folder.read(Some(seat.account), now, |db| {
            let lang = db.get::<Account>(seat.account)?.body.language;
            let mut lines = db.reminders(Press::Escalate, MOST)?;
            lines.extend(db.reminders(Press::Remind, MOST)?);
            Ok::<_, ApiError>((lang, lines))
        })?;
        let mut said = vec![];
        for line in lines {
            if self.private.tell_once(seat.account, &name(&line), now)? {
                let key = match line.press {
                    Press::Remind => "time.remind",
                    Press::Escalate => "time.escalate",
                };
                said.extend(words::sentence(lang, key, &[("number", &line.number)]));
            }
        }
        Ok(said)
    }
}

/// The same moment of the same task is one piece of news.
fn name(line: &ReminderLine) -> String {
    let press = match line.press {
        Press::Remind => "remind",
        Press::Escalate => "escalate",
    };
    format!("{}/{}/{}/{}/{press}/{}", line.case, line.key.task, line.key.slot, line.key.round, line.since)
}
