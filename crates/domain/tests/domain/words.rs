//! The catalogue: nothing lacks its word in either language, no word outlives its thing, and sentences take their data.

use kesu_domain::case::{CaseState, TaskState};
use kesu_domain::choice::CHOICES;
use kesu_domain::engine::Blocked;
use kesu_domain::fact::Fact;
use kesu_domain::fields::{FieldInfo, FieldType};
use kesu_domain::path::Target;
use kesu_domain::procedure::{self, BUILTIN, Bound, By, Does, End, Every, Meaning, load};
use kesu_domain::record::{RecordKind, RecordState};
use kesu_domain::section::Kind;
use kesu_domain::text::Lang;
use kesu_domain::words;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];
/// Terms that stand in Latin letters in Chinese, too.
const LATIN: [&str; 4] = ["8D", "CAPA", "5W2H", "QQ"];

type Leaves = BTreeMap<String, &'static str>;

/// Every word of a language, by its full key.
fn leaves(lang: Lang) -> Leaves {
    fn walk(at: &'static Value, key: &str, out: &mut Leaves) {
        match at {
            Value::Object(map) => map.iter().for_each(|(name, below)| {
                walk(below, &if key.is_empty() { name.clone() } else { format!("{key}.{name}") }, out);
            }),
            Value::String(text) => assert!(out.insert(key.to_owned(), text).is_none(), "{key}"),
            other => panic!("{key} is no text: {other}"),
        }
    }
    let mut out = Leaves::new();
    walk(words::catalogue(lang), "", &mut out);
    out
}

