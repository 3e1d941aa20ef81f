/** 作废: somebody asks that the number be declared void; somebody else approves (I-12). */
import type { ReactElement } from "react";
import { useState } from "react";
import { useWrite } from "../../../data/client";
import { word } from "../../../words/i18n";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

export function Voiding({ view, procedure, onClose }: ActProps): ReactElement {
  const ask = useWrite("case_void");
  const [reason, setReason] = useState("");
  return (
    <Ask
      title={word("ui.case.void_title", { number: view.head.number })}
      text={word("ui.case.void_text")}
      act={word("ui.case.void_act")}
      error={ask.error}
      busy={ask.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() => ask.mutate({ case: view.case, step: "ask", reason }, { onSuccess: onClose })}
    >
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}
