/** How far a case is: eight cells, the present one taller. What it means stands in words in the column beside it. */
import type { ReactElement } from "react";
import type { Procedure, RegisterLine } from "../../types.gen";
import { isOver } from "./columns";

const CELLS = 8;

/** Which of the cells is the present one; all of them are behind a case that is over. */
export function cellOf(stage: string, stages: string[]): number {
  const at = stages.indexOf(stage);
  if (at < 0) return CELLS;
  return Math.min(CELLS - 1, Math.floor((at * CELLS) / stages.length));
}

export function StageBar({
  row,
  procedure,
  late,
}: {
  row: RegisterLine;
  procedure: Procedure | undefined;
  late: boolean;
}): ReactElement {
  const at = isOver(row) ? CELLS : cellOf(row.stage, procedure?.stage.map((stage) => stage.id) ?? []);
  return (
    <svg width="74" height="12" viewBox="0 0 74 12" className="register-bar" aria-hidden="true">
      {Array.from({ length: CELLS }, (_, cell) => {
        const now = cell === at;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells never move
            key={cell}
            x={cell * 9 + 0.5}
            y={now ? 1.5 : 4.5}
            width={now ? 7 : 6.5}
            height={now ? 9 : 3}
            data-is={now ? (late ? "late" : "now") : cell < at ? "done" : "ahead"}
          />
        );
      })}
    </svg>
  );
}
