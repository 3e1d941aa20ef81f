/** A new person: account, first password, and the post that they have from the first day. */
import { Button, Segmented, Select } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../data/client";
import { useDepartments, usePlants } from "../../data/masters";
import { useSay } from "../../data/say";
import type { Lang } from "../../types.gen";
import { Panel } from "../../ui/Page";
import { named, word } from "../../words/i18n";
import { useRoleOptions } from "./PostForm";
import { Row, TextRow, useAsked, useRun, Wrong } from "./parts";
import { SkillsRow } from "./Skills";

export function AddAccount({
  onDone,
  onCancel,
}: {
  onDone: (account: number) => void;
  onCancel: () => void;
}): ReactElement {
  const id = useId();
  const plants = usePlants();
  const departments = useDepartments();
  const roles = useRoleOptions(null);
  const add = useWrite("account_add");
  const post = useWrite("post_save");
  const asked = useAsked();
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const [login, setLogin] = useState("");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState<Lang>("zh");
  const [position, setPosition] = useState("");
  const [skills, setSkills] = useState<string[]>([]);
  const [first, setFirst] = useState("");
  const [mine, setMine] = useState("");
  const [role, setRole] = useState<string | null>(null);
  const [department, setDepartment] = useState<number | null>(null);

  const submit = async () => {
    let account = 0;
    const done = await run(async () => {
      const answer = await add.mutateAsync({
        login: login.trim(),
        name: name.trim(),
        language,
        position: position.trim(),
        skills,
        first_password: first,
        password: mine,
      });
      if (answer.is === "done") account = answer.done.account;
      return asked(answer);
    });
    setMine("");
    if (!done) return;
    say.done(word("ui.settings.people.added", { name }));
    const plant = plants[0]?.id;
    if (role !== null && plant !== undefined) {
      const body = { account, role, procedure: null, plant, department, from: null, until: null, deputy_for: null };
      // The account stands, whatever becomes of the post; that can be given on the next page too.
      await post.mutateAsync({ id: null, rev: 0, post: body }).catch((error: unknown) => say.failed(error));
    }
    onDone(account);
  };

  return (
    <Panel title={word("ui.settings.people.add")}>
      <div className="settings-form">
        <TextRow label={word("ui.settings.people.name")} value={name} onChange={setName} required />
        <TextRow
          label={word("ui.settings.people.login")}
          value={login}
          onChange={setLogin}
          hint={word("ui.settings.people.login_hint")}
          required
        />
        <Row label={word("ui.settings.people.language")}>
          <Segmented
            tabIndex={-1}
            aria-label={word("ui.settings.people.language")}
            options={["zh", "en"].map((value) => ({ value, label: word(`ui.settings.lang.${value}`) }))}
            value={language}
            onChange={(value) => setLanguage(value as Lang)}
          />
        </Row>
        <TextRow label={word("ui.settings.people.position")} value={position} onChange={setPosition} />
        <SkillsRow value={skills} onChange={setSkills} />
        <Row label={word("ui.settings.people.role")} id={`${id}-role`}>
          <Select
            id={`${id}-role`}
            style={{ width: "100%" }}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={word("ui.field.choose")}
            value={role}
            options={roles}
            onChange={(value: string | undefined) => setRole(value ?? null)}
          />
        </Row>
        <Row label={word("ui.settings.people.department")} id={`${id}-department`}>
          <Select
            id={`${id}-department`}
            style={{ width: "100%" }}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={word("ui.field.choose")}
            value={department}
            options={departments.map((row) => ({ value: row.id, label: named(row.body.name) }))}
            onChange={(value: number | undefined) => setDepartment(value ?? null)}
          />
        </Row>
        <TextRow
          label={word("ui.settings.people.first_password")}
          value={first}
          onChange={setFirst}
          hint={word("ui.settings.people.first_password_hint")}
          secret
          required
        />
        <TextRow
          label={word("ui.settings.my_password")}
          value={mine}
          onChange={setMine}
          hint={word("ui.settings.my_password_hint")}
          secret
          required
        />
        <Wrong said={wrong} />
        <div className="settings-acts">
          <Button
            type="primary"
            loading={busy}
            disabled={[login, name, first, mine].some((text) => text.trim() === "")}
            onClick={() => void submit()}
          >
            {word("ui.settings.people.make")}
          </Button>
          <Button onClick={onCancel}>{word("ui.settings.cancel")}</Button>
        </div>
      </div>
    </Panel>
  );
}
