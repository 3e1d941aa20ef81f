/** Rows of an inbox beside tasks to be done: what only says that one is done is read and holds nothing (告知, 已阅). */
import type { TaskKey } from "../types.gen";

const TOLD = "told:";

/** Behind this row no task of the procedure stands: somebody asks that the number be declared void. */
export function isVoidAsked(key: Pick<TaskKey, "task">): boolean {
  return key.task === "void:asked";
}

export function isTold(key: Pick<TaskKey, "slot">): boolean {
  return key.slot.startsWith(TOLD);
}

/** Who is told, as the procedure names them: `plant`, `responsible.head`. */
export function toldTo(key: Pick<TaskKey, "slot">): string {
  return key.slot.slice(TOLD.length).split("/")[0] ?? "";
}

/** Somebody was asked to sign beside the holder (加签). */
export function isAdded(key: Pick<TaskKey, "slot">): boolean {
  return key.slot.startsWith("added:");
}

/** Of which line or department a row is; nothing for the task as a whole. */
export function lineOf(key: Pick<TaskKey, "slot">): string {
  const { slot } = key;
  return isTold(key) || isAdded(key) ? (slot.split("/")[1] ?? "") : slot;
}

/** What a slot says: the procedure's own row, one for those who are told, one for a signer who was asked beside the holder. */
export function slotOf(slot: string): { sort: "own" | "told" | "added"; name: string; line: string } {
  const [, sort, name = "", line = ""] = /^(told|added):([^/]*)(?:\/(.*))?$/.exec(slot) ?? [];
  return sort === "told" || sort === "added" ? { sort, name, line } : { sort: "own", name: "", line: slot };
}
