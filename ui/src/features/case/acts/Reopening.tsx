/** Takes the case back by hand to a stage on its way. */
import { Select } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useWrite } from "../../../data/client";
import { stageName } from "../../../data/masters";
import { word } from "../../../words/i18n";
import { Labelled } from "../Labelled";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

export function Reopening({ view, procedure, onClose }: ActProps): ReactElement {
  const reopen = useWrite("case_reopen");
  const [to, setTo] = useState(view.can_reopen.at(-1) ?? "");
  const [reason, setReason] = useState("");
  return (
    <Ask
      title={word("ui.case.reopen_title", { number: view.head.number })}
      text={word("ui.case.reopen_text")}
      act={word("ui.case.reopen_act", { stage: stageName(procedure, to) })}
      error={reopen.error}
      busy={reopen.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() => reopen.mutate({ case: view.case, to, reason }, { onSuccess: onClose })}
    >
      <Labelled label={word("ui.case.reopen_to")}>
        {(id) => (
          <Select
            id={id}
            value={to}
            options={view.can_reopen.map((id) => ({ value: id, label: stageName(procedure, id) }))}
            onChange={setTo}
          />
        )}
      </Labelled>
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}
