import { expect, test } from "vitest";
import { grouped, groupOf, weekEnd } from "./group";

// Monday, 14:03 in Shanghai.
const NOW = "2026-11-23T06:03:00.000Z";

test.each([
  ["2026-11-23T06:02:00.000Z", "late"],
  ["2026-11-23T09:30:00.000Z", "today"],
  // Midnight at the plant is the end of the day: what is due today is due until then.
  ["2026-11-23T16:00:00.000Z", "today"],
  ["2026-11-23T16:01:00.000Z", "week"],
  ["2026-11-29T16:00:00.000Z", "week"],
  ["2026-11-29T16:01:00.000Z", "later"],
  [null, "later"],
])("%s is %s", (due, group) => {
  expect(groupOf(due, NOW)).toBe(group);
});

test("a week ends on Sunday, also on Sunday", () => {
  expect([weekEnd(NOW), weekEnd("2026-11-29T06:00:00.000Z")]).toEqual(["2026-11-29", "2026-11-29"]);
});

test("groups keep the order of the list, and empty ones are left out", () => {
  const tasks = ["2026-11-20T06:00:00.000Z", "2026-11-22T06:00:00.000Z", "2026-12-22T06:00:00.000Z"].map((due) => ({
    due,
  }));
  expect(grouped(tasks, NOW).map((one) => [one.group, one.tasks.length])).toEqual([
    ["late", 2],
    ["later", 1],
  ]);
});
