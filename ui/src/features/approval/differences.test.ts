import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../fields/registry";
import type { CaseView } from "../../types.gen";
import { compare, differences, parts } from "./differences";

const action = (id: number, of: object = {}) => ({
  id,
  kind: "corrective",
  what: `w${id}`,
  told: { zh: "", en: "" },
  due: null,
  ...of,
});
const found = (before: object[], after: object[]) =>
  compare(fieldsOf("actions"), { lines: before }, { lines: after }).map((one) => `${one.is} ${one.field} ${one.line}`);

describe("differences of lists", () => {
  it.each([
    ["nothing", [action(1)], [action(1)], []],
    ["a date moved", [action(1)], [action(1, { due: "2026-12-04" })], ["added lines.due 1"]],
    ["a text changed", [action(1), action(2)], [action(1), action(2, { what: "x" })], ["changed lines.what 2"]],
    ["a line more", [action(1)], [action(1), action(2)], ["added lines 2"]],
    ["a line less", [action(1), action(2)], [action(2)], ["removed lines 1"]],
    ["other order only", [action(1), action(2)], [action(2), action(1)], []],
  ])("%s", (_, before, after, expected) => expect(found(before, after)).toEqual(expected));
});

describe("differences of fields", () => {
  const plan = (of: object) => ({ remedy: null, text: "", told: { zh: "", en: "" }, cost: null, due: null, ...of });
  it("say how, and pass over what is empty either way", () => {
    const before = plan({ cost: 100, text: "a" });
    const after = plan({ remedy: "repair", text: "b", told: { zh: " ", en: "" } });
    const said = compare(fieldsOf("plan"), before, after).map((one) => `${one.is} ${one.field}`);
    expect(said).toEqual(["added remedy", "changed text", "removed cost"]);
  });
});

describe("differences of a round", () => {
  const row = (kind: string, round: number, counts: boolean, body: object) => ({
    rev: 1,
    counts,
    row: { kind, slot: "", round, body },
  });
  const view = (round: number) =>
    ({
      head: { round },
      sections: [
        row("causes", 1, true, { changed: "a" }),
        row("plan", 1, false, { text: "a" }),
        row("plan", 2, true, { text: "b" }),
        row("actions", 1, false, { lines: [action(1)] }),
        row("actions", 2, true, { lines: [action(1), action(2)] }),
      ],
    }) as unknown as CaseView;
  const said = (round: number) =>
    differences(view(round), ["causes", "actions", "plan"], fieldsOf).map(
      (one) => `${one.n} ${one.target}.${one.field}`,
    );
  it("are numbered through all sections", () => expect(said(2)).toEqual(["1 actions.lines", "2 plan.text"]));
  it("are none of what this round has not touched", () => expect(said(3)).toEqual([]));
});

describe("a changed text", () => {
  it.each([
    ["测对角线", "测对角线；首件确认", "测对角线", "", "；首件确认", ""],
    ["期限 12-10 前", "期限 12-04 前", "期限 ", "12-10", "12-04", " 前"],
    ["停线 15 分钟", "停线 25 分钟", "停线 ", "15", "25", " 分钟"],
    ["2026-11-21", "2026-12-04", "", "2026-11-21", "2026-12-04", ""],
    ["aaa", "aa", "", "aaa", "aa", ""],
    ["全部", "全部", "全部", "", "", ""],
  ])("%s → %s", (before, after, head, was, is, tail) => expect(parts(before, after)).toEqual({ head, was, is, tail }));
});
