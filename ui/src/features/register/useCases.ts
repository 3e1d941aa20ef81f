/** The pages of the register, one behind the other: each is asked before the scroll comes to it. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call, useRead } from "../../data/client";
import type { Behind, RegisterLine } from "../../types.gen";
import { type Filter, request, type View } from "./filter";

/** Rows a page: some screens full, and less than a frame to draw. */
const PAGE = 200;

export interface Cases {
  rows: RegisterLine[];
  /** All that the view finds, and how many of them are overdue; unknown until it was counted. */
  total: number | undefined;
  overdue: number | undefined;
  /** Asks for the next page, if there is one and it is not under way. */
  more: () => void;
  error: Error | null;
  /** What is shown is of the view before. */
  old: boolean;
  loading: boolean;
  again: () => void;
}

export function useCases(view: View): Cases {
  const asked = request(view);
  const pages = useInfiniteQuery({
    queryKey: ["register_list", asked],
    queryFn: ({ pageParam }) => call("register_list", { ...asked, limit: PAGE, after: pageParam, count: false }),
    initialPageParam: null as Behind | null,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    // Comparing thousands of rows with themselves at each new page is what a scroll would wait for.
    structuralSharing: false,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  // Beside the rows, which need not wait until all that fit were counted.
  const count = useRead("register_list", { ...asked, order: "received", limit: 1, count: true }).data?.count;
  return {
    rows,
    total: count?.cases,
    overdue: count?.overdue,
    more: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
    },
    error: pages.error,
    old: pages.isPlaceholderData,
    loading: pages.isPending,
    again: () => void pages.refetch(),
  };
}

/** How many cases a quick view finds. */
export function useCount(filter: Filter): number | undefined {
  const asked = { ...request({ filter, search: "", order: "received" }), limit: 1, count: true };
  return useRead("register_list", asked, { keep: true }).data?.count?.cases;
}
