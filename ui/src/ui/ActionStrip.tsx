/** The foot of a task, always in sight: what is still missing and who can help, then secondary, then the one primary. */
import { Button } from "antd";
import { Lock } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useId } from "react";
import { word } from "../words/i18n";

export interface Reason {
  text: string;
  /** Jumps to the place where it can be mended. */
  go?: (() => void) | undefined;
}

export function ActionStrip({
  reasons,
  note,
  secondary,
  primary,
  keys = "Ctrl Enter",
  onPrimary,
  busy = false,
}: {
  /** Why not; empty: it can be done. */
  reasons: Reason[];
  note?: ReactNode;
  secondary?: ReactNode;
  primary: string;
  keys?: string;
  onPrimary: () => void;
  busy?: boolean;
}): ReactElement {
  const id = useId();
  const blocked = reasons.length > 0;
  return (
    <div className="strip">
      <div className="reasons small" id={id}>
        {blocked ? (
          <>
            <p className="strong">
              <Lock size={14} strokeWidth={1.5} aria-hidden="true" style={{ verticalAlign: -2 }} />{" "}
              {word("ui.strip.blocked", { n: reasons.length })}
            </p>
            <ul>
              {reasons.map((reason, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two parts may lack a field of the same name
                <li key={`${n} ${reason.text}`}>
                  {reason.go ? (
                    <button type="button" className="plain" style={{ color: "var(--accent)" }} onClick={reason.go}>
                      {reason.text}
                    </button>
                  ) : (
                    reason.text
                  )}
                </li>
              ))}
            </ul>
          </>
        ) : (
          note
        )}
      </div>
      {secondary}
      <Button
        type="primary"
        size="large"
        disabled={blocked}
        loading={busy}
        aria-describedby={blocked ? id : undefined}
        onClick={onPrimary}
      >
        {primary} <kbd>{keys}</kbd>
      </Button>
    </div>
  );
}
