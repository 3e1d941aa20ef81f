/** What differs between two versions, as lines that a reviewer reads: where, which field, what stood there, what stands now. */
import { documentText } from "../../data/documents";
import { stageName, taskName } from "../../data/masters";
import { byName, fieldName, targetName } from "../../data/speak";
import type { Desk, Difference, Document, Due, Exit, Procedure, Signs, Task } from "../../types.gen";
import { named, word } from "../../words/i18n";
import { dueText, whenText } from "./words";

export interface Line {
  how: Difference["how"];
  /** Stage and task, role, limit, …: by name. */
  what: string;
  /** The field of it; empty where the whole came or went. */
  field: string;
  before: string;
  after: string;
}

/** A field of a task, as its form calls it. */
const PART: Record<string, string> = { by: "who", on_behalf: "way.behalf" };
const WAYS = ["optional", "paper", "stays", "ahead"];

function fieldWord(of: string, field: string): string {
  if (field === "") return "";
  if (field === "name" || field === "title") return word(`ui.procedures.edit.${field}`);
  if (of === "head") return word(`ui.procedures.head.${field}`);
  if (field === "from") return word("ui.procedures.differ.from");
  if (of !== "task") return word(`ui.procedures.differ.field.${field}`);
  if (WAYS.includes(field)) return word(`ui.procedures.way.${field}`);
  const key = PART[field] ?? field;
  return word(key.startsWith("way.") ? `ui.procedures.${key}` : `ui.procedures.part.${key}`);
}

function value(field: string, raw: unknown, p: Procedure): string {
  if (raw === null || raw === undefined || raw === "" || (Array.isArray(raw) && raw.length === 0)) return "–";
  if (typeof raw === "boolean") return word(`choice.yes_no.${raw ? "yes" : "no"}`);
  const list = (say: (one: string) => string) => (raw as string[]).map(say).join(word("ui.list.comma"));
  switch (field) {
    case "by":
      // A desk is one, all others are several.
      return [raw as string | string[]]
        .flat()
        .map((one) => byName(one, p))
        .join(word("ui.list.comma"));
    case "cites":
      return list((id) => documentName(id, p));
    case "fills":
    case "no_open":
      return list(targetName);
    case "needs":
      return list((one) => fieldName(one, p));
    case "after":
      return list((one) => taskName(p, one));
    case "when":
      return whenText(raw as Task["when"], p) || "–";
    case "due":
    case "ahead":
      return dueText(raw as Due, p);
    case "does":
      return word(`docs.does.${raw}`);
    case "each":
      return fieldName(String(raw), p);
    case "signs": {
      const signs = raw as Signs;
      return `${word(`choice.meaning.${signs.meaning}`)} · ${signs.covers.map(targetName).join(word("ui.list.comma"))}`;
    }
    case "from":
      return (Number(raw) / 100).toLocaleString("en");
    default:
      return plain(raw);
  }
}

function documentName(id: string, p: Procedure): string {
  const document = p.document.find((one) => one.id === id);
  return document ? documentText(document) : id;
}

/** Names in both languages by the one of the screen; what nobody reads, shortened. */
function plain(raw: unknown): string {
  if (typeof raw === "string" || typeof raw === "number") return `${raw}`;
  if (raw !== null && typeof raw === "object" && "zh" in raw) return named(raw as { zh: string; en: string });
  const text = JSON.stringify(raw);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function exitText(exit: Exit, p: Procedure): string {
  const when = whenText(exit.when, p) || word("ui.procedures.always");
  return `${when} → ${exit.to.map((to) => stageName(p, to)).join(word("by.or"))}`;
}

function deskText(desk: Desk, p: Procedure): string {
  return `${whenText(desk.when, p) || word("ui.procedures.edit.any")} → ${byName(desk.by, p)}`;
}

function what(one: Difference, p: Procedure, other: Procedure): string {
  const of = (id: string, list: { id: string; name: { zh: string; en: string } }[]) =>
    list.find((item) => item.id === id)?.name;
  const stage = one.stage ?? (one.of === "stage" ? one.id : null);
  const stageNamed =
    stage === null ? "" : named(of(stage, p.stage) ?? of(stage, other.stage) ?? { zh: stage, en: stage });
  switch (one.of) {
    case "head":
      return word("ui.procedures.edit.document");
    case "stage":
      return word("ui.procedures.differ.stage", { stage: stageNamed });
    case "task": {
      const task = [p, other].map((each) => taskName(each, one.id)).find((name) => name !== one.id) ?? one.id;
      return word("ui.procedures.differ.task", { stage: stageNamed, task });
    }
    case "exit":
      return word("ui.procedures.differ.exit", { stage: stageNamed });
    case "role":
      return `${word("ui.procedures.edit.list.role")} ${named(of(one.id, p.role) ?? of(one.id, other.role) ?? { zh: one.id, en: one.id })}`;
    case "limit":
      return `${word("ui.procedures.edit.list.limit")} ${word(`fact.${one.id.split(" ")[0]}`)}`;
    case "change":
      return word("ui.procedures.changes");
    case "desk":
      return word("ui.procedures.edit.desks");
    case "document":
      return `${word("ui.procedures.edit.list.document")} ${documentName(one.id, p)}`;
    default:
      return `${word(`ui.procedures.edit.list.${one.of}`)} ${one.id}`;
  }
}

/** A whole that came or went, in a few words. */
function whole(one: Difference, raw: unknown, p: Procedure): string {
  if (raw === null) return "";
  if (one.of === "exit") return exitText(raw as Exit, p);
  if (one.of === "task") return (raw as Task).by.map((by) => byName(by, p)).join(word("by.or"));
  if (one.of === "limit") return value("from", (raw as { from: number }).from, p);
  if (one.of === "document") return documentText(raw as Document);
  if (one.of === "desk") return deskText(raw as Desk, p);
  if (one.of === "change") return plain((raw as { what: unknown }).what);
  return "";
}

/** Every difference as a line. */
export function linesOf(differences: Difference[], before: Procedure, after: Procedure): Line[] {
  return differences.map((one) => {
    const [p, other] = one.how === "removed" ? [before, after] : [after, before];
    const gone = one.field === "";
    return {
      how: one.how,
      what: what(one, p, other),
      field: fieldWord(one.of, one.field),
      before: gone ? whole(one, one.before, before) : value(one.field, one.before, before),
      after: gone ? whole(one, one.after, after) : value(one.field, one.after, after),
    };
  });
}
