//! The store through its public doors, on real files. What must not be possible is tried and refused; what is done
//! behind the program's back is named.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod backup;
mod case;
mod clock;
mod door;
mod erase;
mod files;
mod folder;
mod house;
mod lists;
mod loose;
mod places;
mod private;
mod processes;
mod schema;
mod seen;
mod shape;
mod tamper;
mod verify;
mod void;
mod works;
mod written;
