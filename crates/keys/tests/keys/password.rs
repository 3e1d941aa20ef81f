//! Which passwords may seal a key, and what a try may cost.

use crate::{key, numbers, typed};
use kesu_keys::{Cost, Error, Password, new_pair, open, pretend};

#[test]
fn eight_characters_and_no_other_rule() {
    let check = |text: &str, acceptable: bool| {
        assert_eq!(typed(text).is_acceptable(), acceptable, "{text:?}");
        let made = new_pair(&numbers(1), &typed(text), Cost::TEST).map(|_| ()).map_err(|error| error == Error::Weak);
        assert_eq!(made, if acceptable { Ok(()) } else { Err(true) }, "{text:?}");
    };
    check("", false);
    check("1234567", false);
    check("12345678", true);
    check("aaaaaaaa", true);
    check("        ", true);
    check("客诉处理系统密码", true);
    check("客诉处理系统密", false);
    check("🔑🔑🔑🔑🔑🔑🔑🔑", true);
    check(&"x".repeat(4096), true);
}

#[test]
fn a_weak_password_seals_nothing_again() {
    let made = key(1, "correct horse");
    assert_eq!(made.open.seal_again(&numbers(2), &typed("short"), Cost::TEST), Err(Error::Weak));
}

#[test]
fn what_was_typed_is_taken_as_it_is() {
    let made = key(1, " Passwörd 1 ");
    for other in ["Passwörd 1", " passwörd 1 ", " Passwo\u{308}rd 1 ", " Passwörd 1", " Passwörd 1 \n", ""] {
        assert!(open(&made.sealed, &made.public, &typed(other)).unwrap().is_none(), "{other:?}");
    }
    assert!(open(&made.sealed, &made.public, &typed(" Passwörd 1 ")).unwrap().is_some());
}

#[test]
fn nothing_of_a_secret_is_shown() {
    assert_eq!(format!("{:?}", typed("correct horse")), "Password(…)");
    let made = key(1, "correct horse");
    assert_eq!(format!("{:?}", made.open), format!("OpenKey({:?})", made.fingerprint));
}

#[test]
fn costs_have_bounds() {
    let check = |(memory, passes, lanes), fits: bool| {
        assert_eq!(Cost::new(memory, passes, lanes).is_some(), fits, "{memory} {passes} {lanes}");
    };
    check((64, 1, 1), true);
    check((63, 1, 1), false);
    check((1024 * 1024, 64, 8), true);
    check((1024 * 1024 + 1, 1, 1), false);
    check((u32::MAX, 1, 1), false);
    check((64, 0, 1), false);
    check((64, 65, 1), false);
    check((64, 1, 0), false);
    check((64, 1, 9), false);
    let default = Cost::DEFAULT;
    assert_eq!(Cost::new(default.memory_kib(), default.passes(), default.lanes()), Some(default));
    assert!(default.memory_kib() >= 19 * 1024 && default.passes() >= 2, "weaker than OWASP asks for");
}

#[test]
fn a_login_that_is_not_there_answers_nothing() {
    pretend(&Password::typed(String::new()), Cost::TEST);
}
