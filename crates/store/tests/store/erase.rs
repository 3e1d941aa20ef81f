//! Words taken out on request (model § 10).

use crate::house::{Person, add, at, body, code, command, house, put};
use kesu_store::erase::Erasure;
use kesu_store::schema::Table;
use serde_json::json;

const NAME: &str = "Zhang Unmistakable";

#[test]
fn erased_words_are_nowhere_in_the_folder_and_the_chain_stays_whole() {
    let house = house();
    let mut named = body(Table::Person, 1);
    named["name"] = json!(NAME);
    let id = house.write(|w| add(w, Table::Person, &named));
    named["phone"] = json!("1");
    house.write(|w| put(w, Table::Person, id, 1, &named));
    let photo = house.claim(NAME);
    house.write(|w| {
        put(w, Table::Person, id, 2, &body(Table::Person, 2))?;
        let file = w.find::<crate::house::bodies::File>(&[("sha256", &photo.as_str())])?.unwrap();
        put(w, Table::File, file.id, 1, &json!({ "sha256": photo.as_str(), "name": "" }))?;
        let mut seqs = w.earlier::<Person>(id)?;
        seqs.extend(w.earlier::<crate::house::bodies::File>(file.id)?);
        assert_eq!(seqs, [2, 3, 4]);
        w.erase(&Erasure { asked_by: "the person".into(), ground: "PIPL 47".into(), seqs, files: vec![photo.clone()] })
    });
    assert_eq!(house.breaks(), []);
    house
        .folder
        .read(None, at(0), |r| {
            assert!(r.is_erased(&photo)?);
            assert_eq!(r.words(2)?, None);
            assert_eq!(r.history::<Person>(id)?.len(), 3);
            Ok::<_, kesu_store::error::Error>(())
        })
        .unwrap();
    assert_eq!(code(house.folder.open_file(&photo)), "not_found");
    for entry in std::fs::read_dir(house.folder.dir()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let found = bytes.windows(NAME.len()).any(|window| window == NAME.as_bytes());
            assert!(!found, "the name is still in {}", path.display());
        }
    }
}

#[test]
fn what_a_row_still_says_and_the_journal_itself_stay() {
    let house = house();
    let id = house.add(Table::Person, 1);
    house.write(|w| put(w, Table::Person, id, 1, &body(Table::Person, 2)));
    house.write(|w| w.erase(&Erasure { seqs: vec![2], ..Erasure::default() }));
    for (seq, why) in [
        (1, "it is about the journal itself"),
        (2, "it has no words"),
        (3, "a row still says it"),
        (4, "it is about the journal itself"),
        (99, "it has no words"),
    ] {
        let refused =
            house.folder.write(command("test"), |w| w.erase(&Erasure { seqs: vec![seq], ..Erasure::default() }));
        assert_eq!(refused.unwrap_err().to_string(), format!("entry {seq} cannot be erased: {why}"));
    }
    let photo = house.folder.keep_file(at(0), 1 << 20, &mut &b"not claimed"[..]).unwrap().digest;
    let refused =
        house.folder.write(command("test"), |w| w.erase(&Erasure { files: vec![photo], ..Erasure::default() }));
    assert_eq!(code(refused), "not_found");
    assert_eq!((house.folder.head().unwrap().seq, house.breaks()), (4, vec![]));
}
