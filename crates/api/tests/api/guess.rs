//! Guessing a password: many tries at once get no further than one after the other.

use crate::desk::{PASSWORD, folder};
use kesu_api::app::{App, Caller};
use kesu_api::folder::Cost;
use kesu_api::machine::{Machine, StillMachine};
use kesu_domain::time::Stamp;
use serde_json::value::to_raw_value;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};

/// Stands still in the middle of the one try that is made by a thread of this name: the second time it asks for the time.
const HELD: &str = "held";

struct Held {
    still: Arc<StillMachine>,
    asked: AtomicU32,
    there: Barrier,
    go_on: Barrier,
}

impl Machine for Held {
    fn now(&self) -> Stamp {
        if std::thread::current().name() == Some(HELD) && self.asked.fetch_add(1, Ordering::SeqCst) == 1 {
            self.there.wait();
            self.go_on.wait();
        }
        self.still.now()
    }
    fn zone(&self) -> String {
        self.still.zone()
    }
    fn name(&self) -> String {
        self.still.name()
    }
    fn random(&self, bytes: &mut [u8]) {
        self.still.random(bytes);
    }
}

fn sign_in(app: &App, password: &str) -> Value {
    let payload = to_raw_value(&json!({"login": "admin", "password": password})).expect("JSON");
    let answer = kesu_api::call(app, &Caller::default(), "sign_in", None, &payload).expect("an answer");
    serde_json::from_str(answer.get()).expect("JSON")
}

#[test]
fn a_right_guess_that_was_under_way_when_the_lock_fell_is_locked_out() {
    for (wrong, expected) in [(0, "in"), (4, "in"), (5, "locked"), (9, "locked")] {
        let (_dir, data, still) = folder("2026-11-24T01:00:00.000Z");
        let held = Held { still, asked: AtomicU32::new(0), there: Barrier::new(2), go_on: Barrier::new(2) };
        let held = Arc::new(held);
        let machine: Arc<dyn Machine> = held.clone();
        let app = App::with_cost(&data, machine, Cost::TEST).expect("the folder opens");
        let answer = std::thread::scope(|scope| {
            let guess = std::thread::Builder::new().name(HELD.into());
            let guess = guess.spawn_scoped(scope, || sign_in(&app, PASSWORD)).expect("a thread");
            held.there.wait();
            for n in 0..wrong {
                let is = if n < 4 { "wrong" } else { "locked" };
                assert_eq!(sign_in(&app, "guess-guess")["is"], is);
            }
            held.go_on.wait();
            guess.join().expect("an answer")
        });
        assert_eq!(answer["is"], expected, "after {wrong} wrong ones");
    }
}
