//! What holds for any anchor, span and pauses.

use super::{SHANGHAI, at, year};
use kesu_domain::time::{Calendar, Deadline, Pause, Span, Stamp, Which, due, stopped_millis};
use proptest::prelude::*;

const MINUTE: i64 = 60_000;
/// In minutes.
const DAY: i64 = 24 * 60;

/// In 2024 or the first half of 2025, so that no answer leaves the known years.
fn moments() -> impl Strategy<Value = Stamp> {
    (0..500 * DAY).prop_map(|minutes| at(SHANGHAI, "2024-01-01 00:00").plus_millis(minutes * MINUTE))
}

fn kinds() -> impl Strategy<Value = fn(u32) -> Span> {
    prop::sample::select(vec![Span::Hours as fn(u32) -> Span, Span::Days, Span::WorkDays])
}

/// A receipt, and pauses that begin from three days before it to seventeen days after; some are still open.
fn paused(open: f64) -> impl Strategy<Value = (Stamp, Vec<Pause>)> {
    let one = (-3 * DAY..17 * DAY, 1..14 * DAY, any::<bool>(), prop::bool::weighted(open));
    (moments(), prop::collection::vec(one, 1..5)).prop_map(|(from, all)| {
        let pause = |(begin, long, customer_agreed, open): (i64, i64, bool, bool)| Pause {
            from: from.plus_millis(begin * MINUTE),
            until: (!open).then(|| from.plus_millis((begin + long) * MINUTE)),
            reason: "waits".into(),
            holder: "customer".into(),
            customer_agreed,
            evidence: None,
        };
        (from, all.into_iter().map(pause).collect())
    })
}

fn calendars() -> impl Strategy<Value = Calendar> {
    let day = [("08:00", "12:00"), ("13:00", "17:00")];
    let night = [("08:00", "20:00"), ("20:00", "05:00")];
    prop::sample::select(vec![vec![], day.to_vec(), night.to_vec()]).prop_map(|hours| {
        let years = [2024, 2025, 2026].map(|each| year(each, &[], &[], &hours));
        Calendar::new(SHANGHAI, &years)
    })
}

fn by(from: Stamp, span: Span, pauses: &[Pause], which: Which, calendar: &Calendar) -> Stamp {
    due(from, span, pauses, which, from.plus_millis(10 * DAY * MINUTE), calendar).expect("a known year")
}

proptest! {
    #[test]
    fn received_later_is_never_due_sooner(a in moments(), b in moments(), n in 0..30_u32, kind in kinds(), calendar in calendars()) {
        let (first, second) = (a.min(b), a.max(b));
        let due = |from| by(from, kind(n), &[], Which::House, &calendar);
        prop_assert!(due(first) <= due(second));
        prop_assert!(due(first) >= first);
    }

    #[test]
    fn a_longer_span_is_never_due_sooner(
        (from, pauses) in paused(0.1), n in 0..30_u32, kind in kinds(), calendar in calendars(),
    ) {
        let due = |n| by(from, kind(n), &pauses, Which::House, &calendar);
        prop_assert!(due(n) <= due(n + 1));
    }

    #[test]
    fn one_more_pause_never_makes_it_due_sooner(
        (from, pauses) in paused(0.1), n in 0..30_u32, kind in kinds(), calendar in calendars(),
    ) {
        let due = |pauses: &[Pause]| by(from, kind(n), pauses, Which::House, &calendar);
        prop_assert!(due(&pauses[1..]) <= due(&pauses));
    }

    #[test]
    fn the_customers_clock_ignores_what_the_customer_did_not_agree_to(
        (from, pauses) in paused(0.1), n in 0..30_u32, kind in kinds(), calendar in calendars(),
    ) {
        let agreed: Vec<_> = pauses.iter().filter(|pause| pause.customer_agreed).cloned().collect();
        let customer = by(from, kind(n), &pauses, Which::Customer, &calendar);
        prop_assert_eq!(customer, by(from, kind(n), &agreed, Which::House, &calendar));
        prop_assert!(customer <= by(from, kind(n), &pauses, Which::House, &calendar));
    }

    #[test]
    fn the_order_of_pauses_says_nothing(
        (from, pauses) in paused(0.1), n in 0..30_u32, kind in kinds(), calendar in calendars(),
    ) {
        let backwards: Vec<_> = pauses.iter().rev().cloned().collect();
        let due = |pauses: &[Pause]| by(from, kind(n), pauses, Which::House, &calendar);
        prop_assert_eq!(due(&pauses), due(&backwards));
    }

    #[test]
    fn hours_are_hours_in_which_the_clock_ran((from, pauses) in paused(0.0), n in 0..200_u32, calendar in calendars()) {
        let due = by(from, Span::Hours(n), &pauses, Which::House, &calendar);
        let stood = stopped_millis(&pauses, Which::House, from, due);
        prop_assert_eq!(due.millis() - from.millis() - stood, i64::from(n) * 60 * MINUTE);
    }

    #[test]
    fn what_is_left_stands_in_a_pause_and_never_grows_before_it(
        (from, pauses) in paused(1.0), n in 0..30_u32, kind in kinds(), calendar in calendars(),
        later in 0..20 * DAY, longer in 0..5 * DAY,
    ) {
        let deadline = Deadline { from, span: kind(n), pausable: true, moved: None, customers_own: None };
        let read = |minutes| {
            let now = from.plus_millis(minutes * MINUTE);
            // At this moment nobody knows of the pauses to come.
            let known: Vec<_> = pauses.iter().filter(|pause| pause.from <= now).cloned().collect();
            deadline.read(Which::House, &known, now, &calendar).expect("a known year")
        };
        let (first, second) = (read(later), read(later + longer));
        prop_assert!(second.left <= first.left);
        if first.stopped {
            prop_assert!(second.stopped);
            prop_assert_eq!(first.left, second.left);
        }
    }
}
