/** Every word that a page asks for is in both languages, and no word is left over that nobody asks for. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import en from "../../../words/ui.en.json";
import zh from "../../../words/ui.zh.json";

const SRC = join(import.meta.dirname, "..");

function keysOf(words: object, at = ""): string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === "string" ? [`${at}${name}`] : keysOf(word as object, `${at}${name}.`),
  );
}

function placesOf(words: object, key: string): string[] {
  let word: unknown = words;
  for (const part of key.split(".")) word = (word as Record<string, unknown>)[part];
  return [...String(word).matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? "").sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(gen|test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Keys that stand whole in a source, and beginnings of those that are put together: `ui.weekday.${day}`. */
const ASKED = new Map<string, string>();
const BEGUN = new Set<string>();
for (const path of sources(SRC)) {
  const text = readFileSync(path, "utf8");
  for (const [, key = ""] of text.matchAll(/["'`](ui\.[a-z0-9_.]+[a-z0-9_])["'`]/g))
    ASKED.set(key, relative(SRC, path));
  for (const [, key = ""] of text.matchAll(/[`"'](ui\.[a-z0-9_.]*)\$\{/g)) BEGUN.add(key);
}

describe("words of the form set", () => {
  test("both languages have the same keys and the same gaps to fill", () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort());
    for (const key of keysOf(zh)) expect(placesOf(en, key), key).toEqual(placesOf(zh, key));
  });

  test("what a page asks for is there", () => {
    const known = new Set(keysOf(zh).map((key) => `ui.${key}`));
    const groups = [...ASKED].filter(
      ([key]) => !known.has(key) && ![...known].some((one) => one.startsWith(`${key}.`)),
    );
    expect(groups).toEqual([]);
  });

  test("nothing is left over", () => {
    const asked = (key: string) =>
      ASKED.has(key) ||
      [...BEGUN].some((begun) => key.startsWith(begun)) ||
      [...ASKED.keys()].some((one) => key.startsWith(`${one}.`));
    expect(
      keysOf(zh)
        .map((key) => `ui.${key}`)
        .filter((key) => !asked(key)),
    ).toEqual([]);
  });

  test("Chinese is Chinese", () => {
    const latin = keysOf(zh).filter((key) => {
      let word: unknown = zh;
      for (const part of key.split(".")) word = (word as Record<string, unknown>)[part];
      return (
        !/[\u4e00-\u9fff]/.test(String(word).replace(/\{\{\w+\}\}/g, "")) &&
        /[a-z]{4,}/i.test(String(word).replace(/\{\{\w+\}\}/g, ""))
      );
    });
    // The name of the language is written in the language.
    expect(latin.filter((key) => key !== "product" && key !== "session.en")).toEqual([]);
  });
});
