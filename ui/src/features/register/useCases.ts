/** The rows of the register by their place: pages of what is in sight are asked, of a list whose length is counted. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call, useRead } from "../../data/client";
import type { RegisterLine, RegisterPage } from "../../types.gen";
import { type Filter, request, type View } from "./filter";
import { PAGE, type Pages, pagesOf } from "./pages";

/** A scroll that goes on asks for nothing that it passes: what is asked is where it stays for so long, in milliseconds. */
const STAYS = 40;

export interface Cases {
  /** The row at a place of the list; nothing while its page is under way. */
  at: (place: number) => RegisterLine | undefined;
  /** Where a case is, if its page was read. */
  placeOf: (of: number | null) => number;
  /** All that the view finds: those of the first page until they were counted. */
  count: number;
  /** As counted, and how many of them are overdue; unknown until then. */
  total: number | undefined;
  overdue: number | undefined;
  /** These places are in sight. */
  look: (first: number, end: number) => void;
  error: Error | null;
  /** What is shown is of the view before. */
  old: boolean;
  loading: boolean;
  again: () => void;
}

export function useCases(view: View): Cases {
  const asked = request(view);
  const question = JSON.stringify(asked);
  const [sight, setSight] = useState({ question, first: 0, end: 0 });
  const wanted = usePages(sight.question === question ? pagesOf(sight.first, sight.end) : { first: 0, last: 0 });

  const page = (n: number) => ({
    queryKey: ["register_list", asked, n],
    queryFn: () => call("register_list", { ...asked, limit: PAGE, skip: n * PAGE, after: null, count: false }),
    // Comparing a page of rows with itself is what a scroll would wait for.
    structuralSharing: false,
  });
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const others = Array.from({ length: wanted.last - wanted.first + 1 }, (_, n) => wanted.first + n).filter(
    (n) => n > 0,
  );
  const answers = useQueries({ queries: others.map(page) });
  // After the first rows: they wait neither for the counting nor for its half of the machine.
  const shown = head.data !== undefined && !head.isPlaceholderData;
  const counted = useRead("register_list", { ...asked, limit: 1, count: true }, { enabled: shown }).data?.count;

  const read = new Map<number, RegisterPage>();
  if (head.data) read.set(0, head.data);
  others.forEach((n, i) => {
    const data = answers[i]?.data;
    if (data) read.set(n, data);
  });
  const first = read.get(0)?.rows.length ?? 0;
  const total = head.isPlaceholderData ? undefined : counted?.cases;
  const failed = [head, ...answers].find((answer) => answer.error);
  return {
    at: (place) => read.get(Math.floor(place / PAGE))?.rows[place % PAGE],
    placeOf: (of) => placeOf(read, of),
    count: first < PAGE ? first : (total ?? first),
    total,
    overdue: counted?.overdue,
    look: (from, end) => {
      const [before, now] = [pagesOf(sight.first, sight.end), pagesOf(from, end)];
      if (sight.question === question && before.first === now.first && before.last === now.last) return;
      setSight({ question, first: from, end });
    },
    error: failed?.error ?? null,
    old: head.isPlaceholderData,
    loading: head.isPending,
    again: () => void failed?.refetch(),
  };
}

/** The pages in sight, once the sight stays there. */
function usePages(now: Pages): Pages {
  const [stayed, setStayed] = useState(now);
  useEffect(() => {
    const timer = window.setTimeout(() => setStayed({ first: now.first, last: now.last }), STAYS);
    return () => window.clearTimeout(timer);
  }, [now.first, now.last]);
  return stayed;
}

function placeOf(read: Map<number, RegisterPage>, of: number | null): number {
  if (of === null) return -1;
  for (const [n, page] of read) {
    const at = page.rows.findIndex((row) => row.case === of);
    if (at >= 0) return n * PAGE + at;
  }
  return -1;
}

/** How many cases a quick view finds. */
export function useCount(filter: Filter): number | undefined {
  const asked = { ...request({ filter, search: "", order: "received" }), limit: 1, count: true };
  return useRead("register_list", asked, { keep: true }).data?.count?.cases;
}
