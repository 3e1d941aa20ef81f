/** Stages or holders, what is latest first, each with how much waits there; one that is pressed narrows the table. */
import type { ReactElement } from "react";
import { useNow } from "../../data/clock";
import { stageName, useNames, useProceduresInForce, useRoles } from "../../data/masters";
import type { Board, Waiting } from "../../types.gen";
import { onKeys } from "../../ui/keys";
import { Mark } from "../../ui/Mark";
import { since } from "../../ui/time";
import { word } from "../../words/i18n";
import type { Narrowed } from "./BoardPage";
import { holderName, keyOf } from "./holder";

interface Group {
  key: string;
  name: string;
  /** Of which procedure, where there are several. */
  of: string;
  waiting: Waiting;
  pressed: boolean;
  press: () => void;
}

export function Groups({
  board,
  by,
  only,
  put,
}: {
  board: Board;
  by: "stage" | "holder";
  only: Narrowed;
  put: (some: Partial<Narrowed>) => void;
}): ReactElement {
  const now = useNow();
  const names = useNames();
  const roles = useRoles();
  const force = useProceduresInForce() ?? [];
  const several = new Set(board.stages.map((one) => one.procedure)).size > 1;
  const groups: Group[] =
    by === "stage"
      ? board.stages.map(({ procedure, stage, waiting }) => {
          const pressed = only.stage?.procedure === procedure && only.stage.stage === stage;
          const rules = force.find((one) => one.procedure.number === procedure)?.procedure;
          return {
            key: `${procedure}/${stage}`,
            name: stageName(rules, stage),
            of: several ? procedure : "",
            waiting,
            pressed,
            press: () => put({ stage: pressed ? null : { procedure, stage } }),
          };
        })
      : board.holders.map(({ holder, waiting }) => {
          const pressed = only.holder !== null && keyOf(only.holder) === keyOf(holder);
          return {
            key: keyOf(holder),
            name: holderName(holder, names, roles),
            of: "",
            waiting,
            pressed,
            press: () => put({ holder: pressed ? null : holder }),
          };
        });
  const most = Math.max(1, ...groups.map((group) => group.waiting.tasks));
  if (groups.length === 0) return <p className="board-none second">{word("ui.board.nothing")}</p>;
  return (
    <ul className="scroll grow">
      {groups.map((group) => (
        <li key={group.key}>
          <button
            type="button"
            className="plain board-group"
            aria-pressed={group.pressed}
            onClick={group.press}
            onKeyDown={neighbours}
          >
            <span className="row">
              <span className="strong clip">{group.name}</span>
              {group.of && <span className="mini second">{group.of}</span>}
              <span className="grow" />
              <span className="strong">{group.waiting.tasks.toLocaleString("en")}</span>
            </span>
            <span className="board-bar" aria-hidden="true">
              <span style={{ width: `${(100 * group.waiting.tasks) / most}%` }} />
            </span>
            <Counts waiting={group.waiting} now={now} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Counts({ waiting, now }: { waiting: Waiting; now: string }): ReactElement {
  const { overdue, today, paused, oldest } = waiting;
  return (
    <span className="row small second board-counts">
      {overdue > 0 && (
        <span className="bad strong">
          <Mark state="late" size={12} /> {word("ui.board.late", { n: overdue })}
        </span>
      )}
      {today > 0 && <span>{word("ui.board.today", { n: today })}</span>}
      {paused > 0 && (
        <span className="heed">
          <Mark state="paused" size={12} /> {word("ui.board.paused", { n: paused })}
        </span>
      )}
      <span className="grow" />
      {oldest && <span>{word("ui.board.oldest", { span: since(oldest, now) })}</span>}
    </span>
  );
}

/** The arrows move between the groups. */
const neighbours = (event: React.KeyboardEvent<HTMLButtonElement>) => {
  const all = [...(event.currentTarget.closest("ul")?.querySelectorAll<HTMLButtonElement>(".board-group") ?? [])];
  const at = all.indexOf(event.currentTarget);
  const to = (row: HTMLButtonElement | undefined) => () => row?.focus();
  onKeys({ ArrowDown: to(all[at + 1]), ArrowUp: to(all[at - 1]), Home: to(all[0]), End: to(all.at(-1)) })(event);
};
