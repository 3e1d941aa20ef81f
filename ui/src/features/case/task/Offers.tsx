/** What somebody may do with a row of a task that they do not do themselves: each as a button with its dialog (A-4, T-4). */
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { stale } from "../../../data/client";
import { taskOf } from "../../../data/masters";
import { useSession } from "../../../data/session";
import type { CaseView, Procedure, TaskView } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { WayDialog } from "./WayDialog";
import type { Way } from "./ways";
import { offersOf } from "./ways";

export function Offers({
  view,
  task,
  procedure,
  only,
  onDone,
}: {
  view: CaseView;
  task: TaskView;
  procedure: Procedure;
  /** These alone; all when left out. */
  only?: readonly Way[];
  onDone?: (after: CaseView) => void;
}): ReactElement | null {
  const me = useSession().me.account;
  const queries = useQueryClient();
  const [way, setWay] = useState<Way | null>(null);
  const of = taskOf(procedure, task.row.task);
  const ways = offersOf(task, me).filter((one) => only?.includes(one) ?? true);
  if (!of || ways.length === 0) return null;
  const done = (after: CaseView) => {
    queries.setQueryData(["case_get", { case: view.case, number: null }], after);
    stale(queries, "task_do");
    onDone?.(after);
  };
  return (
    <p className="row task-offers">
      {ways.map((one) => (
        <Button key={one} size="small" onClick={() => setWay(one)}>
          {word(`ui.task.way.${one}`)}…
        </Button>
      ))}
      {way && (
        <WayDialog
          view={view}
          task={task}
          procedure={procedure}
          of={of}
          way={way}
          onDone={done}
          onClose={() => setWay(null)}
        />
      )}
    </p>
  );
}
