/** Where a task is done: approvals on the page that shows what is signed, everything else in its case. */

import { taskOf } from "../../data/masters";
import type { Procedure, TaskKey } from "../../types.gen";

/** Does somebody approve here? Then it is opened as what will be signed. */
export function approves(procedure: Procedure | undefined, task: string): boolean {
  return taskOf(procedure, task)?.does === "approve";
}

/** The address of a task. The question mark is always there: it takes away what an address before had asked. */
export function addressOf(of: number, key: TaskKey, approval: boolean): string {
  if (approval) return `/cases/${of}/sign/${key.task}/${key.round}${key.slot ? `/${key.slot}` : ""}?`;
  return `/cases/${of}?task=${[key.task, key.slot, key.round].map(encodeURIComponent).join(",")}`;
}
