import { expect, test } from "vitest";
import { isIn, PARTS } from "./parts";

// Monday, 14:03 in Shanghai.
const NOW = "2026-11-23T06:03:00.000Z";

test.each([
  ["2026-11-20T06:00:00.000Z", ["overdue"]],
  ["2026-11-22T09:30:00.000Z", ["overdue", "yesterday"]],
  // Midnight at the plant is the end of the day before it.
  ["2026-11-22T16:00:00.000Z", ["overdue", "yesterday"]],
  ["2026-11-23T06:00:00.000Z", ["overdue"]],
  ["2026-11-23T09:30:00.000Z", ["today"]],
  ["2026-11-23T16:00:00.000Z", ["today"]],
  ["2026-11-24T01:00:00.000Z", ["soon"]],
  ["2026-11-26T16:00:00.000Z", ["soon"]],
  ["2026-11-26T16:01:00.000Z", []],
  [null, []],
])("%s is %j", (due, parts) => {
  expect(PARTS.filter((part) => isIn(part, due, NOW))).toEqual(parts);
});
