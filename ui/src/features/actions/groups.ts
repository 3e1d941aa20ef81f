/** Planned actions in the groups that people ask for: when it hurts, by person, by department; what is overdue first. */
import type { ActionLine } from "../../types.gen";

export const BY = ["due", "owner", "department"] as const;
export type By = (typeof BY)[number];

export interface ActionGroup {
  key: string;
  rows: ActionLine[];
  /** How many of them are past their deadline. */
  late: number;
}

/** Past the day of its deadline, at the plant. */
export function isLate({ action }: ActionLine, today: string): boolean {
  return !action.over && action.due !== null && action.due < today;
}

/** When it hurts, by days: `late`, `today`, `soon` (within a week), `later`, `none` without a deadline. */
export function dueGroup(line: ActionLine, today: string): string {
  const { due } = line.action;
  if (line.action.over) return (line.action.done_on ?? due ?? "").slice(0, 7) || "none";
  if (due === null) return "none";
  if (due < today) return "late";
  if (due === today) return "today";
  return due <= plus(today, 7) ? "soon" : "later";
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The list in groups. Within a group, and among groups by deadline, the order of the list stays. */
export function groupActions(
  lines: ActionLine[],
  by: By,
  today: string,
  keyOf: (line: ActionLine) => string,
): ActionGroup[] {
  const held = new Map<string, ActionGroup>();
  for (const line of lines) {
    const key = by === "due" ? dueGroup(line, today) : keyOf(line);
    const group = held.get(key) ?? { key, rows: [], late: 0 };
    group.rows.push(line);
    if (isLate(line, today)) group.late += 1;
    held.set(key, group);
  }
  const groups = [...held.values()];
  return by === "due" ? groups : groups.sort((a, b) => b.late - a.late || b.rows.length - a.rows.length);
}
