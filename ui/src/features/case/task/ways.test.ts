/** What else can be done with a task is what the procedure and the house offer, and nothing more. */
import { expect, test } from "vitest";
import type { Procedure, Task, TaskView } from "../../../types.gen";
import { goesOn } from "./save";
import { hintOf, waysOf } from "./ways";

const OF = {
  does: "approve",
  optional: true,
  ahead: true,
  paper: true,
  on_behalf: true,
  signs: null,
} as unknown as Task;

const PROCEDURE = {
  stage: [
    {
      task: [
        { id: "tracking", of: null, fills: ["tracking"] },
        { id: "inquire", of: "tracking", fills: ["tracking"] },
      ],
    },
  ],
} as unknown as Procedure;

function task(row: object = {}, more: Partial<TaskView> = {}): TaskView {
  const whole = { state: "open", slot: "", excuse: null, passed: null, asked: null, ...row };
  return { row: whole, blocked: [], offers: [], ...more } as unknown as TaskView;
}

test.each([
  ["all that the procedure allows", task(), ["not_needed", "reported", "paper", "behalf", "excuse"]],
  [
    "what was reported ahead is not reported again",
    task({ state: "ahead" }),
    ["not_needed", "paper", "behalf", "excuse"],
  ],
  ["what is merely to be read", task({ slot: "told:gm" }), []],
  ["what is closed", task({}, { blocked: [{ why: "read_only" }] }), []],
  [
    "one's own work is excused by somebody else",
    task({}, { blocked: [{ why: "own_work", task: "plan" }] }),
    ["not_needed", "reported", "paper", "behalf"],
  ],
  [
    "what the house offers comes after",
    task({}, { blocked: [{ why: "not_now", stage: "x" }], offers: ["take_back", "move"] }),
    ["take_back", "move"],
  ],
  [
    "whoever passed it on takes it back",
    task({ slot: "told:x", passed: { by: 1 } }, { offers: ["pass"] }),
    ["pass_back"],
  ],
  ["somebody else passes it on", task({ slot: "told:x", passed: { by: 2 } }, { offers: ["pass"] }), ["pass"]],
])("%s", (_name, of, ways) => {
  expect(waysOf(of, OF, 1)).toEqual(ways);
});

test("taking back says whether a signature goes, or only the question", () => {
  const signed = { ...OF, signs: { meaning: "approved", covers: [] } } as unknown as Task;
  expect(hintOf("take_back", task(), OF)).toBe("take_back");
  expect(hintOf("take_back", task(), signed)).toBe("take_back_signed");
  expect(hintOf("take_back", task({ asked: { by: 1 } }), signed)).toBe("take_back_question");
});

test("money that is held back is a record under way until it is released", () => {
  expect(goesOn(PROCEDURE, "release", "collection_hold", { released: null })).toBe(true);
  expect(goesOn(PROCEDURE, "release", "collection_hold", { released: "yes" })).toBe(false);
  expect(goesOn(PROCEDURE, "samples", "sample", { received_on: null })).toBe(false);
});

test("a record is under way while another task goes on with it", () => {
  expect(goesOn(PROCEDURE, "tracking", "tracking", {})).toBe(true);
  expect(goesOn(PROCEDURE, "inquire", "tracking", {})).toBe(false);
});
