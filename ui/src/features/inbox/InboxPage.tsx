import type { ReactElement } from "react";

export function InboxPage(): ReactElement | null {
  return null;
}
