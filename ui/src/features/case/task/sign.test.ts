import { describe, expect, it } from "vitest";
import { differing, rowsOf } from "./sign";

const text = (rows: string[]) =>
  ["kesu-manifest-2", "case\tKS-2026-0001", ...rows, "file\tab", "head\t12-ff", ""].join("\n");
const CAUSES = "row\tcauses\t\t1\t3\taa";

describe("the rows of a manifest", () => {
  it("are read from its lines", () => {
    expect(rowsOf(text([CAUSES, "row\tevaluation\tevaluate_dept/2\t1\t1\tcc"]))).toEqual([
      { kind: "causes", slot: "", round: 1, rev: 3 },
      { kind: "evaluation", slot: "evaluate_dept/2", round: 1, rev: 1 },
    ]);
  });
  it.each([
    ["nothing", [CAUSES], [CAUSES], []],
    ["another revision", [CAUSES], ["row\tcauses\t\t1\t4\tdd"], ["causes"]],
    ["a row more", [CAUSES], [CAUSES, "row\tplan\t\t1\t1\tee"], ["plan"]],
    ["a row less", [CAUSES, "row\tplan\t\t1\t1\tee"], [CAUSES], ["plan"]],
  ])("differ by %s", (_, before, after, kinds) => {
    expect(differing(text(before), text(after))).toEqual(kinds);
  });
});
