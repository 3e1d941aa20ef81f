//! The private file.

use crate::house::{at, house};
use kesu_domain::id::{AccountId, CaseId, KeyId};
use kesu_domain::people::FileDigest;
use kesu_store::private::{Draft, DraftKey, Private, Seal, Session, Upload};

const LI: AccountId = AccountId(1);
const WANG: AccountId = AccountId(2);

fn key(account: AccountId, case: Option<CaseId>) -> DraftKey {
    DraftKey { account, case, kind: "complaint".into(), slot: String::new() }
}

fn draft(key: DraftKey, text: &str, minute: i64) -> Draft {
    Draft { key, base_rev: 3, text: text.into(), saved: at(minute) }
}

#[test]
fn drafts_are_one_a_person_case_kind_and_slot() {
    let house = house();
    let private = Private::open(house.folder.dir()).unwrap();
    let (new, of_case) = (key(LI, None), key(LI, Some(CaseId(7))));
    private.save_draft(&draft(new.clone(), "half", 1)).unwrap();
    private.save_draft(&draft(of_case.clone(), "b", 2)).unwrap();
    private.save_draft(&draft(key(WANG, None), "another's", 3)).unwrap();
    private.save_draft(&draft(new.clone(), "whole", 4)).unwrap();
    let all = [draft(new.clone(), "whole", 4), draft(of_case.clone(), "b", 2)];
    assert_eq!(private.drafts(LI, None).unwrap(), all);
    assert_eq!(private.drafts(LI, Some(CaseId(7))).unwrap(), all[1..]);
    private.delete_draft(&new).unwrap();
    private.delete_draft(&new).unwrap();
    drop(private);
    let private = Private::open(house.folder.dir()).unwrap();
    assert_eq!(private.drafts(LI, None).unwrap(), all[1..]);
    assert!(!private.was_set_aside());
}

fn session(account: AccountId) -> Session {
    let (key, seal) = (KeyId(4), Seal::of("sealed with the first password"));
    Session { account, key, seal, machine: "desk".into(), opened: at(0), touched: at(0) }
}

#[test]
fn who_changes_the_password_stays_in_and_nobody_else() {
    let house = house();
    let private = Private::open(house.folder.dir()).unwrap();
    for (token, account) in [("here", LI), ("lost phone", LI), ("colleague", WANG)] {
        private.put_session(token, &session(account)).unwrap();
    }
    let seal = Seal::of("sealed with the second password");
    private.keep_session("here", LI, seal).unwrap();
    assert_eq!(private.session("here").unwrap(), Some(Session { seal, ..session(LI) }));
    assert_eq!(private.session("lost phone").unwrap(), None);
    assert_eq!(private.session("colleague").unwrap(), Some(session(WANG)));
}

#[test]
fn sessions_are_found_by_their_token_alone() {
    let house = house();
    let private = Private::open(house.folder.dir()).unwrap();
    let session = session(LI);
    private.put_session("token-of-li", &session).unwrap();
    private.put_session("second", &session).unwrap();
    private.touch_session("token-of-li", at(5)).unwrap();
    let touched = Session { touched: at(5), ..session.clone() };
    assert_eq!(private.session("token-of-li").unwrap(), Some(touched));
    assert_eq!(private.session("token-of-wang").unwrap(), None);
    private.delete_session("second").unwrap();
    assert_eq!(private.session("second").unwrap(), None);
    private.delete_sessions(LI).unwrap();
    assert_eq!(private.session("token-of-li").unwrap(), None);
    drop(private);
    let bytes = std::fs::read(house.folder.dir().join("work.db")).unwrap();
    assert!(!bytes.windows(11).any(|window| window == b"token-of-li"), "the token itself is never written");
}

#[test]
fn attempts_are_counted_since_a_moment() {
    let house = house();
    let private = Private::open(house.folder.dir()).unwrap();
    for (minute, count) in [(0, 1), (1, 2), (20, 1)] {
        assert_eq!(private.note_attempt("li", at(minute), at(minute - 15)).unwrap(), count);
    }
    assert_eq!(private.attempts("wang", at(0)).unwrap(), 0);
    private.clear_attempts("li").unwrap();
    assert_eq!(private.attempts("li", at(0)).unwrap(), 0);
}

#[test]
fn preferences_and_uploads_are_kept() {
    let house = house();
    let private = Private::open(house.folder.dir()).unwrap();
    private.set_preference(LI, "theme", "light").unwrap();
    private.set_preference(LI, "theme", "dark").unwrap();
    assert_eq!(private.preference(LI, "theme").unwrap().as_deref(), Some("dark"));
    assert_eq!(private.preference(WANG, "theme").unwrap(), None);
    let file = FileDigest::new(&"a".repeat(64)).unwrap();
    let name = "焊缝.jpg".to_owned();
    let upload = Upload { account: LI, file: file.clone(), name, media_type: "image/jpeg".into(), bytes: 9, at: at(0) };
    private.note_upload(&upload).unwrap();
    assert_eq!(private.uploads(LI).unwrap(), [upload]);
    assert_eq!(private.uploads(WANG).unwrap(), []);
    private.forget_upload(&file).unwrap();
    assert_eq!(private.uploads(LI).unwrap(), []);
}

#[test]
fn a_broken_private_file_is_set_aside() {
    let house = house();
    std::fs::write(house.folder.dir().join("work.db"), "not a database, certainly").unwrap();
    let private = Private::open(house.folder.dir()).unwrap();
    assert!(private.was_set_aside());
    assert_eq!(private.drafts(LI, None).unwrap(), []);
    assert!(house.folder.dir().join("work.damaged").is_file());
}

/// Saving a draft goes on while somebody writes evidence.
#[test]
fn a_draft_never_waits_for_evidence() {
    let house = house();
    let private = Private::open(house.folder.dir()).unwrap();
    let evidence = house.raw();
    evidence.execute_batch("BEGIN EXCLUSIVE").unwrap();
    private.save_draft(&draft(key(LI, None), "typed meanwhile", 1)).unwrap();
    evidence.execute_batch("ROLLBACK").unwrap();
}
