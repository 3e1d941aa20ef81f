import { expect, test } from "vitest";
import type { Wanted } from "./first";
import { faults, initOf, NOTHING, pathOf } from "./first";

const FULL: Wanted = {
  ...NOTHING,
  path: "/data/kesu",
  plantZh: " 一厂 ",
  login: " admin ",
  name: "王敏",
  password: "八个字符的密码吧",
  again: "八个字符的密码吧",
};

test("what is missing is named, in the order of the screen", () => {
  const cases: [Partial<Wanted>, string[]][] = [
    [{}, []],
    [{ plantZh: " " }, ["plantZh"]],
    [{ plantZh: "", login: "", name: "" }, ["plantZh", "login", "name"]],
    [{ password: "1234567", again: "1234567" }, ["password"]],
    [{ again: "八个字符的密码呢" }, ["again"]],
    [{ sample: true, plantZh: "", login: "", name: "" }, []],
    [{ sample: true, password: "", again: "" }, ["password"]],
  ];
  for (const [some, fields] of cases) expect(Object.keys(faults({ ...FULL, ...some }))).toEqual(fields);
});

test("the sample never lies where the real data would", () => {
  expect(pathOf({ ...FULL, sample: true }, true)).toBe("/data/kesu-sample");
  expect(initOf({ ...FULL, sample: true }, true, "zh")).toEqual({
    path: "/data/kesu-sample",
    sample: true,
    password: FULL.password,
    language: "zh",
  });
  expect(initOf(FULL, false, "zh")).toEqual({
    plant: { zh: "一厂", en: "" },
    login: "admin",
    name: "王敏",
    password: FULL.password,
    language: "zh",
  });
});
