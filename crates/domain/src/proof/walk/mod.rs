//! Every walk that a case can take.
//!
//! The procedure is first made small ([`map`]): facts, fields and signatures become bits. Each stage is played through for
//! every word that can be said in it and every order that makes a difference ([`play`]); the plays are joined to a graph
//! whose nodes are way, ends and the facts that somebody will still ask for ([`graph`]). What is filled and what is signed
//! never decides where a case goes, so it is not part of a node: it flows along the edges until nothing changes
//! ([`flow`]), which is exact and keeps the graph small. What this found is said by [`report`].

mod flow;
mod graph;
mod map;
mod play;
mod report;
mod said;

use super::place::Place;
use super::{Found, Why};
use crate::procedure::Procedure;

pub(super) fn check(p: &Procedure, found: &mut Found) {
    let walked = map::Map::of(p).and_then(|map| graph::Graph::of(&map).map(|graph| (map, graph)));
    match walked {
        Ok((map, graph)) => report::report(p, &map, &graph, found),
        Err(TooMany) => found.add(Place::default().key("stage"), Why::TooManyWalks {}),
    }
}

/// More than can be proved in a moment: too many facts asked at a distance, too many tasks side by side.
#[derive(Debug)]
struct TooMany;
