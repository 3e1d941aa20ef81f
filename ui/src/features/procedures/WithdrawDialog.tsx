/** A version is taken out of force, or a draft is dropped: for a reason. */
import { Input, Modal } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../data/client";
import { useSay } from "../../data/say";
import { sentences } from "../../data/speak";
import type { ProcedureLine } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";

export function WithdrawDialog({
  line,
  onClose,
  onDone,
}: {
  line: ProcedureLine;
  onClose: () => void;
  onDone: () => void;
}): ReactElement {
  const [reason, setReason] = useState("");
  const write = useWrite("procedure_withdraw");
  const say = useSay();
  const id = useId();
  const kind = line.state === "draft" ? "draft" : "issued";
  const submit = () =>
    write.mutate(
      { procedure: line.id, rev: line.rev, reason },
      {
        onSuccess: () => {
          say.done(word("ui.procedures.withdraw.done"));
          onDone();
        },
      },
    );
  return (
    <Modal
      open
      title={word(`ui.procedures.withdraw.${kind}`, { number: line.number, version: line.version })}
      okText={word(`ui.procedures.withdraw.ok_${kind}`)}
      okButtonProps={{ danger: true, disabled: reason.trim() === "" }}
      cancelText={word("ui.settings.cancel")}
      confirmLoading={write.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="procedure-form">
        <p className="second">{word(`ui.procedures.withdraw.${kind}_about`)}</p>
        <div className="procedure-field">
          <label htmlFor={id} className="small second">
            {word("ui.procedures.withdraw.why")}
          </label>
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        </div>
        {write.isError && <Notice tone="bad">{sentences(write.error).join(" ")}</Notice>}
      </div>
    </Modal>
  );
}
