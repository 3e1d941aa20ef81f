import type { ReactElement } from "react";

export function IntakePage(): ReactElement | null {
  return null;
}
