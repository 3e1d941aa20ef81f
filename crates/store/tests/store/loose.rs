//! Records that belong to no case, and cases that are read for handing over whoever asks.

use crate::house::code;
use crate::works::{NOBODY, QE, works};
use kesu_domain::house::HouseRecord;
use kesu_domain::id::{AccountId, PlantId};
use kesu_domain::record::{DutyDone, Record, RecordState};
use kesu_domain::text::House;
use kesu_store::verify::{Break, Scope};

fn duty(period: &str) -> HouseRecord {
    let record = Record::DutyDone(DutyDone { period: period.into(), ..DutyDone::default() });
    HouseRecord { case: None, plant: Some(PlantId(1)), follows: None, state: RecordState::Done, record }
}

#[test]
fn a_record_of_no_case_is_kept_beside_those_of_cases_and_verified() {
    let works = works();
    let case = works.register("焊缝生锈", 1);
    let before = works.load(case);
    let mut with = before.case.clone();
    let body = serde_json::json!({"state": "done", "kind": "duty_done", "body": {"period": "2026-W01"}});
    with.records.push(serde_json::from_value(body).unwrap());
    works.save(&before, &with).unwrap();
    let id = works.house.write(|w| w.add(&duty("2026-W48")));
    let none = None::<i64>;
    let of_house = || works.read(None, |r| r.list::<HouseRecord>(&[("case_id", &none), ("kind", &"duty_done")]));
    assert_eq!(of_house().iter().map(|kept| kept.id).collect::<Vec<_>>(), [id], "those of cases are not among them");
    assert_eq!(works.read(None, |r| r.list::<HouseRecord>(&[("kind", &"duty_done")])).len(), 2);
    let kept = of_house().remove(0);
    let Record::DutyDone(done) = kept.body.record.clone() else { panic!("another kind") };
    let changed = Record::DutyDone(DutyDone { text: House("看了".into()), ..done });
    works.house.write(|w| w.put(id, kept.rev, &HouseRecord { record: changed.clone(), ..kept.body.clone() }));
    assert_eq!(works.read(None, |r| r.history::<HouseRecord>(id)).len(), 2, "every revision is in the journal");
    assert!(works.read(None, |r| r.timeline(case)).iter().all(|entry| entry.subject != id.0 || entry.kind != "record"));
    let mut breaks: Vec<Break> = vec![];
    works.house.folder.verify(Scope::Full, &mut |found| breaks.push(found)).unwrap();
    assert_eq!(breaks, []);
}

#[test]
fn cases_that_name_somebody_are_found_though_they_are_confidential() {
    let works = works();
    let named = works.register_as("焊缝生锈", 1, |case| {
        case.head.confidential = true;
        let level = crate::works::section("level", serde_json::json!({ "owner": 4711 }));
        case.sections.push(crate::works::row(level, 1));
    });
    works.register("油漆脱落", 2);
    assert_eq!(code(works.house.folder.read(Some(NOBODY), crate::house::at(0), |r| r.case(named))), "not_found");
    let found = works.house.write(|w| w.cases_that_name(AccountId(4711)));
    assert_eq!(found.iter().map(|loaded| loaded.id).collect::<Vec<_>>(), [named]);
    works.change(named, |case| case.head.state = kesu_domain::case::CaseState::Archived);
    assert!(works.house.write(|w| w.cases_that_name(AccountId(4711))).is_empty(), "what is over is not handed over");
    assert!(!works.house.write(|w| w.cases_that_name(QE)).is_empty());
}
