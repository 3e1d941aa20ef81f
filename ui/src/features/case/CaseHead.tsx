/** The head of a case: which case, how bad, whose; where it stands, who has the ball, and the two clocks. */
import { Button } from "antd";
import { ArrowLeft, EyeOff, Repeat } from "lucide-react";
import type { ReactElement } from "react";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { stageName, taskName, useNames } from "../../data/masters";
import type { Body } from "../../fields/registry";
import type { CaseView, Procedure, TaskKey } from "../../types.gen";
import { Clocks } from "../../ui/Clocks";
import { Level } from "../../ui/Level";
import { StageLine } from "../../ui/StageLine";
import { day, moment, rest, span } from "../../ui/time";
import { word } from "../../words/i18n";
import { PapersMenu } from "../papers";
import { BallHistory } from "./BallHistory";
import { Links, Seal } from "./Ends";
import { HeadActs } from "./HeadActs";
import { namesText } from "./holder";
import { ballTask, bodyThatCounts, clockOf, pauseOf } from "./stand";
import { useHolder } from "./useHolder";
import { targetsOf, wayOf } from "./way";

export function CaseHead({
  view,
  procedure,
  onOpen,
  onTask,
}: {
  view: CaseView;
  procedure: Procedure;
  onOpen: (target: string) => void;
  onTask: (key: TaskKey) => void;
}): ReactElement {
  const [, go] = useLocation();
  const names = useNames();
  const complaint = bodyThatCounts(view, "complaint") ?? {};
  const level = bodyThatCounts(view, "level");
  const customer = names.customer(complaint.customer as number | null);
  const back = () => (window.history.length > 1 ? window.history.back() : go("/cases"));
  const owner = level?.owner as number | null | undefined;
  return (
    <header className="case-head">
      <div className="row case-head-line">
        <Button
          type="text"
          icon={<ArrowLeft size={16} strokeWidth={1.5} />}
          aria-label={word("ui.case.back")}
          onClick={back}
        />
        <h1>
          <span className="case-number second">{view.head.number}</span>
          <span className="case-title" title={defectOf(complaint)}>
            {customer}
            {"　"}
            {defectOf(complaint)} {piecesOf(complaint)}
          </span>
        </h1>
        {level?.severity ? <Level severity={String(level.severity)} /> : null}
        {level?.repeat === "yes" && <Earlier number={String(level.earlier ?? "")} />}
        <Seal state={view.head.state} />
        <Links links={view.head.links} />
        {view.head.confidential && (
          <span className="chip case-secret">
            <EyeOff size={12} strokeWidth={1.5} aria-hidden="true" /> {word("ui.case.confidential")}
          </span>
        )}
        {owner && (
          <span className="small case-owner">
            {word("ui.case.owner")} <b>{names.account(owner)}</b>
          </span>
        )}
        <span className="grow" />
        <HeadActs view={view} procedure={procedure}>
          <PapersMenu view={view} procedure={procedure} />
        </HeadActs>
      </div>
      <div className="case-state">
        <Way view={view} procedure={procedure} onOpen={onOpen} />
        <Ball view={view} procedure={procedure} onTask={onTask} />
      </div>
    </header>
  );
}

/** What happened, in our words where somebody has said it so, else in the customer's. */
function defectOf(complaint: Body): string {
  const words = complaint.words as { zh: string; en: string } | null | undefined;
  return String(complaint.defect || words?.zh || words?.en || "");
}

/** `12/400 件`, of the first line that says it. */
function piecesOf(complaint: Body): string {
  const lines = (complaint.lines as { defective: number | null; delivered: number | null }[] | null) ?? [];
  const line = lines.find((one) => one.defective !== null);
  if (!line) return "";
  const of = line.delivered === null ? "" : `/${line.delivered.toLocaleString("en")}`;
  return word("ui.case.pieces", { n: `${line.defective?.toLocaleString("en")}${of}` });
}

