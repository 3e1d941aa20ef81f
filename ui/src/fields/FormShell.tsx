/** The form of one section or record: all its fields, in the order of the registry, and those that the procedure adds. */
import type { ReactElement } from "react";
import { targetName } from "../data/speak";
import type { Extra, ExtraField } from "../types.gen";
import { Mark } from "../ui/Mark";
import { useForm } from "./context";
import { Field } from "./Field";
import { idOf, labelOf } from "./label";
import "./fields.css";
import type { Body, FieldInfo } from "./registry";
import { extrasOf, fieldsOf } from "./registry";

export interface Filled {
  body: Body;
  extra: Record<string, Extra>;
}

export function FormShell({
  target,
  value,
  onChange,
  fields,
  title,
  autoFocus = false,
}: {
  target: string;
  value: Filled;
  onChange: (value: Filled) => void;
  /** Only these, in this order; all when left out. */
  fields?: readonly string[];
  /** False where the page names it already. */
  title?: boolean;
  autoFocus?: boolean;
}): ReactElement {
  const { procedure } = useForm();
  const all = fieldsOf(target);
  const shown = fields ? fields.flatMap((name) => all.find((field) => field.name === name) ?? []) : all;
  const body = value.body;
  const first = shown[0]?.name;
  return (
    <section className="form" aria-label={targetName(target)}>
      {title !== false && <h3>{targetName(target)}</h3>}
      <div className="form-grid">
        {shown.map((field) => (
          <Field
            key={field.name}
            target={target}
            field={field}
            value={body[field.name]}
            onChange={(next) => onChange({ ...value, body: { ...body, [field.name]: next } })}
            autoFocus={autoFocus && field.name === first}
          />
        ))}
        {extrasOf(procedure, target).map((extra) => (
          <Field
            key={extra.name}
            target={target}
            field={ownField(extra)}
            value={fromExtra(extra, value.extra[extra.name])}
            onChange={(next) => onChange({ ...value, extra: toExtra(extra, value.extra, next) })}
          />
        ))}
      </div>
    </section>
  );
}

/** A field of the procedure's own as the kit knows fields. */
function ownField(extra: ExtraField): FieldInfo {
  switch (extra.type) {
    case "choice":
    case "text":
      return { name: extra.name, is: "text" };
    case "yes_no":
      return { name: extra.name, is: "tick" };
    case "person":
      return { name: extra.name, is: "who" };
    default:
      return { name: extra.name, is: extra.type };
  }
}

function fromExtra(_extra: ExtraField, answer: Extra | undefined): unknown {
  return answer === undefined ? null : Object.values(answer)[0];
}

function toExtra(extra: ExtraField, before: Record<string, Extra>, next: unknown): Record<string, Extra> {
  const { [extra.name]: _, ...rest } = before;
  if (next === null || next === undefined || next === "") return rest;
  return { ...rest, [extra.name]: { [extra.type]: next } as Extra };
}

/** What is wrong, each with a way to its field; the first gets the focus. */
export function ErrorSummary({ errors }: { errors: ReadonlyMap<string, string> }): ReactElement | null {
  if (errors.size === 0) return null;
  return (
    <div className="error-summary" role="alert">
      <ul>
        {[...errors].map(([path, text]) => (
          <li key={path}>
            <Mark state="late" size={12} />{" "}
            <button type="button" className="plain bad" onClick={() => focusField(path)}>
              {labelOf(path)}：{text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Shows a field and puts the cursor into it. */
export function focusField(path: string): void {
  const [target, name] = path.split(".");
  const box = document.querySelector<HTMLElement>(`[data-path="${target}.${name}"]`);
  box?.scrollIntoView({ block: "center" });
  const control = document.getElementById(idOf(path)) ?? box;
  const input = control?.matches("input, textarea, button")
    ? control
    : (control?.querySelector<HTMLElement>("input, textarea, button") ??
      box?.querySelector<HTMLElement>("input, textarea, button"));
  input?.focus();
}
