//! The proof of procedures (D-11): the good ones pass, and each broken variant is told with its code, place and line.

use kesu_domain::procedure::{BUILTIN, Procedure, load};
use kesu_domain::proof::{Fault, Why, faults, warnings};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const SITE: &str = include_str!("procedures/site.toml");

#[derive(Clone, Copy)]
enum Base {
    Ks,
    Site,
}
use Base::{Ks, Site};

impl Base {
    fn text(self) -> &'static str {
        match self {
            Ks => BUILTIN.iter().find(|(number, _)| *number == "P-KS").expect("P-KS is in the library").1,
            Site => SITE,
        }
    }
}

/// Replace this by that in a good text; the code and the place expected, and what the line begins with or holds.
type Broken = (Base, &'static [(&'static str, &'static str)], &'static str, &'static str, &'static str);

fn edited(base: Base, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(base.text().to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from:?} is there once");
        text.replacen(from, to, 1)
    })
}

fn found(text: &str) -> Vec<Fault> {
    load(text).err().unwrap_or_default()
}

/// The number, from 1, of the line in which the mark begins.
fn line_of(text: &str, mark: &str) -> u32 {
    let places: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).collect();
    let [at] = places[..] else { panic!("{mark:?} is there {} times", places.len()) };
    u32::try_from(text[..at].lines().count().max(1)).expect("a short text") + u32::from(text[..at].ends_with('\n'))
}

fn check((base, edits, code, at, mark): &Broken) {
    let text = edited(*base, edits);
    let faults = found(&text);
    let told: Vec<String> = faults.iter().map(|f| format!("{} at {}", f.why.code(), f.at)).collect();
    let fault = faults.iter().find(|f| f.why.code() == *code && f.at == *at);
    let fault = fault.unwrap_or_else(|| panic!("{edits:?}: {code} at {at} is not among {told:#?}"));
    assert_eq!(fault.line, Some(line_of(&text, mark)), "{edits:?}: the line of {code}");
}

/// A stage that nobody needs.
const LIMBO: &str = "[[stage]]\nid = \"limbo\"\nname = { zh = \"空\", en = \"Limbo\" }\ntask = []\nexit = [{ to = [\"limbo\"] }]\n\n[[stage]]\nid = \"effect\"";

