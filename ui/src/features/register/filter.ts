/** Which cases the register shows: one value, by which pages are asked, chips are drawn, and views are kept. */
import type { ListRegister } from "../../types.gen";
import { local, today } from "../../ui/time";

/** What can be chosen of a column. A key that is not there filters nothing. */
export interface Filter {
  stage?: string;
  state?: string;
  class?: string;
  severity?: string;
  track?: string;
  verdict?: string;
  customer?: number;
  owner?: number;
  /** Days of receipt, `2026-11-01`. */
  from?: string;
  until?: string;
  overdue?: true;
  unclosed?: true;
}

export type FilterKey = keyof Filter;

export const FILTER_KEYS: FilterKey[] = [
  "unclosed",
  "overdue",
  "from",
  "until",
  "customer",
  "class",
  "severity",
  "track",
  "verdict",
  "stage",
  "state",
  "owner",
];

export type Order = "received" | "due";

/** Everything that says what the list shows. */
export interface View {
  filter: Filter;
  search: string;
  order: Order;
}

/** A view that somebody keeps under a name. */
export interface KeptView extends View {
  name: string;
}

export const ALL: View = { filter: {}, search: "", order: "received" };

export const QUICK = ["all", "unclosed", "mine", "mine_late", "month", "major"] as const;
export type Quick = (typeof QUICK)[number];

/** The views that everybody has. */
export function quick(which: Quick, me: number, now: string): Filter {
  switch (which) {
    case "all":
      return {};
    case "unclosed":
      return { unclosed: true };
    case "mine":
      return { owner: me, unclosed: true };
    case "mine_late":
      return { owner: me, overdue: true };
    case "month":
      return { from: `${local(now).format("YYYY-MM")}-01`, until: today(now) };
    case "major":
      return { severity: "major" };
  }
}

/** The same choices, whatever their order. */
export function sameFilter(a: Filter, b: Filter): boolean {
  return FILTER_KEYS.every((key) => a[key] === b[key]);
}

/** The question to the house. */
export function request(view: View): ListRegister {
  const { filter } = view;
  return {
    plant: null,
    procedure: null,
    stage: filter.stage ?? null,
    state: filter.state ?? null,
    customer: filter.customer ?? null,
    class: filter.class ?? null,
    severity: filter.severity ?? null,
    track: filter.track ?? null,
    verdict: filter.verdict ?? null,
    owner: filter.owner ?? null,
    from: filter.from ?? null,
    until: filter.until ?? null,
    overdue: filter.overdue ?? false,
    unclosed: filter.unclosed ?? false,
    search: view.search.trim(),
    limit: null,
    after: null,
    order: view.order,
  };
}

/** One choice more, another, or (nothing) one less. */
export function choose<K extends FilterKey>(filter: Filter, key: K, value: Filter[K] | undefined): Filter {
  const { [key]: _, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** Kept views as they were written; what cannot be read any more is left out. */
export function readViews(text: string | null | undefined): KeptView[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(found)) return [];
    return found.filter(
      (one): one is KeptView =>
        typeof one === "object" && one !== null && typeof one.name === "string" && typeof one.filter === "object",
    );
  } catch {
    return [];
  }
}
