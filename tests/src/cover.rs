//! What the stories of a procedure pass through, read from what they say is seen after each step; the play proves that it is.

use crate::fill::fen;
use crate::story::{Story, Then};
use kesu_domain::choice::Amount;
use kesu_domain::fact::Fact;
use kesu_domain::fields::split;
use kesu_domain::procedure::{ARCHIVE, Procedure};
use std::collections::BTreeSet;

/// From a stage to a stage, and whether the case went back by it.
pub type Way = (String, String);

/// The ways that lead back: to a stage that comes no later.
pub fn ways_back(p: &Procedure) -> BTreeSet<Way> {
    let place = |id: &str| p.stages.iter().position(|stage| stage.id == *id);
    let ways = p.stages.iter().flat_map(|stage| {
        let from = stage.id.to_string();
        stage.exits.iter().flat_map(|exit| &exit.to).map(move |to| (from.clone(), to.to_string()))
    });
    ways.filter(|(from, to)| to != ARCHIVE && place(to) <= place(from)).collect()
}

/// The words of every amount: each limit, and below.
pub fn limits(p: &Procedure) -> BTreeSet<(Fact, String)> {
    let facts: BTreeSet<Fact> = p.limits.iter().map(|limit| limit.fact).collect();
    facts.iter().flat_map(|fact| p.words(*fact).into_iter().map(|word| (*fact, word.to_owned()))).collect()
}

/// The ways that a story takes. It says the stage and the round wherever they change.
pub fn taken(story: &Story) -> BTreeSet<Way> {
    let mut ways = BTreeSet::new();
    let (mut stage, mut round) = (String::new(), 1);
    let mut see = |then: &Then| {
        let (to, now) = (then.stage.clone().unwrap_or_else(|| stage.clone()), then.round.unwrap_or(round));
        if !stage.is_empty() && (to != stage || now != round) {
            ways.insert((stage.clone(), to.clone()));
        }
        (stage, round) = (to, now);
    };
    see(&story.register.then);
    story.steps.iter().for_each(|step| see(&step.then));
    ways
}

/// The words that the amounts of a story have.
pub fn said(story: &Story, p: &Procedure) -> BTreeSet<(Fact, String)> {
    let mut words = BTreeSet::new();
    for fact in p.limits.iter().map(|limit| limit.fact) {
        let (target, field) = fact.place();
        let (list, rest) = split(field);
        let typed = story.steps.iter().filter_map(|step| step.fill.get(target.name())?.get(list));
        let amounts = typed.flat_map(|value| match rest {
            None => vec![value],
            Some(of_line) => value.as_array().into_iter().flatten().filter_map(|line| line.get(of_line)).collect(),
        });
        let amounts = amounts.filter_map(fen);
        words.extend(amounts.map(|amount| (fact, p.word_of(fact, Amount(amount)).to_owned())));
    }
    words
}
