/** Stops the department's clock, for a reason and for somebody (D-5). */
import { Checkbox, Input } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useWrite } from "../../../data/client";
import { word } from "../../../words/i18n";
import { Labelled } from "../Labelled";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

export function Pausing({ view, procedure, onClose }: ActProps): ReactElement {
  const pause = useWrite("case_pause");
  const [holder, setHolder] = useState("");
  const [reason, setReason] = useState("");
  const [agreed, setAgreed] = useState<string | null>(null);
  return (
    <Ask
      title={word("ui.case.pause_title", { number: view.head.number })}
      text={word("ui.case.pause_text")}
      act={word("ui.case.pause_act")}
      error={pause.error}
      busy={pause.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() => pause.mutate({ case: view.case, reason, holder, agreed }, { onSuccess: onClose })}
    >
      <Labelled label={word("ui.case.pause_holder")}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            value={holder}
            placeholder={word("ui.case.pause_holder_hint")}
            onChange={(event) => setHolder(event.target.value)}
          />
        )}
      </Labelled>
      <Reason value={reason} onChange={setReason} />
      <Checkbox checked={agreed !== null} onChange={(event) => setAgreed(event.target.checked ? "" : null)}>
        {word("ui.case.pause_agreed")}
      </Checkbox>
      {agreed !== null && (
        <Labelled label={word("ui.case.pause_where")}>
          {(id) => <Input id={id} value={agreed} onChange={(event) => setAgreed(event.target.value)} />}
        </Labelled>
      )}
    </Ask>
  );
}
