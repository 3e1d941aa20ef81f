/** 工作交接: somebody leaves, or goes elsewhere; all that is theirs by name goes to another in one step. */
import { Button, Checkbox, Input, Modal, Select } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../data/client";
import { useSession } from "../../data/session";
import type { PersonView, TasksHandedOver } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { Panel } from "../../ui/Page";
import { word } from "../../words/i18n";
import { Row, useRun, Wrong } from "./parts";

export function HandOver({ person, people }: { person: PersonView; people: PersonView[] }): ReactElement | null {
  const { me, may } = useSession();
  const [open, setOpen] = useState(false);
  // Whoever heads a department may do it for its people; the house says no where that is not so.
  if (!may("admin") && me.heads.length === 0) return null;
  return (
    <Panel title={word("ui.settings.hand.title")}>
      <div className="settings-form">
        <p className="second">{word("ui.settings.hand.text", { name: person.name })}</p>
        <div className="settings-acts">
          <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {word("ui.settings.hand.open")}
          </Button>
        </div>
      </div>
      {open && <HandOverDialog person={person} people={people} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function HandOverDialog({
  person,
  people,
  onClose,
}: {
  person: PersonView;
  people: PersonView[];
  onClose: () => void;
}): ReactElement {
  const id = useId();
  const hand = useWrite("tasks_hand_over");
  const { run, busy, wrong } = useRun();
  const [to, setTo] = useState<number | null>(null);
  const [posts, setPosts] = useState(true);
  const [reason, setReason] = useState("");
  const [done, setDone] = useState<TasksHandedOver | null>(null);
  const others = people.filter((one) => one.account !== person.account && one.state === "active");
  const successor = others.find((one) => one.account === to);
  const submit = async () => {
    if (to === null) return;
    await run(async () => {
      setDone(await hand.mutateAsync({ from: person.account, to, reason: reason.trim(), posts }));
      return undefined;
    });
  };
  return (
    <Modal
      open
      width={560}
      title={word("ui.settings.hand.dialog", { name: person.name })}
      footer={null}
      onCancel={onClose}
    >
      {done && successor ? (
        <div className="settings-form">
          <p role="status">
            <Mark state="done" /> {word("ui.settings.hand.done", { from: person.name, to: successor.name })}
          </p>
          <ul>
            {(["cases", "ended", "given", "headed"] as const).map((what) => (
              <li key={what}>{word(`ui.settings.hand.${what}`, { n: done[what] })}</li>
            ))}
          </ul>
          <div className="settings-acts">
            <Button onClick={onClose}>{word("ui.settings.close")}</Button>
          </div>
        </div>
      ) : (
        <div className="settings-form">
          <Row label={word("ui.settings.hand.to")} id={`${id}-to`} required>
            <Select
              id={`${id}-to`}
              autoFocus
              style={{ width: "100%" }}
              showSearch={{ optionFilterProp: "label" }}
              placeholder={word("ui.field.choose")}
              value={to}
              options={others.map((one) => ({ value: one.account, label: `${one.name} ${one.login}` }))}
              onChange={setTo}
            />
          </Row>
          <Checkbox checked={posts} onChange={(event) => setPosts(event.target.checked)}>
            {word("ui.settings.hand.posts")}
          </Checkbox>
          <Row
            label={word("ui.settings.people.reason")}
            id={`${id}-reason`}
            hint={word("ui.settings.people.reason_hint")}
            required
          >
            <Input.TextArea
              id={`${id}-reason`}
              autoSize={{ minRows: 2, maxRows: 5 }}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Row>
          <div className="settings-inset">
            <p className="strong">{word("ui.settings.hand.will")}</p>
            <ul className="settings-bullets">
              {(["tasks", "ends", "heads", "signed"] as const).map((what) => (
                <li key={what}>{word(`ui.settings.hand.will_${what}`, { name: person.name })}</li>
              ))}
            </ul>
          </div>
          <Wrong said={wrong} />
          <div className="settings-acts">
            <Button
              type="primary"
              loading={busy}
              disabled={to === null || reason.trim() === ""}
              onClick={() => void submit()}
            >
              {successor
                ? word("ui.settings.hand.do_to", { from: person.name, to: successor.name })
                : word("ui.settings.hand.do")}
            </Button>
            <Button onClick={onClose}>{word("ui.settings.cancel")}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
