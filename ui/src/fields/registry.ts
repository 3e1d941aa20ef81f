/** What the registry of fields says (crates/domain/src/fields.rs), and lookups by path. */
import { RECORDS, SECTIONS } from "../fields.gen";
import type { ExtraField, List, Procedure } from "../types.gen";

export type FieldType =
  | { is: "text" | "house" | "told" | "tick" | "number" | "amount" | "date" | "stamp" }
  | { is: "who" | "account" | "department" | "customer" | "person" | "product" | "line" | "file" }
  | { is: "choice"; of: string }
  | { is: "list"; item: FieldType }
  | { is: "lines"; fields: readonly FieldInfo[] };

export type FieldInfo = { name: string } & FieldType;

/** A body as the form keeps it. Its shape is checked by Rust, not here. */
export type Body = Record<string, unknown>;

/** Fields of a section or record. */
export function fieldsOf(target: string): readonly FieldInfo[] {
  return SECTIONS[target] ?? RECORDS[target] ?? [];
}

export function isRecord(target: string): boolean {
  return target in RECORDS;
}

/** A field of its own that the procedure declares for this target. */
export function extrasOf(procedure: Procedure | undefined, target: string): ExtraField[] {
  return procedure?.field.filter((field) => field.section === target) ?? [];
}

/** The procedure's list from which this field is chosen, if it has one. A choice of the procedure's own has its words with it. */
export function listOf(procedure: Procedure | undefined, path: string): List | undefined {
  const listed = procedure?.list.find((list) => list.of === path);
  if (listed) return listed;
  const own = procedure?.field.find((field) => field.type === "choice" && `${field.section}.${field.name}` === path);
  return own && { id: path, name: own.label, of: path, items: own.words };
}

/** Lines of other sections to which a field points. */
export const POINTS_AT: Record<string, { target: string; list: string; text: string }> = {
  "actions.lines.cause": { target: "causes", list: "whys", text: "cause" },
  "compensation.share": { target: "claim", list: "shares", text: "party" },
  "action_progress.action": { target: "actions", list: "lines", text: "what" },
};

/** A value of a type in which nothing was said. */
export function emptyOf(type: FieldType): unknown {
  switch (type.is) {
    case "text":
    case "house":
      return "";
    case "told":
      return { zh: "", en: "" };
    case "tick":
      return false;
    case "list":
    case "lines":
      return [];
    default:
      return null;
  }
}

/** A body in which nothing was said. The id of a new line is 0: Rust gives it a number. */
export function emptyBody(fields: readonly FieldInfo[]): Body {
  return Object.fromEntries(fields.map((field) => [field.name, field.name === "id" ? 0 : emptyOf(field)]));
}

/** What stands there, with what is missing filled in as empty. */
export function bodyOf(target: string, stands: unknown): Body {
  return { ...emptyBody(fieldsOf(target)), ...((stands as Body | null) ?? {}) };
}

/** Was anything said? */
export function isFilled(type: FieldType, value: unknown): boolean {
  switch (type.is) {
    case "told": {
      const told = value as { zh: string; en: string } | null;
      return told !== null && told !== undefined && (told.zh.trim() !== "" || told.en.trim() !== "");
    }
    case "text":
    case "house":
      return typeof value === "string" && value.trim() !== "";
    case "list":
    case "lines":
      return Array.isArray(value) && value.length > 0;
    case "tick":
      return value === true;
    default:
      return value !== null && value !== undefined;
  }
}

/** What a field holds, by `field` or `list.field`; nothing where there is no such field. */
export function fieldAt(target: string, field: string): FieldInfo | undefined {
  const [first, ...rest] = field.split(".");
  const found = fieldsOf(target).find((one) => one.name === first);
  if (!found || rest.length === 0) return found;
  return found.is === "lines" ? found.fields.find((one) => one.name === rest.join(".")) : undefined;
}
