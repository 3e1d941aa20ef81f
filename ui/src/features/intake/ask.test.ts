import { expect, test } from "vitest";
import type { Post, Procedure } from "../../types.gen";
import { besides, besidesOfLine, hasPost, meant, neededBy } from "./ask";

function procedure(number: string, roles: string[], needs: string[] = []) {
  const task = { id: "receive", needs };
  return { number, role: roles.map((id) => ({ id })), stage: [{ task: [task] }] } as unknown as Procedure;
}

function post(role: string, of: string | null = null): Post {
  const times = { from: null, until: null, deputy_for: null };
  return { account: 1, role, procedure: of, plant: 1, department: null, ...times };
}

const KS = { id: 1, procedure: procedure("P-KS", ["sales", "qe"]) };
const PD = { id: 2, procedure: procedure("P-PD", ["service", "sales"]) };

test("what the page asks of everybody is not asked again because a procedure needs it", () => {
  const needs = ["complaint.words", "complaint.issue", "complaint.category", "complaint.lines", "complaint.lines.name"];
  const needed = neededBy(procedure("P-PD", [], [...needs, "complaint.lines.lot", "capa.source"]));
  expect(besides(needed)).toEqual(["issue", "category"]);
  expect(besidesOfLine(needed)).toEqual(["name"]);
});

test("a post for one procedure is none in another", () => {
  expect(hasPost(KS.procedure, [post("sales")])).toBe(true);
  expect(hasPost(KS.procedure, [post("sales", "P-PD")])).toBe(false);
  expect(hasPost(KS.procedure, [post("admin")])).toBe(false);
});

test("meant is what was chosen, else what was used last, else the first with a post", () => {
  const all = [KS, PD];
  expect(meant(all, "P-PD", "P-KS", [post("sales")])).toBe(PD);
  expect(meant(all, null, "P-PD", [post("sales")])).toBe(PD);
  expect(meant(all, null, "P-KS", [post("service")])).toBe(PD);
  expect(meant(all, null, "P-OLD", [post("sales")])).toBe(KS);
  expect(meant(all, null, null, [])).toBe(KS);
  expect(meant([], null, null, [])).toBeUndefined();
});
