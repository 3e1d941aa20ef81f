/** The parts of the day, as the house counts them: 昨天到期, 今天到期, 三天内, 逾期. */
import { endOf, local } from "../../ui/time";

export const PARTS = ["overdue", "yesterday", "today", "soon"] as const;
export type Part = (typeof PARTS)[number];

/** So many days after today are soon. */
const SOON = 3;

/** Does what falls due then stand in this part of the day now? */
export function isIn(part: Part, due: string | null, now: string): boolean {
  if (due === null) return false;
  const late = Date.parse(due) < Date.parse(now);
  const day = (plus: number) => local(now).add(plus, "day").format("YYYY-MM-DD");
  const on = endOf(due).format("YYYY-MM-DD");
  switch (part) {
    case "overdue":
      return late;
    case "yesterday":
      return late && on === day(-1);
    case "today":
      return !late && on === day(0);
    case "soon":
      return !late && on > day(0) && on <= day(SOON);
  }
}
