import { expect, test } from "vitest";
import { inSight } from "./useWindow";

test.each([
  ["at the top", 100_000, 0, { first: 0, end: 30 }],
  ["in the middle", 100_000, 32_000, { first: 980, end: 1040 - 10 }],
  ["at the end", 1_000, 32_000 - 320, { first: 970, end: 1_000 }],
  ["scrolled beyond a list that became short", 5, 32_000, { first: 0, end: 5 }],
  ["empty", 0, 0, { first: 0, end: 0 }],
])("%s", (_, count, top, drawn) => {
  expect(inSight(count, 32, top, 320, 20)).toEqual(drawn);
});
