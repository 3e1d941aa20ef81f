/** The case on the desk: what of it is shown in the middle, and the keys and files that reach it from anywhere. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useEffect, useRef, useState } from "react";
import { useSearch } from "wouter";
import { taskAt } from "../../data/address";
import { stale } from "../../data/client";
import { sentences } from "../../data/speak";
import { useFilesAnywhere } from "../../fields/anywhere";
import type { CaseView, DraftView, Procedure, TaskKey } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Notice } from "../../ui/Page";
import { useBring } from "./bring";
import { CaseHead } from "./CaseHead";
import { Ends } from "./Ends";
import { itemsOf } from "./items";
import { SectionList } from "./SectionList";
import { SectionPane } from "./SectionPane";
import { Side } from "./Side";
import { isMine, isToDo, sameKey } from "./stand";
import { Tasks } from "./Tasks";

/** What stands in the middle. */
export type Shown = { is: "task"; key: TaskKey | null } | { is: "target"; target: string };

export function Desk({
  view,
  procedure,
  drafts,
  lost,
}: {
  view: CaseView;
  procedure: Procedure;
  drafts: DraftView[];
  /** The case could not be read again; what is shown may be old. */
  lost: Error | null;
}): ReactElement {
  const search = useSearch();
  const queries = useQueryClient();
  const [shown, setShown] = useState<Shown>(
    // A case that is over is read: there is nothing to do on it.
    view.tasks.some(isToDo) ? { is: "task", key: null } : { is: "target", target: "complaint" },
  );
  // An address names a task: whoever follows it sees that task, though another was open.
  // One that is over, or of another case (an address is kept while pages change), is not followed.
  const tasks = useRef(view.tasks);
  tasks.current = view.tasks;
  useEffect(() => {
    const key = taskAt(new URLSearchParams(search).get("task"), tasks.current);
    if (key && tasks.current.some((task) => sameKey(task.row, key) && isToDo(task))) setShown({ is: "task", key });
  }, [search]);
  const bring = useBring(view.case);
  useFilesAnywhere((files) => void bring.take(files));

  const items = itemsOf(view, procedure);
  const open = (target: string) => {
    // What is to be done now is opened as a task; what is done is read.
    const task = view.tasks.find((one) => isMine(one) && one.fills.some((fill) => fill.target === target));
    setShown(task ? { is: "task", key: task.row } : { is: "target", target });
  };
  const panes = useRef<HTMLDivElement>(null);
  const nextPane = () => {
    const all = [...(panes.current?.querySelectorAll<HTMLElement>("[data-pane]") ?? [])];
    const at = all.findIndex((pane) => pane.contains(document.activeElement));
    const next = all[(at + 1) % all.length];
    (next?.querySelector<HTMLElement>("input:not(:disabled), textarea:not(:disabled), button") ?? next)?.focus();
  };
  const jumps = items.slice(0, 9).map((item, n) => [`Alt+${n + 1}`, () => open(item.target)] as const);
  useKeys({ ...Object.fromEntries(jumps), F6: nextPane, "Alt+0": () => setShown({ is: "task", key: null }) });

  const done = (after: CaseView) => {
    queries.setQueryData(["case_get", { case: view.case, number: null }], after);
    stale(queries, "task_do");
    setShown({ is: "task", key: null });
  };
  const key = shown.is === "task" ? shown.key : null;
  const here = key && view.tasks.some((task) => sameKey(task.row, key) && isToDo(task)) ? key : null;
  return (
    <div className="case">
      <CaseHead view={view} procedure={procedure} onOpen={open} onTask={(of) => setShown({ is: "task", key: of })} />
      <Ends view={view} procedure={procedure} />
      {lost && <Notice tone="bad">{sentences(lost, procedure).join(" ")}</Notice>}
      {bring.wrong.length > 0 && <Notice tone="bad">{bring.wrong.join(" ")}</Notice>}
      <div className="case-body" ref={panes}>
        <SectionList
          items={items}
          shown={shown}
          onOpen={open}
          onTask={() => setShown({ is: "task", key: null })}
          open={view.tasks.filter(isMine).length}
        />
        <div className="case-middle" data-pane="middle">
          {shown.is === "target" ? (
            <SectionPane
              key={shown.target}
              view={view}
              procedure={procedure}
              target={shown.target}
              drafts={drafts}
              onBack={() => setShown({ is: "task", key: null })}
            />
          ) : (
            <Tasks
              view={view}
              procedure={procedure}
              drafts={drafts}
              chosen={here}
              onChoose={(of) => setShown({ is: "task", key: of })}
              onDone={done}
            />
          )}
        </div>
        <Side view={view} procedure={procedure} drafts={drafts} bring={bring} />
      </div>
    </div>
  );
}
