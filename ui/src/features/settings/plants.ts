/** All plants of the folder; most folders have one. */
import { useMemo } from "react";
import { useRead } from "../../data/client";
import type { Plant } from "../../types.gen";

export function usePlants(): { id: number; rev: number; body: Plant }[] {
  const list = useRead("master_list", { of: "plant", containing: "" });
  return useMemo(
    () =>
      (list.data?.rows ?? []).flatMap((row) =>
        row.row.kind === "plant" ? [{ id: row.id, rev: row.rev, body: row.row.body }] : [],
      ),
    [list.data],
  );
}
