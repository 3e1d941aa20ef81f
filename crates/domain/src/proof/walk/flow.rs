//! What every walk to a node has filled, and what some walk to it has signed or changed since.

use super::graph::{Edge, Graph};

/// What is known on entering a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    /// There on every walk.
    pub(super) given: u128,
    /// On some walk: signed and as it was; signed and changed since.
    pub(super) signed: u128,
    pub(super) changed: u128,
}

impl Held {
    fn along(self, edge: &Edge) -> Held {
        let what = &edge.what;
        let kept = !(what.changed | what.signed | edge.set_aside);
        Held {
            given: self.given | what.gives,
            signed: (self.signed & kept | what.signed | what.perhaps) & !edge.set_aside,
            changed: (self.changed & !what.signed | self.signed & what.changed) & !edge.set_aside,
        }
    }
    fn or(self, other: Held) -> Held {
        Held {
            given: self.given & other.given,
            signed: self.signed | other.signed,
            changed: self.changed | other.changed,
        }
    }
}

/// Flows along the edges until nothing changes. The first node begins with nothing.
pub(super) fn flow(graph: &Graph) -> Vec<Held> {
    let mut held: Vec<Option<Held>> = vec![None; graph.nodes.len()];
    held[0] = Some(Held { given: 0, signed: 0, changed: 0 });
    let mut todo = std::collections::VecDeque::from([0]);
    let mut waiting = vec![false; graph.nodes.len()];
    while let Some(node) = todo.pop_front() {
        waiting[node] = false;
        let Some(here) = held[node] else { continue };
        for edge in &graph.edges[node] {
            let there = here.along(edge);
            let next = held[edge.to].map_or(there, |known| known.or(there));
            if held[edge.to] != Some(next) {
                held[edge.to] = Some(next);
                if !std::mem::replace(&mut waiting[edge.to], true) {
                    todo.push_back(edge.to);
                }
            }
        }
    }
    // Every node was made by an edge from one that is reached.
    held.into_iter().map(|one| one.unwrap_or(Held { given: 0, signed: 0, changed: 0 })).collect()
}
