/** All tasks of a procedure as the table that people print: stage, task, who, until when, what it needs, signature. */
import type { ReactElement } from "react";
import { Fragment } from "react";
import { fieldName } from "../../data/speak";
import type { Procedure } from "../../types.gen";
import { named, word } from "../../words/i18n";
import { dueText, holders, whenText } from "./words";

const COLUMNS = ["task", "who", "due", "when", "needs", "signs"] as const;

export function TaskTable({ procedure }: { procedure: Procedure }): ReactElement {
  return (
    <section
      className="panel procedure-main scroll"
      aria-label={word("ui.procedures.tab.tasks")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
    >
      <table className="procedure-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {word(`ui.procedures.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {procedure.stage.map((stage, n) => (
            <Fragment key={stage.id}>
              <tr className="procedure-stage">
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  <span className="second">{n + 1}</span> {named(stage.name)}
                </th>
              </tr>
              {stage.task.map((task) => (
                <tr key={task.id}>
                  <td className="strong">{named(task.name)}</td>
                  <td>{holders(task, procedure)}</td>
                  <td>{task.due ? dueText(task.due, procedure) : "–"}</td>
                  <td>{whenText(task.when, procedure) || "–"}</td>
                  <td>{task.needs.map((need) => fieldName(need, procedure)).join(word("ui.list.comma")) || "–"}</td>
                  <td>{task.signs ? word(`choice.meaning.${task.signs.meaning}`) : "–"}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
