import { expect, test } from "vitest";
import type { InboxTask } from "../types.gen";
import { freshOf } from "./news";

const task = (of: number, id: string, round = 1) => ({ case: of, task: { task: id, slot: "", round } }) as InboxTask;

test("a task is new once, and again in the next round", () => {
  const before = new Set(["1/judge//1"]);
  expect(freshOf(before, [task(1, "judge")])).toEqual([]);
  expect(freshOf(before, [task(1, "judge", 2), task(2, "judge")])).toHaveLength(2);
});
