/** What was changed between two rounds of a section: field by field, and of lists line by line, by the lines' own ids. */
import type { Body, FieldInfo } from "../../fields/registry";
import { isFilled } from "../../fields/registry";
import type { CaseView, Section, SectionView } from "../../types.gen";

export interface Difference {
  /** Counts through all sections of the page; the number that stands at the place and in the list. */
  n: number;
  target: string;
  /** `field`, or `field.inner` of a line. */
  field: string;
  /** The line, where it is one of a list. */
  line: number | null;
  is: "added" | "removed" | "changed";
  before: unknown;
  after: unknown;
}

type Found = Omit<Difference, "n" | "target">;

const sameValue = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Differences of one body, in the order of its fields. */
export function compare(fields: readonly FieldInfo[], before: Body, after: Body): Found[] {
  return fields.flatMap((field): Found[] => {
    const [was, is] = [before[field.name], after[field.name]];
    if (sameValue(was, is)) return [];
    if (field.is === "lines") return lines(field.name, field.fields, (was ?? []) as Body[], (is ?? []) as Body[]);
    const [had, has] = [isFilled(field, was), isFilled(field, is)];
    if (!had && !has) return [];
    const how = !had ? "added" : !has ? "removed" : "changed";
    return [{ field: field.name, line: null, is: how, before: was, after: is }];
  });
}

function lines(list: string, fields: readonly FieldInfo[], before: Body[], after: Body[]): Found[] {
  const known = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map((line) => line.id));
  const found: Found[] = [];
  for (const line of after) {
    const old = known.get(line.id);
    const id = Number(line.id);
    if (!old) found.push({ field: list, line: id, is: "added", before: null, after: line });
    else {
      for (const one of compare(
        fields.filter((field) => field.name !== "id"),
        old,
        line,
      )) {
        found.push({ ...one, field: `${list}.${one.field}`, line: id });
      }
    }
  }
  for (const line of before) {
    if (!kept.has(line.id))
      found.push({ field: list, line: Number(line.id), is: "removed", before: line, after: null });
  }
  return found;
}

/** The row of a kind that counts, and the one that stood in the round before it. */
export function rounds(
  view: CaseView,
  kind: string,
): { now: SectionView | undefined; before: SectionView | undefined } {
  const rows = view.sections.filter((one) => one.row.kind === kind);
  const now = rows.find((one) => one.counts);
  const before = rows
    .filter((one) => now && one.row.round < now.row.round && one.row.slot === now.row.slot)
    .sort((a, b) => b.row.round - a.row.round)[0];
  return { now, before };
}

/** Everything that is other than in the last round, numbered. Work that was not touched in this round is as it was. */
export function differences(
  view: CaseView,
  kinds: readonly string[],
  fieldsOf: (kind: string) => readonly FieldInfo[],
): Difference[] {
  const found = kinds.flatMap((kind) => {
    const { now, before } = rounds(view, kind);
    if (!now || !before || now.row.round !== view.head.round) return [];
    const body = (one: SectionView) => one.row.body as unknown as Body;
    return compare(fieldsOf(kind), body(before), body(now)).map((one) => ({ ...one, target: kind as Section["kind"] }));
  });
  return found.map((one, at) => ({ ...one, n: at + 1 }));
}

/** A text in four parts: what both begin with, what it was and what it is, what both end with. */
export interface Parts {
  head: string;
  was: string;
  is: string;
  tail: string;
}

export function parts(before: string, after: string): Parts {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // Numbers and dates are read whole: 12-10 → 12-04, not 1 and 04.
  const inWord = (text: string, at: number) => /[\w.-]/.test(text[at - 1] ?? "") && /[\w.-]/.test(text[at] ?? "");
  while (head > 0 && (inWord(before, head) || inWord(after, head))) head -= 1;
  const end = (text: string) => text.length - tail;
  while (tail > 0 && (inWord(before, end(before)) || inWord(after, end(after)))) tail -= 1;
  return {
    head: before.slice(0, head),
    was: before.slice(head, end(before)),
    is: after.slice(head, end(after)),
    tail: before.slice(end(before)),
  };
}
