//! One stage played through, as the engine would: what can be said and done in it, and by which exit it is left.

use super::TooMany;
use super::map::{Map, Part, Scene, ones};
use super::said::{Condition, Said};
use crate::procedure::End;
use std::collections::{HashMap, HashSet};

/// So many states of all stages together are looked at.
const STATES: usize = 100_000;

/// The stage played with one set of facts known before.
#[derive(Default)]
pub(super) struct Play {
    pub(super) outcomes: Vec<Outcome>,
    /// Tasks that opened.
    pub(super) met: u64,
    /// Of each task: what it stands on that the stage itself does not give in time.
    pub(super) lacks: Vec<u128>,
    /// What was said where no exit fits, and where several do.
    pub(super) stuck: Vec<Said>,
    pub(super) torn: Vec<Said>,
}

/// One way to leave the stage, or a moment in it at which the case may be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Outcome {
    /// `None`: it is not left by itself.
    pub(super) exit: Option<usize>,
    /// What was said here, as far as it is asked for later.
    pub(super) said: Said,
    /// Signatures given, perhaps given, and those whose object was changed.
    pub(super) signed: u128,
    pub(super) perhaps: u128,
    pub(super) changed: u128,
    /// Nobody had to do anything.
    pub(super) silent: bool,
    /// What is there afterwards, however it was done.
    pub(super) gives: u128,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct State {
    /// Tasks that are over; of these, those that were done in writing.
    over: u64,
    done: u64,
    said: Said,
    /// Somebody did something.
    moved: bool,
}

/// All plays so far, with what is left to spend.
pub(super) struct Plays {
    known: HashMap<(usize, Said), usize>,
    pub(super) all: Vec<Play>,
    states: usize,
}

impl Plays {
    pub(super) fn new() -> Plays {
        Plays { known: HashMap::new(), all: vec![], states: 0 }
    }
    /// The play of this stage with these facts; only what the stage asks for makes a difference.
    pub(super) fn of(&mut self, map: &Map, stage: usize, facts: Said) -> Result<usize, TooMany> {
        let scene = &map.stages[stage];
        let key = (stage, Said(facts.0 & scene.asks & !scene.made));
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let mut stage = Playing::new(map, scene, key.1);
        stage.run(&mut self.states)?;
        self.all.push(stage.finish());
        self.known.insert(key, self.all.len() - 1);
        Ok(self.all.len() - 1)
    }
}

struct Playing<'a> {
    map: &'a Map,
    scene: &'a Scene,
    /// Known before.
    facts: Said,
    /// Facts said here that anybody asks for afterwards.
    later: u128,
    play: Play,
    left: HashMap<Outcome, u128>,
    todo: Vec<State>,
}

