/** 待我处理: open tasks in the order of their deadlines, with a preview of the chosen one at the side. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { addressOf, approves } from "../../data/address";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { taskOf, useNames, useProcedure } from "../../data/masters";
import { sentences } from "../../data/speak";
import type { InboxTask } from "../../types.gen";
import { Clocks } from "../../ui/Clocks";
import { onKeys } from "../../ui/keys";
import { Level } from "../../ui/Level";
import { Mark } from "../../ui/Mark";
import { Notice } from "../../ui/Page";
import { day, moment } from "../../ui/time";
import { named, word } from "../../words/i18n";
import { MOST } from "./asked";
import { Begin } from "./Begin";
import { type Group, grouped, weekEnd } from "./group";
import { Preview } from "./Preview";

const nameOf = (task: InboxTask) => `${task.case}/${task.task.task}/${task.task.slot}/${task.task.round}`;

/** What was chosen last: coming back from a case finds it again. */
let chosenBefore: string | undefined;

export function Waiting({ onRegister }: { onRegister: () => void }): ReactElement {
  const now = useNow();
  const [, go] = useLocation();
  const list = useRead("inbox_list", { limit: MOST });
  const [chosen, setChosen] = useState(chosenBefore);
  const rows = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => grouped(list.data?.tasks ?? [], now), [list.data, now]);
  const tasks = useMemo(() => groups.flatMap((group) => group.tasks), [groups]);

  // The arrows work at once; whoever is at work elsewhere on the page is left there.
  const ready = tasks.length > 0;
  useEffect(() => {
    const at = document.activeElement;
    if (ready && (at === null || at === document.body || at.id === "main")) {
      rows.current?.querySelector<HTMLButtonElement>('.inbox-row[aria-current="true"]')?.focus();
    }
  }, [ready]);

  if (list.isError) {
    return (
      <Notice tone="bad" action={<Button onClick={() => void list.refetch()}>{word("ui.error.retry")}</Button>}>
        {sentences(list.error).join(" ")}
      </Notice>
    );
  }
  if (!list.data) return <div className="panel inbox-list" aria-busy="true" />;
  if (tasks.length === 0) return <Begin onRegister={onRegister} />;

  const at = Math.max(
    0,
    tasks.findIndex((task) => nameOf(task) === chosen),
  );
  const task = tasks[at];
  const choose = (next: InboxTask) => {
    chosenBefore = nameOf(next);
    setChosen(chosenBefore);
  };
  const move = (to: number) => {
    const next = Math.min(tasks.length - 1, Math.max(0, to));
    rows.current?.querySelectorAll<HTMLButtonElement>(".inbox-row")[next]?.focus();
  };
  const to = (next: number) => () => move(next);
  const keys = onKeys({
    ArrowDown: to(at + 1),
    ArrowUp: to(at - 1),
    PageDown: to(at + 8),
    PageUp: to(at - 8),
    Home: to(0),
    End: to(tasks.length - 1),
  });
  return (
    <div className="inbox-body">
      <section
        className="panel inbox-list"
        aria-label={word("ui.inbox.list", { tab: word("ui.inbox.waiting"), n: tasks.length })}
      >
        <div className="inbox-head small" aria-hidden="true">
          <span>{word("ui.inbox.head.who")}</span>
          <span>{word("ui.inbox.head.what")}</span>
          <span>{word("ui.inbox.head.level")}</span>
          <span>
            {word("ui.inbox.head.due")} <span className="dim">{word("ui.inbox.head.first")} ↑</span>
          </span>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons inside, each of which takes the focus itself */}
        <div className="scroll grow" ref={rows} onKeyDown={keys}>
          {groups.map(({ group, tasks: held }) => (
            <section key={group} aria-labelledby={`inbox-${group}`}>
              <h2 className="inbox-group" id={`inbox-${group}`} data-group={group}>
                {word(`ui.inbox.${group}`)} <span className="second">{held.length}</span>
                <GroupDay group={group} now={now} />
              </h2>
              <ul>
                {held.map((one) => (
                  <Row
                    key={nameOf(one)}
                    task={one}
                    now={now}
                    chosen={one === task}
                    late={group === "late"}
                    onChoose={() => choose(one)}
                    onOpen={(approval) => go(addressOf(one.case, one.task, approval))}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div className="panel-foot small second">
          <kbd>↑</kbd>
          <kbd>↓</kbd> {word("ui.inbox.select")} <kbd>Enter</kbd> {word("ui.inbox.open_task")}
          <span className="grow" />
          {tasks.length >= MOST && word("ui.inbox.first", { n: MOST })}
        </div>
      </section>
      {task && <Preview task={task} />}
    </div>
  );
}

function GroupDay({ group, now }: { group: Group; now: string }): ReactElement | null {
  if (group === "today") return <span className="dim">{day(now, now)}</span>;
  if (group === "week") return <span className="dim">{word("ui.inbox.until", { day: day(weekEnd(now), now) })}</span>;
  return null;
}

function Row({
  task,
  now,
  chosen,
  late,
  onChoose,
  onOpen,
}: {
  task: InboxTask;
  now: string;
  chosen: boolean;
  late: boolean;
  onChoose: () => void;
  onOpen: (approval: boolean) => void;
}): ReactElement {
  const names = useNames();
  const procedure = useProcedure(task.procedure);
  const what = taskOf(procedure, task.task.task);
  const approval = approves(procedure, task.task.task);
  const open = () => onOpen(approval);
  const opened = task.opened ? moment(task.opened, now) : "";
  const about = [task.product, task.lot && word("ui.inbox.lot", { lot: task.lot })].filter(Boolean).join("　");
  return (
    <li>
      <button
        type="button"
        className="plain inbox-row"
        aria-current={chosen ? "true" : undefined}
        tabIndex={chosen ? 0 : -1}
        onFocus={onChoose}
        onClick={onChoose}
        onDoubleClick={open}
        onKeyDown={onKeys({ Enter: open })}
      >
        <span className="inbox-who">
          <span className="inbox-line">
            <span className="strong clip">{names.customer(task.customer)}</span>
            <span className="small second">{task.number}</span>
          </span>
          <span className="small second clip">{about ? `${about}　${task.summary}` : task.summary}</span>
        </span>
        <span className="inbox-what">
          <Mark state={late ? "late" : "now"} />
          <span className="inbox-words">
            <span className="inbox-line">
              <span className="strong clip">{what ? named(what.name) : task.task.task}</span>
              {task.task.slot && <span className="chip">{word("ui.inbox.slot", { slot: task.task.slot })}</span>}
              {approval && <span className="chip">{word("ui.inbox.approval")}</span>}
            </span>
            <span className="small second clip">
              {task.owner
                ? word("ui.inbox.since", { owner: names.account(task.owner), at: opened })
                : word("ui.inbox.since_only", { at: opened })}
            </span>
          </span>
        </span>
        <Level severity={task.severity} />
        <Clocks due={task.due} customerDue={task.customer_due} now={now} />
      </button>
    </li>
  );
}
