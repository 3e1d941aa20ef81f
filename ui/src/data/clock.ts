/** Now, for everything that counts down: all clocks of a page move together, twice a minute. */
import { useSyncExternalStore } from "react";
import { now as houseNow, onSkew } from "../transport";

let now = houseNow().toISOString();
const listeners = new Set<() => void>();

function tick(): void {
  now = houseNow().toISOString();
  for (const listener of listeners) listener();
}

onSkew(tick);

/** This moment, as what is written is stamped. */
export function stamp(): string {
  return houseNow().toISOString();
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
