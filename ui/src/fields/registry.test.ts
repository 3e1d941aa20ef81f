import { expect, test } from "vitest";
import type { Procedure } from "../types.gen";
import { listOf } from "./registry";

const procedure = {
  list: [{ id: "places", name: { zh: "围堵地点", en: "" }, of: "containment.places.place", items: [] }],
  field: [
    {
      section: "plan",
      name: "tested",
      label: { zh: "检验方式", en: "" },
      type: "choice",
      words: [{ code: "all", zh: "全检", en: "" }],
    },
    { section: "plan", name: "weight", label: { zh: "重量", en: "" }, type: "number", words: [] },
  ],
} as unknown as Procedure;

test.each([
  ["the list of a field", "containment.places.place", "places"],
  ["a choice of the procedure's own is chosen from its words", "plan.tested", "plan.tested"],
  ["what is no choice has none", "plan.weight", undefined],
  ["nor has a text that no list is of", "plan.text", undefined],
])("%s", (_name, path, id) => {
  expect(listOf(procedure, path)?.id).toBe(id);
});

test("its words are its own", () => {
  expect(listOf(procedure, "plan.tested")?.items.map((item) => item.zh)).toEqual(["全检"]);
});
