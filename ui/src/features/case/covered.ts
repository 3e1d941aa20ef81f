/** Keys of what lies over the page: the page below hears none of its shortcuts meanwhile, or Ctrl+Enter would submit both. */
import type { KeyboardEvent } from "react";
import { useEffect, useRef } from "react";
import type { Keys } from "../../ui/keys";
import { isComposing, nameOf, onKeys } from "../../ui/keys";

export function overPage(keys: Keys): (event: KeyboardEvent) => void {
  const own = onKeys(keys);
  return (event) => {
    own(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "F6") event.stopPropagation();
  };
}

/** The same where the focus was left on the page below: the key is for what lies over it. */
export function useOverPage(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const below = event.target === document.body || (event.target as Element).closest?.(".shell");
      const shortcut = event.ctrlKey || event.metaKey || event.altKey || event.key === "F6";
      if (!below || !shortcut || isComposing(event)) return;
      event.stopPropagation();
      const act = current.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
}
