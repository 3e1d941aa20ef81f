/** Keys of what lies over the page: the page below hears none of its shortcuts meanwhile, or Ctrl+Enter would submit both. */
import type { KeyboardEvent } from "react";
import type { Keys } from "../../ui/keys";
import { onKeys } from "../../ui/keys";

export function overPage(keys: Keys): (event: KeyboardEvent) => void {
  const own = onKeys(keys);
  return (event) => {
    own(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "F6") event.stopPropagation();
  };
}
