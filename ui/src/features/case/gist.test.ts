import { expect, test } from "vitest";
import type { Names } from "../../data/masters";
import { gistOf, whenOf } from "./gist";

const names = { who: () => "陈立新" } as unknown as Names;

test.each([
  ["words and a choice", "return", { what: "果皮箱", lot: "L-7", asked: 12 }, "果皮箱　L-7"],
  ["a person before what they found", "visit", { by: { account: 2 }, findings: "焊缝锈蚀" }, "陈立新　焊缝锈蚀"],
  ["one language where the other is empty", "progress_report", { text: { zh: "", en: "On the way" } }, "On the way"],
  ["nothing", "meeting", {}, ""],
])("%s", (_, kind, body, gist) => {
  expect(gistOf(kind, body, names)).toBe(gist);
});

test("the first day that is there", () => {
  expect(whenOf("visit", { planned_on: null, on: "2026-11-20" })).toBe("2026-11-20");
  expect(whenOf("visit", {})).toBeNull();
});
