/** Printing and exporting a case. */
import type { ReactElement } from "react";
import type { CaseView, Procedure } from "../../types.gen";

export function PapersMenu(_: { view: CaseView; procedure: Procedure }): ReactElement | null {
  return null;
}
