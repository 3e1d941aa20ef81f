import { expect, test } from "vitest";
import type { CalendarView } from "../../types.gen";
import { daysOf, decoded, differing, faultsOf, plusDays, shown, toggled, weekdayOf } from "./year";

const usual = (year: number) => daysOf(year).filter((day) => weekdayOf(day) <= 5);
/** 2026: the first of October (Thursday) is off, the tenth (Saturday) is made up. */
const PUBLISHED: CalendarView = {
  id: null,
  rev: 0,
  own: null,
  known: true,
  working: [...usual(2026).filter((day) => day !== "2026-10-01"), "2026-10-10"].sort(),
};
const NOTHING = { off: [], work: [] };
const on = (view: CalendarView, said: { off: string[]; work: string[] }, day: string) =>
  shown(view, said, Number(day.slice(0, 4))).find((one) => one.day === day);

test("days run through the year and over its ends", () => {
  expect(daysOf(2026)).toHaveLength(365);
  expect(daysOf(2028)).toHaveLength(366);
  expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(weekdayOf("2026-11-22")).toBe(7);
});

test("what was published is marked where it is unusual", () => {
  expect(on(PUBLISHED, NOTHING, "2026-10-01")).toMatchObject({ working: false, special: "off", own: false });
  expect(on(PUBLISHED, NOTHING, "2026-10-10")).toMatchObject({ working: true, special: "work", own: false });
  expect(on(PUBLISHED, NOTHING, "2026-10-11")).toMatchObject({ working: false, special: null });
});

test("a day that is turned twice is as it was; one that was turned is the plant's own", () => {
  for (const day of ["2026-10-01", "2026-10-10", "2026-10-11", "2026-10-12"]) {
    const once = toggled(PUBLISHED, NOTHING, day);
    expect(on(PUBLISHED, once, day)).toMatchObject({ own: true, working: !on(PUBLISHED, NOTHING, day)?.working });
    expect(toggled(PUBLISHED, once, day)).toEqual(NOTHING);
    expect(differing(once, NOTHING)).toBe(1);
  }
});

test("what the plant saved can be taken back to what was published", () => {
  const own = { plant: 1, year: 2026, off: ["2026-10-12"], work: [], shifts: [], source: "厂部" };
  const view = { ...PUBLISHED, own, working: PUBLISHED.working.filter((day) => day !== "2026-10-12") };
  expect(on(view, own, "2026-10-12")).toMatchObject({ working: false, own: true });
  const back = toggled(view, own, "2026-10-12");
  expect(back).toEqual(NOTHING);
  expect(on(view, back, "2026-10-12")).toMatchObject({ working: true, own: false });
});

test("a year that nobody knows is shown as Monday to Friday", () => {
  const view = { ...PUBLISHED, known: false, working: [] };
  expect(shown(view, NOTHING, 2028).filter((one) => one.working)).toHaveLength(usual(2028).length);
});

test("wrong lines are told in their order; another refusal is none of them", () => {
  const wrong = (field: string) => ({ field, wrong: "bad_day", detail: "x" });
  expect(faultsOf([wrong("text.10"), wrong("text.2"), wrong("text")]).map((one) => one.field)).toEqual([
    "text",
    "text.2",
    "text.10",
  ]);
  expect(faultsOf([wrong("text.2"), wrong("source")])).toEqual([]);
});

test("a file is read as UTF-8, or as a Chinese Excel saves it", () => {
  expect(decoded(new TextEncoder().encode("2027-01-01,休").buffer)).toBe("2027-01-01,休");
  const gbk = new Uint8Array([...new TextEncoder().encode("2027-01-01,"), 0xd0, 0xdd]);
  expect(decoded(gbk.buffer)).toBe("2027-01-01,休");
});
