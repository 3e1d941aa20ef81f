import { expect, test } from "vitest";
import { contains, KINDS, withField } from "./kinds";

test("a row is found by every word, in whatever field and case", () => {
  const row = { code: "C001", name: { zh: "华东泵业有限公司", en: "Huadong Pump" }, spelled: "hdby" };
  const table: [string, boolean][] = [
    ["", true],
    ["c001", true],
    ["泵业", true],
    ["pump 华东", true],
    ["hdby", true],
    ["pump 华北", false],
  ];
  for (const [words, found] of table) expect(contains(row, words)).toBe(found);
});

test("every field of a form is a field of the row, and a change leaves the others alone", () => {
  for (const { fields, fresh } of Object.values(KINDS)) {
    for (const field of fields) expect(Object.keys(fresh.body)).toContain(field.name);
    const changed = withField(fresh, "name", { zh: "新", en: "" });
    expect({ ...changed.body, name: null }).toEqual({ ...fresh.body, name: null });
    expect(changed.body.name).toEqual({ zh: "新", en: "" });
  }
});
