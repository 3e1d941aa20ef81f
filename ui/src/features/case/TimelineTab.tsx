/** What happened, newest first: one line for each thing that somebody did. */
import type { ReactElement } from "react";
import { useMemo } from "react";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import type { Names } from "../../data/masters";
import { stageName, taskName, useNames } from "../../data/masters";
import { sentences, targetName } from "../../data/speak";
import type { CaseView, Procedure } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { local, moment, today } from "../../ui/time";
import { word } from "../../words/i18n";
import { Offers } from "./task/Offers";
import type { Line } from "./timeline";
import { linesOf } from "./timeline";

/** Of what was done, that it is taken back: the rest is offered where it is still to be done. */
const TAKE_BACK = ["take_back"] as const;

/** `今天 13:40`, `11-20 16:02`, `2025-11-20`. */
function when(at: string, now: string): string {
  const then = local(at);
  if (then.format("YYYY-MM-DD") === today(now)) return word("ui.case.today", { at: then.format("HH:mm") });
  return then.year() === local(now).year() ? then.format("MM-DD HH:mm") : then.format("YYYY-MM-DD");
}

export function TimelineTab({ view, procedure }: { view: CaseView; procedure: Procedure }): ReactElement {
  const now = useNow();
  const names = useNames();
  const read = useRead("case_timeline", { case: view.case });
  const lines = useMemo(() => linesOf(read.data?.entries ?? [], view), [read.data, view]);
  if (read.isError) return <Notice tone="bad">{sentences(read.error, procedure).join(" ")}</Notice>;
  return (
    <ol className="case-past" aria-label={word("ui.case.past")}>
      {lines.map((line) => (
        <li key={line.tx} data-mark={line.mark}>
          <time className="small second" dateTime={line.at} title={local(line.at).format("YYYY-MM-DD HH:mm:ss")}>
            {when(line.at, now)}
          </time>
          <span className="case-dot" aria-hidden="true" />
          <span className="case-what">
            <b>{names.account(line.actor)}</b> {textOf(line, procedure, names, now)}
            {line.to.length > 0 && (
              <span className="second">
                {" "}
                {word("ui.case.came_to", {
                  stages: line.to.map((id) => stageName(procedure, id)).join(word("ui.list.comma")),
                })}
              </span>
            )}
            {line.reason && <span className="small second case-reason">{line.reason}</span>}
            {line.task && <Offers view={view} task={line.task} procedure={procedure} only={TAKE_BACK} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** A line in words; an act without words of its own is said by the name of its command, never hidden. */
function textOf(line: Line, procedure: Procedure, names: Names, now: string): string {
  const about =
    line.about === null
      ? ""
      : line.about.is === "task"
        ? word("ui.case.quoted", { name: taskName(procedure, line.about.id) })
        : word("ui.case.quoted", { name: targetName(line.about.id) });
  const who = line.who === null ? "" : names.account(line.who);
  const until = line.until === null ? "" : moment(line.until, now);
  return word(`ui.case.did.${line.did}`, { about, detail: line.detail, who, until }).trim();
}
