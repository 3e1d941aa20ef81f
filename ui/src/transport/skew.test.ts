import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { heardAt, now, onSkew } from "./skew";

const HERE = Date.parse("2026-11-25T08:00:00.000Z");
beforeEach(() => vi.useFakeTimers({ now: HERE }));
afterEach(() => {
  heardAt(new Date(HERE).toUTCString());
  vi.useRealTimers();
});

test.each([
  ["a clock that is right", "Wed, 25 Nov 2026 08:00:01 GMT", "2026-11-25T08:00:00.000Z"],
  ["an hour slow", "Wed, 25 Nov 2026 09:00:00 GMT", "2026-11-25T09:00:00.000Z"],
  ["an hour fast", "Wed, 25 Nov 2026 07:00:00 GMT", "2026-11-25T07:00:00.000Z"],
  ["no date", null, "2026-11-25T08:00:00.000Z"],
  ["no date that can be read", "soon", "2026-11-25T08:00:00.000Z"],
])("%s", (_name, date, shown) => {
  heardAt(date);
  expect(now().toISOString()).toBe(shown);
});

test("it is said once, when it turns out", () => {
  const said = vi.fn();
  onSkew(said);
  heardAt("Wed, 25 Nov 2026 09:00:00 GMT");
  heardAt("Wed, 25 Nov 2026 09:00:01 GMT");
  expect(said).toHaveBeenCalledTimes(1);
});