#[rustfmt::skip]
const BROKEN: &[Broken] = &[
    (Site, &[("id = \"boss\"", "id = \"owner\"")], "reserved", "role owner", "[[role]]\nid = \"owner\""),
    (Site, &[("id = \"boss\"", "id = \"reader\"")], "reserved", "role reader", "[[role]]\nid = \"reader\""),
    (Site, &[("id = \"boss\"", "id = \"the boss\"")], "bad_id", "role the boss", "[[role]]\nid = \"the boss\""),
    (Site, &[("id = \"rep\"", "id = \"boss\"")], "twice", "role boss", "[[role]]\nid = \"boss\"\nname = { zh = \"主管\""),
    (Site, &[("name = \"site\"", "name = \"customer\"")], "shadows", "field customer", "[[field]]"),
    (Site, &[("type = \"text\"", "type = \"choice\"")], "no_words", "field site", "[[field]]"),
    (Site, &[("from = 10000", "from = 100")], "limit_order", "limit much, from", "from = 100\n\n[[form]]"),
    (Site, &[("word = \"much\"", "word = \"below\"")], "reserved", "limit below", "[[limit]]\nfact = \"cost\"\nword = \"below\""),
    (Site, &[("word = \"much\"", "word = \"some\"")], "twice", "limit some", "[[limit]]\nfact = \"cost\"\nword = \"some\"\nfrom = 10000"),
    (Site, &[("fact = \"cost\"\nword = \"some\"", "fact = \"track\"\nword = \"some\"")], "no_amount", "limit some", "[[limit]]\nfact = \"track\""),
    (Site, &[("tasks = [\"agree\"]", "tasks = [\"order\"]")], "box_unsigned", "form F-3, boxes[1], tasks[1]", "boxes = ["),
    (Site, &[("tasks = [\"agree\"]", "tasks = [\"argue\"]")], "unknown_task", "form F-3, boxes[1], tasks[1]", "boxes = ["),
    (Site, &[("to = \"plan\"\nby = [\"boss\"]", "to = \"nowhere\"\nby = [\"boss\"]")], "unknown_stage", "reopen nowhere, to", "to = \"nowhere\""),
    (Site, &[("to = \"plan\"\nby = [\"boss\"]", "to = \"plan\"\nby = [\"each\"]")], "each_of_nothing", "reopen plan, by", "by = [\"each\"]"),
    (Site, &[("by = [\"rep\"]\nevery", "by = [\"responsible\"]\nevery")], "needs_case", "duty summing_up, by[1]", "by = [\"responsible\"]"),
    (Site, &[("day = 10", "day = 91")], "no_day", "duty summing_up, day", "day = 91"),
    (Site, &[("every = \"quarter\"\nday = 10", "every = \"week\"\nday = 8")], "no_day", "duty summing_up, day", "day = 8"),
    (Ks, &[("code = \"semi\"", "code = \"wip\"")], "twice", "list places", "[[list]]"),
    (Ks, &[("of = \"containment.places.place\"", "of = \"containment.places.spot\"")], "unknown_field", "list places, of", "of = \"containment.places.spot\""),
    (Ks, &[("by = [\"plant\"]\nfills = [\"closure\"]", "by = [\"plnat\"]\nfills = [\"closure\"]")], "unknown_role", "stage summary, task close, by[1]", "by = [\"plnat\"]"),
    (Ks, &[("by = [\"plant\"]\nfills = [\"closure\"]", "by = []\nfills = [\"closure\"]")], "nothing", "stage summary, task close, by", "by = []"),
    (Ks, &[("escalate = [{ after = \"1d\", to = \"gm\" }]", "escalate = [{ after = \"1d\", to = \"ceo\" }]")], "unknown_role", "stage approve, task approve, due, escalate[1]", "due = { span = \"1wd\", from = \"entered\", remind = [\"4h\"]"),
    (Ks, &[("id = \"sales\"\nname", "id = \"sales\"\nnmae")], "unknown_key", "", "nmae"),
    (Ks, &[("does = \"meet\"\n", "")], "missing_key", "", "[[stage.task]]\nid = \"summary\""),
    (Ks, &[("owner = \"品质部\"", "owner = \"品质部\"\nowner = \"业务部\"")], "key_twice", "", "owner = \"业务部\""),
    (Ks, &[("does = \"meet\"", "does = \"dance\"")], "no_such_word", "", "does = \"dance\""),
    (Ks, &[("[[stage.task]]\nid = \"close\"", "[[stage.task]\nid = \"close\"")], "unreadable", "", "[[stage.task]\n"),
    (Site, &[("\"complaint.site\"]", "\"complaint.place\"]")], "unknown_field", "stage intake, task take_in, needs[3]", "{ id = \"take_in\""),
    (Site, &[("\"complaint.site\"]", "\"plan.text\"]")], "demands_unfilled", "stage intake, task take_in, needs[3]", "{ id = \"take_in\""),
    (Ks, &[("\"closure.confirmed\"]", "\"closure.confirm\"]")], "unknown_field", "stage summary, task close, needs[2]", "needs = [\"closure.text\", \"closure.confirm\"]"),
    (Ks, &[("when = { acknowledged = \"no\" }", "when = { acknowledged = \"maybe\" }")], "unknown_word", "stage intake, task acknowledge, when", "when = { acknowledged"),
    (Ks, &[("span = \"90d\", from = \"done:implement\"", "span = \"90d\", from = \"field:actions.lines.due\"")], "date_of_lines", "stage effect, task check, due, from", "due = { span = \"90d\""),
    (Ks, &[("each = \"actions.lines\"\n", "each = \"actions.lines\"\nof = \"register\"\n")], "each_of", "stage implement, task implement, of", "of = \"register\""),
    (Ks, &[("does = \"meet\"", "does = \"meet\"\ncites = [\"capa\"]")], "unknown_document", "stage summary, task summary, cites[1]", "cites = "),
    (Ks, &[("[[stage]]\nid = \"intake\"", "[[desk]]\nwhen = { class = \"freight\" }\nby = \"team\"\n\n[[stage]]\nid = \"intake\"")], "no_desk", "desk[1], by", "by = \"team\""),
    (Ks, &[("when = { acknowledged = \"no\" }", "when = { liable = \"company\" }")], "of_lines", "stage intake, task acknowledge, when", "when = { liable"),
    (Ks, &[("cost = \"high\" }", "cost = \"huge\" }")], "unknown_word", "stage approve, task approve_gm_cost, when", "when = { severity = \"ordinary\", cost = \"huge\""),
    (Site, &[("explained = \"no\" }", "track = \"8d\" }")], "undecided", "stage confirm, exit[2], when", "{ to = [\"plan\"], when = { track"),
    (Ks, &[("exit = [{ to = [\"issue\"] }]", "exit = [{ to = [\"isue\"] }]")], "unknown_stage", "stage team, exit[1], to[1]", "exit = [{ to = [\"isue\"]"),
    (Ks, &[("exit = [{ to = [\"issue\"] }]", "exit = []")], "nothing", "stage team, exit", "exit = []"),
    (Ks, &[("exit = [{ to = [\"issue\"] }]", "exit = [{ to = [] }]")], "nothing", "stage team, exit[1], to", "exit = [{ to = [] }]"),
    (Ks, &[("after = [\"summary\"]", "after = [\"check\"]")], "other_stage", "stage summary, task close, after[1]", "after = [\"check\"]"),
    (Site, &[("fills = [\"plan\"]", "fills = [\"plan\"], after = [\"agree\"]")], "circle", "stage plan, task order", "{ id = \"order\""),
    (Site, &[("after = [\"order\"], when = { cost", "when = { approval = \"approved\", cost"), ("fills = [\"plan\"], needs", "fills = [\"plan\"], when = { approval = \"approved\" }, needs")], "circle", "stage plan, task agree", "{ id = \"agree\""),
    (Ks, &[("each = \"team.members\"", "each = \"team.leader\"")], "no_list", "stage measures, task evaluate_team, each", "each = \"team.leader\""),
    (Ks, &[("each = \"actions.lines\"", "each = \"complaint.lines\"")], "no_holder", "stage implement, task implement, each", "each = \"complaint.lines\""),
    (Ks, &[("by = [\"each\"]\neach = \"team.members\"\nquorum = 2", "by = [\"each\"]")], "each_of_nothing", "stage measures, task evaluate_team, by", "by = [\"each\"]\nfills = [\"evaluation\"]\nneeds = [\"evaluation.feasible\"]\nafter = [\"measures\"]\nwhen"),
    (Ks, &[("by = [\"each\"]\neach = \"team.members\"\nquorum = 2", "by = [\"qe\"]\nquorum = 2")], "no_quorum", "stage measures, task evaluate_team, quorum", "quorum = 2"),
    (Ks, &[("quorum = 2", "quorum = 0")], "no_quorum", "stage measures, task evaluate_team, quorum", "quorum = 0"),
    (Ks, &[("from = \"done:implement\"", "from = \"done:implemented\"")], "unknown_task", "stage effect, task check, due, from", "due = { span = \"90d\""),
    (Site, &[("from = \"field:plan.due\"", "from = \"field:plan.text\"")], "no_date", "stage work, task work, due, from", "{ id = \"work\", name"),
    (Ks, &[("by = [\"responsible\"]", "by = [\"about.head\"]")], "no_head", "stage measures, task measures, by[1]", "by = [\"about.head\"]"),
    (Site, &[("needs = [\"communication.text\"], stays = true", "needs = [\"communication.text\"], ahead = { span = \"2d\", from = \"entered\" }")], "never_ahead", "stage intake, task thank, ahead", "{ id = \"thank\""),
    (Site, &[("of = \"hold\"", "of = \"thank\"")], "no_record_of", "stage call_back, task release, of", "{ id = \"release\""),
    (Site, &[("approval = \"rejected\" }", "approval = [\"rejected\", \"approved\"] }")], "nobody_chooses", "stage plan, exit[2], to", "{ to = [\"plan\", \"intake\"]"),
    (Site, &[("does = \"verify\", by = [\"boss\"]", "does = \"verify\", by = [\"engineer\"]")], "own_approval", "stage work, task verify, signs, covers[1]", "{ id = \"verify\""),
    (Ks, &[("by = [\"responsible\"]", "by = [\"plant\"]")], "own_approval", "stage approve, task approve, signs, covers[2]", "signs = { meaning = \"reviewed\""),
    (Site, &[("after = [\"order\"], when = { cost = [\"below\", \"some\", \"much\"] },", "")], "unawaited", "stage plan, task agree, signs, covers[1]", "{ id = \"agree\""),
    (Ks, &[("by = [\"responsible\"]", "by = [\"each\"]\neach = \"responsibility.departments\"")], "unawaited", "stage measures, task measures, signs, covers[1]", "signs = { meaning = \"made\", covers = [\"actions\"] }"),
    (Site, &[("needs = [\"plan.text\", \"plan.due\", \"plan.cost\"],", "needs = [\"plan.text\", \"plan.due\", \"plan.cost\"], stays = true,")], "stays_open", "stage plan, task agree, signs, covers[1]", "{ id = \"agree\""),
    (Ks, &[("signs = { meaning = \"reviewed\", covers = [\"causes\", \"actions\", \"plan\"] }", "signs = { meaning = \"reviewed\", covers = [] }")], "covers_nothing", "stage approve, task approve, signs", "signs = { meaning = \"reviewed\""),
    (Ks, &[("signs = { meaning = \"reviewed\", covers = [\"causes\", \"actions\", \"plan\"] }\n", "")], "covers_nothing", "stage approve, task approve, signs", "[[stage.task]]\nid = \"approve\""),
    (Ks, &[("signs = { meaning = \"reviewed\", covers = [\"causes\", \"actions\", \"plan\"] }", "signs = { meaning = \"reviewed\", covers = [\"causes\", \"actions\", \"plan\"] }\noptional = true")], "optional_approval", "stage approve, task approve, optional", "optional = true\ndue = { span = \"1wd\""),
    (Ks, &[("fills = [\"summary\"]\nneeds", "fills = [\"summary\", \"approval\"]\nneeds")], "not_approving", "stage summary, task summary, does", "does = \"meet\""),
    (Ks, &[("  { to = [\"inquire\"], when = { validity = \"pending\" } },\n", "")], "no_exit", "stage judge", "[[stage]]\nid = \"judge\""),
    (Ks, &[("when = { validity = \"pending\" } },\n  { to = [\"explain\"]", "when = { validity = [\"pending\", \"partly\"] } },\n  { to = [\"explain\"]")], "several_exits", "stage judge", "[[stage]]\nid = \"judge\""),
    (Ks, &[("when = { approval = \"rejected\" }", "when = { approval = \"rejected\", severity = [\"major\", \"serious\"] }")], "no_exit", "stage approve", "[[stage]]\nid = \"approve\""),
    (Ks, &[("\"level.severity\", \"level.track\"]\ndue = { span = \"1wd\"", "\"level.severity\"]\ndue = { span = \"1wd\"")], "no_exit", "stage judge", "[[stage]]\nid = \"judge\""),
    (Ks, &[("by = [\"responsible\"]", "by = [\"owner\"]")], "may_be_empty", "stage measures, task measures, by[1]", "by = [\"owner\"]"),
    (Ks, &[("needs = [\"responsibility.departments\"]\n", "needs = [\"responsibility.reason\"]\n")], "may_be_empty", "stage measures, task evaluate_dept, each", "each = \"responsibility.departments\""),
    (Ks, &[("\"team.members\", \"team.members.who\"", "\"team.members\"")], "may_be_empty", "stage measures, task evaluate_team, each", "each = \"team.members\""),
    (Ks, &[("after = [\"measures\"]\nwhen = { track = \"8d\" }", "after = [\"measures\"]")], "may_be_empty", "stage measures, task evaluate_team, each", "each = \"team.members\""),
    (Ks, &[("tells = [{ to = \"plant\", acknowledge", "tells = [{ to = \"leader\", acknowledge")], "may_be_empty", "stage judge, task judge, tells[1]", "tells = [{ to = \"leader\""),
    (Site, &[("\"plan.text\", \"plan.due\", \"plan.cost\"", "\"plan.text\", \"plan.cost\"")], "may_be_empty", "stage work, task work, due, from", "{ id = \"work\", name"),
    (Site, &[("of = \"hold\", needs = [\"sample.result\"], when = { samples = \"yes\" }", "of = \"hold\", needs = [\"sample.result\"]")], "may_be_undone", "stage call_back, task release, of", "{ id = \"release\""),
    (Site, &[("after = [\"take_in\"], when = { samples = \"yes\" }", "after = [\"take_in\"], when = { samples = \"yes\" }, optional = true")], "may_be_undone", "stage call_back, task release, of", "{ id = \"release\""),
    (Site, &[("from = \"done:order\"", "from = \"done:work\"")], "may_be_undone", "stage plan, task agree, ahead, from", "{ id = \"agree\""),
    (Site, &[("covers = [\"investigation\"]", "covers = [\"investigation\", \"causes\"]")], "may_be_unwritten", "stage work, task verify, signs, covers[2]", "{ id = \"verify\""),
    (Site, &[("fills = [\"investigation\"], needs", "fills = [\"investigation\", \"plan\"], needs")], "changed_after", "stage plan, task agree, signs, covers[1]", "{ id = \"agree\""),
    (Site, &[("when = { satisfied = \"not_satisfied\" }, reopens = true", "when = { satisfied = \"not_satisfied\" }")], "end_twice", "stage confirm, exit[1]", "{ to = [\"call_back\"]"),
    (Ks, &[("{ to = [\"cause\"], when = { satisfied = \"not_satisfied\" } }", "{ to = [\"visit\"], when = { satisfied = \"not_satisfied\" }, ends = [\"customer\"] }")], "end_twice", "stage visit, exit[2]", "{ to = [\"visit\"], when"),
    (Site, &[("ends = [\"customer\", \"case\"]", "ends = [\"case\"]")], "end_too_soon", "stage confirm, exit[1]", "{ to = [\"call_back\"]"),
    (Site, &[(", ends = [\"customer\", \"case\"]", "")], "archived_open", "stage call_back, exit[1]", "{ to = [\"archive\"]"),
    (Ks, &[("exit = [{ to = [\"archive\"], ends = [\"case\"] }]", "exit = [{ to = [\"archive\"] }]")], "archived_open", "stage summary, exit[1]", "exit = [{ to = [\"archive\"] }]"),
    (Site, &[("explained = \"no\" }", "explained = \"no\" }, reopens = true")], "reopens_nothing", "stage confirm, exit[2]", "{ to = [\"plan\"], when = { explained"),
    (Site, &[("needs = [\"follow_up.satisfied\"],", "needs = [\"follow_up.satisfied\"], ahead = { span = \"2d\", from = \"entered\" },")], "never_awaited", "stage call_back, task call", "{ id = \"call\", name"),
    (Ks, &[("[[stage]]\nid = \"effect\"", LIMBO)], "never_reached", "stage limbo", "[[stage]]\nid = \"limbo\""),
    (Ks, &[("when = { samples = \"yes\" }", "when = { explained = \"yes\" }")], "never_opens", "stage intake, task samples", "[[stage.task]]\nid = \"samples\""),
    (Ks, &[("now = true, when = { feasible = \"no\" } },", "now = true, when = { feasible = \"no\" } },\n  { to = [\"cause\"], now = true, when = { feasible = \"no\" } },")], "never_taken", "stage measures, exit[2]", "{ to = [\"cause\"], now = true"),
    (Ks, &[("[[stage]]\nid = \"effect\"", LIMBO), ("{ to = [\"effect\"], when", "{ to = [\"limbo\"], when")], "spins", "stage limbo", "[[stage]]\nid = \"limbo\""),
    (Ks, &[("[[stage]]\nid = \"effect\"", LIMBO), ("{ to = [\"effect\"], when", "{ to = [\"limbo\"], when")], "dead_end", "stage limbo", "[[stage]]\nid = \"limbo\""),
    (Ks, &[("  { to = [\"settle\"], when = { validity = [\"established\", \"partly\"], track = \"simple\" } },\n  { to = [\"issue\"], when = { validity = [\"established\", \"partly\"], track = \"capa\" } },\n  { to = [\"team\"], when = { validity = [\"established\", \"partly\"], track = \"8d\" } },\n]\n\n[[stage.task]]\nid = \"judge\"", "  { to = [\"inquire\"], when = { validity = [\"established\", \"partly\"] } },\n]\n\n[[stage.task]]\nid = \"judge\""), ("exit = [{ to = [\"judge\"] }]\n\n[[stage.task]]\nid = \"inquire\"", "exit = [{ to = [\"judge\"], when = { track = \"simple\" } }, { to = [\"inquire\"], when = { track = [\"capa\", \"8d\"] } }]\n\n[[stage.task]]\nid = \"inquire\"")], "out_of_reach", "stage inquire", "[[stage]]\nid = \"inquire\""),
];

