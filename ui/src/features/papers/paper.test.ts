import { describe, expect, it } from "vitest";
import { Refusal } from "../../transport";
import type { FormUse } from "../../types.gen";
import { byPlace, formOfTask, gapsOf } from "./paper";

const invalid = (...wrong: string[]) =>
  new Refusal({ code: "invalid", fields: wrong.map((one, n) => ({ field: `place ${n}`, wrong: one, detail: "x" })) });
const form = (id: string, ...tasks: string[]) =>
  ({ form: id, number: id, version: "A/0", keep_years: 5, boxes: [{ zh: "", en: "", tasks }] }) as unknown as FormUse;

describe("a form that lacks a language", () => {
  it("names its gaps", () => {
    expect(gapsOf(invalid("not_in_language", "not_told"))?.map((gap) => gap.place)).toEqual(["place 0", "place 1"]);
  });
  it.each([
    ["something else is wrong too", invalid("not_in_language", "unknown")],
    ["nothing is named", invalid()],
    ["it is another refusal", new Refusal({ code: "busy" })],
    ["it is no refusal", new Error("x")],
  ])("is refused where %s", (_, error) => expect(gapsOf(error)).toBeUndefined());
  it("names each place once", () => {
    const gap = (place: string, text: string) => ({ place, text, wrong: "not_in_language" });
    expect(byPlace([gap("a", "1"), gap("b", "2"), gap("a", "3")])).toEqual([
      { place: "a", wrong: "not_in_language", texts: ["1", "3"] },
      { place: "b", wrong: "not_in_language", texts: ["2"] },
    ]);
  });
});

describe("the form on which a task is signed", () => {
  const forms = [form("F-1"), form("F-3", "check"), form("F-9", "approve")];
  it.each([
    ["approve", "F-9"],
    ["check", "F-3"],
    ["visit", "F-3"],
  ])("%s → %s", (task, expected) => expect(formOfTask(forms, task)?.form).toBe(expected));
  it("is the first where there is no report", () => expect(formOfTask([form("F-7")], "x")?.form).toBe("F-7"));
});
