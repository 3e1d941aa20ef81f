//! The morning sheet 晨会单 of one plant, as the person who prints it may see it (D-5).

use super::say::word;
use crate::door::Reading;
use crate::error::{ApiError, Result};
use crate::handle::paper::FormLanguage;
use chrono::Datelike as _;
use chrono_tz::Tz;
use kesu_domain::derive::Holder;
use kesu_domain::id::{AccountId, CustomerId, DepartmentId, PlantId};
use kesu_domain::master::{Account, Customer, Department, Plant, ProcedureText};
use kesu_domain::people::Who;
use kesu_domain::text::{Lang, Names};
use kesu_domain::time::{Date, Stamp};
use kesu_forms::view::morning::{MorningCase, MorningHolder, MorningLine, MorningSheet};
use kesu_forms::view::{Entry, Plant as Printing, Printed, Sheet, State, Words};
use kesu_store::derived::{BoardCount, BoardFilter, BoardLine, Order, Page, RegisterFilter, When};
use std::collections::BTreeMap;
use std::io::Read as _;

/// More rows of one part than a page has.
const ROWS: u32 = 20;

/// Draws it: its name and bytes. Nothing is kept.
pub(crate) fn morning(cx: &Reading, plant: PlantId, language: FormLanguage) -> Result<(String, Vec<u8>)> {
    let page = Morning::of(cx, plant)?;
    let view = page.view()?;
    let sheet = page.sheet(language)?;
    let drawn = kesu_forms::morning(&sheet, &view).map_err(ApiError::internal)?;
    Ok((format!("{} {}.pdf", page.plant.code, page.day), drawn.bytes))
}

/// What the sheet looks up: names, the day, the wall clock.
struct Morning<'a> {
    cx: &'a Reading<'a>,
    id: PlantId,
    plant: Plant,
    zone: Tz,
    day: Date,
    customers: BTreeMap<CustomerId, Names>,
    accounts: BTreeMap<AccountId, String>,
    departments: BTreeMap<DepartmentId, Names>,
    roles: BTreeMap<String, Names>,
}

