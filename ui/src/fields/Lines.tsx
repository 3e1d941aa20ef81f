/**
 * Lines of a list as a table to be written on: Tab goes on, Enter opens the next line, a paste from Excel fills lines
 * downwards. What a field may hold is decided where it is saved.
 */
import { Button } from "antd";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useRef } from "react";
import { onKeys } from "../ui/keys";
import { word } from "../words/i18n";
import { Control } from "./Control";
import type { EditorProps } from "./context";
import { useForm } from "./context";
import { idOf, labelOf } from "./label";
import { cellsOf, put } from "./paste";
import type { Body, FieldInfo } from "./registry";
import { emptyBody } from "./registry";

const MIN_WIDTH: Partial<Record<FieldInfo["is"], number>> = {
  number: 76,
  amount: 96,
  date: 118,
  stamp: 150,
  house: 200,
  told: 220,
  who: 110,
  choice: 104,
};

export function Lines({ path, field, value, onChange, readOnly }: EditorProps): ReactElement {
  const form = useForm();
  const table = useRef<HTMLTableElement>(null);
  if (field.is !== "lines") throw new Error(`${path} holds no lines`);
  const columns = field.fields.filter((column) => column.name !== "id");
  const lines = (value as Body[] | null) ?? [];
  const name = labelOf(path);
  const set = (row: number, column: string, next: unknown) =>
    onChange(lines.map((line, n) => (n === row ? { ...line, [column]: next } : line)));
  const add = () => {
    onChange([...lines, emptyBody(field.fields)]);
    // The first cell of the new line, once it is there.
    requestAnimationFrame(() => focus(table.current, lines.length));
  };
  return (
    // What is only read has nothing in it that brings its columns into sight by keys.
    <section className="lines" {...(readOnly ? { tabIndex: 0, "aria-label": name } : {})}>
      <table ref={table} id={idOf(path)}>
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              #
            </th>
            {columns.map((column) => (
              <th key={column.name} scope="col" style={{ minWidth: MIN_WIDTH[column.is] ?? 120 }}>
                {labelOf(`${path}.${column.name}`)}
                {form.required.has(`${path}.${column.name}`) && <span className="star"> *</span>}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            // A line that is not kept yet has no number of its own: its place is all there is.
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are appended and removed, never sorted
            <tr key={row}>
              <td className="num dim">{row + 1}</td>
              {columns.map((column, index) => (
                <td
                  key={column.name}
                  onKeyDown={onKeys({
                    Enter: column.is === "house" || column.is === "told" ? undefined : () => next(row),
                  })}
                  onPaste={(event) => {
                    const cells = cellsOf(event.clipboardData.getData("text/plain"));
                    if (cells) {
                      event.preventDefault();
                      onChange(put(cells, lines, row, columns.slice(index), field.fields));
                    }
                  }}
                >
                  <Control
                    id={`${idOf(path)}-${row}-${column.name}`}
                    path={`${path}.${column.name}`}
                    type={column}
                    label={`${name} ${word("ui.field.line", { n: row + 1 })} ${labelOf(`${path}.${column.name}`)}`}
                    value={line[column.name]}
                    onChange={(next) => set(row, column.name, next)}
                    readOnly={readOnly}
                    invalid={form.errors.has(`${path}.${row}.${column.name}`)}
                  />
                </td>
              ))}
              <td>
                {!readOnly && (
                  <Button
                    type="text"
                    size="small"
                    icon={<X size={14} />}
                    aria-label={`${word("ui.field.remove_line")} ${row + 1}`}
                    onClick={() => onChange(lines.filter((_, n) => n !== row))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <Button
          type="dashed"
          size="small"
          icon={<Plus size={14} />}
          onClick={add}
          aria-label={`${name} ${word("ui.field.add_line")}`}
        >
          {word("ui.field.add_line")}
        </Button>
      )}
    </section>
  );

  function next(row: number): void {
    if (row + 1 < lines.length) focus(table.current, row + 1);
    else if (!readOnly) add();
  }
}

function focus(table: HTMLTableElement | null, row: number): void {
  const cell = table?.tBodies[0]?.rows[row]?.querySelector<HTMLElement>("input, textarea");
  cell?.focus();
}
