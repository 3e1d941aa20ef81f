/** The account of one person: name, language, key; closing it, a new password, an endorsement. */
import { Button, Segmented } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import type { AccountView, Lang, PersonView } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { Panel } from "../../ui/Page";
import { word } from "../../words/i18n";
import { Row, TextRow, useAsked, useRun, Wrong } from "./parts";
import { SkillsRow } from "./Skills";

export function AccountPanel({ person }: { person: PersonView }): ReactElement {
  const may = useSession().may("admin");
  const list = useRead("account_list", {}, { enabled: may });
  const view = list.data?.accounts.find((one) => one.id === person.account);
  return (
    <Panel title={word("ui.settings.people.account")}>
      {view ? <Editable view={view} /> : <Facts person={person} />}
    </Panel>
  );
}

function Facts({ person }: { person: PersonView }): ReactElement {
  return (
    <div className="settings-form">
      <Row label={word("ui.settings.people.name")}>{person.name}</Row>
      <Row label={word("ui.settings.people.login")}>{person.login}</Row>
      {person.position !== "" && <Row label={word("ui.settings.people.position")}>{person.position}</Row>}
      {person.skills.length > 0 && (
        <Row label={word("ui.settings.people.skills")}>{person.skills.join(word("ui.list.comma"))}</Row>
      )}
      <Row label={word("ui.settings.people.state")}>{word(`ui.settings.people.${person.state}`)}</Row>
    </div>
  );
}

type Open = "disable" | "reset" | null;

function Editable({ view }: { view: AccountView }): ReactElement {
  const { account } = view;
  const { me } = useSession();
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState<Lang>(account.language);
  const [position, setPosition] = useState(account.position);
  const [skills, setSkills] = useState(account.skills);
  const [open, setOpen] = useState<Open>(null);
  const save = useWrite("account_save");
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const dirty =
    name !== account.name ||
    language !== account.language ||
    position.trim() !== account.position ||
    skills.join() !== account.skills.join();
  const self = me.account === view.id;
  const put = async (state: "active" | "disabled", reason: string) => {
    const done = await run(async () => {
      const body = { name: name.trim(), state, language, position: position.trim(), skills, reason };
      await save.mutateAsync({ account: view.id, rev: view.rev, ...body });
      return undefined;
    });
    if (done) {
      setOpen(null);
      say.done(word("ui.settings.saved"));
    }
  };
  return (
    <div className="settings-form">
      <Row label={word("ui.settings.people.login")}>
        {account.login}
        {account.state === "disabled" && (
          <span className="second">
            <Mark state="void" size={13} /> {word("ui.settings.people.disabled")}
          </span>
        )}
      </Row>
      <TextRow label={word("ui.settings.people.name")} value={name} onChange={setName} required />
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
      <Key view={view} />
      <Wrong said={wrong} />
      <div className="settings-acts">
        <Button
          type="primary"
          disabled={!dirty || name.trim() === ""}
          loading={busy && open === null}
          onClick={() => void put(account.state, "")}
        >
          {word("ui.settings.save")}
        </Button>
        {account.state === "active" ? (
          <Button onClick={() => setOpen("disable")}>{word("ui.settings.people.disable")}</Button>
        ) : (
          <Button onClick={() => void put("active", "")}>{word("ui.settings.people.enable")}</Button>
        )}
        {!self && <Button onClick={() => setOpen("reset")}>{word("ui.settings.people.reset")}</Button>}
      </div>
      {self && <p className="small dim">{word("ui.settings.people.self")}</p>}
      {open === "disable" && (
        <Disable busy={busy} onDo={(reason) => void put("disabled", reason)} onCancel={() => setOpen(null)} />
      )}
      {open === "reset" && <Reset view={view} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Disable({
  busy,
  onDo,
  onCancel,
}: {
  busy: boolean;
  onDo: (reason: string) => void;
  onCancel: () => void;
}): ReactElement {
  const [reason, setReason] = useState("");
  return (
    <fieldset className="settings-inset">
      <legend className="visually-hidden">{word("ui.settings.people.disable_do")}</legend>
      <p>{word("ui.settings.people.disable_text")}</p>
      <TextRow
        label={word("ui.settings.people.reason")}
        value={reason}
        onChange={setReason}
        hint={word("ui.settings.people.reason_hint")}
        required
      />
      <div className="settings-acts">
        <Button danger loading={busy} disabled={reason.trim() === ""} onClick={() => onDo(reason.trim())}>
          {word("ui.settings.people.disable_do")}
        </Button>
        <Button onClick={onCancel}>{word("ui.settings.cancel")}</Button>
      </div>
    </fieldset>
  );
}

function Reset({ view, onClose }: { view: AccountView; onClose: () => void }): ReactElement {
  const [first, setFirst] = useState("");
  const [reason, setReason] = useState("");
  const [mine, setMine] = useState("");
  const reset = useWrite("account_reset");
  const asked = useAsked();
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const submit = async () => {
    const request = { account: view.id, first_password: first, reason: reason.trim(), password: mine };
    const done = await run(async () => asked(await reset.mutateAsync(request)));
    setMine("");
    if (!done) return;
    say.done(word("ui.settings.people.reset_done", { name: view.account.name }));
    onClose();
  };
  return (
    <fieldset className="settings-inset">
      <legend className="visually-hidden">{word("ui.settings.people.reset_do")}</legend>
      <p>{word("ui.settings.people.reset_text")}</p>
      <TextRow
        label={word("ui.settings.people.reason")}
        value={reason}
        onChange={setReason}
        hint={word("ui.settings.people.reason_hint")}
        required
      />
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
          danger
          loading={busy}
          disabled={[first, reason, mine].some((text) => text.trim() === "")}
          onClick={() => void submit()}
        >
          {word("ui.settings.people.reset_do")}
        </Button>
        <Button onClick={onClose}>{word("ui.settings.cancel")}</Button>
      </div>
    </fieldset>
  );
}

/** The key that the account signs with now. One that nobody endorsed proves nothing yet; the folder's first needs nobody. */
function Key({ view }: { view: AccountView }): ReactElement | null {
  const [mine, setMine] = useState("");
  const endorse = useWrite("account_endorse");
  const asked = useAsked();
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const key = view.keys.find((one) => one.until === null);
  if (!key) return null;
  const state = key.endorsed_by !== null ? "ok" : key.why === "first" ? "first" : "bare";
  const submit = async () => {
    const done = await run(async () => asked(await endorse.mutateAsync({ account: view.id, password: mine })));
    setMine("");
    if (done) say.done(word("ui.settings.people.endorsed"));
  };
  return (
    <>
      <Row label={word("ui.settings.people.key")}>
        <span className="settings-copy">{key.fingerprint.slice(0, 16)}</span>
        <span className={state === "bare" ? "heed" : "second"}>
          <Mark state={state === "bare" ? "heed" : "done"} size={13} /> {word(`ui.settings.people.key_${state}`)}
        </span>
      </Row>
      {state === "bare" && (
        <fieldset className="settings-inset">
          <legend className="visually-hidden">{word("ui.settings.people.endorse")}</legend>
          <p>{word("ui.settings.people.endorse_text", { name: view.account.name })}</p>
          <TextRow label={word("ui.settings.my_password")} value={mine} onChange={setMine} secret required />
          <Wrong said={wrong} />
          <div className="settings-acts">
            <Button loading={busy} disabled={mine === ""} onClick={() => void submit()}>
              {word("ui.settings.people.endorse")}
            </Button>
          </div>
        </fieldset>
      )}
    </>
  );
}
