/** Addresses of a case and of a task of it, for every page that leads there. */
import type { Procedure, TaskKey, TaskView } from "../types.gen";
import { taskOf } from "./masters";
import { isTold, isVoidAsked } from "./told";

/** Does somebody approve here? Then it is opened as what will be signed. */
export function approves(procedure: Procedure | undefined, task: string): boolean {
  return taskOf(procedure, task)?.does === "approve";
}

/** Where a task is done. The question mark is always there: it takes away what an address before had asked. */
export function addressOf(of: number, key: TaskKey, approval: boolean): string {
  // The case itself says at its head that it is asked, and takes the answer there.
  if (isVoidAsked(key)) return `/cases/${of}?`;
  // Whoever is merely told signs nothing.
  if (approval && !isTold(key)) return `/cases/${of}/sign/${key.task}/${key.round}${key.slot ? `/${key.slot}` : ""}?`;
  return `/cases/${of}?task=${[key.task, key.slot, key.round].map(encodeURIComponent).join(",")}`;
}

/** The task that an address names, `task,slot,round`; its newest row where no round is said. */
export function taskAt(text: string | null, tasks: TaskView[]): TaskKey | null {
  const [task, slot = "", round] = (text ?? "").split(",");
  const rows = tasks.map((one) => one.row).filter((row) => row.task === task && row.slot === slot);
  const row = round
    ? rows.find((one) => one.round === Number(round))
    : rows.toSorted((a, b) => a.round - b.round).at(-1);
  return row ? { task: row.task, slot: row.slot, round: row.round } : null;
}