impl<'a> Morning<'a> {
    fn of(cx: &'a Reading<'a>, id: PlantId) -> Result<Morning<'a>> {
        let plant = cx.db.get::<Plant>(id)?.body;
        let zone = cx.db.zone(id)?;
        let mut roles = BTreeMap::new();
        for kept in cx.db.list::<ProcedureText>(&[])? {
            // A draft that cannot run has no case that waits.
            if let Ok(p) = cx.db.procedure(kept.id) {
                roles.extend(p.roles.iter().map(|role| (role.id.to_string(), role.name.clone())));
            }
        }
        Ok(Morning {
            customers: cx.db.list::<Customer>(&[])?.into_iter().map(|kept| (kept.id, kept.body.name)).collect(),
            accounts: cx.db.list::<Account>(&[])?.into_iter().map(|kept| (kept.id, kept.body.name)).collect(),
            departments: cx.db.list::<Department>(&[])?.into_iter().map(|kept| (kept.id, kept.body.name)).collect(),
            day: cx.now().day(zone),
            roles,
            cx,
            id,
            plant,
            zone,
        })
    }

    fn sheet(&self, language: FormLanguage) -> Result<Sheet> {
        let mut logo = None;
        if let Some(digest) = &self.plant.logo {
            let mut bytes = vec![];
            self.cx.app.folder.open_file(digest)?.read_to_end(&mut bytes).map_err(ApiError::internal)?;
            logo = Some(bytes);
        }
        let unit = &self.plant.unit;
        let now = self.cx.now();
        Ok(Sheet {
            lang: language.of_form(),
            plant: Printing {
                name: Words::from(&self.plant.name),
                unit: (!unit.zh.is_empty() || !unit.en.is_empty()).then(|| Words::from(unit)),
                logo,
            },
            form_no: "—".into(),
            version: "—".into(),
            state: State::Working,
            unmarked: false,
            retention: word("print.not_kept", &[]),
            printed: Printed {
                at: now,
                local: now.utc().with_timezone(&self.zone).format("%Y-%m-%d %H:%M %:z").to_string(),
                by: Words::from(self.account(self.cx.seat.account)),
                machine: Some(self.cx.app.machine.name()),
            },
        })
    }

    fn view(&self) -> Result<MorningSheet> {
        let all = BoardFilter { plant: Some(self.id), ..BoardFilter::default() };
        let ends = self.midnight(1);
        let counts = self.cx.db.board_counts(&all, ends)?;
        let sum = |of: fn(&BoardCount) -> u64| counts.iter().map(of).sum::<u64>();
        let (overdue, today) = (sum(|one| one.overdue), sum(|one| one.soon));
        let late = self.cx.db.board_lines(&BoardFilter { when: When::Overdue, ..all.clone() }, ROWS)?;
        let next = self.cx.db.board_lines(&BoardFilter { when: When::Until(ends), ..all }, ROWS)?;
        let (new, new_in_all) = self.new_cases()?;
        let holders = self.holders(&counts);
        Ok(MorningSheet {
            day: self.day.to_string(),
            totals: [sum(|one| one.waiting), overdue, today, sum(|one| one.paused), new_in_all as u64].map(figure),
            overdue: late.iter().map(|line| self.line(line)).collect::<Result<_>>()?,
            overdue_in_all: overdue as usize,
            today: next.iter().map(|line| self.line(line)).collect::<Result<_>>()?,
            today_in_all: today as usize,
            holders_in_all: holders.len(),
            holders,
            new,
            new_in_all,
        })
    }

    fn line(&self, line: &BoardLine) -> Result<MorningLine> {
        let p = self.cx.db.procedure(line.version)?;
        let task = p
            .task(&line.row.key.task)
            .map_or_else(|| Words::from(line.row.key.task.as_str()), |task| Words::from(&task.name));
        let late = line.row.due.map(|due| self.cx.now().millis() - due.millis()).filter(|late| *late > 0);
        let hours = late.unwrap_or_default() / 3_600_000;
        let said = word("print.late_by", &[("days", &(hours / 24).to_string()), ("hours", &(hours % 24).to_string())]);
        let reason = Some(line.row.reason.as_str()).filter(|reason| !reason.is_empty()).map(Words::from);
        Ok(MorningLine {
            number: Entry::said(line.number.as_str()),
            customer: Entry::or_not_applicable(line.customer.and_then(|id| self.customers.get(&id)).map(Words::from)),
            task: Entry::Said(task),
            holder: Entry::Said(self.holder(&line.row.holder)),
            since: self.moment(line.row.opened),
            due: self.moment(line.row.due),
            late: Entry::or_not_applicable(reason.or_else(|| late.map(|_| said))),
        })
    }

    /// Each party once, whoever has most that is late first.
    fn holders(&self, counts: &[BoardCount]) -> Vec<MorningHolder> {
        let mut sums: BTreeMap<&Holder, (u64, u64, u64, Option<Stamp>)> = BTreeMap::new();
        for one in counts {
            let sum = sums.entry(&one.holder).or_default();
            (sum.0, sum.1, sum.2) = (sum.0 + one.waiting, sum.1 + one.overdue, sum.2 + one.soon);
            sum.3 = [sum.3, one.oldest].into_iter().flatten().min();
        }
        let mut all: Vec<_> = sums.into_iter().collect();
        all.sort_by_key(|(_, (open, overdue, ..))| std::cmp::Reverse((*overdue, *open)));
        let row = |(holder, (open, overdue, today, oldest)): (&Holder, _)| MorningHolder {
            holder: self.holder(holder),
            counts: [open, overdue, today].map(figure),
            oldest: self.moment(oldest),
        };
        all.into_iter().map(row).collect()
    }

    /// Cases received since the beginning of yesterday, and how many.
    fn new_cases(&self) -> Result<(Vec<MorningCase>, usize)> {
        let filter = RegisterFilter {
            plant: Some(self.id),
            received_from: Some(self.day.plus(-1)),
            ..RegisterFilter::default()
        };
        let page = Page { order: Order::Received, after: None, skip: 0, limit: ROWS };
        let rows = self.cx.db.register(&filter, &page)?.into_iter().map(|(_, row)| MorningCase {
            number: Entry::said(row.number),
            customer: Entry::or_not_applicable(row.customer.and_then(|id| self.customers.get(&id)).map(Words::from)),
            words: Entry::said(row.summary),
            received: self.moment(Some(row.received)),
        });
        let rows: Vec<_> = rows.collect();
        let in_all = if rows.len() < ROWS as usize {
            rows.len()
        } else {
            self.cx.db.register_count(&filter, Order::Received)?.cases as usize
        };
        Ok((rows, in_all))
    }

    fn holder(&self, holder: &Holder) -> Words {
        let department = |id: &DepartmentId| self.departments.get(id).map(Words::from).unwrap_or_default();
        match holder {
            Holder::Party(name) => word("print.outside", &[("name", name)]),
            Holder::Role(role) => self.roles.get(role.as_str()).map_or_else(|| Words::from(role.as_str()), Words::from),
            Holder::Person(Who::Account(id)) => Words::from(self.account(*id)),
            Holder::Person(Who::Name(name)) => Words::from(name.as_str()),
            Holder::Department(id) => department(id),
            Holder::Head(id) => {
                let names = self.departments.get(id).cloned().unwrap_or_default();
                let said = |lang| kesu_domain::words::sentence(lang, "print.head_of", &[("name", names.get(lang))]);
                Words { text: said(Lang::Zh).unwrap_or_default(), en: said(Lang::En) }
            }
            Holder::Anyone => word("by.anyone", &[]),
        }
    }

    fn account(&self, id: AccountId) -> String {
        self.accounts.get(&id).cloned().unwrap_or_default()
    }

    /// Day and minute by the plant's wall clock; what ends at midnight ends the day before it.
    fn moment(&self, at: Option<Stamp>) -> Entry {
        let said = |at: Stamp| {
            let local = at.local(self.zone);
            // A deadline at midnight is the end of the day before; of another year than the sheet's the year is said.
            let (day, time) = match local.format("%H:%M").to_string().as_str() {
                "00:00" => (at.plus_millis(-1).local(self.zone), "24:00".to_owned()),
                time => (local, time.to_owned()),
            };
            let day = if day.year() == self.day.year() { day.format("%m-%d") } else { day.format("%Y-%m-%d") };
            format!("{day} {time}")
        };
        Entry::or_not_applicable(at.map(said))
    }

    /// Just behind the end of the day so many days from today, exclusive.
    fn midnight(&self, days: i64) -> Stamp {
        Stamp::at_local(self.day.plus(days).0.and_time(chrono::NaiveTime::MIN), self.zone).plus_millis(1)
    }
}

fn figure(n: u64) -> Entry {
    Entry::said(n.to_string())
}
