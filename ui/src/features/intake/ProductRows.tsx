/** The products of a complaint, one compact line each; what else a line may hold is under 更多. */
import { Button } from "antd";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { Control } from "../../fields/Control";
import { useForm } from "../../fields/context";
import { Field } from "../../fields/Field";
import { idOf, labelOf } from "../../fields/label";
import type { Body, FieldInfo } from "../../fields/registry";
import { emptyBody, fieldsOf } from "../../fields/registry";
import { word } from "../../words/i18n";
import { besidesOfLine, COLUMNS } from "./ask";

/** Of the whole complaint, asked beside its first line: that is where the paper in the hand has them. */
const BESIDE = ["order_no", "delivery_note"] as const;

export function ProductRows({ body, onChange }: { body: Body; onChange: (body: Body) => void }): ReactElement | null {
  const form = useForm();
  const all = fieldsOf("complaint");
  const lines = all.find((field) => field.name === "lines");
  if (lines?.is !== "lines") return null;
  const path = "complaint.lines";
  const more = besidesOfLine(form.required);
  const stands = (body.lines as Body[] | null) ?? [];
  // There is always a line to write on; it is sent only when something is on it.
  const shown = stands.length > 0 ? stands : [emptyBody(lines.fields)];
  const put = (next: Body[]) => onChange({ ...body, lines: next });
  const set = (row: number, name: string, value: unknown) =>
    put(shown.map((line, n) => (n === row ? { ...line, [name]: value } : line)));
  const add = () => {
    put([...shown, emptyBody(lines.fields)]);
    requestAnimationFrame(() => document.getElementById(cellId(shown.length, "product"))?.focus());
  };
  return (
    <div className="intake-products" id={idOf(path)} data-path={path}>
      {shown.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line that is not registered has no number of its own
        <div className="intake-product" key={row}>
          {COLUMNS.slice(0, 2).map((name) => cell(lines.fields, line, row, name))}
          {row === 0 ? (
            BESIDE.map((name) => {
              const field = all.find((one) => one.name === name);
              return (
                field && (
                  <Field
                    key={name}
                    target="complaint"
                    field={field}
                    value={body[name]}
                    onChange={(value) => onChange({ ...body, [name]: value })}
                  />
                )
              );
            })
          ) : (
            <span className="intake-beside" />
          )}
          {COLUMNS.slice(2).map((name) => cell(lines.fields, line, row, name))}
          {more.length > 0 && (
            <div className="intake-line-more">{more.map((name) => cell(lines.fields, line, row, name))}</div>
          )}
          {row === 0 ? (
            <Button
              type="dashed"
              icon={<Plus size={14} strokeWidth={1.5} />}
              aria-label={word("ui.intake.add_product")}
              title={word("ui.intake.add_product")}
              onClick={add}
            />
          ) : (
            <Button
              type="text"
              icon={<X size={14} strokeWidth={1.5} />}
              aria-label={`${word("ui.field.remove_line")} ${row + 1}`}
              onClick={() => put(shown.filter((_, n) => n !== row))}
            />
          )}
        </div>
      ))}
    </div>
  );

  function cell(fields: readonly FieldInfo[], line: Body, row: number, name: string) {
    const field = fields.find((one) => one.name === name);
    if (!field) return null;
    const id = cellId(row, name);
    const label = labelOf(`${path}.${name}`);
    const first = row === 0;
    return (
      <div className="field" key={name}>
        {first && (
          <label htmlFor={id} className="small second">
            {label}
            {form.required.has(`${path}.${name}`) && <span className="star"> *</span>}
          </label>
        )}
        <Control
          id={id}
          path={`${path}.${name}`}
          type={field}
          label={first ? undefined : `${label} ${row + 1}`}
          value={line[name]}
          onChange={(value) => set(row, name, value)}
          invalid={form.errors.has(`${path}.${row}.${name}`)}
        />
      </div>
    );
  }
}

const cellId = (row: number, name: string) => `f-intake-${row}-${name}`;
