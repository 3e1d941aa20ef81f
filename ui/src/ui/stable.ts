/** A callback that is the same for good and does what was said last: what is drawn with it is not drawn anew for it. */
import { useCallback, useLayoutEffect, useRef } from "react";

export function useStable<A extends unknown[], R>(does: (...args: A) => R): (...args: A) => R {
  const last = useRef(does);
  useLayoutEffect(() => {
    last.current = does;
  });
  return useCallback((...args: A) => last.current(...args), []);
}
