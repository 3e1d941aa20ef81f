import { describe, expect, it } from "vitest";
import type { Twig } from "../../../../types.gen";
import { cut, draw } from "./fishbone";

const twig = (bone: Twig["bone"], cause = "x"): Twig => ({ id: 0, bone, cause, standing: null });

describe("the fishbone", () => {
  it("has six bones, and management where somebody wrote there", () => {
    expect(draw([]).bones.map((bone) => bone.bone)).toHaveLength(6);
    expect(
      draw([twig("management")])
        .bones.filter((bone) => bone.up)
        .at(-1)?.bone,
    ).toBe("management");
  });
  it("keeps every twig on its bone, between label and spine, a line apart", () => {
    const { bones, spine, height } = draw(Array.from({ length: 9 }, () => twig("method")));
    const method = bones.find((bone) => bone.bone === "method");
    const ys = method?.twigs.map((one) => one.y) ?? [];
    expect(ys).toHaveLength(9);
    for (const y of ys) expect(y > spine && y < height).toBe(true);
    for (const [n, y] of ys.slice(1).entries()) expect(Math.abs(y - (ys[n] ?? 0))).toBeGreaterThan(18);
    for (const one of method?.twigs ?? []) expect(one.x > (method?.x ?? 0) && one.x < (method?.joint ?? 0)).toBe(true);
  });
  it("leaves out what says nothing", () => {
    expect(draw([twig("people", " ")]).bones[0]?.twigs).toEqual([]);
  });
  it("cuts by width, Chinese as two", () => {
    expect(cut("酸洗槽温偏低", 8)).toBe("酸洗槽温…");
    expect(cut("pickling", 8)).toBe("pickling");
  });
});
