/** Everything that a procedure says about one task: who, until when, what it needs, where the case goes then. */
import type { ReactElement, ReactNode } from "react";
import { citedBy, documentText } from "../../data/documents";
import { stageName, taskName } from "../../data/masters";
import { byName, fieldName, targetName } from "../../data/speak";
import type { Procedure } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { named, word } from "../../words/i18n";
import { dueText, exitText, holders, spanText, whenText } from "./words";

export function TaskCard({
  procedure,
  task: id,
  onChoose,
}: {
  procedure: Procedure;
  task: string;
  onChoose: (task: string) => void;
}): ReactElement | null {
  const stage = procedure.stage.find((one) => one.task.some((task) => task.id === id));
  const task = stage?.task.find((one) => one.id === id);
  if (!stage || !task) return null;
  const when = whenText(task.when, procedure);
  const at = procedure.stage.indexOf(stage);
  const cited = citedBy(task, procedure);
  return (
    <aside className="panel procedure-card" aria-label={named(task.name)}>
      <div className="panel-head">
        <h2>{named(task.name)}</h2>
        <span className="small second">{word("ui.procedures.in_stage", { n: at + 1, stage: named(stage.name) })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll grow" tabIndex={0} aria-label={word("ui.procedures.details")}>
        <dl>
          <Part of="who">{holders(task, procedure)}</Part>
          <Part of="does">{word(`docs.does.${task.does}`)}</Part>
          <Part of="due">{task.due ? dueText(task.due, procedure) : word("ui.procedures.no_due")}</Part>
          {task.due && (task.due.remind.length > 0 || task.due.escalate.length > 0) && (
            <Part of="around">
              {[
                ...task.due.remind.map((span) => word("ui.procedures.remind", { span: spanText(span) })),
                ...task.due.escalate.map(({ after, to }) =>
                  word("ui.procedures.escalate", { span: spanText(after), to: byName(to, procedure) }),
                ),
              ].join(word("ui.list.comma"))}
            </Part>
          )}
          {task.due && !task.due.pausable && <Part of="clock">{word("ui.procedures.never_paused")}</Part>}
          {when && <Part of="when">{when}</Part>}
          {task.after.length > 0 && (
            <Part of="after">{task.after.map((one) => taskName(procedure, one)).join(word("ui.list.comma"))}</Part>
          )}
          {task.each && (
            <Part of="each">
              {fieldName(task.each, procedure)}
              {task.quorum !== null && ` · ${word("ui.procedures.quorum", { n: task.quorum })}`}
            </Part>
          )}
          {task.fills.length > 0 && <Part of="fills">{task.fills.map(targetName).join(word("ui.list.comma"))}</Part>}
          {task.needs.length > 0 && (
            <Part of="needs">
              <ul>
                {task.needs.map((need) => (
                  <li key={need} className="procedure-need">
                    <Mark state="done" /> {fieldName(need, procedure)}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {task.signs && (
            <Part of="signs">
              {word(`meaning.${task.signs.meaning}`)}
              <br />
              <span className="small second">
                {word("ui.procedures.covers", {
                  what: task.signs.covers.map(targetName).join(word("ui.list.comma")),
                })}
              </span>
            </Part>
          )}
          {task.tells.length > 0 && (
            <Part of="tells">
              {task.tells
                .map((tell) => {
                  const only = whenText(tell.when, procedure);
                  return `${byName(tell.to, procedure)}${only ? word("ui.procedures.only", { when: only }) : ""}`;
                })
                .join(word("ui.list.comma"))}
            </Part>
          )}
          <Part of="ways">
            {[
              ...(task.optional ? ["optional"] : []),
              ...(task.ahead ? ["ahead"] : []),
              ...(task.paper ? ["paper"] : []),
              ...(task.on_behalf ? ["behalf"] : []),
              ...(task.stays ? ["stays"] : []),
            ]
              .map((one) => word(`ui.procedures.way.${one}`))
              .join(word("ui.list.comma")) || "–"}
          </Part>
          <Part of="exits">
            <ul className="procedure-exits">
              {stage.exit.map((exit) => {
                const said = exitText(exit, procedure);
                return exit.to.map((to) => {
                  const back = procedure.stage.findIndex((one) => one.id === to) <= at && to !== "archive";
                  const target = procedure.stage.find((one) => one.id === to)?.task[0]?.id;
                  return (
                    <li key={`${to}${said}`}>
                      <span>{said || word("ui.procedures.always")}</span>
                      <span>
                        →{" "}
                        {target ? (
                          <button type="button" className="plain procedure-to" onClick={() => onChoose(target)}>
                            {stageName(procedure, to)}
                          </button>
                        ) : (
                          stageName(procedure, to)
                        )}
                        {back && <span className="second"> {word("ui.procedures.sent_back")}</span>}
                        {exit.ends.map((end) => (
                          <span key={end} className="chip">
                            {word(`docs.end.${end}`)}
                          </span>
                        ))}
                      </span>
                    </li>
                  );
                });
              })}
            </ul>
          </Part>
          {cited.length > 0 && (
            <Part of="cites">
              <ul>
                {cited.map((one) => (
                  <li key={one.id}>{documentText(one)}</li>
                ))}
              </ul>
            </Part>
          )}
          <Part of="source">
            <span className="small second">{task.source}</span>
          </Part>
        </dl>
      </section>
    </aside>
  );
}

function Part({ of, children }: { of: string; children: ReactNode }): ReactElement {
  return (
    <div className="procedure-part">
      <dt className="small second">{word(`ui.procedures.part.${of}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
