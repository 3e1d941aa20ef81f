/** Keys beside an input method. */
import { describe, expect, test } from "vitest";
import { isComposing, nameOf } from "./keys";

const key = (name: string, more: KeyboardEventInit & { keyCode?: number } = {}) =>
  Object.assign(new KeyboardEvent("keydown", { key: name, ...more }), more.keyCode ? { keyCode: more.keyCode } : {});

describe("an input method keeps its keys", () => {
  test.each([
    ["a plain Enter", key("Enter"), false],
    ["Enter while composing", key("Enter", { isComposing: true }), true],
    ["the code that stands for an input method", Object.defineProperty(key("Enter"), "keyCode", { value: 229 }), true],
  ])("%s", (_, event, composing) => {
    expect(isComposing(event)).toBe(composing);
  });

  test("from the start of a composition to its end, and for the Enter that ends it", () => {
    document.dispatchEvent(new Event("compositionstart"));
    expect(isComposing(key("a"))).toBe(true);
    document.dispatchEvent(new Event("compositionend"));
    // WebKit sends this Enter without `isComposing`.
    expect(isComposing(key("Enter"))).toBe(true);
    expect(isComposing(key("b"))).toBe(false);
  });

  test.each([
    [key("Enter", { ctrlKey: true }), "Ctrl+Enter"],
    [key("K", { metaKey: true }), "Ctrl+k"],
    [key("n", { altKey: true }), "Alt+n"],
    [key("F6"), "F6"],
    [key("Tab", { shiftKey: true }), "Shift+Tab"],
  ])("names %#", (event, name) => {
    expect(nameOf(event)).toBe(name);
  });
});
