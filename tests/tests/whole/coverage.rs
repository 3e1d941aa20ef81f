//! Every exit that goes back and every limit of every built-in procedure is met by a story.

use kesu_domain::procedure::{BUILTIN, load};
use kesu_tests::cover::{limits, said, taken, ways_back};
use kesu_tests::story::Story;
use std::collections::BTreeSet;

#[test]
fn every_way_back_and_every_limit_is_met() {
    let stories = Story::all().unwrap();
    for (number, text) in BUILTIN {
        let p = load(text).unwrap();
        let mine: Vec<&Story> = stories.values().filter(|story| story.procedure == *number).collect();
        let ways: BTreeSet<_> = mine.iter().flat_map(|story| taken(story)).collect();
        let words: BTreeSet<_> = mine.iter().flat_map(|story| said(story, &p)).collect();
        let untaken: Vec<_> = ways_back(&p).difference(&ways).cloned().collect();
        let unsaid: Vec<_> = limits(&p).difference(&words).cloned().collect();
        assert_eq!((untaken, unsaid), (vec![], vec![]), "{number}: no story goes these ways, or says these words");
    }
}

#[test]
fn what_stories_pass_through_is_read_right() {
    let p = load(BUILTIN[0].1).unwrap();
    let back = ways_back(&p);
    let way = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    for (from, to) in
        [("effect", "effect"), ("effect", "issue"), ("visit", "cause"), ("approve", "measures"), ("settle", "judge")]
    {
        assert!(back.contains(&way(from, to)), "{from} {to}");
    }
    for (from, to) in [("judge", "team"), ("settle", "archive"), ("explain", "objection")] {
        assert!(!back.contains(&way(from, to)), "{from} {to}");
    }
}
