/** What was done for one period of a duty. */
import { Button, DatePicker, Input } from "antd";
import dayjs from "dayjs";
import type { ReactElement, ReactNode } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../data/client";
import { useNow } from "../../data/clock";
import { useDraft } from "../../data/draft";
import { useProcedure } from "../../data/masters";
import { useSay } from "../../data/say";
import { byName, sentences } from "../../data/speak";
import type { DraftView, DutyLine } from "../../types.gen";
import { onKeys } from "../../ui/keys";
import { local, today } from "../../ui/time";
import { word } from "../../words/i18n";

/** Drafts of duties are known by it. */
export const DUTY = "duty_done";

interface Typed {
  text: string;
  decisions: string;
  told: string;
  done_on: string | null;
}

const NOTHING: Typed = { text: "", decisions: "", told: "", done_on: null };

export function DutyForm({
  duty,
  slot,
  drafts,
  onDone,
}: {
  duty: DutyLine;
  slot: string;
  drafts: DraftView[];
  onDone: () => void;
}): ReactElement {
  const now = useNow();
  const say = useSay();
  const procedure = useProcedure(duty.procedure);
  const draft = useDraft<Typed>({ case: null, kind: DUTY, slot }, 0, NOTHING, drafts);
  const done = useWrite("duty_done");
  const [wrong, setWrong] = useState<string[]>([]);
  const typed = draft.value;
  const put = (some: Partial<Typed>) => draft.set((before) => ({ ...before, ...some }));
  const submit = async () => {
    if (done.isPending) return;
    const { number, period, plant } = duty;
    const of = { number, duty: duty.duty, period, plant, by: null };
    try {
      await done.mutateAsync({ ...of, ...typed, done_on: typed.done_on ?? today(now) });
    } catch (error) {
      return setWrong(sentences(error, procedure));
    }
    say.done(word("ui.inbox.duty.kept"));
    await draft.drop(NOTHING).catch(() => {});
    onDone();
  };
  const tells = duty.tells.map((by) => byName(by, procedure)).join(word("ui.list.comma"));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is for the fields inside
    <div className="inbox-duty" onKeyDown={onKeys({ "Ctrl+Enter": () => void submit(), Escape: onDone })}>
      <Cell label="text" required>
        {(id) => (
          <Input.TextArea
            id={id}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={typed.text}
            onChange={(event) => put({ text: event.target.value })}
          />
        )}
      </Cell>
      <Cell label="decisions">
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={typed.decisions}
            onChange={(event) => put({ decisions: event.target.value })}
          />
        )}
      </Cell>
      <Cell label="told" hint={tells && word("ui.inbox.duty.tells", { who: tells })}>
        {(id) => <Input id={id} value={typed.told} onChange={(event) => put({ told: event.target.value })} />}
      </Cell>
      <Cell label="done_on">
        {(id) => (
          <DatePicker
            id={id}
            format="YYYY-MM-DD"
            needConfirm={false}
            allowClear={false}
            value={dayjs(typed.done_on ?? today(now))}
            onChange={(next) => put({ done_on: next ? next.format("YYYY-MM-DD") : null })}
          />
        )}
      </Cell>
      {wrong.length > 0 && (
        <p className="bad" role="alert">
          {wrong.join(" ")}
        </p>
      )}
      <div className="row">
        <Button loading={done.isPending} onClick={() => void submit()}>
          {word("ui.inbox.duty.keep")} <kbd>Ctrl Enter</kbd>
        </Button>
        <span className="small dim" role="status">
          {draft.dirty
            ? word("ui.time.unsaved")
            : draft.savedAt && word("ui.time.saved", { at: local(draft.savedAt).format("HH:mm") })}
        </span>
      </div>
    </div>
  );
}

function Cell({
  label,
  hint,
  required = false,
  children,
}: {
  label: string;
  hint?: string;
  required?: boolean;
  children: (id: string) => ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <div className="inbox-duty-cell">
      <label htmlFor={id} className="small second">
        {word(`ui.inbox.duty.${label}`)}
        {required && (
          <span className="star" aria-hidden="true">
            {" *"}
          </span>
        )}{" "}
        {hint && <span className="dim">{hint}</span>}
      </label>
      {children(id)}
    </div>
  );
}
