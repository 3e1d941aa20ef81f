import { expect, test } from "vitest";
import type { List } from "../types.gen";
import { choicesOf } from "./tree";

const list = (items: [string, string][]) =>
  ({ id: "categories", items: items.map(([code, zh]) => ({ code, zh, en: "" })) }) as unknown as List;

test.each([
  [
    "a tree by its dots",
    [
      ["3", "货运"],
      ["3.4", "破损"],
      ["3.4.1", "外箱破损"],
    ] as [string, string][],
    ["货运", "货运 / 破损", "货运 / 破损 / 外箱破损"],
    [0, 1, 2],
  ],
  [
    "what stands under nothing stands by itself",
    [
      ["1.2", "色差"],
      ["MM-U", "使用不当"],
    ] as [string, string][],
    ["色差", "使用不当"],
    [0, 0],
  ],
])("%s", (_name, items, labels, depths) => {
  const choices = choicesOf(list(items));
  expect(choices.map((one) => one.label)).toEqual(labels);
  expect(choices.map((one) => one.depth)).toEqual(depths);
});
