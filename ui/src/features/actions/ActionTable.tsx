/** Planned actions in one table: a row opens the task that carries it out. */
import type { KeyboardEvent, ReactElement } from "react";
import { useLocation } from "wouter";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import type { ActionLine } from "../../types.gen";
import { onKeys } from "../../ui/keys";
import { Level } from "../../ui/Level";
import { Mark, type State } from "../../ui/Mark";
import { day as dayText } from "../../ui/time";
import { word } from "../../words/i18n";
import { type ActionGroup, type By, isLate } from "./groups";

const COLUMNS = ["what", "case", "level", "owner", "due", "state", "evidence", "effect"] as const;

export function ActionTable({
  groups,
  by,
  over,
  today,
}: {
  groups: ActionGroup[];
  by: By;
  over: boolean;
  today: string;
}): ReactElement {
  return (
    <div className="scroll grow">
      <table className="actions-table">
        <caption className="visually-hidden">{word(over ? "ui.actions.over" : "ui.actions.todo")}</caption>
        <colgroup>
          {COLUMNS.map((column) => (
            <col key={column} data-column={column} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {word(`ui.actions.column.${column === "due" && over ? "done" : column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr className="actions-group" data-late={group.key === "late"}>
              <th colSpan={COLUMNS.length} scope="rowgroup">
                {title(group.key, by, over)} <span className="second">{group.rows.length}</span>
                {by !== "due" && group.late > 0 && (
                  <span className="bad">{word("ui.actions.late_count", { n: group.late })}</span>
                )}
              </th>
            </tr>
            {group.rows.map((line) => (
              <Row key={`${line.case}/${line.action.line}`} line={line} today={today} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function title(key: string, by: By, over: boolean): string {
  if (by !== "due" || (over && key !== "none")) return key;
  return word(`ui.actions.group.${key}`);
}

function Row({ line, today }: { line: ActionLine; today: string }): ReactElement {
  const now = useNow();
  const names = useNames();
  const [, go] = useLocation();
  const { action } = line;
  const late = isLate(line, today);
  const state: State = action.over ? "done" : late ? "late" : action.state === "planned" ? "ahead" : "now";
  const slot = action.task ? `task=${encodeURIComponent(action.task)},${action.line},${action.round}` : "";
  const on = action.over ? (action.done_on ?? action.due) : action.due;
  const stateWord = action.state === "planned" ? word("ui.actions.planned") : word(`state.task.${action.state}`);
  return (
    <tr>
      <td>
        <button
          type="button"
          className="plain actions-what"
          onClick={() => go(`/cases/${line.case}?${slot}`)}
          onKeyDown={neighbours}
        >
          {action.kind && <span className="chip">{word(`choice.action_kind.${action.kind}`)}</span>}
          <span className="strong">{action.what || "–"}</span>
        </button>
      </td>
      <td>
        <span className="small second">{line.number}</span>
        <br />
        <span title={names.customer(line.customer)}>{names.customer(line.customer)}</span>
      </td>
      <td>
        <Level severity={line.severity} />
      </td>
      <td>{action.owner === null ? action.owner_name || "–" : names.account(action.owner)}</td>
      <td className={late ? "bad strong" : undefined}>
        {on ? dayText(on, now) : "–"} {late && word("ui.actions.late")}
      </td>
      <td className={late ? "bad" : undefined}>
        <Mark state={state} /> {stateWord}
      </td>
      <td>
        {action.evidence || action.files > 0 ? (
          <>
            {action.evidence}
            {action.files > 0 && <span className="second"> {word("ui.actions.files", { n: action.files })}</span>}
          </>
        ) : (
          <span className="dim">–</span>
        )}
      </td>
      <td>{action.effect ? word(`choice.effect.${action.effect}`) : <span className="dim">–</span>}</td>
    </tr>
  );
}

/** The arrows move between the rows. */
const neighbours = (event: KeyboardEvent<HTMLButtonElement>) => {
  const all = [...(event.currentTarget.closest("table")?.querySelectorAll<HTMLButtonElement>(".actions-what") ?? [])];
  const at = all.indexOf(event.currentTarget);
  const to = (row: HTMLButtonElement | undefined) => () => row?.focus();
  onKeys({ ArrowDown: to(all[at + 1]), ArrowUp: to(all[at - 1]), Home: to(all[0]), End: to(all.at(-1)) })(event);
};
