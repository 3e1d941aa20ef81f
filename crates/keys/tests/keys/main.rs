//! Keys through the public door of the crate.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails may say so by a panic; clippy sees only the test functions themselves"
)]

mod code;
mod password;
mod seal;
mod sign;

use kesu_keys::{Cost, NewKey, Password, new_pair};
use std::cell::Cell;

/// Numbers that look random and are the same each time; another seed gives another key.
fn numbers(seed: u64) -> impl Fn(&mut [u8]) {
    let state = Cell::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    move |bytes| {
        for byte in bytes {
            let mut next = state.get();
            next ^= next << 13;
            next ^= next >> 7;
            next ^= next << 17;
            state.set(next);
            *byte = (next >> 24) as u8;
        }
    }
}

fn typed(text: &str) -> Password {
    Password::typed(text.to_owned())
}

fn key(seed: u64, password: &str) -> NewKey {
    new_pair(&numbers(seed), &typed(password), Cost::TEST).unwrap()
}
