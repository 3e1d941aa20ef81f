/** The new number, big enough to be read out over the phone, and what happens next. */
import { App, Button, Modal } from "antd";
import type { ReactElement } from "react";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { taskName, taskOf, useNames } from "../../data/masters";
import { blockedText, byName, sentences } from "../../data/speak";
import type { Body } from "../../fields/registry";
import type { CaseView, Procedure, Registered } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Mark } from "../../ui/Mark";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";
import type { Work } from "./useIntake";

export function Readout({
  work,
  made,
  procedure,
  onNext,
  onOpen,
}: {
  work: Work;
  made: Registered;
  procedure: Procedure;
  onNext: () => void;
  onOpen: (of: number) => void;
}): ReactElement {
  const { message } = App.useApp();
  const names = useNames();
  const now = useNow();
  const view = useRead("case_get", { case: made.case, number: null }).data;
  useKeys({ "Alt+n": onNext, "Alt+o": () => onOpen(made.case) });
  const cut = made.number.lastIndexOf("-") + 1;
  const lines = (work.was.body.lines as Body[] | null) ?? [];
  const about = [
    names.customer(work.was.body.customer as number | null),
    ...lines.flatMap((line) => (line.product ? [names.product(line.product as number)] : [])),
    ...lines.flatMap((line) => (line.lot ? [String(line.lot)] : [])),
  ];
  const copy = async () => {
    await navigator.clipboard.writeText(made.number);
    void message.success(word("ui.intake.copied"));
  };
  return (
    <Modal
      open
      width={520}
      title={
        <span className="row readout-title">
          <Mark state="done" size={14} />
          <span className="grow">{word("ui.intake.registered", { at: moment(now, now) })}</span>
          <span className="small dim">{word("ui.intake.read_out")}</span>
        </span>
      }
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      centered
    >
      <div className="readout">
        <p className="readout-number">
          {made.number.slice(0, cut)}
          <span>{made.number.slice(cut)}</span>
        </p>
        <p className="second">{about.join("　")}</p>
        <Next view={view} procedure={procedure} now={now} missing={made.missing} />
        <Rest work={work} />
        <div className="row readout-acts">
          <Button type="primary" autoFocus onClick={onNext}>
            {word("ui.intake.next")} <kbd>Alt N</kbd>
          </Button>
          <Button onClick={() => onOpen(made.case)}>
            {word("ui.intake.open")} <kbd>Alt O</kbd>
          </Button>
          <span className="grow" />
          <Button type="text" onClick={() => void copy()}>
            {word("ui.intake.copy")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Which tasks are open now, who does them, and until when. */
function Next({
  view,
  procedure,
  now,
  missing,
}: {
  view: CaseView | undefined;
  procedure: Procedure;
  now: string;
  missing: Registered["missing"];
}): ReactElement {
  const open = view?.tasks.filter((task) => task.row.state === "open") ?? [];
  return (
    <dl className="readout-next">
      {open.map((task) => {
        const due = view?.clocks.find((clock) => clock.key.task === task.row.task && clock.key.slot === task.row.slot);
        const by = taskOf(procedure, task.row.task)?.by ?? [];
        return (
          <div key={`${task.row.task}/${task.row.slot}`}>
            <dt className="second">{word("ui.intake.then")}</dt>
            <dd>
              <b>{taskName(procedure, task.row.task)}</b>
              {"　"}
              {by.map((one) => byName(one, procedure)).join(word("by.or"))}
              {due?.due && (
                <span className="second">{`　${word("ui.intake.until", { at: moment(due.due, now) })}`}</span>
              )}
            </dd>
          </div>
        );
      })}
      {missing.length > 0 && (
        <div>
          <dt className="second">{word("ui.intake.later")}</dt>
          <dd>{missing.map((one) => blockedText(one, procedure)).join(word("ui.list.semicolon"))}</dd>
        </div>
      )}
    </dl>
  );
}

/** The case stands; these files are not part of it yet. */
function Rest({ work }: { work: Work }): ReactElement | null {
  const { left } = work;
  if (!left) return null;
  return (
    <div className="error-summary" role="alert">
      <ul className="small">
        {left.files.map((file) => (
          <li key={file.file}>
            {word("ui.intake.not_put", { name: file.name, why: sentences(file.why).slice(-1)[0] ?? "" })}
          </li>
        ))}
        {left.unnamed && (
          <li>{word("ui.intake.not_named", { why: sentences(left.unnamed.why).slice(-1)[0] ?? "" })}</li>
        )}
      </ul>
      <Button size="small" loading={work.busy} onClick={() => void work.again()}>
        {word("ui.intake.put_again")}
      </Button>
    </div>
  );
}
