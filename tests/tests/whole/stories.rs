//! Each story is played to its end, and leaves evidence that is whole.

use kesu_tests::play::{Play, play};
use kesu_tests::story::Story;
use std::path::{Path, PathBuf};

/// Where papers go: for people to look at, or away.
fn papers(name: &str, temp: &tempfile::TempDir) -> PathBuf {
    std::env::var_os("KESU_SCENARIO_OUT").map_or_else(|| temp.path().to_owned(), PathBuf::from).join(name)
}

fn check(name: &str) {
    let mut stories = Story::all().unwrap_or_else(|cause| panic!("{cause:#}"));
    let story = stories.remove(name).unwrap_or_else(|| panic!("no story {name}"));
    let temp = tempfile::tempdir().unwrap();
    let played = play(&story, &papers(name, &temp)).unwrap_or_else(|cause| panic!("{name}: {cause:#}"));
    played.house.verify().unwrap_or_else(|cause| panic!("{name}: {cause:#}"));
    if let Some(counts) = story.counts {
        assert_eq!(played.counts, counts, "{name}: what was done by hand");
    }
    leave_register(name, &played, &story);
}

/// The register as the terminal made it: the same story played in a browser must end with the same one.
fn leave_register(name: &str, played: &Play, story: &Story) {
    let ran = played.house.run_as(&story.register.who, &["cases", "--json"]).unwrap();
    let page = ran.fine().unwrap().json().unwrap();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("register-{name}.json"));
    std::fs::write(file, serde_json::to_vec_pretty(&page["rows"]).unwrap()).unwrap();
}

/// A test for each file, so that they run beside each other; `all_are_played` finds one that has none.
macro_rules! stories { ($( $test:ident: $name:literal; )*) => {
    $( #[test] fn $test() { check($name); } )*
    #[test]
    fn all_are_played() {
        let files: Vec<String> = Story::all().unwrap().into_keys().collect();
        assert_eq!(files, [$( $name ),*]);
    }
} }

stories! {
    five_s: "p-5s";
    five_s_short: "p-5s-short";
    fi: "p-fi";
    fi_explain: "p-fi-explain";
    hb: "p-hb";
    hb_ordinary: "p-hb-ordinary";
    jd: "p-jd";
    jd_answer: "p-jd-answer";
    jd_slight: "p-jd-slight";
    ks_8d: "p-ks-8d";
    ks_capa: "p-ks-capa";
    ks_one_account: "p-ks-one-account";
    ks_simple: "p-ks-simple";
    lv: "p-lv";
    lv_class4: "p-lv-class4";
    lv_site: "p-lv-site";
    pc: "p-pc";
    pc_department: "p-pc-department";
    pc_explain: "p-pc-explain";
    pc_improve: "p-pc-improve";
    pc_untrue: "p-pc-untrue";
    pd_complaint: "p-pd-complaint";
    pd_consultation: "p-pd-consultation";
    pd_fault: "p-pd-fault";
    qa: "p-qa";
    qa_not_established: "p-qa-not-established";
    r008: "p-r008";
    r008_return: "p-r008-return";
    re_alone: "p-re-alone";
    re_invalid: "p-re-invalid";
    re_leak: "p-re-leak";
    re_major: "p-re-major";
}

#[test]
fn the_simple_track_is_short() {
    let story = Story::all().unwrap().remove("p-ks-simple").unwrap();
    let counts = story.counts.unwrap();
    assert!(counts.tasks <= 4 && counts.fields <= 15, "{counts:?}");
}
