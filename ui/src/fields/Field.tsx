/** One field of a form: its label, its control, what is wrong with it. */
import type { ReactElement } from "react";
import { Mark } from "../ui/Mark";
import { named, word } from "../words/i18n";
import { Control } from "./Control";
import { useForm } from "./context";
import { Lines } from "./Lines";
import { idOf, labelOf } from "./label";
import type { FieldInfo } from "./registry";

/** How much of a form's twelve columns a field takes. */
const WIDTH: Partial<Record<FieldInfo["is"], number>> = {
  number: 3,
  amount: 3,
  date: 3,
  stamp: 4,
  tick: 3,
  house: 12,
  told: 12,
  lines: 12,
  list: 6,
};

export function Field({
  target,
  field,
  value,
  onChange,
  autoFocus,
  hint,
}: {
  target: string;
  field: FieldInfo;
  value: unknown;
  onChange: (value: unknown) => void;
  autoFocus?: boolean;
  hint?: string;
}): ReactElement {
  const form = useForm();
  const path = `${target}.${field.name}`;
  const id = idOf(path);
  const required = form.required.has(path);
  const wrong = form.errors.get(path);
  const Editor = form.editors[path];
  const own = form.procedure?.field.find((one) => one.section === target && one.name === field.name);
  const label = own ? named(own.label) : labelOf(path);
  return (
    <div className="field" style={{ gridColumn: `span ${WIDTH[field.is] ?? 4}` }} data-path={path}>
      <label id={`${id}-label`} htmlFor={id} className="small second">
        {label}
        {required && (
          <span className="star" aria-hidden="true">
            {" "}
            *
          </span>
        )}
        {field.is === "told" && <span className="chip told-chip">{word("ui.field.told")}</span>}
        {hint && <span className="dim field-hint">{hint}</span>}
      </label>
      {Editor ? (
        <Editor path={path} field={field} value={value} onChange={onChange} readOnly={form.readOnly} />
      ) : field.is === "lines" ? (
        <Lines path={path} field={field} value={value} onChange={onChange} readOnly={form.readOnly} />
      ) : (
        <Control
          id={id}
          path={path}
          type={field}
          value={value}
          onChange={onChange}
          readOnly={form.readOnly}
          required={required}
          invalid={wrong !== undefined}
          autoFocus={autoFocus}
          describedBy={wrong === undefined ? undefined : `${id}-wrong`}
        />
      )}
      {wrong !== undefined && (
        <p id={`${id}-wrong`} className="small bad">
          <Mark state="late" size={12} /> {wrong}
        </p>
      )}
    </div>
  );
}
