/** The way of a case: what is done, where it stands, what is to come. */
import type { ReactElement } from "react";
import { Mark } from "./Mark";

export interface StageOnLine {
  id: string;
  name: string;
  state: "done" | "now" | "ahead" | "late" | "paused";
  /** When it was reached, or until when. */
  date?: string;
}

export function StageLine({
  stages,
  label,
  onOpen,
}: {
  stages: StageOnLine[];
  label: string;
  onOpen?: (id: string) => void;
}): ReactElement {
  return (
    <ol className="stages" aria-label={label}>
      {stages.map((stage) => {
        const current = stage.state !== "done" && stage.state !== "ahead";
        const inside = (
          <>
            <Mark state={stage.state} size={18} />
            <span className="name" title={stage.name}>
              {stage.name}
            </span>
            <span className="mini second">{stage.date ?? " "}</span>
          </>
        );
        return (
          <li key={stage.id} data-state={current ? "now" : stage.state} aria-current={current ? "step" : undefined}>
            {onOpen ? (
              <button type="button" className="plain" onClick={() => onOpen(stage.id)}>
                {inside}
              </button>
            ) : (
              inside
            )}
          </li>
        );
      })}
    </ol>
  );
}
