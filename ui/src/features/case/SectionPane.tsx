/** A section or kind of record as it stands, to be read: the newest body, earlier rounds, and correcting it (I-13). */

import { Button, Segmented } from "antd";
import type { ReactElement } from "react";
import { useMemo, useState } from "react";
import { taskName, useNames } from "../../data/masters";
import { isReadOnly } from "../../data/over";
import { useSession } from "../../data/session";
import { targetName } from "../../data/speak";
import { slotOf } from "../../data/told";
import { FormContext, NOTHING_SHARED } from "../../fields/context";
import { FormShell } from "../../fields/FormShell";
import type { Body } from "../../fields/registry";
import { bodyOf, fieldsOf, isFilled, isRecord } from "../../fields/registry";
import type { CaseView, DraftView, Procedure, SectionView } from "../../types.gen";
import { Empty } from "../../ui/Page";
import { word } from "../../words/i18n";
import { Correct } from "./Correct";
import { readersOf } from "./Read";
import { Records } from "./Records";
import { bodiesThatCount, versionsOf } from "./stand";
import { EDITORS } from "./task/editors";

/** Editors that read better than a table does: chains that indent, bones that are drawn. */
const DRAWN = new Set(["causes.whys", "causes.bones", "problem.is_not", "actions.lines"]);
const READ_BY_EDITOR = Object.fromEntries(Object.entries(EDITORS).filter(([path]) => DRAWN.has(path)));

export function SectionPane({
  view,
  procedure,
  target,
  drafts,
  onBack,
}: {
  view: CaseView;
  procedure: Procedure;
  target: string;
  drafts: DraftView[];
  onBack: () => void;
}): ReactElement {
  if (isRecord(target)) {
    return (
      <div className="case-read">
        <div className="case-read-head">
          <h2>{targetName(target)}</h2>
          <span className="grow" />
          <Button onClick={onBack}>{word("ui.case.to_task")}</Button>
        </div>
        <div className="scroll grow">
          <Records view={view} procedure={procedure} drafts={drafts} kinds={[target]} />
        </div>
      </div>
    );
  }
  return <Section view={view} procedure={procedure} target={target} drafts={drafts} onBack={onBack} />;
}

function Section({
  view,
  procedure,
  target,
  drafts,
  onBack,
}: {
  view: CaseView;
  procedure: Procedure;
  target: string;
  drafts: DraftView[];
  onBack: () => void;
}): ReactElement {
  const names = useNames();
  const works = useSession().may("work");
  const versions = versionsOf(view, target);
  const [picked, setPicked] = useState<number | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const last = versions.findLastIndex((one) => one.counts);
  const at = picked ?? (last < 0 ? versions.length - 1 : last);
  const row = versions[at];
  const label = (one: SectionView) => {
    const [task, ...rest] = one.row.slot.split("/");
    const { sort, name, line: slot } = slotOf(rest.join("/"));
    const round = word("ui.case.round", { n: one.row.round });
    if (!task || versions.every((other) => other.row.slot === one.row.slot)) return round;
    const of = procedure.stage.flatMap((stage) => stage.task).find((candidate) => candidate.id === task);
    const line = of?.each === "responsibility.departments" ? names.department(Number(slot)) : slot;
    const added = sort === "added" ? word("ui.task.added_for", { who: names.account(Number(name)) }) : "";
    const whose = [line, added].filter(Boolean).join(" · ");
    return `${round} · ${taskName(procedure, task)}${whose && ` ${whose}`}`;
  };
  return (
    <div className="case-read">
      <div className="case-read-head">
        <h2>{targetName(target)}</h2>
        {versions.length > 1 && (
          <Segmented
            tabIndex={-1}
            aria-label={word("ui.case.rounds")}
            value={at}
            options={versions.map((one, n) => ({ value: n, label: label(one) }))}
            onChange={(n) => {
              setPicked(Number(n));
              setCorrecting(false);
            }}
          />
        )}
        {row && !row.counts && <span className="chip">{word("ui.case.earlier_round")}</span>}
        <span className="grow" />
        {row?.counts && works && !correcting && !isReadOnly(view.head.state) && (
          <Button onClick={() => setCorrecting(true)}>{word("ui.case.correct")}</Button>
        )}
        <Button onClick={onBack}>{word("ui.case.to_task")}</Button>
      </div>
      {!row && (
        <Empty
          title={word("ui.case.empty", { name: targetName(target) })}
          text={word("ui.case.empty_text", { tasks: fillers(procedure, target) })}
        />
      )}
      {row && correcting && (
        <Correct view={view} procedure={procedure} section={row} drafts={drafts} onClose={() => setCorrecting(false)} />
      )}
      {row && !correcting && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is only read has nothing in it to bring it into sight by keys
        <section className="scroll grow case-sheet" tabIndex={0} aria-label={word("ui.case.sections")}>
          <ReadOnly view={view} procedure={procedure} target={target} body={row.row.body} extra={row.row.extra ?? {}} />
        </section>
      )}
    </div>
  );
}

/** Which tasks fill it, for a section in which nothing stands yet. */
function fillers(procedure: Procedure, target: string): string {
  return procedure.stage
    .flatMap((stage) => stage.task)
    .filter((task) => task.fills.includes(target))
    .map((task) => word("ui.case.quoted", { name: taskName(procedure, task.id) }))
    .join(word("by.or"));
}

/** A body to be read: only what was said. */
export function ReadOnly({
  view,
  procedure,
  target,
  body,
  extra,
}: {
  view: CaseView;
  procedure: Procedure;
  target: string;
  body: unknown;
  extra: NonNullable<SectionView["row"]["extra"]>;
}): ReactElement {
  const whole = bodyOf(target, body) as Body;
  const said = fieldsOf(target).filter((field) => isFilled(field, whole[field.name]));
  const shared = useMemo(
    () => ({
      ...NOTHING_SHARED,
      case: view.case,
      procedure,
      readOnly: true,
      bodies: bodiesThatCount(view),
      editors: { ...readersOf(target), ...READ_BY_EDITOR },
    }),
    [view, procedure, target],
  );
  return (
    <FormContext.Provider value={shared}>
      <FormShell
        target={target}
        title={false}
        fields={said.map((field) => field.name)}
        value={{ body: whole, extra }}
        onChange={() => {}}
      />
    </FormContext.Provider>
  );
}
