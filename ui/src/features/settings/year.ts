/** A year of the working calendar while it is being changed: which days are off, which are made up, said over what counts now. */
import type { CalendarView, CalendarYear, Field } from "../../types.gen";

const DAY = 86_400_000;

/** Every day of a year, `2026-01-01` …; counted in UTC, where every day has 24 hours. */
export function daysOf(year: number): string[] {
  const days = [];
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += DAY) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function plusDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
}

export type Said = Pick<CalendarYear, "off" | "work">;

/** Is it a working day without what the plant itself says? Of a year that nobody knows: Monday to Friday, as a start. */
function published(view: CalendarView, working: Set<string>, day: string): boolean {
  if (!view.known) return weekdayOf(day) <= 5;
  if (view.own?.off.includes(day)) return true;
  if (view.own?.work.includes(day)) return false;
  return working.has(day);
}

export interface Shown {
  day: string;
  working: boolean;
  /** Off although it is no weekend, or working although it is one. */
  special: "off" | "work" | null;
  /** The plant says so. */
  own: boolean;
}

/** The days as they would count if this were saved. */
export function shown(view: CalendarView, said: Said, year: number): Shown[] {
  const working = new Set(view.working);
  const off = new Set(said.off);
  const work = new Set(said.work);
  return daysOf(year).map((day) => {
    const own = off.has(day) || work.has(day);
    const works = own ? work.has(day) : published(view, working, day);
    const usual = weekdayOf(day) <= 5;
    return { day, working: works, special: works === usual ? null : works ? "work" : "off", own };
  });
}

/** Turns a day round. What turns back to what was published is said no more. */
export function toggled(view: CalendarView, said: Said, day: string): Said {
  const without = { off: said.off.filter((one) => one !== day), work: said.work.filter((one) => one !== day) };
  if (said.off.includes(day) || said.work.includes(day)) return without;
  const works = published(view, new Set(view.working), day);
  return works
    ? { ...without, off: [...without.off, day].sort() }
    : { ...without, work: [...without.work, day].sort() };
}

/** The text of a file: UTF-8, or as a Chinese Excel saves its CSV. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** What is wrong with the text that was read, in the order of its lines; nothing when something else was. */
export function faultsOf(fields: readonly Field[]): Field[] {
  const lineOf = (field: Field) => Number(field.field.split(".")[1] ?? 0);
  if (!fields.every(({ field }) => field === "text" || field.startsWith("text."))) return [];
  return [...fields].sort((a, b) => lineOf(a) - lineOf(b));
}

/** How many days one says that the other does not. */
export function differing(a: Said, b: Said): number {
  const one = new Set([...a.off.map((day) => `-${day}`), ...a.work.map((day) => `+${day}`)]);
  const two = new Set([...b.off.map((day) => `-${day}`), ...b.work.map((day) => `+${day}`)]);
  const days = new Set<string>();
  for (const said of [...one, ...two]) if (!(one.has(said) && two.has(said))) days.add(said.slice(1));
  return days.size;
}
