/** What comes from Excel lands in the right cells, and what cannot be read stays as it was. */
import { expect, test } from "vitest";
import { cellsOf, put } from "./paste";
import { fieldsOf } from "./registry";

const places = fieldsOf("containment").find((field) => field.name === "places");
const fields = places?.is === "lines" ? places.fields : [];
const from = (name: string) => fields.slice(fields.findIndex((field) => field.name === name));

test("a plain word is no table", () => {
  expect(cellsOf("成品库")).toBeUndefined();
});

test("rows by line breaks of any system, cells by tabs", () => {
  expect(cellsOf("1,580\t47\r\n86\t3\r\n")).toEqual([
    ["1,580", "47"],
    ["86", "3"],
  ]);
});

test("numbers with commas, choices by their words, lines added as needed", () => {
  const lines = [{ id: 7, stock: 1, checked: null, ng: null }];
  const out = put(cellsOf("1,580\t47\t2\n86\tviele\t3") ?? [], lines, 0, from("stock"), fields);
  expect(out).toHaveLength(2);
  expect(out[0]).toMatchObject({ id: 7, stock: 1580, checked: 47, ng: 2 });
  expect(out[1]).toMatchObject({ id: 0, stock: 86, checked: null, ng: 3 });
  const chosen = put(cellsOf("返工\tRJ-1\n没有的词\tRJ-2") ?? [], [], 0, from("disposition"), fields);
  expect(chosen.map((line) => line.disposition)).toEqual(["rework", null]);
});
