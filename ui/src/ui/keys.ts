/**
 * Keys that are safe beside a Chinese input method: while it composes, Enter chooses a candidate and submits nothing.
 *
 * WebKit says `isComposing = false` on the very Enter that confirms a choice, so the end of a composition is remembered for
 * that key event too. Every handler of Enter or of a shortcut goes through here; a lint of the tests says so.
 */
import type { KeyboardEvent as ReactKeyboardEvent } from "react";
import { useEffect, useRef } from "react";

let composing = false;
let ended = 0;

if (typeof document !== "undefined") {
  document.addEventListener("compositionstart", () => {
    composing = true;
  });
  document.addEventListener("compositionend", (event) => {
    composing = false;
    ended = event.timeStamp;
  });
}

/** Does this key belong to an input method? */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  // The confirming Enter of WebKit comes right behind the end of the composition, in the same turn of the event loop.
  const confirming = native.key === "Enter" && native.timeStamp - ended < 30;
  return composing || native.isComposing || native.keyCode === 229 || confirming;
}

/** The name of a key with its modifiers: `Ctrl+Enter`, `Alt+n`, `F6`. Command on a Mac counts as Ctrl. */
export function nameOf(event: KeyboardEvent | ReactKeyboardEvent): string {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && event.key.length > 1) parts.push("Shift");
  parts.push(event.key.length === 1 ? event.key.toLowerCase() : event.key);
  return parts.join("+");
}

export type Keys = Record<string, (() => void) | undefined>;

/** Keys that a page has acted upon: of two that listen, the first one has it. */
const taken = new WeakSet<Event>();

/**
 * Shortcuts of a page, wherever the focus is, while it is shown. A control that used the key has it alone, but not with
 * Ctrl: a list opens at Enter whatever is held down with it, and Ctrl+Enter still submits.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const used = event.defaultPrevented && !event.ctrlKey && !event.metaKey;
      if (used || taken.has(event) || isComposing(event)) return;
      const act = current.current[nameOf(event)];
      if (act) {
        event.preventDefault();
        taken.add(event);
        act();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** A handler for the keys of one element. */
export function onKeys(keys: Keys): (event: ReactKeyboardEvent) => void {
  return (event) => {
    if (isComposing(event)) return;
    const act = keys[nameOf(event)];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };
}
