/** One way with a task: what will happen, what it asks, what was refused. What is typed stays until it has worked. */
import { Button, Modal } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useSession } from "../../../data/session";
import { sentences } from "../../../data/speak";
import { Control } from "../../../fields/Control";
import type { FormShared } from "../../../fields/context";
import { FormContext, NOTHING_SHARED } from "../../../fields/context";
import { isFilled } from "../../../fields/registry";
import type { CaseView, Procedure, Task, TaskView } from "../../../types.gen";
import { Notice } from "../../../ui/Page";
import { named, word } from "../../../words/i18n";
import { overPage, useOverPage } from "../covered";
import { DueStory } from "./Story";
import type { Way } from "./ways";
import { ASKS, hintOf, KEEPS, send } from "./ways";

export function WayDialog({
  view,
  task,
  procedure,
  of,
  way,
  keep,
  onDone,
  onClose,
}: {
  view: CaseView;
  task: TaskView;
  procedure: Procedure;
  of: Task;
  way: Way;
  /** Saves what was typed in the form behind; there is none where the task is not being done. */
  keep?: () => Promise<void>;
  onDone: (view: CaseView) => void;
  onClose: () => void;
}): ReactElement {
  const me = useSession().me.account;
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [wrong, setWrong] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const asks = ASKS[way];
  const ready = asks.every((one) => !one.needed || isFilled(one.is, values[one.name]));
  const shared: FormShared = { ...NOTHING_SHARED, case: view.case, procedure };
  const go = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setWrong([]);
    try {
      if (KEEPS.has(way)) await keep?.();
      onDone(await send(view, task, way, values, me));
      onClose();
    } catch (error) {
      setWrong(sentences(error, procedure));
    } finally {
      setBusy(false);
    }
  };
  const keys = { "Ctrl+Enter": () => void go() };
  useOverPage(keys);
  return (
    <Modal
      open
      title={word(`ui.task.way.${way}`)}
      onCancel={onClose}
      mask={{ closable: false }}
      // The dialog takes the focus for itself when it opens; then its first field has it.
      afterOpenChange={(open) => open && document.getElementById(`way-${asks[0]?.name}`)?.focus()}
      footer={
        <>
          <Button onClick={onClose}>{word("ui.task.cancel")}</Button>
          <Button type="primary" disabled={!ready} loading={busy} onClick={() => void go()}>
            {word(`ui.task.way_go.${way}`)} <kbd>Ctrl Enter</kbd>
          </Button>
        </>
      }
    >
      <FormContext.Provider value={shared}>
        <fieldset className="task-ways" aria-label={word(`ui.task.way.${way}`)} onKeyDown={overPage(keys)}>
          <p className="second">{word(`ui.task.way_hint.${hintOf(way, task, of)}`, { task: named(of.name) })}</p>
          {way === "move" && <DueStory view={view} row={task.row} />}
          {asks.map((one) => (
            <div key={one.name}>
              <label id={`way-${one.name}-label`} htmlFor={`way-${one.name}`} className="small second">
                {word(`ui.task.ask.${way}_${one.name}`)}{" "}
                {one.needed && (
                  <span className="star" aria-hidden="true">
                    *
                  </span>
                )}
              </label>
              <Control
                id={`way-${one.name}`}
                path={`${way}.${one.name}`}
                type={one.is}
                value={values[one.name] ?? null}
                onChange={(next) => setValues((before) => ({ ...before, [one.name]: next }))}
                required={one.needed}
              />
            </div>
          ))}
          {wrong.length > 0 && <Notice tone="bad">{wrong.join(" ")}</Notice>}
        </fieldset>
      </FormContext.Provider>
    </Modal>
  );
}
