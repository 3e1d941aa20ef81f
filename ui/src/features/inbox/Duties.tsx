/** 定期工作: what recurs without a case. What is due is done in place: a few words, what was decided, who got a copy. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import type { DoneLine, DraftView, DutyLine } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { Empty, Notice } from "../../ui/Page";
import { day } from "../../ui/time";
import { named, word } from "../../words/i18n";
import { DutyForm } from "./DutyForm";
import { neighbours } from "./neighbours";

export const slotOf = (duty: DutyLine) => `${duty.plant}/${duty.number}/${duty.duty}/${duty.period}`;

export function Duties({ opened }: { opened: string | null }): ReactElement {
  const list = useRead("duty_list", {});
  const drafts = useRead("draft_list", { case: null });
  const [open, setOpen] = useState<string | null>(opened);
  const rows = list.data?.open ?? [];
  const done = list.data?.done ?? [];
  if (list.data && rows.length === 0 && done.length === 0) {
    return (
      <section className="panel inbox-list">
        <Empty title={word("ui.inbox.none.duties")} text={word("ui.inbox.none.duties_text")} />
      </section>
    );
  }
  return (
    <section
      className="panel inbox-list"
      aria-busy={!list.data}
      aria-label={word("ui.inbox.list", { tab: word("ui.inbox.duties"), n: rows.length })}
    >
      <div className="scroll grow">
        {list.data && rows.length === 0 && (
          <div className="inbox-part">
            <Notice>{word("ui.inbox.duty.all_done")}</Notice>
          </div>
        )}
        <ul>
          {byDuty(rows).map(([first, ...rest]) => (
            <OneDuty
              key={`${first.plant}/${first.number}/${first.duty}`}
              first={first}
              rest={rest}
              open={open}
              setOpen={setOpen}
              drafts={drafts.data?.drafts}
            />
          ))}
        </ul>
        {done.length > 0 && <Done rows={done} />}
      </div>
    </section>
  );
}

/** The periods of each duty together, the oldest first: one that was left undone for months takes one row. */
export function byDuty(rows: readonly DutyLine[]): [DutyLine, ...DutyLine[]][] {
  const found = new Map<string, [DutyLine, ...DutyLine[]]>();
  for (const row of rows) {
    const key = `${row.plant}/${row.number}/${row.duty}`;
    const there = found.get(key);
    if (there) there.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
}

function OneDuty({
  first,
  rest,
  open,
  setOpen,
  drafts,
}: {
  first: DutyLine;
  rest: DutyLine[];
  open: string | null;
  setOpen: (slot: string | null) => void;
  drafts: DraftView[] | undefined;
}): ReactElement {
  const now = useNow();
  const [all, setAll] = useState(rest.some((duty) => slotOf(duty) === open));
  return (
    <>
      {[first, ...(all ? rest : [])].map((duty) => {
        const slot = slotOf(duty);
        const shown = open === slot;
        return (
          <li key={slot}>
            <button
              type="button"
              className="plain inbox-row"
              data-duty="true"
              aria-expanded={shown}
              onClick={() => setOpen(shown ? null : slot)}
              onKeyDown={neighbours()}
            >
              <DutyRow duty={duty} now={now} />
              <span className="inbox-duty-act">{word(shown ? "ui.inbox.duty.close" : "ui.inbox.duty.write")}</span>
            </button>
            {shown && drafts && <DutyForm duty={duty} slot={slot} drafts={drafts} onDone={() => setOpen(null)} />}
          </li>
        );
      })}
      {rest.length > 0 && (
        <li className="inbox-duty-rest">
          <Button size="small" type="text" aria-expanded={all} onClick={() => setAll(!all)}>
            {word(all ? "ui.inbox.duty.fewer" : "ui.inbox.duty.more", { n: rest.length, name: named(first.name) })}
          </Button>
        </li>
      )}
    </>
  );
}

const MARK = { overdue: "late", due: "now", open: "ahead" } as const;

function DutyRow({ duty, now }: { duty: DutyLine; now: string }): ReactElement {
  const late = duty.state === "overdue";
  return (
    <>
      <span className="inbox-what">
        <Mark state={MARK[duty.state]} />
        <span className="inbox-words">
          <span className="strong clip">{named(duty.name)}</span>
          <span className="small second clip">
            {duty.number} · {word(`ui.inbox.duty.every.${duty.every}`)} · {duty.period}
          </span>
        </span>
      </span>
      <span className={late ? "bad strong" : duty.state === "due" ? "strong" : undefined}>
        {word("ui.inbox.duty.by", { day: day(duty.due_on, now) })}{" "}
        <span className="small">{word(`ui.inbox.duty.state.${duty.state}`)}</span>
      </span>
    </>
  );
}

/** Those done last, read at one glance. */
function Done({ rows }: { rows: DoneLine[] }): ReactElement {
  const now = useNow();
  const names = useNames();
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="inbox-duties-done">
      <h2 className="inbox-group" id="inbox-duties-done">
        {word("ui.inbox.duty.done")} <span className="second">{rows.length}</span>
        <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {word(open ? "ui.inbox.duty.hide" : "ui.inbox.duty.show")}
        </Button>
      </h2>
      {open && (
        <ul>
          {rows.map((row) => (
            <li key={row.record} className="inbox-duty-done">
              <span className="inbox-line">
                <Mark state="done" />
                <DutyName row={row} />
                <span className="small second">{row.period}</span>
                <span className="grow" />
                <span className="small second">
                  {names.who(row.by)} {row.done_on && day(row.done_on, now)}
                </span>
              </span>
              <span className="second">{row.text}</span>
              {row.decisions && (
                <span className="small second">{word("ui.inbox.duty.decided", { what: row.decisions })}</span>
              )}
              {row.told && <span className="small second">{word("ui.inbox.duty.copies", { who: row.told })}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The duty is named by its procedure in force; one that is no longer in it by what was kept. */
function DutyName({ row }: { row: DoneLine }): ReactElement {
  const list = useRead("procedure_list", {}).data?.procedures ?? [];
  const id = list.findLast((line) => line.number === row.procedure && line.state === "issued")?.id;
  const procedure = useRead("procedure_get", { procedure: id ?? 0 }, { enabled: id !== undefined }).data?.procedure;
  const duty = procedure?.duty.find((one) => one.id === row.duty);
  return <span className="strong clip">{duty ? named(duty.name) : `${row.procedure} ${row.duty}`}</span>;
}
