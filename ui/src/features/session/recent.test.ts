import { expect, test } from "vitest";
import { parseRecent, withRecent } from "./recent";

const person = (login: string) => ({ login, name: login.toUpperCase() });

test("who signs in comes first, once, and six are kept", () => {
  const before = ["a", "b", "c", "d", "e", "f"].map(person);
  expect(withRecent(before, person("c")).map((one) => one.login)).toEqual(["c", "a", "b", "d", "e", "f"]);
  expect(withRecent(before, person("g")).map((one) => one.login)).toEqual(["g", "a", "b", "c", "d", "e"]);
});

test("a storage that holds something else is as good as empty", () => {
  for (const text of [null, "", "{", "7", '{"login":"a"}', '[{"login":3,"name":"x"}, null]']) {
    expect(parseRecent(text)).toEqual([]);
  }
  expect(parseRecent('[{"login":"qe","name":"周建国"}, 5]')).toEqual([{ login: "qe", name: "周建国" }]);
});
