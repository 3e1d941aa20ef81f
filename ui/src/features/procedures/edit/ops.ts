/**
 * What is done to a procedure that is being written, as plain functions: each gives a new one and leaves the old as it was.
 *
 * Whatever is taken away is taken out of what named it, so that a form never shows an id that nobody knows. What is missing
 * then, the proof says.
 */
import type { Anchor, Due, Exit, Procedure, Stage, Task } from "../../../types.gen";
import { END } from "../picture";

/** A copy to be changed at will. */
export function changed(procedure: Procedure, change: (copy: Procedure) => void): Procedure {
  const copy = structuredClone(procedure);
  change(copy);
  return copy;
}

/** `stage_4`: an id that nothing has yet. People never see it. */
function fresh(word: string, taken: string[]): string {
  for (let n = taken.length + 1; ; n++) if (!taken.includes(`${word}_${n}`)) return `${word}_${n}`;
}

const tasksOf = (procedure: Procedure): Task[] => procedure.stage.flatMap((stage) => stage.task);

export function addRole(p: Procedure, zh: string, en: string): void {
  const id = fresh(
    "role",
    p.role.map((role) => role.id),
  );
  p.role.push({ id, name: { zh, en } });
}

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
}

function newTask(p: Procedure, zh: string, en: string): Task {
  return {
    id: fresh(
      "task",
      tasksOf(p).map((task) => task.id),
    ),
    name: { zh, en },
    does: "fill",
    by: [],
    fills: [],
    of: null,
    needs: [],
    after: [],
    when: {},
    no_open: [],
    due: null,
    signs: null,
    each: null,
    quorum: null,
    stays: false,
    optional: false,
    ahead: null,
    paper: false,
    on_behalf: true,
    tells: [],
    source: "",
  };
}

export function newExit(to: string): Exit {
  return { to: [to], when: {}, now: false, ends: [], reopens: false };
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

export function newDue(from: Anchor = "entered"): Due {
  return { span: "1wd", from, pausable: true, remind: [], escalate: [] };
}

/** `2wd` in its parts. */
export function spanOf(span: string): { n: number; unit: string } {
  const [, n = "1", unit = "wd"] = /^(\d+)(h|d|wd)$/.exec(span) ?? [];
  return { n: Number(n), unit };
}
