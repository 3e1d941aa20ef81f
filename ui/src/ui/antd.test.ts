import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UNUSED } from "../../vite.antd";

/** Classes of a component that are not its name in small letters, and components that it brings along. */
const CLASSES: Record<string, string[]> = {
  AutoComplete: ["select"],
  Button: ["btn"],
  DatePicker: ["picker"],
  Grid: ["row", "col"],
  Col: ["col"],
  Row: ["row"],
  ColorPicker: ["color"],
  FloatButton: ["float"],
  TreeSelect: ["tree", "select"],
  Cascader: ["cascader", "select"],
};

test("no component whose style is left out is used", () => {
  const src = join(import.meta.dirname, "..");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const used = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(src, file), "utf8");
    for (const [, names = ""] of text.matchAll(/import (?:type )?\{([^}]*)\} from "antd"/g)) {
      for (const name of names.split(",")) {
        const [component = ""] = name
          .trim()
          .replace(/^type /, "")
          .split(" as ");
        for (const its of CLASSES[component] ?? [component.toLowerCase()]) used.add(its);
      }
    }
  }
  expect(used.size).toBeGreaterThan(15);
  expect(UNUSED.filter((one) => used.has(one))).toEqual([]);
});
