/** Choices side by side as they come on most days. Those that are rare stand behind 其他. */
import { Select } from "antd";
import type { ReactElement } from "react";
import { Control } from "../../fields/Control";
import type { EditorProps } from "../../fields/context";
import { useForm } from "../../fields/context";
import { idOf, labelOf } from "../../fields/label";
import { Seg } from "../../fields/Seg";
import { CHOICES } from "../../fields.gen";
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
  return (
    <span className="intake-segments">
      <Seg
        id={id}
        labelledBy={`${id}-label`}
        options={common.map((one) => ({ value: one, label: word(`choice.${of}.${one}`) }))}
        value={value as string | null}
        onChange={onChange}
        readOnly={readOnly}
        required={form.required.has(path)}
        invalid={form.errors.has(path)}
      />
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
