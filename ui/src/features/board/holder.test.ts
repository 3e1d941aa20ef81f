import { expect, test } from "vitest";
import type { Names } from "../../data/masters";
import type { Holder, Role } from "../../types.gen";
import { holderName } from "./holder";

const NAMES = {
  department: (id: number) => `部门${id}`,
  who: (who: { account: number } | { name: string }) => ("account" in who ? `人${who.account}` : who.name),
} as unknown as Names;
const ROLES = [{ id: "qe", name: { zh: "品质工程师", en: "Quality engineer" } }] as unknown as Role[];

test.each<[Holder, string]>([
  ["anyone", "任何参与者"],
  [{ party: "客户" }, "外部：客户"],
  [{ role: "qe" }, "品质工程师"],
  [{ role: "gone" }, "gone"],
  [{ person: { account: 3 } }, "人3"],
  [{ person: { name: "李四" } }, "李四"],
  [{ department: 2 }, "部门2"],
  [{ head: 2 }, "部门2负责人"],
])("%j is %s", (holder, said) => {
  expect(holderName(holder, NAMES, ROLES)).toBe(said);
});
