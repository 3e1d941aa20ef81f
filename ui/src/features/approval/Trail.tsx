/** What differs from the last round, and who has done what so far. */

import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useNow } from "../../data/clock";
import { taskName, useNames } from "../../data/masters";
import { targetName } from "../../data/speak";
import { slotOf } from "../../data/told";
import { labelOf } from "../../fields/label";
import type { FieldInfo } from "../../fields/registry";
import { fieldsOf } from "../../fields/registry";
import type { CaseView, Procedure } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Mark } from "../../ui/Mark";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { Story } from "../case/task";
import type { Difference } from "./differences";
import { parts } from "./differences";
import type { Speaker } from "./say";
import { sayLine, sayValue } from "./say";

/** So much of what did not change stands beside what did. */
const CONTEXT = 8;

export function Differences({
  found,
  round,
  by,
  onGo,
}: {
  found: readonly Difference[];
  round: number;
  by: Speaker;
  onGo: (n: number) => void;
}): ReactElement {
  const [at, setAt] = useState(0);
  const go = (n: number) => {
    setAt(n);
    onGo(n);
  };
  const next = () => found.length > 0 && go((at % found.length) + 1);
  useKeys({ "Alt+ArrowDown": next });
  return (
    <section aria-label={word("ui.approval.differences")}>
      <div className="panel-head">
        <h2 className="grow">
          {round > 1 ? word("ui.approval.compared", { n: round - 1 }) : word("ui.approval.differences")}{" "}
          {round > 1 && (
            <span className="small second plain-weight">{word("ui.approval.places", { n: found.length })}</span>
          )}
        </h2>
        {found.length > 0 && (
          <Button type="text" size="small" onClick={next}>
            <kbd>Alt ↓</kbd> {word("ui.approval.next")}
          </Button>
        )}
      </div>
      {found.length === 0 && (
        <p className="small second approval-none">{word(round > 1 ? "ui.approval.same" : "ui.approval.first")}</p>
      )}
      <ol className="diff-list">
        {found.map((one) => (
          <li key={one.n} data-at={one.n === at || undefined}>
            <button type="button" className="plain" onClick={() => go(one.n)}>
              <span className="diff-n">{one.n}</span>
              <span className="diff-where second">{whereOf(one)}</span>
              <span className="grow">{sayDifference(one, by)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function whereOf(one: Difference): string {
  const line = one.line === null ? "" : ` ${one.line}`;
  return `${targetName(one.target)}${line} ${labelOf(`${one.target}.${one.field}`)}`;
}

function typeOf(one: Difference): FieldInfo | undefined {
  const [name, inner] = one.field.split(".");
  const field = fieldsOf(one.target).find((known) => known.name === name);
  if (!inner || field?.is !== "lines") return field;
  return field.fields.find((known) => known.name === inner);
}

function sayDifference(one: Difference, by: Speaker): ReactElement {
  const type = typeOf(one);
  const path = `${one.target}.${one.field}`;
  const say = (value: unknown) => {
    if (!type) return String(value);
    if (type.is === "lines") return sayLine(type.fields, path, value as Record<string, unknown>, by);
    return sayValue(type, path, value, by);
  };
  if (one.is === "added") {
    return (
      <>
        {word("ui.approval.added")} <ins>{say(one.after)}</ins>
      </>
    );
  }
  if (one.is === "removed") {
    return (
      <>
        {word("ui.approval.removed")} <del>{say(one.before)}</del>
      </>
    );
  }
  const { head, was, is, tail } = parts(say(one.before), say(one.after));
  return (
    <>
      {head.length > CONTEXT ? `…${head.slice(-CONTEXT)}` : head}
      {was && <del>{was}</del>}
      {was && is && " → "}
      {is && <ins>{is}</ins>}
      {tail.length > CONTEXT ? `${tail.slice(0, CONTEXT)}…` : tail}
    </>
  );
}

/** Tasks that are over, newest first; what was signed as a mark of its own. */
export function Trail({ view, procedure }: { view: CaseView; procedure: Procedure }): ReactElement {
  const now = useNow();
  const names = useNames();
  const over = view.tasks
    .filter((one) => one.row.done_at !== null)
    .sort((a, b) => (b.row.done_at ?? "").localeCompare(a.row.done_at ?? ""));
  return (
    <section aria-label={word("ui.approval.trail")}>
      <div className="panel-head">
        <h2>{word("ui.approval.trail")}</h2>
      </div>
      <ol className="trail">
        {over.map(({ row, void: isVoid }) => (
          <li key={`${row.task}/${row.slot}/${row.round}`}>
            <Mark state={isVoid ? "void" : "done"} size={12} />
            <span className="grow">
              <strong>{names.who(row.done_by)}</strong> {taskName(procedure, row.task)}
              {slotOf(row.slot).sort === "told" && <span className="second"> · {word("ui.approval.read")}</span>}
              {row.reason && <span className="second"> · {row.reason}</span>}
              <Story row={row} />
            </span>
            <span className="small second">{row.done_at && moment(row.done_at, now)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
