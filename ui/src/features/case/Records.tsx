/** Side records: contacts, samples, visits, CAPA. Read in a line, opened to be gone on with, added by kind. */
import { Button, Dropdown } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import { isReadOnly } from "../../data/over";
import { useSession } from "../../data/session";
import { targetName } from "../../data/speak";
import type { Body } from "../../fields/registry";
import { RECORDS } from "../../fields.gen";
import type { CaseView, DraftView, Procedure, RecordView } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { day } from "../../ui/time";
import { word } from "../../words/i18n";
import { gistOf, whenOf } from "./gist";
import { RecordDialog } from "./RecordDialog";

/** Kinds that come about by their task alone are not opened by hand, nor those that belong to no case. */
const BY_TASK = new Set(["action_progress", "duty", "training"]);

/** What happens beside any procedure. Other kinds are opened by hand where the procedure asks for them. */
const ANYWHERE = new Set(["communication", "sample", "return", "visit", "meeting", "progress_report", "suggestion"]);

function isUsed(procedure: Procedure, kind: string): boolean {
  return procedure.stage.some((stage) => stage.task.some((task) => task.fills.includes(kind)));
}

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
  const addable = kinds.filter((kind) => !BY_TASK.has(kind) && (ANYWHERE.has(kind) || isUsed(procedure, kind)));
  const add = works && !isReadOnly(view.head.state) && addable.length > 0;
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
          readOnly={!works || isReadOnly(view.head.state)}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function Row({ record, onOpen }: { record: RecordView; onOpen: () => void }): ReactElement {
  const { row } = record;
  const [names, now] = [useNames(), useNow()];
  const body = row.body as Body;
  const when = whenOf(row.kind, body);
  return (
    <li>
      <button type="button" className="plain case-record" onClick={onOpen}>
        <Mark state={STATE[row.state]} size={14} />
        <span className="grow">
          <span className="case-record-text">{gistOf(row.kind, body, names) || word("ui.case.record_empty")}</span>
          <span className="small second">
            {[row.number, when && day(when, now), word(`state.record.${row.state}`)].filter(Boolean).join(" · ")}
          </span>
        </span>
      </button>
    </li>
  );
}
