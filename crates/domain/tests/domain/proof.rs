//! The proof of procedures (D-11).

use kesu_domain::procedure::{BUILTIN, load};

#[test]
fn every_procedure_of_the_library_is_proved() {
    for (number, text) in BUILTIN {
        let began = std::time::Instant::now();
        assert_eq!(load(text).err(), None, "{number}");
        eprintln!("{number}: {:?}", began.elapsed());
    }
}
