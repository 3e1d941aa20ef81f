import { expect, test } from "vitest";
import type { Check, List } from "../../../../types.gen";
import { begunOf, lookedAt } from "./check";

const list = { items: [{ code: "record" }, { code: "plan" }] } as unknown as List;
const line = (item: string, in_order: Check["in_order"] = null): Check => ({ id: 1, item, in_order, note: "" });

test.each([
  ["one line for each item", [], list, false, ["record", "plan"]],
  ["what was written is left as it is", [line("other")], list, false, ["other"]],
  ["what is only read shows what is there", [], list, true, []],
  ["no list, no lines", [], undefined, false, []],
] as [string, Check[], List | undefined, boolean, string[]][])("%s", (_name, lines, from, readOnly, items) => {
  expect(begunOf(lines, from, readOnly).map((one) => one.item)).toEqual(items);
});

test("an item is looked at when it is in order or is not", () => {
  expect(lookedAt([line("a", "yes"), line("b", "no"), line("c")])).toBe(2);
});
