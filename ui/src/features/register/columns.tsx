/** The columns of the register: what stands in each, how wide it is, and which choices belong to it. */
import type { ReactElement, ReactNode } from "react";
import { type Names, stageName, taskName } from "../../data/masters";
import { isOver as isOverIn } from "../../data/over";
import type { Procedure, RegisterLine } from "../../types.gen";
import { Level } from "../../ui/Level";
import { Mark, type State } from "../../ui/Mark";
import { day, local } from "../../ui/time";
import { word } from "../../words/i18n";
import type { FilterKey, Order } from "./filter";
import { StageBar } from "./StageBar";

/** What a cell is drawn with, beside its row. */
export interface Around {
  names: Names;
  procedure: Procedure | undefined;
  now: string;
}

export interface Column {
  key: string;
  width: number;
  /** Hidden until somebody wants it. */
  off?: true;
  /** Never hidden: a list of cases without their numbers is of no use. */
  fixed?: true;
  filters?: FilterKey[];
  order?: Order;
  cell: (row: RegisterLine, around: Around) => ReactNode;
}

const dash = <span className="dim">–</span>;

/** A case in which nobody has anything to do any more. */
export const isOver = (row: RegisterLine): boolean => isOverIn(row.state);

export const isLate = (row: RegisterLine, now: string): boolean =>
  row.next_due !== null && Date.parse(row.next_due) < Date.parse(now);

export const COLUMNS: Column[] = [
  { key: "number", width: 124, fixed: true, cell: (row) => row.number },
  {
    key: "received",
    width: 90,
    filters: ["from", "until"],
    order: "received",
    cell: (row, { now }) => short(row.received_on, now),
  },
  { key: "customer", width: 140, filters: ["customer"], cell: (row, { names }) => names.customer(row.customer) },
  { key: "product", width: 134, cell: (row) => row.product || dash },
  { key: "lot", width: 90, cell: (row) => row.lot || dash },
  { key: "summary", width: 164, cell: (row) => <span title={row.summary}>{row.summary}</span> },
  { key: "class", width: 92, off: true, filters: ["class"], cell: (row) => chosen("class", row.class) },
  { key: "severity", width: 84, filters: ["severity"], cell: (row) => <Level severity={row.severity} /> },
  {
    key: "progress",
    width: 92,
    cell: (row, { procedure, now }) => <StageBar row={row} procedure={procedure} late={isLate(row, now)} />,
  },
  {
    key: "where",
    width: 162,
    filters: ["stage", "unclosed"],
    cell: (row, around) => <Where row={row} around={around} />,
  },
  { key: "owner", width: 74, filters: ["owner"], cell: (row, { names }) => names.account(row.owner) },
  {
    key: "due",
    width: 112,
    filters: ["overdue"],
    order: "due",
    cell: (row, { now }) => <Due row={row} now={now} />,
  },
  { key: "track", width: 70, off: true, filters: ["track"], cell: (row) => chosen("track", row.track) },
  { key: "verdict", width: 84, off: true, filters: ["verdict"], cell: (row) => chosen("verdict", row.verdict) },
  { key: "state", width: 96, off: true, filters: ["state"], cell: (row) => word(`state.case.${row.state}`) },
  { key: "stage", width: 110, off: true, cell: (row, { procedure }) => stageName(procedure, row.stage) },
  { key: "customer_no", width: 110, off: true, cell: (row) => row.customer_no || dash },
  { key: "defect_code", width: 80, off: true, cell: (row) => row.defect_code || dash },
  { key: "round", width: 56, off: true, cell: (row) => row.round },
  { key: "registered", width: 86, off: true, cell: (row, { now }) => short(row.registered, now) },
  { key: "closed", width: 86, off: true, cell: (row, { now }) => (row.closed_at ? short(row.closed_at, now) : dash) },
];

/** A day without its weekday; the year where it is another one. */
function short(date: string, now: string): string {
  const on = date.length === 10 ? date : local(date).format("YYYY-MM-DD");
  return on.startsWith(local(now).format("YYYY")) ? on.slice(5) : on;
}

function chosen(choice: string, code: string | null): ReactNode {
  return code ? word(`choice.${choice}.${code}`) : dash;
}

function Where({ row, around }: { row: RegisterLine; around: Around }): ReactElement {
  const late = isLate(row, around.now);
  const state: State = isOver(row) ? "done" : late ? "late" : "now";
  const text = isOver(row)
    ? word(`state.case.${row.state}`)
    : row.next_task
      ? taskName(around.procedure, row.next_task)
      : stageName(around.procedure, row.stage);
  return (
    <span className={late ? "bad strong" : isOver(row) ? "dim" : undefined} title={text}>
      <Mark state={state} /> {text}
    </span>
  );
}

function Due({ row, now }: { row: RegisterLine; now: string }): ReactElement {
  if (!row.next_due || isOver(row)) return <span className="dim">–</span>;
  const late = isLate(row, now);
  return (
    <span className={late ? "bad strong" : undefined}>
      {day(row.next_due, now)}
      {late && ` ${word("ui.register.late")}`}
    </span>
  );
}
