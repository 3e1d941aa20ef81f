import { describe, expect, it } from "vitest";
import { groupOf, insertAfter, removeAt, rootOf } from "./chain";

const why = (id: number, branch: string, cause = `c${id}`) => ({ id, branch, cause });
const LINES = [why(1, "occurrence"), why(2, "escape"), why(3, "occurrence"), why(4, "system", " ")];
const ids = (lines: { id: number }[]) => lines.map((line) => line.id);

describe("lines of several chains in one list", () => {
  const chain = groupOf(LINES, "branch", "occurrence");
  it("are found with their places", () => expect(chain.map((one) => one.at)).toEqual([0, 2]));
  it.each([
    ["behind the first of its chain", chain, 0, [1, 0, 2, 3, 4]],
    ["behind the last of its chain", chain, 5, [1, 2, 3, 0, 4]],
    ["at the end, where the chain is new", [], 0, [1, 2, 3, 4, 0]],
  ])("take a new one %s", (_, group, n, expected) =>
    expect(ids(insertAfter(LINES, group, n, why(0, "occurrence")))).toEqual(expected),
  );
  it("keep their ids when another goes", () => expect(ids(removeAt(LINES, 1))).toEqual([1, 3, 4]));
  it("have the last that says something as root", () => {
    expect(rootOf(chain)?.id).toBe(3);
    expect(rootOf(groupOf(LINES, "branch", "system"))).toBeUndefined();
  });
});