#[test]
fn every_procedure_of_the_library_is_proved() {
    for (number, text) in BUILTIN.iter().chain(&[("T-SITE", SITE)]) {
        assert_eq!(load(text).err(), None, "{number}");
    }
}

#[test]
fn every_broken_variant_is_told_with_its_place_and_line() {
    BROKEN.iter().for_each(check);
}

#[test]
fn every_fault_has_a_broken_variant() {
    let shown: BTreeSet<&str> = BROKEN.iter().map(|(_, _, code, ..)| *code).collect();
    let elsewhere = ["too_many_walks", "may_cross"];
    let missing: Vec<_> = Why::CODES.iter().map(|(code, _)| *code).filter(|code| !shown.contains(code)).collect();
    assert_eq!(missing, elsewhere);
}

/// What is asked in passing must not make the good ones fail: each is a change that a plant may well make.
#[test]
fn what_a_plant_may_change_stays_proved() {
    #[rustfmt::skip]
    let changes: &[(Base, &[(&str, &str)])] = &[
        (Ks, &[("quorum = 2", "quorum = 3")]),
        (Ks, &[("from = 1000000", "from = 5000000")]),
        (Ks, &[("by = [\"sales\", \"qe\"]", "by = [\"anyone\"]")]),
        (Ks, &[("cost = \"high\" }", "cost = \"high\" }\noptional = false")]),
        (Ks, &[("by = [\"responsible\"]", "by = [\"responsible.head\"]")]),
        (Ks, &[("\"level.severity\", \"level.track\"]\ndue = { span = \"1wd\"", "\"level.severity\", \"level.track\", \"level.owner\"]\ndue = { span = \"1wd\""),
               ("\"level.severity\", \"level.track\"]\ndue = { span = \"2wd\"", "\"level.severity\", \"level.track\", \"level.owner\"]\ndue = { span = \"2wd\""),
               ("by = [\"responsible\"]", "by = [\"responsible\", \"owner\"]")]),
        (Site, &[("day = 10", "day = 90")]),
        (Site, &[("fills = [\"complaint\"], needs", "fills = [\"complaint\"], optional = true, needs")]),
    ];
    for (base, edits) in changes {
        assert_eq!(load(&edited(*base, edits)).err(), None, "{edits:?}");
    }
}

