import type { ReactElement } from "react";

export function ProceduresPage(): ReactElement | null {
  return null;
}
