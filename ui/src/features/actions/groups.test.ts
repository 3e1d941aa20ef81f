import { expect, test } from "vitest";
import type { ActionLine } from "../../types.gen";
import { dueGroup, groupActions, isLate } from "./groups";

const TODAY = "2026-11-25";

function line(due: string | null, owner: number, over = false): ActionLine {
  const action = {
    line: 1,
    kind: null,
    what: "恢复喷砂",
    owner,
    owner_name: "",
    due,
    done_on: over ? "2026-10-31" : null,
    state: over ? "done" : "open",
    over,
    task: "implement",
    round: 1,
    evidence: "",
    files: 0,
    effect: null,
  };
  return { case: 1, number: "KS-2026-0001", procedure: 1, customer: 1, summary: "", severity: null, action };
}

test.each([
  ["2026-11-24", "late"],
  ["2026-11-25", "today"],
  ["2026-11-26", "soon"],
  ["2026-12-02", "soon"],
  ["2026-12-03", "later"],
  [null, "none"],
])("due %s is %s", (due, group) => {
  expect(dueGroup(line(due, 1), TODAY)).toBe(group);
});

test("what is over is not late, and is listed by the month in which it was done", () => {
  const done = line("2026-11-01", 1, true);
  expect([isLate(done, TODAY), dueGroup(done, TODAY)]).toEqual([false, "2026-10"]);
});

test("who has most overdue comes first, then who has most", () => {
  const lines = [line("2026-12-03", 1), line("2026-12-04", 1), line("2026-11-01", 2), line(null, 3)];
  const groups = groupActions(lines, "owner", TODAY, ({ action }) => `${action.owner}`);
  expect(groups.map((group) => [group.key, group.rows.length, group.late])).toEqual([
    ["2", 1, 1],
    ["1", 2, 0],
    ["3", 1, 0],
  ]);
});
