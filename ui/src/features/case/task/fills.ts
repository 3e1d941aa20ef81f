/**
 * What is typed into a task, and what is still missing in it as it stands on the screen. The demands are the procedure's and
 * the house's; here they are only looked up, so that a line that was just filled is not called missing. The house decides
 * again when it is handed in.
 */
import type { Filled } from "../../../fields/FormShell";
import type { Body, FieldInfo } from "../../../fields/registry";
import { bodyOf, fieldsOf, isFilled, isRecord } from "../../../fields/registry";
import type { Blocked, CaseView, Extra, Fill, Task, TaskKey, TaskView } from "../../../types.gen";

/** What was typed over one section or record, and the revision on which it was begun. */
export interface Typed extends Filled {
  rev: number;
}

/** Only what was typed; what was not touched follows the house. This is the draft. */
export type TypedAll = Readonly<Record<string, Typed>>;

export function keyOf(task: TaskView): TaskKey {
  return { task: task.row.task, slot: task.row.slot, round: task.row.round };
}

/** What stands in the house, as the form shows it. */
export function standing(fill: Fill): Filled {
  return { body: bodyOf(fill.target, fill.body), extra: fill.extra as Record<string, Extra> };
}

/** Typed in by the house before anybody wrote it: the desk, by a table of the procedure (I-6). */
export function isOffered(fill: Fill): boolean {
  return fill.rev === 0 && fill.body !== null && !isRecord(fill.target);
}

/** What is on the screen. */
export function shownOf(fill: Fill, typed: TypedAll): Filled {
  return typed[fill.target] ?? standing(fill);
}

export function same(a: Filled, b: Filled): boolean {
  return JSON.stringify([a.body, a.extra]) === JSON.stringify([b.body, b.extra]);
}

/** What has to be sent: typed, and other than what stands. */
export function changed(task: TaskView, typed: TypedAll): Fill[] {
  return task.fills.filter((fill) => {
    const mine = typed[fill.target];
    const stands = standing(fill);
    return mine !== undefined && !same(numbered(fill.target, mine, stands), stands);
  });
}

/** New lines with the numbers that the house gave them meanwhile: a draft that was saved already is no change. */
function numbered(target: string, mine: Filled, stands: Filled): Filled {
  const body = { ...mine.body };
  for (const field of fieldsOf(target)) {
    const [lines, there] = [body[field.name], stands.body[field.name]];
    if (field.is !== "lines" || !Array.isArray(lines) || !Array.isArray(there)) continue;
    body[field.name] = lines.map((line: Body, n) =>
      line.id === 0 ? { ...line, id: (there[n] as Body)?.id ?? 0 } : line,
    );
  }
  return { ...mine, body };
}

/** Typed on a revision that is no longer the one that stands. */
export function outdated(task: TaskView, typed: TypedAll): Fill[] {
  return changed(task, typed).filter((fill) => typed[fill.target]?.rev !== fill.rev);
}

/** Is `section.field` or `section.list.field` filled on the screen? `undefined` where this form does not hold it. */
export function filledAt(path: string, task: TaskView, typed: TypedAll): boolean | undefined {
  const [target, name, inner] = path.split(".");
  const fill = task.fills.find((one) => one.target === target);
  if (!fill || !name) return undefined;
  const { body, extra } = shownOf(fill, typed);
  const field = fieldsOf(fill.target).find((one) => one.name === name);
  if (!field) {
    const answer = extra[name];
    return answer !== undefined && Object.values(answer).some((value) => value !== null && value !== "");
  }
  if (inner === undefined) return isFilled(field, body[name]);
  return every(field, inner, body[name]);
}

/** Each line has it, and there is a line at all. */
function every(field: FieldInfo, inner: string, value: unknown): boolean {
  const column = field.is === "lines" ? field.fields.find((one) => one.name === inner) : undefined;
  const lines = (value as Body[] | null) ?? [];
  return column !== undefined && lines.length > 0 && lines.every((line) => isFilled(column, line[inner]));
}

/** What is on the screen there is other than what stands: the house has not judged it yet. */
function retyped(path: string, task: TaskView, typed: TypedAll): boolean {
  const [target, name = ""] = path.split(".");
  const fill = task.fills.find((one) => one.target === target);
  return fill !== undefined && shownOf(fill, typed).body[name] !== standing(fill).body[name];
}

/** Why not, as it stands on the screen: what was filled here is not missing, what was emptied here is. */
export function blockedHere(task: TaskView, needs: Task["needs"], typed: TypedAll): Blocked[] {
  const stays = (one: Blocked) => {
    if (one.why === "said_otherwise") return !retyped(one.field, task, typed);
    return one.why !== "missing" || filledAt(one.field, task, typed) !== true;
  };
  const others = task.blocked.filter(stays);
  const named = new Set(others.flatMap((one) => (one.why === "missing" ? [one.field] : [])));
  const emptied = needs.filter((path) => !named.has(path) && filledAt(path, task, typed) === false);
  return [...others, ...emptied.map((field): Blocked => ({ why: "missing", field }))];
}

/** Bodies of the whole case as they count, with what is typed here over them: fields point at lines of each other. */
export function bodiesOf(view: CaseView, task: TaskView, typed: TypedAll): Record<string, Body> {
  const bodies: Record<string, Body> = {};
  for (const section of view.sections) if (section.counts) bodies[section.row.kind] = section.row.body as Body;
  for (const fill of task.fills) bodies[fill.target] = shownOf(fill, typed).body;
  return bodies;
}

/** The first place of a path where something is missing: `actions.lines.due` leads to the first line without one. */
export function placeOf(path: string, task: TaskView, typed: TypedAll): string {
  const [target, name, inner] = path.split(".");
  const fill = task.fills.find((one) => one.target === target);
  const field = fill && fieldsOf(fill.target).find((one) => one.name === name);
  if (!fill || !name || !inner || field?.is !== "lines") return path;
  const column = field.fields.find((one) => one.name === inner);
  const lines = (shownOf(fill, typed).body[name] as Body[] | null) ?? [];
  const row = lines.findIndex((line) => column && !isFilled(column, line[inner]));
  return row < 0 ? `${target}.${name}` : `${target}.${name}.${row}.${inner}`;
}
