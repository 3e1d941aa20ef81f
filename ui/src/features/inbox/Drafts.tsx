/** 草稿: what is half written, newest first; opened where it is written on. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useLocation } from "wouter";
import { addressOf } from "../../data/address";
import { useRead, useWrite } from "../../data/client";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import { useSay } from "../../data/say";
import { targetName } from "../../data/speak";
import type { DraftView } from "../../types.gen";
import { Empty } from "../../ui/Page";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { DUTY } from "./DutyForm";

export function Drafts({ onDuty }: { onDuty: (slot: string) => void }): ReactElement {
  const list = useRead("draft_list", { case: null });
  const drafts = list.data?.drafts ?? [];
  if (list.data && drafts.length === 0) {
    return (
      <section className="panel inbox-list">
        <Empty title={word("ui.inbox.none.drafts")} text={word("ui.inbox.none.drafts_text")} />
      </section>
    );
  }
  return (
    <section
      className="panel inbox-list"
      aria-label={word("ui.inbox.list", { tab: word("ui.inbox.drafts"), n: drafts.length })}
    >
      <ul className="scroll grow">
        {drafts.map((draft) => (
          <Draft key={`${draft.which.case}/${draft.which.kind}/${draft.which.slot}`} draft={draft} onDuty={onDuty} />
        ))}
      </ul>
    </section>
  );
}

/** Kept by the page on which a procedure is written. */
const PROCEDURE = "procedure";

function Draft({ draft, onDuty }: { draft: DraftView; onDuty: (slot: string) => void }): ReactElement {
  const now = useNow();
  const [, go] = useLocation();
  const say = useSay();
  const names = useNames();
  const drop = useWrite("draft_drop");
  const { case: of, kind, slot } = draft.which;
  const view = useRead("case_get", { case: of, number: null }, { enabled: of !== null }).data;
  const complaint = view?.sections.find((one) => one.counts && one.row.kind === "complaint");
  const customer = complaint?.row.kind === "complaint" ? names.customer(complaint.row.body.customer) : "";
  // What belongs to one task is named by it; what belongs to the case is opened with the case.
  const key = view?.tasks.findLast(({ row }) => [row.task, `${row.task}/${row.slot}`].includes(slot))?.row;
  const duty = of === null && kind === DUTY;
  const goOn = () => {
    if (duty) return onDuty(slot);
    if (kind === PROCEDURE) return go(`/procedures/${slot}?`);
    go(of === null ? "/cases/new?" : key ? addressOf(of, key, false) : `/cases/${of}?`);
  };
  return (
    <li className="inbox-draft">
      <span className="grow">
        <span className="inbox-line">
          <span className="strong">
            {kind === PROCEDURE && word("ui.inbox.draft.procedure")}
            {kind !== PROCEDURE &&
              (duty ? word("ui.inbox.draft.duty") : of === null ? word("ui.inbox.draft.new") : customer)}
          </span>
          {view && <span className="small second">{view.head.number}</span>}
        </span>
        <span className="small second">
          {of !== null && word("ui.inbox.draft.what", { kind: targetName(kind) })}{" "}
          {word("ui.inbox.draft.saved", { at: moment(draft.saved, now) })}
        </span>
      </span>
      <Button onClick={() => drop.mutate({ which: draft.which }, { onError: (error) => say.failed(error) })}>
        {word("ui.inbox.drop")}
      </Button>
      <Button onClick={goOn}>{word("ui.inbox.go_on")}</Button>
    </li>
  );
}
