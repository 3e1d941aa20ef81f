//! Names as they are kept.

use kesu_intake::{clean_name, look};

#[test]
fn names_are_made_fit() {
    let check = |name: &str, kept: &str| {
        assert_eq!(clean_name(name), kept, "{name:?}");
        assert_eq!(look(name, &[0, 1, 2]).unwrap().name, kept, "{name:?}");
        assert_eq!(clean_name(kept), kept, "not stable: {kept:?}");
    };
    check("客诉 8D 照片.dat", "客诉 8D 照片.dat");
    check("../../etc/passwd", "passwd");
    check("C:\\Users\\a\\photo.dat", "photo.dat");
    check("a/b\\c.dat", "c.dat");
    check("a\0b\n\tc.dat", "abc.dat");
    check("a<b>c:d\"e|f?g*h.dat", "a_b_c_d_e_f_g_h.dat");
    check("  a.dat . . ", "a.dat");
    check("report\u{202e}tad.\u{200b}x", "reporttad.x");
    check("", "file");
    check("..", "file");
    check("/", "file");
    check(".dat", "file.dat");
    check("???.dat", "file.dat");
    check("CON", "_CON");
    check("con.dat", "_con.dat");
    check("Aux .dat", "_Aux.dat");
    check("com1.dat", "_com1.dat");
    check("LPT9", "_LPT9");
    check("com¹.dat", "_com¹.dat");
    check("nul.tar.dat", "_nul.tar.dat");
    check("com.dat", "com.dat");
    check("com10.dat", "com10.dat");
    check("con1.dat", "con1.dat");
    check("conference.dat", "conference.dat");
    check(&format!("{}.dat", "a".repeat(300)), &format!("{}.dat", "a".repeat(196)));
    check(&format!("{}.dat", "客".repeat(100)), &format!("{}.dat", "客".repeat(65)));
    check(&format!("a.{}", "b".repeat(300)), &format!("a.{}", "b".repeat(198)));
}
