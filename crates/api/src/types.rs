//! The TypeScript types of the list and the registry of fields: two files, committed; a test fails while they differ from
//! what the list and the registry say.

use kesu_domain::choice::CHOICES;
use kesu_domain::fact::Fact;
use kesu_domain::fields::{FieldInfo, FieldType};
use kesu_domain::procedure::Bound;
use kesu_domain::record::RecordKind;
use kesu_domain::section::Kind;
use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations that were collected, by name.
#[derive(Default)]
pub struct Types {
    declared: BTreeMap<String, String>,
    seen: BTreeSet<TypeId>,
    clashes: BTreeSet<String>,
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
            let declaration = format!("{docs}export {}", T::decl(&config)).replace("Record<symbol, never>", "Nothing");
            let known = self.declared.entry(name.clone()).or_insert_with(|| declaration.clone());
            if *known != declaration {
                self.clashes.insert(name);
            }
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
    // Two types of ours under one name would hide each other; the test that reads this file refuses the word.
    for name in &types.clashes {
        let _ = writeln!(out, "// CLASH: two types are called {name}\n");
    }
    out.push_str("/** No fields. */\nexport type Nothing = { [name: string]: never };\n\n");
    for declaration in types.declared.values() {
        out.push_str(declaration.trim_end());
        out.push_str("\n\n");
    }
    out.push_str("/** Every command: what it takes and what it gives. */\n");
    out.push_str(&list);
    out
}

/// The registry of fields for the form kit: sections, records and choices by name.
pub fn registry() -> String {
    let mut out = String::from(
        "// Made by `cargo xtask types` from the registry of fields in crates/domain. Not edited by hand.\n\n\
         import type { FieldInfo } from \"./fields/registry\";\n",
    );
    let sections = Kind::ALL.iter().map(|kind| (kind.name(), kind.fields()));
    let records = RecordKind::ALL.iter().map(|kind| (kind.name(), kind.fields()));
    for (name, kinds) in [("SECTIONS", sections.collect::<Vec<_>>()), ("RECORDS", records.collect())] {
        let _ = writeln!(out, "\nexport const {name}: Record<string, readonly FieldInfo[]> = {{");
        for (kind, fields) in kinds {
            let _ = writeln!(out, "  {kind}: [");
            for field in fields {
                let _ = writeln!(out, "    {},", info(field));
            }
            out.push_str("  ],\n");
        }
        out.push_str("};\n");
    }
    out.push_str(
        "\n/** Words of every choice, worst first. */\nexport const CHOICES: Record<string, readonly string[]> = {\n",
    );
    for (name, words) in CHOICES {
        let _ = writeln!(out, "  {name}: {words:?},");
    }
    out.push_str("};\n");
    out.push_str(
        "\n/** The field that each fact reads; its words are those of the field, or the limits of the procedure. */\n\
         export const FACTS: Record<string, string> = {\n",
    );
    for fact in Fact::ALL {
        let (target, field) = fact.place();
        let _ = writeln!(out, "  {}: \"{}.{field}\",", fact.name(), target.name());
    }
    out.push_str("};\n");
    out.push_str("\n/** People whom only the case names. */\nexport const BOUND: readonly string[] = [\n");
    for bound in Bound::ALL {
        let _ = writeln!(out, "  \"{}\",", bound.name());
    }
    out.push_str("];\n");
    out
}

fn info(field: &FieldInfo) -> String {
    format!("{{ name: \"{}\", {} }}", field.name, holds(field.is))
}

fn holds(is: FieldType) -> String {
    let plain = |name: &str| format!("is: \"{name}\"");
    match is {
        FieldType::Text => plain("text"),
        FieldType::House => plain("house"),
        FieldType::Told => plain("told"),
        FieldType::Choice(words) => {
            let name = CHOICES.iter().find(|(_, own)| *own == words).map_or("", |(name, _)| name);
            format!("is: \"choice\", of: \"{name}\"")
        }
        FieldType::Tick => plain("tick"),
        FieldType::Number => plain("number"),
        FieldType::Amount => plain("amount"),
        FieldType::Date => plain("date"),
        FieldType::Stamp => plain("stamp"),
        FieldType::Who => plain("who"),
        FieldType::Account => plain("account"),
        FieldType::Department => plain("department"),
        FieldType::Customer => plain("customer"),
        FieldType::Person => plain("person"),
        FieldType::Product => plain("product"),
        FieldType::Line => plain("line"),
        FieldType::File => plain("file"),
        FieldType::List(of) => format!("is: \"list\", item: {{ {} }}", holds(*of)),
        FieldType::Lines(fields) => {
            let lines: Vec<_> = fields.iter().map(info).collect();
            format!("is: \"lines\", fields: [{}]", lines.join(", "))
        }
    }
}
