/** 工作日历: the twelve months of a year as they count now; days are turned round, and saved with who said so (T-1). */
import { Button, Input, Select } from "antd";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { useNow } from "../../data/clock";
import { usePlants } from "../../data/masters";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import type { CalendarView, Shift } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Notice, Panel } from "../../ui/Page";
import { today } from "../../ui/time";
import { named, word } from "../../words/i18n";
import { CalendarImport } from "./CalendarImport";
import { Months } from "./Months";
import { ReadOnly, useRun, Wrong } from "./parts";
import { Shifts } from "./Shifts";
import type { Said } from "./year";
import { differing, shown, toggled } from "./year";

export function Calendar(): ReactElement | null {
  const plants = usePlants();
  const [chosen, choose] = useState<number | null>(null);
  const [year, setYear] = useState(Number(today(useNow()).slice(0, 4)));
  const plant = chosen ?? plants[0]?.id;
  if (plant === undefined) return null;
  const pick = (
    <div className="row">
      {plants.length > 1 && (
        <Select
          aria-label={word("ui.settings.calendar.plant")}
          value={plant}
          options={plants.map((row) => ({ value: row.id, label: named(row.body.name) }))}
          onChange={choose}
        />
      )}
      <Button
        size="small"
        type="text"
        aria-label={word("ui.settings.calendar.back")}
        icon={<ChevronLeft size={16} strokeWidth={1.5} />}
        onClick={() => setYear(year - 1)}
      />
      <span className="settings-year strong" aria-live="polite">
        {year}
      </span>
      <Button
        size="small"
        type="text"
        aria-label={word("ui.settings.calendar.next")}
        icon={<ChevronRight size={16} strokeWidth={1.5} />}
        onClick={() => setYear(year + 1)}
      />
    </div>
  );
  return <Year key={`${plant}-${year}`} plant={plant} year={year} pick={pick} />;
}

function Year({ plant, year, pick }: { plant: number; year: number; pick: ReactElement }): ReactElement {
  const view = useRead("calendar_get", { plant, year }).data;
  if (!view) return <Panel title={pick}>{null}</Panel>;
  return <Known plant={plant} year={year} view={view} pick={pick} />;
}

interface Typed extends Said {
  shifts: Shift[];
  source: string;
}

function Known({
  plant,
  year,
  view,
  pick,
}: {
  plant: number;
  year: number;
  view: CalendarView;
  pick: ReactElement;
}): ReactElement {
  const may = useSession().may("admin");
  const kept: Typed = view.own ?? { off: [], work: [], shifts: [], source: "" };
  const [typed, setTyped] = useState<Typed | null>(null);
  const [importing, setImporting] = useState(false);
  const said = typed ?? kept;
  const put = (some: Partial<Typed>) => setTyped({ ...said, ...some });
  const save = useWrite("calendar_save");
  const say = useSay();
  const { run, busy, wrong, refuse } = useRun();
  const changed = differing(said, kept);
  const days = shown(view, said, year);

  const submit = async () => {
    if (typed === null || !may) return;
    if (typed.source.trim() === "") return refuse([word("ui.settings.calendar.need_source")]);
    const { off, work, shifts } = typed;
    let open = 0;
    const done = await run(async () => {
      const body = { plant, year, off, work, shifts, source: typed.source.trim() };
      open = (await save.mutateAsync({ id: view.id, rev: view.rev, year: body })).changed;
      return undefined;
    });
    if (!done) return;
    setTyped(null);
    say.done(word("ui.settings.calendar.saved", { n: open }));
  };
  useKeys({ "Ctrl+s": () => void submit() });

  return (
    <Panel
      title={pick}
      aside={
        <span className="second">
          {word("ui.settings.calendar.working", { n: days.filter((one) => one.working).length })} · {sourceOf(view)}
        </span>
      }
      foot={
        may ? (
          <>
            <span className="grow small second">
              {typed === null
                ? word("ui.settings.calendar.hint")
                : changed > 0
                  ? word("ui.settings.calendar.changed", { n: changed })
                  : word("ui.settings.calendar.after")}
            </span>
            <Wrong said={wrong} />
            {typed === null && (
              <Button onClick={() => setImporting(true)}>{word("ui.settings.calendar.import")}</Button>
            )}
            {typed !== null && <Button onClick={() => setTyped(null)}>{word("ui.settings.calendar.reset")}</Button>}
            <Button type="primary" disabled={typed === null} loading={busy} onClick={() => void submit()}>
              {word("ui.settings.calendar.save", { year })} <kbd>Ctrl S</kbd>
            </Button>
          </>
        ) : (
          <ReadOnly needs="admin" />
        )
      }
    >
      <div className="settings-calendar">
        {importing && <CalendarImport plant={plant} year={year} rev={view.rev} onClose={() => setImporting(false)} />}
        {!view.known && <Notice>{word("ui.settings.calendar.unknown", { year })}</Notice>}
        <Months year={year} days={days} onToggle={may ? (day) => put(toggled(view, said, day)) : undefined} />
        <Legend />
        <div className="settings-calendar-more">
          <div className="settings-cell">
            <label htmlFor="calendar-source" className="small second">
              {word("ui.settings.calendar.source")}
              {may && (
                <span className="settings-star" aria-hidden="true">
                  {" *"}
                </span>
              )}{" "}
              <span className="dim">{word("ui.settings.calendar.source_hint")}</span>
            </label>
            <Input
              id="calendar-source"
              readOnly={!may}
              value={said.source}
              onChange={(event) => put({ source: event.target.value })}
            />
          </div>
          <Shifts shifts={said.shifts} onChange={may ? (shifts) => put({ shifts }) : undefined} />
        </div>
      </div>
    </Panel>
  );
}

function sourceOf(view: CalendarView): string {
  if (view.own) return word("ui.settings.calendar.source_own", { source: view.own.source });
  return word(view.known ? "ui.settings.calendar.source_public" : "ui.settings.calendar.source_none");
}

function Legend(): ReactElement {
  return (
    <ul className="settings-legend small second">
      <li>
        <span className="calendar-day" data-working="false">
          1<i>{word("ui.settings.calendar.off")}</i>
        </span>{" "}
        {word("ui.settings.calendar.legend_off")}
      </li>
      <li>
        <span className="calendar-day" data-working="true">
          1<i>{word("ui.settings.calendar.work")}</i>
        </span>{" "}
        {word("ui.settings.calendar.legend_work")}
      </li>
      <li>
        <span className="calendar-day" data-working="true" data-own="true">
          1
        </span>{" "}
        {word("ui.settings.calendar.legend_own")}
      </li>
    </ul>
  );
}
