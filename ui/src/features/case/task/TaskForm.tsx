/** A task at hand: what it fills as forms, what is still missing, and the one act at its foot (visual-language § 5). */
import { Button, Segmented } from "antd";
import type { ReactElement } from "react";
import { Fragment, useCallback, useMemo, useRef, useState } from "react";
import { taskOf, useNames } from "../../../data/masters";
import { blockedText, fieldName, targetName } from "../../../data/speak";
import type { FormShared } from "../../../fields/context";
import { FormContext } from "../../../fields/context";
import { FormShell, focusField } from "../../../fields/FormShell";
import type { Fill, Task } from "../../../types.gen";
import type { Reason } from "../../../ui/ActionStrip";
import { ActionStrip } from "../../../ui/ActionStrip";
import type { Keys } from "../../../ui/keys";
import { isComposing, nameOf, useKeys } from "../../../ui/keys";
import { Notice } from "../../../ui/Page";
import { local } from "../../../ui/time";
import { named, word } from "../../../words/i18n";
import { Ask } from "./Ask";
import { Cited } from "./Cited";
import { EDITORS, TOOLS } from "./editors";
import { bodiesOf, isOffered, keyOf, placeOf, shownOf } from "./fills";
import { Story } from "./Story";
import { subjectOf } from "./subject";
import "./task.css";
import { MoreWays } from "./MoreWays";
import type { TaskProps } from "./useTask";
import { useTask } from "./useTask";
import { warningText } from "./warning";

export function TaskForm(props: TaskProps): ReactElement {
  const key = keyOf(props.task);
  return <Form key={`${props.view.case}/${key.task}/${key.slot}/${key.round}`} {...props} />;
}

/** What may be typed over at all, as the house says of this person and this row. */
function isFixed(props: TaskProps, byOthers: boolean): boolean {
  const why = new Set(props.task.blocked.map((one) => one.why));
  const waiting = props.task.row.state === "waiting";
  return waiting || why.has("read_only") || why.has("not_now") || (why.has("needs_role") && !byOthers);
}

/** What is shown at one time. */
interface Sheet {
  key: string;
  label: string;
  fill: Fill;
  fields?: readonly string[];
}

function wholeOf(task: TaskProps["task"]): Sheet[] {
  return task.fills.map((fill) => ({ key: fill.target, label: targetName(fill.target), fill }));
}

/** The sheets of a task that holds a parted section; none else. */
function sheetsOf(task: TaskProps["task"]): Sheet[] {
  if (!task.fills.some((fill) => TOOLS[fill.target])) return [];
  return wholeOf(task).flatMap((whole) => {
    const tools = TOOLS[whole.fill.target];
    if (!tools) return [whole];
    return tools.map(({ name, fields }) => ({
      key: `${whole.fill.target}.${name}`,
      label: word(`ui.task.tool.${name}`),
      fill: whole.fill,
      fields,
    }));
  });
}

