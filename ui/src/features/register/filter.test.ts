import { expect, test } from "vitest";
import { ALL, choose, quick, readViews, request, sameFilter } from "./filter";

// One o'clock on the first of December in Shanghai, still November in Greenwich.
const NOW = "2026-11-30T17:00:00.000Z";

test("this month is the plant's", () => {
  expect(quick("month", 3, NOW)).toEqual({ from: "2026-12-01", until: "2026-12-01" });
});

test("a choice taken away leaves no trace", () => {
  const one = choose({ owner: 3 }, "severity", "major");
  expect(sameFilter(one, { severity: "major", owner: 3 })).toBe(true);
  expect(choose(choose(one, "severity", undefined), "owner", undefined)).toEqual({});
  expect(sameFilter(quick("mine", 3, NOW), quick("mine", 4, NOW))).toBe(false);
});

test("what is not chosen is not asked", () => {
  const asked = request({ ...ALL, filter: { customer: 7, overdue: true }, search: " 焊缝 " });
  expect(asked).toMatchObject({
    customer: 7,
    overdue: true,
    unclosed: false,
    stage: null,
    search: "焊缝",
    order: "received",
  });
});

test("kept views that cannot be read are left out", () => {
  expect(
    readViews('[{"name":"电镀","filter":{"class":"quality"},"search":"","order":"due"}, 4, {"name":1}]'),
  ).toHaveLength(1);
  expect(readViews("{")).toEqual([]);
  expect(readViews(null)).toEqual([]);
});
