/** The shifts of a working day; without any the whole day counts. */
import { Button } from "antd";
import { Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import type { Shift } from "../../types.gen";
import { word } from "../../words/i18n";

const FIRST: Shift = { from: "08:30:00", until: "17:30:00" };

export function Shifts({
  shifts,
  onChange,
}: {
  shifts: Shift[];
  onChange: ((shifts: Shift[]) => void) | undefined;
}): ReactElement {
  const put = (index: number, some: Partial<Shift>) =>
    onChange?.(shifts.map((one, at) => (at === index ? { ...one, ...some } : one)));
  return (
    <fieldset className="settings-shifts">
      <legend className="small second">
        {word("ui.settings.calendar.shifts")} <span className="dim">{word("ui.settings.calendar.shifts_hint")}</span>
      </legend>
      <div className="row">
        {shifts.map((shift, index) => {
          const name = word("ui.settings.calendar.shift", { n: index + 1 });
          return (
            // A shift has no name but its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={index} className="settings-shift">
              {(["from", "until"] as const).map((end) => (
                <input
                  key={end}
                  type="time"
                  required
                  readOnly={onChange === undefined}
                  aria-label={`${name} ${word(`ui.settings.calendar.${end}`)}`}
                  value={shift[end].slice(0, 5)}
                  onChange={(event) => event.target.value !== "" && put(index, { [end]: `${event.target.value}:00` })}
                />
              ))}
              {onChange && (
                <Button
                  type="text"
                  size="small"
                  aria-label={word("ui.settings.calendar.remove_shift", { n: index + 1 })}
                  icon={<X size={14} />}
                  onClick={() => onChange(shifts.filter((_, at) => at !== index))}
                />
              )}
            </span>
          );
        })}
        {onChange && (
          <Button
            size="small"
            icon={<Plus size={14} strokeWidth={1.5} aria-hidden="true" />}
            onClick={() => onChange([...shifts, FIRST])}
          >
            {word("ui.settings.calendar.add_shift")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
