/** Stories as they are written in tests/scenarios; `tests/src/story.rs` reads the same files for the terminal. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { ROOT } from "./program";

export type Said = string | number | bigint | boolean | Said[] | { [name: string]: Said };
export type Fill = Record<string, Record<string, Said>>;

export interface Named {
  code: string;
  zh: string;
  en?: string;
  /** Of a department: the login of its head. */
  head?: string;
}

export interface Form {
  id: string;
  lang: "zh" | "en" | "both";
  accept_gaps?: boolean;
  reads?: string[];
}

export interface Then {
  stage?: string;
  round?: number;
  state?: string;
  open?: string[];
  void?: string[];
  set_aside?: string[];
  shows?: Fill;
}

export interface Step {
  say?: string;
  who: string;
  task?: string;
  slot?: string | number;
  how?: "do" | "unsigned" | "save" | "not_needed" | "reported" | "excuse" | "reopen" | "issue";
  attach?: string[];
  fill?: Fill;
  /** The state in which a record is saved: the page itself knows which go on after their task. */
  state?: "open" | "done";
  reason?: string;
  paper?: { who: string; of?: string; form?: Form; scan: string };
  behalf?: { who: string; source: string };
  form?: Form;
  to?: string;
  refused?: string[];
  then?: Then;
}

export interface Story {
  title: string;
  procedure: string;
  org: string;
  account: { login: string; name: string; roles: string[]; department?: string }[];
  department?: Named[];
  customer: Named[];
  product?: Named[];
  register: { who: string; fill: Record<string, Said>; then?: Then };
  step: Step[];
  row: Record<string, Said>;
  counts?: { tasks: number; fields: number };
}

export function story(name: string): Story {
  const text = readFileSync(join(ROOT, "tests/scenarios", `${name}.toml`), "utf8");
  return parse(text) as unknown as Story;
}

/** `now`, `now-26h`, `today+14d`: said from now, as in `tests/src/time.rs`; at the plant's clock, as a picker takes it. */
export function moment(said: string): string {
  const at = /^now(?:([+-]\d+)([hd]))?$/.exec(said);
  if (!at) return said;
  return plant(shift(at)).replace("T", " ").slice(0, 16);
}

export function day(said: string): string {
  const at = /^today(?:([+-]\d+)([hd]))?$/.exec(said);
  if (!at) return said;
  return plant(shift(at)).slice(0, 10);
}

function shift(at: RegExpExecArray): number {
  return Number(at[1] ?? 0) * (at[2] === "d" ? 24 : 1) * 3_600_000;
}

/** China has had no summer time since 1991. */
function plant(shifted: number): string {
  return new Date(Date.now() + shifted + 8 * 3_600_000).toISOString();
}
