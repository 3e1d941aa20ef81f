/** Lines of a check-list: one for each item of the procedure's list, until somebody has begun to write. */
import type { Check, List } from "../../../../types.gen";

export function begunOf(lines: Check[], list: List | undefined, readOnly: boolean): Check[] {
  if (lines.length > 0 || readOnly || !list) return lines;
  return list.items.map((item) => ({ id: 0, item: item.code, in_order: null, note: "" }));
}

export function isLooked(line: Check): boolean {
  return line.in_order !== null;
}

/** How many were looked at. */
export function lookedAt(lines: readonly Check[]): number {
  return lines.filter(isLooked).length;
}
