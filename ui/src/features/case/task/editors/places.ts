/** Sums of the containment and how its places stand. */
import type { Place } from "../../../../types.gen";

export interface Sums {
  stock: number;
  checked: number;
  ng: number;
  /** Defective of what was checked, in per cent; nothing while nothing was checked. */
  rate: string | null;
  /** Places that are looked through. */
  done: number;
  /** Pieces there that nobody has looked at. */
  left: number;
}

/** How a place stands: looked through, being looked through, not begun. */
export function stands(place: Place): "done" | "now" | "ahead" {
  if (place.applies === "no") return "done";
  if (place.checked === null) return "ahead";
  return place.stock !== null && place.stock > place.checked ? "now" : "done";
}

export function rateOf(ng: number | null, checked: number | null): string | null {
  if (ng === null || !checked) return null;
  return `${((ng / checked) * 100).toFixed(1)}%`;
}

export function sumsOf(places: readonly Place[]): Sums {
  const here = places.filter((place) => place.applies !== "no");
  const sum = (of: (place: Place) => number | null) => here.reduce((all, place) => all + (of(place) ?? 0), 0);
  const checked = sum((place) => place.checked);
  const ng = sum((place) => place.ng);
  return {
    stock: sum((place) => place.stock),
    checked,
    ng,
    rate: checked > 0 ? rateOf(ng, checked) : null,
    done: places.filter((place) => stands(place) === "done").length,
    left: here.reduce((all, place) => all + Math.max(0, (place.stock ?? 0) - (place.checked ?? 0)), 0),
  };
}

/** Not there: ticked by hand, its counts are nought; unticked, they are asked again. */
export function apply(place: Place, here: boolean): Place {
  if (!here) return { ...place, applies: "no", stock: 0, checked: 0, ng: 0 };
  const nought = (n: number | null) => (n === 0 ? null : n);
  return { ...place, applies: "yes", stock: nought(place.stock), checked: nought(place.checked), ng: nought(place.ng) };
}
