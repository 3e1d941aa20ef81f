//! The reference page of the list, `docs/COMMANDS.md`: made from it, like the types.

use std::fmt::Write as _;

/// The whole page.
pub fn page() -> String {
    let mut out = String::from(
        "# The commands\n\nMade by `cargo xtask types` from the list in `crates/api/src/lib.rs`; not edited by hand. \
         The types stand in `ui/src/types.gen.ts`.\nDoors: *read* is one snapshot, *write* one journaled transaction, *signed* a write \
         whose door has opened the actor's key with the password,\n*private* keeps drafts, sessions and preferences and reaches no evidence.\n",
    );
    let mut group = "";
    for command in crate::COMMANDS {
        if group != command.group.0 {
            group = command.group.0;
            let _ = writeln!(
                out,
                "\n## {group}\n\n{}\n\n| command | door | permission | what it does |\n| --- | --- | --- | --- |",
                command.group.1
            );
        }
        let (name, about) = (command.name, command.about);
        let (request, response) = ((command.request.name)(), (command.response.name)());
        let (door, permission) = (word(&command.door), word(&command.permission));
        let _ = writeln!(out, "| `{name}` ({request}) → {response} | {door} | {permission} | {about} |");
    }
    out
}

fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
