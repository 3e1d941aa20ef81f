/** 进度看板: what waits where, for whom, since when and until when; why it is late; and the morning sheet (T-2). */
import { Button, Checkbox, Segmented, Select } from "antd";
import { Printer, X } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { stageName, useNames, usePlants, useProceduresInForce, useRoles } from "../../data/masters";
import { sentences } from "../../data/speak";
import type { Board, Holder } from "../../types.gen";
import { Notice, Page } from "../../ui/Page";
import { today } from "../../ui/time";
import { language, named, word } from "../../words/i18n";
import { PaperDialog } from "../papers";
import "./board.css";
import { Groups } from "./Groups";
import { holderName } from "./holder";
import { Sums } from "./Sums";
import { TaskTable } from "./TaskTable";

/** The longest answer of the list. */
const MOST = 500;

export interface Narrowed {
  plant: number | null;
  procedure: string | null;
  /** Of which procedure, and which stage of it. */
  stage: { procedure: string; stage: string } | null;
  holder: Holder | null;
  overdue: boolean;
}

const BY = ["stage", "holder"] as const;
type By = (typeof BY)[number];

/** How somebody left the board: they come back to it. */
const left: { by: By; only: Narrowed } = {
  by: "stage",
  only: { plant: null, procedure: null, stage: null, holder: null, overdue: false },
};

export function BoardPage(): ReactElement {
  const [by, setBy] = useState<By>(left.by);
  const [only, setOnly] = useState<Narrowed>(left.only);
  Object.assign(left, { by, only });
  const put = (some: Partial<Narrowed>) => setOnly((before) => ({ ...before, ...some }));
  const { plant, procedure, holder, overdue } = only;
  const every = 60_000;
  const all = { plant, procedure, stage: null, holder: null, overdue: false, limit: 1 };
  const shown = {
    plant,
    procedure: only.stage?.procedure ?? procedure,
    stage: only.stage?.stage ?? null,
    holder,
    overdue,
    limit: MOST,
  };
  const counts = useRead("board", all, { every, keep: true });
  const tasks = useRead("board", shown, { every, keep: true });
  const failed = counts.error ?? tasks.error;
  return (
    <Page title={word("ui.board.title")} head={<Head by={by} setBy={setBy} only={only} put={put} />}>
      {failed ? (
        <Notice tone="bad" action={<Button onClick={() => void tasks.refetch()}>{word("ui.error.retry")}</Button>}>
          {sentences(failed).join(" ")}
        </Notice>
      ) : (
        <div className="board" aria-busy={!counts.data || !tasks.data}>
          {counts.data && (
            <section className="panel col board-groups" aria-label={word(`ui.board.by_${by}`)}>
              <Sums total={counts.data.total} />
              <Groups board={counts.data} by={by} only={only} put={put} />
            </section>
          )}
          {tasks.data && (
            <section className="panel col board-main" aria-label={word("ui.board.tasks")}>
              <Chosen only={only} put={put} board={tasks.data} />
              <TaskTable board={tasks.data} />
              {tasks.data.tasks.length >= MOST && (
                <p className="panel-foot small second">{word("ui.board.first", { n: MOST })}</p>
              )}
            </section>
          )}
        </div>
      )}
    </Page>
  );
}

function Head({
  by,
  setBy,
  only,
  put,
}: {
  by: By;
  setBy: (by: By) => void;
  only: Narrowed;
  put: (some: Partial<Narrowed>) => void;
}): ReactElement {
  const now = useNow();
  const plants = usePlants();
  const force = useProceduresInForce() ?? [];
  const [sheet, setSheet] = useState(false);
  const plant = only.plant ?? plants[0]?.id;
  return (
    <>
      <Segmented
        tabIndex={-1}
        aria-label={word("ui.board.by")}
        options={BY.map((value) => ({ value, label: word(`ui.board.by_${value}`) }))}
        value={by}
        onChange={setBy}
      />
      {plants.length > 1 && (
        <Select
          className="board-pick"
          aria-label={word("ui.board.plant")}
          allowClear
          placeholder={word("ui.board.all_plants")}
          value={only.plant}
          options={plants.map((row) => ({ value: row.id, label: named(row.body.name) }))}
          onChange={(next: number | undefined) => put({ plant: next ?? null })}
        />
      )}
      {force.length > 1 && (
        <Select
          className="board-pick"
          aria-label={word("ui.board.procedure")}
          allowClear
          placeholder={word("ui.board.all_procedures")}
          popupMatchSelectWidth={false}
          value={only.procedure}
          options={force.map((one) => ({
            value: one.procedure.number,
            label: `${one.procedure.number} ${named(one.procedure.title)}`,
          }))}
          onChange={(next: string | undefined) => put({ procedure: next ?? null, stage: null })}
        />
      )}
      <Checkbox checked={only.overdue} onChange={(event) => put({ overdue: event.target.checked })}>
        {word("ui.board.only_late")}
      </Checkbox>
      <span className="grow" />
      <Button
        icon={<Printer size={16} strokeWidth={1.5} />}
        disabled={plant === undefined}
        onClick={() => setSheet(true)}
      >
        {word("ui.board.morning")}
      </Button>
      {sheet && plant !== undefined && (
        <PaperDialog
          shown={{
            source: `form/morning-${plant}-${language()}.pdf`,
            title: word("ui.board.morning"),
            name: `${word("ui.board.morning")} ${today(now)}.pdf`,
            draft: false,
          }}
          onClose={() => setSheet(false)}
        />
      )}
    </>
  );
}

/** What the table is narrowed to; each goes by its cross. */
function Chosen({
  only,
  put,
  board,
}: {
  only: Narrowed;
  put: (some: Partial<Narrowed>) => void;
  board: Board;
}): ReactElement {
  const names = useNames();
  const roles = useRoles();
  const force = useProceduresInForce() ?? [];
  const of = force.find((one) => one.procedure.number === only.stage?.procedure)?.procedure;
  const chips = [
    only.stage && { is: "stage", text: stageName(of, only.stage.stage), off: () => put({ stage: null }) },
    only.holder && {
      is: "holder",
      text: holderName(only.holder, names, roles),
      off: () => put({ holder: null }),
    },
  ].filter((chip) => chip !== null);
  return (
    <div className="panel-head">
      <h2>{word("ui.board.tasks")}</h2>
      <span className="small second">{board.tasks.length}</span>
      {chips.map((chip) => (
        <button key={chip.is} type="button" className="plain chip board-chip" onClick={chip.off}>
          {word(`ui.board.only_${chip.is}`, { what: chip.text })} <X size={12} aria-label={word("ui.board.off")} />
        </button>
      ))}
      <span className="grow" />
      <span className="small dim board-order">{word("ui.board.order")}</span>
    </div>
  );
}
