/** Twelve small months. One stop for Tab; arrows move by day and week, Page by month, Space turns a day round. */
import type { ReactElement } from "react";
import { useRef, useState } from "react";
import { onKeys } from "../../ui/keys";
import { language, word } from "../../words/i18n";
import type { Shown } from "./year";
import { plusDays, weekdayOf } from "./year";

export function Months({
  year,
  days,
  onToggle,
}: {
  year: number;
  days: Shown[];
  /** Nothing where this person may only look. */
  onToggle: ((day: string) => void) | undefined;
}): ReactElement {
  const [at, setAt] = useState(`${year}-01-01`);
  const box = useRef<HTMLFieldSetElement>(null);
  const move = (n: number) => () => {
    const to = plusDays(at, n);
    if (!to.startsWith(String(year))) return;
    setAt(to);
    box.current?.querySelector<HTMLButtonElement>(`button[data-day="${to}"]`)?.focus();
  };
  const keys = onKeys({
    ArrowLeft: move(-1),
    ArrowRight: move(1),
    ArrowUp: move(-7),
    ArrowDown: move(7),
    PageUp: move(-28),
    PageDown: move(28),
  });
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
  return (
    <fieldset className="calendar-months" ref={box} onKeyDown={keys}>
      <legend className="visually-hidden">{word("ui.settings.calendar.months", { year })}</legend>
      {months.map((month) => (
        <div key={month} className="calendar-month">
          <h3 className="small">{monthName(year, month)}</h3>
          <div className="calendar-days">
            {days
              .filter((one) => one.day.slice(5, 7) === month)
              .map((one, index) => (
                <button
                  key={one.day}
                  type="button"
                  className="calendar-day"
                  // The first of a month stands below its weekday; the others follow.
                  style={index === 0 ? { gridColumnStart: weekdayOf(one.day) } : undefined}
                  data-day={one.day}
                  data-working={one.working}
                  data-own={one.own}
                  aria-pressed={one.working}
                  aria-disabled={onToggle === undefined}
                  tabIndex={one.day === at ? 0 : -1}
                  onFocus={() => setAt(one.day)}
                  onClick={() => onToggle?.(one.day)}
                >
                  {Number(one.day.slice(8))}
                  {one.special && <i>{word(`ui.settings.calendar.${one.special}`)}</i>}
                  <span className="visually-hidden"> {spoken(one)}</span>
                </button>
              ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

function monthName(year: number, month: string): string {
  return new Date(`${year}-${month}-01T00:00:00Z`).toLocaleString(language(), { month: "long", timeZone: "UTC" });
}

function spoken(one: Shown): string {
  const parts = [
    one.day,
    word(`ui.weekday.${weekdayOf(one.day) % 7}`),
    word(one.working ? "ui.settings.calendar.is_working" : "ui.settings.calendar.is_off"),
    one.own ? word("ui.settings.calendar.legend_own") : "",
  ];
  return parts.filter(Boolean).join(" ");
}
