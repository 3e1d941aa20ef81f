/** 告知与待阅: what others have done and this person is told of. Reading it is one key; it holds nobody up. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useLocation } from "wouter";
import { useRead, useWrite } from "../../data/client";
import { useNow } from "../../data/clock";
import { stageName, taskName, useProcedure } from "../../data/masters";
import { useSay } from "../../data/say";
import { byName } from "../../data/speak";
import { isTold, toldTo } from "../../data/told";
import type { InboxTask } from "../../types.gen";
import { Clocks } from "../../ui/Clocks";
import { Level } from "../../ui/Level";
import { Mark } from "../../ui/Mark";
import { Empty } from "../../ui/Page";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { MOST } from "./asked";
import { besideOf, neighbours } from "./neighbours";
import { Who } from "./Who";

export function Told(): ReactElement {
  const list = useRead("inbox_list", { limit: MOST });
  const rows = (list.data?.tasks ?? []).filter((row) => isTold(row.task));
  if (list.data && rows.length === 0) {
    return (
      <section className="panel inbox-list">
        <Empty title={word("ui.inbox.none.told")} text={word("ui.inbox.none.told_text")} />
      </section>
    );
  }
  // What is to be read by a day comes first; the rest is for whoever has the time.
  const groups = [
    { is: "due", rows: rows.filter((row) => row.due !== null) },
    { is: "any", rows: rows.filter((row) => row.due === null) },
  ].filter((group) => group.rows.length > 0);
  return (
    <section
      className="panel inbox-list"
      aria-busy={!list.data}
      aria-label={word("ui.inbox.list", { tab: word("ui.inbox.told"), n: rows.length })}
    >
      <div className="scroll grow">
        {groups.map((group) => (
          <section key={group.is} aria-labelledby={`inbox-told-${group.is}`}>
            <h2 className="inbox-group" id={`inbox-told-${group.is}`}>
              {word(`ui.inbox.telling.${group.is}`)} <span className="second">{group.rows.length}</span>
            </h2>
            <ul>
              {group.rows.map((row) => (
                <Row key={`${row.case}/${row.task.task}/${row.task.slot}/${row.task.round}`} row={row} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="panel-foot small second">
        <kbd>{word("ui.inbox.space")}</kbd> {word("ui.inbox.telling.read")} <kbd>Enter</kbd>{" "}
        {word("ui.inbox.open_case")}
      </p>
    </section>
  );
}

function Row({ row }: { row: InboxTask }): ReactElement {
  const now = useNow();
  const [, go] = useLocation();
  const say = useSay();
  const procedure = useProcedure(row.procedure);
  const read = useWrite("task_do");
  const about = [row.product, row.lot && word("ui.inbox.lot", { lot: row.lot })].filter(Boolean).join("　");
  const acknowledge = (from: Element | null) => {
    if (read.isPending) return;
    const next = from && besideOf(from);
    const asked = { case: row.case, task: row.task, step: "done" as const, reason: "", behalf: null, paper: null };
    read.mutate(asked, { onSuccess: () => next?.focus(), onError: (error) => say.failed(error, procedure) });
  };
  const open = () => go(`/cases/${row.case}?`);
  return (
    <li className="inbox-told">
      <button
        type="button"
        className="plain inbox-row"
        data-told="true"
        onClick={open}
        onKeyDown={(event) => {
          const at = event.currentTarget;
          neighbours({ " ": () => acknowledge(at), Enter: open })(event);
        }}
      >
        <Who of={row} about={about} />
        <span className="inbox-what">
          <Mark state="done" />
          <span className="inbox-words">
            <span className="clip">
              {word("ui.inbox.telling.what", { task: taskName(procedure, row.task.task) })}{" "}
              <span className="small second">{stageName(procedure, row.stage)}</span>
            </span>
            <span className="small second clip">
              {word("ui.inbox.telling.to", {
                to: byName(toldTo(row.task), procedure),
                at: row.opened ? moment(row.opened, now) : "–",
              })}
            </span>
          </span>
        </span>
        <Level severity={row.severity} />
        {row.due ? <Clocks due={row.due} now={now} /> : <span className="dim">{word("ui.inbox.telling.no_day")}</span>}
      </button>
      <Button
        loading={read.isPending}
        aria-label={`${word("ui.inbox.telling.read")} ${row.number} ${taskName(procedure, row.task.task)}`}
        onClick={(event) => acknowledge(event.currentTarget.parentElement?.querySelector(".inbox-row") ?? null)}
      >
        {word("ui.inbox.telling.read")}
      </Button>
    </li>
  );
}
