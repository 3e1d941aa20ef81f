/** The tasks behind the counts: a row opens its case at that task. */
import type { KeyboardEvent, ReactElement } from "react";
import { useLocation } from "wouter";
import { addressOf } from "../../data/address";
import { useNow } from "../../data/clock";
import { stageName, taskName, useNames, useProcedure, useRoles } from "../../data/masters";
import { isAdded, lineOf } from "../../data/told";
import type { Board, BoardTask } from "../../types.gen";
import { onKeys } from "../../ui/keys";
import { Level } from "../../ui/Level";
import { Mark } from "../../ui/Mark";
import { Empty } from "../../ui/Page";
import { moment, rest, since } from "../../ui/time";
import { word } from "../../words/i18n";
import { holderName } from "./holder";

const COLUMNS = ["case", "level", "task", "holder", "since", "due", "reason"] as const;

export function TaskTable({ board }: { board: Board }): ReactElement {
  if (board.tasks.length === 0) {
    return <Empty title={word("ui.board.none")} text={word("ui.board.none_text")} />;
  }
  return (
    <div className="scroll grow">
      <table className="board-table">
        <caption className="visually-hidden">{word("ui.board.tasks")}</caption>
        <colgroup>
          {COLUMNS.map((column) => (
            <col key={column} data-column={column} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {word(`ui.board.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.tasks.map((row) => (
            <Row key={`${row.case}/${row.task.task}/${row.task.slot}/${row.task.round}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: BoardTask }): ReactElement {
  const now = useNow();
  const [, go] = useLocation();
  const names = useNames();
  const roles = useRoles();
  const procedure = useProcedure(row.procedure);
  const late = row.due !== null && Date.parse(row.due) < Date.parse(now);
  const line = lineOf(row.task);
  return (
    <tr>
      <td>
        <button
          type="button"
          className="plain board-case"
          onClick={() => go(addressOf(row.case, row.task, false))}
          onKeyDown={neighbours}
        >
          <span className="row">
            <span className="strong clip">{names.customer(row.customer)}</span>
            <span className="small second">{row.number}</span>
          </span>
          <span className="small second clip">{row.summary}</span>
        </button>
      </td>
      <td data-none={row.severity === null}>
        <Level severity={row.severity} />
      </td>
      <td>
        <span className="row">
          <Mark state={late ? "late" : row.paused ? "paused" : "now"} />
          <span className="clip">{taskName(procedure, row.task.task)}</span>
          {line && <span className="chip">{word("ui.inbox.slot", { slot: line })}</span>}
          {isAdded(row.task) && <span className="chip">{word("ui.inbox.added")}</span>}
        </span>
        <span className="small second">{stageName(procedure, row.stage)}</span>
      </td>
      <td>{holderName(row.holder, names, procedure?.role ?? roles)}</td>
      <td>
        {row.opened === null ? (
          "–"
        ) : (
          <>
            {since(row.opened, now)}
            <br />
            <span className="small second">{moment(row.opened, now)}</span>
          </>
        )}
      </td>
      <td className={late ? "bad strong" : undefined}>
        <Due row={row} now={now} />
      </td>
      <td data-none={row.reason === ""}>{row.reason || <span className="dim">–</span>}</td>
    </tr>
  );
}

function Due({ row, now }: { row: BoardTask; now: string }): ReactElement {
  if (row.paused) return <span className="heed">{word("ui.time.paused")}</span>;
  if (row.unknown_year !== null) {
    return <span className="heed small">{word("ui.inbox.unknown_year", { year: row.unknown_year })}</span>;
  }
  if (row.due === null) return <span className="dim">–</span>;
  return (
    <>
      {moment(row.due, now)}
      <br />
      <span className="small">{rest(row.due, now).text}</span>
    </>
  );
}

/** The arrows move between the rows. */
const neighbours = (event: KeyboardEvent<HTMLButtonElement>) => {
  const all = [...(event.currentTarget.closest("table")?.querySelectorAll<HTMLButtonElement>(".board-case") ?? [])];
  const at = all.indexOf(event.currentTarget);
  const to = (row: HTMLButtonElement | undefined) => () => row?.focus();
  onKeys({ ArrowDown: to(all[at + 1]), ArrowUp: to(all[at - 1]), Home: to(all[0]), End: to(all.at(-1)) })(event);
};
