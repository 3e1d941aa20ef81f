/** Whether the house answers. Every call says so; pages show it, and what could not be kept meanwhile is kept then. */
import { useSyncExternalStore } from "react";

let reached = true;
const listeners = new Set<() => void>();
const again = new Set<() => void>();

/** A call was answered, whatever the answer was; or nobody answered. */
export function heard(answered: boolean): void {
  if (answered === reached) return;
  reached = answered;
  for (const listener of listeners) listener();
  if (answered) for (const listener of again) listener();
}

/** Called when the house answers again. */
export function onReached(listener: () => void): void {
  again.add(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useReached(): boolean {
  return useSyncExternalStore(subscribe, () => reached);
}
