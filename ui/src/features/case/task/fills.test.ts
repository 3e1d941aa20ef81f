import { describe, expect, it } from "vitest";
import type { Fill, TaskView } from "../../../types.gen";
import type { TypedAll } from "./fills";
import { blockedHere, changed, isOffered, outdated, placeOf, standing } from "./fills";

const row = { task: "measures", slot: "", round: 1 } as TaskView["row"];
const NEEDS = ["actions.lines", "actions.lines.kind", "actions.lines.due"];
const task: TaskView = {
  row,
  void: false,
  offers: [],
  warnings: [],
  fills: [{ target: "actions", rev: 3, record: null, body: null, extra: {} }],
  blocked: [
    { why: "needs_role", by: ["responsible"] },
    { why: "missing", field: "actions.lines" },
    { why: "missing", field: "actions.lines.kind" },
    { why: "missing", field: "actions.lines.due" },
    { why: "missing", field: "causes.whys" },
  ],
};
const line = (of: object) => ({ id: 0, kind: null, what: "", due: null, ...of });
const typed = (lines: object[], rev = 3): TypedAll => ({ actions: { body: { lines }, extra: {}, rev } });
const missing = (all: TypedAll) =>
  blockedHere(task, NEEDS, all).flatMap((one) => (one.why === "missing" ? [one.field] : [`(${one.why})`]));

describe("what is missing on the screen", () => {
  const table: [string, TypedAll, string[]][] = [
    ["nothing typed", {}, ["(needs_role)", "actions.lines", "actions.lines.kind", "actions.lines.due", "causes.whys"]],
    [
      "a line without a date",
      typed([line({ kind: "corrective" })]),
      ["(needs_role)", "actions.lines.due", "causes.whys"],
    ],
    [
      "one of two lines without a kind",
      typed([line({ kind: "corrective", due: "2026-12-01" }), line({ due: "2026-12-01" })]),
      ["(needs_role)", "actions.lines.kind", "causes.whys"],
    ],
    ["all there", typed([line({ kind: "corrective", due: "2026-12-01" })]), ["(needs_role)", "causes.whys"]],
  ];
  it.each(table)("%s", (_, all, expected) => expect(missing(all)).toEqual(expected));

  it("calls missing what was emptied here although the house still has it", () => {
    const full: TaskView = {
      ...task,
      blocked: [],
      fills: [{ target: "plan", rev: 1, record: null, body: { remedy: "repair" }, extra: {} }],
    };
    expect(blockedHere(full, ["plan.remedy"], {})).toEqual([]);
    expect(blockedHere(full, ["plan.remedy"], { plan: { body: { remedy: null }, extra: {}, rev: 1 } })).toEqual([
      { why: "missing", field: "plan.remedy" },
    ]);
  });

  it("leads to the first line that lacks it", () => {
    const all = typed([line({ due: "2026-12-01" }), line({})]);
    expect(placeOf("actions.lines.due", task, all)).toBe("actions.lines.1.due");
    expect(placeOf("actions.lines", task, {})).toBe("actions.lines");
  });
});

it("an answer that was typed anew is judged by the house, not by what stands (A-4)", () => {
  const fill = { target: "approval", rev: 2, record: null, body: { answer: "rejected" }, extra: {} };
  const blocked = [{ why: "said_otherwise", field: "approval.answer" }] as TaskView["blocked"];
  const ahead = { ...task, blocked, fills: [fill] } as TaskView;
  const said = (answer: string) => ({ approval: { body: { answer }, extra: {}, rev: 2 } });
  expect(blockedHere(ahead, [], {})).toEqual(blocked);
  expect(blockedHere(ahead, [], said("rejected"))).toEqual(blocked);
  expect(blockedHere(ahead, [], said("approved"))).toEqual([]);
});

describe("what is sent", () => {
  it("is what differs from what stands", () => {
    const fill = task.fills[0];
    if (!fill) throw new Error("the task fills nothing");
    expect(changed(task, {})).toEqual([]);
    expect(changed(task, { actions: { ...standing(fill), rev: 3 } })).toEqual([]);
    expect(changed(task, typed([line({})]))).toEqual([fill]);
  });
  it("is nothing where the house only gave new lines their numbers", () => {
    const stood = {
      ...task,
      fills: [{ target: "actions", rev: 1, record: null, extra: {}, body: { lines: [line({ id: 1 })] } }],
    };
    expect(changed(stood, typed([line({ id: 0 })], 0))).toEqual([]);
    expect(outdated(stood, typed([line({ id: 0, what: "other" })], 0))).toEqual(stood.fills);
  });
  it("is outdated when it was typed on another revision", () => {
    expect(outdated(task, typed([line({})], 3))).toEqual([]);
    expect(outdated(task, typed([line({})], 2))).toEqual(task.fills);
  });
});

describe("what the house offers (I-6)", () => {
  const fill = { target: "assignment", rev: 0, record: null, body: { departments: [3] }, extra: {} } as Fill;
  const table: [string, Partial<Fill>, boolean][] = [
    ["a desk that nobody wrote yet", {}, true],
    ["one that was saved", { rev: 1 }, false],
    ["nothing", { body: null }, false],
    ["a record that is only begun", { target: "action_progress" }, false],
  ];
  it.each(table)("%s", (_, of, expected) => expect(isOffered({ ...fill, ...of })).toBe(expected));
});
