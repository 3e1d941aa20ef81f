/** The chosen task at the side: where its case stands, what is still missing for it, what happened lately. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useDeferredValue } from "react";
import { useLocation } from "wouter";
import { addressOf, approves } from "../../data/address";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { stageName, useNames, useProcedure } from "../../data/masters";
import { blockedText } from "../../data/speak";
import { isTold, isVoidAsked } from "../../data/told";
import type { CaseView, Complaint, InboxTask, Level as LevelOf, Procedure, TimelineEntry } from "../../types.gen";
import { Level } from "../../ui/Level";
import { Mark } from "../../ui/Mark";
import { StageLine, type StageOnLine } from "../../ui/StageLine";
import { day, local, today } from "../../ui/time";
import { word } from "../../words/i18n";

/** So many lines say what is missing or what happened. */
const LINES = 5;

export function Preview({ task: now }: { task: InboxTask }): ReactElement {
  // Moving on quickly does not draw, nor ask, for every row that is passed.
  const task = useDeferredValue(now);
  const clock = useNow();
  const [, go] = useLocation();
  const names = useNames();
  const procedure = useProcedure(task.procedure);
  const view = useRead("case_get", { case: task.case, number: null }).data;
  const timeline = useRead("case_timeline", { case: task.case }).data;
  const told = isTold(task.task);
  const asksVoid = isVoidAsked(task.task);
  const approval = !told && approves(procedure, task.task.task);
  const complaint = sectionOf<Complaint>(view, "complaint");
  const level = sectionOf<LevelOf>(view, "level");
  const line = complaint?.lines[0];
  const missing = blockedOf(view, task);
  return (
    <aside className="panel inbox-preview" aria-label={word("ui.inbox.preview")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keys */}
      <div className="scroll grow" tabIndex={0}>
        <div className="inbox-part">
          <p className="row small">
            <span className="second">{task.number}</span>
            <Level severity={task.severity} />
            {level?.repeat === "yes" && <span className="chip">{word("ui.inbox.repeat")}</span>}
          </p>
          <h2>{names.customer(task.customer)}</h2>
          <p className="second">
            {[
              task.product,
              task.lot && word("ui.inbox.lot", { lot: task.lot }),
              line?.defective != null &&
                word("ui.inbox.qty", { bad: line.defective, all: line.delivered?.toLocaleString("en") ?? "–" }),
            ]
              .filter(Boolean)
              .join("　")}
          </p>
          <p className="inbox-said">{task.summary}</p>
        </div>
        {view && procedure && (
          <div className="inbox-part inbox-stages">
            <StageLine stages={wayOf(view, procedure, task, clock)} label={word("ui.inbox.stages")} />
          </div>
        )}
        {view && asksVoid && (
          <div className="inbox-part">
            <h3 className="small second">{word("ui.inbox.void_asked")}</h3>
            <p>{view.head.void_asked?.reason}</p>
          </div>
        )}
        {view && !asksVoid && (
          <div className="inbox-part">
            <h3 className="small second">{word("ui.inbox.missing")}</h3>
            <ul>
              {missing.slice(0, LINES).map((one) => {
                const text = blockedText(one, procedure);
                return (
                  <li key={text} className="inbox-gap">
                    <Mark state="heed" /> {text}
                  </li>
                );
              })}
              {missing.length === 0 && (
                <li className="inbox-gap">
                  <Mark state="done" /> {word("ui.inbox.ready")}
                </li>
              )}
              {missing.length > LINES && (
                <li className="small dim">{word("ui.inbox.more", { n: missing.length - LINES })}</li>
              )}
            </ul>
          </div>
        )}
        {timeline && (
          <div className="inbox-part">
            <h3 className="small second">{word("ui.inbox.recent")}</h3>
            <ol className="inbox-past">
              {lately(timeline.entries).map((entry) => (
                <li key={entry.seq}>
                  <span className="small second num">{when(entry.at, clock)}</span>
                  <span className="dot" data-said={entry.action === "case_sign"} aria-hidden="true" />
                  <span className="clip">
                    <span className="strong">{names.account(entry.actor)}</span> {word(`ui.inbox.act.${entry.action}`)}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        )}
      </div>
      <div className="panel-foot">
        {!told && !asksVoid && (
          <Button className="grow" onClick={() => go(addressOf(task.case, task.task, approval))}>
            {word(approval ? "ui.inbox.sign" : "ui.inbox.open_task")} <kbd>Enter</kbd>
          </Button>
        )}
        <Button className={told || asksVoid ? "grow" : ""} onClick={() => go(`/cases/${task.case}?`)}>
          {word("ui.inbox.open_case")}
        </Button>
      </div>
    </aside>
  );
}

function sectionOf<T>(view: CaseView | undefined, kind: string): T | undefined {
  const section = view?.sections.findLast((one) => one.counts && one.row.kind === kind);
  return section?.row.body as T | undefined;
}

function blockedOf(view: CaseView | undefined, { task }: InboxTask) {
  const found = view?.tasks.find(
    ({ row }) => row.task === task.task && row.slot === task.slot && row.round === task.round,
  );
  return found?.blocked ?? [];
}

/** The last stages of the way, the present one, and nothing that nobody knows yet. */
function wayOf(view: CaseView, procedure: Procedure, task: InboxTask, now: string): StageOnLine[] {
  const way = [...view.head.way.filter((id) => id !== view.head.stage), view.head.stage].slice(-4);
  const late = task.due !== null && Date.parse(task.due) < Date.parse(now);
  return way.map((id) => {
    const rows = view.tasks.filter((task) => task.row.stage === id);
    const current = id === view.head.stage;
    // The present stage stands there with the deadline of the row that was chosen, and no other.
    const at = current
      ? task.due
      : rows
          .flatMap(({ row }) => row.done_at ?? [])
          .sort()
          .at(-1);
    return {
      id,
      name: stageName(procedure, id),
      state: current ? (late ? "late" : "now") : "done",
      ...(at ? { date: local(at).format("MM-DD") } : {}),
    };
  });
}

/** One line for what was done at once, the newest first. */
function lately(entries: TimelineEntry[]): TimelineEntry[] {
  const last = new Map<number, TimelineEntry>();
  for (const entry of entries) last.set(entry.tx, entry);
  return [...last.values()].slice(-LINES).reverse();
}

function when(at: string, now: string): string {
  const time = local(at);
  return `${time.format("YYYY-MM-DD") === today(now) ? word("ui.inbox.today") : day(at, now).split(" ")[0]} ${time.format("HH:mm")}`;
}
