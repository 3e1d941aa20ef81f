/** Published ways to complain: a line each, of which one means at least is filled (M-5). */
import { Button, Input } from "antd";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useId } from "react";
import type { PlantContact } from "../../types.gen";
import { word } from "../../words/i18n";

const FIELDS = ["name", "phone", "mail", "qq", "wechat", "note"] as const;
const FRESH: PlantContact = { name: "", phone: "", mail: "", qq: "", wechat: "", note: "" };

export function Contacts({
  value,
  onChange,
}: {
  value: PlantContact[];
  /** Nothing where this person may only look. */
  onChange?: ((contacts: PlantContact[]) => void) | undefined;
}): ReactElement {
  const id = useId();
  const put = (at: number, some: Partial<PlantContact>) =>
    onChange?.(value.map((one, n) => (n === at ? { ...one, ...some } : one)));
  return (
    <fieldset className="settings-contacts">
      <legend className="small second">
        {word("ui.settings.contact.title")} <span className="dim">{word("ui.settings.contact.hint")}</span>
      </legend>
      {value.length === 0 && !onChange && <p className="second">{word("ui.settings.none")}</p>}
      {value.map((contact, at) => {
        const which = word("ui.settings.contact.nth", { n: at + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a contact has no number of its own: its place is all there is
          <div key={at} className="settings-contact">
            {FIELDS.map((field) => {
              const label = word(`ui.settings.contact.${field}`);
              return (
                <div key={field}>
                  <label htmlFor={`${id}-${at}-${field}`} className="small second">
                    {label}
                  </label>
                  {onChange ? (
                    <Input
                      id={`${id}-${at}-${field}`}
                      aria-label={`${which} ${label}`}
                      value={contact[field]}
                      onChange={(event) => put(at, { [field]: event.target.value })}
                    />
                  ) : (
                    <span id={`${id}-${at}-${field}`}>{contact[field] || word("ui.settings.none")}</span>
                  )}
                </div>
              );
            })}
            {onChange && (
              <Button
                size="small"
                type="text"
                icon={<X size={14} strokeWidth={1.5} />}
                aria-label={`${word("ui.settings.contact.remove")} ${which}`}
                onClick={() => onChange(value.filter((_, n) => n !== at))}
              />
            )}
          </div>
        );
      })}
      {onChange && (
        <Button
          size="small"
          type="dashed"
          icon={<Plus size={14} strokeWidth={1.5} />}
          onClick={() => onChange([...value, FRESH])}
        >
          {word("ui.settings.contact.add")}
        </Button>
      )}
    </fieldset>
  );
}
