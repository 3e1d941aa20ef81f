/** How much waits in all, in one line: what is zero is quiet. */
import type { ReactElement } from "react";
import type { Waiting } from "../../types.gen";
import { word } from "../../words/i18n";

const SUMS = ["tasks", "overdue", "today", "paused", "unknown_year"] as const;

export function Sums({ total }: { total: Waiting }): ReactElement {
  return (
    <dl className="board-sums">
      {SUMS.filter((one) => one !== "unknown_year" || total.unknown_year > 0).map((one) => (
        <div key={one} data-sum={one} data-none={total[one] === 0}>
          <dt className="small">{word(`ui.board.sum.${one}`)}</dt>
          <dd>{total[one].toLocaleString("en")}</dd>
        </div>
      ))}
    </dl>
  );
}
