/** 我发起的 and 已处理: cases in which this person took that part, with where each stands. */
import type { ReactElement } from "react";
import { useLocation } from "wouter";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { stageName, taskName, useNames, useProcedure } from "../../data/masters";
import { isOver } from "../../data/over";
import type { RegisterLine } from "../../types.gen";
import { Level } from "../../ui/Level";
import { Mark, type State } from "../../ui/Mark";
import { Empty } from "../../ui/Page";
import { day } from "../../ui/time";
import { word } from "../../words/i18n";
import { asked } from "./asked";
import { neighbours } from "./neighbours";

export function Cases({ mine }: { mine: "registered" | "done" }): ReactElement {
  const list = useRead("register_list", asked(mine));
  const rows = list.data?.rows ?? [];
  const tab = mine === "registered" ? "started" : "done";
  if (list.data && rows.length === 0) {
    return (
      <section className="panel inbox-list">
        <Empty title={word(`ui.inbox.none.${tab}`)} text={word(`ui.inbox.none.${tab}_text`)} />
      </section>
    );
  }
  const total = list.data?.count?.cases ?? rows.length;
  return (
    <section
      className="panel inbox-list"
      aria-label={word("ui.inbox.list", { tab: word(`ui.inbox.${tab}`), n: total })}
    >
      <div className="inbox-head small" data-cases="true" aria-hidden="true">
        <span>{word("ui.inbox.head.who")}</span>
        <span>{word("ui.inbox.case.where")}</span>
        <span>{word("ui.inbox.head.level")}</span>
        <span>{word("ui.inbox.case.owner")}</span>
        <span>{word("ui.inbox.case.received")}</span>
        <span>{word("ui.inbox.case.due")}</span>
      </div>
      <ul className="scroll grow">
        {rows.map((row) => (
          <CaseRow key={row.case} row={row} />
        ))}
      </ul>
      {list.data?.next && (
        <div className="panel-foot small second">{word("ui.inbox.first_cases", { n: rows.length })}</div>
      )}
    </section>
  );
}

function CaseRow({ row }: { row: RegisterLine }): ReactElement {
  const now = useNow();
  const [, go] = useLocation();
  const names = useNames();
  const procedure = useProcedure(row.procedure);
  const late = row.next_due !== null && Date.parse(row.next_due) < Date.parse(now);
  const over = isOver(row.state);
  const state: State = over ? "done" : late ? "late" : "now";
  const open = () => go(`/cases/${row.case}?`);
  return (
    <li>
      <button type="button" className="plain inbox-row" data-cases="true" onClick={open} onKeyDown={neighbours()}>
        <span className="inbox-who">
          <span className="inbox-line">
            <span className="strong clip">{names.customer(row.customer)}</span>
            <span className="small second">{row.number}</span>
          </span>
          <span className="small second clip">{[row.product, row.summary].filter(Boolean).join("　")}</span>
        </span>
        <span className="inbox-what">
          <Mark state={state} />
          <span className="inbox-words">
            <span className="clip">
              {over ? word(`state.case.${row.state}`) : row.next_task ? taskName(procedure, row.next_task) : ""}
            </span>
            <span className="small second clip">{stageName(procedure, row.stage)}</span>
          </span>
        </span>
        <Level severity={row.severity} />
        <span>{names.account(row.owner)}</span>
        <span>{day(row.received_on, now)}</span>
        <span className={late ? "bad strong" : undefined}>
          {row.next_due ? day(row.next_due, now) : "–"} {late && word("ui.inbox.late")}
        </span>
      </button>
    </li>
  );
}
