/** A list of the procedure as choices. Codes with dots are a tree: `3.4` stands under `3`, and is named with it. */
import type { List } from "../types.gen";
import { named } from "../words/i18n";

export interface Choice {
  value: string;
  /** The whole way from the root, which is what is searched and what is shown once it is chosen. */
  label: string;
  /** Its own name. */
  name: string;
  /** How deep it stands; 0 at the root. */
  depth: number;
}

const SEPARATOR = " / ";

export function choicesOf(list: List): Choice[] {
  const names = new Map(list.items.map((item) => [item.code, named(item)]));
  return list.items.map((item) => {
    const above = aboveOf(item.code).filter((code) => names.has(code));
    const way = [...above, item.code].map((code) => names.get(code) ?? code);
    return { value: item.code, label: way.join(SEPARATOR), name: named(item), depth: above.length };
  });
}

/** `1`, `1.2` of `1.2.3`. */
function aboveOf(code: string): string[] {
  const parts = code.split(".");
  return parts.slice(0, -1).map((_, n) => parts.slice(0, n + 1).join("."));
}