impl<'a> Playing<'a> {
    fn new(map: &'a Map, scene: &'a Scene, facts: Said) -> Playing<'a> {
        let after = scene.exits.iter().flat_map(|exit| &exit.to).chain(&map.reopen);
        let later = after.fold(0, |all, to| all | map.live[*to]);
        let play = Play { lacks: vec![0; scene.tasks.len()], ..Play::default() };
        Playing { map, scene, facts, later, play, left: HashMap::new(), todo: vec![State::default()] }
    }

    fn run(&mut self, states: &mut usize) -> Result<(), TooMany> {
        let mut seen = HashSet::new();
        while let Some(state) = self.todo.pop() {
            let state = self.settle(state);
            if !seen.insert(state) {
                continue;
            }
            *states += 1;
            if *states > STATES {
                return Err(TooMany);
            }
            if !self.leave(&state) {
                self.go_on(&state);
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Play {
        self.play.outcomes = self.left.into_iter().map(|(outcome, gives)| Outcome { gives, ..outcome }).collect();
        self.play.outcomes.sort_unstable();
        self.play
    }

    /// The word of a fact now: the worst said counts at once, a better one when all who decide it are over.
    fn word(&self, state: &State, fact: usize) -> Option<usize> {
        let asked = &self.map.asked[fact];
        match self.scene.deciders.iter().find(|(decided, _)| *decided == fact) {
            None => asked.in_(self.facts),
            Some((_, who)) => asked.in_(state.said).filter(|word| *word == 0 || who & !state.over == 0),
        }
    }

    fn holds(&self, state: &State, when: &Condition) -> bool {
        when.iter().all(|(fact, words)| self.word(state, *fact).is_some_and(|word| words >> word & 1 == 1))
    }

    /// Skips what the facts exclude. What stays and opens is met; nothing waits for its end.
    fn settle(&mut self, mut state: State) -> State {
        loop {
            let ready = |part: &Part| part.waits & !state.over == 0;
            let here = self.scene.tasks.iter().enumerate().filter(|(t, _)| state.over >> t & 1 == 0);
            let moves = here.filter(|(_, part)| ready(part) && (part.stays || !self.holds(&state, &part.when)));
            let Some((t, _)) = moves.map(|(t, part)| (t, part.stays)).next() else { return state };
            if self.holds(&state, &self.scene.tasks[t].when) {
                self.meet(&state, t);
            }
            state.over |= 1 << t;
        }
    }

    fn meet(&mut self, state: &State, t: usize) {
        let part = &self.scene.tasks[t];
        self.play.met |= 1 << t;
        self.play.lacks[t] |= part.stands_bits & !self.given(part.before & state.done);
    }

    fn given(&self, done: u64) -> u128 {
        ones(done).fold(0, |all, t| all | self.scene.tasks[t].gives)
    }

    /// Takes an exit, if one is due; true when the stage is left, or cannot be.
    fn leave(&mut self, state: &State) -> bool {
        let fits = |now: bool| {
            let exits = self.scene.exits.iter().enumerate();
            let fitting = exits.filter(move |(_, exit)| exit.now == now);
            fitting.filter(|(_, exit)| self.holds(state, &exit.when)).map(|(i, _)| i).collect::<Vec<_>>()
        };
        if let Some(exit) = fits(true).first() {
            return self.take(*exit, state);
        }
        let all = self.scene.tasks.iter().enumerate().filter(|(_, part)| !part.stays);
        if !all.map(|(t, _)| t).all(|t| state.over >> t & 1 == 1) {
            self.record(None, state, state.moved);
            return false;
        }
        match fits(false).as_slice() {
            [exit] => return self.take(*exit, state),
            [] => self.play.stuck.push(self.everything_said(state)),
            [_, ..] => self.play.torn.push(self.everything_said(state)),
        }
        true
    }

    /// The exit that ends the case may be held by what stays or is made up later: meanwhile the stage goes on, and the case
    /// may be taken back.
    fn take(&mut self, exit: usize, state: &State) -> bool {
        self.record(Some(exit), state, state.moved);
        let held = self.scene.exits[exit].ends.contains(&End::Case);
        if held {
            self.record(None, state, state.moved);
        }
        !held
    }

    fn everything_said(&self, state: &State) -> Said {
        Said(self.facts.0 & !self.scene.made | state.said.0)
    }

    fn record(&mut self, exit: Option<usize>, state: &State, moved: bool) {
        let did = ones(state.done).map(|t| &self.scene.tasks[t]);
        let (signed, changed) = did.fold((0, 0), |(s, c), part| (s | part.signs, c | part.changes));
        let staying = self.scene.tasks.iter().enumerate().filter(|(t, part)| part.stays && state.over >> t & 1 == 1);
        let perhaps = staying.fold(0, |all, (_, part)| all | part.signs);
        let key = Outcome {
            exit,
            said: Said(state.said.0 & self.later),
            signed,
            perhaps,
            changed: changed & !signed,
            silent: !moved,
            gives: 0,
        };
        let gives = self.given(state.done);
        self.left.entry(key).and_modify(|known| *known &= gives).or_insert(gives);
    }

    /// Somebody does one of the open tasks. Where the order makes no difference, one order is enough.
    fn go_on(&mut self, state: &State) {
        let open = |t: &usize| {
            let part = &self.scene.tasks[*t];
            let ready = state.over >> t & 1 == 0 && part.waits & !state.over == 0;
            ready && self.holds(state, &part.when)
        };
        let open: Vec<usize> = (0..self.scene.tasks.len()).filter(open).collect();
        let (matter, rest): (Vec<usize>, Vec<usize>) = open.into_iter().partition(|t| self.scene.tasks[*t].matters);
        let next = if matter.is_empty() { rest.into_iter().take(1).collect() } else { matter };
        for t in next {
            self.meet(state, t);
            self.act(state, t);
        }
    }

    /// Done, not needed, reported ahead; and each word that can be said with it.
    fn act(&mut self, state: &State, t: usize) {
        let part = &self.scene.tasks[t];
        let over = State { over: state.over | 1 << t, moved: true, ..*state };
        let done = State { done: state.done | 1 << t, ..over };
        let in_writing = !part.optional || part.matters;
        let words = self.each_word(part, state.said);
        self.todo.extend(words.iter().map(|said| State { said: *said, ..if in_writing { done } else { over } }));
        if part.ahead {
            self.todo.extend(words.iter().map(|said| State { said: *said, ..over }));
        }
        if part.optional {
            self.todo.push(over);
        }
        if part.each {
            self.speak_early(state, part, &words);
        }
    }

    /// The first of several says the worst word and that is enough to leave, while the others have not spoken.
    fn speak_early(&mut self, state: &State, part: &Part, words: &[Said]) {
        for said in words {
            let early = State { said: *said, moved: true, ..*state };
            let now = self.scene.exits.iter().enumerate().filter(|(_, exit)| exit.now);
            let fits = now.filter(|(_, exit)| {
                exit.when.iter().any(|(fact, _)| part.decides.contains(fact)) && self.holds(&early, &exit.when)
            });
            if let Some(exit) = fits.map(|(i, _)| i).next() {
                self.record(Some(exit), &early, true);
            }
        }
    }

    fn each_word(&self, part: &Part, said: Said) -> Vec<Said> {
        part.decides.iter().fold(vec![said], |all, fact| {
            let asked = &self.map.asked[*fact];
            all.iter().flat_map(|said| (0..asked.words.len()).map(|word| asked.say(*said, word))).collect()
        })
    }
}
