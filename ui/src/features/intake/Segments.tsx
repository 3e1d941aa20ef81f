/**
 * Choices side by side: one stop of Tab, arrows choose. Those that are rare stand behind 其他. antd's own segments take a
 * stop for each choice while nothing is chosen, which is what a phone call has no time for.
 */
import { Select } from "antd";
import type { ReactElement } from "react";
import { Control } from "../../fields/Control";
import type { EditorProps } from "../../fields/context";
import { useForm } from "../../fields/context";
import { idOf, labelOf } from "../../fields/label";
import { CHOICES } from "../../fields.gen";
import { onKeys } from "../../ui/keys";
import { word } from "../../words/i18n";

/** How complaints come in on most days; the catalogue has them all. */
const COMMON: Record<string, readonly string[]> = {
  channel: ["phone", "email", "wechat", "portal", "visit", "return"],
  yes_no: ["yes", "no"],
};

export function Segments({ path, field, value, onChange, readOnly }: EditorProps): ReactElement | null {
  const form = useForm();
  if (field.is !== "choice") return null;
  const of = field.of;
  const all = CHOICES[of] ?? [];
  const common = COMMON[of] ?? all;
  const rare = all.filter((one) => !common.includes(one));
  const id = idOf(path);
  const at = common.indexOf((value as string | null) ?? "");
  const choose = (next: number) => {
    const n = (next + common.length) % common.length;
    onChange(common[n] ?? null);
    document.getElementById(`${id}-${n}`)?.focus();
  };
  const next = () => choose(at + 1);
  const before = () => choose(at < 0 ? -1 : at - 1);
  const none = () => onChange(null);
  const keys = onKeys({
    ...{ ArrowRight: next, ArrowDown: next, ArrowLeft: before, ArrowUp: before },
    ...{ Delete: none, Backspace: none },
  });
  return (
    <span className="intake-segments" id={id}>
      <span
        className="seg"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-required={form.required.has(path)}
        aria-invalid={form.errors.has(path)}
        onKeyDown={keys}
      >
        {common.map((one, n) => (
          // A button that is a radio: a press chooses it, Space too.
          // biome-ignore lint/a11y/useSemanticElements: native radios that nobody has chosen take a stop of Tab each
          <button
            key={one}
            id={`${id}-${n}`}
            type="button"
            role="radio"
            aria-checked={n === at}
            tabIndex={n === Math.max(at, 0) ? 0 : -1}
            disabled={readOnly}
            onClick={() => onChange(one)}
          >
            {word(`choice.${of}.${one}`)}
          </button>
        ))}
      </span>
      {rare.length > 0 && (
        <Select
          aria-label={word("ui.intake.other")}
          className="intake-rare"
          popupMatchSelectWidth={false}
          disabled={readOnly}
          placeholder={word("ui.intake.other")}
          value={rare.includes(String(value)) ? (value as string) : null}
          options={rare.map((one) => ({ value: one, label: word(`choice.${of}.${one}`) }))}
          onChange={onChange}
        />
      )}
    </span>
  );
}

/** A choice that drops down although it has few words: where a row has no room for them side by side. */
export function Dropdown({ path, field, value, onChange, readOnly }: EditorProps): ReactElement {
  return (
    <Control
      id={idOf(path)}
      path={path}
      type={field}
      label={labelOf(path)}
      value={value}
      onChange={onChange}
      readOnly={readOnly}
    />
  );
}
