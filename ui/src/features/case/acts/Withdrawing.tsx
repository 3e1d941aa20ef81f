/** 撤诉: the customer takes the complaint back; who said so, why, and where that stands (I-12). */
import { Input } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useWrite } from "../../../data/client";
import { Control } from "../../../fields/Control";
import { FormContext, NOTHING_SHARED } from "../../../fields/context";
import { word } from "../../../words/i18n";
import { Labelled } from "../Labelled";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

export function Withdrawing({ view, procedure, onClose }: ActProps): ReactElement {
  const withdraw = useWrite("case_withdraw");
  const [saidBy, setSaidBy] = useState("");
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState("");
  const [files, setFiles] = useState<string[]>([]);
  return (
    <Ask
      title={word("ui.case.withdraw_title", { number: view.head.number })}
      text={word("ui.case.withdraw_text")}
      act={word("ui.case.withdraw_act")}
      error={withdraw.error}
      busy={withdraw.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() =>
        withdraw.mutate({ case: view.case, reason, said_by: saidBy, evidence, files }, { onSuccess: onClose })
      }
    >
      <Labelled label={word("ui.case.withdraw_by")}>
        {(id) => <Input id={id} autoFocus value={saidBy} onChange={(event) => setSaidBy(event.target.value)} />}
      </Labelled>
      <Reason value={reason} onChange={setReason} label={word("ui.case.withdraw_why")} />
      <Labelled label={word("ui.case.withdraw_evidence")}>
        {(id) => (
          <Input
            id={id}
            value={evidence}
            placeholder={word("ui.case.withdraw_evidence_hint")}
            onChange={(event) => setEvidence(event.target.value)}
          />
        )}
      </Labelled>
      <FormContext.Provider value={{ ...NOTHING_SHARED, case: view.case, procedure }}>
        <Labelled label={word("ui.case.withdraw_files")}>
          {(id) => (
            <Control
              id={id}
              path="withdraw.files"
              type={{ is: "list", item: { is: "file" } }}
              value={files}
              onChange={(next) => setFiles(next as string[])}
            />
          )}
        </Labelled>
      </FormContext.Provider>
    </Ask>
  );
}
