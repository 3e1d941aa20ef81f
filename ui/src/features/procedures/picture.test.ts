import { expect, test } from "vitest";
import { BOX, draw, END, type StageIn } from "./picture";

const stage = (id: string, lane: string, ...exits: [string, string][]): StageIn => ({
  id,
  tasks: [{ id: `${id}.task`, lane }],
  exits: exits.map(([to, label]) => ({ to, label })),
});

const STAGES = [
  stage("intake", "sales", ["judge", ""]),
  stage("judge", "qe", ["explain", "不成立"], ["cause", "成立"]),
  stage("explain", "sales", [END, "接受"], ["judge", "不接受"]),
  stage("cause", "qe", [END, ""]),
];

test("every exit has a line, and only those that go back are dashed", () => {
  const { lines } = draw(STAGES);
  expect(lines.map((line) => [line.from, line.to, line.back])).toEqual([
    ["intake", "judge", false],
    ["judge", "explain", false],
    ["judge", "cause", false],
    ["explain", END, false],
    ["explain", "judge", true],
    ["cause", END, false],
  ]);
});

test("boxes of one lane lie in one row, and no two overlap", () => {
  const many: StageIn = { id: "many", tasks: ["a", "b", "c"].map((id) => ({ id, lane: "qe" })), exits: [] };
  const { boxes, lanes, height } = draw([...STAGES, many]);
  for (const box of boxes) {
    const clash = boxes.filter((other) => other.x === box.x && Math.abs(other.y - box.y) < BOX.height);
    expect(clash).toEqual([box]);
  }
  const qe = lanes.find((lane) => lane.name === "qe");
  const inside = boxes.filter((box) => box.stage === "many");
  expect(inside.every((box) => qe && box.y >= qe.y && box.y + BOX.height <= qe.y + qe.height)).toBe(true);
  expect(Math.max(...boxes.map((box) => box.y + BOX.height))).toBeLessThanOrEqual(height);
});

test("words of lines on one height do not cover one another", () => {
  const { lines } = draw(STAGES);
  for (const [n, one] of lines.entries()) {
    for (const other of lines.slice(n + 1)) {
      if (one.at.width === 0 || other.at.width === 0 || one.at.y !== other.at.y) continue;
      const apart = one.at.x + one.at.width <= other.at.x || other.at.x + other.at.width <= one.at.x;
      expect(apart, `${one.label} and ${other.label}`).toBe(true);
    }
  }
});
