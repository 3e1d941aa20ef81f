import { expect, test } from "vitest";
import type { Procedure } from "../../../types.gen";
import { newDuty, newField, newForm, newItem, newLimit, newReopen, newRole, newTell } from "./make";
import {
  addStage,
  addTask,
  changed,
  does,
  fills,
  moveField,
  moveItem,
  removeDocument,
  removeField,
  removeRole,
  removeStage,
  removeTask,
} from "./ops";

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
    list: [],
    field: [],
    limit: [],
    document: [{ id: "rules", number: "–", version: "", title: { zh: "奖惩规定", en: "" } }],
    desk: [
      { when: { class: "quality" }, by: "qe" },
      { when: {}, by: "gm" },
    ],
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
  expect(noRole.desk.map((desk) => desk.by)).toEqual(["gm"]);
  const cited = changed(small(), (p) => {
    const task = p.stage[0]?.task[0];
    if (task) task.cites = ["rules"];
    removeDocument(p, 0);
  });
  expect(cited.document).toEqual([]);
  expect(cited.stage[0]?.task[0]?.cites).toEqual([]);
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
});

test("what is new has an id that nothing has", () => {
  const p = small();
  expect(newRole(p).id, "nor a role of another procedure").toBe("P-1_role_3");
  expect(newRole({ ...p, number: "QP 8.2/3" }).id, "as ids are written").toBe("QP-8-2-3_role_3");
  const duty = newDuty(p);
  const both = changed(p, (copy) => {
    copy.duty.push(duty);
    addTask(copy, 0, "再一项", "");
    copy.duty.push(newDuty(copy));
  });
  const ids = [...both.stage.flatMap((stage) => stage.task), ...both.duty].map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  const items = [{ code: "item_2", zh: "甲", en: "" }];
  expect(newItem(items).code).toBe("item_3");
});

test("what is new says what is not said yet", () => {
  const p = small();
  expect(newForm(p, ["F-1", "F-3"]).form).toBe("F-1");
  expect(newReopen(p).to).toBe("approve");
  const first = newTell(p, []);
  expect([first.to, newTell(p, [first]).to]).toEqual(["qe", "gm"]);
});

test("a limit that is added stands under the others of its amount", () => {
  const none = small();
  expect(newLimit(none)).toEqual({ limit: { fact: "cost", word: "step_1", from: 1_000_000 }, place: 0 });
  none.limit = [
    { fact: "amount", word: "much", from: 1_000_000 },
    { fact: "amount", word: "step_3", from: 2_000_000 },
  ];
  expect(newLimit(none)).toEqual({ limit: { fact: "amount", word: "step_4", from: 500_000 }, place: 0 });
});

/** With a field of its own that a task demands, a deadline counts from, and a list is of. */
function own(): Procedure {
  return changed(small(), (p) => {
    p.field = [{ ...newField(p), section: "plan", name: "tested" }];
    p.list = [{ id: "tests", name: { zh: "检验", en: "" }, of: "plan.tested", items: [] }];
    const task = p.stage[0]?.task[0];
    if (!task) throw new Error("a task");
    task.needs = ["plan.text", "plan.tested"];
    task.ahead = { span: "1d", from: "field:plan.tested", pausable: true, remind: [], escalate: [] };
  });
}

const saysOf = (p: Procedure) => {
  const task = p.stage[0]?.task[0];
  return { needs: task?.needs, from: task?.ahead?.from, of: p.list[0]?.of };
};

test("what named a field of its own follows when it is called otherwise, and forgets it when it is gone", () => {
  const called = changed(own(), (p) => moveField(p, 0, { name: "measured" }));
  expect(saysOf(called)).toEqual({
    needs: ["plan.text", "plan.measured"],
    from: "field:plan.measured",
    of: "plan.measured",
  });
  const moved = changed(own(), (p) => moveField(p, 0, { section: "causes" }));
  expect(saysOf(moved)).toEqual({
    needs: ["plan.text", "causes.tested"],
    from: "field:causes.tested",
    of: "causes.tested",
  });
  const gone = changed(own(), (p) => removeField(p, 0));
  expect(saysOf(gone)).toEqual({ needs: ["plan.text"], from: "entered", of: null });
});

test("a name that another field has takes nothing from it", () => {
  const taken = changed(own(), (p) => {
    p.field.push({ ...newField(p), section: "plan", name: "weighed" });
    moveField(p, 0, { name: "weighed" });
  });
  expect(saysOf(taken)).toEqual(saysOf(own()));
  const freed = changed(taken, (p) => moveField(p, 0, { name: "tested" }));
  expect(saysOf(freed)).toEqual(saysOf(own()));
  expect(saysOf(changed(taken, (p) => removeField(p, 1)))).toEqual(saysOf(own()));
});
