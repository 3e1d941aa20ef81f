import type { ReactElement } from "react";

export function ActionsPage(): ReactElement | null {
  return null;
}
