/** What is asked in place before it goes on: why something signed is changed, or the password of a signature. */
import { Button, Input } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useSession } from "../../../data/session";
import { blockedText, targetName } from "../../../data/speak";
import type { Procedure } from "../../../types.gen";
import { onKeys } from "../../../ui/keys";
import { Notice } from "../../../ui/Page";
import { word } from "../../../words/i18n";
import { SignBox } from "./SignBox";
import type { Asking, useTask } from "./useTask";

type Form = ReturnType<typeof useTask>;

export function Ask({ form, procedure, act }: { form: Form; procedure: Procedure; act: string }): ReactElement | null {
  if (form.asking?.is === "reason") return <Why form={form} then={form.asking.then} />;
  if (form.asking?.is === "sign") return <Sign form={form} asking={form.asking} procedure={procedure} act={act} />;
  return null;
}

function Why({ form, then }: { form: Form; then: "save" | "submit" }): ReactElement {
  const id = useId();
  const [reason, setReason] = useState("");
  const go = () => void (then === "save" ? form.save(reason) : form.submit(reason));
  return (
    <fieldset className="task-ask" aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} htmlFor={id} className="small second">
        {word("ui.task.why")}{" "}
        <span className="star" aria-hidden="true">
          *
        </span>
      </label>
      <div className="row">
        <Input
          id={id}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKeys({ Enter: reason.trim() === "" ? undefined : go, Escape: form.cancel })}
        />
        <Button onClick={form.cancel}>{word("ui.task.cancel")}</Button>
        <Button type="primary" disabled={reason.trim() === ""} loading={form.busy} onClick={go}>
          {word("ui.task.why_go")}
        </Button>
      </div>
    </fieldset>
  );
}

function Sign({
  form,
  asking,
  procedure,
  act,
}: {
  form: Form;
  asking: Extract<Asking, { is: "sign" }>;
  procedure: Procedure;
  act: string;
}): ReactElement {
  const session = useSession();
  const [password, setPassword] = useState("");
  const { manifest } = asking;
  const can = manifest.blocked.length === 0;
  const go = () => {
    if (can && password !== "") void form.sign(password);
  };
  return (
    <fieldset
      className="task-ask"
      aria-label={word("ui.task.sign.box")}
      onKeyDown={onKeys({ "Ctrl+Enter": go, Escape: form.cancel })}
    >
      {asking.changed.length > 0 && (
        <Notice>
          {word("ui.task.sign.changed", { what: asking.changed.map(targetName).join(word("ui.list.comma")) })}
        </Notice>
      )}
      {manifest.blocked.map((one) => (
        <Notice key={JSON.stringify(one)} tone="bad">
          {blockedText(one, procedure)}
        </Notice>
      ))}
      <SignBox
        meaning={manifest.meaning}
        text={manifest.text}
        procedure={procedure}
        password={password}
        onPassword={setPassword}
        onEnter={go}
        tried={form.tried}
        autoFocus
      />
      <div className="row task-ask-foot">
        <span className="small dim grow">{word("ui.task.sign.final")}</span>
        <Button size="large" onClick={form.cancel}>
          {word("ui.task.back")}
        </Button>
        <Button size="large" onClick={() => session.switchUser()}>
          {word("ui.task.sign.other")}
        </Button>
        <Button type="primary" size="large" disabled={!can || password === ""} loading={form.busy} onClick={go}>
          {act} <kbd>Ctrl Enter</kbd>
        </Button>
      </div>
    </fieldset>
  );
}
