/** What stands in a case: its sections by kind, its facts, which tasks are open and for whom. Nothing is decided here. */
import { slotOf } from "../../data/told";
import type { Body } from "../../fields/registry";
import type { CaseView, Clock, RecordView, SectionView, TaskKey, TaskView } from "../../types.gen";

/** Rows of one kind, oldest first. */
export function versionsOf(view: CaseView, kind: string): SectionView[] {
  return view.sections.filter((one) => one.row.kind === kind);
}

/** The body that counts; else the newest. */
export function bodyThatCounts(view: CaseView, kind: string): Body | undefined {
  const rows = versionsOf(view, kind);
  const row = rows.findLast((one) => one.counts) ?? rows.at(-1);
  return row?.row.body as Body | undefined;
}

/** The bodies that count, by kind, for fields that point at lines of another section. */
export function bodiesThatCount(view: CaseView): Record<string, Body> {
  const kinds = new Set(view.sections.map((one) => one.row.kind));
  return Object.fromEntries([...kinds].map((kind) => [kind, bodyThatCounts(view, kind) ?? {}]));
}

export function recordsOf(view: CaseView, kind: string): RecordView[] {
  return view.records.filter((one) => one.row.kind === kind);
}

export function isOpen(task: TaskView): boolean {
  return task.row.state === "open" || task.row.state === "ahead";
}

/** It is open; or what it signed was changed since, and it is to be signed again. */
export function isToDo(task: TaskView): boolean {
  return isOpen(task) || task.void;
}

/** Open tasks of which the house does not say that somebody else does them. */
export function isMine(task: TaskView): boolean {
  const others = new Set(["needs_role", "given", "subject", "own_work"]);
  return isToDo(task) && !task.blocked.some((one) => others.has(one.why));
}

/** It is merely to be read by somebody who is told: it holds nothing. */
export function isTold(task: TaskView): boolean {
  return slotOf(task.row.slot).sort === "told";
}

export function sameKey(a: TaskKey, b: TaskKey): boolean {
  return a.task === b.task && a.slot === b.slot && a.round === b.round;
}

export function clockOf(view: CaseView, key: TaskKey): Clock | undefined {
  return view.clocks.find((clock) => sameKey(clock.key, key));
}

/** The open task that falls due first: the ball is with whoever holds it. */
export function ballTask(view: CaseView): TaskView | undefined {
  const due = (task: TaskView) => clockOf(view, task.row)?.due ?? "9999";
  const holds = view.tasks.filter((task) => isOpen(task) && !isTold(task));
  return holds.sort((a, b) => due(a).localeCompare(due(b)))[0];
}

/** The pause that lasts. */
export function pauseOf(view: CaseView) {
  return view.head.pauses.find((pause) => pause.until === null);
}

/** Facts that are known already, for the way that is still ahead. */
export function factsOf(view: CaseView): Partial<Record<string, string>> {
  const validity = bodyThatCounts(view, "validity");
  const level = bodyThatCounts(view, "level");
  const complaint = bodyThatCounts(view, "complaint");
  const said = { validity: validity?.verdict, severity: level?.severity, track: level?.track, class: complaint?.class };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => typeof value === "string")) as Record<
    string,
    string
  >;
}
