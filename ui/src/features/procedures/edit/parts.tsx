/** What the forms of a procedure share: a labelled part that shows its own faults, names in two languages, lists. */
import { Button, Input, Select } from "antd";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { createContext, useContext, useId } from "react";
import type { FaultView, Names, Procedure } from "../../../types.gen";
import { Mark } from "../../../ui/Mark";
import { word } from "../../../words/i18n";
import { faultText, within } from "./faults";
import type { Option } from "./options";

export interface Shown {
  procedure: Procedure;
  faults: FaultView[];
  change: (change: (copy: Procedure) => void) => void;
}

export const EditContext = createContext<Shown | null>(null);

export function useShown(): Shown {
  const shown = useContext(EditContext);
  if (!shown) throw new Error("forms of a procedure stand on its page");
  return shown;
}

type ListOf = "term" | "document" | "role" | "limit" | "list" | "field" | "form" | "desk" | "duty" | "reopen";

/** A list of the whole, as a form of lines takes it. */
export function useList<K extends ListOf>(
  key: K,
): { at: K; value: Procedure[K]; onChange: (list: Procedure[K]) => void } {
  const { procedure, change } = useShown();
  return {
    at: key,
    value: procedure[key],
    onChange: (list) =>
      change((copy) => {
        copy[key] = list;
      }),
  };
}

/** The faults that lie at this place, in words. */
export function Told({ at, exact = false }: { at: string; exact?: boolean }): ReactElement | null {
  const { faults, procedure } = useShown();
  const here = faults.filter((fault) => (exact ? fault.path === at : within(fault.path, at)));
  if (here.length === 0) return null;
  return (
    <ul className="procedure-told bad small">
      {here.map((fault) => (
        <li key={`${fault.path}${fault.why}${JSON.stringify(fault)}`}>
          <Mark state="late" size={13} /> {faultText(fault, procedure)}
        </li>
      ))}
    </ul>
  );
}

/** A labelled part of a form. `at` is its place: faults there stand below it. One of several controls labels each itself. */
export function Part({
  label,
  at,
  hint,
  several = false,
  children,
}: {
  label: string;
  at?: string | undefined;
  hint?: string | undefined;
  several?: boolean;
  children: (id: string) => ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <div className="procedure-field" data-at={at}>
      {several ? (
        <span className="small second procedure-label-of">{label}</span>
      ) : (
        <label htmlFor={id} className="small second procedure-label-of">
          {label}
        </label>
      )}
      <div>
        {children(id)}
        {hint !== undefined && <span className="small dim">{hint}</span>}
        {at !== undefined && <Told at={at} />}
      </div>
    </div>
  );
}

export function TextPart({
  label,
  at,
  value,
  onChange,
  long = false,
  hint,
}: {
  label: string;
  at: string;
  value: string;
  onChange: (text: string) => void;
  long?: boolean;
  hint?: string;
}): ReactElement {
  return (
    <Part label={label} at={at} hint={hint}>
      {(id) =>
        long ? (
          <Input.TextArea id={id} value={value} autoSize={{ minRows: 2 }} onChange={(e) => onChange(e.target.value)} />
        ) : (
          <Input id={id} value={value} autoComplete="off" onChange={(e) => onChange(e.target.value)} />
        )
      }
    </Part>
  );
}

/** A name in Chinese and English, side by side. */
export function NamesPart({
  label,
  at,
  value,
  onChange,
  long = false,
}: {
  label: string;
  at: string;
  value: Names;
  onChange: (names: Names) => void;
  long?: boolean;
}): ReactElement {
  return (
    <Part label={label} at={at}>
      {(id) => (
        <span className="procedure-two">
          {(["zh", "en"] as const).map((lang) => {
            const box = {
              ...(lang === "zh" && { id }),
              value: value[lang],
              "aria-label": word(`ui.procedures.edit.${lang}`, { what: label }),
              placeholder: word(`ui.field.${lang}`),
              autoComplete: "off",
              onChange: (e: { target: { value: string } }) => onChange({ ...value, [lang]: e.target.value }),
            };
            return long ? (
              <Input.TextArea key={lang} {...box} autoSize={{ minRows: 2 }} />
            ) : (
              <Input key={lang} {...box} />
            );
          })}
        </span>
      )}
    </Part>
  );
}

const FULL = { style: { width: "100%" }, popupMatchSelectWidth: false } as const;

/** Several of a list. */
export function ManyPart({
  label,
  at,
  value,
  options,
  onChange,
  hint,
  placeholder = word("ui.field.choose"),
}: {
  label: string;
  at: string;
  value: string[];
  options: Option[];
  onChange: (chosen: string[]) => void;
  hint?: string;
  /** What no choice is called. */
  placeholder?: string;
}): ReactElement {
  return (
    <Part label={label} at={at} hint={hint}>
      {(id) => (
        <Select
          id={id}
          {...FULL}
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          placeholder={placeholder}
          value={value}
          options={options}
          onChange={onChange}
        />
      )}
    </Part>
  );
}

/** One of a list, or none. */
export function OnePart({
  label,
  at,
  value,
  options,
  onChange,
  none,
  hint,
}: {
  label: string;
  at: string;
  value: string | null;
  options: Option[];
  onChange: (chosen: string | null) => void;
  /** What no choice is called; without it, one must be chosen. */
  none?: string;
  hint?: string;
}): ReactElement {
  return (
    <Part label={label} at={at} hint={hint}>
      {(id) => (
        <Select
          id={id}
          {...FULL}
          showSearch={{ optionFilterProp: "label" }}
          allowClear={none !== undefined}
          placeholder={none ?? word("ui.field.choose")}
          value={value}
          options={options}
          onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
        />
      )}
    </Part>
  );
}

/** Up, down, away: of one of a list. */
export function Acts({
  what,
  onMove,
  onRemove,
}: {
  what: string;
  onMove?: (by: 1 | -1) => void;
  onRemove: () => void;
}): ReactElement {
  return (
    <span className="row procedure-acts">
      {onMove && (
        <>
          <Button
            size="small"
            type="text"
            icon={<ArrowUp size={14} />}
            aria-label={word("ui.procedures.edit.up", { what })}
            onClick={() => onMove(-1)}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDown size={14} />}
            aria-label={word("ui.procedures.edit.down", { what })}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <Button
        size="small"
        type="text"
        icon={<Trash2 size={14} />}
        aria-label={word("ui.procedures.edit.remove", { what })}
        onClick={onRemove}
      />
    </span>
  );
}
