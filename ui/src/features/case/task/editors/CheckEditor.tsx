/** A check-list: the items of the procedure's list stand there at once, each in order or not, with a note. */
import { Button } from "antd";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useRef } from "react";
import { Control } from "../../../../fields/Control";
import type { EditorProps } from "../../../../fields/context";
import { useForm } from "../../../../fields/context";
import { idOf, labelOf } from "../../../../fields/label";
import type { FieldInfo } from "../../../../fields/registry";
import { listOf } from "../../../../fields/registry";
import { Seg } from "../../../../fields/Seg";
import type { Check } from "../../../../types.gen";
import { Mark } from "../../../../ui/Mark";
import { named, word } from "../../../../words/i18n";
import { begunOf, isLooked, lookedAt } from "./check";
import { Cell, focusRow, GridTable } from "./grid";

const COLUMNS = ["item", "in_order", "note"] as const;
const ANSWERS = ["yes", "no"] as const;

export function CheckEditor({ path, field, value, onChange, readOnly }: EditorProps): ReactElement {
  const form = useForm();
  const table = useRef<HTMLTableElement>(null);
  const fields: readonly FieldInfo[] = field.is === "lines" ? field.fields : [];
  const list = listOf(form.procedure, `${path}.item`);
  const lines = begunOf((value as Check[] | null) ?? [], list, readOnly);
  const looked = lookedAt(lines);
  const set = (row: number, of: Partial<Check>) =>
    onChange(lines.map((one, n) => (n === row ? { ...one, ...of } : one)));
  const add = () => {
    onChange([...lines, { id: 0, item: "", in_order: null, note: "" }]);
    focusRow(table.current, lines.length);
  };
  const type = (name: string): FieldInfo => fields.find((one) => one.name === name) ?? { name, is: "text" };
  return (
    <div className="places">
      <div className="grid-head">
        <span className="small second grow">{word("ui.task.check.done", { done: looked, of: lines.length })}</span>
        {!readOnly && looked > 0 && looked < lines.length && (
          <Button size="small" onClick={() => onChange(lines.filter(isLooked))}>
            {word("ui.task.check.drop")}
          </Button>
        )}
      </div>
      <GridTable caption={labelOf(path)} id={idOf(path)} tableRef={table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{word("ui.task.state")}</span>
            </th>
            {COLUMNS.map((name) => (
              <th scope="col" key={name}>
                {labelOf(`${path}.${name}`)}
                {form.required.has(`${path}.${name}`) && <span className="star"> *</span>}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => {
            const item = list?.items.find((one) => one.code === line.item);
            const name = item ? named(item) : line.item || word("ui.field.line", { n: row + 1 });
            const id = (of: string) => `${idOf(path)}-${row}-${of}`;
            const wrong = (of: string) => form.errors.has(`${path}.${row}.${of}`);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: items are added and removed, never sorted
              <tr key={row}>
                <td className="mark-cell">
                  <Mark state={line.in_order === "no" ? "heed" : isLooked(line) ? "done" : "ahead"} size={14} />
                </td>
                <td className="strong-cell" id={id("name")}>
                  {item ? (
                    name
                  ) : (
                    <Control
                      id={id("item")}
                      path={`${path}.item`}
                      type={type("item")}
                      label={`${name} ${labelOf(`${path}.item`)}`}
                      value={line.item}
                      onChange={(next) => set(row, { item: String(next) })}
                      readOnly={readOnly}
                      invalid={wrong("item")}
                    />
                  )}
                </td>
                <td>
                  <Seg
                    id={id("in_order")}
                    labelledBy={id("name")}
                    options={ANSWERS.map((of) => ({ value: of, label: word(`choice.yes_no.${of}`) }))}
                    value={line.in_order}
                    onChange={(next) => set(row, { in_order: next as Check["in_order"] })}
                    readOnly={readOnly}
                    invalid={wrong("in_order")}
                  />
                </td>
                <td>
                  <Cell
                    id={id("note")}
                    label={`${name} ${labelOf(`${path}.note`)}`}
                    value={line.note}
                    readOnly={readOnly}
                    onChange={(next) => set(row, { note: String(next ?? "") })}
                  />
                </td>
                <td>
                  {!readOnly && (
                    <Button
                      type="text"
                      size="small"
                      icon={<X size={14} />}
                      aria-label={`${word("ui.field.remove_line")} ${name}`}
                      onClick={() => onChange(lines.filter((_, n) => n !== row))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </GridTable>
      {!readOnly && (
        <Button type="dashed" size="small" icon={<Plus size={14} />} onClick={add}>
          {word("ui.task.check.add")}
        </Button>
      )}
    </div>
  );
}
