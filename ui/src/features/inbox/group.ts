/** When it hurts: 逾期, 今天, 本周, 以后 — by the plant's wall calendar. */
import { endOf, local } from "../../ui/time";

export const GROUPS = ["late", "today", "week", "later"] as const;
export type Group = (typeof GROUPS)[number];

/** In which group a deadline stands now. A week ends on Sunday; what has no deadline comes last. */
export function groupOf(due: string | null, now: string): Group {
  if (!due) return "later";
  if (Date.parse(due) < Date.parse(now)) return "late";
  const day = endOf(due).format("YYYY-MM-DD");
  if (day === local(now).format("YYYY-MM-DD")) return "today";
  return day <= weekEnd(now) ? "week" : "later";
}

/** The Sunday of this week, `2026-11-29`. */
export function weekEnd(now: string): string {
  const at = local(now);
  return at.add((7 - at.day()) % 7, "day").format("YYYY-MM-DD");
}

/** The groups that hold something, in their order, each in the order of the list. */
export function grouped<T extends { due: string | null }>(tasks: T[], now: string): { group: Group; tasks: T[] }[] {
  const held = new Map<Group, T[]>();
  for (const task of tasks) {
    const group = groupOf(task.due, now);
    const there = held.get(group);
    if (there) there.push(task);
    else held.set(group, [task]);
  }
  return GROUPS.flatMap((group) => {
    const found = held.get(group);
    return found ? [{ group, tasks: found }] : [];
  });
}
