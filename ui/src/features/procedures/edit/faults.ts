/** Faults of a procedure in sentences, with the names that people gave, and where in the forms each lies. */
import { roleName, stageName, taskName } from "../../../data/masters";
import { byName, fieldName, targetName } from "../../../data/speak";
import type { FaultView, Procedure, StaffGap } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { factWord, whenText } from "../words";

/** What the forms show of the whole, in the order of the outline. */
export const HEADS = [
  "document",
  "terms",
  "documents",
  "roles",
  "limits",
  "lists",
  "fields",
  "forms",
  "desks",
  "reopen",
  "duties",
] as const;
export type Head = (typeof HEADS)[number];

/** What the forms show: a part of the whole, a stage, or a task of it. */
export type Part = { is: Head } | { is: "stage"; stage: number } | { is: "task"; stage: number; task: number };

/** Which form shows a list of the procedure, or a line of its head. */
const HEAD_OF: Record<string, Head> = {
  ...Object.fromEntries(
    ["number", "version", "title", "author", "owner", "prefix", "purpose", "scope", "neutral"].map((line) => [
      line,
      "document",
    ]),
  ),
  term: "terms",
  document: "documents",
  role: "roles",
  limit: "limits",
  list: "lists",
  field: "fields",
  form: "forms",
  desk: "desks",
  reopen: "reopen",
  duty: "duties",
};

/** The part in which a place lies; nothing where no form shows it. */
export function partOf(path: string): Part | null {
  const [first = "", n, next, m] = path.split(".");
  if (first === "stage" && n !== undefined) {
    if (next === "task" && m !== undefined) return { is: "task", stage: Number(n), task: Number(m) };
    return { is: "stage", stage: Number(n) };
  }
  const head = HEAD_OF[first];
  return head ? { is: head } : null;
}

export function samePart(a: Part | null, b: Part | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Lies this place in that one? `stage.3.task.0` holds `stage.3.task.0.needs.1`. */
export function within(path: string, at: string): boolean {
  return path === at || path.startsWith(`${at}.`);
}

/** One datum of a sentence as people call it. */
function datum(name: string, value: unknown, fault: FaultView, p: Procedure | undefined): string {
  const text = String(value);
  switch (name) {
    case "role":
      return roleName(p, text);
    case "field":
    case "target":
      return text.includes(".") ? fieldName(text, p) : targetName(text);
    case "stage":
      return stageName(p, text);
    case "task":
      return taskName(p, text);
    case "by":
      return byName(text, p);
    case "document": {
      const known = p?.document.find((one) => one.id === text);
      return known ? named(known.title) : text;
    }
    case "fact":
      return word(`fact.${text}`);
    case "word":
      return "fact" in fault && p ? factWord(fault.fact, text, p) : text;
    case "end":
      return word(`docs.end.${text}`);
    case "list":
      return word(`ui.procedures.edit.list.${text}`);
    case "facts": {
      const said = p ? whenText(value as { [fact: string]: string }, p) : JSON.stringify(value);
      return said || word("ui.procedures.edit.any");
    }
    default:
      return text;
  }
}

/** What is wrong, in one sentence. */
export function faultText(fault: FaultView, p: Procedure | undefined): string {
  const data = fault as unknown as Record<string, unknown>;
  return word(`fault.${fault.why}`).replace(/\{(\w+)\}/g, (_, name: string) => datum(name, data[name], fault, p));
}

/** Where, by the names of stage and task; the line where it is not in a form. */
export function placeText(fault: FaultView, p: Procedure | undefined): string {
  const part = partOf(fault.path);
  const line = fault.line === null ? "" : word("ui.procedures.edit.line", { n: fault.line });
  if (!part) return line;
  if (part.is !== "stage" && part.is !== "task") return word(`ui.procedures.edit.${part.is}`);
  const stage = p?.stage[part.stage];
  const task = part.is === "task" ? stage?.task[part.task] : undefined;
  const names = [stage, task].flatMap((one) => (one ? [named(one.name)] : []));
  return names.length > 0 ? names.join(word("ui.procedures.edit.in")) : line;
}

/** Whom the procedure lacks here. */
export function gapText(gap: StaffGap, p: Procedure): string {
  switch (gap.gap) {
    case "empty_post":
      return word("ui.procedures.edit.empty_post", { role: roleName(p, gap.role) });
    case "quorum":
      return word("ui.procedures.edit.quorum_gap", { task: taskName(p, gap.task), needs: gap.needs, can: gap.can });
  }
}
