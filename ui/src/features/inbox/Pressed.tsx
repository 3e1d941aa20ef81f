/** 催办: late tasks of others that are told to a role of this person. They go when the task is done. */
import type { ReactElement } from "react";
import { useLocation } from "wouter";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { roleName, stageName, taskName, taskOf, useProcedure } from "../../data/masters";
import { byName } from "../../data/speak";
import type { PressedTask } from "../../types.gen";
import { Level } from "../../ui/Level";
import { Mark } from "../../ui/Mark";
import { Empty } from "../../ui/Page";
import { moment, rest } from "../../ui/time";
import { word } from "../../words/i18n";
import { MOST } from "./asked";
import { neighbours } from "./neighbours";
import { Who } from "./Who";

export function Pressed(): ReactElement {
  const list = useRead("inbox_list", { limit: MOST });
  const rows = list.data?.pressed ?? [];
  if (list.data && rows.length === 0) {
    return (
      <section className="panel inbox-list">
        <Empty title={word("ui.inbox.none.pressed")} text={word("ui.inbox.none.pressed_text")} />
      </section>
    );
  }
  return (
    <section
      className="panel inbox-list"
      aria-busy={!list.data}
      aria-label={word("ui.inbox.list", { tab: word("ui.inbox.pressed"), n: rows.length })}
    >
      <div className="inbox-head small" data-plain="true" aria-hidden="true">
        <span>{word("ui.inbox.head.who")}</span>
        <span>{word("ui.inbox.pressing.what")}</span>
        <span>{word("ui.inbox.head.level")}</span>
        <span>{word("ui.inbox.pressing.due")}</span>
      </div>
      <ul className="scroll grow">
        {rows.map((row) => (
          <Row key={`${row.case}/${row.task.task}/${row.task.slot}/${row.task.round}/${row.role}`} row={row} />
        ))}
      </ul>
      <p className="panel-foot small second">
        <kbd>Enter</kbd> {word("ui.inbox.open_case")}
      </p>
    </section>
  );
}

function Row({ row }: { row: PressedTask }): ReactElement {
  const now = useNow();
  const [, go] = useLocation();
  const procedure = useProcedure(row.procedure);
  const by = (taskOf(procedure, row.task.task)?.by ?? []).map((one) => byName(one, procedure)).join(word("by.or"));
  const since = moment(row.since, now);
  return (
    <li>
      <button
        type="button"
        className="plain inbox-row"
        data-plain="true"
        onClick={() => go(`/cases/${row.case}?`)}
        onKeyDown={neighbours()}
      >
        <Who of={row} />
        <span className="inbox-what">
          <Mark state="late" />
          <span className="inbox-words">
            <span className="inbox-line">
              <span className="strong clip">{taskName(procedure, row.task.task)}</span>
              <span className="small second">{stageName(procedure, row.stage)}</span>
            </span>
            <span className="small second clip">
              {word("ui.inbox.pressing.waits", { by })}
              {" · "}
              {row.role === null
                ? word("ui.inbox.pressing.since", { at: since })
                : word("ui.inbox.pressing.told", { at: since, role: roleName(procedure, row.role) })}
            </span>
          </span>
        </span>
        <Level severity={row.severity} />
        <span className="bad strong">
          {moment(row.due, now)} <span className="small">{rest(row.due, now).text}</span>
        </span>
      </button>
    </li>
  );
}
