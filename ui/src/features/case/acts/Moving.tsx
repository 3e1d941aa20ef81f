/** 换版: a running case goes on under the version of its procedure that is in force now, for a reason (D-11). */
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead, useWrite } from "../../../data/client";
import type { ProcedureLine } from "../../../types.gen";
import { word } from "../../../words/i18n";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

/** The version that is in force, where the case stands under another one. */
export function useNewerVersion({ view, procedure }: Omit<ActProps, "onClose">): ProcedureLine | undefined {
  const all = useRead("procedure_list", {}).data?.procedures ?? [];
  return all.find((one) => one.in_force && one.number === procedure.number && one.id !== view.head.procedure);
}

export function Moving({ view, procedure, onClose }: ActProps): ReactElement {
  const move = useWrite("case_move");
  const newer = useNewerVersion({ view, procedure });
  const [reason, setReason] = useState("");
  return (
    <Ask
      title={word("ui.case.move_title", { number: view.head.number })}
      text={word("ui.case.move_text", { from: procedure.version, to: newer?.version ?? "" })}
      act={word("ui.case.move_act", { to: newer?.version ?? "" })}
      error={move.error}
      busy={move.isPending}
      ready={newer !== undefined}
      procedure={procedure}
      onClose={onClose}
      onAct={() => newer && move.mutate({ case: view.case, procedure: newer.id, reason }, { onSuccess: onClose })}
    >
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}
