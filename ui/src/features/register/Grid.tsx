/** The rows of the register: a table of which only what is in sight is drawn, moved through by keys as any grid. */
import type { ReactElement } from "react";
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useNow } from "../../data/clock";
import { type Names, useNames } from "../../data/masters";
import type { Procedure, RegisterLine } from "../../types.gen";
import { onKeys } from "../../ui/keys";
import { useStable } from "../../ui/stable";
import { zoneNow } from "../../ui/time";
import type { Column } from "./columns";
import type { Filter, Order } from "./filter";
import { Chosen, Head } from "./Head";
import { left } from "./memory";
import type { Cases } from "./useCases";
import type { Columns } from "./useColumns";
import { useProcedures } from "./useProcedures";
import { useWindow } from "./useWindow";

/** The height of a row, which the style says too. */
const ROW = 32;
export function Grid({
  question,
  cases,
  columns,
  filter,
  order,
  chosen,
  onFilter,
  onOrder,
  onChoose,
  onOpen,
  label,
}: {
  /** What was asked; another question begins at the top. */
  question: string;
  cases: Cases;
  columns: Columns;
  filter: Filter;
  order: Order;
  chosen: number | null;
  onFilter: (next: Filter) => void;
  onOrder: (next: Order) => void;
  onChoose: (of: number) => void;
  onOpen: (of: number) => void;
  label: string;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const now = useNow();
  const names = useNames();
  const { first, end } = useWindow(box, cases.count, ROW);
  const places = Array.from({ length: end - first }, (_, n) => first + n);
  const procedures = useProcedures(places.map(cases.at).filter((row) => row !== undefined));
  const at = cases.placeOf(chosen);
  // A row that the keys have reached before its page: it is chosen when it is there.
  const [aim, setAim] = useState<number | null>(null);
  const aimed = aim === null ? undefined : cases.at(aim);
  useEffect(() => {
    if (!aimed) return;
    setAim(null);
    onChoose(aimed.case);
  }, [aimed, onChoose]);

  useEffect(() => cases.look(first, end));
  // Somebody comes back from a case: the rows lie where they lay.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = left.top;
    // Whoever comes back goes on with the arrows.
    if (left.chosen !== null) element.querySelector("table")?.focus({ preventScroll: true });
    return () => {
      left.top = element.scrollTop;
    };
  }, []);
  const asked = useRef(question);
  useLayoutEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    box.current?.scrollTo({ top: 0 });
  }, [question]);

  const move = (to: number) => {
    const next = Math.min(cases.count - 1, Math.max(0, to));
    const element = box.current;
    if (next < 0 || !element) return;
    setAim(next);
    const top = next * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + 2 * ROW - element.clientHeight;
    }
  };
  // Asked when a key asks: to know it while drawing would lay the page out first.
  const page = () => Math.max(1, Math.floor((box.current?.clientHeight ?? 10 * ROW) / ROW) - 2);
  const from = aim ?? at;
  const to = (next: () => number) => () => move(next());
  const open = () => {
    if (chosen !== null) onOpen(chosen);
  };
  const keys = onKeys({
    ArrowDown: to(() => from + 1),
    ArrowUp: to(() => (from < 0 ? 0 : from - 1)),
    PageDown: to(() => from + page()),
    PageUp: to(() => from - page()),
    Home: to(() => 0),
    End: to(() => cases.count - 1),
    Enter: open,
  });
  const caseOf = (target: EventTarget) => {
    const of = (target as HTMLElement).closest<HTMLElement>("tr[data-case]")?.dataset.case;
    return of === undefined ? null : Number(of);
  };
  // The same from one drawing to the next: a head or a row is drawn anew where something of it is another.
  const [reorder, widen, openRow, choose] = [
    useStable(onOrder),
    useStable(columns.widen),
    useStable(onOpen),
    useStable(onFilter),
  ];
  const choosing = useMemo(() => ({ filter, onFilter: choose }), [filter, choose]);
  const width = columns.shown.reduce((sum, column) => sum + column.at, 0);
  return (
    <div className="register-box" ref={box}>
      <table
        className="register-table"
        style={{ minWidth: width }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of one tab stop, whose rows are chosen by the arrows (W3C grid pattern)
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={(cases.total ?? cases.count) + 1}
        aria-activedescendant={at >= first && at < end ? `case-${chosen}` : undefined}
        onKeyDown={(event) => event.target === event.currentTarget && keys(event)}
        onClick={(event) => {
          const of = caseOf(event.target);
          if (of !== null) onChoose(of);
        }}
        onDoubleClick={(event) => {
          const of = caseOf(event.target);
          if (of !== null) onOpen(of);
        }}
      >
        <colgroup>
          {columns.shown.map((column) => (
            <col key={column.key} style={{ width: column.at }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <Chosen.Provider value={choosing}>
              {columns.shown.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  width={column.at}
                  filtered={column.filters?.some((key) => filter[key] !== undefined) ?? false}
                  ordered={column.order === order}
                  onOrder={reorder}
                  onWiden={widen}
                />
              ))}
            </Chosen.Provider>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap height={first * ROW} />}
          {places.map((place) => {
            const row = cases.at(place);
            if (!row) return <Coming key={`at-${place}`} columns={columns.shown.length} />;
            return (
              <Row
                key={row.case}
                row={row}
                index={place}
                columns={columns.shown}
                names={names}
                now={now}
                zone={zoneNow()}
                chosen={row.case === chosen}
                procedure={procedures.get(row.procedure)}
                onOpen={openRow}
              />
            );
          })}
          {end < cases.count && <Gap height={(cases.count - end) * ROW} />}
        </tbody>
      </table>
    </div>
  );
}

/** A row whose page is under way. */
function Coming({ columns }: { columns: number }): ReactElement {
  return (
    <tr>
      <td colSpan={columns} style={{ height: ROW }} />
    </tr>
  );
}

/** Rows that are not drawn. */
function Gap({ height }: { height: number }): ReactElement {
  return (
    <tr className="register-gap">
      <td style={{ height }} />
    </tr>
  );
}

const Row = memo(function Row({
  row,
  index,
  columns,
  names,
  now,
  chosen,
  procedure,
  onOpen,
}: {
  row: RegisterLine;
  index: number;
  columns: Column[];
  names: Names;
  now: string;
  /** In which its moments are read. */
  zone: string;
  chosen: boolean;
  procedure: Procedure | undefined;
  onOpen: (of: number) => void;
}): ReactElement {
  return (
    <tr id={`case-${row.case}`} data-case={row.case} aria-rowindex={index + 2} aria-selected={chosen}>
      {columns.map((column) => (
        <td key={column.key}>
          {column.key === "number" ? (
            <a
              href={`#/cases/${row.case}`}
              tabIndex={-1}
              className={chosen ? "strong" : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                onOpen(row.case);
              }}
            >
              {row.number}
            </a>
          ) : (
            column.cell(row, { names, procedure, now })
          )}
        </td>
      ))}
    </tr>
  );
});
