import type { ReactElement } from "react";

export function ApprovalPage(): ReactElement | null {
  return null;
}