#[test]
fn a_fault_is_data() {
    let text = edited(Site, &[("\"complaint.site\"]", "\"complaint.place\"]")]);
    assert_eq!(
        serde_json::to_value(found(&text)).expect("faults are data"),
        json!([{ "at": "stage intake, task take_in, needs[3]", "line": line_of(&text, "{ id = \"take_in\""), "why": "unknown_field", "field": "complaint.place" }])
    );
    let text = edited(
        Ks,
        &[(
            "when = { approval = \"rejected\" }",
            "when = { approval = \"rejected\", severity = [\"major\", \"serious\"] }",
        )],
    );
    assert_eq!(
        serde_json::to_value(found(&text)).expect("faults are data")[0]["facts"],
        json!({ "severity": "ordinary", "approval": "rejected" })
    );
}

/// A procedure that was never text has places and no lines.
#[test]
fn without_a_text_there_are_no_lines() {
    let mut p: Procedure = toml::from_str(SITE).expect("it is read");
    p.stages[0].tasks[0].by = vec![];
    let told: Vec<_> = faults(&p).into_iter().map(|f| (f.at, f.line)).collect();
    assert_eq!(told, [("stage intake, task take_in, by".to_owned(), None)]);
}

#[test]
fn too_many_tasks_side_by_side_are_refused_at_once() {
    let mut p: Procedure = toml::from_str(SITE).expect("it is read");
    let thank = p.stages[0].tasks[2].clone();
    p.stages[0].tasks.extend((0..64).map(|n| {
        let mut task = thank.clone();
        task.id = format!("thank_{n}").into();
        task
    }));
    assert_eq!(faults(&p).iter().map(|f| f.why.code()).collect::<Vec<_>>(), ["too_many_walks"]);
}

