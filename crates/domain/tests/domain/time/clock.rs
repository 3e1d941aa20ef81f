use super::{HOUR, SHANGHAI, at, local, pause, pauses, published};
use kesu_domain::time::{Deadline, MovedTo, Pause, UnknownYear, Which, held_millis, stopped_millis};

fn deadline(from: &str, span: &str) -> Deadline {
    let span = span.parse().expect("a span");
    Deadline { from: at(SHANGHAI, from), span, pausable: true, moved: None, customers_own: None }
}

/// Due, hours left, whether it stands.
fn check(why: &str, deadline: Deadline, which: Which, paused: &[&str], now: &str, want: (&str, i64, bool)) {
    let paused = pauses(SHANGHAI, paused);
    let said = deadline.read(which, &paused, at(SHANGHAI, now), &published()).expect("a known year");
    let (due, left, stopped) = want;
    assert_eq!((local(SHANGHAI, said.due).as_str(), said.left, said.stopped), (due, left * HOUR, stopped), "{why}");
}

#[test]
fn what_is_left_stands_in_a_pause() {
    let hours = deadline("2026-11-24 10:00", "24h");
    let open: &[&str] = &["2026-11-24 12:00 –"];
    let house = Which::House;
    check("running", hours, house, &[], "2026-11-24 20:00", ("2026-11-25 10:00", 14, false));
    check("late", hours, house, &[], "2026-11-25 13:00", ("2026-11-25 10:00", -3, false));
    check("just paused", hours, house, open, "2026-11-24 12:00", ("2026-11-25 10:00", 22, true));
    check("still paused", hours, house, open, "2026-11-26 12:00", ("2026-11-27 10:00", 22, true));
    check("customer's clock runs", hours, Which::Customer, open, "2026-11-24 20:00", ("2026-11-25 10:00", 14, false));
    let agreed = &["2026-11-24 12:00 – ✓"];
    check("customer agreed", hours, Which::Customer, agreed, "2026-11-26 12:00", ("2026-11-27 10:00", 22, true));
    let over = &["2026-11-24 12:00 – 2026-11-24 15:00"];
    check("over again", hours, house, over, "2026-11-24 20:00", ("2026-11-25 13:00", 17, false));
    let merged = &["2026-11-24 12:00 – 2026-11-24 15:00", "2026-11-24 14:00 –"];
    check("two as one", hours, house, merged, "2026-11-24 20:00", ("2026-11-25 18:00", 22, true));
    let late = &["2026-11-25 12:00 – 2026-11-25 18:00"];
    check("late, without the pause since", hours, house, late, "2026-11-25 20:00", ("2026-11-25 10:00", -4, false));
    let late = &["2026-11-25 12:00 –"];
    check("late and paused", hours, house, late, "2026-11-28 20:00", ("2026-11-25 10:00", -2, true));
    let days = deadline("2026-11-24 10:00", "1d");
    let open = &["2026-11-25 10:00 –"];
    check("days stand too", days, house, open, "2026-11-27 20:00", ("2026-11-28 00:00", 14, true));
}

#[test]
fn acknowledgement_and_containment_cannot_be_paused() {
    let contain = Deadline { pausable: false, ..deadline("2026-11-24 10:00", "24h") };
    for which in [Which::House, Which::Customer] {
        let want = ("2026-11-25 10:00", 14, false);
        check("through a pause", contain, which, &["2026-11-24 12:00 – ✓"], "2026-11-24 20:00", want);
    }
}

#[test]
fn the_customers_own_date_wins_when_it_is_sooner() {
    let ruled = deadline("2026-11-24 10:00", "2wd");
    let own = |text| Deadline { customers_own: Some(at(SHANGHAI, text)), ..ruled };
    let open: &[&str] = &["2026-11-24 12:00 –"];
    for which in [Which::House, Which::Customer] {
        check("sooner", own("2026-11-25 20:00"), which, &[], "2026-11-25 10:00", ("2026-11-25 20:00", 10, false));
        check("later", own("2026-11-27 20:00"), which, &[], "2026-11-25 10:00", ("2026-11-27 00:00", 38, false));
        check("no pause", own("2026-11-25 20:00"), which, open, "2026-11-25 10:00", ("2026-11-25 20:00", 10, false));
    }
}

#[test]
fn a_moved_deadline_is_the_departments_only() {
    let to = |to, said| {
        let moved = Some(MovedTo { to: at(SHANGHAI, to), at: at(SHANGHAI, said) });
        Deadline { moved, ..deadline("2026-11-24 10:00", "24h") }
    };
    let later = to("2026-11-27 17:00", "2026-11-24 15:00");
    let now = "2026-11-27 12:00";
    check("moved", later, Which::House, &[], now, ("2026-11-27 17:00", 5, false));
    check("not for the customer", later, Which::Customer, &[], now, ("2026-11-25 10:00", -50, false));
    let earlier = to("2026-11-24 20:00", "2026-11-24 15:00");
    check("sooner", earlier, Which::House, &[], "2026-11-24 18:00", ("2026-11-24 20:00", 2, false));
    let known = &["2026-11-24 12:00 – 2026-11-24 18:00"];
    check("this pause was known", later, Which::House, known, now, ("2026-11-27 17:00", 5, false));
    let after = &["2026-11-25 12:00 – 2026-11-25 18:00"];
    check("this one prolongs", later, Which::House, after, now, ("2026-11-27 23:00", 11, false));
    let open = &["2026-11-26 17:00 –"];
    check("and this one stops it", later, Which::House, open, now, ("2026-11-28 12:00", 24, true));
    let sooner = Deadline { customers_own: Some(at(SHANGHAI, "2026-11-27 14:00")), ..later };
    check("the customer's own date still wins", sooner, Which::House, &[], now, ("2026-11-27 14:00", 2, false));
}

#[test]
fn past_the_last_known_year_a_moved_deadline_is_still_read() {
    let (unknown, now) = (deadline("2026-12-30 10:00", "5wd"), at(SHANGHAI, "2026-12-30 12:00"));
    let read = |deadline: Deadline, which| deadline.read(which, &[], now, &published()).map(|said| said.due);
    assert_eq!(read(unknown, Which::House), Err(UnknownYear { year: 2027 }));
    let to = at(SHANGHAI, "2027-01-08 17:00");
    let moved = Deadline { moved: Some(MovedTo { to, at: now }), ..unknown };
    assert_eq!(read(moved, Which::House), Ok(to));
    assert_eq!(read(moved, Which::Customer), Err(UnknownYear { year: 2027 }));
}

#[test]
fn who_held_the_ball_how_long() {
    let held = |text: &str, holder: &str| Pause { holder: holder.into(), ..pause(SHANGHAI, text) };
    let all = [
        held("2026-11-24 20:00 –", "supplier"),
        held("2026-11-24 10:00 – 2026-11-24 12:00", "customer"),
        held("2026-11-24 11:00 – 2026-11-24 14:00 ✓", "supplier"),
        held("2026-11-24 16:00 – 2026-11-24 17:00", "customer"),
    ];
    let (from, until) = (at(SHANGHAI, "2026-11-24 11:00"), at(SHANGHAI, "2026-11-24 22:00"));
    let said: Vec<_> = held_millis(&all, from, until).into_iter().collect();
    assert_eq!(said, [("customer", 2 * HOUR), ("supplier", 4 * HOUR)]);
    assert_eq!(stopped_millis(&all, Which::House, from, until), 6 * HOUR);
    assert_eq!(stopped_millis(&all, Which::Customer, from, until), 3 * HOUR);
}
