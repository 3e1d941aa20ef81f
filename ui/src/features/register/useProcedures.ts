/** The procedures of the rows in sight: a few for all of them, asked once and not by each row. */
import { useQueries } from "@tanstack/react-query";
import { call } from "../../data/client";
import type { Procedure, RegisterLine } from "../../types.gen";

export function useProcedures(rows: RegisterLine[]): Map<number, Procedure | undefined> {
  const ids = [...new Set(rows.map((row) => row.procedure))];
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ["procedure_get", { procedure: id }],
      queryFn: () => call("procedure_get", { procedure: id }),
      staleTime: 60_000,
    })),
    combine: (answers) => new Map(ids.map((id, n) => [id, answers[n]?.data?.procedure])),
  });
}
