/** A case that shares more stands first, and says each thing that it shares once. */
import { expect, test } from "vitest";
import type { RegisterLine } from "../../types.gen";
import { merge } from "./similar";

const row = (id: number, received: string) => ({ case: id, received }) as RegisterLine;

test("one row a case, the same lot above the same customer, the newest first", () => {
  const old = row(1, "2026-01-01");
  const found = merge([
    ["lot", [row(2, "2026-02-01")]],
    ["product", [row(2, "2026-02-01")]],
    ["customer", [old, row(3, "2026-03-01")]],
  ]);
  expect(found.map((one) => [one.row.case, one.shares])).toEqual([
    [2, ["lot", "product"]],
    [3, ["customer"]],
    [1, ["customer"]],
  ]);
});
