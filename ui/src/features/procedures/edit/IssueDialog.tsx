/** A draft is put in force: from when, and what is other than before. The house decides who may. */
import { DatePicker, Input, Modal } from "antd";
import dayjs from "dayjs";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../../data/client";
import { useNow } from "../../../data/clock";
import { usePeople } from "../../../data/masters";
import { useSay } from "../../../data/say";
import { useSession } from "../../../data/session";
import { sentences } from "../../../data/speak";
import type { Procedure, ProcedureLine } from "../../../types.gen";
import { Notice } from "../../../ui/Page";
import { today } from "../../../ui/time";
import { word } from "../../../words/i18n";

export function IssueDialog({
  line,
  procedure,
  save,
  onClose,
  onDone,
}: {
  line: ProcedureLine;
  procedure: Procedure;
  /** What is on the screen is what is issued: it is saved first. Gives the revision. */
  save: () => Promise<number>;
  onClose: () => void;
  onDone: () => void;
}): ReactElement {
  const day = today(useNow());
  const me = useSession().me.account;
  const people = usePeople().filter((person) => person.state === "active");
  const [effective, setEffective] = useState(day);
  const [what, setWhat] = useState({ zh: "", en: "" });
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const write = useWrite("procedure_issue");
  const say = useSay();
  const id = useId();
  const alone = people.length === 1;
  const own = line.written_by === me;
  const submit = async () => {
    setBusy(true);
    setWrong([]);
    try {
      const rev = await save();
      await write.mutateAsync({ procedure: line.id, rev, effective, change: what, reason });
      say.done(word("ui.procedures.issue.done", { version: procedure.version }));
      onDone();
    } catch (error) {
      setWrong(sentences(error, procedure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={word("ui.procedures.issue.title", { number: procedure.number, version: procedure.version })}
      okText={word("ui.procedures.issue.ok")}
      cancelText={word("ui.settings.cancel")}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="procedure-form">
        <p className="second">{word("ui.procedures.issue.about")}</p>
        <div className="procedure-field">
          <label htmlFor={`${id}day`} className="small second">
            {word("ui.procedures.head.effective")}
          </label>
          <DatePicker
            id={`${id}day`}
            format="YYYY-MM-DD"
            needConfirm={false}
            allowClear={false}
            minDate={dayjs(day)}
            value={dayjs(effective)}
            onChange={(next) => next && setEffective(next.format("YYYY-MM-DD"))}
          />
        </div>
        <div className="procedure-field">
          <label htmlFor={`${id}zh`} className="small second">
            {word("ui.procedures.issue.change")}
          </label>
          <Input.TextArea
            id={`${id}zh`}
            autoSize={{ minRows: 2 }}
            placeholder={word("ui.procedures.issue.change_hint")}
            value={what.zh}
            onChange={(e) => setWhat({ ...what, zh: e.target.value })}
          />
        </div>
        <div className="procedure-field">
          <label htmlFor={`${id}en`} className="small second">
            {word("ui.procedures.edit.en", { what: word("ui.procedures.issue.change") })}
          </label>
          <Input.TextArea
            id={`${id}en`}
            autoSize
            value={what.en}
            onChange={(e) => setWhat({ ...what, en: e.target.value })}
          />
        </div>
        {alone && (
          <div className="procedure-field">
            <label htmlFor={`${id}why`} className="small second">
              {word("ui.procedures.issue.alone")}
            </label>
            <Input.TextArea id={`${id}why`} autoSize value={reason} onChange={(e) => setReason(e.target.value)} />
          </div>
        )}
        {own && !alone && <Notice>{word("ui.procedures.issue.own")}</Notice>}
        {wrong.length > 0 && <Notice tone="bad">{wrong.join(" ")}</Notice>}
      </div>
    </Modal>
  );
}
