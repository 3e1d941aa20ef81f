//! What the walks have shown, said as faults. Consequences of a fault that was said already are left out.

use super::super::place::Place;
use super::super::{Found, Why};
use super::flow::{Held, flow};
use super::graph::{Amiss, Graph};
use super::map::{Ground, Map, ones};
use super::said::{Said, in_words};
use crate::procedure::Procedure;

pub(super) fn report(p: &Procedure, map: &Map, graph: &Graph, found: &mut Found) {
    let held = flow(graph);
    exits(p, map, graph, found);
    let stuck = !found.0.is_empty();
    ends(p, graph, found);
    after_the_end(p, map, graph, found);
    grounds(map, graph, &held, found);
    signatures(p, map, graph, &held, found);
    spins(p, graph, found);
    if !stuck {
        unmet(p, graph, found);
        out_of_reach(p, map, graph, found);
    }
}

fn stage_at(p: &Procedure, s: usize) -> Place {
    Place::of("stage", s, &p.stages[s].id)
}

fn task_at(p: &Procedure, s: usize, t: usize) -> Place {
    stage_at(p, s).named("task", t, &p.stages[s].tasks[t].id)
}

/// Stages with what was played in them.
fn plays(graph: &Graph) -> impl Iterator<Item = (usize, usize, &super::play::Play)> {
    let played = graph.played.iter().enumerate();
    played.filter_map(|(node, play)| play.map(|play| (node, graph.stages[node], &graph.plays.all[play])))
}

/// Only the facts that its exits ask for are shown.
fn exits(p: &Procedure, map: &Map, graph: &Graph, found: &mut Found) {
    for (_, s, play) in plays(graph) {
        let conditions = map.stages[s].exits.iter().flat_map(|exit| &exit.when);
        let shown = conditions.fold(0, |all, (fact, _)| all | map.asked[*fact].bits);
        let facts = |said: &Said| in_words(&map.asked, *said, shown);
        for said in &play.stuck {
            found.add(stage_at(p, s), Why::NoExit { facts: facts(said) });
        }
        for said in &play.torn {
            found.add(stage_at(p, s), Why::SeveralExits { facts: facts(said) });
        }
    }
}

fn ends(p: &Procedure, graph: &Graph, found: &mut Found) {
    for (s, exit, amiss) in &graph.amiss {
        let why = match amiss {
            Amiss::Twice(end) => Why::EndTwice { end: *end },
            Amiss::TooSoon => Why::EndTooSoon {},
            Amiss::ArchivedOpen => Why::ArchivedOpen {},
            Amiss::ReopensNothing => Why::ReopensNothing {},
        };
        found.add(stage_at(p, *s).item("exit", *exit), why);
    }
}

/// Only the exit that ends the case waits for what stays open or is made up later.
fn after_the_end(p: &Procedure, map: &Map, graph: &Graph, found: &mut Found) {
    for (_, s, play) in plays(graph).filter(|(node, ..)| graph.nodes[*node].is_over()) {
        let left_open = |t: &usize| map.stages[s].tasks[*t].stays || map.stages[s].tasks[*t].ahead;
        for t in ones(play.met).filter(left_open) {
            found.add(task_at(p, s, t), Why::NeverAwaited {});
        }
    }
}

fn grounds(map: &Map, graph: &Graph, held: &[Held], found: &mut Found) {
    for (node, s, play) in plays(graph) {
        for t in ones(play.met) {
            let lacking = play.lacks[t] & !held[node].given;
            for (ground, place) in map.stages[s].tasks[t].stands.iter().filter(|(g, _)| lacking >> g & 1 == 1) {
                let why = match &map.grounds[*ground] {
                    Ground::Field(field) => Why::MayBeEmpty { field: field.clone() },
                    Ground::Written(target) => Why::MayBeUnwritten { target: *target },
                    Ground::Done(task) => Why::MayBeUndone { task: task.clone() },
                };
                found.add(place.clone(), why);
            }
        }
    }
}

