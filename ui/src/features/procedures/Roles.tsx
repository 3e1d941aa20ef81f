/** Roles of a procedure, who holds them today, from which amounts on somebody higher is asked, and which desk is offered. */
import type { ReactElement } from "react";
import { useNow } from "../../data/clock";
import { usePeople } from "../../data/masters";
import { byName } from "../../data/speak";
import type { Procedure } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { today } from "../../ui/time";
import { named, word } from "../../words/i18n";
import { spanText, whenText } from "./words";

export function Roles({ procedure }: { procedure: Procedure }): ReactElement {
  const people = usePeople();
  const day = today(useNow());
  const held = (role: string) =>
    people.filter(
      (person) =>
        person.state === "active" &&
        person.posts.some(
          ({ post }) =>
            post.role === role &&
            (post.procedure === null || post.procedure === procedure.number) &&
            (post.from ?? day) <= day &&
            (post.until ?? day) >= day,
        ),
    );
  return (
    <section
      className="panel procedure-main scroll procedure-page"
      aria-label={word("ui.procedures.tab.roles")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
    >
      <h2>{word("ui.procedures.roles")}</h2>
      <dl className="procedure-list">
        {procedure.role.map((role) => {
          const holders = held(role.id);
          return (
            <div key={role.id}>
              <dt>{named(role.name)}</dt>
              <dd>
                {holders.length > 0 ? (
                  holders.map((person) => person.name).join(word("ui.list.comma"))
                ) : (
                  <span className="heed">
                    <Mark state="heed" /> {word("ui.procedures.nobody")}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {procedure.limit.length > 0 && (
        <>
          <h2>{word("ui.procedures.limits")}</h2>
          <dl className="procedure-list">
            {procedure.limit.map((limit) => (
              <div key={`${limit.fact}/${limit.word}`}>
                <dt>{word(`fact.${limit.fact}`)}</dt>
                <dd>{word("ui.procedures.limit_from", { n: (limit.from / 100).toLocaleString("en") })}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {procedure.desk.length > 0 && (
        <>
          <h2>{word("ui.procedures.edit.desks")}</h2>
          <dl className="procedure-list">
            {procedure.desk.map((desk) => (
              <div key={JSON.stringify(desk)}>
                <dt>{whenText(desk.when, procedure) || word("ui.procedures.edit.any")}</dt>
                <dd>{byName(desk.by, procedure)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {procedure.reopen.length > 0 && (
        <>
          <h2>{word("ui.procedures.reopen")}</h2>
          <dl className="procedure-list">
            {procedure.reopen.map((one) => (
              <div key={one.to}>
                <dt>
                  {named(procedure.stage.find((stage) => stage.id === one.to)?.name ?? { zh: one.to, en: one.to })}
                </dt>
                <dd>{one.by.map((by) => byName(by, procedure)).join(word("by.or"))}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {procedure.duty.length > 0 && (
        <>
          <h2>{word("ui.procedures.duties")}</h2>
          <dl className="procedure-list">
            {procedure.duty.map((duty) => (
              <div key={duty.id}>
                <dt>{named(duty.name)}</dt>
                <dd>
                  {duty.by.map((by) => byName(by, procedure)).join(word("by.or"))} · {word(`docs.every.${duty.every}`)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h2>{word("ui.procedures.reminders")}</h2>
      <dl className="procedure-list">
        {procedure.stage
          .flatMap((stage) => stage.task)
          .filter((task) => task.due && (task.due.remind.length > 0 || task.due.escalate.length > 0))
          .map((task) => (
            <div key={task.id}>
              <dt>{named(task.name)}</dt>
              <dd>
                {[
                  ...(task.due?.remind ?? []).map((span) => word("ui.procedures.remind", { span: spanText(span) })),
                  ...(task.due?.escalate ?? []).map(({ after, to }) =>
                    word("ui.procedures.escalate", { span: spanText(after), to: byName(to, procedure) }),
                  ),
                ].join(word("ui.list.comma"))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
