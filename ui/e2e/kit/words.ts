/** The words on the screen, in Chinese, by their keys. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./program";

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, "words", name), "utf8")) as Words;
interface Words {
  [name: string]: string | Words;
}
const catalogue: Words = { ...read("zh.json"), ui: read("ui.zh.json") };

/** The word of a key; a group answers with its own name `_`. */
export function zh(key: string, values: Record<string, string | number> = {}): string {
  let found: string | Words | undefined = catalogue;
  for (const part of key.split(".")) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found === "object") found = found._;
  if (typeof found !== "string") throw new Error(`no word ${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}
