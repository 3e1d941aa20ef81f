/** One post, new or changed. */
import { Button, DatePicker, Select } from "antd";
import dayjs from "dayjs";
import type { ReactElement, ReactNode } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../data/client";
import { useDepartments, usePlants, useProceduresInForce, useRoles } from "../../data/masters";
import { useSay } from "../../data/say";
import type { PersonView, Post, PostView } from "../../types.gen";
import { named, word } from "../../words/i18n";
import { useRun, Wrong } from "./parts";
import { OWN_ROLES } from "./roles";
import { useRoleName } from "./useRoleName";

/** The roles that can be given: of one procedure or of all in force, and the program's own. */
export function useRoleOptions(number: string | null) {
  const role = useRoleName();
  const all = useRoles();
  const one = useProceduresInForce()?.find(({ procedure }) => procedure.number === number)?.procedure;
  const ids = [...(one?.role ?? all).map((known) => known.id), ...(one ? [] : OWN_ROLES)];
  return ids.map((id) => ({ value: id, label: role(id) }));
}

export function PostForm({
  account,
  view,
  people,
  onClose,
}: {
  account: number;
  view: PostView | null;
  people: PersonView[];
  onClose: () => void;
}): ReactElement {
  const plants = usePlants();
  const departments = useDepartments();
  const save = useWrite("post_save");
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const [post, setPost] = useState<Post | null>(view?.post ?? null);
  // A new post is at the plant that there is; there is one on one PC.
  const shown: Post = post ?? {
    account,
    role: "",
    procedure: null,
    plant: plants[0]?.id ?? 0,
    department: null,
    from: null,
    until: null,
    deputy_for: null,
  };
  const roles = useRoleOptions(shown.procedure);
  const force = useProceduresInForce() ?? [];
  const put = (some: Partial<Post>) => setPost({ ...shown, ...some });
  const submit = async () => {
    const done = await run(async () => {
      await save.mutateAsync({ id: view?.id ?? null, rev: view?.rev ?? 0, post: shown });
      return undefined;
    });
    if (done) {
      say.done(word("ui.settings.saved"));
      onClose();
    }
  };
  const pick = { style: { width: "100%" }, showSearch: { optionFilterProp: "label" } };
  return (
    <div className="settings-postform">
      <Cell label="role">
        {(id) => (
          <Select
            id={id}
            {...pick}
            autoFocus={view === null}
            placeholder={word("ui.field.choose")}
            value={shown.role || null}
            options={roles}
            onChange={(role: string) => put({ role })}
          />
        )}
      </Cell>
      <Cell label="department">
        {(id) => (
          <Select
            id={id}
            {...pick}
            allowClear
            placeholder={word("ui.field.choose")}
            value={shown.department}
            options={departments.map((row) => ({ value: row.id, label: named(row.body.name) }))}
            onChange={(department: number | undefined) => put({ department: department ?? null })}
          />
        )}
      </Cell>
      {(force.length > 1 || shown.procedure !== null) && (
        <Cell label="procedure">
          {(id) => (
            <Select
              id={id}
              {...pick}
              allowClear
              placeholder={word("ui.settings.people.whole")}
              value={shown.procedure}
              options={force.map((one) => ({
                value: one.procedure.number,
                label: `${one.procedure.number} ${named(one.procedure.title)}`,
              }))}
              onChange={(number: string | undefined) => put({ procedure: number ?? null })}
            />
          )}
        </Cell>
      )}
      {plants.length > 1 && (
        <Cell label="plant">
          {(id) => (
            <Select
              id={id}
              {...pick}
              value={shown.plant}
              options={plants.map((row) => ({ value: row.id, label: named(row.body.name) }))}
              onChange={(plant: number) => put({ plant })}
            />
          )}
        </Cell>
      )}
      <Cell label="from">{(id) => <Day id={id} value={shown.from} onChange={(from) => put({ from })} />}</Cell>
      <Cell label="until">{(id) => <Day id={id} value={shown.until} onChange={(until) => put({ until })} />}</Cell>
      <Cell label="deputy">
        {(id) => (
          <Select
            id={id}
            {...pick}
            allowClear
            placeholder={word("ui.settings.people.own")}
            value={shown.deputy_for}
            options={people
              .filter((one) => one.account !== account)
              .map((one) => ({ value: one.account, label: `${one.name} ${one.login}` }))}
            onChange={(who: number | undefined) => put({ deputy_for: who ?? null })}
          />
        )}
      </Cell>
      <div className="settings-postacts">
        <span className="grow small dim">{word("ui.settings.people.until_hint")}</span>
        <Button onClick={onClose}>{word("ui.settings.cancel")}</Button>
        <Button type="primary" loading={busy} disabled={shown.role === ""} onClick={() => void submit()}>
          {word("ui.settings.people.save_post")}
        </Button>
      </div>
      <div className="settings-postacts">
        <Wrong said={wrong} />
      </div>
    </div>
  );
}

function Cell({ label, children }: { label: string; children: (id: string) => ReactNode }): ReactElement {
  const id = useId();
  return (
    <div className="settings-cell">
      <label htmlFor={id} className="small second">
        {word(`ui.settings.people.${label}`)}
      </label>
      {children(id)}
    </div>
  );
}

function Day({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string | null;
  onChange: (day: string | null) => void;
}): ReactElement {
  return (
    <DatePicker
      id={id}
      style={{ width: "100%" }}
      format="YYYY-MM-DD"
      needConfirm={false}
      placeholder={word("ui.settings.people.all_time")}
      value={value === null ? null : dayjs(value)}
      onChange={(next) => onChange(next ? next.format("YYYY-MM-DD") : null)}
    />
  );
}
