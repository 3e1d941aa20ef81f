/** The way ahead guesses nothing, the ball is with who is due first, and one command is one line of the timeline. */

import { expect, test } from "vitest";
import { addressOf, taskAt } from "../../data/address";
import { slotOf } from "../../data/told";
import type { CaseView, Procedure, TaskView, TimelineEntry } from "../../types.gen";
import type { House } from "./holder";
import { holderOf } from "./holder";
import { meanwhile } from "./meanwhile";
import { ballTask, isMine } from "./stand";
import { linesOf } from "./timeline";
import { aheadOf, wayOf } from "./way";

const exit = (to: string, when = {}) => ({ to: [to], when, now: false, ends: [], reopens: false });
const stage = (id: string, ...exits: unknown[]) => ({ id, name: { zh: id, en: "" }, task: [], exit: exits });
const PROCEDURE = {
  stage: [
    stage("intake", exit("judge")),
    stage(
      "judge",
      exit("explain", { validity: "not_established" }),
      exit("cause", { validity: ["established", "partly"] }),
    ),
    stage("explain", exit("archive")),
    stage("cause", exit("effect")),
    stage("effect", exit("cause", { effect: "not_effective" }), exit("archive", { effect: "effective" })),
  ],
} as unknown as Procedure;

function task(id: string, more: Partial<TaskView["row"]> = {}, blocked: TaskView["blocked"] = []): TaskView {
  const row = {
    stage: "judge",
    task: id,
    slot: "",
    round: 1,
    state: "open",
    opened: null,
    done_at: null,
    hand: null,
    reason: "",
    moved: [],
    passed: null,
    asked: null,
    taken_back: [],
    said: {},
  };
  return { row: { ...row, ...more }, blocked, void: false, fills: [], offers: [] } as unknown as TaskView;
}

function view(more: Partial<CaseView> = {}): CaseView {
  const head = { stage: "judge", way: ["intake", "judge"], pauses: [], reopened: [], archived_at: null, links: {} };
  return { head, tasks: [], clocks: [], sections: [], records: [], signatures: [], ...more } as unknown as CaseView;
}

test.each([
  ["it parts where nothing has decided", {}, [], true],
  ["a verdict decides, and going back is not ahead", { validity: "partly" }, ["cause", "effect", "archive"], false],
  ["the other verdict is another way", { validity: "not_established" }, ["explain", "archive"], false],
])("%s", (_name, facts, ahead, parts) => {
  expect(aheadOf(PROCEDURE, "judge", ["intake"], facts)).toEqual({ ahead, parts });
});

const due = (id: string, at: string) =>
  ({ key: { task: id, slot: "", round: 1 }, due: at }) as CaseView["clocks"][number];

test("a stage that is past its deadline is late, and paused comes before late", () => {
  const open = view({ tasks: [task("a")], clocks: [due("a", "2026-11-20")] });
  expect(wayOf(open, PROCEDURE, "2026-11-21").steps.map((step) => step.state)).toEqual(["done", "late"]);
  const pauses = [{ from: "2026-11-19", until: null, reason: "", holder: "", customer_agreed: false }];
  const paused = { ...open, head: { ...open.head, pauses } };
  expect(wayOf(paused, PROCEDURE, "2026-11-21").steps.at(-1)?.state).toBe("paused");
});

test("the ball is with the open task that falls due first", () => {
  const tasks = [task("late", { state: "done" }), task("b"), task("a")];
  expect(ballTask(view({ tasks, clocks: [due("b", "2026-11-22"), due("a", "2026-11-21")] }))?.row.task).toBe("a");
});

test("a task of another role, or of one's own work to approve, is not mine", () => {
  expect(isMine(task("a", {}, [{ why: "missing", field: "x.y" }]))).toBe(true);
  expect(isMine(task("a", {}, [{ why: "needs_role", by: ["gm"] }]))).toBe(false);
  expect(isMine(task("a", {}, [{ why: "own_work", task: "b" }]))).toBe(false);
});

test("a task is named by the address", () => {
  const rows = [task("evaluate_dept", { slot: "3" }), task("evaluate_dept", { slot: "3", round: 2 }), task("judge")];
  expect(taskAt("evaluate_dept,3,1", rows)).toEqual({ task: "evaluate_dept", slot: "3", round: 1 });
  // Where no round is said, the newest row is meant; a row of another case is none.
  expect(taskAt("evaluate_dept,3", rows)).toEqual({ task: "evaluate_dept", slot: "3", round: 2 });
  expect(taskAt("evaluate_dept,4", rows)).toBeNull();
  expect(taskAt(null, rows)).toBeNull();
  const key = { task: "evaluate_dept", slot: "3", round: 2 };
  expect(taskAt(new URLSearchParams(addressOf(7, key, false).split("?")[1]).get("task"), rows)).toEqual(key);
});

const entry = (seq: number, tx: number, action: string, kind: string, subject: number, rev = 1) =>
  ({ seq, tx, at: `t${tx}`, actor: 1, action, kind, subject, rev, reason: "" }) as unknown as TimelineEntry;

