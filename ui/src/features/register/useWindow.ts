/** Which rows of a long list are drawn: those in sight and some around them. Rows are all of one height. */
import type { RefObject } from "react";
import { useLayoutEffect, useState } from "react";

export interface Window {
  first: number;
  /** Behind the last one drawn. */
  end: number;
}

/** The rows in sight of a box that is scrolled to `top`, and `around` more at either end. */
export function inSight(count: number, height: number, top: number, tall: number, around: number): Window {
  const first = Math.max(0, Math.min(count, Math.floor(top / height)) - around);
  return { first, end: Math.min(count, Math.ceil((top + tall) / height) + around) };
}

export function useWindow(box: RefObject<HTMLElement | null>, count: number, height: number, around = 20): Window {
  const [at, setAt] = useState({ top: 0, tall: 800 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    // In steps of some rows, which those around cover: not every pixel of a scroll is drawn anew.
    const step = 5 * height;
    const look = () => {
      const [top, tall] = [Math.floor(element.scrollTop / step) * step, element.clientHeight + step];
      setAt((before) => (before.top === top && before.tall === tall ? before : { top, tall }));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const size = new ResizeObserver(look);
    size.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      size.disconnect();
    };
  }, [box, height]);
  return inSight(count, height, at.top, at.tall, around);
}
