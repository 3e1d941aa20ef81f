/** One side record as a form: kept as a draft while it is typed, saved as it stands, or marked done. */
import { Button, Drawer, Input } from "antd";
import type { ReactElement } from "react";
import { useMemo, useState } from "react";
import { useWrite } from "../../data/client";
import { stamp } from "../../data/clock";
import { useDraft } from "../../data/draft";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import { sentences, targetName } from "../../data/speak";
import { FormContext, NOTHING_SHARED } from "../../fields/context";
import type { Filled } from "../../fields/FormShell";
import { FormShell } from "../../fields/FormShell";
import type { Body } from "../../fields/registry";
import { bodyOf } from "../../fields/registry";
import { Refusal } from "../../transport";
import type { CaseView, DraftView, Procedure, RecordState, RecordView, SaveRecord } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import { overPage, useOverPage } from "./covered";
import { Labelled } from "./Labelled";
import { bodiesThatCount } from "./stand";

interface Typed extends Filled {
  why: string;
}

/** What stands in it; of a new one, who writes it and when. */
function begun(kind: string, record: RecordView | null, me: number): Body {
  const body = bodyOf(kind, record?.row.body);
  if (record) return body;
  if (kind === "communication") return { ...body, at: stamp(), by: { account: me } };
  if (kind === "follow_up") return { ...body, by: { account: me } };
  return body;
}

function toFirstField(): void {
  document.querySelector<HTMLElement>(".ant-drawer-body :is(input, textarea)")?.focus();
}

export function RecordDialog({
  view,
  procedure,
  kind,
  record,
  drafts,
  readOnly,
  onClose,
}: {
  view: CaseView;
  procedure: Procedure;
  kind: string;
  record: RecordView | null;
  drafts: DraftView[];
  readOnly: boolean;
  onClose: () => void;
}): ReactElement {
  const me = useSession().me.account;
  const initial: Typed = useMemo(
    () => ({ body: begun(kind, record, me), extra: record?.row.extra ?? {}, why: "" }),
    [kind, record, me],
  );
  const key = { case: view.case, kind, slot: record?.record ? `record/${record.record}` : "record/new" };
  const draft = useDraft<Typed>(key, record?.rev ?? 0, initial, drafts);
  const [rev] = useState(draft.restored ?? record?.rev ?? 0);
  const save = useWrite("record_save");
  const say = useSay();
  const said = save.error instanceof Refusal && save.error.error.code === "invalid" ? save.error.error.fields : [];
  const errors = new Map(said.map((one) => [one.field.replace(/^body\./, `${kind}.`), word(`wrong.${one.wrong}`)]));
  const was = record?.row.state ?? "open";
  const send = (state: RecordState) => {
    if (save.isPending || readOnly) return;
    const request = {
      case: view.case,
      record: record?.record ?? null,
      task: record?.row.of ?? null,
      rev,
      state,
      body: { kind, body: draft.value.body },
      extra: draft.value.extra,
      reason: draft.value.why,
    } as unknown as SaveRecord;
    save.mutate(request, {
      onSuccess: () => {
        say.done(word("ui.case.record_saved", { name: targetName(kind) }));
        void draft.drop(initial).catch(() => {});
        onClose();
      },
    });
  };
  // Closing keeps what was typed: it is there again when the record is opened.
  const leave = () => {
    void draft.keep().catch(() => {});
    onClose();
  };
  const acts = { "Ctrl+s": () => void draft.keep().catch(() => {}), "Ctrl+Enter": () => send(was) };
  const keys = overPage(acts);
  useOverPage(acts);
  const shared = { ...NOTHING_SHARED, case: view.case, procedure, readOnly, errors, bodies: bodiesThatCount(view) };
  return (
    <Drawer
      open
      size={620}
      title={`${targetName(kind)}${record?.row.number ? ` ${record.row.number}` : ""}`}
      onClose={leave}
      onKeyDown={keys}
      // The menu from which it was opened takes the focus back when it goes; then its first field has it.
      afterOpenChange={(open) => open && !readOnly && toFirstField()}
      closable={{ "aria-label": word("ui.case.close") }}
      footer={
        !readOnly && (
          <div className="row">
            <span className="grow small bad" role="alert">
              {save.error && sentences(save.error, procedure).join(" ")}
            </span>
            {was !== "done" && (
              <Button onClick={() => send("done")}>
                {word(record ? "ui.case.record_done" : "ui.case.record_add_done")}
              </Button>
            )}
            <Button type="primary" loading={save.isPending} onClick={() => send(was)}>
              {word(record ? "ui.case.record_save" : "ui.case.record_add")} <kbd>Ctrl Enter</kbd>
            </Button>
          </div>
        )
      }
    >
      {draft.restored !== null && (
        <Notice action={<Button onClick={() => void draft.drop(initial)}>{word("ui.case.forget")}</Button>}>
          {word("ui.case.restored")}
        </Notice>
      )}
      <FormContext.Provider value={shared}>
        <FormShell
          target={kind}
          title={false}
          autoFocus={!readOnly}
          value={draft.value}
          onChange={(filled) => draft.set((before) => ({ ...before, ...filled }))}
        />
      </FormContext.Provider>
      {record && !readOnly && (
        <Labelled label={word("ui.case.record_why")} className="case-why">
          {(id) => (
            <Input
              id={id}
              value={draft.value.why}
              onChange={(event) => draft.set((before) => ({ ...before, why: event.target.value }))}
            />
          )}
        </Labelled>
      )}
    </Drawer>
  );
}
