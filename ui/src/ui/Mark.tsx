/** States as shapes (visual-language § 4): they survive a black-and-white print and forced colours. */
import type { ReactElement } from "react";

export type State = "done" | "now" | "ahead" | "late" | "paused" | "void" | "broken" | "heed";

const COLOUR: Record<State, string> = {
  done: "var(--text-3)",
  now: "var(--accent)",
  ahead: "var(--line-2)",
  late: "var(--red)",
  paused: "var(--ochre)",
  void: "var(--red)",
  broken: "var(--text-1)",
  heed: "var(--ochre)",
};

const ring = (inside: ReactElement | null) => (
  <>
    <circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    {inside}
  </>
);

const SHAPE: Record<State, ReactElement> = {
  done: (
    <>
      <circle cx="9" cy="9" r="8" fill="currentColor" />
      <path d="M5.2 9.3 8 12l4.8-5.4" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  now: ring(<circle cx="9" cy="9" r="3.6" fill="currentColor" />),
  ahead: ring(null),
  late: (
    <>
      <path d="M9 1.5 17 16H1z" fill="currentColor" />
      <path d="M9 6.5v4.5M9 12.6v1.6" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  paused: ring(<path d="M7 6v6M11 6v6" stroke="currentColor" strokeWidth="1.8" />),
  void: ring(<path d="M4 14 14 4" stroke="currentColor" strokeWidth="1.8" />),
  broken: (
    <>
      <rect x="2" y="2" width="14" height="14" rx="2" fill="currentColor" />
      <path d="M6 6l6 6M12 6l-6 6" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  heed: (
    <>
      <path d="M9 1.5 16.5 9 9 16.5 1.5 9z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M9 5.5v4M9 11v1.5" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
};

/** The shape of a state. What it means stands beside it in words, so it is hidden from readers. */
export function Mark({ state, size = 14 }: { state: State; size?: number }): ReactElement {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 18 18"
      style={{ color: COLOUR[state] }}
      aria-hidden="true"
    >
      {SHAPE[state]}
    </svg>
  );
}
