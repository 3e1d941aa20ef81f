/** How a cause stands, as a shape and a word: proved, open, excluded. */
import type { ReactElement } from "react";
import type { Standing } from "../../../../types.gen";

/** Drawn around 0/0, 10 wide, in the current colour. */
export function StandingShape({ standing }: { standing: Standing | null }): ReactElement | null {
  switch (standing) {
    case "confirmed":
      return <rect x="-4.5" y="-4.5" width="9" height="9" fill="var(--accent)" />;
    case "open":
      return <circle r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />;
    case "excluded":
      return <path d="M-4-4 4 4M4-4-4 4" stroke="currentColor" strokeWidth="1.4" />;
    case null:
      return null;
  }
}

export function StandingMark({ standing }: { standing: Standing | null }): ReactElement {
  return (
    <svg width="12" height="12" viewBox="-6 -6 12 12" className="mark" aria-hidden="true">
      <StandingShape standing={standing} />
    </svg>
  );
}
