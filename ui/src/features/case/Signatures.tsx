/** Who signed what, meaning what, when; on paper or by account; void or set aside where it is. */
import type { ReactElement } from "react";
import { useNow } from "../../data/clock";
import { taskName, useNames } from "../../data/masters";
import type { CaseView, Procedure, SignatureView } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { day, moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { sameKey } from "./stand";

/** Whoever gave it took it back; else the case went back behind it. */
function isTakenBack(view: CaseView, { task, at }: SignatureView): boolean {
  const row = view.tasks.find((one) => sameKey(one.row, task))?.row;
  return row?.taken_back.some((back) => at <= back.at) ?? false;
}

export function Signatures({ view, procedure }: { view: CaseView; procedure: Procedure }): ReactElement {
  const now = useNow();
  const names = useNames();
  if (view.signatures.length === 0) return <p className="case-none second">{word("ui.case.no_signatures")}</p>;
  return (
    <ol className="case-signatures" aria-label={word("ui.case.signatures")}>
      {[...view.signatures].reverse().map((one) => (
        <li key={one.id} data-void={one.void || one.set_aside}>
          <p className="row">
            <Mark state={one.void ? "void" : "done"} size={14} />
            <span className="strong">{taskName(procedure, one.task.task)}</span>
            <span className="grow" />
            {one.task.round > 1 && <span className="chip">{word("ui.case.round", { n: one.task.round })}</span>}
          </p>
          <p>
            {names.who(one.by)}
            {"　"}
            <span className="second">
              {one.paper
                ? word("ui.case.on_paper", { by: names.account(one.paper.witness), on: day(one.paper.on, now) })
                : word("ui.case.electronic")}
            </span>
          </p>
          <p className="small second">{word(`meaning.${one.meaning}`)}</p>
          <p className="small dim">{moment(one.at, now)}</p>
          {one.void && <p className="small bad strong">{word("ui.case.signature_void")}</p>}
          {one.set_aside && !one.void && (
            <p className="small second">
              {word(isTakenBack(view, one) ? "ui.case.signature_back" : "ui.case.signature_aside")}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
