/** The task at hand; of several, pills to choose; where none is mine, who has it and since when. */
import type { ReactElement } from "react";
import { useNow } from "../../data/clock";
import { taskName, useNames } from "../../data/masters";
import { blockedText } from "../../data/speak";
import type { CaseView, DraftView, Procedure, TaskKey, TaskView } from "../../types.gen";
import { Clocks } from "../../ui/Clocks";
import { Mark } from "../../ui/Mark";
import { Notice, Panel } from "../../ui/Page";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { namesText } from "./holder";
import { ballTask, clockOf, isMine, isOpen, isToDo, isTold, pauseOf, sameKey } from "./stand";
import { TaskForm } from "./task";
import { Offers } from "./task/Offers";
import { Story } from "./task/Story";
import { subjectOf } from "./task/subject";
import { Told } from "./task/Told";
import { useHolder } from "./useHolder";

export function Tasks({
  view,
  procedure,
  drafts,
  chosen,
  onChoose,
  onDone,
}: {
  view: CaseView;
  procedure: Procedure;
  drafts: DraftView[];
  chosen: TaskKey | null;
  onChoose: (key: TaskKey) => void;
  onDone: (after: CaseView) => void;
}): ReactElement {
  const names = useNames();
  const mine = view.tasks.filter(isMine);
  // What is merely to be read comes after what is to be done.
  const first = ballTask({ ...view, tasks: mine }) ?? mine[0];
  const task = (chosen && view.tasks.find((one) => sameKey(one.row, chosen))) || first;
  const pills = task && !mine.includes(task) ? [...mine, task] : mine;
  const subject = (one: TaskView) => {
    const of = subjectOf(view, one, procedure, names);
    return of ? ` · ${of}` : "";
  };
  return (
    <>
      {pills.length > 1 && (
        <div className="case-pills" role="tablist" aria-label={word("ui.case.open_tasks")}>
          {pills.map((one) => (
            <button
              key={`${one.row.task}/${one.row.slot}/${one.row.round}`}
              type="button"
              role="tab"
              aria-selected={one === task}
              className="case-pill"
              title={taskName(procedure, one.row.task) + subject(one)}
              onClick={() => onChoose(one.row)}
            >
              {taskName(procedure, one.row.task)}
              {subject(one)}
            </button>
          ))}
        </div>
      )}
      {task && (isToDo(task) || task.row.state === "waiting") ? (
        <div className="case-task">
          {isTold(task) ? (
            <Told view={view} task={task} procedure={procedure} onDone={onDone} />
          ) : (
            <TaskForm view={view} task={task} procedure={procedure} drafts={drafts} onDone={onDone} />
          )}
        </div>
      ) : (
        <Waiting view={view} procedure={procedure} onChoose={onChoose} onDone={onDone} />
      )}
    </>
  );
}

/** Nothing here is mine: what is open, with whom, since when, and what stands in the way. */
function Waiting({
  view,
  procedure,
  onChoose,
  onDone,
}: {
  view: CaseView;
  procedure: Procedure;
  onChoose: (key: TaskKey) => void;
  onDone: (after: CaseView) => void;
}): ReactElement {
  const all = view.tasks.filter(isOpen);
  const open = all.filter((task) => !isTold(task));
  const told = all.filter(isTold);
  const row = (task: TaskView) => (
    <WaitingRow
      key={`${task.row.task}/${task.row.slot}/${task.row.round}`}
      task={task}
      view={view}
      procedure={procedure}
      onChoose={onChoose}
      onDone={onDone}
    />
  );
  const pause = pauseOf(view);
  return (
    <div className="case-waiting scroll">
      {pause && (
        <Notice>
          <Mark state="paused" size={14} /> {word("ui.case.paused_for", { holder: pause.holder, reason: pause.reason })}
        </Notice>
      )}
      <Panel title={word(open.length > 0 ? "ui.case.waits_for" : "ui.case.nothing_open")}>
        {open.length === 0 && <p className="case-none second">{word("ui.case.nothing_open_text")}</p>}
        <ul>{open.map(row)}</ul>
      </Panel>
      {told.length > 0 && (
        <Panel title={word("ui.case.waits_read")}>
          <ul>{told.map(row)}</ul>
        </Panel>
      )}
    </div>
  );
}

function WaitingRow({
  task,
  view,
  procedure,
  onChoose,
  onDone,
}: {
  task: TaskView;
  view: CaseView;
  procedure: Procedure;
  onChoose: (key: TaskKey) => void;
  onDone: (after: CaseView) => void;
}): ReactElement {
  const now = useNow();
  const names = useNames();
  const holder = useHolder(view, procedure)(task.row);
  const clock = clockOf(view, task.row);
  const subject = subjectOf(view, task, procedure, names);
  return (
    <li className="case-wait">
      <Mark state="now" size={14} />
      <div className="grow">
        <p>
          <button type="button" className="plain strong" onClick={() => onChoose(task.row)}>
            {taskName(procedure, task.row.task)}
            {subject && ` · ${subject}`}
          </button>
        </p>
        <p className="small second">
          {word("ui.case.held_by", { who: namesText(holder.names) || holder.as })}
          {holder.names.length > 0 && `（${holder.as}）`}
          {task.row.opened && `　${word("ui.case.since", { at: moment(task.row.opened, now) })}`}
        </p>
        <Story row={task.row} />
        {task.blocked.length > 0 && (
          <ul className="small dim">
            {task.blocked.map((one) => (
              <li key={blockedText(one, procedure)}>{blockedText(one, procedure)}</li>
            ))}
          </ul>
        )}
        <Offers view={view} task={task} procedure={procedure} onDone={onDone} />
      </div>
      <Clocks
        due={clock?.due ?? null}
        customerDue={clock?.customer_due ?? null}
        now={now}
        paused={clock?.paused_with ?? null}
      />
    </li>
  );
}
