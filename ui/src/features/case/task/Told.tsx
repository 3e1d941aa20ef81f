/** What somebody is told: the task that was done, by whom, what it says; read in one press 已阅 (I-6). It holds nothing. */

import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useState } from "react";
import { useNow } from "../../../data/clock";
import { taskName, taskOf, useNames } from "../../../data/masters";
import { useSay } from "../../../data/say";
import { blockedText, targetName } from "../../../data/speak";
import { slotOf } from "../../../data/told";
import { isRecord } from "../../../fields/registry";
import type { CaseView, SectionView, Task, TaskView } from "../../../types.gen";
import { ActionStrip } from "../../../ui/ActionStrip";
import { useKeys } from "../../../ui/keys";
import { Panel } from "../../../ui/Page";
import { moment } from "../../../ui/time";
import { word } from "../../../words/i18n";
import { ReadOnly } from "../SectionPane";
import { recordsOf, versionsOf } from "../stand";
import { keyOf } from "./fills";
import { write } from "./save";
import type { TaskProps } from "./useTask";

/** Do they say that they have read it, or is it a notice that merely stands there? */
export function isRead(of: Task | undefined, slot: string): boolean {
  const to = slotOf(slot).name;
  return of?.tells.some((tell) => tell.to === to && tell.acknowledge) ?? false;
}

/** What the task filled, as it stands now. */
function filled(view: CaseView, target: string): { body: unknown; extra?: SectionView["row"]["extra"] } | undefined {
  if (isRecord(target)) return recordsOf(view, target).at(-1)?.row;
  const rows = versionsOf(view, target);
  return (rows.findLast((one) => one.counts) ?? rows.at(-1))?.row;
}

export function Told({ view, task, procedure, onDone }: Omit<TaskProps, "drafts">): ReactElement {
  const queries = useQueryClient();
  const names = useNames();
  const now = useNow();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const of = taskOf(procedure, task.row.task);
  const { line } = slotOf(task.row.slot);
  const done = view.tasks.findLast(
    ({ row }: TaskView) => row.task === task.row.task && row.slot === line && row.round === task.row.round,
  )?.row;
  const shown = (of?.fills ?? []).flatMap((target) => {
    const row = filled(view, target);
    return row ? [{ target, row }] : [];
  });
  const read = async () => {
    if (busy || task.blocked.length > 0) return;
    setBusy(true);
    try {
      const request = {
        case: view.case,
        task: keyOf(task),
        step: "done" as const,
        reason: "",
        behalf: null,
        paper: null,
      };
      const after = await write("task_do", request);
      for (const name of ["inbox_list", "register_list", "case_timeline"]) {
        void queries.invalidateQueries({ queryKey: [name] });
      }
      onDone(after);
    } catch (error) {
      say.failed(error, procedure);
    } finally {
      setBusy(false);
    }
  };
  useKeys({ "Ctrl+Enter": () => void read() });
  return (
    <div className="task col">
      <header className="task-head">
        <h2>{word(isRead(of, task.row.slot) ? "ui.task.told.to_read" : "ui.task.told.notice")}</h2>
        <span className="second clip">{taskName(procedure, task.row.task)}</span>
      </header>
      <div className="scroll grow task-body">
        {done?.done_at && (
          <p className="second task-told">
            {word("ui.task.told.done", {
              who: names.who(done.done_by),
              at: moment(done.done_at, now),
              task: taskName(procedure, task.row.task),
            })}
          </p>
        )}
        {shown.map(({ target, row }) => (
          <Panel key={target} title={targetName(target)} className="task-told-part">
            <ReadOnly view={view} procedure={procedure} target={target} body={row.body} extra={row.extra ?? {}} />
          </Panel>
        ))}
      </div>
      <ActionStrip
        reasons={task.blocked.map((one) => ({ text: blockedText(one, procedure) }))}
        note={word("ui.task.told.hint")}
        primary={word("ui.task.told.read")}
        onPrimary={() => void read()}
        busy={busy}
      />
    </div>
  );
}