function Form(props: TaskProps): ReactElement {
  const { view, task, procedure } = props;
  const of = taskOf(procedure, task.row.task);
  const form = useTask(props, of);
  const names = useNames();
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const readOnly = isFixed(props, (of?.on_behalf ?? false) || (of?.paper ?? false));
  const missing = form.blocked.flatMap((one) => (one.why === "missing" ? [one.field] : []));

  const shared: FormShared = useMemo(() => {
    const errors = new Map<string, string>();
    if (tried) {
      // At the first line that lacks it; at the list itself where there is no line.
      for (const path of missing) {
        const place = placeOf(path, task, form.typed);
        errors.set(place === path ? path.split(".").slice(0, 2).join(".") : place, word("wrong.missing"));
      }
    }
    return {
      case: view.case,
      procedure,
      required: new Set(of?.needs ?? []),
      errors,
      readOnly,
      bodies: bodiesOf(view, task, form.typed),
      editors: EDITORS,
    };
  }, [view, task, procedure, of, form.typed, tried, missing, readOnly]);

  const sheets = useMemo(() => sheetsOf(task), [task]);
  const go = (path: string) => {
    const [target, field] = path.split(".");
    const sheet = sheets.find((one) => one.fill.target === target && (one.fields?.includes(field ?? "") ?? true));
    if (sheet) setShown(sheet.key);
    requestAnimationFrame(() => focusField(placeOf(path, task, form.typed)));
  };
  const reasons: Reason[] = form.blocked.map((one) =>
    one.why === "missing"
      ? { text: fieldName(one.field, procedure), go: () => go(one.field) }
      : { text: blockedText(one, procedure), ...(one.why === "said_otherwise" && { go: () => go(one.field) }) },
  );
  // What is over is read elsewhere; signed again is only what was changed behind its signature.
  const over = !["open", "waiting", "ahead"].includes(task.row.state) && !task.void;
  const submit = () => {
    if (form.asking?.is === "sign" || over) return;
    setTried(true);
    if (reasons.length > 0) {
      const first = missing[0];
      if (first) go(first);
      return;
    }
    void form.submit();
  };
  const keys = { "Ctrl+s": () => void form.save(), "Ctrl+Enter": submit };
  useKeys(keys);
  // Before a list that drops down takes Ctrl+Enter for itself.
  const first = useFirst(form.asking ? {} : keys);

  const name = of ? named(of.name) : task.row.task;
  const subject = subjectOf(view, task, procedure, names);
  // A section that is too long is parted into its tools; else all that the task fills stands on one sheet.
  const sheet = sheets.find((one) => one.key === shown) ?? sheets[0];
  const parts: Sheet[] = sheets.length > 1 && sheet ? [sheet] : wholeOf(task);
  return (
    <div className="task col" ref={first}>
      <header className="task-head">
        <h2>{name}</h2>
        {subject && <span className="second clip">{subject}</span>}
        {sheets.length > 1 && (
          <Segmented
            tabIndex={-1}
            size="small"
            aria-label={word("ui.task.part")}
            value={sheet?.key ?? ""}
            options={sheets.map((one) => ({ value: one.key, label: one.label }))}
            onChange={setShown}
          />
        )}
        <span className="grow" />
        <Saved form={form} />
        <span className="small dim">{word(`state.task.${task.row.state}`)}</span>
      </header>
      {of && <Cited procedure={procedure} version={view.head.procedure} task={of} />}
      <div className="scroll grow task-body">
        <Story row={task.row} />
        {task.warnings.map((one) => (
          <Notice key={JSON.stringify(one)}>{warningText(one, names, procedure)}</Notice>
        ))}
        {form.outdated.map((fill) => (
          <Notice
            key={fill.target}
            action={
              <span className="row">
                <Button size="small" onClick={() => form.choose(fill, true)}>
                  {word("ui.task.mine")}
                </Button>
                <Button size="small" onClick={() => form.choose(fill, false)}>
                  {word("ui.task.theirs")}
                </Button>
              </span>
            }
          >
            {word("ui.task.outdated", { target: targetName(fill.target), rev: fill.rev })}
          </Notice>
        ))}
        <FormContext.Provider value={shared}>
          {parts.map(({ key, fill, fields }) => (
            <Fragment key={key}>
              {isOffered(fill) && !readOnly && <p className="small second task-offered">{word("ui.task.offered")}</p>}
              <FormShell
                target={fill.target}
                value={shownOf(fill, form.typed)}
                onChange={(next) => form.set(fill, next)}
                title={task.fills.length > 1 && sheets.length <= 1}
                {...(fields ? { fields } : {})}
              />
            </Fragment>
          ))}
          {task.fills.length === 0 && (
            <p className="second">
              {task.void ? blockedText({ why: "void", task: task.row.task }, procedure) : word("ui.task.nothing")}
            </p>
          )}
        </FormContext.Provider>
      </div>
      {form.asking && <Ask form={form} procedure={procedure} act={actOf(of, name)} />}
      {form.asking?.is !== "sign" && !over && (
        <ActionStrip
          reasons={reasons}
          note={word("ui.task.ready")}
          secondary={
            <>
              <MoreWays {...props} of={of} keep={form.keepFor} onDone={form.finish} />
              {task.fills.length > 0 && (
                <Button onClick={() => void form.save()} disabled={readOnly}>
                  {word("ui.task.save")} <kbd>Ctrl S</kbd>
                </Button>
              )}
            </>
          }
          primary={actOf(of, name)}
          onPrimary={submit}
          busy={form.busy}
        />
      )}
    </div>
  );
}

/** What the button does: with the name of the task where it is short enough to stand there. */
export function actOf(of: Task | undefined, name: string): string {
  const short = name.length <= 8;
  if (of?.signs) return short ? word("ui.task.sign.go", { task: name }) : word("ui.task.sign.go_long");
  return short ? word("ui.task.submit", { task: name }) : word("ui.task.submit_long");
}

/** Keys of the form before anything in it sees them. */
function useFirst(keys: Keys) {
  const current = useRef(keys);
  current.current = keys;
  return useCallback((box: HTMLElement | null) => {
    const listen = (event: KeyboardEvent) => {
      const act = isComposing(event) ? undefined : current.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    box?.addEventListener("keydown", listen, true);
    return () => box?.removeEventListener("keydown", listen, true);
  }, []);
}

/** When it was kept last: saved in the case, or as a draft that only its writer sees. */
function Saved({ form }: { form: ReturnType<typeof useTask> }): ReactElement {
  const typed = Object.keys(form.typed).length > 0;
  const at = (stamp: string) => local(stamp).format("HH:mm");
  const text = typed
    ? form.keptAt
      ? word("ui.task.drafted", { at: at(form.keptAt) })
      : word("ui.time.unsaved")
    : form.savedAt
      ? word("ui.time.saved", { at: at(form.savedAt) })
      : "";
  return (
    <span className="small dim" role="status">
      {text}
    </span>
  );
}
