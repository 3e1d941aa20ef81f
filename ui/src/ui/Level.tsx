/** Level 一般 / 严重 / 重大: one, two, three rising bars and the word; never a colour scale. */
import type { ReactElement } from "react";
import { word } from "../words/i18n";

const BARS: Record<string, number> = { ordinary: 1, serious: 2, major: 3 };

export function Level({ severity }: { severity: string | null }): ReactElement {
  if (!severity) return <span className="dim">–</span>;
  const bars = BARS[severity] ?? 0;
  return (
    <span className="level">
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        {[1, 2, 3].map((n) => (
          <rect
            key={n}
            x={(n - 1) * 5}
            y={12 - n * 4}
            width="3.5"
            height={n * 4}
            fill={n <= bars ? "currentColor" : "none"}
            stroke={n <= bars ? "none" : "var(--line-2)"}
            strokeWidth="1"
          />
        ))}
      </svg>
      <span className={severity === "major" ? "strong" : undefined}>{word(`choice.severity.${severity}`)}</span>
    </span>
  );
}
