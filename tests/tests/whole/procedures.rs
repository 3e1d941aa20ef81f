//! `kesu procedure`: a broken file is named by line, place and reason, in words.

use kesu_domain::procedure::BUILTIN;
use kesu_tests::house::{House, text};
use kesu_tests::program;

#[test]
fn each_fault_has_its_line_its_place_and_its_reason() {
    let temp = tempfile::tempdir().unwrap();
    let whole = BUILTIN[0].1;
    let table: &[(&str, &str, &str, &str)] = &[
        (
            "a role that is not there",
            r#"by = ["sales", "qe"]"#,
            r#"by = ["sales", "qa"]"#,
            "角色“qa”不在本规程的角色表里",
        ),
        (
            "a field that is not there",
            r#""complaint.samples"]"#,
            r#""complaint.sample"]"#,
            "没有“complaint.sample”这个字段",
        ),
        (
            "an exit that is missing",
            r#"  { to = ["inquire"], when = { validity = "pending" } },"#,
            "",
            "validity = pending",
        ),
        ("no TOML", "prefix = \"KS\"", "prefix = KS", "这一行的写法有误"),
        ("a word that is none", "does = \"verify\"", "does = \"prove\"", "“prove”不在可选的词里"),
    ];
    for (n, (what, right, wrong, said)) in table.iter().enumerate() {
        assert!(whole.contains(right), "{what}: P-KS does not say {right}");
        let path = text(&temp.path().join(format!("{n}.toml")));
        std::fs::write(&path, whole.replacen(right, wrong, 1)).unwrap();
        let ran = program::run("", &["procedure", "check", &path]).unwrap();
        assert_eq!(ran.code, 1, "{what}: {ran:?}");
        let line = ran.out.lines().find(|line| line.contains(said)).unwrap_or_else(|| panic!("{what}: {ran:?}"));
        let number = line.strip_prefix(&format!("{path}:")).and_then(|rest| rest.split(':').next());
        assert!(number.is_some_and(|number| number.parse::<u32>().is_ok_and(|line| line > 1)), "{what}: {line}");
    }
}

#[test]
fn the_library_is_listed_shown_and_proved() {
    let list = program::run("", &["procedure", "list"]).unwrap().fine().unwrap().out;
    assert!(list.contains("P-KS") && list.contains("制造业客户投诉处理规程"), "{list}");
    let shown = program::run("", &["procedure", "show", "P-KS"]).unwrap().fine().unwrap().out;
    assert!(shown.contains("厂长审核") && shown.contains("归档"), "{shown}");
    assert_eq!(program::run("", &["procedure", "show", "P-XX"]).unwrap().code, 2);
    let toml = program::run("", &["procedure", "show", "P-KS", "--toml"]).unwrap().fine().unwrap().out;
    let house = House::new("厂").unwrap();
    let path = text(&house.beside().join("P-KS.toml"));
    std::fs::write(&path, toml).unwrap();
    program::run("", &["procedure", "check", &path]).unwrap().fine().unwrap();
    let ran = house.run(&["procedure", "check", &path]).unwrap();
    assert_eq!(ran.code, 1, "{ran:?}");
    for said in ["“品质工程师”", "“厂长”", "需要 2 人，目前只有 1 人"] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
}