/** It came before: the earlier case is one press away, where there is one. */
function Earlier({ number }: { number: string }): ReactElement {
  const [, go] = useLocation();
  const earlier = useRead("case_get", { case: null, number }, { enabled: number !== "" });
  const text = (
    <>
      <Repeat size={12} strokeWidth={1.5} aria-hidden="true" /> {word("ui.case.repeat")}
      {number && ` · ${number}`}
    </>
  );
  const of = earlier.data?.case;
  if (of === undefined) return <span className="chip">{text}</span>;
  return (
    <button type="button" className="plain chip" onClick={() => go(`/cases/${of}`)}>
      {text}
    </button>
  );
}

function Way({
  view,
  procedure,
  onOpen,
}: {
  view: CaseView;
  procedure: Procedure;
  onOpen: (target: string) => void;
}): ReactElement {
  const now = useNow();
  const line = useRef<HTMLDivElement>(null);
  const { steps, parts } = wayOf(view, procedure, now);
  const at = view.head.stage;
  // A long way scrolls: what counts is where it stands.
  useEffect(() => {
    const current = line.current?.querySelector<HTMLElement>("[aria-current]");
    if (current && line.current && at) line.current.scrollLeft = current.offsetLeft - line.current.clientWidth / 2;
  }, [at]);
  const stages = steps.map((step) => ({
    id: step.id,
    name: stageName(procedure, step.id),
    state: step.state,
    ...(step.at
      ? { date: step.state === "done" ? day(step.at, now) : word("ui.case.by", { day: day(step.at, now) }) }
      : {}),
  }));
  const open = (id: string) => {
    const target = targetsOf(procedure, [id]).find((one) => view.sections.some((row) => row.row.kind === one));
    const first = target ?? targetsOf(procedure, [id])[0];
    if (first) onOpen(first);
  };
  return (
    <div className="case-way" ref={line}>
      <StageLine stages={stages} label={word("ui.case.way")} onOpen={open} />
      {parts && <span className="mini dim case-parts">{word("ui.case.way_parts")}</span>}
    </div>
  );
}

/** Who has the ball, since when; and until when, by both clocks. */
function Ball({
  view,
  procedure,
  onTask,
}: {
  view: CaseView;
  procedure: Procedure;
  onTask: (key: TaskKey) => void;
}): ReactElement | null {
  const now = useNow();
  const holder = useHolder(view, procedure);
  const { head } = view;
  const task = ballTask(view);
  const pause = pauseOf(view);
  if (!task) {
    const at = head.stopped?.at ?? head.archived_at ?? head.closed_at ?? head.settled_at;
    return (
      <div className="case-ball small">
        <span className="strong">{word(`state.case.${head.state}`)}</span>
        <span className="second">{at && moment(at, now)}</span>
        <BallHistory ball={view.ball} procedure={procedure} />
      </div>
    );
  }
  const clock = clockOf(view, task.row);
  const held = holder(task.row);
  const since = pause?.from ?? task.row.opened;
  const minutes = since ? Math.round((Date.parse(now) - Date.parse(since)) / 60_000) : 0;
  const moved = task.row.moved.length > 0;
  return (
    <>
      <div className="case-ball small">
        <span className="second">{word("ui.case.ball")}</span>
        <button
          type="button"
          className="plain strong case-holder"
          title={`${taskName(procedure, task.row.task)} · ${held.as}`}
          onClick={() => onTask(task.row)}
        >
          {pause ? pause.holder : namesText(held.names) || held.as}
          {!pause && held.names.length > 0 && <span className="case-as"> · {held.as}</span>}
        </button>
        <span className="second">
          {since && word("ui.case.taken_over", { day: day(since, now), span: span(Math.max(minutes, 0)) })}{" "}
          <BallHistory ball={view.ball} procedure={procedure} />
        </span>
      </div>
      <div className="case-clocks">
        <Clocks
          due={clock?.due ?? null}
          customerDue={clock?.customer_due ?? null}
          now={now}
          paused={clock?.paused_with ? (pause?.reason ?? clock.paused_with) : null}
        />
        {clock?.unknown_year && (
          <span className="mini heed">{word("ui.case.unknown_year", { year: clock.unknown_year })}</span>
        )}
        {moved && clock?.first_due && (
          <span className="mini dim">
            {word("ui.case.first_due", { at: moment(clock.first_due, now), rest: rest(clock.first_due, now).text })}
          </span>
        )}
      </div>
    </>
  );
}
