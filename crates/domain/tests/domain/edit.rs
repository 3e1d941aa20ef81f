//! Procedures that are edited: written as text, read again, compared.

use crate::proof::SITE;
use kesu_domain::procedure::{BUILTIN, How, Procedure, differences, load};
use kesu_domain::text::Names;

fn all() -> impl Iterator<Item = (&'static str, Procedure)> {
    let texts = BUILTIN.iter().copied().chain([("T-SITE", SITE)]);
    texts.map(|(number, text)| (number, toml::from_str(text).expect("it is read")))
}

#[test]
fn what_is_written_is_read_again_as_it_was() {
    for (number, procedure) in all() {
        let text = procedure.to_toml();
        let again: Procedure = toml::from_str(&text).unwrap_or_else(|e| panic!("{number}: {e}\n{text}"));
        assert_eq!(again, procedure, "{number}");
        assert_eq!(again.to_toml(), text, "{number}: written again, not a letter is another");
        assert!(load(&text).is_ok(), "{number} is proved as it was");
    }
}

#[test]
fn what_cannot_be_said_plainly_is_written_so_that_it_is_read() {
    let (_, mut procedure) = all().next().expect("one");
    let odd = "引号 \" 反斜线 \\ 换行\n制表\t删除\u{7f} # 不是注释";
    procedure.owner = odd.into();
    procedure.stages[0].tasks[0].source = odd.into();
    procedure.stages[0].tasks[0].by.clear();
    procedure.stages[0].exits.clear();
    let again: Procedure = toml::from_str(&procedure.to_toml()).expect("it is read");
    assert_eq!(again, procedure);
    procedure.stages.clear();
    procedure.roles.clear();
    let again: Procedure = toml::from_str(&procedure.to_toml()).expect("it is read");
    assert_eq!(again, procedure, "nothing at all is a fault of the proof, not of the text");
}

#[test]
fn a_written_procedure_is_one_that_people_can_read() {
    let (_, procedure) = all().next().expect("P-KS");
    let text = procedure.to_toml();
    assert!(text.starts_with("number = \"P-KS\"\nversion = \"A/0\"\ntitle = { zh = "), "{text}");
    assert!(text.contains("\n[[stage]]\nid = \"intake\"\nname = { zh = \"登记\", en = \"Registration\" }\n"), "{text}");
    assert!(text.contains("\n[[stage.task]]\nid = \"register\"\n"), "{text}");
    assert!(!text.contains("optional = false"), "what stands at its default is left out");
    assert!(text.contains("pausable = false"), "what is not the default is said");
}

#[test]
fn versions_are_compared_by_stage_task_and_field() {
    let (_, before) = all().next().expect("P-KS");
    assert_eq!(differences(&before, &before), []);
    let mut after = before.clone();
    after.version = "A/1".into();
    after.limits[0].from.0 = 500_000;
    let judge = after.stages.iter().position(|stage| stage.id == "judge").expect("judge");
    after.stages[judge].tasks[0].due = None;
    after.stages[judge].exits[0].to = vec!["cause".into()];
    let mut task = after.stages[judge].tasks[0].clone();
    task.id = "second".into();
    task.name = Names { zh: "复核".into(), en: String::new() };
    after.stages[judge].tasks.push(task);
    let gone = after.stages.iter().position(|stage| stage.id == "stand").expect("stand");
    after.stages.remove(gone);
    let reply = after.stages.iter().position(|stage| stage.id == "reply").expect("reply");
    let moved = after.stages.remove(reply);
    after.stages.insert(reply + 1, moved);
    let found = differences(&before, &after);
    let said: Vec<String> = found
        .iter()
        .map(|one| {
            let stage = one.stage.as_ref().map_or("", |stage| stage.as_str());
            format!("{:?} {} {stage}/{} {}", one.how, one.of, one.id, one.field)
        })
        .collect();
    assert_eq!(
        said,
        [
            "Changed head / version",
            "Changed limit /cost high from",
            "Removed stage /stand ",
            "Changed task judge/judge due",
            "Added task judge/second ",
            "Removed exit judge/[\"inquire\"] {\"validity\":\"pending\"} ",
            "Added exit judge/[\"cause\"] {\"validity\":\"pending\"} ",
            "Moved stage /implement ",
            "Moved stage /reply ",
        ]
    );
    let limit = found.iter().find(|one| one.of == "limit").expect("the limit");
    assert_eq!((limit.how, &limit.before, &limit.after), (How::Changed, &1_000_000.into(), &500_000.into()));
}
