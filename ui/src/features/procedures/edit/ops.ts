/**
 * What is done to a procedure that is being written, as plain functions: each gives a new one and leaves the old as it was.
 *
 * Whatever is taken away is taken out of what named it, so that a form never shows an id that nobody knows. What is missing
 * then, the proof says.
 */
import { fieldAt } from "../../../fields/registry";
import type { ExtraField, Procedure, Stage, Task } from "../../../types.gen";
import { END } from "../picture";
import { fresh, newExit, newTask } from "./make";

/** A copy to be changed at will. */
export function changed(procedure: Procedure, change: (copy: Procedure) => void): Procedure {
  const copy = structuredClone(procedure);
  change(copy);
  return copy;
}

const tasksOf = (procedure: Procedure): Task[] => procedure.stage.flatMap((stage) => stage.task);

/** Nobody does anything by it any more. */
export function removeRole(p: Procedure, n: number): void {
  const [gone] = p.role.splice(n, 1);
  if (!gone) return;
  const others = (by: string[]) => by.filter((one) => one !== gone.id);
  for (const task of tasksOf(p)) {
    task.by = others(task.by);
    task.tells = task.tells.filter((tell) => tell.to !== gone.id);
    for (const due of [task.due, task.ahead]) if (due) due.escalate = due.escalate.filter((one) => one.to !== gone.id);
  }
  for (const one of [...p.duty, ...p.reopen]) one.by = others(one.by);
  for (const duty of p.duty) duty.tells = duty.tells.filter((tell) => tell.to !== gone.id);
  p.desk = p.desk.filter((desk) => desk.by !== gone.id);
}

/** A stage behind this one, with one task, that leads to the one that came behind before. Gives its place. */
export function addStage(
  p: Procedure,
  behind: number,
  names: { stage: [string, string]; task: [string, string] },
): number {
  const id = fresh(
    "stage",
    p.stage.map((stage) => stage.id),
  );
  const next = p.stage[behind + 1]?.id ?? END;
  const stage: Stage = {
    id,
    name: { zh: names.stage[0], en: names.stage[1] },
    task: [newTask(p, ...names.task)],
    exit: [newExit(next)],
  };
  p.stage.splice(behind + 1, 0, stage);
  return behind + 1;
}

export function removeStage(p: Procedure, n: number): void {
  const [gone] = p.stage.splice(n, 1);
  if (!gone) return;
  for (const task of gone.task) forget(p, task.id);
  for (const stage of p.stage) for (const exit of stage.exit) exit.to = exit.to.filter((to) => to !== gone.id);
  p.reopen = p.reopen.filter((one) => one.to !== gone.id);
}

/** Moves one of a list up or down; gives its new place. */
export function moveItem<T>(list: T[], n: number, by: 1 | -1): number {
  const to = n + by;
  const one = list[n];
  if (one === undefined || to < 0 || to >= list.length) return n;
  list.splice(n, 1);
  list.splice(to, 0, one);
  return to;
}

export function addTask(p: Procedure, stage: number, zh: string, en: string): number {
  const tasks = p.stage[stage]?.task;
  return tasks ? tasks.push(newTask(p, zh, en)) - 1 : 0;
}

export function removeTask(p: Procedure, stage: number, n: number): void {
  const [gone] = p.stage[stage]?.task.splice(n, 1) ?? [];
  if (gone) forget(p, gone.id);
}

/** Nothing waits for the task, or counts from it, any more. */
function forget(p: Procedure, id: string): void {
  for (const task of tasksOf(p)) {
    task.after = task.after.filter((one) => one !== id);
    if (task.of === id) task.of = null;
    for (const due of [task.due, task.ahead]) if (due && due.from === `done:${id}`) due.from = "entered";
  }
  for (const form of p.form) for (const box of form.boxes) box.tasks = box.tasks.filter((one) => one !== id);
}

/** What a task of this sort needs to be one: an approval says yes or no about what the others of its stage sign for. */
export function does(p: Procedure, stage: number, task: Task, sort: Task["does"]): void {
  task.does = sort;
  if (sort !== "approve") return;
  const others = p.stage[stage]?.task.filter((one) => one.id !== task.id && one.does === "approve") ?? [];
  if (!task.fills.includes("approval")) task.fills = ["approval"];
  if (!task.needs.includes("approval.answer")) task.needs = [...task.needs, "approval.answer"];
  task.signs ??= { meaning: "approved", covers: others[0]?.signs?.covers.slice() ?? [] };
  task.paper = true;
}

/** What is filled no longer is demanded no longer. */
export function fills(task: Task, targets: string[]): void {
  task.fills = targets;
  task.needs = task.needs.filter((need) => targets.includes(need.split(".")[0] ?? ""));
}

/** No task goes by it any more. */
export function removeDocument(p: Procedure, n: number): void {
  const [gone] = p.document.splice(n, 1);
  if (gone) for (const task of tasksOf(p)) task.cites = task.cites.filter((one) => one !== gone.id);
}

const pathOf = (field: ExtraField): string => `${field.section}.${field.name}`;

/** Something else is called so too: a built-in field, or another one of the procedure. */
function isShared(p: Procedure, field: ExtraField): boolean {
  const others = p.field.filter((one) => one !== field).map(pathOf);
  return others.includes(pathOf(field)) || fieldAt(field.section, field.name) !== undefined;
}

/** A field of its own gets another name, or another place: what named it names it again, unless that would name another one. */
export function moveField(p: Procedure, n: number, to: { section?: string; name?: string }): void {
  const field = p.field[n];
  if (!field) return;
  const [from, was] = [pathOf(field), isShared(p, field)];
  Object.assign(field, to);
  if (!was && !isShared(p, field)) repoint(p, from, pathOf(field));
}

export function removeField(p: Procedure, n: number): void {
  const field = p.field[n];
  if (!field) return;
  const shared = isShared(p, field);
  p.field.splice(n, 1);
  if (!shared) repoint(p, pathOf(field), null);
}

/** Whatever named one field names another one; nothing, where there is none. */
function repoint(p: Procedure, from: string, to: string | null): void {
  for (const task of tasksOf(p)) {
    task.needs = task.needs.flatMap((need) => (need === from ? (to ?? []) : need));
    for (const due of [task.due, task.ahead])
      if (due && due.from === `field:${from}`) due.from = to === null ? "entered" : `field:${to}`;
  }
  for (const list of p.list) if (list.of === from) list.of = to;
}

/** `2wd` in its parts. */
export function spanOf(span: string): { n: number; unit: string } {
  const [, n = "1", unit = "wd"] = /^(\d+)(h|d|wd)$/.exec(span) ?? [];
  return { n: Number(n), unit };
}
