/**
 * Cases that share something with what is being typed. Nothing is guessed: each says what it shares, and those that share
 * more stand first.
 */
import { useEffect, useState } from "react";
import { useRead } from "../../data/client";
import { useNames } from "../../data/masters";
import type { Body } from "../../fields/registry";
import type { RegisterLine } from "../../types.gen";
import { ALL } from "./register";

export type Shared = "customer" | "lot" | "product";

export interface Alike {
  row: RegisterLine;
  shares: Shared[];
}

const SHOWN = 8;
const WEIGHT: Record<Shared, number> = { lot: 4, product: 2, customer: 1 };

/** One row a case, with everything that it shares. */
export function merge(found: readonly (readonly [Shared, readonly RegisterLine[]])[]): Alike[] {
  const by = new Map<number, Alike>();
  for (const [shared, rows] of found) {
    for (const row of rows) {
      const alike = by.get(row.case) ?? { row, shares: [] };
      alike.shares.push(shared);
      by.set(row.case, alike);
    }
  }
  const weight = (alike: Alike) => alike.shares.reduce((sum, shared) => sum + WEIGHT[shared], 0);
  return [...by.values()]
    .sort((a, b) => weight(b) - weight(a) || b.row.received.localeCompare(a.row.received))
    .slice(0, SHOWN);
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), 300);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}

export function useSimilar(body: Body): { cases: Alike[]; busy: boolean } {
  const names = useNames();
  const customer = (body.customer as number | null) ?? null;
  const lines = (body.lines as { lot: string; product: number | null; name: string }[] | null) ?? [];
  const lot = useSettled(lines.map((line) => line.lot.trim()).find((one) => one.length > 2) ?? "");
  const first = lines.find((line) => line.product !== null);
  const product = first ? names.product(first.product) : "";
  const ofCustomer = useRead("register_list", { ...ALL, customer, limit: 20 }, { enabled: customer !== null });
  const ofLot = useRead("register_list", { ...ALL, search: lot, limit: 20 }, { enabled: lot !== "" });
  const ofProduct = useRead("register_list", { ...ALL, search: product, limit: 20 }, { enabled: product !== "" });
  const rows = (read: typeof ofLot, on: boolean) => (on ? (read.data?.rows ?? []) : []);
  return {
    cases: merge([
      ["lot", rows(ofLot, lot !== "")],
      ["product", rows(ofProduct, product !== "")],
      ["customer", rows(ofCustomer, customer !== null)],
    ]),
    busy: ofCustomer.isFetching || ofLot.isFetching || ofProduct.isFetching,
  };
}