/// Names the tasks that change it after the signer's stage was left.
fn signatures(p: &Procedure, map: &Map, graph: &Graph, held: &[Held], found: &mut Found) {
    let archived = (0..graph.nodes.len()).filter(|node| graph.is_archive(map, *node));
    let changed = archived.fold(0, |all, node| all | held[node].changed);
    for (i, signature) in map.signatures.iter().enumerate().filter(|(i, _)| changed >> i & 1 == 1) {
        for (s, scene) in map.stages.iter().enumerate() {
            for (t, _) in scene.tasks.iter().enumerate().filter(|(_, part)| part.changes >> i & 1 == 1) {
                let changes = |(node, stage, play): (usize, usize, &super::play::Play)| {
                    stage == s && held[node].signed >> i & 1 == 1 && play.met >> t & 1 == 1
                };
                if plays(graph).any(changes) {
                    let task = p.stages[s].tasks[t].id.clone();
                    found.add(signature.place.clone(), Why::ChangedAfter { target: signature.target, task });
                }
            }
        }
    }
}

/// Nodes that follow each other without anybody doing anything: what is left when all that lead nowhere so, or that none leads
/// to so, are taken away.
fn spins(p: &Procedure, graph: &Graph, found: &mut Found) {
    let silent = |node: usize| {
        graph.edges[node].iter().filter(|edge| edge.what.silent && edge.what.exit.is_some()).map(|edge| edge.to)
    };
    let mut left: Vec<bool> = (0..graph.nodes.len()).map(|node| silent(node).next().is_some()).collect();
    loop {
        let mut led_to = vec![false; left.len()];
        (0..left.len()).filter(|node| left[*node]).flat_map(silent).for_each(|to| led_to[to] = true);
        let ends = |node: &usize| left[*node] && !(led_to[*node] && silent(*node).any(|to| left[to]));
        let ending: Vec<usize> = (0..left.len()).filter(ends).collect();
        if ending.is_empty() {
            break;
        }
        for node in ending {
            left[node] = false;
        }
    }
    for node in (0..left.len()).filter(|node| left[*node]) {
        found.add(stage_at(p, graph.stages[node]), Why::Spins {});
    }
}

fn unmet(p: &Procedure, graph: &Graph, found: &mut Found) {
    for (s, stage) in p.stages.iter().enumerate() {
        let here = || plays(graph).filter(move |(_, at, _)| *at == s).map(|(_, _, play)| play);
        if here().next().is_none() {
            found.add(stage_at(p, s), Why::NeverReached {});
            continue;
        }
        let met = here().fold(0, |all, play| all | play.met);
        for t in (0..stage.tasks.len()).filter(|t| met >> t & 1 == 0) {
            found.add(task_at(p, s, t), Why::NeverOpens {});
        }
        let taken = |exit: &usize| here().any(|play| play.outcomes.iter().any(|o| o.exit == Some(*exit)));
        for exit in (0..stage.exits.len()).filter(|exit| !taken(exit)) {
            found.add(stage_at(p, s).item("exit", exit), Why::NeverTaken {});
        }
    }
}

/// From everywhere the exits lead to the archive; taking back by hand does not count.
fn out_of_reach(p: &Procedure, map: &Map, graph: &Graph, found: &mut Found) {
    let mut back: Vec<Vec<usize>> = vec![vec![]; graph.nodes.len()];
    for (from, edges) in graph.edges.iter().enumerate() {
        for edge in edges.iter().filter(|edge| edge.what.exit.is_some()) {
            back[edge.to].push(from);
        }
    }
    let mut good = vec![false; graph.nodes.len()];
    let mut todo: Vec<usize> = (0..graph.nodes.len()).filter(|node| graph.is_archive(map, *node)).collect();
    while let Some(node) = todo.pop() {
        if !std::mem::replace(&mut good[node], true) {
            todo.extend(&back[node]);
        }
    }
    for node in (0..graph.nodes.len()).filter(|node| !good[*node]) {
        let stage = graph.stages[node];
        let always = (0..good.len()).all(|other| graph.stages[other] != stage || !good[other]);
        let facts = in_words(&map.asked, graph.nodes[node].facts, u128::MAX);
        found.add(stage_at(p, stage), if always { Why::DeadEnd {} } else { Why::OutOfReach { facts } });
    }
}
