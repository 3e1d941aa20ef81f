//! A first look at the text of a body: does it say at its top level what the generated columns show? It reads as far as
//! the last column and no further, which SQLite's own JSON does not. It says yes only when it is sure; whatever it does
//! not know (escapes, blanks, numbers that are not whole) is SQLite's to decide.

use rusqlite::types::ValueRef;

/// The most generated columns of a table.
const MOST: usize = 8;

/// Fields of a body, and what their columns show.
pub(super) struct Wanted<'a> {
    all: [(&'static str, ValueRef<'a>); MOST],
    count: usize,
    /// More than there is room for: nothing is sure.
    over: bool,
}

impl<'a> Wanted<'a> {
    pub(super) fn new() -> Wanted<'a> {
        Wanted { all: [("", ValueRef::Null); MOST], count: 0, over: false }
    }

    pub(super) fn push(&mut self, field: &'static str, shown: ValueRef<'a>) {
        match self.all.get_mut(self.count) {
            Some(free) => {
                *free = (field, shown);
                self.count += 1;
            }
            None => self.over = true,
        }
    }

    /// Of a field that is there twice the first counts, as it does for SQLite.
    pub(super) fn surely_said_by(mut self, body: &[u8]) -> bool {
        let Some(mut rest) = body.strip_prefix(b"{").filter(|_| !self.over) else { return false };
        while self.count > 0 {
            let Some((key, after)) = rest.strip_prefix(b"\"").and_then(string) else { return false };
            let Some((value, after)) = after.strip_prefix(b":").and_then(value) else { return false };
            if key.contains(&b'\\') {
                return false;
            }
            if let Some(at) = self.all[..self.count].iter().position(|(field, _)| field.as_bytes() == key) {
                if !is_shown(value, self.all[at].1) {
                    return false;
                }
                self.count -= 1;
                self.all.swap(at, self.count);
            }
            match after.split_first() {
                Some((b',', next)) => rest = next,
                // What the body does not say shows as nothing.
                Some((b'}', [])) => return self.all[..self.count].iter().all(|(_, shown)| *shown == ValueRef::Null),
                Some(_) | None => return false,
            }
        }
        true
    }
}

fn is_shown(value: &[u8], shown: ValueRef) -> bool {
    match shown {
        ValueRef::Null => value == b"null",
        ValueRef::Text(text) => {
            let inside = value.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\""));
            inside.is_some_and(|inside| inside == text && !inside.contains(&b'\\'))
        }
        ValueRef::Integer(number) => {
            let digits = value.iter().all(u8::is_ascii_digit);
            digits && std::str::from_utf8(value).is_ok_and(|text| text.parse() == Ok(number))
        }
        ValueRef::Real(_) | ValueRef::Blob(_) => false,
    }
}

/// What stands before the closing quote, and what comes after it.
fn string(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut at = 0;
    loop {
        match rest.get(at)? {
            b'"' => return Some((&rest[..at], &rest[at + 1..])),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// One value with its quotes or brackets, and what comes after it.
fn value(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let (mut at, mut depth) = (0, 0_usize);
    loop {
        match rest.get(at)? {
            b'"' => {
                let (inside, _) = string(&rest[at + 1..])?;
                at += inside.len() + 2;
            }
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' | b',' if depth == 0 => return Some((&rest[..at], &rest[at..])),
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_sure_only_of_what_sqlite_would_say() {
        let text = |text: &'static str| ValueRef::Text(text.as_bytes());
        let int = ValueRef::Integer;
        let check = |body: &str, wanted: &[(&'static str, ValueRef<'static>)], sure: bool| {
            let mut all = Wanted::new();
            wanted.iter().for_each(|(field, shown)| all.push(field, *shown));
            assert_eq!(all.surely_said_by(body.as_bytes()), sure, "{body} {wanted:?}");
        };
        check(r#"{"a":"x","b":3}"#, &[("a", text("x")), ("b", int(3))], true);
        check(r#"{"b":3,"z":{"a":"y"},"a":"x","q":1}"#, &[("a", text("x")), ("b", int(3))], true);
        check(r#"{"z":{"a":"x"},"a":"y"}"#, &[("a", text("x"))], false);
        check(r#"{"z":[{"a":"x"}],"w":"\",\"a\":\"x\"","a":"y"}"#, &[("a", text("x"))], false);
        check(r#"{"w":"\"}","a":"x"}"#, &[("a", text("x"))], true);
        check(r#"{"a":"x","a":"y"}"#, &[("a", text("x"))], true);
        check(r#"{"a":"y","a":"x"}"#, &[("a", text("x"))], false);
        check(r#"{"a":null}"#, &[("a", ValueRef::Null)], true);
        check(r#"{"b":1}"#, &[("a", ValueRef::Null)], true);
        check(r#"{"b":1}"#, &[("a", text("x"))], false);
        check(r#"{"a":"null"}"#, &[("a", ValueRef::Null)], false);
        check(r#"{"a":"3"}"#, &[("a", int(3))], false);
        check(r#"{"a":3}"#, &[("a", text("3"))], false);
        check(r#"{"a":3.0}"#, &[("a", int(3))], false);
        check(r#"{"a": "x"}"#, &[("a", text("x"))], false);
        check(r#"{"a":"\u0078"}"#, &[("a", text("x"))], false);
        check(r#"{"a":"\n"}"#, &[("a", text("\\n"))], false);
        for broken in ["", "{", "[]", r#"{"a""#, r#"{"a":"#, r#"{"a":"x"#, r#"{"a":[}"#, r#"{"q":1"#, r#"{"q":"\"#] {
            check(broken, &[("a", text("x"))], false);
        }
    }
}
