/**
 * How far the clock of this machine is off that of the house. What happens is stamped by the house; a page that stamps by a
 * wrong clock would write times that the house has to refuse, and count deadlines wrongly.
 */

let skew = 0;
const listeners = new Set<() => void>();

/** An answer says whole seconds and takes a while to come: less than this is no wrong clock. */
const TOLERANCE = 30_000;

/** The `Date` of an answer. */
export function heardAt(date: string | null): void {
  const off = date === null ? Number.NaN : Date.parse(date) - Date.now();
  if (Number.isNaN(off)) return;
  const before = skew;
  skew = Math.abs(off) > TOLERANCE ? off : 0;
  if (Math.abs(skew - before) > TOLERANCE) for (const listener of listeners) listener();
}

/** Now, by the clock of the house. */
export function now(): Date {
  return new Date(Date.now() + skew);
}

/** Called when the clock turns out to be wrong, or right again. */
export function onSkew(listener: () => void): void {
  listeners.add(listener);
}
