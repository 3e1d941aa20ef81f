//! A clock that went back (model § 10).

use crate::house::{add, at, body, command, house};
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::schema::Table;

#[test]
fn a_clock_that_went_back_is_journaled_once_and_stays_in_doubt_until_explained() {
    let house = house();
    let at_minute = |minute| Command { now: at(minute), ..command("test") };
    let doubt = |minute| house.folder.read(None, at(minute), |r| r.clock_doubt()).unwrap();
    let write = |minute, n| {
        house
            .folder
            .write(at_minute(minute), |w| {
                let doubt = w.clock_doubt()?;
                add(w, Table::Plant, &body(Table::Plant, n))?;
                Ok::<_, Error>(doubt.is_some())
            })
            .unwrap()
    };
    assert!(!write(10, 1));
    assert!(!write(8, 2), "two minutes are nobody's business");
    assert_eq!(doubt(8), None);
    assert!(write(-30, 3), "the command itself knows before it has written");
    assert_eq!(house.folder.head().unwrap().seq, 5, "the clock's entry and the row's");
    assert!(write(-29, 4), "journaled once, in doubt still");
    assert_eq!(house.folder.head().unwrap().seq, 6);
    let said = doubt(60).unwrap();
    assert_eq!((said.last, said.shown), (at(8), at(-30)));
    let why = Command { reason: "battery of the board replaced".into(), ..at_minute(-28) };
    house.folder.write(why, |w| w.explain_clock()).unwrap();
    assert_eq!(doubt(-28), None);
    assert!(!write(-27, 5));
    assert_eq!(house.breaks(), []);
}

#[test]
fn a_refused_command_journals_no_clock() {
    let house = house();
    let early = Command { now: at(-30), ..command("test") };
    let refused: Result<(), Error> = house.folder.write(early, |w| {
        add(w, Table::Plant, &body(Table::Plant, 1))?;
        Err(Error::Busy)
    });
    assert!(refused.is_err());
    assert_eq!(house.folder.head().unwrap().seq, 1);
}
