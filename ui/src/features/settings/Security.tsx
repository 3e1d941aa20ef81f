/** 安全: when an account locks, and when a screen does. */
import { Button, InputNumber } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import type { Security as Body } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Panel } from "../../ui/Page";
import { word } from "../../words/i18n";
import { ReadOnly, Row, useRun, Wrong } from "./parts";

const NUMBERS: readonly (keyof Body)[] = ["lock_after", "lock_minutes", "idle_minutes"];

export function Security(): ReactElement | null {
  const read = useRead("setting_get", { name: "security" });
  const may = useSession().may("admin");
  const id = useId();
  const [typed, setTyped] = useState<Partial<Body>>({});
  const save = useWrite("setting_save");
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const dirty = Object.keys(typed).length > 0;
  const value = read.data && { ...read.data.setting.value, ...typed };
  const submit = async () => {
    if (!read.data || !value || !dirty || !may) return;
    const { rev } = read.data;
    const done = await run(async () => {
      await save.mutateAsync({ rev, setting: { name: "security", value } });
      return undefined;
    });
    if (done) {
      setTyped({});
      say.done(word("ui.settings.saved"));
    }
  };
  useKeys({ "Ctrl+s": () => void submit() });
  if (!value) return null;
  return (
    <Panel
      className="settings-narrow"
      title={word("ui.settings.security.title")}
      foot={
        may && (
          <>
            <span className="grow" />
            <Button type="primary" disabled={!dirty} loading={busy} onClick={() => void submit()}>
              {word("ui.settings.save")} <kbd>Ctrl S</kbd>
            </Button>
          </>
        )
      }
    >
      <div className="settings-form settings-wide-labels">
        {may ? <p className="second">{word("ui.settings.security.text")}</p> : <ReadOnly needs="admin" />}
        {NUMBERS.map((name) => (
          <Row
            key={name}
            id={`${id}-${name}`}
            label={word(`ui.settings.security.${name}`)}
            hint={word(`ui.settings.security.${name}_unit`)}
          >
            {/* The house judges the range, so that there is one place that knows it. */}
            <InputNumber
              id={`${id}-${name}`}
              className="settings-number"
              precision={0}
              min={1}
              disabled={!may}
              value={value[name]}
              onChange={(next) => next !== null && setTyped((before) => ({ ...before, [name]: next }))}
            />
          </Row>
        ))}
        <Wrong said={wrong} />
      </div>
    </Panel>
  );
}
