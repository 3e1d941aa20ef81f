/** Side records: contacts, samples, visits, CAPA. Read in a line, opened to be gone on with, added by kind. */
import { Button, Dropdown } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import { useSession } from "../../data/session";
import { targetName } from "../../data/speak";
import { RECORDS } from "../../fields.gen";
import type { CaseView, DraftView, Procedure, RecordView } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { day } from "../../ui/time";
import { word } from "../../words/i18n";
import { RecordDialog } from "./RecordDialog";

/** Kinds that come about by their task alone are not opened by hand. */
const BY_TASK = new Set(["action_progress"]);

const STATE = { open: "now", done: "done", cancelled: "void" } as const;

type Opened = { kind: string; record: RecordView | null } | null;

export function Records({
  view,
  procedure,
  drafts,
  kinds = Object.keys(RECORDS),
}: {
  view: CaseView;
  procedure: Procedure;
  drafts: DraftView[];
  kinds?: readonly string[];
}): ReactElement {
  const works = useSession().may("work");
  const [opened, setOpened] = useState<Opened>(null);
  const addable = kinds.filter((kind) => !BY_TASK.has(kind));
  const add = works && view.head.archived_at === null && addable.length > 0;
  const rows = view.records.filter((one) => kinds.includes(one.row.kind));
  return (
    <div className="case-records">
      {add && (
        <div className="case-tab-acts">
          <Dropdown
            autoFocus
            trigger={["click"]}
            menu={{
              items: addable.map((kind) => ({ key: kind, label: targetName(kind) })),
              onClick: ({ key }) => setOpened({ kind: key, record: null }),
            }}
          >
            <Button icon={<Plus size={14} strokeWidth={1.5} />}>{word("ui.case.add_record")}</Button>
          </Dropdown>
        </div>
      )}
      {rows.length === 0 && <p className="case-none second">{word("ui.case.no_records")}</p>}
      {kinds.map((kind) => {
        const of = rows.filter((one) => one.row.kind === kind);
        if (of.length === 0) return null;
        return (
          <section key={kind} aria-label={targetName(kind)}>
            {kinds.length > 1 && <h3 className="small second">{targetName(kind)}</h3>}
            <ul>
              {of.map((one) => (
                <Row key={one.record} record={one} onOpen={() => setOpened({ kind, record: one })} />
              ))}
            </ul>
          </section>
        );
      })}
      {opened && (
        <RecordDialog
          view={view}
          procedure={procedure}
          kind={opened.kind}
          record={opened.record}
          drafts={drafts}
          readOnly={!works || view.head.archived_at !== null}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function Row({ record, onOpen }: { record: RecordView; onOpen: () => void }): ReactElement {
  const { row } = record;
  return (
    <li>
      <button type="button" className="plain case-record" onClick={onOpen}>
        <Mark state={STATE[row.state]} size={14} />
        <span className="grow">
          <span className="case-record-text">{useGist(record).trim() || word("ui.case.record_empty")}</span>
          <span className="small second">
            {[row.number, useWhen(record), word(`state.record.${row.state}`)].filter(Boolean).join(" · ")}
          </span>
        </span>
      </button>
    </li>
  );
}

/** What it is about, in its own words. */
function useGist({ row }: RecordView): string {
  const names = useNames();
  const told = (words: { zh: string; en: string }) => words.zh || words.en;
  switch (row.kind) {
    case "communication":
      return [row.body.channel, row.body.with, told(row.body.text) || row.body.note].filter(Boolean).join("　");
    case "sample":
      return [row.body.what, row.body.pieces === null ? "" : word("ui.case.pieces", { n: row.body.pieces })].join("　");
    case "action_progress":
      return row.body.text;
    case "follow_up":
      return [
        names.who(row.body.by),
        row.body.satisfied && word(`choice.satisfied.${row.body.satisfied}`),
        row.body.words,
      ]
        .filter(Boolean)
        .join("　");
    case "capa":
      return row.body.fact;
  }
}

function useWhen({ row }: RecordView): string {
  const now = useNow();
  const of = {
    communication: () => ("at" in row.body ? row.body.at : null),
    sample: () => ("asked_on" in row.body ? row.body.asked_on : null),
    action_progress: () => ("done_on" in row.body ? row.body.done_on : null),
    follow_up: () => ("on" in row.body ? row.body.on : null),
    capa: () => ("issued_on" in row.body ? row.body.issued_on : null),
  };
  const at = of[row.kind]();
  return at ? day(at, now) : "";
}
