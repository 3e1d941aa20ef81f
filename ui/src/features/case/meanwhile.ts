/** What others changed while somebody typed: shown field by field, and taken over only when it was seen. */
import type { Body } from "../../fields/registry";

const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);

export interface Meanwhile {
  /** Fields that others changed. */
  theirs: string[];
  /** Of these, fields that were typed over here too: the words here would win. */
  both: string[];
  /** What they saved, with what was typed here put over it. */
  merged: Body;
}

/** `base` is what both began from. */
export function meanwhile(base: Body, now: Body, typed: Body): Meanwhile {
  const names = [...new Set([...Object.keys(base), ...Object.keys(now), ...Object.keys(typed)])];
  const theirs = names.filter((name) => differs(base[name], now[name]));
  const mine = names.filter((name) => differs(base[name], typed[name]));
  const merged = { ...now, ...Object.fromEntries(mine.map((name) => [name, typed[name]])) };
  return { theirs, both: theirs.filter((name) => mine.includes(name) && differs(now[name], typed[name])), merged };
}
