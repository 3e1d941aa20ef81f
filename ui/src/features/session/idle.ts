/**
 * Nobody at the machine: no key and no pointer for some minutes. The house ends the session by itself too, but a page that
 * asks for news every minute looks alive to it, so the screen counts for itself.
 */
import { useEffect, useRef } from "react";

/** Windows of one browser share a session: a hand in one of them keeps all of them open. */
const KEY = "kesu.active";
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
const WRITE_EVERY = 5_000;
const LOOK_EVERY = 5_000;

/** Calls `onIdle` once nobody has touched anything for `minutes`; nothing while they are not known. */
export function useIdle(minutes: number | undefined, onIdle: () => void): void {
  const act = useRef(onIdle);
  act.current = onIdle;
  useEffect(() => {
    if (minutes === undefined) return;
    let seen = Date.now();
    let written = 0;
    const touch = () => {
      seen = Date.now();
      if (seen - written > WRITE_EVERY) {
        written = seen;
        window.localStorage.setItem(KEY, String(seen));
      }
    };
    touch();
    const look = window.setInterval(() => {
      const elsewhere = Number(window.localStorage.getItem(KEY) ?? 0);
      if (Date.now() - Math.max(seen, elsewhere) >= minutes * 60_000) act.current();
    }, LOOK_EVERY);
    for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true, capture: true });
    return () => {
      window.clearInterval(look);
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [minutes]);
}