test("what one command wrote is one line, the newest first, named by what it did", () => {
  const tasks = [task("judge", { state: "done", done_at: "t3" }), task("cause", { stage: "cause", opened: "t3" })];
  const sections = [{ rev: 2, counts: true, row: { kind: "validity", slot: "", round: 1 } }] as CaseView["sections"];
  const lines = linesOf(
    [
      entry(1, 1, "section_save", "section", 9),
      entry(2, 2, "section_save", "section", 9, 2),
      entry(3, 3, "task_do", "task", 4, 2),
      entry(4, 3, "task_do", "task", 5),
    ],
    view({ tasks, sections }),
  );
  expect(lines.map((line) => [line.did, line.about?.id, line.to])).toEqual([
    ["task_do", "judge", ["cause"]],
    ["section_save_again", "validity", []],
    ["section_save_first", "validity", []],
  ]);
});

test("a void signature is marked, and rows that are not all seen name nothing wrong", () => {
  const signature = {
    id: 7,
    task: { task: "close", slot: "", round: 1 },
    void: true,
  } as CaseView["signatures"][number];
  const lines = linesOf(
    [
      entry(1, 1, "case_sign", "signature", 7),
      entry(2, 2, "section_save", "section", 1),
      entry(3, 2, "section_save", "section", 2),
    ],
    view({ signatures: [signature], sections: [{ row: { kind: "plan" } }] as CaseView["sections"] }),
  );
  expect(lines.map((line) => [line.mark, line.about?.id])).toEqual([
    ["event", undefined],
    ["void", "close"],
  ]);
});

test("what others changed stays where it was not typed over, and both is said", () => {
  const base = { contact: "a", phone: "1", address: "" };
  const now = { contact: "b", phone: "2", address: "" };
  const found = meanwhile(base, now, { contact: "a", phone: "3", address: "x" });
  expect(found).toEqual({
    theirs: ["contact", "phone"],
    both: ["phone"],
    merged: { contact: "b", phone: "3", address: "x" },
  });
});

test.each([
  ["", { sort: "own", name: "", line: "" }],
  ["3", { sort: "own", name: "", line: "3" }],
  ["told:responsible.head", { sort: "told", name: "responsible.head", line: "" }],
  ["told:each/3", { sort: "told", name: "each", line: "3" }],
  ["added:7", { sort: "added", name: "7", line: "" }],
  ["added:7/3", { sort: "added", name: "7", line: "3" }],
])("the slot %j says whose row it is", (slot, said) => {
  expect(slotOf(slot)).toEqual(said);
});

const NAMES = { account: (id: number) => `#${id}`, who: () => "", department: () => "" } as unknown as House["names"];
const HOUSE: House = { people: [], departments: [], names: NAMES, today: "2026-11-24" };

test.each([
  ["whom it was passed to", { passed: { to: 4, by: 2, reason: "", at: "" } }, ["#4"]],
  ["who was asked beside the holder", { slot: "added:7/3" }, ["#7"]],
  ["nobody by name where only the role is known", {}, []],
])("a task is held by %s", (_name, more, names) => {
  expect(holderOf(task("judge", more).row, view(), PROCEDURE, HOUSE).names).toEqual(names);
});

test("what is merely to be read holds no ball", () => {
  expect(ballTask(view({ tasks: [task("judge", { slot: "told:gm" })] }))).toBeUndefined();
});

test.each([
  ["task_pass", { passed: { to: 4, by: 2, reason: "r", at: "t1" } }, "task_pass_to", 4, null],
  ["task_ask", { slot: "added:7", asked: { by: 2, reason: "r", at: "t1" } }, "task_ask_to", 7, null],
  ["task_move", { moved: [{ to: "2026-12-01", reason: "r", by: 2, at: "t1" }] }, "task_move_to", null, "2026-12-01"],
  // Passed on once more since: to whom the first time is no longer known, and nobody is named for it.
  ["task_pass", { passed: { to: 5, by: 4, reason: "r", at: "t9" } }, "task_pass", null, null],
] as const)("%s says to whom, and until when", (action, more, did, who, until) => {
  const tasks = [task("judge", more as never)];
  const [line] = linesOf([entry(1, 1, action, "task", 4, 2)], view({ tasks }));
  expect([line?.did, line?.about?.id, line?.who, line?.until]).toEqual([did, "judge", who, until]);
});

test.each([
  ["an end that was approved", { stopped: { at: "t1" } }, "case_void", "void"],
  ["a request that waits", { void_asked: { at: "t1" } }, "case_void_asked", "event"],
  ["an answer, or a request that was answered", {}, "case_void_step", "event"],
])("of a void number, %s", (_name, head, did, mark) => {
  const shown = view();
  const [line] = linesOf([entry(1, 1, "case_void", "case", 1, 2)], {
    ...shown,
    head: { ...shown.head, ...head },
  } as unknown as CaseView);
  expect([line?.did, line?.mark]).toEqual([did, mark]);
});
