/** Rows of master data: a list that narrows while one types, and the row that was chosen as a form beside it. */
import { Button, Input, Segmented } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { useRead } from "../../data/client";
import { useSession } from "../../data/session";
import type { MasterKind, MasterRow } from "../../types.gen";
import { Panel } from "../../ui/Page";
import { word } from "../../words/i18n";
import { Cell } from "./Cell";
import { contains, KINDS } from "./kinds";
import { MasterForm } from "./MasterForm";
import { ReadOnly } from "./parts";

/** More rows than anybody reads; what is meant is found by typing. */
const SHOWN = 300;

export function Masters({ kinds }: { kinds: [MasterKind, ...MasterKind[]] }): ReactElement {
  const [kind, setKind] = useState<MasterKind>(kinds[0]);
  return (
    <div className="settings-stack">
      <Segmented
        tabIndex={-1}
        className="settings-kinds"
        aria-label={word("ui.settings.parts")}
        options={kinds.map((value) => ({ value, label: word(`ui.settings.kind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as MasterKind)}
      />
      <Rows key={kind} kind={kind} />
    </div>
  );
}

function Rows({ kind }: { kind: MasterKind }): ReactElement {
  const needs = kind === "plant" || kind === "department" ? "admin" : "work";
  const may = useSession().may(needs);
  const list = useRead("master_list", { of: kind, containing: "" });
  const [text, setText] = useState("");
  const words = useDeferredValue(text.trim());
  const [chosen, choose] = useState<number | "new" | null>(null);
  const all = list.data?.rows;
  const rows = useMemo(() => (all ?? []).filter((row) => contains(row, words)), [all, words]);
  const row = all?.find((one) => one.id === chosen);
  return (
    <div className="settings-two">
      <Panel
        className="settings-rows"
        title={`${word(`ui.settings.kind.${kind}`)} ${rows.length}`}
        aside={
          <>
            <Input
              className="settings-search"
              size="small"
              allowClear
              aria-label={word("ui.settings.search")}
              placeholder={word("ui.field.search")}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            {may && (
              <Button
                size="small"
                icon={<Plus size={14} strokeWidth={1.5} aria-hidden="true" />}
                onClick={() => choose("new")}
              >
                {word(`ui.settings.add_kind.${kind}`)}
              </Button>
            )}
          </>
        }
      >
        <Table kind={kind} rows={rows.slice(0, SHOWN)} chosen={chosen} choose={choose} />
        {rows.length > SHOWN && (
          <p className="settings-form dim">{word("ui.settings.more", { n: rows.length - SHOWN })}</p>
        )}
        {all && rows.length === 0 && (
          <p className="settings-form second">
            {word(all.length === 0 ? "ui.settings.nothing" : "ui.settings.no_match")}
          </p>
        )}
      </Panel>
      <div className="settings-right scroll">
        {chosen === null ? (
          <div className="settings-form second">{may ? word("ui.settings.pick") : <ReadOnly needs={needs} />}</div>
        ) : (
          <MasterForm
            key={`${kind}-${chosen}`}
            kind={kind}
            row={chosen === "new" ? undefined : row}
            needs={needs}
            may={may}
            onSaved={choose}
            onClose={() => choose(null)}
          />
        )}
      </div>
    </div>
  );
}

function Table({
  kind,
  rows,
  chosen,
  choose,
}: {
  kind: MasterKind;
  rows: MasterRow[];
  chosen: number | "new" | null;
  choose: (id: number) => void;
}): ReactElement {
  const id = useId();
  const columns = KINDS[kind].fields.filter((field) => field.column !== undefined);
  const whole = columns.reduce((sum, field) => sum + (field.column ?? 0), 0);
  return (
    <table className="settings-table" aria-labelledby={id}>
      <caption id={id} className="visually-hidden">
        {word(`ui.settings.kind.${kind}`)}
      </caption>
      <thead>
        <tr>
          {columns.map((field) => (
            <th key={field.name} scope="col" style={{ width: `${((field.column ?? 0) / whole) * 100}%` }}>
              {word(`ui.settings.field.${field.label}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          // The button in the first cell is for keys and readers; the row is a larger target for the pointer.
          <tr key={row.id} data-on={row.id === chosen} onClick={() => choose(row.id)}>
            {columns.map((field, index) => (
              <td key={field.name} className="clip">
                {index === 0 ? (
                  <button
                    type="button"
                    className="plain settings-link"
                    aria-current={row.id === chosen ? "true" : undefined}
                  >
                    <Cell row={row.row} field={field} />
                  </button>
                ) : (
                  <Cell row={row.row} field={field} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
