import { expect, test } from "vitest";
import type { Procedure } from "../../../types.gen";
import { addRole, addStage, addTask, changed, does, fills, moveItem, removeRole, removeStage, removeTask } from "./ops";

const names = { stage: ["新阶段", "New stage"], task: ["新任务", "New task"] } as {
  stage: [string, string];
  task: [string, string];
};

/** Two stages: one that fills, one that approves and sends back. */
function small(): Procedure {
  const empty = {
    number: "P-1",
    role: [
      { id: "qe", name: { zh: "品质", en: "" } },
      { id: "gm", name: { zh: "总经理", en: "" } },
    ],
    form: [{ form: "F-3", boxes: [{ zh: "批准", en: "", tasks: ["approve"] }] }],
    reopen: [{ to: "plan", by: ["qe", "gm"] }],
    duty: [],
    stage: [{ id: "plan", name: { zh: "方案", en: "" }, task: [], exit: [{ to: ["approve"], when: {}, ends: [] }] }],
  } as unknown as Procedure;
  return changed(empty, (p) => {
    addTask(p, 0, "制定方案", "");
    const at = addStage(p, 0, names);
    const [plan, approve] = [p.stage[0], p.stage[at]];
    if (!plan || !approve) throw new Error("two stages");
    approve.id = "approve";
    const [task, sign] = [plan.task[0], approve.task[0]];
    if (!task || !sign) throw new Error("a task each");
    Object.assign(task, { id: "plan", by: ["qe"], fills: ["plan"], needs: ["plan.text"] });
    Object.assign(sign, {
      id: "approve",
      by: ["gm"],
      after: ["plan"],
      due: { from: "done:plan", escalate: [{ after: "1d", to: "qe" }] },
    });
    does(p, at, sign, "approve");
  });
}

test("the old one stays as it was", () => {
  const before = small();
  const after = changed(before, (p) => removeStage(p, 0));
  expect(before.stage).toHaveLength(2);
  expect(after.stage).toHaveLength(1);
});

test("a stage that is added leads to the one behind, with an id that nobody has", () => {
  const p = changed(small(), (copy) => {
    addStage(copy, 0, names);
  });
  expect(p.stage.map((stage) => stage.id)).toEqual(["plan", "stage_3", "approve"]);
  expect(p.stage[1]?.exit[0]?.to).toEqual(["approve"]);
  const ids = p.stage.flatMap((stage) => stage.task.map((task) => task.id));
  expect(new Set(ids).size).toBe(ids.length);
  const last = changed(p, (copy) => {
    addStage(copy, 2, names);
  });
  expect(last.stage.at(-1)?.exit[0]?.to).toEqual(["archive"]);
});

test("what is taken away is named nowhere any more", () => {
  const noTask = changed(small(), (p) => removeTask(p, 0, 0));
  expect(noTask.stage[1]?.task[0]?.after).toEqual([]);
  expect(noTask.stage[1]?.task[0]?.due?.from).toBe("entered");
  const noApproval = changed(small(), (p) => removeStage(p, 1));
  expect(noApproval.stage[0]?.exit[0]?.to).toEqual([]);
  expect(noApproval.form[0]?.boxes[0]?.tasks).toEqual([]);
  const noPlan = changed(small(), (p) => removeStage(p, 0));
  expect(noPlan.reopen).toEqual([]);
  const noRole = changed(small(), (p) => removeRole(p, 0));
  expect(noRole.stage[0]?.task[0]?.by).toEqual([]);
  expect(noRole.stage[1]?.task[0]?.due?.escalate).toEqual([]);
  expect(noRole.reopen[0]?.by).toEqual(["gm"]);
});

test("an approval has what makes it one, and covers what the others of its stage cover", () => {
  const p = changed(small(), (copy) => {
    const first = copy.stage[1]?.task[0];
    if (first?.signs) first.signs.covers = ["plan"];
    const n = addTask(copy, 1, "复核", "");
    const second = copy.stage[1]?.task[n];
    if (second) does(copy, 1, second, "approve");
  });
  expect(p.stage[1]?.task[1]).toMatchObject({
    fills: ["approval"],
    needs: ["approval.answer"],
    signs: { meaning: "approved", covers: ["plan"] },
  });
});

test("what a task does not fill it does not demand", () => {
  const p = changed(small(), (copy) => {
    const task = copy.stage[0]?.task[0];
    if (task) fills(task, ["validity"]);
  });
  expect(p.stage[0]?.task[0]).toMatchObject({ fills: ["validity"], needs: [] });
});

test("things move within their list and no farther", () => {
  const list = ["a", "b", "c"];
  expect(moveItem(list, 0, -1)).toBe(0);
  expect(moveItem(list, 0, 1)).toBe(1);
  expect(list).toEqual(["b", "a", "c"]);
  expect(moveItem(list, 2, 1)).toBe(2);
  const p = changed(small(), (copy) => addRole(copy, "质检", ""));
  expect(p.role.at(-1)).toEqual({ id: "role_3", name: { zh: "质检", en: "" } });
});
