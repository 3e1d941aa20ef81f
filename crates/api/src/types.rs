//! The TypeScript types of the list: one file, committed; a test fails while it differs from what the list says.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations that were collected, by name.
#[derive(Default)]
pub struct Types {
    declared: BTreeMap<String, String>,
    seen: BTreeSet<TypeId>,
}

/// What a type is called in TypeScript.
pub(crate) fn name<T: TS + 'static>() -> String {
    T::name(&Config::from_env())
}

/// Collects a type and all that it is made of.
pub(crate) fn visit<T: TS + 'static>(types: &mut Types) {
    TypeVisitor::visit::<T>(types);
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        let config = Config::from_env();
        // Only types of ours are declared; lists, options and the like are written out where they stand.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let name = T::ident(&config);
            self.declared.entry(name).or_insert_with(|| format!("{docs}export {}", T::decl(&config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole file.
pub fn typescript() -> String {
    let mut types = Types::default();
    let mut list = String::from("export interface Commands {\n");
    for command in crate::COMMANDS {
        (command.request.visit)(&mut types);
        (command.response.visit)(&mut types);
        let (name, request, response) = (command.name, (command.request.name)(), (command.response.name)());
        let _ = writeln!(list, "  /** {} */\n  {name}: {{ request: {request}; response: {response} }};", command.about);
    }
    list.push_str("}\n");
    let failure = TypeId::of::<crate::error::ApiError>();
    if !types.seen.contains(&failure) {
        TypeVisitor::visit::<crate::error::ApiError>(&mut types);
    }
    let mut out =
        String::from("// Made by `cargo xtask types` from the list in crates/api/src/lib.rs. Not edited by hand.\n\n");
    for declaration in types.declared.values() {
        out.push_str(declaration.trim_end());
        out.push_str("\n\n");
    }
    out.push_str("/** Every command: what it takes and what it gives. */\n");
    out.push_str(&list);
    out
}
