/** 待我处理: open tasks in the order of their deadlines, with a preview of the chosen one at the side. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { addressOf, approves } from "../../data/address";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { taskName, useNames, useProcedure } from "../../data/masters";
import { sentences } from "../../data/speak";
import { isAdded, isTold, lineOf } from "../../data/told";
import type { InboxTask } from "../../types.gen";
import { Clocks } from "../../ui/Clocks";
import { onKeys } from "../../ui/keys";
import { Level } from "../../ui/Level";
import { Mark } from "../../ui/Mark";
import { Empty, Notice } from "../../ui/Page";
import { day, moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { MOST } from "./asked";
import { Begin } from "./Begin";
import { type Group, grouped, weekEnd } from "./group";
import { Preview } from "./Preview";
import { isIn, type Part } from "./parts";
import { Who } from "./Who";

const nameOf = (task: InboxTask) => `${task.case}/${task.task.task}/${task.task.slot}/${task.task.round}`;

/** What was chosen last: coming back from a case finds it again. */
let chosenBefore: string | undefined;

export function Waiting({
  part,
  onRegister,
  onAll,
}: {
  /** The part of the day to which the list is narrowed: what one is told by a day stands in it too. */
  part: Part | null;
  onRegister: () => void;
  onAll: () => void;
}): ReactElement {
  const now = useNow();
  const [, go] = useLocation();
  const list = useRead("inbox_list", { limit: MOST });
  const [chosen, setChosen] = useState(chosenBefore);
  const rows = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => {
    const shown = (task: InboxTask) => (part ? isIn(part, task.due, now) : !isTold(task.task));
    return grouped((list.data?.tasks ?? []).filter(shown), now);
  }, [list.data, now, part]);
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
  if (tasks.length === 0 && part) {
    return (
      <section className="panel inbox-list">
        <Empty title={word("ui.inbox.digest.none", { part: word(`ui.inbox.digest.${part}`) })} text="">
          <Button onClick={onAll}>{word("ui.inbox.digest.all")}</Button>
        </Empty>
      </section>
    );
  }
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
                    onOpen={(approval) =>
                      go(isTold(one.task) ? `/cases/${one.case}?` : addressOf(one.case, one.task, approval))
                    }
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
          {part && (
            <>
              {word("ui.inbox.digest.only", { part: word(`ui.inbox.digest.${part}`) })}
              <Button size="small" onClick={onAll}>
                {word("ui.inbox.digest.all")}
              </Button>
            </>
          )}
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
  const told = isTold(task.task);
  const approval = !told && approves(procedure, task.task.task);
  const line = lineOf(task.task);
  const near = !late && task.remind !== null && Date.parse(task.remind) <= Date.parse(now);
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
        <Who of={task} about={about} />
        <span className="inbox-what">
          <Mark state={late ? "late" : task.paused_with !== null ? "paused" : "now"} />
          <span className="inbox-words">
            <span className="inbox-line">
              <span className="strong clip">{taskName(procedure, task.task.task)}</span>
              {line && <span className="chip">{word("ui.inbox.slot", { slot: line })}</span>}
              {isAdded(task.task) && <span className="chip">{word("ui.inbox.added")}</span>}
              {told && <span className="chip">{word("ui.inbox.to_read")}</span>}
              {near && <span className="chip heed">{word("ui.inbox.near")}</span>}
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
        {task.unknown_year === null ? (
          <Clocks
            due={task.due}
            customerDue={told ? undefined : task.customer_due}
            now={now}
            paused={task.paused_with === null ? null : word("ui.inbox.ball", { who: task.paused_with })}
          />
        ) : (
          <span className="heed small">{word("ui.inbox.unknown_year", { year: task.unknown_year })}</span>
        )}
      </button>
    </li>
  );
}
