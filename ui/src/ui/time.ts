/**
 * Times as people at the plant read them: always in the plant's zone, wherever this machine stands.
 *
 * Absolute first, the rest second: `11-24 周二 17:30 · 剩 3 天`.
 */
import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";
import { word } from "../words/i18n";

dayjs.extend(utc);
dayjs.extend(timezone);

let zone = "Asia/Shanghai";

/** Said once, when the plant is known. */
export function setZone(plant: string): void {
  if (zone === plant) return;
  zone = plant;
  known.clear();
}

/** Where the plant is: what is drawn of moments is drawn anew when it is another. */
export function zoneNow(): string {
  return zone;
}

/** Stamps that were read before: a list says each of its moments several times, and the zone is asked long. */
const known = new Map<string, dayjs.Dayjs>();
const KNOWN = 5_000;

/** A stamp in the plant's zone. */
export function local(stamp: string): dayjs.Dayjs {
  const before = known.get(stamp);
  if (before) return before;
  if (known.size >= KNOWN) known.clear();
  const at = dayjs(stamp).tz(zone);
  known.set(stamp, at);
  return at;
}

/** What a date picker holds, as the stamp of that moment at the plant. */
export function stampOf(time: dayjs.Dayjs): string {
  return dayjs.tz(time.format("YYYY-MM-DD HH:mm:ss"), zone).toISOString();
}

/** `11-24 周二 17:30`; the year where it is another one. */
export function moment(stamp: string, now: string): string {
  const at = endOf(stamp);
  const year = at.year() === local(now).year() ? "" : `${at.year()}-`;
  return `${year}${at.format("MM-DD")} ${weekday(at)} ${isMidnight(stamp) ? "24:00" : at.format("HH:mm")}`;
}

/** A deadline of a day ends with it, and is written as the end of that day: not as the beginning of the next one. */
export function endOf(stamp: string): dayjs.Dayjs {
  const at = local(stamp);
  return isMidnight(stamp) ? at.subtract(1, "millisecond") : at;
}

function isMidnight(stamp: string): boolean {
  return local(stamp).format("HH:mm:ss.SSS") === "00:00:00.000";
}

/** `11-24 周二`. */
export function day(date: string, now: string): string {
  const at = date.length === 10 ? dayjs(date) : endOf(date);
  const year = at.year() === local(now).year() ? "" : `${at.year()}-`;
  return `${year}${at.format("MM-DD")} ${weekday(at)}`;
}

/** Today at the plant, `2026-11-24`. */
export function today(now: string): string {
  return local(now).format("YYYY-MM-DD");
}

function weekday(at: dayjs.Dayjs): string {
  return word(`ui.weekday.${at.day()}`);
}

/** How a deadline stands. */
export interface Rest {
  overdue: boolean;
  /** Less than a day. */
  soon: boolean;
  text: string;
}

/** How long until then, or since. */
export function rest(due: string, now: string): Rest {
  const minutes = Math.round((Date.parse(due) - Date.parse(now)) / 60_000);
  const overdue = minutes < 0;
  return {
    overdue,
    soon: !overdue && minutes < 24 * 60,
    text: word(overdue ? "ui.time.late" : "ui.time.left", { span: span(Math.abs(minutes)) }),
  };
}

/** A length of time in the largest unit that still says something. */
export function span(minutes: number): string {
  if (minutes < 60) return word("ui.time.minutes", { n: minutes });
  if (minutes < 24 * 60) return word("ui.time.hours", { h: Math.floor(minutes / 60), m: minutes % 60 });
  const days = minutes / (24 * 60);
  return word("ui.time.days", { n: days < 10 ? days.toFixed(1).replace(/\.0$/, "") : Math.round(days) });
}

/** How long since then. */
export function since(from: string, now: string): string {
  return span(Math.max(0, Math.round((Date.parse(now) - Date.parse(from)) / 60_000)));
}
