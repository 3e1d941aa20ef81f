import { expect, test } from "vitest";
import { pagesOf } from "./pages";

test.each([
  ["at the top", 0, 30, { first: 0, last: 0 }],
  ["near the end of a page", 110, 160, { first: 0, last: 1 }],
  ["just behind the end of a page", 205, 240, { first: 0, last: 1 }],
  ["in the middle of a page far down", 50_080, 50_120, { first: 250, last: 250 }],
  ["nothing yet", 0, 0, { first: 0, last: 0 }],
])("%s", (_, first, end, pages) => {
  expect(pagesOf(first, end)).toEqual(pages);
});
