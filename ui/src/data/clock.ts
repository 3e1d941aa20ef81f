/** Now, for everything that counts down: all clocks of a page move together, twice a minute. */
import { useSyncExternalStore } from "react";

let now = new Date().toISOString();
const listeners = new Set<() => void>();

function tick(): void {
  now = new Date().toISOString();
  for (const listener of listeners) listener();
}

let timer: number | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) timer = window.setInterval(tick, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}

export function useNow(): string {
  return useSyncExternalStore(subscribe, () => now);
}
