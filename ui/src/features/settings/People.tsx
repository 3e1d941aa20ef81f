/** 人员与岗位: everybody with an account at the left, who holds which role below, the one that was chosen at the right. */
import { Button } from "antd";
import { UserPlus } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useNow } from "../../data/clock";
import { usePeople, useProceduresInForce, useRoles } from "../../data/masters";
import { useSession } from "../../data/session";
import type { PersonView } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { Notice, Panel } from "../../ui/Page";
import { today } from "../../ui/time";
import { named, word } from "../../words/i18n";
import { AccountPanel } from "./Account";
import { AddAccount } from "./AddAccount";
import { HandOver } from "./HandOver";
import { Posts } from "./Posts";
import { ReadOnly } from "./parts";
import { holders, holds } from "./roles";
import { useRoleName } from "./useRoleName";

export function People(): ReactElement {
  const people = usePeople();
  const { me, may } = useSession();
  const [chosen, choose] = useState<number | "new">(me.account);
  const person = people.find((one) => one.account === chosen);
  return (
    <div className="settings-two">
      <div className="settings-left">
        <Everybody people={people} chosen={chosen} choose={choose} />
        <Holders people={people} choose={choose} />
      </div>
      <div className="settings-right scroll">
        {chosen === "new" ? (
          <AddAccount onDone={choose} onCancel={() => choose(me.account)} />
        ) : (
          person && (
            <div className="settings-stack" key={person.account}>
              {!may("admin") && <ReadOnly needs="admin" />}
              <Posts person={person} people={people} />
              <AccountPanel person={person} />
              <HandOver person={person} people={people} />
            </div>
          )
        )}
      </div>
    </div>
  );
}

function Everybody({
  people,
  chosen,
  choose,
}: {
  people: PersonView[];
  chosen: number | "new";
  choose: (who: number | "new") => void;
}): ReactElement {
  const day = today(useNow());
  const role = useRoleName();
  const { may } = useSession();
  const roles = (person: PersonView) => [
    ...new Set(person.posts.filter((one) => holds(one.post, day) === "now").map((one) => role(one.post.role))),
  ];
  return (
    <Panel
      className="settings-people"
      title={`${word("ui.settings.people.list")} ${people.length}`}
      aside={
        may("admin") && (
          <Button
            size="small"
            icon={<UserPlus size={14} strokeWidth={1.5} aria-hidden="true" />}
            onClick={() => choose("new")}
          >
            {word("ui.settings.people.add")}
          </Button>
        )
      }
    >
      <ul aria-label={word("ui.settings.people.list")}>
        {people.map((person) => (
          <li key={person.account}>
            <button
              type="button"
              className="settings-pick"
              aria-current={person.account === chosen ? "true" : undefined}
              onClick={() => choose(person.account)}
            >
              <span className="strong">{person.name}</span>
              <span className="dim">{person.login}</span>
              <span className="grow clip small second settings-roles">
                {roles(person).join(word("ui.list.comma")) || word("ui.settings.people.none")}
              </span>
              {person.state === "disabled" && (
                <span className="small second">
                  <Mark state="void" size={12} /> {word("ui.settings.people.disabled")}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A role that nobody holds is a task that nobody can do: said here before a case finds out. */
function Holders({ people, choose }: { people: PersonView[]; choose: (who: number) => void }): ReactElement {
  const found = holders(people, today(useNow()));
  const role = useRoleName();
  const roles = useRoles();
  const force = useProceduresInForce() ?? [];
  const rows = [...roles.map((one) => one.id), "admin"];
  const nobodyWorks = roles.length > 0 && roles.every((one) => !found.has(one.id));
  return (
    <Panel className="settings-holders" title={word("ui.settings.people.holders")}>
      {nobodyWorks && (
        <div className="settings-form">
          <Notice>{word("ui.settings.people.start")}</Notice>
        </div>
      )}
      <dl className="settings-facts">
        {rows.map((id) => (
          <div key={id}>
            <dt>{role(id)}</dt>
            <dd>
              {found.get(id)?.map(({ person, post }, index) => (
                <span key={person.account}>
                  {index > 0 && word("ui.list.comma")}
                  <button type="button" className="plain settings-link" onClick={() => choose(person.account)}>
                    {person.name}
                  </button>
                  {post.deputy_for !== null && (
                    <span className="dim">
                      （{word("ui.settings.people.deputy_of", { name: nameOf(people, post.deputy_for) })}）
                    </span>
                  )}
                </span>
              )) ?? (
                <span className="heed">
                  <Mark state="heed" size={13} /> {word("ui.settings.people.nobody")}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {force.length > 0 && (
        <ul className="settings-form small dim">
          {force.map(({ id, procedure }) => (
            <li key={id}>
              {named(procedure.title)} {procedure.number} {procedure.version}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function nameOf(people: PersonView[], account: number): string {
  return people.find((one) => one.account === account)?.name ?? `#${account}`;
}