#[test]
fn deadlines_that_may_cross_are_a_warning() {
    #[rustfmt::skip]
    let cases = [
        ("1wd", "entered", "2wd", "entered", false),
        ("3wd", "entered", "2wd", "entered", true),
        ("3wd", "entered", "2wd", "received", false),
        ("1wd", "received", "24h", "received", true),
        ("2d", "received", "3wd", "received", false),
        ("24h", "received", "1d", "received", false),
    ];
    for (first, from, second, begins, crosses) in cases {
        let due =
            |span: &str, from: &str, then: &str| format!("due = {{ span = \"{span}\", from = \"{from}\" }}, {then}");
        let text = SITE.replacen("needs = [\"plan.text\"", &due(first, from, "needs = [\"plan.text\""), 1).replacen(
            "needs = [\"approval.answer\"]",
            &due(second, begins, "needs = [\"approval.answer\"]"),
            1,
        );
        let p: Procedure = toml::from_str(&text).expect("it is read");
        let told: Vec<_> = warnings(&p).into_iter().map(|f| (f.why.code(), f.at)).collect();
        let expected = if crosses { vec![("may_cross", "stage plan, task agree, due".to_owned())] } else { vec![] };
        assert_eq!(told, expected, "{first} from {from}, then {second} from {begins}");
    }
}

/// The catalogue has a sentence for each code in both languages, and each sentence names only data that the fault has.
#[test]
fn each_fault_can_be_said_in_both_languages() {
    for text in [include_str!("../../../../words/fault.zh.json"), include_str!("../../../../words/fault.en.json")] {
        let words: BTreeMap<String, String> = serde_json::from_str(text).expect("the catalogue is read");
        let codes: BTreeSet<&str> = Why::CODES.iter().map(|(code, _)| *code).collect();
        assert_eq!(words.keys().map(String::as_str).collect::<BTreeSet<_>>(), codes);
        for (code, data) in Why::CODES {
            let asked = words[*code].split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
            assert_eq!(asked.collect::<BTreeSet<_>>(), data.iter().copied().collect(), "the sentence of {code}");
        }
    }
}
