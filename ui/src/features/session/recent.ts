/** What this machine remembers: who signed in last, names only, and how the screen looked. */

export interface Recent {
  login: string;
  name: string;
}

const KEY = "kesu.logins";
const KEPT = 6;

/** Puts this person first; the others keep their order. */
export function withRecent(before: Recent[], now: Recent): Recent[] {
  return [now, ...before.filter((one) => one.login !== now.login)].slice(0, KEPT);
}

/** What the storage holds may have been written by an older program, or by hand. */
export function parseRecent(text: string | null): Recent[] {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(read)) return [];
    return read.filter(
      (one: unknown): one is Recent =>
        typeof one === "object" &&
        one !== null &&
        typeof (one as Recent).login === "string" &&
        typeof (one as Recent).name === "string",
    );
  } catch {
    return [];
  }
}

export function recent(): Recent[] {
  return parseRecent(window.localStorage.getItem(KEY));
}

export function remember(person: Recent): void {
  window.localStorage.setItem(KEY, JSON.stringify(withRecent(recent(), person)));
}

/** How the screen was when somebody used it last, for the page before the next sign-in. */
export type Screen = "theme" | "language";

export function lastScreen(what: Screen): string | null {
  return window.localStorage.getItem(`kesu.${what}`);
}

export function rememberScreen(what: Screen, value: string): void {
  window.localStorage.setItem(`kesu.${what}`, value);
}
