/** Actions as cards: what, against which cause, who, until when, and how the effect will show. */
import { Button } from "antd";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useRef } from "react";
import { Control } from "../../../../fields/Control";
import type { EditorProps } from "../../../../fields/context";
import { useForm } from "../../../../fields/context";
import { idOf, labelOf } from "../../../../fields/label";
import type { FieldInfo } from "../../../../fields/registry";
import { emptyBody } from "../../../../fields/registry";
import type { Action } from "../../../../types.gen";
import { Mark } from "../../../../ui/Mark";
import { word } from "../../../../words/i18n";

/** In the order in which they are thought, with the columns of twelve that each takes. */
const COLUMNS: [keyof Action, number][] = [
  ["kind", 3],
  ["cause", 5],
  ["owner", 2],
  ["due", 2],
  ["what", 6],
  ["criterion", 6],
  ["told", 12],
];

export function ActionsEditor({ path, field, value, onChange, readOnly }: EditorProps): ReactElement {
  const form = useForm();
  const box = useRef<HTMLOListElement>(null);
  const fields: readonly FieldInfo[] = field.is === "lines" ? field.fields : [];
  const lines = (value as Action[] | null) ?? [];
  const add = () => {
    onChange([...lines, emptyBody(fields)]);
    requestAnimationFrame(() => box.current?.lastElementChild?.querySelector<HTMLElement>("input")?.focus());
  };
  return (
    <div className="actions-cards">
      <ol ref={box} id={idOf(path)} aria-label={labelOf(path)}>
        {lines.map((line, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are added and removed, never sorted
          <li key={row} className="action-card">
            <header>
              <strong>{word("ui.task.actions.nth", { n: row + 1 })}</strong>
              <span className="grow" />
              {!readOnly && (
                <Button
                  type="text"
                  size="small"
                  icon={<X size={14} />}
                  aria-label={`${word("ui.field.remove_line")} ${row + 1}`}
                  onClick={() => onChange(lines.filter((_, n) => n !== row))}
                />
              )}
            </header>
            <div className="form-grid">
              {COLUMNS.map(([name, span]) => {
                const type = fields.find((one) => one.name === name);
                if (!type) return null;
                const id = `${idOf(path)}-${row}-${name}`;
                const wrong = form.errors.get(`${path}.${row}.${name}`);
                const needed = form.required.has(`${path}.${name}`);
                return (
                  <div key={name} className="field" style={{ gridColumn: `span ${span}` }}>
                    <label htmlFor={id} className="small second">
                      {labelOf(`${path}.${name}`)}
                      {needed && (
                        <span className="star" aria-hidden="true">
                          {" "}
                          *
                        </span>
                      )}
                      {type.is === "told" && <span className="chip told-chip">{word("ui.field.told")}</span>}
                    </label>
                    <Control
                      id={id}
                      path={`${path}.${name}`}
                      type={type}
                      label={`${word("ui.task.actions.nth", { n: row + 1 })} ${labelOf(`${path}.${name}`)}`}
                      value={line[name]}
                      onChange={(next) => onChange(lines.map((one, n) => (n === row ? { ...one, [name]: next } : one)))}
                      readOnly={readOnly}
                      required={needed}
                      invalid={wrong !== undefined}
                      describedBy={wrong === undefined ? undefined : `${id}-wrong`}
                    />
                    {wrong !== undefined && (
                      <p id={`${id}-wrong`} className="small bad">
                        <Mark state="late" size={12} /> {wrong}
                      </p>
                    )}
                  </div>
                );
              })}
            </div>
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button type="dashed" icon={<Plus size={14} />} onClick={add}>
          {word("ui.task.actions.add")}
        </Button>
      )}
    </div>
  );
}
