/** 我的: who I am here, how the screen looks to me, my password. */
import { Button, Segmented } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { useNames } from "../../data/masters";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import { onKeys } from "../../ui/keys";
import { Panel } from "../../ui/Page";
import { language, word } from "../../words/i18n";
import { Row, TextRow, useAsked, useRun, Wrong } from "./parts";
import { useRoleName } from "./useRoleName";

export function Mine(): ReactElement {
  return (
    <div className="settings-stack scroll">
      <Who />
      <Screen />
      <Password />
    </div>
  );
}

function Who(): ReactElement {
  const { me, switchUser, signOut } = useSession();
  const names = useNames();
  const role = useRoleName();
  const posts = me.posts.map((post) =>
    [
      role(post.role),
      post.department === null ? "" : names.department(post.department),
      post.deputy_for === null ? "" : word("ui.settings.people.deputy_of", { name: names.account(post.deputy_for) }),
    ]
      .filter(Boolean)
      .join(" · "),
  );
  return (
    <Panel title={word("ui.settings.me.account")}>
      <div className="settings-form">
        <Row label={word("ui.settings.me.name")} hint={word("ui.settings.me.name_hint")}>
          <span className="strong">{me.name}</span>
        </Row>
        <Row label={word("ui.settings.me.login")}>{me.login}</Row>
        <Row label={word("ui.settings.me.posts")}>
          {posts.length === 0 ? word("ui.settings.me.no_posts") : posts.join(word("ui.list.semicolon"))}
        </Row>
        {me.heads.length > 0 && (
          <Row label={word("ui.settings.me.heads")}>
            {me.heads.map((id) => names.department(id)).join(word("ui.list.comma"))}
          </Row>
        )}
        <div className="settings-acts">
          <Button onClick={switchUser}>{word("ui.settings.me.switch")}</Button>
          <Button onClick={signOut}>{word("ui.settings.me.out")}</Button>
        </div>
      </div>
    </Panel>
  );
}

function Screen(): ReactElement {
  const id = useId();
  const theme = useRead("preference_get", { name: "theme" });
  const save = useWrite("preference_save");
  const { run, wrong } = useRun();
  const keep = (name: string, value: string) =>
    void run(async () => {
      await save.mutateAsync({ name, value });
      return undefined;
    });
  return (
    <Panel title={word("ui.settings.me.screen")}>
      <div className="settings-form">
        <Row label={word("ui.settings.me.theme")}>
          <Segmented
            tabIndex={-1}
            aria-label={word("ui.settings.me.theme")}
            name={`${id}-theme`}
            options={["system", "light", "dark"].map((value) => ({
              value,
              label: word(`ui.settings.me.theme_${value}`),
            }))}
            value={theme.data?.value ?? "system"}
            onChange={(value) => keep("theme", value)}
          />
        </Row>
        <Row label={word("ui.settings.me.language")} hint={word("ui.settings.me.language_hint")}>
          <Segmented
            tabIndex={-1}
            aria-label={word("ui.settings.me.language")}
            name={`${id}-language`}
            options={[
              { value: "zh", label: word("ui.session.zh") },
              { value: "en", label: word("ui.session.en") },
            ]}
            value={language()}
            onChange={(value) => keep("language", value)}
          />
        </Row>
        <Wrong said={wrong} />
      </div>
    </Panel>
  );
}

const SHORTEST = 8;

function Password(): ReactElement {
  const [now, setNow] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const change = useWrite("password_change");
  const asked = useAsked();
  const say = useSay();
  const { run, busy, wrong, refuse } = useRun();
  const submit = async () => {
    if ([...fresh].length < SHORTEST) return refuse([word("ui.settings.me.short")]);
    if (fresh !== again) return refuse([word("ui.settings.me.same")]);
    const done = await run(async () => asked(await change.mutateAsync({ password: now, new: fresh })));
    setNow("");
    if (!done) return;
    setFresh("");
    setAgain("");
    say.done(word("ui.settings.me.done"));
  };
  const onEnter = () => {
    if (!busy) void submit();
  };
  const keys = onKeys({ Enter: onEnter });
  return (
    <Panel title={word("ui.settings.me.password")}>
      <fieldset className="settings-form" aria-label={word("ui.settings.me.password")} onKeyDown={keys}>
        <p className="second">{word("ui.settings.me.password_text")}</p>
        <TextRow label={word("ui.settings.me.now")} value={now} onChange={setNow} secret required />
        <TextRow
          label={word("ui.settings.me.new")}
          value={fresh}
          onChange={setFresh}
          hint={word("ui.settings.me.new_hint")}
          secret
          required
        />
        <TextRow label={word("ui.settings.me.again")} value={again} onChange={setAgain} secret required />
        <Wrong said={wrong} />
        <div className="settings-acts">
          <Button type="primary" loading={busy} onClick={() => void submit()}>
            {word("ui.settings.me.do")}
          </Button>
        </div>
      </fieldset>
    </Panel>
  );
}
