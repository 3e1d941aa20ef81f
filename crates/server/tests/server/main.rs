//! The server as a program on the same machine meets it: a real listener, and bytes over a socket.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod call;
mod client;
mod desk;
mod doors;
mod files;
mod folder;
mod house;
mod pages;
mod stop;
