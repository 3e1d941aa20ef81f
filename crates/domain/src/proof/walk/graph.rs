//! The plays of the stages joined: every state in which a case can enter a stage, and how one leads to another.

use super::TooMany;
use super::map::Map;
use super::play::{Outcome, Plays};
use super::said::Said;
use crate::procedure::End;
use std::collections::{BTreeSet, HashMap};

/// More states than this are not looked at.
const NODES: usize = 20_000;
const EDGES: usize = 400_000;

const CUSTOMER: u8 = 1;
const CASE: u8 = 2;

/// A case that has just entered the last stage of its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Node {
    way: usize,
    ends: u8,
    pub(super) facts: Said,
}

impl Node {
    /// The case has ended as a whole.
    pub(super) fn is_over(&self) -> bool {
        self.ends & CASE != 0
    }
}

/// From one node to another, and what happens to fields and signatures meanwhile.
pub(super) struct Edge {
    pub(super) to: usize,
    pub(super) what: Outcome,
    /// Signatures that are set aside, because the case goes back.
    pub(super) set_aside: u128,
}

/// What is wrong with the ends of an exit: stage and exit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Amiss {
    Twice(End),
    TooSoon,
    ArchivedOpen,
    ReopensNothing,
}

pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    /// The stage of each node, and its play; the archive has none.
    pub(super) stages: Vec<usize>,
    pub(super) played: Vec<Option<usize>>,
    pub(super) edges: Vec<Vec<Edge>>,
    pub(super) plays: Plays,
    pub(super) amiss: BTreeSet<(usize, usize, Amiss)>,
    ways: Ways,
    known: HashMap<Node, usize>,
}

impl Graph {
    pub(super) fn of(map: &Map) -> Result<Graph, TooMany> {
        let mut graph = Graph {
            nodes: vec![],
            stages: vec![],
            played: vec![],
            edges: vec![],
            plays: Plays::new(),
            amiss: BTreeSet::new(),
            ways: Ways::new(),
            known: HashMap::new(),
        };
        graph.node(map, Node { way: 0, ends: 0, facts: Said::default() }, 0);
        let (mut next, mut edges) = (0, 0);
        while next < graph.nodes.len() {
            edges += graph.walk_on(map, next)?;
            if graph.nodes.len() > NODES || edges > EDGES {
                return Err(TooMany);
            }
            next += 1;
        }
        Ok(graph)
    }

    /// The node after entering a stage, and the signatures that this sets aside.
    fn node(&mut self, map: &Map, from: Node, to: usize) -> (usize, u128) {
        let (way, set_aside) = self.ways.enter(map, from.way, to);
        let node = Node { way, ends: from.ends, facts: Said(from.facts.0 & map.live[to]) };
        let nodes = &mut self.nodes;
        let index = *self.known.entry(node).or_insert_with(|| {
            nodes.push(node);
            nodes.len() - 1
        });
        if index == self.stages.len() {
            self.stages.push(to);
            self.played.push(None);
            self.edges.push(vec![]);
        }
        (index, set_aside)
    }

    fn walk_on(&mut self, map: &Map, index: usize) -> Result<usize, TooMany> {
        let (node, stage) = (self.nodes[index], self.stages[index]);
        let mut edges = vec![];
        let Some(scene) = map.stages.get(stage) else {
            self.take_back(map, node, None, &mut edges);
            self.edges[index] = edges;
            return Ok(self.edges[index].len());
        };
        let play = self.plays.of(map, stage, node.facts)?;
        self.played[index] = Some(play);
        for o in 0..self.plays.all[play].outcomes.len() {
            let what = self.plays.all[play].outcomes[o];
            let facts = Said(node.facts.0 & !scene.made | what.said.0);
            let Some(exit) = what.exit else {
                self.take_back(map, Node { facts, ..node }, Some(what), &mut edges);
                continue;
            };
            for to in &scene.exits[exit].to {
                let ends = self.reach(map, stage, exit, *to, node.ends);
                let (to, set_aside) = self.node(map, Node { facts, ends, ..node }, *to);
                edges.push(Edge { to, what, set_aside });
            }
        }
        self.edges[index] = edges;
        Ok(self.edges[index].len())
    }

    /// By hand, at any moment, to a stage on the way; the ends are taken back.
    fn take_back(&mut self, map: &Map, node: Node, what: Option<Outcome>, edges: &mut Vec<Edge>) {
        let none = Outcome { exit: None, said: Said(0), signed: 0, perhaps: 0, changed: 0, silent: false, gives: 0 };
        for to in &map.reopen {
            if self.ways.all[node.way].contains(to) {
                let (to, set_aside) = self.node(map, Node { ends: 0, ..node }, *to);
                edges.push(Edge { to, what: what.unwrap_or(none), set_aside });
            }
        }
    }

    fn reach(&mut self, map: &Map, stage: usize, exit: usize, to: usize, before: u8) -> u8 {
        let way = &map.stages[stage].exits[exit];
        let mut amiss = |what| {
            self.amiss.insert((stage, exit, what));
        };
        let mut ends = before;
        if way.reopens {
            if ends == 0 {
                amiss(Amiss::ReopensNothing);
            }
            ends = 0;
        }
        for end in &way.ends {
            let bit = match end {
                End::Customer => CUSTOMER,
                End::Case => CASE,
            };
            if ends & bit != 0 {
                amiss(Amiss::Twice(*end));
            }
            ends |= bit;
        }
        if ends & CASE != 0 && ends & CUSTOMER == 0 {
            amiss(Amiss::TooSoon);
        } else if to == map.stages.len() && ends != CUSTOMER | CASE {
            amiss(Amiss::ArchivedOpen);
        }
        ends
    }

    /// Is this the archive?
    pub(super) fn is_archive(&self, map: &Map, node: usize) -> bool {
        self.stages[node] == map.stages.len()
    }
}

/// The ways met so far; way 0 is empty.
struct Ways {
    all: Vec<Vec<usize>>,
    known: HashMap<Vec<usize>, usize>,
    entered: HashMap<(usize, usize), (usize, u128)>,
}

impl Ways {
    fn new() -> Ways {
        Ways { all: vec![vec![]], known: HashMap::from([(vec![], 0)]), entered: HashMap::new() }
    }
    /// Entering a stage on the way cuts the way there and sets aside the signatures of the stages cut.
    fn enter(&mut self, map: &Map, way: usize, to: usize) -> (usize, u128) {
        if let Some(known) = self.entered.get(&(way, to)) {
            return *known;
        }
        let mut stages = self.all[way].clone();
        let cut = stages.iter().position(|stage| *stage == to).map_or(vec![], |i| stages.split_off(i));
        let set_aside = cut.iter().filter_map(|stage| map.stages.get(*stage)).fold(0, |all, scene| all | scene.signed);
        stages.push(to);
        let next = *self.known.entry(stages.clone()).or_insert(self.all.len());
        if next == self.all.len() {
            self.all.push(stages);
        }
        self.entered.insert((way, to), (next, set_aside));
        (next, set_aside)
    }
}
