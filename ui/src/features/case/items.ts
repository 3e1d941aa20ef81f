/** What the list at the left names: every section and record that the way of this case fills or that is filled already. */
import { fieldsOf, isFilled, isRecord } from "../../fields/registry";
import type { CaseView, Procedure } from "../../types.gen";
import { bodyThatCounts, factsOf, isOpen, recordsOf, versionsOf } from "./stand";
import { aheadOf, targetsOf } from "./way";

export interface Item {
  target: string;
  record: boolean;
  state: "done" | "now" | "ahead";
  /** How many of how many, where it is made of lines or rows. */
  count: string;
}

export function itemsOf(view: CaseView, procedure: Procedure): Item[] {
  const { head } = view;
  const ahead = aheadOf(procedure, head.stage, head.way, factsOf(view)).ahead;
  const there = [...view.sections.map((one) => one.row.kind), ...view.records.map((one) => one.row.kind)];
  const open = new Set(view.tasks.filter(isOpen).flatMap((task) => task.fills.map((fill) => fill.target)));
  const named = targetsOf(procedure, [...new Set([...head.way, head.stage, ...ahead])]);
  const targets = [...new Set([...named, ...there])].filter(
    (target) => there.includes(target as never) || open.has(target) || !skipped(view, procedure, target),
  );
  const items = targets.map((target): Item => {
    const record = isRecord(target);
    const filled = record ? recordsOf(view, target).length > 0 : versionsOf(view, target).length > 0;
    const going = record && recordsOf(view, target).some((one) => one.row.state === "open");
    const state = open.has(target) || going ? "now" : filled ? "done" : "ahead";
    return { target, record, state, count: record ? recordCount(view, target) : lineCount(view, target) };
  });
  return [...items.filter((item) => !item.record), ...items.filter((item) => item.record)];
}

/** Every task that would fill it was found not to apply. */
function skipped(view: CaseView, procedure: Procedure, target: string): boolean {
  const by = procedure.stage.flatMap((stage) => stage.task).filter((task) => task.fills.includes(target));
  const rows = view.tasks.filter((task) => by.some((one) => one.id === task.row.task));
  return rows.length > 0 && rows.every((task) => task.row.state === "skipped" || task.row.state === "not_needed");
}

function recordCount(view: CaseView, kind: string): string {
  const rows = recordsOf(view, kind).filter((one) => one.row.state !== "cancelled");
  const done = rows.filter((one) => one.row.state === "done").length;
  if (rows.length === 0) return "";
  return done === rows.length ? String(rows.length) : `${done}/${rows.length}`;
}

/** Lines of the first list of a section; of the places of the containment, those that were looked at. */
function lineCount(view: CaseView, kind: string): string {
  const body = bodyThatCounts(view, kind);
  const list = fieldsOf(kind).find((field) => field.is === "lines");
  if (!body || !list || !isFilled(list, body[list.name])) return "";
  const lines = body[list.name] as { applies?: string | null; checked?: number | null }[];
  if (kind !== "containment") return String(lines.length);
  const seen = lines.filter((line) => line.applies === "no" || (line.checked ?? null) !== null).length;
  return `${seen}/${lines.length}`;
}
