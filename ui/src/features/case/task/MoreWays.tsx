/** Other ways to get a task over, where the procedure allows them: not needed, reported ahead, on paper, for somebody, excused. */
import { Button, Dropdown, Modal } from "antd";
import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { sentences } from "../../../data/speak";
import { Control } from "../../../fields/Control";
import type { FormShared } from "../../../fields/context";
import { FormContext, NOTHING_SHARED } from "../../../fields/context";
import type { FieldType } from "../../../fields/registry";
import { isFilled } from "../../../fields/registry";
import type { CaseView, Task } from "../../../types.gen";
import { onKeys } from "../../../ui/keys";
import { Notice } from "../../../ui/Page";
import { named, word } from "../../../words/i18n";
import { keyOf } from "./fills";
import { write } from "./save";
import type { TaskProps } from "./useTask";

type Way = "not_needed" | "reported" | "paper" | "behalf" | "excuse";

interface Asked {
  name: string;
  is: FieldType;
  needed: boolean;
}

const REASON: Asked[] = [{ name: "reason", is: { is: "house" }, needed: true }];

/** What each way asks for. */
const ASKS: Record<Way, Asked[]> = {
  not_needed: REASON,
  reported: REASON,
  excuse: REASON,
  paper: [
    { name: "who", is: { is: "who" }, needed: true },
    { name: "of", is: { is: "text" }, needed: false },
    { name: "on", is: { is: "date" }, needed: true },
    { name: "code", is: { is: "text" }, needed: true },
    { name: "scan", is: { is: "file" }, needed: true },
  ],
  behalf: [
    { name: "who", is: { is: "who" }, needed: true },
    { name: "source", is: { is: "text" }, needed: true },
    { name: "files", is: { is: "list", item: { is: "file" } }, needed: false },
  ],
};

/** The ways that the procedure and the row offer; whether this person may, the house says when they try. */
function waysOf({ task }: TaskProps, of: Task | undefined): Way[] {
  const { state, excuse } = task.row;
  if (!of || task.blocked.some((one) => one.why === "read_only" || one.why === "not_now")) return [];
  const open = state === "open" || state === "ahead";
  const mine = task.blocked.some((one) => one.why === "own_work");
  const ways: Way[] = [];
  if (of.optional && open) ways.push("not_needed");
  if (of.ahead && state === "open") ways.push("reported");
  if (of.paper && open) ways.push("paper");
  if (of.on_behalf && open) ways.push("behalf");
  if ((of.does === "approve" || of.does === "verify") && open && !mine && excuse === null) ways.push("excuse");
  return ways;
}

export function MoreWays({
  of,
  keep,
  ...props
}: TaskProps & { of: Task | undefined; keep: () => Promise<void> }): ReactElement | null {
  const [way, setWay] = useState<Way | null>(null);
  const ways = waysOf(props, of);
  if (ways.length === 0) return null;
  return (
    <>
      <Dropdown
        autoFocus
        trigger={["click"]}
        menu={{
          items: ways.map((one) => ({ key: one, label: `${word(`ui.task.way.${one}`)}…` })),
          onClick: ({ key }) => setWay(key as Way),
        }}
      >
        <Button icon={<ChevronDown size={14} strokeWidth={1.5} />} iconPlacement="end">
          {word("ui.task.ways")}
        </Button>
      </Dropdown>
      {way && of && <WayDialog {...props} of={of} way={way} keep={keep} onClose={() => setWay(null)} />}
    </>
  );
}

function WayDialog({
  view,
  task,
  procedure,
  of,
  way,
  keep,
  onDone,
  onClose,
}: TaskProps & { of: Task; way: Way; keep: () => Promise<void>; onClose: () => void }): ReactElement {
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
      // What is not needed is not filled; everything else goes in with what was typed.
      if (way === "paper" || way === "behalf" || way === "reported") await keep();
      onDone(await send(view, task, way, values));
      onClose();
    } catch (error) {
      setWrong(sentences(error, procedure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={word(`ui.task.way.${way}`)}
      onCancel={onClose}
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
        <fieldset
          className="task-ways"
          aria-label={word(`ui.task.way.${way}`)}
          onKeyDown={onKeys({ "Ctrl+Enter": () => void go() })}
        >
          <p className="second">{word(`ui.task.way_hint.${way}`, { task: named(of.name) })}</p>
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

function send(view: CaseView, task: TaskProps["task"], way: Way, values: Record<string, unknown>): Promise<CaseView> {
  const whose = { case: view.case, task: keyOf(task) };
  const reason = String(values.reason ?? "");
  if (way === "excuse") return write("task_excuse", { ...whose, reason });
  if (way === "not_needed" || way === "reported") {
    return write("task_do", { ...whose, step: way, reason, behalf: null, paper: null });
  }
  // Only what the dialog calls ready comes here: the fields that are needed are there.
  const given = values as {
    who: { name: string };
    of?: string;
    on: string;
    code: string;
    scan: string;
    source: string;
  };
  const files = (values.files as string[] | undefined) ?? [];
  const behalf = way === "behalf" ? { who: given.who, source: given.source, files } : null;
  const paper =
    way === "paper" ? { who: given.who, of: given.of ?? "", on: given.on, scan: given.scan, code: given.code } : null;
  return write("task_do", { ...whose, step: "done", reason: "", behalf, paper });
}