/// What stands as data in a sentence, in either spelling.
fn data(text: &str) -> BTreeSet<&str> {
    text.split('{').filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// The names that an enum has in JSON, read from the TypeScript that is made of it: no list that could fall behind.
fn names<T: TS>(tag: &str) -> Vec<String> {
    let shape = T::inline(&ts_rs::Config::default());
    let names: Vec<String> = if tag.is_empty() {
        shape.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    } else {
        let tag = format!("\"{tag}\": \"");
        shape.split(tag.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    assert!(!names.is_empty(), "{shape}");
    names
}

/// The keys that the fields of a section or record need.
fn of_fields(at: &str, fields: &[FieldInfo], out: &mut BTreeSet<String>) {
    out.insert(format!("{at}._"));
    for field in fields {
        let key = format!("{at}.{}", field.name);
        match field.is {
            FieldType::Lines(inner) => of_fields(&key, inner, out),
            _ => {
                out.insert(key);
            }
        }
    }
}

/// Every key that a type of the domain demands.
fn demanded() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for kind in Kind::ALL {
        of_fields(&format!("section.{}", kind.name()), kind.fields(), &mut out);
    }
    for kind in RecordKind::ALL {
        of_fields(&format!("record.{}", kind.name()), kind.fields(), &mut out);
    }
    for (name, words) in CHOICES.iter().chain(procedure::CHOICES) {
        out.extend(words.iter().map(|word| format!("choice.{name}.{word}")));
    }
    out.extend(names::<Meaning>("").iter().map(|word| format!("meaning.{word}")));
    out.extend(Fact::ALL.iter().map(|fact| format!("fact.{}", fact.name())));
    out.extend(Bound::ALL.iter().map(|bound| format!("bound.{}", bound.name())));
    let enums = [
        ("blocked", names::<Blocked>("why")),
        ("state.task", names::<TaskState>("")),
        ("state.case", names::<CaseState>("")),
        ("state.record", names::<RecordState>("")),
        ("docs.does", names::<Does>("")),
        ("docs.every", names::<Every>("")),
        ("docs.end", names::<End>("")),
    ];
    for (group, words) in enums {
        out.extend(words.iter().map(|word| format!("{group}.{word}")));
    }
    out
}

#[test]
fn everything_has_its_word_and_every_word_its_thing() {
    let demanded = demanded();
    let groups: BTreeSet<&str> = demanded.iter().filter_map(|key| key.split('.').next()).collect();
    for lang in LANGS {
        let there: BTreeSet<String> =
            leaves(lang).into_keys().filter(|key| key.split('.').next().is_some_and(|g| groups.contains(g))).collect();
        let gaps: Vec<_> = demanded.difference(&there).collect();
        let leftovers: Vec<_> = there.difference(&demanded).collect();
        assert_eq!((gaps, leftovers), (vec![], vec![]), "{lang:?}");
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_data() {
    let (zh, en) = (leaves(Lang::Zh), leaves(Lang::En));
    assert_eq!(zh.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (key, text) in &zh {
        assert_eq!(data(text), data(en[key]), "{key}");
        assert!(!text.trim().is_empty() && !en[key].trim().is_empty(), "{key} is empty");
    }
}

#[test]
fn chinese_is_chinese_and_english_is_not() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (key, text) in leaves(Lang::Zh).into_iter().filter(|(key, _)| !key.starts_with("form.")) {
        let allowed = |word: &str| LATIN.contains(&word) || data(text).contains(word);
        let strange: Vec<&str> = text
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()) && !allowed(word))
            .collect();
        assert!(text.contains(is_han) || LATIN.contains(&text), "{key}: {text}");
        assert_eq!(strange, Vec::<&str>::new(), "{key}: {text}");
    }
    for (key, text) in leaves(Lang::En).into_iter().filter(|(key, _)| !key.starts_with("form.")) {
        assert!(!text.contains(is_han), "{key}: {text}");
    }
}

#[test]
fn words_are_found_by_what_they_name() {
    let (zh, en) = (Lang::Zh, Lang::En);
    let complaint = Target::Section(Kind::Complaint);
    let follow_up = Target::Record(RecordKind::FollowUp);
    let table: &[(Option<&str>, Option<&str>)] = &[
        (words::word(zh, "section.complaint"), Some("投诉内容")),
        (words::word(zh, "section.complaint.lines"), Some("产品与数量")),
        (words::word(zh, "section.nowhere"), None),
        (words::word(zh, "section.complaint.customer.more"), None),
        (words::word(zh, "section"), None),
        (Some(words::kind(en, complaint)), Some("Complaint")),
        (words::field(zh, complaint, "lines.lot"), Some("批号/序列号")),
        (words::field(zh, complaint, "site_code"), None),
        (words::choice(zh, "severity", "major"), Some("重大")),
        (words::choice(zh, "severity", "huge"), None),
        (words::chosen(zh, complaint, "class", "freight"), Some("运输")),
        (words::chosen(zh, Target::Section(Kind::Actions), "lines.kind", "corrective"), Some("纠正措施")),
        (words::chosen(zh, follow_up, "satisfied", "not_satisfied"), Some("不满意")),
        (words::chosen(zh, complaint, "customer", "yes"), None),
        (Some(words::fact(zh, Fact::Validity)), Some("成立与否")),
        (words::fact_word(zh, Fact::Validity, "partly"), Some("部分成立")),
        (words::fact_word(zh, Fact::Cost, "below"), Some("限额以下")),
        (words::fact_word(zh, Fact::Cost, "high"), None),
        (Some(words::task_state(zh, TaskState::Ahead)), Some("待补办")),
        (Some(words::case_state(zh, CaseState::Settled)), Some("客户侧关闭")),
        (Some(words::record_state(en, RecordState::Open)), Some("Under way")),
        (Some(words::does(en, Does::CheckList)), Some("Go through a check-list")),
        (Some(words::every(zh, Every::Quarter)), Some("每季度")),
        (Some(words::end(zh, End::Case)), Some("结案")),
        (Some(words::meaning(zh, Meaning::Approved)), Some("核准")),
        (Some(words::meaning_in_full(en, Meaning::Made)), Some("I made this, and answer for its truth.")),
    ];
    for (n, (found, wanted)) in table.iter().enumerate() {
        assert_eq!(found, wanted, "row {n}");
    }
}

/// The word in a field is found by the list of its choice: no two choices may have the same.
#[test]
fn every_choice_of_a_field_is_found() {
    fn check(target: Target, at: &str, fields: &[FieldInfo]) {
        for field in fields {
            let path = format!("{at}{}", field.name);
            match field.is {
                FieldType::Choice(list) => list.iter().for_each(|word| {
                    for lang in LANGS {
                        assert!(words::chosen(lang, target, &path, word).is_some(), "{} {path} {word}", target.name());
                    }
                }),
                FieldType::Lines(inner) => check(target, &format!("{path}."), inner),
                _ => {}
            }
        }
    }
    Kind::ALL.iter().for_each(|kind| check(Target::Section(*kind), "", kind.fields()));
    RecordKind::ALL.iter().for_each(|kind| check(Target::Record(*kind), "", kind.fields()));
    let lists: BTreeSet<_> = CHOICES.iter().map(|(_, words)| words).collect();
    assert_eq!(lists.len(), CHOICES.len());
}

#[test]
fn data_goes_where_its_name_stands() {
    let table = [
        ("{{a}} and {{ b }}", "1 and 2"),
        ("{{a}}{{a}}", "11"),
        ("{{c}} stays", "{{c}} stays"),
        ("{{ open", "{{ open"),
        ("{{a}} {{ open", "1 {{ open"),
        ("{a}", "{a}"),
        ("{{evil}}", "{{a}}"),
        ("", ""),
    ];
    for (text, wanted) in table {
        assert_eq!(words::fill(text, &[("a", "1"), ("b", "2"), ("evil", "{{a}}")]), wanted, "{text}");
    }
}

fn every_reason() -> Vec<(Blocked, &'static str, &'static str)> {
    let roles = vec![By::from("qe".to_owned()), By::from("responsible.head".to_owned())];
    vec![
        (Blocked::NotNow { stage: "judge".into() }, "案件现处「判定」阶段，此时不能办理", "stage “Judgement”"),
        (Blocked::NeedsRole { by: roles }, "须由品质工程师或责任部门负责人办理", "Quality engineer or Head of: Resp"),
        (Blocked::Waits { task: "register".into() }, "须先完成「登记投诉」", "“Register the complaint” comes"),
        (
            Blocked::Missing { field: "containment.places.checked".into() },
            "「围堵 · 围堵地点 · 检查数量」未填写",
            "“Containment · Places · Checked” is",
        ),
        (
            Blocked::OwnWork { task: "measures".into() },
            "本人办理或填写过「制定纠正与预防措施」，不能核决",
            "You did or wrote “Plan corr",
        ),
        (Blocked::Subject, "被投诉的是本人", "about you"),
        (Blocked::Record { kind: RecordKind::FollowUp }, "还有未完成的「回访」", "“Follow-up” is still open"),
        (Blocked::NotAllowed { step: "paper" }, "规程不允许此任务以纸质签字完成", "be signed on paper"),
        (Blocked::NotAllowed { step: "behalf" }, "规程不允许此任务由他人代录", "be recorded on"),
        (Blocked::NotAllowed { step: "not_needed" }, "规程不允许此任务标记为无需办理", "marked as not"),
        (Blocked::NotAllowed { step: "reported" }, "规程不允许此任务先报告后补办", "reported first"),
        (
            Blocked::SaidOtherwise { field: "approval.answer".into() },
            "与先前口头报告的「核决 · 核决结果」不一致",
            "“Approval · Decision” differs",
        ),
        (Blocked::NeedsSignature, "须签字", "signed"),
        (Blocked::NeedsReason, "须填写理由", "reason"),
        (Blocked::ReadOnly, "案件已归档、撤诉、合并或作废，只能查看", "archived"),
        (Blocked::OwnRequest, "须由其他人批准", "somebody else approves"),
        (Blocked::Void { task: "approve".into() }, "「厂长审核」签字后内容有改动", "“Plant manager reviews”"),
        (Blocked::Given, "已指定他人办理", "by name"),
        (Blocked::NotThem, "所选的人不能办理", "person chosen cannot"),
        (Blocked::NotYours, "只有办理人本人", "Only whoever did it"),
        (Blocked::Answered { task: "approve".into() }, "已有人办理「厂长审核」", "“Plant manager reviews” was done"),
        (Blocked::NotAllowed { step: "ask" }, "规程不允许此任务加签", "signed by one more"),
        (Blocked::NotAllowed { step: "pass" }, "规程不允许此任务转给他人", "passed on"),
        (Blocked::NotAllowed { step: "withdraw" }, "规程不允许此任务撤回", "taken back"),
        (Blocked::NotAllowed { step: "move" }, "规程不允许此任务调整期限", "later day"),
        (Blocked::OwnDeadline, "不能批准自己任务的期限", "deadline of their own"),
        (Blocked::CustomersDate, "晚于客户要求的日期", "customer’s own date"),
        (Blocked::Clock, "本机时间早于日志", "clock"),
    ]
}

#[test]
fn every_reason_why_not_is_a_sentence_with_its_data() {
    let procedure = load(BUILTIN.iter().find(|(number, _)| *number == "P-KS").unwrap().1).unwrap();
    let mut met = BTreeSet::new();
    for (why, zh, en) in every_reason() {
        for (lang, wanted) in [(Lang::Zh, zh), (Lang::En, en)] {
            let said = words::blocked(lang, &why, Some(&procedure));
            assert!(said.contains(wanted), "{said}");
            assert!(!said.contains("{{") && !words::blocked(lang, &why, None).contains("{{"), "{said}");
        }
        met.insert(serde_json::to_value(&why).unwrap()["why"].as_str().unwrap().to_owned());
    }
    assert_eq!(met, names::<Blocked>("why").into_iter().collect());
}

#[test]
fn without_the_procedure_ids_stand_for_names() {
    let table = [
        (Blocked::Waits { task: "register".into() }, "须先完成「register」"),
        (Blocked::NotNow { stage: "archive".into() }, "案件现处「归档」阶段，此时不能办理"),
        (Blocked::Missing { field: "complaint.site_code".into() }, "「投诉内容 · site_code」未填写"),
        (Blocked::Missing { field: "nowhere".into() }, "「nowhere」未填写"),
        (Blocked::NeedsRole { by: vec![By::Anyone, By::Each] }, "须由任何参与者或清单所指的人办理"),
    ];
    for (why, wanted) in table {
        assert_eq!(words::blocked(Lang::Zh, &why, None), wanted);
    }
}
