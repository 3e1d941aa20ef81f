/** The two clocks: 内 the department's, above 客 the customer's; the order never changes. */
import { Tooltip } from "antd";
import type { ReactElement } from "react";
import { word } from "../words/i18n";
import { moment, rest } from "./time";

function One({
  box,
  due,
  now,
  paused,
  first = false,
}: {
  box: string;
  due: string | null;
  now: string;
  paused?: string | null;
  /** Of the two, this one runs out first. */
  first?: boolean;
}): ReactElement {
  if (paused) {
    return (
      <Tooltip title={paused}>
        <span className="clock heed">
          <span className="box">{box}</span>
          {word("ui.time.paused")}
        </span>
      </Tooltip>
    );
  }
  if (!due) {
    return (
      <span className="clock dim">
        <span className="box">{box}</span>–
      </span>
    );
  }
  const left = rest(due, now);
  return (
    <span className="clock" data-late={left.overdue} data-soon={left.soon} data-first={first}>
      <span className="box" title={first ? word("ui.time.first") : undefined}>
        {box}
        {first && <span className="visually-hidden"> {word("ui.time.first")}</span>}
      </span>
      {moment(due, now)}
      <span className={left.overdue ? "small" : "small dim"}>{left.text}</span>
    </span>
  );
}

export function Clocks({
  due,
  customerDue,
  now,
  paused,
}: {
  due: string | null;
  customerDue?: string | null;
  now: string;
  paused?: string | null;
}): ReactElement {
  const both = due !== null && customerDue !== null && customerDue !== undefined && !paused;
  const inside = both && Date.parse(due) <= Date.parse(customerDue);
  return (
    <span className="col">
      <One box={word("ui.time.inside")} due={due} now={now} paused={paused} first={inside} />
      {customerDue !== undefined && (
        <One box={word("ui.time.customer")} due={customerDue} now={now} first={both && !inside} />
      )}
    </span>
  );
}
